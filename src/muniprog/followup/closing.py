"""The end of a round: it is closed with a record and a seal, and opened again only with a reason."""

from datetime import date

import attrs

from muniprog.errors import ClosedRoundError, OpenQuestionsError, ValueProblem
from muniprog.followup.left_open import findings_of, left_open
from muniprog.followup.record import record_of
from muniprog.followup.rounds import find_round, refuse_closed, with_round
from muniprog.followup.seal import kept_seal, seal_of
from muniprog.messages import Spoken, message
from muniprog.model import FollowUp, Programme, Reopening
from muniprog.source import Finding
from muniprog.text import Text
from muniprog.timeframe import Period


def open_questions(programme: Programme, period: Period | str | int, *, on: date) -> tuple[Finding, ...]:
    """Return what is still open in a round: questions without an answer, answers sent back or not approved.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day on which the round would be closed; answers that count only later are told too.

    Raises:
        UnknownNameError: The programme has no such round.
    """
    follow_up = find_round(programme, period)
    return findings_of(programme, follow_up, left_open(programme, follow_up, on=on))


def close_round(
    programme: Programme, period: Period | str | int, *, on: date, despite_unanswered: bool = False
) -> Programme:
    """Return the programme with a round closed: it holds the programme and the figures of that day, and never changes.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day; the figures of the record are those of this day.
        despite_unanswered: Whether to close although something is still open; the record then tells what.

    Raises:
        UnknownNameError: The programme has no such round.
        ClosedRoundError: It is closed already.
        OpenQuestionsError: Something is still open in it (`open_questions`).
        ValueProblem: The day is before the round was opened.
    """
    follow_up = find_round(programme, period)
    refuse_closed(follow_up)
    _refuse_too_early(follow_up, on)
    left = left_open(programme, follow_up, on=on)
    if left.plain and not despite_unanswered:
        raise OpenQuestionsError(follow_up.period.raw, findings_of(programme, follow_up, left))
    closed = attrs.evolve(follow_up, closed_on=on)
    record = record_of(programme, closed, as_of=on, told=left.plain)
    closed = attrs.evolve(closed, record=record)
    sealed = attrs.evolve(closed, record={**record, "seal": seal_of(closed, programme)})
    return with_round(programme, sealed)


def reopen_round(
    programme: Programme, period: Period | str | int, *, on: date, by: str | None = None, reason: Text | str
) -> Programme:
    """Return the programme with a closed round open again; that, when and why stays written in the round.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day.
        by: The role that opens it again.
        reason: Why; a bare string is in the language of record.

    Raises:
        UnknownNameError: The programme has no such round.
        ValueProblem: The round is open, the day is before it was closed, or there is no reason.
    """
    follow_up = find_round(programme, period)
    why = Text.of(reason, programme.record) if isinstance(reason, str) else reason
    if follow_up.closed_on is None:
        raise ValueProblem(message("The round {period} is open already.", period=follow_up.period.raw))
    if on < follow_up.closed_on:
        raise _before(
            message("The round was closed on {day}; it cannot be opened again before.", day=follow_up.closed_on)
        )
    if not why:
        raise ValueProblem(message("A closed round is opened again with a reason; say why."))
    reopening = Reopening(on=on, by=by, reason=why, closed_on=follow_up.closed_on, seal=kept_seal(follow_up))
    opened = attrs.evolve(follow_up, closed_on=None, record=None, reopened=(*follow_up.reopened, reopening))
    return with_round(programme, opened)


def refuse_changed_rounds(programme: Programme, loaded: Programme) -> None:
    """Do nothing if every closed round of `loaded` is in `programme` as it was, or was opened again.

    Raises:
        ClosedRoundError: A closed round was changed or taken away; names it and what differs.
    """
    now = {follow_up.period.raw: follow_up for follow_up in programme.follow_ups}
    for before in loaded.follow_ups:
        after = now.get(before.period.raw)
        if before.closed_on is None or after == before or (after is not None and _was_reopened(before, after)):
            continue
        differs = () if after is None else _differing(before, after)
        raise ClosedRoundError(before.period.raw, before.closed_on.isoformat(), differs)


def _was_reopened(before: FollowUp, after: FollowUp) -> bool:
    count = len(before.reopened)
    if after.reopened[:count] != before.reopened or len(after.reopened) == count:
        return False
    reopening = after.reopened[count]
    return (reopening.closed_on, reopening.seal) == (before.closed_on, kept_seal(before))


def _differing(before: FollowUp, after: FollowUp) -> tuple[str, ...]:
    return tuple(name for name in attrs.fields_dict(FollowUp) if getattr(before, name) != getattr(after, name))


def _refuse_too_early(follow_up: FollowUp, on: date) -> None:
    days = (follow_up.opened_on, *(reopening.on for reopening in follow_up.reopened))
    last = max((day for day in days if day is not None), default=on)
    if on < last:
        raise _before(message("The round was opened on {day}; it cannot be closed before.", day=last))


def _before(sentence: Spoken) -> ValueProblem:
    return ValueProblem(sentence, code="F007")
