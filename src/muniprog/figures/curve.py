"""The curve of an indicator: points, gaps, the start, the way to the target, and the targets that were replaced."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from muniprog.figures.scale import fits
from muniprog.model import Indicator, Measure, Target, Value
from muniprog.progress import Availability, IndicatorFigures, PeriodValue
from muniprog.progress.numbers import exact, number_of
from muniprog.timeframe import Period


@attrs.frozen
class Post:
    """A number that was settled: where it began, or what should be reached by when.

    Attributes:
        day: The day that it is about.
        value: The number as it is written.
        number: The same, exact.
        replaced: Whether a later target counts in its stead.
    """

    day: date
    value: Decimal
    number: Fraction
    replaced: bool = False


@attrs.frozen
class Curve:
    """What is known of an indicator that can be drawn.

    Attributes:
        figures: The figures of the indicator.
        period: The period of the programme.
        values: The periods that are due, in the order of time; with a number or without one.
        start: Where it began; None where that is not known.
        targets: The targets, in the order of time; none where they are about a sum of several periods.
    """

    figures: IndicatorFigures
    period: Period
    values: tuple[PeriodValue, ...]
    start: Post | None
    targets: tuple[Post, ...]

    @classmethod
    def of(cls, figures: IndicatorFigures, period: Period) -> "Curve | None":
        """Return the curve of an indicator; None where no value of it is a number that can be drawn."""
        indicator = figures.indicator
        values = tuple(value for value in figures.timeline if value.availability is not Availability.NOT_DUE)
        start = _start(indicator, period)
        is_sum = figures.judged.is_sum
        targets = () if is_sum else tuple(_targets(indicator, figures.as_of, period.end))
        curve = cls(figures, period, values, start, targets)
        has_values = any(number is not None for _, number in curve.points())
        return curve if indicator.is_numeric and has_values and all(map(fits, curve.numbers())) else None

    def points(self) -> Iterator[tuple[PeriodValue, Fraction | None]]:
        """Yield each period with its number, where it has one."""
        for value in self.values:
            yield value, None if value.number is None else exact(value.number)

    def numbers(self) -> list[Fraction]:
        """Return all numbers that are drawn."""
        found = [number for _, number in self.points() if number is not None]
        found += [post.number for post in self.targets]
        return found if self.start is None else [*found, self.start.number]

    def days(self) -> Iterable[date]:
        """Return the days that the picture must have room for."""
        yield from (day for value in self.values for day in (value.period.start, value.period.end))
        yield from (post.day for post in self.targets)
        if self.start is not None:
            yield self.start.day

    def runs(self) -> Iterator[Sequence[tuple[PeriodValue, Fraction]]]:
        """Yield the points that a line joins: periods that follow one another without a gap."""
        run: list[tuple[PeriodValue, Fraction]] = []
        for value, number in self.points():
            if run and (number is None or not _follows(run[-1][0].period, value.period)):
                yield run
                run = []
            if number is not None:
                run.append((value, number))
        if run:
            yield run

    def way(self) -> Iterator[Post]:
        """Yield the way from the start over the targets that count."""
        if self.start is not None:
            yield self.start
        yield from (post for post in self.targets if not post.replaced)

    @property
    def from_zero(self) -> bool:
        """Whether the picture shows zero: where numbers are amounts, a small change must not look like a large one."""
        return self.figures.indicator.measure not in (Measure.INDEX, Measure.SCALE)

    @property
    def whole(self) -> bool:
        """Whether the numbers are whole ones by what they are: things that are counted one by one."""
        return self.figures.indicator.measure is Measure.COUNT and all(
            number.denominator == 1 for number in self.numbers()
        )


def middle_of(period: Period) -> date:
    """Return the day in the middle of a period."""
    return date.fromordinal((period.start.toordinal() + period.end.toordinal()) // 2)


def _follows(before: Period, after: Period) -> bool:
    return 0 < after.start.toordinal() - before.end.toordinal() <= 1


def _start(indicator: Indicator, period: Period) -> Post | None:
    baseline = indicator.baseline
    if baseline is None:
        return None
    day = period.start if baseline.period is None else middle_of(baseline.period)
    return _post(day, baseline.value)


def _targets(indicator: Indicator, as_of: date, end: date) -> Iterator[Post]:
    """Yield the targets that were set by the day, those of each time in the order in which they were set."""
    by_time: defaultdict[date, list[Target]] = defaultdict(list)
    for target in sorted(indicator.targets, key=lambda each: each.set_on or date.min):
        if target.set_on is None or target.set_on <= as_of:
            by_time[target.by.end or end].append(target)
    for due in sorted(by_time):
        *earlier, last = by_time[due]
        posts = [*(_post(due, target.value, replaced=True) for target in earlier), _post(due, last.value)]
        yield from (post for post in posts if post is not None)


def _post(day: date, value: Value, *, replaced: bool = False) -> Post | None:
    number = number_of(value)
    return None if number is None else Post(day, number, exact(number), replaced)
