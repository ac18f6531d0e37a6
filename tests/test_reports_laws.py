"""What holds for the reports of figures whatever programme they are about."""

import random
from typing import TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.backends.html import HtmlBackend
from muniprog.document import Table
from muniprog.interfaces import Report
from muniprog.model import Programme, Status
from muniprog.reports.evaluation import EvaluationReport
from muniprog.reports.followup import FollowUpReport
from muniprog.reports.indicators import IndicatorsReport
from muniprog.reports.owners import OwnersReport
from muniprog.reports.programme import ProgrammeReport
from muniprog.reports.timetable import TimetableReport
from muniprog.testing.strategies import programmes
from tests.builders import action, goal, indicator, measured, owner, programme, round_of, theme, update
from tests.reported import built, printed, three_rounds

Thing = TypeVar("Thing")
REPORTS: list[Report] = [FollowUpReport(), IndicatorsReport(), OwnersReport(), EvaluationReport()]


def figures_of(report: Report, whole: Programme) -> list[tuple[tuple[str, ...], ...]]:
    """All that a report prints, line by line, in an order that is not that of the programme's file."""
    lines: list[tuple[tuple[str, ...], ...]] = []
    for block in built(report, whole, "en", internal=True).walk():
        if isinstance(block, Table):
            rows = ([line for each in row.cells for line in each.content] for row in block.rows)
            lines.extend(tuple(sorted(tuple(span.text for span in line) for line in row)) for row in rows)
        elif content := getattr(block, "content", None):
            lines.append((tuple(span.text for span in content),))
    return sorted(lines)


def shuffled(whole: Programme, seed: int) -> Programme:
    """The same programme with its themes, actions, rounds and answers in another order."""
    mixer = random.Random(seed)

    def mix(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
        return tuple(mixer.sample(things, len(things)))

    themes = [
        attrs.evolve(theme, goals=mix(tuple(attrs.evolve(goal, actions=mix(goal.actions)) for goal in theme.goals)))
        for theme in whole.themes
    ]
    rounds = [
        each if each.is_closed else attrs.evolve(each, updates=mix(each.updates), observations=mix(each.observations))
        for each in whole.follow_ups
    ]
    return attrs.evolve(whole, themes=mix(tuple(themes)), follow_ups=mix(tuple(rounds)))


@pytest.mark.parametrize("languages", [("sv",), ("sv", "fi")], ids="-".join)
@pytest.mark.parametrize("report", [*REPORTS, ProgrammeReport(), TimetableReport()], ids=lambda each: str(each.name))
def test_a_title_of_blanks_is_none_and_the_identifier_stands_in_for_it(
    report: Report, languages: tuple[str, ...]
) -> None:
    blanks = {"sv": "\r", "fi": " \t\n"}
    measure, advice = indicator("i1", title=blanks), action("a1", "2020", ("o1",), title=blanks)
    whole = programme(
        theme("t1", goal("g1", advice, title=blanks, indicators=(measure,)), title=blanks),
        owners=(owner("o1", name=blanks),),
        follow_ups=(round_of("2020", update("a1", Status.DONE, owner="o1"), measured("i1", "2020", 5)),),
        title=blanks,
    )
    said = printed(report, whole, *languages)
    assert any(name in said for name in ("t1", "i1", "o1"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.name))
@pytest.mark.parametrize("seed", range(5))
def test_no_printed_figure_depends_on_the_order_of_actions_answers_or_rounds(report: Report, seed: int) -> None:
    assert figures_of(report, shuffled(three_rounds(), seed)) == figures_of(report, three_rounds())


@settings(max_examples=40)
@given(programmes(), st.sampled_from(REPORTS), st.booleans())
def test_every_report_of_every_programme_can_be_printed(whole: Programme, report: Report, internal: bool) -> None:
    if not whole.follow_ups and isinstance(report, (FollowUpReport, EvaluationReport)):
        return
    as_of = None if whole.follow_ups else "2020-12-31"
    HtmlBackend().render(built(report, whole, *whole.languages, as_of=as_of, internal=internal))
