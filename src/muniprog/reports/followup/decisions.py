"""What was decided in the round."""

from collections.abc import Iterator

from muniprog.document import Block, Paragraph
from muniprog.messages import message
from muniprog.model import FollowUp
from muniprog.reports.decision_table import decision_table
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW


def decisions(teller: Teller, follow_up: FollowUp) -> Iterator[Block]:
    """Yield the chapter."""
    yield teller.heading(1, message("Decisions"), "decisions")
    if follow_up.decisions:
        yield decision_table(teller, message("Decisions of the round"), [follow_up])
    else:
        yield Paragraph(teller.voice.say(message("No decision is written down for this round."), BELOW))
