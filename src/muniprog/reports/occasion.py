"""What a report of figures stands on: a programme, a day, and the round of follow-up that it is about.

A closed round brings the programme of its own day. An open one stands on the day that is asked for, else on the last
day of its period, or on the day of its last answer where that is later. No clock is asked.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

import attrs

from muniprog.errors import ValueProblem
from muniprog.followup.finding import find_round
from muniprog.followup.record import standing_of
from muniprog.interfaces import ReportOptions
from muniprog.messages import message
from muniprog.model import FollowUp, Observation, Programme, Update
from muniprog.progress import Figures, assess
from muniprog.progress.owners import OwnersOn, owners_on
from muniprog.reports.published import internal_actions, published
from muniprog.timeframe import Period, parse_day


@attrs.frozen(kw_only=True)
class Occasion:
    """What a report of figures stands on.

    Attributes:
        programme: What may be shown of the programme, as it was on that day.
        as_of: The day.
        left_out: How many internal actions are neither shown nor counted.
    """

    programme: Programme
    as_of: date
    left_out: int = 0

    @property
    def owners_as_of(self) -> date:
        """The day whose owners are named."""
        return self.as_of

    @cached_property
    def figures(self) -> Figures:
        """The figures of the day."""
        return assess(self.programme, as_of=self.as_of, owners_as_of=self.owners_as_of)

    @cached_property
    def owners(self) -> OwnersOn:
        """The owners that are named."""
        return owners_on(self.programme, self.owners_as_of)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Where each item stands in the programme."""
        return {entry.id: position for position, entry in enumerate(self.programme.entries())}


@attrs.frozen(kw_only=True)
class RoundOccasion(Occasion):
    """What a report of a round stands on.

    Attributes:
        round: The round.
        closed: Whether the round is closed.
        intact: Whether a closed round says what it said when it was closed.
    """

    round: FollowUp
    closed: bool
    intact: bool

    @property
    def owners_as_of(self) -> date:
        """The last day of the round's period, though the round is closed later; or the day, where that is earlier."""
        return min(self.as_of, self.round.period.end)

    @cached_property
    def before(self) -> Figures | None:
        """The figures of the round before, out of what was known by its end; None where there was none."""
        earlier = [each for each in in_time(self.programme.follow_ups) if _order(each) < _order(self.round)]
        if not earlier:
            return None
        return assess(self.programme, as_of=min(last_day(earlier[-1]), self.as_of), rounds=earlier)


def occasion_of_round(programme: Programme, options: ReportOptions) -> RoundOccasion:
    """Return what a report of a round stands on: the round that is named, else the latest one.

    Raises:
        UnknownNameError: There is no round for the period that is named.
        ValueProblem: There is no round at all, or a day is asked for on which the closed round does not stand.
    """
    return _of_round(programme, _round(programme, options), options)


def occasion_of(programme: Programme, options: ReportOptions) -> Occasion:
    """Return what a report stands on that may be about a day or about a round.

    A day alone means the programme as it is now. A period means the round for it, or its last day where there is no
    such round. Nothing means the latest round.

    Raises:
        ValueProblem: Nothing tells the day, or a day is asked for on which the closed round does not stand.
    """
    period, as_of = options.period, options.as_of
    is_round = period is not None and any(each.period.order == period.order for each in programme.follow_ups)
    if is_round or (period is None and as_of is None and programme.follow_ups):
        return occasion_of_round(programme, options)
    if as_of is not None:
        day = parse_day(as_of)
    elif period is not None:
        day = period.end
    else:
        raise ValueProblem(
            message("Say on which day things stand, such as 2021-12-31 (`--as-of`); there is no round that tells.")
        )
    shown, left_out = _shown(programme, options)
    return Occasion(programme=shown, as_of=day, left_out=left_out)


def occasions_of_rounds(programme: Programme, options: ReportOptions) -> tuple[RoundOccasion, ...]:
    """Return what each round up to the one that is named stands on, in the order of time.

    Raises:
        UnknownNameError, ValueProblem: As in `occasion_of_round`.
    """
    last = _round(programme, options)
    earlier = (each for each in in_time(programme.follow_ups) if _order(each) < _order(last))
    unsaid = attrs.evolve(options, as_of=None)
    return (*(_of_round(programme, each, unsaid) for each in earlier), _of_round(programme, last, options))


def in_time(rounds: Sequence[FollowUp]) -> list[FollowUp]:
    """Return rounds in the order of time; a part of a year comes before the whole of it."""
    return sorted(rounds, key=_order)


def last_day(follow_up: FollowUp) -> date:
    """Return the day on which a round stands: that of its closing, else the last of its period or of its answers."""
    if follow_up.closed_on is not None:
        return follow_up.closed_on
    answers: tuple[Update | Observation, ...] = (*follow_up.updates, *follow_up.observations)
    return max((follow_up.period.end, *(each.reported_on for each in answers if each.reported_on is not None)))


def _order(follow_up: FollowUp) -> tuple[date, int]:
    period: Period = follow_up.period
    return period.end, -period.start.toordinal()


def _round(programme: Programme, options: ReportOptions) -> FollowUp:
    if options.period is not None:
        return find_round(programme, options.period)
    rounds = in_time(programme.follow_ups)
    if options.as_of is not None:
        day = parse_day(options.as_of)
        rounds = [each for each in rounds if each.period.start <= day]
    if not rounds:
        raise ValueProblem(
            message("There is no round of follow-up to report about. Open one first: muniprog followup open.")
        )
    return rounds[-1]


def _of_round(programme: Programme, follow_up: FollowUp, options: ReportOptions) -> RoundOccasion:
    standing = standing_of(programme, follow_up.period)
    asked = None if options.as_of is None else parse_day(options.as_of)
    if standing.as_of is not None and asked not in (None, standing.as_of):
        raise ValueProblem(
            message(
                "The round {period} is closed and stands on {day} for good; ask for no other day.",
                period=follow_up.period.raw,
                day=standing.as_of,
            )
        )
    day = standing.as_of or asked or last_day(standing.round)
    shown, left_out = _shown(standing.programme, options)
    return RoundOccasion(
        programme=shown,
        as_of=day,
        left_out=left_out,
        round=find_round(shown, standing.round.period),
        closed=standing.closed,
        intact=standing.intact,
    )


def _shown(programme: Programme, options: ReportOptions) -> tuple[Programme, int]:
    """Return what may be shown of a programme, and how many actions are left out of it."""
    if options.internal:
        return programme, 0
    return published(programme), len(internal_actions(programme))
