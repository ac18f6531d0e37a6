from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given

from muniprog.checks import ALL, run_checks
from muniprog.checks.places import paths_in, place_in
from muniprog.conversion import structure, unstructure
from muniprog.interfaces import Check
from muniprog.messages import message
from muniprog.model import Programme, Silence
from muniprog.paths import paths_of
from muniprog.source import Finding, Path, Place, Plain, PlainSource, Severity
from muniprog.testing.strategies import programmes
from tests.builders import action, goal, indicator, owner, programme, silence, text, theme


@attrs.frozen
class LinedSource(PlainSource):
    """A source that has each list element on a line of its own and knows no place of anything else."""

    def where(self, path: Path) -> Place | None:
        numbers = [step for step in path if isinstance(step, int)]
        if path and not numbers:
            return None
        return Place("programme.yaml", 1 + sum(10 * step + 1 for step in numbers), 1 + 2 * len(numbers))


def loaded(plan: Programme) -> Programme:
    return structure(LinedSource(unstructure(plan)))


class Shouting(Check):
    """A plug-in's check."""

    name, code, severity = "shouting", "X900", Severity.NOTE
    title = message("Shouting")
    explanation = message("Capitals tire the reader.")

    def run(self, programme: Programme) -> Iterator[Finding]:
        for item in programme.goals:
            if str(item.title).isupper():
                yield Finding(code=self.code, severity=self.severity, message=message("Too loud."), item=item.id)


class Broken(Shouting):
    name, code = "broken", "X901"

    def run(self, programme: Programme) -> Iterator[Finding]:
        yield from super().run(programme)
        raise RuntimeError("no more")


LOUD = programme(theme("t", goal("g", title="BOENDE")))


def test_codes_and_names_are_unique() -> None:
    assert len({check.code for check in ALL}) == len({check.name for check in ALL}) == len(ALL)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code)
def test_every_check_explains_itself(check: Check) -> None:
    assert check.title.spoken("en")
    assert check.explanation.spoken("en").endswith(".")
    assert check.name == check.name.lower()
    assert list(check.run(programme())) == []


def test_a_rule_can_be_run_alone() -> None:
    (rule,) = (check for check in ALL if check.code == "C101")
    (finding,) = rule.run(LOUD)
    assert finding.item == "g"


def test_findings_come_in_the_order_of_the_programme_and_of_their_codes() -> None:
    plan = programme(
        theme("t2", goal("g", action("a"))), theme("t1"), programme_indicators=(indicator("i"),), owners=(owner("o"),)
    )
    found = [(finding.item, finding.code) for finding in run_checks(plan)]
    assert found == [
        ("", "C108"),
        ("o", "C107"),
        ("i", "I103"),
        ("i", "I111"),
        ("g", "C102"),
        ("a", "C104"),
        ("a", "C105"),
        ("t1", "C103"),
    ]


def test_the_order_in_which_checks_are_given_does_not_matter() -> None:
    assert run_checks(LOUD, reversed((*ALL, Shouting()))) == run_checks(LOUD, (*ALL, Shouting()))


def test_a_plug_in_s_check_names_the_item_and_gets_its_path() -> None:
    (finding,) = run_checks(LOUD, (*ALL, Shouting()), only={"X900"})
    assert finding.path == ("themes", 0, "goals", 0)
    assert finding.place is None


def test_a_check_that_breaks_is_a_finding_and_stops_nothing() -> None:
    found = run_checks(LOUD, (Broken(), Shouting()))
    assert [finding.code for finding in found] == ["S104", "X900"]
    assert str(found[0].message) == "The check X901 (broken) broke: RuntimeError: no more"


def test_findings_stand_where_the_file_has_them() -> None:
    plan = loaded(programme(theme("t"), theme("u", goal("g", action("a", owners=("gone",))))))
    (finding,) = run_checks(plan, only={"R101"})
    assert finding.path == ("themes", 1, "goals", 0, "actions", 0, "owners", 0)
    assert str(finding.place) == "programme.yaml:15:9"


def test_findings_in_a_file_come_line_by_line() -> None:
    plan = loaded(
        programme(
            theme("t", goal("g", action("a", owners=("edu", "gone")), title={})),
            theme("u", tags=("sdg:5",)),
            owners=(owner("edu"), owner("o")),
        )
    )
    lines = [(finding.place.line, finding.code) for finding in run_checks(plan) if finding.place is not None]
    assert len(lines) >= 5
    assert lines == sorted(lines)


def test_what_the_format_knows_no_place_of_stands_at_what_is_around_it() -> None:
    plan = loaded(programme(statuses={"nonsense": text("x")}))
    (finding,) = run_checks(plan, only={"R106"})
    assert str(finding.place) == "programme.yaml:1:1"


def test_an_edited_programme_has_its_places_from_the_file() -> None:
    plan = loaded(programme(theme("t"), theme("u", goal("g"))))
    moved = attrs.evolve(plan, themes=(*plan.themes[1:], theme("new")))
    found = {finding.item: finding for finding in run_checks(moved, only={"C101", "C103"})}
    assert found["g"].path == ("themes", 1, "goals", 0)
    assert found["new"].path == ()
    assert str(found["new"].place) == "programme.yaml:1:1"


def test_a_place_that_a_check_gives_itself_is_kept() -> None:
    class Placing(Shouting):
        def run(self, programme: Programme) -> Iterator[Finding]:
            return (attrs.evolve(finding, place=Place("notes.txt", 3, 1)) for finding in super().run(programme))

    (finding,) = run_checks(loaded(LOUD), [Placing()])
    assert str(finding.place) == "notes.txt:3:1"


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (("themes", 0, "goals"), ("themes", 0)),
        (("themes", 7, "title"), ("themes",)),
        (("themes", "goals"), ("themes",)),
        (("id", "sv"), ("id",)),
        ((), ()),
    ],
)
def test_a_path_that_leads_nowhere_is_followed_as_far_as_it_goes(path: Path, there: Path) -> None:
    class Telling(PlainSource):
        def where(self, path: Path) -> Place | None:
            return Place("/".join(map(str, path)), 1, 1)

    mapping: dict[str, Plain] = {"id": "p", "themes": [{"id": "t"}]}
    assert place_in(Telling(mapping), path) == Place("/".join(map(str, there)), 1, 1)


def test_a_source_without_places_gives_none() -> None:
    assert place_in(PlainSource({}), ("themes", 0)) is None


def test_paths_of_a_programme_are_those_of_the_mapping_that_it_is_written_as() -> None:
    plan = programme(
        theme(
            "t", goal("g", action("a", indicators=(indicator("i"),)), goal_of := action("b")), theme("u", action("c"))
        ),
        owners=(owner("o"), owner("p")),
        programme_indicators=(indicator("j"),),
    )
    assert goal_of.id == "b"
    assert paths_in(plan) == paths_of(unstructure(plan))


@given(programmes())
def test_whatever_the_programme_no_check_breaks_and_every_path_leads_to_its_item(plan: Programme) -> None:
    paths = paths_in(plan)
    for finding in run_checks(plan):
        assert finding.code != "S104", str(finding)
        own = paths[finding.item] if finding.item else ()
        assert finding.path[: len(own)] == own or finding.path[0] == "follow_ups"


@given(programmes())
def test_findings_are_the_same_whether_a_programme_was_read_or_built(plan: Programme) -> None:
    assert run_checks(plan) == run_checks(attrs.evolve(plan, origin=None))


SILENT = programme(theme("t", goal("g"), goal("h", former_ids=("old",))), silenced=(silence("C101", "g", "OLD"),))


def test_a_silenced_finding_is_not_shown() -> None:
    assert [
        finding.item for finding in run_checks(SILENT, only={"C101", "C102", "S101"}) if finding.code == "C101"
    ] == []
    assert [finding.item for finding in run_checks(SILENT, only={"C102"})] == ["g", "h"]


def test_a_silenced_finding_is_shown_with_its_reason_when_asked_for() -> None:
    found = run_checks(SILENT, only={"C101"}, silenced=True)
    assert [finding.item for finding in found] == ["g", "h"]
    assert str(found[0]).endswith("(Silenced: Så står det i det tryckta dokumentet.)")


def test_a_silence_without_items_is_for_all() -> None:
    plan = attrs.evolve(SILENT, silenced=(silence("C101"),))
    assert run_checks(plan, only={"C101", "S101"}) == ()


def test_a_silence_that_hides_nothing_is_told() -> None:
    plan = attrs.evolve(SILENT, silenced=(silence("C101"), silence("C103"), silence("L101", "g"), silence("C101")))
    found = run_checks(plan, only={"C101", "C103", "S101"})
    assert [(finding.code, finding.path) for finding in found] == [("S101", ("silenced", 1)), ("S101", ("silenced", 3))]


def test_a_silence_of_a_check_that_does_not_exist() -> None:
    plan = attrs.evolve(SILENT, silenced=(silence("C1O1"), silence("X900"), silence("C101")))
    found = run_checks(plan, (*ALL, Shouting()), only={"S102"})
    assert [str(finding.message) for finding in found] == ["There is no check “C1O1”."]
    assert found[0].path == ("silenced", 0, "check")


def test_a_silence_for_an_item_that_does_not_exist() -> None:
    plan = programme(
        theme("t", goal("boende")), silenced=(Silence(check="C101", items=("boend", "boende"), reason=text("x")),)
    )
    (finding,) = run_checks(plan, only={"S103"})
    assert "Did you mean “boende”?" in str(finding)
    assert finding.path == ("silenced", 0, "items", 0)
