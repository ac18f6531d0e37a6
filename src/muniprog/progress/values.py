"""The value of an indicator for one period, or why there is none."""

from enum import StrEnum

import attrs

from muniprog.messages import Spoken, message
from muniprog.model import Indicator, Measure, Missing, Observation, Series
from muniprog.progress.numbers import Amount, Quantity, number_of, quotient
from muniprog.text import Text
from muniprog.timeframe import Period

Dimensions = tuple[tuple[str, str], ...]
"""What part of the whole a value is about, such as `(("sex", "f"),)`; empty for the whole."""


class Availability(StrEnum):
    """Whether there is a value for a period, and why not."""

    MEASURED = "measured"
    NOT_AVAILABLE = "not_available"
    SUPPRESSED = "suppressed"
    UNUSABLE = "unusable"
    NOT_REPORTED = "not_reported"
    NOT_DUE = "not_due"


AVAILABILITY_WORDS = {
    Availability.MEASURED: message("measured"),
    Availability.NOT_AVAILABLE: message("not available"),
    Availability.SUPPRESSED: message("suppressed"),
    Availability.UNUSABLE: message("cannot be used"),
    Availability.NOT_REPORTED: message("not reported"),
    Availability.NOT_DUE: message("not yet due"),
}


@attrs.frozen(kw_only=True)
class PeriodValue:
    """What an indicator came to in one period. Zero is a value; None is none.

    Attributes:
        period: The period.
        value: The exact value; true or false for a milestone, words for a text indicator, None where there is none.
        availability: Whether there is a value, and what kind of absence it is if not.
        numerator: Upper part of a share or ratio, where it is known.
        denominator: Lower part of a share or ratio, where it is known.
        reason: Why there is no value, where somebody or something can tell.
        remark: What the reader should know about the value.
        unit: What is counted.
        decimals: How many decimals to print.
    """

    period: Period
    value: Amount | bool | str | None = None
    availability: Availability = Availability.MEASURED
    numerator: Amount | None = None
    denominator: Amount | None = None
    reason: Spoken | None = None
    remark: Spoken | None = None
    unit: Text | None = None
    decimals: int | None = None

    @property
    def number(self) -> Amount | None:
        """The value where it is a number."""
        return None if isinstance(self.value, (bool, str)) else self.value

    def spoken(self, language: str) -> str:
        """Return the value in `language`, or the word for why there is none."""
        if self.value is None:
            return AVAILABILITY_WORDS[self.availability].spoken(language)
        return Quantity(self.value, self.unit, self.decimals).spoken(language)


def scale_of(indicator: Indicator) -> int:
    """Return what a quotient is multiplied by to be in the indicator's unit: 100 for per cent, 1000 for per mille."""
    units = {words for _, words in indicator.unit.values if words} if indicator.unit else set()
    signs = "".join(units).casefold()
    if any(sign in signs for sign in ("‰", "promill", "per mille")):
        return 1000
    return 100 if any(sign in signs for sign in ("%", "procent", "prosent", "per cent", "percent")) else 1


def series_of(indicator: Indicator) -> Series | None:
    """Return how the values hang together; what is counted per year or quarter adds up though nobody says so."""
    if indicator.series is None and indicator.per is not None and indicator.measure in (Measure.COUNT, Measure.MONEY):
        return Series.PER_PERIOD
    return indicator.series


def read(indicator: Indicator, observation: Observation, period: Period) -> PeriodValue:
    """Return what one observation says."""
    unit, decimals = indicator.unit, indicator.decimals
    if observation.missing is not None:
        availability = (
            Availability.SUPPRESSED if observation.missing is Missing.SUPPRESSED else Availability.NOT_AVAILABLE
        )
        return PeriodValue(period=period, availability=availability, reason=observation.reason)
    value = observation.value
    upper, lower = number_of(observation.numerator), number_of(observation.denominator)
    if not indicator.is_numeric:
        fits = value is not None and (indicator.measure is not Measure.MILESTONE or isinstance(value, bool))
        if fits:
            return PeriodValue(period=period, value=value, unit=unit, decimals=decimals)
    elif (number := number_of(value)) is not None:
        return PeriodValue(
            period=period, value=number, numerator=upper, denominator=lower, unit=unit, decimals=decimals
        )
    elif value is None and upper is not None and lower is not None:
        share = quotient(upper, lower)
        if share is None:
            return PeriodValue(
                period=period, availability=Availability.UNUSABLE, reason=message("The denominator is zero.")
            )
        return PeriodValue(
            period=period,
            value=share * scale_of(indicator),
            numerator=upper,
            denominator=lower,
            unit=unit,
            decimals=decimals,
        )
    if value is None:
        return PeriodValue(period=period, availability=Availability.NOT_AVAILABLE, reason=observation.reason)
    reason = message("“{found}” cannot be read as {measure}.", found=Quantity(value), measure=str(indicator.measure))
    return PeriodValue(period=period, availability=Availability.UNUSABLE, reason=reason)
