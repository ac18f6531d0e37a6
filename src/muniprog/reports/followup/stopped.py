"""Late and stopped actions: with planned and actual days and money beside each other, and the reasons."""

from collections.abc import Iterator

from muniprog.document import Block, Paragraph
from muniprog.messages import Message, message
from muniprog.model import Status
from muniprog.progress import ActionFigures
from muniprog.reports.action_words import delays
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW


def stopped(teller: Teller) -> Iterator[Block]:
    """Yield the chapter."""
    yield teller.heading(1, message("Late and stopped actions"), "late")
    actions = teller.figures.actions
    late = [each for each in actions if each.is_late]
    yield from _section(teller, message("Late"), "late-now", late, message("No action is late."))
    postponed = [each for each in actions if each.status is Status.POSTPONED]
    yield from _section(teller, message("Postponed"), "postponed", postponed, message("No action is postponed."))
    cancelled = [each for each in actions if each.status is Status.CANCELLED]
    yield from _section(teller, message("Cancelled"), "cancelled", cancelled, message("No action is cancelled."))
    after_time = [each for each in actions if each.status is Status.DONE and (each.slip or 0) > 0]
    yield from _section(
        teller,
        message("Done later than planned"),
        "done-later",
        after_time,
        message("No action was done later than planned."),
    )


def _section(
    teller: Teller, title: Message, anchor: str, actions: list[ActionFigures], if_none: Message
) -> Iterator[Block]:
    yield teller.heading(2, title, anchor)
    if actions:
        yield delays(teller, title, actions)
    else:
        yield Paragraph(teller.voice.say(if_none, BELOW))
