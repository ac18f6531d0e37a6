"""The values of an indicator as a curve: gaps stay gaps, and what is missing says why."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.document import Figure, Look, plain
from muniprog.figures import draw_series
from muniprog.figures.scale import Scale
from muniprog.model import Baseline, Measure, Missing, Observation, Per, Series, Target
from muniprog.progress import assess
from tests.builders import indicator, observation, period, programme, value, when
from tests.drawn import points, shapes, words

ACCENT, SECOND = Look().accent, Look().second


def curve(*seen: Observation, as_of: str = "2022-12-31", language: str = "sv", **more: Any) -> Figure:
    measure = more.pop("measure", Measure.COUNT)
    whole = programme(programme_indicators=(indicator("k", measure, observations=seen, **more),))
    figure = draw_series(assess(whole, as_of=as_of), "k", language=language)
    assert figure is not None
    return figure


def nothing(*seen: Observation, **more: Any) -> bool:
    measure = more.pop("measure", Measure.COUNT)
    whole = programme(programme_indicators=(indicator("k", measure, observations=seen, **more),))
    return draw_series(assess(whole, as_of="2022-12-31"), "k", language="sv") is None


def runs(figure: Figure) -> list[int]:
    """How many points each line of values joins."""
    return [len(points(each)) for each in shapes(figure, "polyline", stroke=ACCENT)]


def dots(figure: Figure) -> int:
    return len(shapes(figure, "circle", fill=ACCENT)) - 1  # one in the key


def test_values_of_years_that_follow_one_another_are_joined() -> None:
    figure = curve(observation("2019", 3), observation("2020", 5), observation("2021", 4))
    assert (dots(figure), runs(figure)) == (3, [3])
    assert {"3", "5", "4", "2019", "2022"} <= set(words(figure))


def test_no_line_runs_across_a_year_without_a_value() -> None:
    figure = curve(observation("2019", 3), observation("2021", 4), observation("2022", 6))
    assert (dots(figure), runs(figure)) == (3, [2])
    assert "2020: inte rapporterat" in figure.alternative


@pytest.mark.parametrize(
    ("missing", "word"), [(Missing.SUPPRESSED, "dolt"), (Missing.NOT_AVAILABLE, "saknas"), (None, "inte rapporterat")]
)
def test_why_there_is_no_value_has_a_sign_of_its_own(missing: Missing | None, word: str) -> None:
    absent = [] if missing is None else [observation("2020", missing=missing)]
    figure = curve(observation("2019", 3), *absent, observation("2021", 4), as_of="2021-12-31")
    assert words(figure)[-1] == word
    assert f"2020: {word}" in figure.alternative
    assert (dots(figure), runs(figure)) == (2, [])


def test_a_value_that_cannot_be_used_is_marked() -> None:
    unusable = observation("2020", numerator=Decimal(1), denominator=Decimal(0))
    figure = curve(observation("2019", 3), unusable, measure=Measure.SHARE, as_of="2020-12-31")
    assert words(figure)[-1] == "kan inte användas"


def test_the_way_goes_from_the_start_over_the_targets() -> None:
    targets = (Target(value=value(14), by=when("2020")), Target(value=value(12), by=when("2022")))
    figure = curve(observation("2019", 17), baseline=18, targets=targets, unit="%", measure=Measure.SHARE)
    (way,) = shapes(figure, "polyline", stroke=SECOND)
    assert len(points(way)) == 3
    assert points(way)[0][0] < points(way)[1][0] < points(way)[2][0]
    assert "Startvärde: 18\u00a0%. Värden: 2019: 17\u00a0%" in figure.alternative
    assert "Mål: 14\u00a0% senast 31.12.2020. Mål: 12\u00a0% senast 31.12.2022." in figure.alternative


def test_a_start_has_its_own_time_where_that_is_known() -> None:
    early = curve(observation("2019", 17), baseline=Baseline(value=value(18), period=period("2017")), targets=(12,))
    assert "2017" in words(early)
    assert points(shapes(early, "polyline", stroke=SECOND)[0])[0][0] > 92


def test_a_target_that_was_replaced_is_shown_as_such() -> None:
    first = Target(value=value(60), by=when("2022"), set_on=period("2019").start)
    later = Target(value=value(50), by=when("2022"), set_on=period("2021").start)
    figure = curve(observation("2019", 5), targets=(later, first))
    assert words(figure)[-1] != "mål som har ersatts"
    assert "mål som har ersatts" in words(figure)
    assert "Ett mål som har ersatts: 60 senast 31.12.2022. Mål: 50 senast 31.12.2022." in figure.alternative
    before = curve(observation("2019", 5), targets=(later, first), as_of="2020-12-31")
    assert "50" not in before.alternative


def test_a_target_for_a_sum_is_not_drawn_among_the_parts() -> None:
    target = Target(value=value(60), by=when("2019–2022"))
    figure = curve(observation("2019", 5), observation("2020", 22), per=Per.YEAR, targets=(target,))
    assert shapes(figure, "polyline", stroke=SECOND) == []
    assert "Målet gäller summan av flera perioder och är inte ritat." in figure.alternative


def test_words_and_milestones_are_no_curve() -> None:
    assert nothing(observation("2019", True), measure=Measure.MILESTONE)
    assert nothing(observation("2019", "bra"), measure=Measure.TEXT)
    assert nothing()
    assert nothing(observation("2019", missing=Missing.SUPPRESSED))


def test_numbers_that_nobody_could_read_are_not_drawn() -> None:
    assert nothing(observation("2019", Decimal("1E+40")), observation("2020", 1))
    assert nothing(observation("2019", Decimal("1E-40")), observation("2020", 1))


def test_amounts_start_at_zero_and_index_numbers_do_not() -> None:
    seen = (observation("2019", 101), observation("2020", 104))
    assert "0" in words(curve(*seen))
    assert "0" not in words(curve(*seen, measure=Measure.INDEX))


def test_numbers_are_said_as_everywhere() -> None:
    figure = curve(observation("2019", Decimal("1234.50")), observation("2020", 7), decimals=1, language="en")
    assert "1,234.5" in words(figure)
    assert [plain(each.content[0]) for each in figure.table.rows[0].cells] == ["2019", "1,234.5"]


def test_of_many_values_some_are_written_and_the_last_one_always() -> None:
    months = [
        observation(f"{year}-{month:02}", 1000 + 12 * year + month)
        for year in (2019, 2020, 2021)
        for month in range(1, 13)
    ]
    figure = curve(*months, per=Per.MONTH, series=Series.SNAPSHOT, as_of="2021-12-31")
    written = [line for line in words(figure) if "\u00a0" in line]
    assert written
    assert len(written) < 36
    assert dots(figure) == 36


def test_values_of_parts_of_a_year_have_their_own_place() -> None:
    figure = curve(observation("2019-Q1", 3), observation("2019-Q2", 5), observation("2019-Q4", 4), as_of="2019-12-31")
    assert runs(figure) == [2]


def test_a_falling_value_is_written_below_its_point() -> None:
    up, down = (curve(observation("2019", 50), observation("2020", number)) for number in (90, 40))
    assert up.svg != down.svg


def test_the_unit_stands_above_the_numbers_and_periods_are_in_the_language() -> None:
    figure = curve(observation("hösten 2020", 3), observation("våren 2021", 4), unit="personer", language="fi")
    assert words(figure)[-2] != "personer"
    assert "personer" in words(figure)
    assert "syksy 2020: 3 personer" in figure.alternative


def test_what_is_counted_has_whole_numbers_beside_it() -> None:
    once_a_year = (observation("2019", 1), observation("2020", 0), observation("2021", 1))
    assert "0,2" not in words(curve(*once_a_year))
    assert {"0", "1"} <= set(words(curve(*once_a_year)))
    assert "0,2" in words(curve(*once_a_year, measure=Measure.RATIO))
    assert "0,5" in words(curve(observation("2019", Decimal("1.5")), observation("2020", 2)))


def test_a_target_that_no_way_leads_to_is_called_a_target_only() -> None:
    target = Target(value=value(10), by=when("2022"))
    start = Baseline(value=value(2), period=period("2018"))
    assert "mål" in words(curve(observation("2019", 3), targets=(target,)))
    assert "mål, och vägen dit" in words(curve(observation("2019", 3), baseline=start, targets=(target,)))


@given(st.lists(st.fractions(-(10**9), 10**9), min_size=1, max_size=6), st.booleans(), st.booleans())
def test_every_number_lies_on_the_scale(numbers: list[Fraction], from_zero: bool, whole: bool) -> None:
    scale = Scale.around(numbers, 100, 0, from_zero=from_zero, whole=whole)
    assert not whole or all(tick == int(tick) for tick in scale.ticks())
    assert all(0 <= scale.place(number) <= 100 for number in numbers)
    assert 2 <= len(list(scale.ticks())) <= 9
    assert not from_zero or 0 in list(scale.ticks())
