"""Identifiers of a whole programme: filled in, renamed, told apart."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.errors import MuniprogError, UnknownNameError, ValueProblem
from muniprog.renaming import Renumbered, fill_identifiers, rename_identifier, renumber
from muniprog.renaming.walk import survey_of
from muniprog.source import Plain

PlainDict = dict[str, Plain]


def at(mapping: Plain, *path: str | int) -> Plain:
    value = mapping
    for step in path:
        assert isinstance(value, (dict, list))
        value = value[step]  # type: ignore[index]
    return value


def programme(*actions: PlainDict, **more: Plain) -> PlainDict:
    """A programme with one theme, one goal and these actions."""
    goal: PlainDict = {"id": "boende", "title": "Boende", "actions": list(actions)}
    return {"languages": ["sv", "fi"], "themes": [{"id": "tema", "title": "Tema", "goals": [goal]}], **more}


def action_ids(mapping: PlainDict) -> list[Plain]:
    actions = at(mapping, "themes", 0, "goals", 0, "actions")
    assert isinstance(actions, list)
    return [at(action, "id") for action in actions]


# --- Filling in


def test_a_series_goes_on_after_the_highest_number() -> None:
    filled = fill_identifiers(programme({"id": "ACT-2", "title": "A"}, {"title": "B"}, {"id": "ACT-1"}, {"title": "C"}))
    assert action_ids(filled) == ["ACT-2", "ACT-3", "ACT-1", "ACT-4"]


@pytest.mark.parametrize(
    "more",
    [
        {"retired": ["ACT-7"]},
        {"headline": ["ACT-7"]},
        {"owners": [{"id": "x", "name": "X", "former_ids": ["ACT-7"]}]},
        {"follow_ups": [{"period": 2020, "closed_on": "2021-01-15", "updates": [{"item": "ACT-7"}]}]},
    ],
)
def test_the_retired_the_former_and_the_mentioned_count(more: PlainDict) -> None:
    assert action_ids(fill_identifiers(programme({"id": "ACT-2"}, {"title": "B"}, **more))) == ["ACT-2", "ACT-8"]


@pytest.mark.parametrize(
    ("existing", "new"),
    [
        (["covid-19"], "sprakkafe"),
        (["mal-1", "mal-2"], "mal-3"),
        (["A-1", "B-2"], "sprakkafe"),
        (["A-1", "boende-a"], "sprakkafe"),
        (["1", "2"], "3"),
        ([], "sprakkafe"),
    ],
)
def test_without_a_series_the_title_gives_the_identifier(existing: list[str], new: str) -> None:
    actions: list[PlainDict] = [{"id": identifier} for identifier in existing]
    assert action_ids(fill_identifiers(programme(*actions, {"title": "Språkkafé"})))[-1] == new


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ({"fi": "Kielikahvila", "sv": "Språkkafé"}, "sprakkafe"),
        ({"sv": "", "fi": "Kielikahvila"}, "kielikahvila"),
        ({"sv": {"text": "Språkkafé", "translates": "x"}}, "sprakkafe"),
        ({"sv": None, "en": "Language café"}, "language-cafe"),
        ({}, "item-1"),
        (None, "item-1"),
    ],
)
def test_the_title_in_the_language_of_record_is_used(title: Plain, identifier: str) -> None:
    assert action_ids(fill_identifiers(programme({"title": title}))) == [identifier]


def test_every_kind_of_item_is_given_one() -> None:
    bare: PlainDict = {
        "owners": [{"name": "Bildning"}],
        "indicators": [{"title": "Nöjdhet"}],
        "themes": [
            "themes/boende.yaml",
            {
                "title": "Boende",
                "themes": [{"title": "Hyra"}],
                "indicators": [{"title": "A"}],
                "goals": [{"title": "B", "actions": [{"title": "C", "indicators": [{"title": "D"}]}]}],
                "actions": [{"title": "E", "steps": [{"title": "inget id"}]}],
            },
        ],
    }
    filled = fill_identifiers(bare)
    assert [item.identifier for item in survey_of(filled).items] == [
        "bildning",
        "nojdhet",
        "boende",
        "hyra",
        "a",
        "b",
        "c",
        "d",
        "e",
    ]
    assert at(filled, "themes", 0) == "themes/boende.yaml"
    assert at(filled, "themes", 1, "actions", 0, "steps", 0) == {"title": "inget id"}


def test_an_empty_identifier_is_filled_where_it_stands_and_a_wrong_one_is_left() -> None:
    filled = fill_identifiers(programme({"title": "A", "id": None}, {"id": " ", "title": "B"}, {"id": 7, "title": "C"}))
    assert action_ids(filled) == ["a", "b", 7]
    assert list(at(filled, "themes", 0, "goals", 0, "actions", 0)) == ["title", "id"]  # type: ignore[arg-type]


def test_what_lacks_nothing_is_returned_as_it_is() -> None:
    whole = programme({"id": "ACT-1"})
    assert fill_identifiers(whole) is whole


def test_references_are_left_when_filling_in() -> None:
    filled = fill_identifiers(programme({"title": "A", "depends_on": ["b"]}, {"title": "B"}))
    assert action_ids(filled) == ["a", "b-2"]
    assert at(filled, "themes", 0, "goals", 0, "actions", 0, "depends_on") == ["b"]


def test_unchanged_parts_stay_the_same_objects() -> None:
    before = programme({"id": "ACT-1", "extensions": {"plug": {"id": None}}}, {"title": "B"}, owners=[{"id": "x"}])
    kept = deepcopy(before)
    after = fill_identifiers(before)
    assert before == kept
    assert after["owners"] is before["owners"]
    actions = "themes", 0, "goals", 0, "actions"
    assert at(after, *actions, 0) is at(before, *actions, 0)
    assert list(at(after, *actions, 1)) == ["id", "title"]  # type: ignore[arg-type]


@given(st.lists(st.fixed_dictionaries({"title": st.text(max_size=6)}, optional={"id": st.sampled_from(["A-1", "b"])})))
def test_filling_twice_is_filling_once(actions: list[PlainDict]) -> None:
    once = fill_identifiers(programme(*actions))
    assert fill_identifiers(once) is once
    given_ones = [action for action in actions if "id" not in action]
    new = [name for action, name in zip(actions, action_ids(once), strict=True) if "id" not in action]
    assert len(set(new)) == len(given_ones)


# --- Renaming

EVERYWHERE: PlainDict = {
    "headline": ["OLD", "other"],
    "silenced": [{"check": "R101", "items": ["OLD"], "reason": "OLD"}],
    "retired": ["dead"],
    "owners": [{"id": "x", "name": "X", "parent": "OLD", "succeeded_by": "old"}],
    "indicators": [{"id": "i", "title": "I", "affects": ["OLD"], "formula": {"rule": "sum", "of": ["OLD", "other"]}}],
    "themes": [
        {
            "id": "OLD",
            "title": "OLD",
            "owners": ["OLD", {"owner": "OLD", "role": "partner"}],
            "actions": [
                {
                    "id": "a",
                    "title": "A",
                    "depends_on": ["OLD"],
                    "supersedes": ["OLD"],
                    "steps": [{"title": "S", "owners": ["OLD"]}],
                    "extensions": {"plug": ["OLD"]},
                }
            ],
        }
    ],
    "follow_ups": [
        {
            "period": 2021,
            "updates": [{"item": "OLD"}],
            "observations": [{"indicator": "OLD"}],
            "decisions": [{"item": "OLD"}],
        }
    ],
}


def test_every_reference_is_renamed_and_no_text() -> None:
    renamed = rename_identifier(EVERYWHERE, "OLD", "new", keep_former=False)
    written = repr(renamed)
    assert written.lower().count("'old'") == 3  # a reason, a title and a plug-in's own data
    assert written.count("'new'") == repr(EVERYWHERE).lower().count("'old'") - 3
    assert renamed["retired"] is EVERYWHERE["retired"]
    assert "former_ids" not in written


def test_renaming_back_gives_the_programme_back() -> None:
    there = rename_identifier(EVERYWHERE, "old", "new", keep_former=False)
    back = rename_identifier(there, "new", "OLD", keep_former=False)
    assert repr(back) == repr(EVERYWHERE).replace("'old'", "'OLD'")


def test_the_former_identifier_is_noted_and_taken_off_again() -> None:
    once = rename_identifier(programme({"id": "A"}), "A", "B", keep_former=True)
    twice = rename_identifier(once, "B", "C", keep_former=True)
    assert at(twice, "themes", 0, "goals", 0, "actions", 0) == {"id": "C", "former_ids": ["A", "B"]}
    back = rename_identifier(twice, "C", "a", keep_former=True)
    assert at(back, "themes", 0, "goals", 0, "actions", 0) == {"id": "a", "former_ids": ["B", "C"]}


def test_another_case_is_no_former_identifier() -> None:
    renamed = rename_identifier(programme({"id": "a"}), "a", "A", keep_former=True)
    assert at(renamed, "themes", 0, "goals", 0, "actions", 0) == {"id": "A"}


def test_a_closed_round_stays_as_it_is() -> None:
    rounds: list[Plain] = [
        {"period": 2019, "closed_on": "2020-01-15", "updates": [{"item": "A"}]},
        {"period": 2020, "updates": [{"item": "A"}]},
        "followup/2021.yaml",
    ]
    before = programme({"id": "A"}, follow_ups=rounds)
    after = rename_identifier(before, "A", "B", keep_former=True)
    assert at(after, "follow_ups", 0) is rounds[0]
    assert at(after, "follow_ups", 1, "updates", 0, "item") == "B"
    with pytest.raises(MuniprogError, match="closed follow-up mentions “A”"):
        rename_identifier(before, "A", "B", keep_former=False)


def test_the_new_identifier_must_be_one_and_be_free() -> None:
    mapping = programme({"id": "A"}, {"id": "B", "former_ids": ["C"]}, retired=["D"])
    for new, code in {"Å": "F008", "b": "F009", "c": "F009", "d": "F009"}.items():
        with pytest.raises(ValueProblem) as refused:
            rename_identifier(mapping, "A", new, keep_former=True)
        assert refused.value.code == code


def test_the_item_must_be_there_once() -> None:
    with pytest.raises(UnknownNameError, match="ACT-1"):
        rename_identifier(programme({"id": "ACT-1"}), "ACT-11", "B", keep_former=True)
    with pytest.raises(ValueProblem, match="More than one"):
        rename_identifier(programme({"id": "A"}, {"id": "a"}), "A", "B", keep_former=True)


# --- Telling doubles apart


def test_where_every_identifier_is_used_once_nothing_is_done() -> None:
    mapping = programme({"id": "A"})
    assert renumber(mapping).mapping is mapping
    assert not renumber(mapping).changed
    assert not renumber(mapping).undecided


def two_themes(first: PlainDict, second: PlainDict, **more: Plain) -> PlainDict:
    return {"themes": [{"id": "a", "title": "A", **first}, {"id": "b", "title": "B", **second}], **more}


def test_each_theme_keeps_its_own_references() -> None:
    mapping = two_themes(
        {"actions": [{"id": "ACT-014"}, {"id": "ACT-1", "depends_on": ["ACT-014"]}]},
        {"actions": [{"id": "ACT-2", "depends_on": ["act-014", "ACT-1"]}, {"id": "ACT-014"}]},
    )
    done = renumber(mapping)
    assert done.changed == (Renumbered(path=("themes", 1, "actions", 1), old="ACT-014", new="ACT-015"),)
    assert done.undecided == ()
    assert at(done.mapping, "themes", 0) is at(mapping, "themes", 0)
    assert at(done.mapping, "themes", 1, "actions", 0, "depends_on") == ["ACT-015", "ACT-1"]


def test_a_reference_that_may_mean_either_stays_and_is_listed() -> None:
    mapping = two_themes(
        {"indicators": [{"id": "i"}]},
        {"indicators": [{"id": "i"}]},
        headline=["i"],
        follow_ups=[{"period": 2020, "updates": [{"item": "i"}]}],
    )
    done = renumber(mapping)
    assert done.changed[0].new == "i-2"
    assert done.undecided == (("headline", 0), ("follow_ups", 0, "updates", 0, "item"))
    assert done.mapping["headline"] is mapping["headline"]


def test_the_kind_of_item_tells_references_apart() -> None:
    theme: PlainDict = {"id": "a", "goals": [{"id": "bildning"}], "owners": ["bildning"]}
    done = renumber({"themes": [theme], "owners": [{"id": "Bildning"}]})
    assert done.changed == (Renumbered(path=("owners", 0), old="Bildning", new="bildning-2"),)
    assert at(done.mapping, "themes", 0, "owners") == ["bildning-2"]
    assert done.undecided == ()


def test_a_reference_to_a_kind_that_no_double_has_is_left() -> None:
    mapping = two_themes({"goals": [{"id": "g"}]}, {"goals": [{"id": "g"}]}, headline=["g"])
    done = renumber(mapping)
    assert (done.mapping["headline"], done.undecided) == (["g"], ())


@given(st.lists(st.sampled_from(["A-1", "a-1", "A-2", "b", "B"]), max_size=6))
def test_afterwards_every_identifier_is_used_once(identifiers: list[str]) -> None:
    actions: list[PlainDict] = [{"id": identifier} for identifier in identifiers]
    done = renumber(programme(*actions))
    names = [item.identifier.lower() for item in survey_of(done.mapping).items]
    assert len(set(names)) == len(names)
    assert renumber(done.mapping).mapping is done.mapping
