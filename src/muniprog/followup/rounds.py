"""One round among the rounds of a programme: found by its period, put in the place of an earlier state of itself."""

import attrs

from muniprog.errors import ClosedRoundError, UnknownNameError
from muniprog.messages import message
from muniprog.model import FollowUp, Programme
from muniprog.timeframe import Period


def find_round(programme: Programme, period: Period | str | int) -> FollowUp:
    """Return the round of a period.

    Args:
        programme: The programme.
        period: The period, or how it is written: `2020`, `2020-Q1`.

    Raises:
        UnknownNameError: The programme has no such round.
    """
    raw = period.raw if isinstance(period, Period) else str(period).strip()
    known = {follow_up.period.raw: follow_up for follow_up in programme.follow_ups}
    if raw not in known:
        raise UnknownNameError(message("round of follow-up"), raw, tuple(known))
    return known[raw]


def with_round(programme: Programme, follow_up: FollowUp) -> Programme:
    """Return the programme with this state of a round in the place of the earlier one."""
    rounds = tuple(follow_up if each.period.raw == follow_up.period.raw else each for each in programme.follow_ups)
    return attrs.evolve(programme, follow_ups=rounds)


def refuse_closed(follow_up: FollowUp) -> None:
    """Do nothing if the round is open.

    Raises:
        ClosedRoundError: It is closed.
    """
    if follow_up.closed_on is not None:
        raise ClosedRoundError(follow_up.period.raw, follow_up.closed_on.isoformat())
