"""The model: finding things, what is inherited, and how values show themselves."""

import copy
import pickle

import attrs
import pytest

from muniprog.conversion import structure
from muniprog.errors import UnknownNameError
from muniprog.model import Action, Contact, Goal, Owner, Programme, Status, Theme
from muniprog.source import PlainSource
from muniprog.text import Text
from muniprog.timeframe import Period
from tests.mappings import Mapping, small, with_action, with_goal, with_indicator


def programme(mapping: Mapping | None = None) -> Programme:
    return structure(PlainSource(mapping or small()))


def test_anything_is_found_by_its_identifier_whatever_the_case() -> None:
    assert programme()["RADGIVNING"].id == "radgivning"
    assert isinstance(programme()["bild"], Owner)


def test_former_identifier_still_finds_the_item() -> None:
    assert programme(with_goal(former_ids=["G1"]))["g1"].id == "radgivning"


def test_unknown_identifier_says_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “radgivning”"):
        programme()["radgivnig"]


def test_programme_knows_what_it_contains() -> None:
    assert "kurser" in programme()
    assert "okänd" not in programme()
    assert 3 not in programme()


def test_items_come_in_the_order_of_the_file() -> None:
    assert [entry.id for entry in programme().entries()] == [
        "bild", "soc", "boende", "radgivning", "kurser", "antal", "kultur",
    ]  # fmt: skip


def test_every_collection_reaches_every_depth() -> None:
    whole = programme(
        small(
            indicators=[{"id": "hela", "title": "Hela", "measure": "count"}],
            themes=[
                {
                    "id": "t",
                    "title": "T",
                    "actions": [
                        {"id": "a", "title": "A", "indicators": [{"id": "i", "title": "I", "measure": "count"}]}
                    ],
                    "indicators": [{"id": "j", "title": "J", "measure": "count"}],
                    "themes": [{"id": "u", "title": "U", "goals": [{"id": "g", "title": "G"}]}],
                }
            ],
        )
    )
    assert [theme.id for theme in whole.all_themes] == ["t", "u"]
    assert [goal.id for goal in whole.goals] == ["g"]
    assert [action.id for action in whole.actions] == ["a"]
    assert [indicator.id for indicator in whole.indicators] == ["hela", "i", "j"]
    parents = {entry.id: getattr(whole.parent(entry.id), "id", None) for entry in whole.entries()}
    assert parents == {
        "bild": None, "soc": None, "hela": None, "t": None, "a": "t", "i": "a", "j": "t", "u": "t", "g": "u",
    }  # fmt: skip


def test_action_takes_its_owners_from_its_goal() -> None:
    owners, said_by = programme().effective_owners("kurser")
    assert [responsibility.owner for responsibility in owners] == ["bild"]
    assert said_by.id == "radgivning"


def test_own_owners_come_first() -> None:
    owners, said_by = programme(with_action(owners=["soc"])).effective_owners("kurser")
    assert ([responsibility.owner for responsibility in owners], said_by.id) == (["soc"], "kurser")


def test_nobody_answers_where_nobody_is_named() -> None:
    owners, said_by = programme().effective_owners("kultur")
    assert (owners, said_by.id) == ((), "kultur")
    assert programme().effective_owners("bild")[0] == ()


def test_timeframe_is_inherited_too() -> None:
    whole = programme(with_goal(timeframe="2019–2022", actions=[{"id": "a", "title": "A"}]))
    timeframe, said_by = whole.effective_timeframe("a")
    assert (timeframe.raw, said_by.id) == ("2019–2022", "radgivning")
    assert whole.effective_timeframe("antal") == (timeframe, whole["radgivning"])


def test_timeframe_that_nobody_states_is_unstated() -> None:
    timeframe, said_by = programme().effective_timeframe("kultur")
    assert not timeframe
    assert said_by.id == "kultur"


def test_actions_of_an_owner_include_those_of_its_goals() -> None:
    assert [action.id for action in programme().actions_of("bild")] == ["kurser"]
    assert programme().actions_of("soc") == ()


def test_observations_of_the_indicator_and_of_the_rounds() -> None:
    whole = programme(
        with_indicator(former_ids=["IND-3"], observations=[{"period": 2019, "value": 1}])
        | {
            "follow_ups": [
                {
                    "period": 2020,
                    "observations": [
                        {"indicator": "IND-3", "period": 2020, "value": 2},
                        {"indicator": "annan", "period": 2020, "value": 3},
                        {"period": 2020, "value": 4},
                    ],
                }
            ]
        }
    )
    assert [str(observation.value) for observation in whole.observations_of("antal")] == ["1", "2"]


def test_only_an_indicator_has_observations() -> None:
    with pytest.raises(UnknownNameError, match="indicator"):
        programme().observations_of("kurser")


def test_status_has_the_programmes_word_or_muniprogs() -> None:
    whole = programme(small(statuses={"done": {"sv": "färdigt"}}))
    assert whole.status_word(Status.DONE, "sv") == "färdigt"
    assert whole.status_word(Status.NOT_STARTED, "en") == "not started"


def test_values_are_frozen() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        programme().id = "annat"  # type: ignore[misc]


def test_origin_is_no_part_of_the_programme() -> None:
    one, other = programme(), programme()
    assert one == other
    assert one.origin is not None
    assert attrs.evolve(one, origin=None) == other


def test_programme_can_be_copied_and_sent() -> None:
    whole = programme()
    assert copy.deepcopy(whole) == whole
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert hash(whole) == hash(programme())


@pytest.mark.parametrize(
    ("identifier", "shown"),
    [
        ("boende", "<Theme boende: Boende; 1 goal>"),
        ("radgivning", "<Goal radgivning: Rådgivning; 1 action, 1 indicator>"),
        ("kurser", "<Action kurser: Kurser>"),
        ("antal", "<Indicator antal: Antal kurser>"),
        ("bild", "<Owner bild: Bildning>"),
    ],
)
def test_every_item_is_one_line(identifier: str, shown: str) -> None:
    assert repr(programme()[identifier]) == shown


def test_programme_and_round_are_one_line() -> None:
    whole = programme(small(follow_ups=[{"period": 2019, "closed_on": "2020-02-01"}, {"period": 2020}]))
    assert repr(whole) == "<Programme exempel: 2 themes, 1 goal, 1 action, 1 indicator>"
    assert [repr(follow_up) for follow_up in whole.follow_ups] == [
        "<FollowUp 2019: closed 2020-02-01, 0 updates, 0 observations>",
        "<FollowUp 2020: open, 0 updates, 0 observations>",
    ]


def test_programme_is_asked_by_identifier_and_is_no_list() -> None:
    with pytest.raises(UnknownNameError, match="no item called “0”"):
        programme()[0]  # type: ignore[index]
    with pytest.raises(TypeError, match="not iterable"):
        list(programme())  # type: ignore[call-overload]


def test_contact_never_shows_itself() -> None:
    assert repr(Contact(email="hemlig@example.org")) == "<Contact: private>"


def test_owner_is_called_by_its_name() -> None:
    owner = programme()["bild"]
    assert isinstance(owner, Owner)
    assert owner.title is owner.name


def test_theme_walks_through_itself_and_what_is_below() -> None:
    theme = programme()["boende"]
    assert isinstance(theme, Theme)
    assert [each.id for each in theme.walk()] == ["boende"]
    assert isinstance(theme.goals[0].actions[0], Action)


def test_what_stands_above_an_item_comes_nearest_first() -> None:
    found = programme()
    assert [entry.id for entry in found.above("antal")] == ["radgivning", "boende"]
    assert found.above("boende") == ()


def test_code_that_gives_two_items_one_identifier_is_answered_all_the_same() -> None:
    inner = Goal(id="g", title=Text.of({"sv": "Mål"}), actions=(Action(id="t", title=Text.of({"sv": "Åtgärd"})),))
    doubled = Programme(
        id="p", title=Text.of({"sv": "P"}), period=Period.parse("2020"), languages=("sv",),
        themes=(Theme(id="t", title=Text.of({"sv": "Tema"}), goals=(inner,)),),
    )  # fmt: skip
    assert not doubled.effective_timeframe("g")[0]
    assert doubled.effective_owners("t")[0] == ()
    assert [entry.id for entry in doubled.above("t")] == ["g", "t"]
