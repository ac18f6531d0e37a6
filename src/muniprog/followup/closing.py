"""The end of a round: it is closed with a record and a seal, and opened again only with a reason."""

from datetime import date

import attrs

from muniprog.errors import FollowUpError, OpenQuestionsError
from muniprog.followup.finding import find_round, refuse_closed, with_round
from muniprog.followup.left_open import findings_of, left_open
from muniprog.followup.record import record_of
from muniprog.followup.seal import kept_seal, seal_of
from muniprog.messages import message
from muniprog.model import FollowUp, Programme, Reopening
from muniprog.source import Finding
from muniprog.text import Text
from muniprog.timeframe import Period, as_day


def open_questions(programme: Programme, period: Period | str | int, *, on: date | str) -> tuple[Finding, ...]:
    """Return what is still open in a round: questions without an answer, answers sent back or not approved.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day on which the round would be closed; answers that count only later are told too.

    Raises:
        UnknownNameError: The programme has no such round.
    """
    follow_up = find_round(programme, period)
    return findings_of(programme, follow_up, left_open(programme, follow_up, on=as_day(on)))


def close_round(
    programme: Programme, period: Period | str | int, *, on: date | str, despite_unanswered: bool = False
) -> Programme:
    """Return the programme with a round closed: it holds the programme and the figures of that day, and never changes.

    Args:
        programme: The programme.
        period: The round's period.
        on: The day, as a date or in ISO form; the figures of the record are those of this day.
        despite_unanswered: Whether to close although something is still open; the record then tells what.

    Raises:
        UnknownNameError: The programme has no such round.
        ClosedRoundError: It is closed already.
        OpenQuestionsError: Something is still open in it (`open_questions`).
        FollowUpError: The day is before the round was opened.
    """
    follow_up = find_round(programme, period)
    refuse_closed(follow_up)
    day = as_day(on)
    _refuse_too_early(follow_up, day)
    left = left_open(programme, follow_up, on=day)
    if left.plain and not despite_unanswered:
        raise OpenQuestionsError(follow_up.period.raw, findings_of(programme, follow_up, left))
    closed = attrs.evolve(follow_up, closed_on=day)
    record = record_of(programme, closed, as_of=day, told=left.plain)
    closed = attrs.evolve(closed, record=record)
    sealed = attrs.evolve(closed, record={**record, "seal": seal_of(closed, programme)})
    return with_round(programme, sealed)


def reopen_round(
    programme: Programme, period: Period | str | int, *, on: date | str, by: str | None = None, reason: Text | str
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
        FollowUpError: The round is open, the day is before it was closed, or there is no reason.
    """
    follow_up, day = find_round(programme, period), as_day(on)
    why = Text.of(reason.strip(), programme.record) if isinstance(reason, str) else reason
    closed_on = follow_up.closed_on
    if closed_on is None:
        raise FollowUpError(message("The round {period} is open already.", period=follow_up.period.raw))
    if day < closed_on:
        raise FollowUpError(message("The round was closed on {day}; it cannot be opened again before.", day=closed_on))
    if not why:
        raise FollowUpError(message("A closed round is opened again with a reason; say why."))
    reopening = Reopening(on=day, by=by, reason=why, closed_on=closed_on, seal=kept_seal(follow_up))
    opened = attrs.evolve(follow_up, closed_on=None, record=None, reopened=(*follow_up.reopened, reopening))
    return with_round(programme, opened)


def _refuse_too_early(follow_up: FollowUp, on: date) -> None:
    days = (follow_up.opened_on, *(reopening.on for reopening in follow_up.reopened))
    last = max((day for day in days if day is not None), default=on)
    if on < last:
        raise FollowUpError(message("The round was opened on {day}; it cannot be closed before.", day=last))
