"""Money of actions: planned and spent stand beside each other, one line for each currency; currencies are not mixed."""

from collections import defaultdict
from collections.abc import Iterable

import attrs

from muniprog.messages import Spoken, message
from muniprog.model import BudgetLine
from muniprog.progress.numbers import Amount, Quantity, added, difference, number_of

NOTHING = message("not stated")


@attrs.frozen(kw_only=True)
class Money:
    """What was planned and what was spent in one currency.

    Attributes:
        currency: ISO 4217 code.
        planned: The sum of what is planned; None where nothing is, which is not zero.
        actual: The sum of what was spent; None where nothing is stated, which is not zero.
        unspent_years: The years with a plan and no word about what was spent.
    """

    currency: str
    planned: Amount | None
    actual: Amount | None
    unspent_years: tuple[int, ...] = ()

    @property
    def overrun(self) -> Amount | None:
        """How much more was spent than planned; None where a year lacks one of the two."""
        if self.planned is None or self.actual is None or self.unspent_years:
            return None
        return difference(self.actual, self.planned)

    def spoken(self, language: str) -> str:
        """Return planned and spent in `language`."""
        planned, actual = (NOTHING if amount is None else Quantity(amount) for amount in (self.planned, self.actual))
        sentence: Spoken = message(
            "{currency}: planned {planned}, spent {actual}", currency=self.currency, planned=planned, actual=actual
        )
        return sentence.spoken(language)


def money_of(lines: Iterable[BudgetLine]) -> tuple[Money, ...]:
    """Return what the lines of budgets come to, by currency.

    >>> from decimal import Decimal
    >>> lines = [BudgetLine(year=2020, planned=Decimal(5)), BudgetLine(year=2020, planned=Decimal(7), currency="SEK")]
    >>> [money.spoken("en") for money in money_of(lines)]
    ['EUR: planned 5, spent not stated', 'SEK: planned 7, spent not stated']
    """
    by_currency: defaultdict[str, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        by_currency[line.currency].append(line)
    return tuple(_money(currency, by_currency[currency]) for currency in sorted(by_currency))


def _money(currency: str, lines: Iterable[BudgetLine]) -> Money:
    lines = tuple(lines)
    planned = [amount for line in lines if (amount := number_of(line.planned)) is not None]
    actual = [amount for line in lines if (amount := number_of(line.actual)) is not None]
    unspent = {line.year for line in lines if line.planned is not None and line.actual is None}
    return Money(
        currency=currency,
        planned=added(planned) if planned else None,
        actual=added(actual) if actual else None,
        unspent_years=tuple(sorted(unspent)),
    )
