"""What is left open in a round: questions without an answer, and answers that do not count, or not yet."""

from collections.abc import Iterator
from datetime import date

import attrs

from muniprog.messages import Spoken, message
from muniprog.model import FollowUp, Observation, Programme, Request, Update
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
    answers = tuple(_answers(programme, follow_up))
    counting = {name for name, answer in answers if answer.sent_back is None}
    unanswered = (
        attrs.evolve(request, items=tuple(item for item in request.items if _id(programme, item) not in counting))
        for request in follow_up.asked
    )
    return LeftOpen(
        unanswered=tuple(request for request in unanswered if request.items),
        sent_back=_each_once(name for name, answer in answers if answer.sent_back and name not in counting),
        unapproved=_each_once(
            name
            for name, answer in answers
            if follow_up.approver and answer.approved_on is None and answer.sent_back is None
        ),
        too_late=_each_once(name for name, answer in answers if _counts_from(follow_up, answer) > on),
    )


def findings_of(programme: Programme, follow_up: FollowUp, left: LeftOpen) -> tuple[Finding, ...]:
    """Return what is left open as findings, the questions of each owner in one."""
    path = ("follow_ups", programme.follow_ups.index(follow_up))
    asked = (
        Finding(
            code="U011",
            severity=Severity.WARNING,
            message=message(
                "{owner} has not answered for: {items}.",
                owner=_called(programme, request.owner),
                items=_named(programme, request.items),
            ),
            item=request.owner,
            path=path,
        )
        for request in left.unanswered
    )
    lists = (
        ("U012", message("Sent back and not answered again: {items}.", items=_named(programme, left.sent_back))),
        ("U013", message("Not approved: {items}.", items=_named(programme, left.unapproved))),
        (
            "U014",
            message(
                "These answers count only from a later day on and stand in no figure of the record: {items}. Give them "
                "the day on which they were made (`reported_on`), or close the round later.",
                items=_named(programme, left.too_late),
            ),
        ),
    )
    there = (left.sent_back, left.unapproved, left.too_late)
    others = (
        Finding(code=code, severity=Severity.WARNING, message=sentence, path=path)
        for (code, sentence), names in zip(lists, there, strict=True)
        if names
    )
    return (*asked, *others)


def _answers(programme: Programme, follow_up: FollowUp) -> Iterator[tuple[str, Update | Observation]]:
    for update in follow_up.updates:
        yield _id(programme, update.item), update
    for observation in follow_up.observations:
        yield _id(programme, observation.indicator or ""), observation


def _counts_from(follow_up: FollowUp, answer: Update | Observation) -> date:
    """Return the day from which an answer is known, as figures see it."""
    otherwise = answer.period.end if isinstance(answer, Observation) else follow_up.period.end
    return answer.reported_on or otherwise


def _each_once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _id(programme: Programme, name: str) -> str:
    """Return the identifier that an item has today."""
    return programme[name].id if name in programme else name


def _called(programme: Programme, name: str) -> Text | str:
    return (programme[name].title or name) if name in programme else name


def _named(programme: Programme, names: tuple[str, ...]) -> tuple[Spoken | str, ...]:
    return tuple(_called(programme, name) for name in names)
