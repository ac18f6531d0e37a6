"""Indicators that are computed from others by a named rule: a sum, a share, a number per inhabitant."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

import attrs

from muniprog.messages import Message, Spoken, message
from muniprog.model import Formula, Indicator, Measure, Programme, Rule
from muniprog.progress.numbers import Amount, added, quotient
from muniprog.progress.values import Availability, PeriodValue, scale_of
from muniprog.timeframe import Period

Values = tuple[PeriodValue, ...]

RULE_WORDS: Mapping[Rule, Message] = {
    Rule.SUM: message("The sum of the other indicators, period by period."),
    Rule.SHARE: message("The first indicator over the second, period by period."),
    Rule.PER_CAPITA: message("The other indicator over the municipality's population of the same year."),
}


@attrs.frozen(kw_only=True)
class Computed:
    """What a formula gives.

    Attributes:
        values: The values, in the order of their periods.
        reason: Why there are none.
    """

    values: Values = ()
    reason: Spoken | None = None


def in_order(programme: Programme) -> tuple[tuple[Indicator, ...], frozenset[str]]:
    """Return the indicators, each after those that it is computed from, and the identifiers of those in a ring."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for indicator in programme.indicators:
        sorter.add(indicator.id, *sources_of(programme, indicator))
    with suppress(CycleError):  # what does not depend on the ring can still be had
        sorter.prepare()
    ordered: list[str] = []
    while ready := sorter.get_ready():
        ordered += ready
        sorter.done(*ready)
    by_id = {indicator.id: indicator for indicator in programme.indicators}
    return tuple(by_id[identifier] for identifier in ordered), frozenset(by_id.keys() - set(ordered))


def sources_of(programme: Programme, indicator: Indicator) -> tuple[str, ...]:
    """Return the identifiers of the indicators that this one is computed from, as far as they are there."""
    if indicator.formula is None:
        return ()
    found = (programme[name] for name in indicator.formula.of if name in programme)
    return tuple(entry.id for entry in found if isinstance(entry, Indicator))


def computed(programme: Programme, indicator: Indicator, formula: Formula, values: Mapping[str, Values]) -> Computed:
    """Return what a formula gives out of the values of other indicators.

    Args:
        programme: The programme.
        indicator: The indicator that has the formula.
        formula: Its formula.
        values: The values of all indicators that it can be computed from.
    """
    sources = sources_of(programme, indicator)
    wanted = 2 if formula.rule is Rule.SHARE else 1 if formula.rule is Rule.PER_CAPITA else len(formula.of)
    if not sources or len(formula.of) != wanted or len(sources) != wanted:
        return Computed(
            reason=message("The formula names an indicator that is not there, or not as many as its rule wants.")
        )
    inputs = [programme[source] for source in sources]
    if formula.rule is Rule.SUM and not _alike([entry for entry in inputs if isinstance(entry, Indicator)]):
        return Computed(
            reason=message("Sums of money in different currencies, or numbers in different units, are not added up.")
        )
    columns = [{value.period.order: value for value in values[source]} for source in sources]
    shared = sorted(set.union(*(set(column) for column in columns)))
    return Computed(
        values=tuple(
            _value(programme, indicator, formula.rule, [column.get(order) for column in columns]) for order in shared
        )
    )


def _alike(inputs: Sequence[Indicator]) -> bool:
    return len({(entry.measure is Measure.MONEY, str(entry.unit or "").casefold()) for entry in inputs}) < 2


def _value(programme: Programme, indicator: Indicator, rule: Rule, row: Sequence[PeriodValue | None]) -> PeriodValue:
    present = [value for value in row if value is not None]
    period = present[0].period
    numbers = [value.number for value in present if value.number is not None]
    if len(numbers) < len(row):
        suppressed = any(value.availability is Availability.SUPPRESSED for value in present)
        return PeriodValue(
            period=period,
            availability=Availability.SUPPRESSED if suppressed else Availability.NOT_AVAILABLE,
            reason=message("Not all indicators of the formula have a number for {period}.", period=period.raw),
        )
    unit, decimals = indicator.unit, indicator.decimals
    if rule is Rule.SUM:
        return PeriodValue(period=period, value=added(numbers), unit=unit, decimals=decimals)
    below: Amount | None = numbers[1] if rule is Rule.SHARE else _population(programme, period)
    if below is None:
        reason = message("The population of {period} is not known.", period=period.raw)
        return PeriodValue(period=period, availability=Availability.NOT_AVAILABLE, reason=reason)
    share = quotient(numbers[0], below)
    if share is None:
        return PeriodValue(
            period=period, availability=Availability.UNUSABLE, reason=message("The denominator is zero.")
        )
    return PeriodValue(
        period=period,
        value=share * scale_of(indicator),
        numerator=numbers[0],
        denominator=below,
        unit=unit,
        decimals=decimals,
    )


def _population(programme: Programme, period: Period) -> Amount | None:
    """Return the inhabitants in the year that a period lies in; None where it lies in two."""
    if programme.municipality is None or period.start.year != period.end.year:
        return None
    inhabitants = programme.municipality.population.get(str(period.start.year))
    return None if inhabitants is None else Decimal(inhabitants)
