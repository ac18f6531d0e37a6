from datetime import date

import pytest

from muniprog.model import Classification, Code, Decision, FollowUp, Formula, Programme, Rule, Update, Verdict
from tests.builders import (
    action,
    found_by,
    goal,
    indicator,
    items_found_by,
    leads,
    observation,
    owner,
    period,
    programme,
    step,
    text,
    theme,
)


def with_owners(*names: str) -> Programme:
    return programme(
        theme("t", goal("g", action("a", owners=names))),
        owners=(owner("bildn", "Bildningssektorn", aliases=("Bildningen",)), owner("edu")),
    )


def test_an_owner_that_is_there_is_no_finding() -> None:
    assert found_by("R101", with_owners("bildn", "EDU")) == ()


def test_an_unknown_owner_comes_with_the_nearest_one_and_its_path() -> None:
    (finding,) = found_by("R101", with_owners("edu", "bildm"))
    assert "“bildm”" in str(finding)
    assert "Did you mean “bildn”?" in str(finding)
    assert (finding.item, finding.path) == ("a", ("themes", 0, "goals", 0, "actions", 0, "owners", 1))


@pytest.mark.parametrize("name", ["Bildningssektorn", "bildningen"])
def test_an_owner_written_by_its_name_is_told_its_identifier(name: str) -> None:
    (finding,) = found_by("R101", with_owners(name))
    assert "Did you mean “bildn”?" in str(finding)


def test_an_owner_like_no_other_comes_without_advice() -> None:
    (finding,) = found_by("R101", with_owners("tekniska"))
    assert "Did you mean" not in str(finding)


def test_owners_of_steps_and_owners_of_owners_are_looked_up_too() -> None:
    plan = programme(
        theme("t", goal("g", action("a", steps=(step("s"), step("r", owners=leads("gone")))))),
        owners=(owner("o", parent="gone", succeeded_by="gone"),),
    )
    assert [finding.path[-2:] for finding in found_by("R101", plan)] == [
        (0, "parent"),
        (0, "succeeded_by"),
        ("owners", 0),
    ]


def test_every_other_mention_of_what_is_not_there_is_found() -> None:
    plan = programme(
        theme("t", goal("g", action("a", depends_on=("x1",), supersedes=("x2",)))),
        headline=("x3",),
        programme_indicators=(indicator("i", affects=("x4",), formula=Formula(rule=Rule.SUM, of=("x5",))),),
        follow_ups=(
            FollowUp(
                period=period("2020"),
                updates=(Update(item="x6"),),
                decisions=(Decision(item="x7", decision=Verdict.END),),
                observations=(
                    observation("2020", 1, indicator="x8"),
                    observation("2020", 1),
                    observation("2020", 1, indicator="i"),
                ),
            ),
        ),
    )
    paths = [finding.path for finding in found_by("R102", plan)]
    assert paths == [
        ("headline", 0),
        ("follow_ups", 0, "updates", 0, "item"),
        ("follow_ups", 0, "decisions", 0, "item"),
        ("follow_ups", 0, "observations", 0, "indicator"),
        ("follow_ups", 0, "observations", 1, "indicator"),
        ("indicators", 0, "affects", 0),
        ("indicators", 0, "formula", "of", 0),
        ("themes", 0, "goals", 0, "actions", 0, "depends_on", 0),
        ("themes", 0, "goals", 0, "actions", 0, "supersedes", 0),
    ]


def test_an_item_of_another_kind_cannot_stand_there() -> None:
    plan = programme(theme("t", goal("g", action("a", owners=("g",), depends_on=("t",)))), headline=("a",))
    said = [str(finding.message) for finding in found_by("R103", plan)]
    assert said == [
        "“a” is the action “a”; expected an indicator.",
        "“t” is the theme “t”; expected an action.",
        "“g” is the goal “g”; expected an owner.",
    ]


def test_a_former_identifier_is_found_and_today_s_is_told() -> None:
    plan = programme(theme("t", goal("g", action("a", owners=("old",)))), owners=(owner("new", former_ids=("OLD",)),))
    assert found_by("R101", plan) == ()
    (finding,) = found_by("R104", plan)
    assert "“old” is now called “new”" in str(finding)


def test_a_closed_round_may_name_what_is_gone_or_has_another_identifier_now() -> None:
    observations = tuple(observation("2020", 1, indicator=name) for name in ("old", "gone", "never"))
    for closed_on, expected in ((date(2021, 2, 1), {"R102": [2]}), (None, {"R102": [1, 2], "R104": [0]})):
        plan = programme(
            programme_indicators=(indicator("new", former_ids=("old",)),),
            retired=("Gone",),
            follow_ups=(FollowUp(period=period("2020"), closed_on=closed_on, observations=observations),),
        )
        for code in ("R102", "R103", "R104"):
            assert [finding.path[3] for finding in found_by(code, plan)] == expected.get(code, [])


def test_a_code_must_be_one_of_its_classification() -> None:
    sdg = Classification(id="sdg", title=text("Agenda 2030"), codes=(Code(id="4", title=text("Utbildning")),))
    free = Classification(id="tema", title=text("Teman"))
    plan = programme(theme("t", tags=("sdg:4", "sdg:44", "tema:allt", "barn", "annat:1")), classifications=(sdg, free))
    (finding,) = found_by("R105", plan)
    assert "“sdg” has no code “44”" in str(finding)
    assert finding.path == ("themes", 0, "tags", 1)


def test_a_word_for_a_status_that_does_not_exist() -> None:
    plan = programme(statuses={"done": text("klar"), "in_progres": text("pågår")})
    (finding,) = found_by("R106", plan)
    assert "Did you mean “in_progress”?" in str(finding)
    assert items_found_by("R106", plan) == [""]
