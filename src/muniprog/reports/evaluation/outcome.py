"""What was reached at the end, and what was late: when, by how much, and why."""

from collections.abc import Iterator

from muniprog.document import Block, BulletList, Paragraph
from muniprog.messages import Message, message
from muniprog.progress import Standing
from muniprog.reports import status_tables
from muniprog.reports.action_words import delays
from muniprog.reports.evaluation.rounds import Rounds
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW


def reached(end: Teller) -> Iterator[Block]:
    """Yield what is done in each theme, and the indicators by what became of their targets."""
    yield from status_tables.by_theme(end)
    yield from _list(end, message("Indicators that met their target"), Standing.MET)
    yield from _list(end, message("Indicators that missed their target"), Standing.MISSED)


def delayed(rounds: Rounds) -> Iterator[Block]:
    """Yield the actions that were late in a round or ready later than planned; with the rounds in which they were."""
    end = rounds.end
    found = rounds.actions()
    late_in = {
        name: [title for title, each in zip(rounds.titles, row, strict=True) if each is not None and each.is_late]
        for name, row in found.items()
    }
    actions = [each for each in end.figures.actions if late_in[each.id] or (each.actual_end and (each.slip or 0) > 0)]
    if not actions:
        yield Paragraph(end.voice.say(message("No action was late."), BELOW))
        return
    yield delays(end, message("Actions that were late"), actions, late_in=late_in)


def _list(end: Teller, title: Message, standing: Standing) -> Iterator[Block]:
    found = [each.indicator for each in end.figures.indicators if each.verdict is standing]
    if found:
        yield end.heading(2, title, standing)
        yield BulletList(end.linked(indicator) for indicator in found)
