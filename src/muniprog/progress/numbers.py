"""Exact arithmetic: decimals are added as decimals, quotients stay fractions, and rounding waits for a reader."""

from collections.abc import Iterable
from decimal import MAX_PREC, Decimal, localcontext
from fractions import Fraction

import attrs

from muniprog.language import number_text
from muniprog.messages import Message, message
from muniprog.model import Value
from muniprog.text import Text

Amount = Decimal | Fraction
"""A number that is exact: a decimal as it was written, or the quotient of two."""

_FARTHEST = 1000
_DECIMALS_OF_A_QUOTIENT = 1
_MOST_DECIMALS = 30
_LONGEST_DENOMINATOR = 2048
_SMALLEST_STEP = 10**300


def number_of(value: Value | None) -> Decimal | None:
    """Return a measured value if it is a number that can be reckoned with; words, infinity and NaN are none.

    >>> number_of(Decimal("0")), number_of("hög"), number_of(Decimal("NaN"))
    (Decimal('0'), None, None)
    """
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value.adjusted()) > _FARTHEST:
        return None
    return value


def exact(amount: Amount) -> Fraction:
    """Return the amount as a fraction."""
    return amount if isinstance(amount, Fraction) else Fraction(amount)


def added(amounts: Iterable[Amount]) -> Amount:
    """Return the sum without any rounding; a decimal where all are decimals.

    >>> added([Decimal("0.1")] * 3)
    Decimal('0.3')
    """
    parts = list(amounts)
    decimals = [part for part in parts if isinstance(part, Decimal)]
    if len(decimals) == len(parts):
        with localcontext(prec=MAX_PREC):
            return sum(decimals, Decimal())
    return added_up(map(exact, parts))


def added_up(shares: Iterable[Fraction]) -> Fraction:
    """Return the sum of fractions: exact, and to 300 decimals where it could no longer be written down.

    The common denominator of thousands of quotients has thousands of digits.
    """
    total = Fraction()
    for share in shares:
        total += share
        if total.denominator.bit_length() > _LONGEST_DENOMINATOR:
            total = Fraction(round(total * _SMALLEST_STEP), _SMALLEST_STEP)
    return total


def difference(upper: Amount, lower: Amount) -> Amount:
    """Return the difference without any rounding; a decimal where both are decimals."""
    if isinstance(upper, Decimal) and isinstance(lower, Decimal):
        with localcontext(prec=MAX_PREC):
            return upper - lower
    return exact(upper) - exact(lower)


def quotient(upper: Amount, lower: Amount) -> Fraction | None:
    """Return the exact quotient; None where nothing can be divided."""
    return exact(upper) / exact(lower) if lower else None


def rounded(amount: Amount, decimals: int) -> Decimal:
    """Return the amount with this many decimals, halves away from zero.

    >>> rounded(Fraction(-1, 3) * 100, 0), rounded(Fraction(1, 8), 2)
    (Decimal('-33'), Decimal('0.13'))
    """
    fraction = exact(amount)
    upper, lower = abs(fraction.numerator) * 10**decimals, fraction.denominator
    whole = (2 * upper + lower) // (2 * lower)
    return Decimal((int(fraction < 0), tuple(map(int, str(whole))), -decimals))


def whole_per_cent(share: Fraction) -> Decimal:
    """Return a share in per cent without decimals."""
    return rounded(share * 100, 0)


def per_cent(share: Fraction) -> Message:
    """Return a share as whole per cent, for a sentence.

    >>> per_cent(Fraction(7, 6)).spoken("sv") == "117\u00a0%"
    True
    """
    return message("{number}%", number=whole_per_cent(share))


@attrs.frozen
class Quantity:
    """An amount as it is said: with the indicator's decimals and unit.

    Attributes:
        amount: The exact amount; true, false or words for what is no number.
        unit: What is counted.
        decimals: How many decimals to print; as many as a decimal has, or one for a quotient, where it is not told.
    """

    amount: Amount | bool | str
    unit: Text | None = None
    decimals: int | None = None

    def spoken(self, language: str) -> str:
        """Return the amount in `language`."""
        if isinstance(self.amount, bool):
            return (message("yes") if self.amount else message("no")).spoken(language)
        if isinstance(self.amount, str):
            return self.amount
        number = number_text(self._printed(self.amount), language)
        unit = self.unit[language] if self.unit else ""
        if unit == "%":
            return message("{number}%", number=number).spoken(language)
        return f"{number} {unit}" if unit else number

    def _printed(self, amount: Amount) -> Decimal:
        decimals = self.decimals
        if isinstance(amount, Decimal):
            if decimals is None or number_of(amount) is None:
                return amount
        elif decimals is None:
            decimals = 0 if amount.denominator == 1 else _DECIMALS_OF_A_QUOTIENT
        return rounded(amount, min(max(decimals, 0), _MOST_DECIMALS))
