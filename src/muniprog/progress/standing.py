"""Where an indicator stands: how much of the way from baseline to target is done, and what that means.

Nothing is clamped: below the start is negative, past the target is more than 100 %. Where no percentage makes sense
there is none, and the reason is given.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import attrs

from muniprog.messages import Message, Sentences, Spoken, message
from muniprog.model import Comparison, Direction, Indicator, Measure, Series
from muniprog.progress.numbers import Amount, added, difference, number_of, quotient, whole_per_cent
from muniprog.progress.targets import TargetInForce
from muniprog.progress.totals import overlapping
from muniprog.progress.values import Availability, PeriodValue, series_of
from muniprog.timeframe import Period


class Standing(StrEnum):
    """What an indicator's latest value says about its target."""

    MET = "met"
    ON_THE_WAY = "on_the_way"
    BEHIND = "behind"
    MISSED = "missed"
    NOT_ASSESSABLE = "not_assessable"


STANDING_WORDS = {
    Standing.MET: message("met"),
    Standing.ON_THE_WAY: message("on the way"),
    Standing.BEHIND: message("behind"),
    Standing.MISSED: message("missed"),
    Standing.NOT_ASSESSABLE: message("cannot be assessed"),
}

NO_BASELINE = message("There is no baseline.")
NO_TARGET = message("There is no target.")
NO_VALUE = message("No value is known.")
ONLY_PARTS = message("There are values for parts only, and parts are not added up to the whole.")
IN_WORDS = message("It is told in words, which cannot be reckoned with.")
OF_PLUGIN = message("What a plug-in measures is assessed by the plug-in only.")
NO_DIRECTION = message("Neither a baseline nor a direction says which way is better.")
KEEP_LEVEL = message("The level is to be kept, so there is no way to go and no percentage.")
CONTRARY = message("The direction is the opposite of the way from the baseline to the target; the direction counts.")
CEILING = message("A sum that should not grow past a limit has no way to go and no percentage.")
TARGET_NOT_A_NUMBER = message("The target is not a number.")
BASELINE_NOT_A_NUMBER = message("The baseline is not a number.")
OUT_OF_DATE = message("The time of the target has passed, and no value for that time is known.")


@attrs.frozen(kw_only=True)
class Judged:
    """What became of the comparison of a value with its target.

    Attributes:
        verdict: Where the indicator stands.
        attainment: How much of the way from baseline to target is done, exact and not clamped; None where no
            percentage makes sense.
        expected: How much of the way should be done at the end of the value's period, if it went evenly.
        why: Why there is no verdict, or no percentage.
        value: The value that was compared: the latest one, or the sum of those in the target's own time.
        start: The value at the start of the way.
        target: The value at its end.
        comparison: When the target is met.
        direction: Which way is better.
        is_sum: Whether the value is the sum of the periods in the target's time.
    """

    verdict: Standing = Standing.NOT_ASSESSABLE
    attainment: Fraction | None = None
    expected: Fraction | None = None
    why: Spoken | None = None
    value: Amount | bool | None = None
    start: Amount | None = None
    target: Amount | bool | None = None
    comparison: Comparison | None = None
    direction: Direction | None = None
    is_sum: bool = False


@attrs.frozen(kw_only=True)
class Way:
    """The way that an indicator has to go, in time and in value.

    Attributes:
        value: How far it has come.
        until: The last day that the value is about.
        target: Where it should go.
        start: Where it began; None where nobody knows.
        begun: The last day before it began, as an ordinal: it may be the day before the first one that there is.
        due: The last day for arriving.
        is_sum: Whether the value is a sum that grows from zero in the target's own time.
    """

    value: Amount
    until: date
    target: Amount
    start: Amount | None
    begun: int
    due: date
    is_sum: bool = False

    @property
    def attainment(self) -> Fraction | None:
        """The part of the way that is done."""
        if self.start is None:
            return None
        return quotient(difference(self.value, self.start), difference(self.target, self.start))

    @property
    def expected(self) -> Fraction:
        """The part of the way that should be done by then, if it went evenly in time."""
        days, whole = self.until.toordinal() - self.begun, self.due.toordinal() - self.begun
        return Fraction(1) if whole <= days else Fraction(max(days, 0), whole)

    @property
    def inferred(self) -> Direction | None:
        """Which way it is from start to target."""
        if self.start is None:
            return None
        if self.target == self.start:
            return Direction.KEEP
        return Direction.INCREASE if self.target > self.start else Direction.DECREASE

    def meets(self, comparison: Comparison) -> bool:
        """Return whether the value is as the target wants it."""
        if comparison is Comparison.EXACTLY:
            return self.value == self.target
        return self.value >= self.target if comparison is Comparison.AT_LEAST else self.value <= self.target


_COMPARISONS = {
    Direction.INCREASE: Comparison.AT_LEAST,
    Direction.DECREASE: Comparison.AT_MOST,
    Direction.KEEP: Comparison.EXACTLY,
}


def judge(
    indicator: Indicator,
    values: Sequence[PeriodValue],
    target: TargetInForce | None,
    as_of: date,
    programme: Period,
    *,
    has_parts: bool,
) -> Judged:
    """Return where an indicator stands on a day.

    Args:
        indicator: The indicator.
        values: Its values in the order of their periods.
        target: The target in force.
        as_of: The day.
        programme: The programme's period, within which the way is walked where nothing else is said.
        has_parts: Whether there are values for parts of the whole.
    """
    if not isinstance(indicator.measure, Measure):
        return Judged(why=OF_PLUGIN)
    if indicator.measure is Measure.TEXT:
        return Judged(why=IN_WORDS)
    latest = next((value for value in reversed(values) if value.value is not None), None)
    if latest is None:
        return Judged(why=_no_value(values, has_parts))
    if isinstance(latest.value, bool):
        return _milestone(latest.value, latest.period, target, as_of, programme.end)
    if target is None:
        return Judged(why=NO_TARGET)
    way = _way(indicator, values, latest, target, programme)
    return Judged(why=way) if isinstance(way, Message) else _number(indicator, way, target, as_of)


def _no_value(values: Sequence[PeriodValue], has_parts: bool) -> Spoken:
    if not values:
        return ONLY_PARTS if has_parts else NO_VALUE
    last = values[-1]
    sentence = (
        message("The value for {period} is suppressed.", period=last.period.raw)
        if last.availability is Availability.SUPPRESSED
        else message("There is no value for {period}.", period=last.period.raw)
    )
    return Sentences([sentence, last.reason]) if last.reason else sentence


def _milestone(reached: bool, period: Period, target: TargetInForce | None, as_of: date, end: date) -> Judged:
    wanted = target.target.value if target is not None and isinstance(target.target.value, bool) else True
    due = target.due if target is not None else end
    if reached is wanted:
        verdict = Standing.MET
    elif as_of < due:
        verdict = Standing.ON_THE_WAY
    else:
        verdict = Standing.MISSED if period.end >= due else Standing.NOT_ASSESSABLE
    why = OUT_OF_DATE if verdict is Standing.NOT_ASSESSABLE else None
    return Judged(verdict=verdict, attainment=Fraction(reached is wanted), value=reached, target=wanted, why=why)


def _way(
    indicator: Indicator,
    values: Sequence[PeriodValue],
    latest: PeriodValue,
    target: TargetInForce,
    programme: Period,
) -> Way | Message:
    wanted, value = number_of(target.target.value), latest.number
    if wanted is None or value is None:
        return TARGET_NOT_A_NUMBER
    summed = _in_time_of(indicator, values, latest, target)
    if summed:
        return Way(
            value=added(each.number for each in summed if each.number is not None),
            until=latest.period.end,
            target=wanted,
            start=Decimal(),
            begun=(target.target.by.start or summed[0].period.start).toordinal() - 1,
            due=target.due,
            is_sum=True,
        )
    baseline = indicator.baseline
    measured = baseline.period.end.toordinal() if baseline is not None and baseline.period is not None else None
    return Way(
        value=value,
        until=latest.period.end,
        target=wanted,
        start=number_of(baseline.value) if baseline is not None else None,
        begun=programme.start.toordinal() - 1 if measured is None else measured,
        due=target.due,
    )


def _in_time_of(
    indicator: Indicator, values: Sequence[PeriodValue], latest: PeriodValue, target: TargetInForce
) -> list[PeriodValue]:
    """Return the values to be added up, where a target is for a longer time than each of them; otherwise none."""
    start, end = target.target.by.start, target.target.by.end
    adds_up = series_of(indicator) is Series.PER_PERIOD and indicator.measure in (Measure.COUNT, Measure.MONEY)
    if not adds_up or start is None or end is None or (start, end) == latest.period.order:
        return []
    inside = [
        value
        for value in values
        if value.number is not None and start <= value.period.start and value.period.end <= end
    ]
    return inside if latest in inside and not overlapping(inside) else []


def _number(indicator: Indicator, way: Way, target: TargetInForce, as_of: date) -> Judged:
    direction = indicator.direction or way.inferred
    comparison = target.target.comparison or (None if direction is None else _COMPARISONS[direction])
    why = _why_no_percentage(indicator, way, comparison)
    judged = Judged(
        attainment=way.attainment if why is None else None,
        expected=way.expected,
        why=why,
        value=way.value,
        start=way.start,
        target=way.target,
        comparison=comparison,
        direction=direction,
        is_sum=way.is_sum,
    )
    if comparison is None:
        return judged
    verdict = _verdict(way, comparison, judged.attainment, as_of)
    if verdict is Standing.NOT_ASSESSABLE and as_of > way.due:
        why = OUT_OF_DATE
    return attrs.evolve(judged, verdict=verdict, why=why)


def _why_no_percentage(indicator: Indicator, way: Way, comparison: Comparison | None) -> Message | None:
    if way.start is None:
        if comparison is None:
            return NO_DIRECTION
        return NO_BASELINE if indicator.baseline is None else BASELINE_NOT_A_NUMBER
    if way.is_sum and comparison is not Comparison.AT_LEAST:
        return CEILING
    if way.inferred is Direction.KEEP:
        return KEEP_LEVEL
    if indicator.direction is not None and indicator.direction is not way.inferred:
        return CONTRARY
    return None


def _verdict(way: Way, comparison: Comparison, attainment: Fraction | None, as_of: date) -> Standing:
    is_over = as_of >= way.due and way.until >= way.due
    if way.is_sum and comparison is not Comparison.AT_LEAST and not is_over:
        if not way.meets(Comparison.AT_MOST):
            return Standing.MISSED
        return Standing.ON_THE_WAY if as_of <= way.due else Standing.NOT_ASSESSABLE
    if way.meets(comparison):
        return Standing.MET
    if is_over:
        return Standing.MISSED
    if as_of > way.due:
        return Standing.NOT_ASSESSABLE
    if attainment is None:
        return Standing.BEHIND if way.inferred is Direction.KEEP else Standing.NOT_ASSESSABLE
    # In whole per cent, as they are printed: a leap day makes nobody late.
    return Standing.ON_THE_WAY if whole_per_cent(attainment) >= whole_per_cent(way.expected) else Standing.BEHIND
