"""Indicators that are computed from others by a named rule."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from muniprog.model import Formula, Indicator, Measure, Missing, Municipality, Per, Rule
from muniprog.progress import Availability, IndicatorFigures, assess
from tests.builders import indicator, observation, programme, text, theme

VASA = Municipality(name=text("Vasa"), population={"2019": 67000, "2020": 0})


def formula(rule: Rule, *of: str, **more: Any) -> Indicator:
    return indicator("f", more.pop("measure", Measure.COUNT), formula=Formula(rule=rule, of=of), **more)


def source(identifier: str, *values: tuple[str, int], **more: Any) -> Indicator:
    return indicator(
        identifier,
        more.pop("measure", Measure.COUNT),
        observations=tuple(observation(year, given) for year, given in values),
        **more,
    )


A = source("a", ("2019", 6), ("2020", 4))
B = source("b", ("2019", 8), ("2020", 0), ("2021", 5))


def figures_of(*indicators: Indicator, **more: Any) -> IndicatorFigures:
    return assess(programme(programme_indicators=indicators, **more), as_of="2022-12-31").indicator("f")


def test_a_sum_is_made_period_by_period_of_all_or_not_at_all() -> None:
    figures = figures_of(formula(Rule.SUM, "a", "b"), A, B)
    assert [(each.period.raw, each.value) for each in figures.values] == [("2019", 14), ("2020", 4), ("2021", None)]
    assert "Not all indicators of the formula have a number for 2021." in figures.explain("en")
    assert "The sum of the other indicators, period by period." in figures.explain("en")


def test_a_share_is_the_first_over_the_second_and_adds_up_by_its_parts() -> None:
    figures = figures_of(formula(Rule.SHARE, "a", "b", measure=Measure.SHARE, unit="%"), A, B)
    assert [each.value for each in figures.values] == [75, None, None]
    assert "The denominator is zero." in figures.explain("en")
    assert figures.total.value == 75


def test_per_inhabitant_takes_the_population_of_the_year() -> None:
    per_head = formula(Rule.PER_CAPITA, "b", measure=Measure.RATIO)
    figures = figures_of(per_head, B, municipality=VASA)
    assert [each.value for each in figures.values] == [Fraction(8, 67000), None, None]
    assert "The population of 2021 is not known." in figures.explain("en")
    assert figures_of(per_head, B).values[0].availability is Availability.NOT_AVAILABLE


def test_a_period_over_two_years_has_no_population() -> None:
    figures = figures_of(formula(Rule.PER_CAPITA, "b"), source("b", ("2019–2021", 5)), municipality=VASA)
    assert figures.values[0].value is None


def test_what_is_computed_from_something_suppressed_is_suppressed() -> None:
    hidden = indicator("b", observations=(observation("2019", missing=Missing.SUPPRESSED),))
    assert figures_of(formula(Rule.SUM, "a", "b"), A, hidden).values[0].availability is Availability.SUPPRESSED


@pytest.mark.parametrize("of", [(), ("a",), ("a", "nobody"), ("a", "b", "b"), ("a", "t")])
def test_a_formula_without_its_indicators_says_so(of: tuple[str, ...]) -> None:
    plan = programme(theme("t"), programme_indicators=(formula(Rule.SHARE, *of), A, B))
    figures = assess(plan, as_of="2022-12-31").indicator("f")
    assert figures.values == ()
    assert "not as many as its rule wants" in figures.explain("en")


def test_money_in_two_currencies_is_not_added_up() -> None:
    euros, crowns = (
        source(name, ("2019", 1), measure=Measure.MONEY, unit=unit) for name, unit in (("a", "€"), ("b", "kr"))
    )
    assert "different currencies" in figures_of(formula(Rule.SUM, "a", "b"), euros, crowns).explain("en")


def test_money_in_one_currency_is() -> None:
    both = (source(name, ("2019", 1), measure=Measure.MONEY, unit="€") for name in ("a", "b"))
    assert figures_of(formula(Rule.SUM, "a", "b"), *both).values[0].value == 2


def test_formulas_may_build_on_formulas_in_any_order() -> None:
    twice = indicator("g", formula=Formula(rule=Rule.SUM, of=("a", "b")))
    assert [each.value for each in figures_of(formula(Rule.SUM, "g", "a"), twice, B, A).values][:2] == [20, 8]


def test_a_long_chain_of_formulas_needs_no_stack() -> None:
    links = [
        indicator(f"i{number}", formula=Formula(rule=Rule.SUM, of=(f"i{number - 1}",))) for number in range(1, 3000)
    ]
    chain = (formula(Rule.SUM, "i2999"), *reversed(links), source("i0", ("2019", 1)))
    assert figures_of(*chain).values[0].value == 1


def test_a_ring_of_formulas_is_told_and_the_rest_is_computed() -> None:
    ring = indicator("g", formula=Formula(rule=Rule.SUM, of=("f",)))
    plan = programme(programme_indicators=(formula(Rule.SUM, "g"), ring, A))
    figures = assess(plan, as_of="2022-12-31")
    assert "The formula leads back to the indicator itself." in figures["f"].explain("en")
    assert len(figures.indicator("a").values) == 2


def test_reported_values_stand_before_the_formula() -> None:
    own = formula(Rule.SUM, "a", "b", observations=(observation("2019", 99),))
    figures = figures_of(own, A, B)
    assert [each.value for each in figures.values] == [99]
    assert "the formula is not used" in figures.explain("en")


def test_values_that_were_placed_are_computed_from_their_places() -> None:
    quarters = source("b", ("2019-Q1", 1), ("2019-Q2", 2), per=Per.YEAR)
    figures = figures_of(formula(Rule.SUM, "a", "b"), A, quarters)
    assert [each.value for each in figures.values] == [Decimal(9), None]
