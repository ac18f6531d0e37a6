"""A round by its period, and what is refused about rounds."""

import attrs

from muniprog.errors import ClosedRoundError, UnknownNameError, ValueProblem
from muniprog.messages import message
from muniprog.model import FollowUp, Programme, expect_programme
from muniprog.timeframe import Period


def find_round(programme: Programme, period: Period | str | int) -> FollowUp:
    """Return the round of follow-up for a period.

    Args:
        programme: The programme.
        period: The period, or how it is written. It is compared by its days: `2020` finds `2020-01–2020-12` too.

    Raises:
        UnknownNameError: There is no such round; the nearest one is named.
    """
    expect_programme(programme)
    written = str(period)
    found = next((each for each in programme.follow_ups if each.period.raw == written), None)
    wanted = None if found is not None else _read(programme, period)
    if wanted is not None:
        found = next((each for each in programme.follow_ups if each.period.order == wanted.order), None)
    if found is None:
        known = tuple(each.period.raw for each in programme.follow_ups)
        advice = None if known else message("No round has been opened yet.")
        raise UnknownNameError(message("round of follow-up"), written, known, advice)
    return found


def find_open_round(programme: Programme, period: Period | str | int) -> FollowUp:
    """Return the round of follow-up for a period, which must not be closed.

    Raises:
        UnknownNameError: There is no such round.
        ClosedRoundError: It is closed.
    """
    found = find_round(programme, period)
    refuse_closed(found)
    return found


def refuse_closed(follow_up: FollowUp) -> None:
    """Do nothing if a round may be changed.

    Raises:
        ClosedRoundError: It is closed.
    """
    if follow_up.closed_on is not None:
        raise ClosedRoundError(follow_up.period.raw, follow_up.closed_on)


def with_round(programme: Programme, changed: FollowUp) -> Programme:
    """Return the programme with a round as it is now; a round for a new period takes its place in the order of time."""
    rounds = list(programme.follow_ups)
    for position, follow_up in enumerate(rounds):
        if follow_up.period.order == changed.period.order:
            rounds[position] = changed
            break
    else:
        later = (place for place, each in enumerate(rounds) if comes_before(changed.period, each.period))
        rounds.insert(next(later, len(rounds)), changed)
    return attrs.evolve(programme, follow_ups=tuple(rounds))


def comes_before(first: Period, second: Period) -> bool:
    """Return whether one period is followed up before another: what ends first, and a part before its whole."""
    return (first.end, second.start) < (second.end, first.start)


def _read(programme: Programme, period: Period | str | int) -> Period | None:
    """Return the period that is meant; None for words that are none, which no round can have."""
    if isinstance(period, Period):
        return period
    try:
        return Period.parse(period, language=programme.record, calendar=programme.calendar)
    except ValueProblem:
        return None
