"""What is missing in the round: who has not answered for what, and which answers do not count, or not yet."""

from collections.abc import Iterator, Sequence

from muniprog.document import Block, BulletList, Column, ColumnKind, Paragraph, Row, Table, cell
from muniprog.followup.answering import OwnerAnswers, round_status
from muniprog.followup.left_open import left_open
from muniprog.messages import Message, message
from muniprog.model import FollowUp
from muniprog.progress import ShareOf
from muniprog.reports import words
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW


def missing(teller: Teller, follow_up: FollowUp) -> Iterator[Block]:
    """Yield the chapter."""
    day = teller.occasion.as_of
    status = round_status(teller.programme, follow_up.period, as_of=day)
    yield teller.heading(1, message("What is missing"), "missing")
    answered = ShareOf(len(status.answered), len(status.asked))
    said = (
        message("Questions with an answer that counts: {share}.", share=answered)
        if status.asked
        else message("Nobody is asked about anything in this round.")
    )
    yield Paragraph(teller.voice.say(said, BELOW))
    if silent := [owner for owner in status.owners if owner.missing]:
        yield _unanswered(teller, silent)
    yield from _listed(teller, message("Sent back and not answered again"), "sent-back", status.sent_back)
    yield from _listed(teller, message("Answered, but not approved yet"), "not-approved", status.waiting)
    too_late = left_open(teller.programme, follow_up, on=day).too_late
    yield from _listed(teller, message("Answered later than the day on which this report stands"), "too-late", too_late)
    if status.unasked:
        yield teller.heading(2, message("Nobody is asked"), "nobody-asked")
        yield teller.bullets(status.unasked)


def _unanswered(teller: Teller, silent: Sequence[OwnerAnswers]) -> Table:
    voice = teller.voice
    return Table(
        voice.say(message("Not answered, by owner")),
        [
            Column(voice.say(words.OWNER), share=1.2),
            Column(voice.say(message("Not answered"), BELOW), kind=ColumnKind.NUMBER, share=0.5),
            Column(voice.say(message("About what")), share=2.5),
        ],
        [
            Row(
                [
                    cell(teller.owner(owner.owner), header=True),
                    cell(str(len(owner.missing)), value=len(owner.missing)),
                    cell(*map(teller.mention, owner.missing), bullets=len(owner.missing) > 1),
                ],
                facets=teller.facets(owner.owner),
            )
            for owner in silent
        ],
    )


def _listed(teller: Teller, title: Message, anchor: str, items: Sequence[str]) -> Iterator[Block]:
    if items:
        yield teller.heading(2, title, anchor)
        yield BulletList(teller.mention(item) for item in items)
