"""What is left open in a round: questions without an answer, and answers that do not count, or not yet."""

from collections.abc import Iterator
from datetime import date

import attrs

from muniprog.followup.asking import asked_now
from muniprog.messages import Message, message
from muniprog.model import FollowUp, Programme, Request
from muniprog.progress.answers import answers_in, counts_from, is_waiting, last_words
from muniprog.source import Finding, Plain, Severity
from muniprog.text import Text


@attrs.frozen(kw_only=True)
class LeftOpen:
    """What is left open in a round on the day on which it is closed.

    Attributes:
        unanswered: Who has not answered for what.
        sent_back: Identifiers of what was sent back and not answered again.
        unapproved: Identifiers of what nobody has approved, in a round whose answers are approved.
        too_late: Identifiers of what counts only from a later day on, and so stands in no figure of the record.
    """

    unanswered: tuple[Request, ...] = ()
    sent_back: tuple[str, ...] = ()
    unapproved: tuple[str, ...] = ()
    too_late: tuple[str, ...] = ()

    @property
    def plain(self) -> dict[str, Plain]:
        """What is left open, as the record tells it; nothing where nothing is."""
        asked: list[Plain] = [{"owner": each.owner, "items": [*each.items]} for each in self.unanswered]
        lists: dict[str, list[Plain]] = {
            "unanswered": asked,
            "sent_back": [*self.sent_back],
            "unapproved": [*self.unapproved],
            "too_late": [*self.too_late],
        }
        return {key: kept for key, kept in lists.items() if kept}


def left_open(programme: Programme, follow_up: FollowUp, *, on: date) -> LeftOpen:
    """Return what is left open in a round on a day."""
    answers = answers_in(programme, follow_up)
    last = {item: last_words(follow_up, given) for item, given in answers.items()}
    unanswered = (
        attrs.evolve(request, items=tuple(item for item in request.items if item not in answers))
        for request in asked_now(programme, follow_up, on)
    )
    return LeftOpen(
        unanswered=tuple(request for request in unanswered if request.items),
        sent_back=tuple(item for item, words in last.items() if any(each.sent_back for each in words)),
        unapproved=tuple(
            item for item, words in last.items() if any(is_waiting(follow_up, each, on) for each in words)
        ),
        too_late=tuple(
            item for item, words in last.items() if any(counts_from(follow_up, each) > on for each in words)
        ),
    )


def findings_of(programme: Programme, follow_up: FollowUp, left: LeftOpen) -> tuple[Finding, ...]:
    """Return what is left open as findings, the questions of each owner in one."""
    path = ("follow_ups", programme.follow_ups.index(follow_up))
    return tuple(
        Finding(code=code, severity=Severity.WARNING, message=sentence, item=owner, path=path)
        for code, owner, sentence in _sentences(programme, left)
    )


def _sentences(programme: Programme, left: LeftOpen) -> Iterator[tuple[str, str, Message]]:
    """Yield what is left open: the code of the finding, the owner that it concerns, and the sentence."""
    for request in left.unanswered:
        asked, items = _called(programme, request.owner), _named(programme, request.items)
        yield "U011", request.owner, message("{owner} has not answered for: {items}.", owner=asked, items=items)
    if left.sent_back:
        items = _named(programme, left.sent_back)
        yield "U012", "", message("Sent back and not answered again: {items}.", items=items)
    if left.unapproved:
        yield "U013", "", message("Not approved: {items}.", items=_named(programme, left.unapproved))
    if left.too_late:
        sentence = message(
            "These answers count only from a later day on and stand in no figure of the record: {items}. Give them "
            "the day on which they were made (`reported_on`), or close the round later.",
            items=_named(programme, left.too_late),
        )
        yield "U014", "", sentence


def _called(programme: Programme, name: str) -> Text | str:
    return (programme[name].title or name) if name in programme else name


def _named(programme: Programme, names: tuple[str, ...]) -> tuple[Text | str, ...]:
    return tuple(_called(programme, name) for name in names)
