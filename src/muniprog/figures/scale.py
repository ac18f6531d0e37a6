"""Where numbers stand on an upright axis, and which round numbers are written beside it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

_STEPS = 5
_ROUND = (1, 2, 5, 10)
MOST_DIGITS = 15
"""Numbers with more digits before or after the point are not drawn: nobody could read them beside an axis."""


@attrs.frozen
class Scale:
    """A stretch of numbers, drawn from `bottom` to `top`.

    Attributes:
        low: The lowest number, which is a round one.
        step: How far apart the round numbers are.
        steps: How many steps there are.
        bottom: Where the lowest number stands.
        top: Where the highest number stands.
    """

    low: Fraction
    step: Fraction
    steps: int
    bottom: float
    top: float

    @classmethod
    def around(cls, numbers: Sequence[Fraction], bottom: float, top: float, *, from_zero: bool, whole: bool) -> "Scale":
        """Return a scale that has room for the numbers.

        >>> scale = Scale.around([Fraction(12), Fraction(18)], 100, 0, from_zero=True, whole=True)
        >>> [str(number) for number in scale.ticks()]
        ['0', '5', '10', '15', '20']

        Args:
            numbers: The numbers.
            bottom: Where the lowest number stands.
            top: Where the highest number stands.
            from_zero: Whether there is room for zero too.
            whole: Whether only whole numbers are written beside it: nobody holds half a course.
        """
        low, high = min(numbers), max(numbers)
        if from_zero:
            low, high = min(low, Fraction(0)), max(high, Fraction(0))
        step = _round_step((high - low) or abs(high) or Fraction(1))
        if whole:
            step = max(step, Fraction(1))
        first, last = low // step, -(-high // step)
        if first == last:
            last += 1
        return cls(first * step, step, last - first, bottom, top)

    def place(self, number: Fraction) -> float:
        """Return where a number stands."""
        share = (number - self.low) / (self.step * self.steps)
        return self.bottom + (self.top - self.bottom) * float(share)

    def ticks(self) -> Iterator[Decimal]:
        """Yield the round numbers."""
        for number in range(self.steps + 1):
            value = self.low + self.step * number
            yield Decimal(value.numerator) / Decimal(value.denominator)


def fits(number: Fraction) -> bool:
    """Return whether a number can be drawn."""
    return number == 0 or Fraction(1, 10**MOST_DIGITS) <= abs(number) <= 10**MOST_DIGITS


def _round_step(stretch: Fraction) -> Fraction:
    """Return the round number that parts a stretch into about five."""
    rough = stretch / _STEPS
    power = Fraction(1)
    while power * 10 <= rough:
        power *= 10
    while power > rough:
        power /= 10
    return next(power * factor for factor in _ROUND if power * factor >= rough)
