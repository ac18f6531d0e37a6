"""Money of actions: planned and spent side by side, each currency for itself."""

from decimal import Decimal

from muniprog.model import BudgetLine
from muniprog.progress import assess
from muniprog.progress.budgets import money_of
from tests.builders import action, programme, theme


def line(year: int, planned: str | None = None, actual: str | None = None, currency: str = "EUR") -> BudgetLine:
    def amount(written: str | None) -> Decimal | None:
        return None if written is None else Decimal(written)

    return BudgetLine(year=year, currency=currency, planned=amount(planned), actual=amount(actual))


def test_money_is_added_up_in_one_currency() -> None:
    (euros,) = money_of([line(2019, "0.1", "0.2"), line(2020, "0.2", "0.3")])
    assert (euros.planned, euros.actual, euros.overrun) == (Decimal("0.3"), Decimal("0.5"), Decimal("0.2"))


def test_currencies_stand_beside_each_other() -> None:
    assert [money.currency for money in money_of([line(2019, "1", currency="SEK"), line(2019, "1")])] == ["EUR", "SEK"]


def test_what_is_not_stated_is_not_zero() -> None:
    (euros,) = money_of([line(2020, "5"), line(2019, "5", "4")])
    assert euros.actual == 4
    assert (euros.unspent_years, euros.overrun) == ((2020,), None)
    (unplanned,) = money_of([line(2019)])
    assert (unplanned.planned, unplanned.actual, unplanned.overrun) == (None, None, None)
    (spent,) = money_of([line(2019, actual="3")])
    assert (spent.planned, spent.overrun) == (None, None)


def test_actions_and_what_holds_them_tell_their_money() -> None:
    plan = programme(
        theme("t", action("a", budget=(line(2019, "1000", "900"),)), action("b", budget=(line(2019, "500", "700"),)))
    )
    figures = assess(plan, as_of="2020-01-01")
    assert "Money in EUR: planned 1,000, spent 900." in figures["a"].explain("en")
    assert "Money in EUR: planned 1,500, spent 1,600." in figures["t"].explain("en")
    assert figures.programme.money[0].overrun == 100
