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
from muniprog.model import Programme
from muniprog.reports.evaluation import EvaluationReport
from muniprog.reports.followup import FollowUpReport
from muniprog.reports.indicators import IndicatorsReport
from muniprog.reports.owners import OwnersReport
from muniprog.testing.strategies import programmes
from tests.reported import built, three_rounds

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
