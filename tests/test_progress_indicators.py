"""The figures of an indicator: one value a period, a total or none, and where it stands against its target."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from muniprog.model import (
    Baseline,
    Comparison,
    Direction,
    FollowUp,
    Indicator,
    Measure,
    Missing,
    Observation,
    Per,
    SentBack,
    Series,
    Target,
    Value,
)
from muniprog.progress import Availability, IndicatorFigures, Standing, assess
from muniprog.progress.periods import Almanac
from muniprog.progress.standing import Way
from muniprog.timeframe import Calendar, Period
from tests.builders import indicator, observation, period, programme, text, value, when


def figures_of(measured: Indicator, as_of: str = "2022-12-31", **more: Any) -> IndicatorFigures:
    return assess(programme(programme_indicators=(measured,), **more), as_of=as_of).indicator("k")


def of(measure: Measure | str = Measure.COUNT, *seen: Observation, **more: Any) -> IndicatorFigures:
    as_of = more.pop("as_of", "2022-12-31")
    return figures_of(indicator("k", measure, observations=seen, **more), as_of)


def by(given: Value | float, time: str = "2022", **more: Any) -> Target:
    return Target(value=value(given), by=when(time), **more)


def seen(year: str, given: Value | float | None = None, **more: Any) -> Observation:
    return observation(year, given, **more)


def parts(year: str, upper: int, lower: int, **more: Any) -> Observation:
    return observation(year, numerator=Decimal(upper), denominator=Decimal(lower), **more)


# --- Values ----------------------------------------------------------------------------------------------------------


def test_a_value_that_was_sent_back_counts_in_no_figure() -> None:
    back = SentBack(on=date(2020, 12, 2), reason=text("Fel år?"))
    figures = of(Measure.COUNT, seen("2019", 3), seen("2020", 30, sent_back=back), series=Series.PER_PERIOD)
    assert [str(each.value) for each in figures.values] == ["3"]


def test_values_of_a_round_follow_those_of_the_indicator() -> None:
    rounds = (
        FollowUp(
            period=period("2020"),
            observations=(seen("2020", 2, indicator="K"), seen("2020", 3, indicator="nobody"), seen("2020", 4)),
        ),
    )
    figures = figures_of(indicator("k", observations=(seen("2019", 1),)), follow_ups=rounds)
    assert [each.value for each in figures.values] == [1, 2]


def test_missing_and_suppressed_are_two_things() -> None:
    figures = of(
        Measure.COUNT,
        seen("2019", missing=Missing.SUPPRESSED, reason=text("färre än fem")),
        seen("2020", missing=Missing.NOT_AVAILABLE),
        seen("2021"),
    )
    assert [each.availability for each in figures.values] == [
        Availability.SUPPRESSED,
        Availability.NOT_AVAILABLE,
        Availability.NOT_AVAILABLE,
    ]
    said = figures.explain("en")
    assert "2019: suppressed. färre än fem" in said
    assert "There is no value for 2021." in said


def test_an_indicator_whose_last_value_is_suppressed_says_so() -> None:
    assert "The value for 2020 is suppressed. litet antal" in str(
        of(Measure.COUNT, seen("2020", missing=Missing.SUPPRESSED, reason=text("litet antal"))).why
    )


def test_a_share_is_computed_from_its_parts_and_a_zero_below_is_told() -> None:
    shares = of(Measure.SHARE, parts("2019", 1, 3), parts("2020", 1, 0), unit="%")
    assert [each.value for each in shares.values] == [Fraction(100, 3), None]
    assert shares.values[0].spoken("sv") == "33,3\u00a0%"
    assert "The denominator is zero." in shares.explain("en")


@pytest.mark.parametrize(
    ("unit", "value_"), [("promille", 250), ("%", 25), ("andel", Fraction(1, 4)), (None, Fraction(1, 4))]
)
def test_a_quotient_is_in_the_indicators_unit(unit: str | None, value_: Fraction | int) -> None:
    assert of(Measure.SHARE, parts("2019", 1, 4), unit=unit).values[0].value == value_


def test_parts_of_the_whole_are_apart() -> None:
    figures = of(
        Measure.COUNT,
        seen("2020", 5),
        seen("2020", 2, dimensions={"sex": "f"}),
        seen("2020", 3, dimensions={"sex": "m"}),
    )
    assert [each.value for each in figures.values] == [5]
    assert {part: [each.value for each in values] for part, values in figures.parts.items()} == {
        (("sex", "f"),): [2],
        (("sex", "m"),): [3],
    }
    assert "not added to the whole" in figures.explain("en")


def test_parts_alone_are_not_added_up_to_a_whole() -> None:
    assert "values for parts only" in str(of(Measure.COUNT, seen("2020", 2, dimensions={"sex": "f"})).why)


def test_a_milestone_takes_yes_and_no_only() -> None:
    figures = of(Measure.MILESTONE, seen("2019", "snart"), seen("2020", True))
    assert [(each.value, each.availability) for each in figures.values] == [
        (None, Availability.UNUSABLE),
        (True, Availability.MEASURED),
    ]
    assert figures.values[1].number is None


def test_quarters_add_up_to_their_year_and_snapshots_take_the_last_one() -> None:
    quarters = (seen("2020-Q2", 3), seen("2020-Q1", 2))
    assert [each.value for each in of(Measure.COUNT, *quarters, per=Per.YEAR).values] == [5]
    assert [each.value for each in of(Measure.INDEX, *quarters, per=Per.YEAR).values] == [3]


def test_a_report_about_the_whole_year_stands_for_its_quarters() -> None:
    (year,) = of(Measure.COUNT, seen("2020", 9), seen("2020-Q1", 2), seen("2020-Q2", 3), per=Per.YEAR).values
    assert year.value == 9


def test_reports_that_overlap_are_not_added_up() -> None:
    figures = of(Measure.COUNT, seen("2020-H1", 2), seen("2020-Q1", 3), per=Per.YEAR)
    assert figures.values[0].value is None
    assert "Some of the reports about 2020 overlap." in figures.explain("en")


def test_a_sum_tells_how_many_of_its_reports_had_a_value() -> None:
    (year,) = of(Measure.COUNT, seen("2020", 2), seen("2020", missing=Missing.NOT_AVAILABLE), per=Per.YEAR).values
    assert (year.value, str(year.remark)) == (2, "The sum of 1 of 2 reports about 2020; the others have no value.")


def test_a_period_whose_reports_all_lack_a_value_has_none() -> None:
    missing = seen("2020", missing=Missing.NOT_AVAILABLE)
    (year,) = of(Measure.COUNT, missing, missing, per=Per.YEAR).values
    assert (year.value, year.availability) == (None, Availability.NOT_AVAILABLE)


def test_shares_of_one_period_are_pooled_or_refused() -> None:
    pooled = of(Measure.SHARE, parts("2020", 1, 2), parts("2020", 1, 8), unit="%", series=Series.PER_PERIOD)
    assert pooled.values[0].value == 20
    assert pooled.values[0].denominator == 10
    bare = of(Measure.SHARE, seen("2020", 50), seen("2020", 10), unit="%", series=Series.PER_PERIOD)
    assert bare.values[0].availability is Availability.UNUSABLE


def test_two_values_that_nothing_tells_apart_are_remarked_on() -> None:
    assert "nothing tells which is the latest" in of(Measure.COUNT, seen("2020", 2), seen("2020", 3)).explain("en")


def test_one_period_written_in_two_ways_is_one_period() -> None:
    (year,) = of(Measure.COUNT, seen("1.1.2020–31.12.2020", 2), seen("2020", 3), series=Series.PER_PERIOD).values
    assert (year.period.raw, year.value) == ("1.1.2020–31.12.2020", 5)


def test_a_period_longer_than_what_is_counted_per_stays_as_it_is() -> None:
    (both,) = of(Measure.COUNT, seen("2019–2021", 7), per=Per.YEAR).values
    assert both.period.raw == "2019–2021"


def test_a_round_is_no_stretch_of_the_calendar() -> None:
    (spring,) = of(Measure.COUNT, seen("2020-Q1", 7), per=Per.ROUND).values
    assert spring.period.raw == "2020-Q1"


def test_the_first_year_that_there_is_has_no_fiscal_year() -> None:
    first = Observation(period=Period("0001-01-01", date.min, date.min), value=Decimal(1))
    measured = indicator("k", observations=(first,), per=Per.YEAR)
    (only,) = figures_of(measured, calendar=Calendar(fiscal_year=8)).values
    assert only.period.start == date.min


def test_the_timeline_ends_where_the_calendar_does() -> None:
    def years(start: date, end: date, calendar: Calendar) -> list[str]:
        plan = attrs.evolve(programme(calendar=calendar), period=Period("", start, end))
        return [year.raw for year in Almanac(plan).all(None)]

    assert years(date(2019, 1, 1), date(2020, 12, 31), Calendar()) == ["2019", "2020"]
    assert years(date(9998, 1, 1), date.max, Calendar()) == ["9998", "9999"]
    assert years(date(9998, 9, 1), date.max, Calendar(fiscal_year=8)) == ["9998/99"]
    assert years(date.min, date(1, 12, 31), Calendar(fiscal_year=8)) == []


def test_a_longer_period_covers_the_years_in_it() -> None:
    timeline = of(Measure.COUNT, seen("2019–2021", 7)).timeline
    assert [each.period.raw for each in timeline] == ["2019–2021", "2022"]


def test_the_timeline_of_quarters_has_quarters() -> None:
    assert len(of(Measure.COUNT, per=Per.QUARTER).timeline) == 16


# --- Totals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measure", "series", "total"),
    [
        (Measure.COUNT, Series.PER_PERIOD, 7),
        (Measure.MONEY, Series.PER_PERIOD, 7),
        (Measure.COUNT, Series.SNAPSHOT, 5),
        (Measure.INDEX, Series.SNAPSHOT, 5),
        (Measure.COUNT, Series.RUNNING_TOTAL, 5),
        (Measure.COUNT, None, "It is not said whether the values of several periods add up (`series`)."),
        (Measure.SCALE, Series.PER_PERIOD, "Values on a scale are not added up."),
        (Measure.INDEX, None, "Index numbers are not added up."),
        (Measure.DURATION, Series.PER_PERIOD, "Durations of several periods are not added up."),
        ("climate:co2", Series.PER_PERIOD, "What a plug-in measures is added up by the plug-in only."),
    ],
)
def test_each_kind_of_value_adds_up_in_its_own_way_or_not(
    measure: Measure | str, series: Series | None, total: int | str
) -> None:
    found = of(measure, seen("2019", 2), seen("2020", 5), series=series).total
    assert (found.value if found.value is not None else str(found.spoken("en"))) == total


def test_milestones_and_words_are_not_added_up() -> None:
    assert "reached or not" in of(Measure.MILESTONE, seen("2019", True)).total.spoken("en")
    assert of(Measure.TEXT, seen("2019", "antagen")).total.spoken("en") == "Words are not added up."


def test_what_is_counted_per_year_adds_up_though_nobody_says_so() -> None:
    total = of(Measure.COUNT, seen("2019", 2), seen("2020", 5), per=Per.YEAR).total
    assert total.value == 7
    assert str(total.rule) == "The values of the periods are added up."


def test_a_total_tells_which_periods_it_lacks() -> None:
    total = of(Measure.COUNT, seen("2019", 2), seen("2020", missing=Missing.SUPPRESSED), per=Per.YEAR).total
    assert total.value == 2
    assert str(total.remark) == "There is no value for 2020."


def test_overlapping_periods_have_no_total() -> None:
    total = of(Measure.COUNT, seen("2019–2021", 2), seen("2020", 5), series=Series.PER_PERIOD).total
    assert "counted twice" in total.spoken("en")


def test_no_value_has_no_total_and_a_total_of_zero_parts_is_refused() -> None:
    assert of().total.spoken("en") == "No value is known."
    split = (
        observation("2019", 5, numerator=Decimal(1), denominator=Decimal(2)),
        observation("2020", 5, numerator=Decimal(1), denominator=Decimal(-2)),
    )
    assert of(Measure.SHARE, *split, unit="%").total.spoken("en") == "The denominator is zero."


def test_a_total_that_nobody_computed_says_nothing() -> None:
    from muniprog.progress import Total

    assert Total().spoken("en") == ""


# --- Trend -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "way", "better"), [("12.5", "up", False), ("7.5", "down", True), ("10", "level", False)]
)
def test_a_trend_names_its_ends_and_whether_it_is_better(last: str, way: str, better: bool) -> None:
    measured = of(Measure.COUNT, seen("2019", 10), seen("2021", Decimal(last)), direction=Direction.DECREASE)
    trend = measured.trend
    assert trend is not None
    assert (trend.first.raw, trend.last.raw) == ("2019", "2021")
    assert (trend.change, trend.way.value, trend.is_better) == (Decimal(last) - 10, way, better)


def test_nobody_knows_which_way_is_better_without_a_direction() -> None:
    trend = of(Measure.COUNT, seen("2019", 10), seen("2021", 11)).trend
    assert trend is not None
    assert trend.is_better is None


def test_one_value_is_no_trend() -> None:
    assert of(Measure.COUNT, seen("2019", 10)).trend is None


# --- Targets and verdicts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "given", "verdict"),
    [
        ("2020-12-31", 5, Standing.ON_THE_WAY),
        ("2020-12-31", 4, Standing.BEHIND),
        ("2020-12-31", 10, Standing.MET),
        ("2022-12-31", 9, Standing.NOT_ASSESSABLE),
    ],
)
def test_on_the_way_is_as_far_as_going_evenly(as_of: str, given: int, verdict: Standing) -> None:
    measured = indicator("k", baseline=0, targets=[by(10)], observations=(seen("2020", given),))
    figures = figures_of(measured, "2023-01-01" if verdict is Standing.NOT_ASSESSABLE else as_of)
    assert figures.verdict is verdict


def test_what_is_not_there_when_its_time_is_out_is_missed() -> None:
    missed = of(Measure.COUNT, seen("2022", 9), baseline=0, targets=[by(10)])
    assert (missed.verdict, missed.attainment) == (Standing.MISSED, Fraction(9, 10))
    assert repr(missed) == "<IndicatorFigures k: missed, 90%>"


def test_an_old_value_cannot_miss_a_later_target() -> None:
    late = of(Measure.COUNT, seen("2020", 9), baseline=0, targets=[by(10, "2021")], as_of="2022-06-30")
    assert late.verdict is Standing.NOT_ASSESSABLE
    assert "no value for that time is known" in str(late.why)


def test_the_way_begins_when_the_baseline_was_measured() -> None:
    start = Baseline(value=Decimal(0), period=period("2019"))
    figures = of(Measure.COUNT, seen("2020", 3), baseline=start, targets=[by(10)], as_of="2020-12-31")
    assert figures.judged.expected == Fraction(366, 1096)
    said = figures.explain("en")
    assert "Start 0 (2019)." in said
    assert "By going evenly it would have come 33% of the way." in said


def test_of_several_targets_the_one_for_the_time_of_the_value_counts() -> None:
    targets = [by(20, "2022"), by(5, "2020")]
    assert of(Measure.COUNT, seen("2020", 5), baseline=0, targets=targets).verdict is Standing.MET
    assert of(Measure.COUNT, seen("2021", 5), baseline=0, targets=targets, as_of="2021-12-31").attainment == Fraction(
        1, 4
    )


def test_a_target_that_was_set_later_is_not_known_yet() -> None:
    later = of(Measure.COUNT, seen("2019", 5), baseline=0, targets=[by(9, set_on=date(2021, 1, 1))], as_of="2020-12-31")
    assert (later.target, str(later.why)) == (None, "There is no target.")


def test_a_revision_without_day_or_reason_is_told_without_them() -> None:
    said = of(Measure.COUNT, seen("2022", 5), baseline=0, targets=[by(9), by(8)]).explain("en")
    assert "Note: The target was changed from 9 to 8.\n" in f"{said}\n"


@pytest.mark.parametrize(
    ("more", "verdict", "why"),
    [
        ({"direction": Direction.INCREASE}, Standing.NOT_ASSESSABLE, "There is no baseline."),
        (
            {"baseline": "låg", "direction": Direction.INCREASE},
            Standing.NOT_ASSESSABLE,
            "The baseline is not a number.",
        ),
        ({}, Standing.NOT_ASSESSABLE, "Neither a baseline nor a direction says which way is better."),
        ({"targets": ["högre"]}, Standing.NOT_ASSESSABLE, "The target is not a number."),
        ({"targets": []}, Standing.NOT_ASSESSABLE, "There is no target."),
        ({"direction": Direction.DECREASE}, Standing.MET, "There is no baseline."),
        ({"targets": [by(10, comparison=Comparison.AT_MOST)]}, Standing.MET, "There is no baseline."),
    ],
)
def test_what_cannot_be_assessed_says_why(more: dict[str, Any], verdict: Standing, why: str) -> None:
    figures = of(Measure.COUNT, seen("2020", 5), **({"targets": [by(10)]} | more), as_of="2020-12-31")
    assert (figures.verdict, figures.attainment, str(figures.why)) == (verdict, None, why)


@pytest.mark.parametrize(
    ("measure", "given", "why"),
    [
        (Measure.TEXT, "antagen", "It is told in words, which cannot be reckoned with."),
        ("climate:co2", 5, "What a plug-in measures is assessed by the plug-in only."),
    ],
)
def test_words_and_foreign_measures_are_not_assessed(measure: Measure | str, given: Value, why: str) -> None:
    assert str(of(measure, seen("2020", given), targets=[by(10)]).why) == why


def test_a_way_without_a_start_has_no_attainment() -> None:
    way = Way(value=Decimal(1), until=date(2020, 1, 1), target=Decimal(2), start=None, begun=0, due=date(2021, 1, 1))
    assert (way.attainment, way.inferred) == (None, None)


def test_a_level_to_keep_that_is_kept_is_met() -> None:
    kept = of(Measure.COUNT, seen("2020", 40), baseline=40, targets=[by(40)], direction=Direction.KEEP)
    assert (kept.verdict, str(kept.why)) == (
        Standing.MET,
        "The level is to be kept, so there is no way to go and no percentage.",
    )


def test_a_direction_against_the_target_is_told_when_it_is_not_met_either() -> None:
    lost = of(
        Measure.COUNT, seen("2020", 5), baseline=10, targets=[by(8)], direction=Direction.INCREASE, as_of="2020-12-31"
    )
    assert (lost.verdict, lost.attainment) == (Standing.NOT_ASSESSABLE, None)
    assert "opposite" in str(lost.why)


@pytest.mark.parametrize(
    ("reached", "as_of", "verdict", "attainment"),
    [
        (True, "2020-12-31", Standing.MET, 1),
        (False, "2020-12-31", Standing.ON_THE_WAY, 0),
        (False, "2022-12-31", Standing.NOT_ASSESSABLE, 0),
    ],
)
def test_a_milestone_is_reached_or_not(reached: bool, as_of: str, verdict: Standing, attainment: int) -> None:
    figures = of(Measure.MILESTONE, seen("2020", reached), as_of=as_of)
    assert figures.verdict is verdict
    assert figures.attainment == attainment


def test_a_milestone_that_is_not_reached_in_time_is_missed() -> None:
    assert of(Measure.MILESTONE, seen("2020", False), targets=[by(True, "2020")]).verdict is Standing.MISSED


def test_a_left_over_number_is_no_target_of_a_milestone() -> None:
    assert of(Measure.MILESTONE, seen("2020", True), targets=[by(80, "2020")]).verdict is Standing.MET


# --- Sums within the time of a target --------------------------------------------------------------------------------


def test_a_target_for_several_years_is_compared_with_their_sum() -> None:
    years = (seen("2018", 90), seen("2019", 10), seen("2020", 15))
    figures = of(Measure.COUNT, *years, per=Per.YEAR, baseline=9, targets=[by(50, "2019–2022")], as_of="2020-12-31")
    assert (figures.judged.value, figures.attainment, figures.verdict) == (25, Fraction(1, 2), Standing.ON_THE_WAY)
    said = figures.explain("en")
    assert "Sum 25 of the periods in the target's time." in said
    assert "The start is zero" in said


def test_a_target_for_one_year_is_compared_with_that_year() -> None:
    years = (seen("2021", 10), seen("2022", 15))
    assert of(Measure.COUNT, *years, per=Per.YEAR, baseline=5, targets=[by(25, "2022")]).attainment == Fraction(1, 2)


@pytest.mark.parametrize(
    ("given", "as_of", "comparison", "verdict"),
    [
        (5, "2020-12-31", Comparison.AT_MOST, Standing.ON_THE_WAY),
        (11, "2020-12-31", Comparison.AT_MOST, Standing.MISSED),
        (10, "2020-12-31", Comparison.EXACTLY, Standing.ON_THE_WAY),
        (9, "2022-12-31", Comparison.AT_MOST, Standing.ON_THE_WAY),
    ],
)
def test_a_sum_under_a_limit_is_not_met_before_its_time_is_out(
    given: int, as_of: str, comparison: Comparison, verdict: Standing
) -> None:
    target = by(10, "2019–2022", comparison=comparison)
    figures = of(Measure.COUNT, seen("2020", given), per=Per.YEAR, targets=[target], as_of=as_of)
    assert (figures.verdict, figures.attainment) == (verdict, None)
    assert "not grow past a limit" in str(figures.why)


def test_a_sum_under_a_limit_whose_end_nobody_knows_cannot_be_assessed() -> None:
    target = by(10, "2019–2021", comparison=Comparison.AT_MOST)
    figures = of(Measure.COUNT, seen("2020", 9), per=Per.YEAR, targets=[target])
    assert (figures.verdict, "no value for that time is known" in str(figures.why)) == (Standing.NOT_ASSESSABLE, True)


def test_a_sum_under_a_limit_is_met_in_the_end() -> None:
    target = by(10, "2019–2022", comparison=Comparison.AT_MOST)
    assert of(Measure.COUNT, seen("2022", 9), per=Per.YEAR, targets=[target]).verdict is Standing.MET


def test_the_latest_value_counts_where_periods_overlap() -> None:
    years = (seen("2019–2021", 10), seen("2021", 15))
    target = by(30, "2019–2022")
    figures = of(Measure.COUNT, *years, series=Series.PER_PERIOD, baseline=0, targets=[target])
    assert (figures.judged.is_sum, figures.attainment) == (False, Fraction(1, 2))
