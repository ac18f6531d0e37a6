"""What can be read of a programme with problems; and that no mistake is reported for what only follows from another."""

import pytest

from muniprog.checks import run_checks
from muniprog.conversion import structure
from muniprog.conversion.languages import languages_of
from muniprog.conversion.remainder import Remainder
from muniprog.conversion.salvage import Salvage, salvage
from muniprog.errors import SourceError
from muniprog.source import Finding, Plain, PlainSource, Severity
from muniprog.yaml12 import read, write
from tests.mappings import Mapping, small, with_action, with_goal, with_indicator


def saved(mapping: Mapping) -> Salvage | None:
    source = PlainSource(mapping)
    with pytest.raises(SourceError) as refused:
        structure(source)
    return salvage(source, refused.value.problems)


def found(mapping: Mapping) -> list[tuple[str, str]]:
    """Return the codes and paths of all errors."""
    salvaged = saved(mapping)
    assert salvaged is not None
    errors = (each for each in run_checks(salvaged.programme) if each.severity is Severity.ERROR)
    return [_said(each) for each in (*salvaged.problems, *salvaged.of_its_own(errors))]


def _said(finding: Finding) -> tuple[str, str]:
    return finding.code, ".".join(map(str, finding.path))


GOAL, ACTION = "themes.0.goals.0", "themes.0.goals.0.actions.0"
OTHER: Mapping = {"id": "andra", "title": "Andra", "depends_on": ["kurser"]}


def with_two(first: Mapping, second: Mapping = OTHER, **top: Plain) -> Mapping:
    """Return the small programme with two actions."""
    return with_goal(actions=[{"id": "kurser", "title": "Kurser", **first}, second]) | top


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        # A reference to what cannot be read is not dangling.
        (with_two({"id": 12}, {**OTHER, "depends_on": ["12"]}), [("F005", f"{ACTION}.id")]),
        (with_two({"id": "a b"}, {**OTHER, "depends_on": ["A b"]}), [("F008", f"{ACTION}.id")]),
        (with_two({"title": 5}), [("F005", f"{ACTION}.title")]),
        (with_goal(actoins=[{"id": "kurser", "title": "K"}], actions=[OTHER]), [("F003", f"{GOAL}.actoins")]),
        (with_goal(actions=[{"idd": "kurser", "title": "K"}, OTHER]), [("F003", f"{ACTION}.idd")]),
        (
            small(owners={"a": {"id": "bild", "former_ids": ["b"]}, "b": {"id": "soc", "former_ids": 3}}),
            [("F005", "owners")],
        ),
        (small(owners=[{"id": "bild", "name": None}]), [("F005", "owners.0.name")]),
        # But other references are.
        (
            with_two({"title": 5}, {**OTHER, "depends_on": ["kurs"]}),
            [("F005", f"{ACTION}.title"), ("R102", "themes.0.goals.0.actions.1.depends_on.0")],
        ),
        # An identifier that is used twice may mean either.
        (
            small(owners=[{"id": "boende", "name": "B"}, {"id": "bild", "name": "B"}, {"id": "BILD", "name": "C"}]),
            [("F009", "owners.2.id"), ("F009", "themes.0.id")],
        ),
        # What stands in a list keeps its place when something before it cannot be read.
        (
            with_two({"depends_on": [1, "kurs", 2.5, "kursen"]}),
            [(code, f"{ACTION}.depends_on.{n}") for code, n in (("F005", 0), ("F005", 2), ("R102", 1), ("R102", 3))],
        ),
        # A word that is misspelt is one mistake, whatever is missing without it.
        (with_goal(titel="X") | {"id": "p"}, [("F003", f"{GOAL}.titel")]),
        (with_indicator(mesure="count", measure="share"), [("F003", f"{GOAL}.indicators.0.mesure")]),
        # A title in a language that there is not is no empty title.
        (with_goal(title={"de": "Ziel"}), [("F003", f"{GOAL}.title.de")]),
        # What is needed at the top has something to stand for it.
        (small(period="i går"), [("F007", "period")]),
        (small(id=None, title=3, period=None), [("F005", "id"), ("F005", "title"), ("F005", "period")]),
        # One mistake in the languages is not one in every text.
        (small(languages="sv"), [("F005", "languages")]),
        (small(languages=["sv", 3]), [("F005", "languages.1")]),
        (small(languages=[]), [("F005", "languages")]),
        (small(languages=["svenska!", "fi"]), [("F005", "languages.0")]),
        # Custom fields whose declaration is wrong.
        (
            with_action(values={"a": 1, "b": 2})
            | {"fields": [{"id": "a", "title": "A", "kind": "nummer"}, {"id": "b", "title": "B", "kind": "text"}]},
            [("F006", "fields.0.kind"), ("R122", f"{ACTION}.values.b")],
        ),
        (with_action(values={"a": 1}) | {"fields": "a"}, [("F005", "fields")]),
        (with_action(values={"a": 1}) | {"feilds": [{"id": "a"}]}, [("F003", "feilds")]),
        (
            small(fields=[{"id": "a", "title": "A", "kind": "choice", "choices": ["x"]}]),
            [("F005", "fields.0.choices.0")],
        ),
        # What needs another key goes as a whole, and takes nothing else along.
        (with_indicator(targets=[{"by": 2022}, 5, {"value": None}]),
         [("F004", f"{GOAL}.indicators.0.targets.0.value"), ("F005", f"{GOAL}.indicators.0.targets.2.value")]),
        (with_indicator(baseline={"value": [1]}), [("F005", f"{GOAL}.indicators.0.baseline.value")]),
        (small(follow_ups=[{"period": "x", "updates": [{"item": "kurs"}]}, {"period": 2020}, {"period": 2020}]),
         [("F007", "follow_ups.0.period"), ("F009", "follow_ups.2.period"), ("R102", "follow_ups.0.updates.0.item")]),
        # Words where numbers should be are found after the rest.
        (with_goal(title=3, indicators=[{"id": "i", "title": "I", "measure": "count", "baseline": "x"}]),
         [("F005", f"{GOAL}.title"), ("F005", f"{GOAL}.indicators.0.baseline")]),
        (small(owners=[{"id": "a", "name": "A", "kind": "unitt"}], themes=[]), [("F006", "owners.0.kind")]),
    ],
)  # fmt: skip
def test_each_mistake_is_named_once(mapping: Mapping, expected: list[tuple[str, str]]) -> None:
    if "titel" in str(mapping):
        del mapping["themes"][0]["goals"][0]["title"]  # type: ignore[index, call-overload, union-attr, arg-type]
    assert sorted(found(mapping)) == sorted(expected)


def test_what_is_no_programme_cannot_be_salvaged() -> None:
    assert saved({"a": 1}) is None
    assert saved(small(muniprog=2)) is None


def test_a_finding_about_what_has_no_identifier_goes_by_what_is_around_it() -> None:
    mapping = with_two({"id": "a b", "owners": ["bildning"]})
    salvaged = saved(mapping)
    assert salvaged is not None
    (finding,) = (each for each in salvaged.of_its_own(run_checks(salvaged.programme)) if each.code == "R101")
    assert finding.item == "a b"
    assert finding.path == ("themes", 0, "goals", 0, "actions", 0, "owners", 0)


def test_what_is_left_knows_where_it_stands() -> None:
    whole = read(write({"a": [1, {"b": 2, "c": "x"}, 3], "d": 4}), "f.yaml")
    left = Remainder(whole, frozenset([("a", 0), ("d",)]), {("a", 1, "b"): 7, ("e",): 8})
    assert left.mapping == {"a": [{"b": 7, "c": "x"}, 3], "e": 8}
    assert left.original(("a", 1)) == ("a", 2)
    assert left.where(("a", 0, "c")) == whole.where(("a", 1, "c"))
    assert left.where_key(("a", 0, "c")) == whole.where_key(("a", 1, "c"))
    assert left.written(("a", 1)) == "3"
    assert left.where(("e",)) is None


@pytest.mark.parametrize(
    ("mapping", "languages"),
    [
        ({"languages": ["sv", "fi"]}, ("sv", "fi")),
        ({"languages": []}, ("en",)),
        ({}, ("en",)),
        ({"languages": "fi", "title": {"sv": "A"}}, ("fi", "sv")),
        ({"languages": None, "themes": [{"title": {"sv": "A", "titel?": "B"}, "note": "x"}]}, ("sv",)),
    ],
)
def test_languages_are_taken_from_the_texts_where_the_list_is_wrong(
    mapping: Mapping, languages: tuple[str, ...]
) -> None:
    assert languages_of(mapping) == languages
