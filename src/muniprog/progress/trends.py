"""Trends: from which period to which, how much, and whether that is better."""

from collections.abc import Sequence
from enum import StrEnum

import attrs

from muniprog.messages import message
from muniprog.model import Direction, Indicator
from muniprog.progress.numbers import Amount, Quantity, difference
from muniprog.progress.values import PeriodValue
from muniprog.timeframe import Period


class Way(StrEnum):
    """Which way a trend goes."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"


@attrs.frozen(kw_only=True)
class Trend:
    """What changed between two periods.

    Attributes:
        first: The period that the trend begins with; the first one that has a number.
        last: The period that it ends with; the last one that has a number.
        change: How much more the last value is than the first, exact.
        way: `up`, `down` or `level`.
        is_better: Whether that is the right way; None where nobody says which way is better.
        before: The first value.
        after: The last value.
    """

    first: Period
    last: Period
    change: Amount
    way: Way
    is_better: bool | None
    before: Quantity
    after: Quantity

    def spoken(self, language: str) -> str:
        """Return the trend in `language`, both periods named: 2018→2021: 40→55."""
        sentence = message(
            "{first}→{last}: from {before} to {after}",
            first=self.first.label(language),
            last=self.last.label(language),
            before=self.before,
            after=self.after,
        )
        return sentence.spoken(language)


_RIGHT = {Direction.INCREASE: Way.UP, Direction.DECREASE: Way.DOWN, Direction.KEEP: Way.LEVEL}


def trend_of(indicator: Indicator, values: Sequence[PeriodValue], direction: Direction | None) -> Trend | None:
    """Return the trend from the first number to the last; None where there are not two."""
    measured = [(value.period, number) for value in values if (number := value.number) is not None]
    if len(measured) < 2:
        return None
    (first, before), (last, after) = measured[0], measured[-1]
    change = difference(after, before)
    way = Way.LEVEL if not change else Way.UP if change > 0 else Way.DOWN
    return Trend(
        first=first,
        last=last,
        change=change,
        way=way,
        is_better=None if direction is None else _RIGHT[direction] is way,
        before=Quantity(before, indicator.unit, indicator.decimals),
        after=Quantity(after, indicator.unit, indicator.decimals),
    )
