"""The values of an indicator in the order of time: one for each period, whole and parts apart, gaps and all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import attrs

from muniprog.messages import message
from muniprog.model import Indicator, Measure, Observation, Per, Programme, Series
from muniprog.progress.order import last_one_last
from muniprog.progress.totals import sum_of
from muniprog.progress.values import Availability, Dimensions, PeriodValue, read, series_of
from muniprog.timeframe import Period, Precision

_PRECISIONS = {
    Per.YEAR: Precision.YEAR,
    Per.HALF_YEAR: Precision.HALF_YEAR,
    Per.QUARTER: Precision.QUARTER,
    Per.MONTH: Precision.MONTH,
}
_ADDABLE = (Measure.COUNT, Measure.MONEY, Measure.SHARE, Measure.RATIO)

Reported = tuple[Period, Observation]
"""A period that a value is put under, and what was observed."""


@attrs.frozen(eq=False)
class Almanac:
    """The periods of a programme's own calendar: fiscal years where it has them, and their quarters.

    Attributes:
        programme: The programme whose calendar it is.
        seen: The periods that were asked for before.
    """

    programme: Programme
    seen: dict[tuple[Per | None, date, date, str], Period] = attrs.field(factory=dict)

    def place(self, period: Period, per: Per | None) -> Period:
        """Return the year, quarter … that a period lies in; the period itself where it lies in none."""
        key = (per, period.start, period.end, period.raw)
        found = self.seen.get(key)
        if found is None:
            found = self.seen[key] = self._placed(period, per)
        return found

    def all(self, per: Per | None) -> Iterator[Period]:
        """Yield the years, quarters … of the programme's period; years where a value is not per anything."""
        day, last = self.programme.period.start, self.programme.period.end
        while (period := self._holding(day, per if per in _PRECISIONS else Per.YEAR)) is not None:
            yield period
            if period.end >= last:
                return
            day = period.end + timedelta(days=1)

    def within(self, period: Period, per: Per | None) -> tuple[Period, ...]:
        """Return the years, quarters … that lie wholly within a period; the period itself where none does."""
        found: list[Period] = []
        day = period.start
        while day <= period.end and (holding := self._holding(day, per)) is not None:
            if period.start <= holding.start and holding.end <= period.end:
                found.append(period if holding.order == period.order else holding)
            day = holding.end + timedelta(days=1)
        return tuple(found) or (period,)

    def _placed(self, period: Period, per: Per | None) -> Period:
        holding = self._holding(period.start, per)
        if holding is None or holding.end < period.end or holding.order == period.order:
            return period
        return holding

    def _holding(self, day: date, per: Per | None) -> Period | None:
        precision = _PRECISIONS.get(per) if per is not None else None
        if precision is None:
            return None
        calendar = self.programme.calendar
        if precision is Precision.YEAR and calendar.fiscal_year != 1:
            precision = Precision.FISCAL_YEAR
        try:
            return Period.holding(day, precision, calendar=calendar, language=self.programme.record)
        except (ValueError, OverflowError):  # the first and the last year that there are have no whole fiscal year
            return None


def values_of(
    indicator: Indicator, observations: Iterable[Observation], almanac: Almanac
) -> dict[Dimensions, tuple[PeriodValue, ...]]:
    """Return the values of the whole (under `()`) and of each part of it, in the order of their periods."""
    groups: defaultdict[Dimensions, defaultdict[tuple[date, date], list[Reported]]]
    groups = defaultdict(lambda: defaultdict(list))
    for observation in observations:
        placed = almanac.place(observation.period, indicator.per)
        part = tuple(sorted(observation.dimensions.items())) if observation.dimensions else ()
        groups[part][placed.order].append((placed, observation))
    return {
        part: tuple(_value(indicator, periods[order]) for order in sorted(periods)) for part, periods in groups.items()
    }


def timeline(values: Sequence[PeriodValue], periods: Iterable[Period], as_of: date) -> tuple[PeriodValue, ...]:
    """Return the values with those periods put in that nobody has reported anything about."""
    known = {value.period.order for value in values}
    gaps = (
        PeriodValue(
            period=period, availability=Availability.NOT_REPORTED if period.end <= as_of else Availability.NOT_DUE
        )
        for period in periods
        if period.order not in known and not any(start <= period.end and period.start <= end for start, end in known)
    )
    return tuple(sorted((*values, *gaps), key=lambda value: value.period.order))


def _value(indicator: Indicator, reported: list[Reported]) -> PeriodValue:
    if len(reported) == 1:
        return read(indicator, reported[0][1], reported[0][0])
    period = min((period for period, _ in reported), key=lambda period: period.raw)
    ordered = last_one_last((observation for _, observation in reported), _when)
    if series_of(indicator) is Series.PER_PERIOD and indicator.measure in _ADDABLE:
        return _added_up(indicator, period, ordered)
    latest = read(indicator, ordered[-1], period)
    contested = _when(ordered[-1]) == _when(ordered[-2])
    remark = (
        message("There are several values for {period} and nothing tells which is the latest.", period=period.raw)
        if contested
        else message("The latest of {count} reports about {period} counts.", count=len(ordered), period=period.raw)
    )
    return attrs.evolve(latest, remark=remark)


def _added_up(indicator: Indicator, period: Period, observations: list[Observation]) -> PeriodValue:
    """Return the sum of several reports about one period, or about parts of it."""
    whole = [seen for seen in observations if seen.period.order == period.order]
    counted = whole or observations
    if not whole and _overlap(counted):
        reason = message("Some of the reports about {period} overlap.", period=period.raw)
        return PeriodValue(period=period, availability=Availability.UNUSABLE, reason=reason)
    parts = [read(indicator, seen, seen.period) for seen in counted]
    measured = [part for part in parts if part.number is not None]
    if not measured:
        return attrs.evolve(parts[-1], period=period)
    total = sum_of(indicator, measured)
    if total.value is None:
        return PeriodValue(period=period, availability=Availability.UNUSABLE, reason=total.reason)
    remark = (
        message("The sum of {count} reports about {period}.", count=len(measured), period=period.raw)
        if len(measured) == len(parts)
        else message(
            "The sum of {count} of {all} reports about {period}; the others have no value.",
            count=len(measured),
            all=len(parts),
            period=period.raw,
        )
    )
    return PeriodValue(
        period=period,
        value=total.value,
        numerator=total.numerator,
        denominator=total.denominator,
        remark=remark,
        unit=indicator.unit,
        decimals=indicator.decimals,
    )


def _overlap(observations: Sequence[Observation]) -> bool:
    periods = sorted({seen.period.order for seen in observations})
    return any(second[0] <= first[1] for first, second in pairwise(periods))


def _when(observation: Observation) -> tuple[date, date]:
    return observation.period.end, observation.reported_on or observation.period.end
