"""Exact numbers, and how they are said."""

from decimal import Decimal
from fractions import Fraction

import pytest

from muniprog.progress import Quantity, ShareOf, shares
from muniprog.progress.numbers import added, added_up, difference, number_of, quotient, rounded
from tests.builders import text


def test_decimals_stay_decimals_and_quotients_stay_fractions() -> None:
    assert repr(added([Decimal("0.1"), Decimal("0.2")])) == "Decimal('0.3')"
    assert added([Decimal("0.5"), Fraction(1, 3)]) == Fraction(5, 6)
    assert repr(difference(Decimal("0.3"), Decimal("0.1"))) == "Decimal('0.2')"
    assert difference(Fraction(1, 3), Decimal(1)) == Fraction(-2, 3)
    assert quotient(Decimal(1), Decimal(0)) is None


def test_a_sum_is_not_rounded_at_28_digits() -> None:
    assert added([Decimal(10) ** 40, Decimal(1)]) == 10**40 + 1
    assert difference(Decimal(10) ** 40, Decimal(1)) == 10**40 - 1


def test_a_sum_of_thousands_of_quotients_stays_short_and_near() -> None:
    parts = [Fraction(1, number) for number in range(1, 4000)]
    total = added_up(parts)
    assert total.denominator.bit_length() < 2100
    assert abs(float(total) - sum(1 / number for number in range(1, 4000))) < 1e-9


@pytest.mark.parametrize(
    "odd", [Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E+5000"), True, "1", None]
)
def test_what_cannot_be_reckoned_with_is_no_number(odd: Decimal | bool | str | None) -> None:
    assert number_of(odd) is None


def test_halves_are_rounded_away_from_zero() -> None:
    assert [rounded(Fraction(number, 2), 0) for number in (-3, -1, 1, 3)] == [-2, -1, 1, 2]


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        (Quantity(Decimal("2.50")), "2,50"),
        (Quantity(Decimal("2.55"), decimals=1), "2,6"),
        (Quantity(Decimal(2), decimals=-1), "2"),
        (Quantity(Decimal("NaN"), decimals=1), "NaN"),
        (Quantity(Fraction(1, 3)), "0,3"),
        (Quantity(Fraction(4, 2)), "2"),
        (Quantity(Fraction(1, 3), decimals=2), "0,33"),
        (Quantity(Decimal(1200), text("personer")), "1\u00a0200 personer"),
        (Quantity(Decimal(5), text("%")), "5\u00a0%"),
        (Quantity(True), "ja"),
        (Quantity(False), "nej"),
        (Quantity("antagen"), "antagen"),
    ],
)
def test_a_quantity_is_said_with_its_unit(quantity: Quantity, said: str) -> None:
    assert quantity.spoken("sv") == said


def test_a_share_states_its_base() -> None:
    assert ShareOf(2, 3).spoken("sv") == "2 av 3 (67\u00a0%)"
    assert (ShareOf(0, 0).share, str(ShareOf(0, 0))) == (None, "no actions")


def test_counts_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="less than zero"):
        shares({"a": -1})
