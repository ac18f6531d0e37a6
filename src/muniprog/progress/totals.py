"""What the values of several periods come to: each kind of value adds up in its own way, or does not."""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from muniprog.messages import Message, Spoken, message
from muniprog.model import Indicator, Measure, Series
from muniprog.progress.numbers import Amount, Quantity, added, quotient
from muniprog.progress.values import PeriodValue, scale_of, series_of
from muniprog.text import Text

LATEST = message("Each value is a snapshot, so the latest one counts.")
RUNNING = message("Each value is added up already, so the last one counts.")
SUM = message("The values of the periods are added up.")
PARTS = message("All numerators are added up and divided by all denominators.")

_UNADDABLE: dict[Measure, Message] = {
    Measure.SCALE: message("Values on a scale are not added up."),
    Measure.INDEX: message("Index numbers are not added up."),
    Measure.DURATION: message("Durations of several periods are not added up."),
    Measure.MILESTONE: message("A milestone is reached or not; it is not added up."),
    Measure.TEXT: message("Words are not added up."),
}


@attrs.frozen(kw_only=True)
class Total:
    """What all periods come to.

    Attributes:
        value: The exact total; None where there is none.
        rule: How it was computed.
        reason: Why there is no total.
        remark: What the reader should know about it.
        numerator: Upper part of a share or ratio.
        denominator: Lower part of a share or ratio.
        unit: What is counted.
        decimals: How many decimals to print.
    """

    value: Amount | None = None
    rule: Spoken | None = None
    reason: Spoken | None = None
    remark: Spoken | None = None
    numerator: Amount | None = None
    denominator: Amount | None = None
    unit: Text | None = None
    decimals: int | None = None

    def spoken(self, language: str) -> str:
        """Return the total in `language`, or why there is none."""
        if self.value is not None:
            return Quantity(self.value, self.unit, self.decimals).spoken(language)
        return self.reason.spoken(language) if self.reason is not None else ""


def total_of(indicator: Indicator, values: Sequence[PeriodValue]) -> Total:
    """Return what the values come to, which are in the order of their periods."""
    found = _total(indicator, values)
    if found.value is None:
        return found
    without = tuple(value.period.raw for value in values if value.number is None)
    remark = message("There is no value for {periods}.", periods=without) if without else None
    return attrs.evolve(found, remark=remark, unit=indicator.unit, decimals=indicator.decimals)


def _total(indicator: Indicator, values: Sequence[PeriodValue]) -> Total:
    series = series_of(indicator)
    if not isinstance(indicator.measure, Measure):
        return Total(reason=message("What a plug-in measures is added up by the plug-in only."))
    if not indicator.is_numeric:
        return Total(reason=_UNADDABLE[indicator.measure])
    measured = [value for value in values if value.number is not None]
    if not measured:
        return Total(reason=message("No value is known."))
    if series in (Series.SNAPSHOT, Series.RUNNING_TOTAL):
        return Total(value=measured[-1].number, rule=LATEST if series is Series.SNAPSHOT else RUNNING)
    if indicator.measure in _UNADDABLE:
        return Total(reason=_UNADDABLE[indicator.measure])
    if overlapping(measured):
        return Total(reason=message("Some of the periods overlap, so that something would be counted twice."))
    if series is None and indicator.measure in (Measure.COUNT, Measure.MONEY):
        return Total(reason=message("It is not said whether the values of several periods add up (`series`)."))
    return sum_of(indicator, measured)


def overlapping(values: Sequence[PeriodValue]) -> bool:
    """Return whether some periods have days in common, so that a sum would count something twice."""
    return any(second.period.start <= first.period.end for first, second in pairwise(values))


def sum_of(indicator: Indicator, measured: Sequence[PeriodValue]) -> Total:
    """Return the sum of counts or money, or all numerators of shares over all their denominators."""
    if indicator.measure in (Measure.COUNT, Measure.MONEY):
        return Total(value=added(value.number for value in measured if value.number is not None), rule=SUM)
    upper = [value.numerator for value in measured if value.numerator is not None]
    lower = [value.denominator for value in measured if value.denominator is not None]
    if not len(upper) == len(lower) == len(measured):
        return Total(reason=message("Shares cannot be added up without their numerators and denominators."))
    above, below = added(upper), added(lower)
    share = quotient(above, below)
    if share is None:
        return Total(reason=message("The denominator is zero."))
    return Total(value=share * scale_of(indicator), rule=PARTS, numerator=above, denominator=below)
