"""Where days stand on a time axis."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from muniprog.timeframe import Period

_BEFORE, _AFTER = 5, 10
_MOST_LABELS = 12


@attrs.frozen
class TimeAxis:
    """A stretch of whole years, drawn from `left` to `right`.

    Attributes:
        first: The first year.
        last: The last year.
        left: Where the first year begins.
        right: Where the last year ends.
    """

    first: int
    last: int
    left: float
    right: float

    @classmethod
    def around(cls, period: Period, days: Iterable[date], left: float, right: float) -> "TimeAxis":
        """Return the axis of a programme: its period, and the years around it in which these days lie.

        Years that lie far off, five before and ten after the period, are not drawn; what lies there runs out of it.
        """
        years = [day.year for day in days]
        earliest, latest = period.start.year, period.end.year
        first = max(min([earliest, *years]), earliest - _BEFORE)
        last = min(max([latest, *years]), latest + _AFTER)
        return cls(first, last, left, right)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.first, 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return date(self.last, 12, 31)

    def shows(self, day: date) -> bool:
        """Return whether a day lies on the axis."""
        return self.first <= day.year <= self.last

    def beginning(self, day: date) -> float:
        """Return where a day begins; a day outside the axis begins at its edge."""
        return self._place(day.toordinal())

    def ending(self, day: date) -> float:
        """Return where a day ends."""
        return self._place(day.toordinal() + 1)

    def years(self) -> Iterator[tuple[int, float, float]]:
        """Yield each year with where it begins and ends."""
        for year in range(self.first, self.last + 1):
            yield year, self.beginning(date(year, 1, 1)), self.ending(date(year, 12, 31))

    def labelled(self) -> Iterator[tuple[int, float]]:
        """Yield the years that are named under the axis, each with its middle; of many years every second or third."""
        step = (self.last - self.first) // _MOST_LABELS + 1
        for year, left, right in self.years():
            if (year - self.first) % step == 0:
                yield year, (left + right) / 2

    def _place(self, ordinal: int) -> float:
        first, last = self.start.toordinal(), self.end.toordinal() + 1
        inside = min(max(ordinal, first), last)
        return self.left + (self.right - self.left) * (inside - first) / (last - first)
