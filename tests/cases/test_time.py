"""Field cases about time."""

import os
import subprocess
import sys
from datetime import date

import pytest

from muniprog.errors import ValueProblem
from muniprog.timeframe import Calendar, Period, Precision, Timeframe, parse_day, slash_order

SCHOOL = Calendar(school_year=8)
FISCAL = Calendar(fiscal_year=8)


def period(text: str | int, calendar: Calendar = SCHOOL) -> Period:
    return Period.parse(text, language="sv", calendar=calendar)


@pytest.mark.parametrize("text", ["2019-2020", "2019/20", "2019–20", "läsåret 2019–2020", "2005 - 2006"])
def test_t01_a_span_is_the_declared_school_year(text: str) -> None:
    span = period(text)
    first = int(text.removeprefix("läsåret ")[:4])
    assert (span.start, span.end) == (date(first, 8, 1), date(first + 1, 6, 30))
    assert span.precision is Precision.SCHOOL_YEAR
    assert span.label("sv") == f"läsåret {first}/{(first + 1) % 100:02}"
    assert span.order != period(first).order


@pytest.mark.parametrize("text", ["2019-2020", "2019/20", "2019–20", "2005 - 2006"])
def test_t01_an_undeclared_span_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match="more than one thing") as refused:
        period(text, Calendar())
    assert refused.value.code == "F007"
    assert period("läsåret 2019–2020", Calendar()).precision is Precision.SCHOOL_YEAR


@pytest.mark.parametrize("dash", ["-", "–", " — ", "\u2212", "\u2011"])
def test_t02_dashes_are_one_range(dash: str) -> None:
    years = Timeframe.parse(f"2019{dash}2022", language="sv")
    assert (years.start, years.end) == (date(2019, 1, 1), date(2022, 12, 31))
    assert len(years.years(period("2015–2030"))) == 4
    assert years.text("sv") == "2019–2022"


def test_t02_days_and_seasons_are_ranges_too() -> None:
    days = Timeframe.parse("1.8.2019–31.5.2021", language="sv")
    assert (days.start, days.end, days.start_precision) == (date(2019, 8, 1), date(2021, 5, 31), Precision.DAY)
    seasons = Timeframe.parse("hösten 2019–våren 2021", language="sv")
    assert (seasons.raw, seasons.start_precision) == ("hösten 2019–våren 2021", Precision.SEASON)
    assert seasons.years(period("2015–2030")) == (2019, 2020, 2021)


def test_t03_dotted_dates_have_the_day_first() -> None:
    days = [period(text).start for text in ("31.12.2020", "12.05.2020", "5.4.2020")]
    assert days == [date(2020, 12, 31), date(2020, 5, 12), date(2020, 4, 5)]


def test_t03_slashes_need_a_declared_order() -> None:
    with pytest.raises(ValueProblem, match="“5.4.2020”, “4.5.2020”"):
        period("05/04/2020")
    assert period("05/04/2020", Calendar(date_order="dmy")).start == date(2020, 4, 5)
    assert period("05/04/2020", Calendar(date_order="mdy")).start == date(2020, 5, 4)
    assert period("26-07-2019").start == date(2019, 7, 26)
    with pytest.raises(ValueProblem, match="The calendar has no “26-07-2019”"):
        period("26-07-2019", Calendar(date_order="mdy"))


def test_t03_a_whole_column_decides_its_order() -> None:
    order = slash_order(["05/04/2020", "31/12/2020"])
    assert period("05/04/2020", Calendar(date_order=order)).start == date(2020, 4, 5)


@pytest.mark.parametrize("told", [(2019, 2021), ("2019", "2021")])
def test_t04_a_bare_year_ends_on_its_last_day(told: tuple[str | int, str | int]) -> None:
    action = Timeframe.of(start=told[0], end=told[1])
    assert (action.start, action.end) == (date(2019, 1, 1), date(2021, 12, 31))
    assert action.text("fi") == "2019–2021"
    assert action.bounds() == ("2019", "2021")


def test_t04_a_month_ends_on_its_last_day() -> None:
    assert Timeframe.of(start=2019, end="2021-05").end == date(2021, 5, 31)
    assert Timeframe.of(start=2019, end="2021-05").bounds() == ("2019", "2021-05")


@pytest.mark.parametrize("zone", ["Europe/Helsinki", "America/New_York", "UTC"])
def test_t05_a_day_is_the_same_day_everywhere(zone: str) -> None:
    code = (
        "from muniprog.timeframe import Timeframe, parse_day\n"
        "for text in ('2020-05-10', '2020-03-29'):\n"
        "    due = Timeframe.parse(text)\n"
        "    print(type(due.end).__name__, due.end, due.bounds()[1], parse_day(text))"
    )
    environment = {**os.environ, "TZ": zone}
    printed = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert printed.splitlines() == [f"date {day} {day} {day}" for day in ("2020-05-10", "2020-03-29")]


@pytest.mark.parametrize("day", [date(2020, 9, 15), date(2021, 2, 1)])
def test_t06_a_fiscal_year_is_labelled_with_both_years(day: date) -> None:
    year = Period.holding(day, Precision.FISCAL_YEAR, calendar=FISCAL)
    assert (year.label("sv"), year.start, year.end) == ("2020/21", date(2020, 8, 1), date(2021, 7, 31))
    assert period("2020/21", FISCAL).label("fi") == "2020/21"


def test_t06_a_january_year_is_labelled_with_one() -> None:
    assert Period.holding(date(2020, 9, 15), Precision.FISCAL_YEAR).label("sv") == "2020"


def test_t06_quarters_follow_the_fiscal_start() -> None:
    quarter = Period.holding(date(2021, 2, 1), Precision.QUARTER, calendar=FISCAL)
    assert (quarter.raw, quarter.start, quarter.end) == ("Q3 2020/21", date(2021, 2, 1), date(2021, 4, 30))


def test_t06_periods_sort_by_their_start() -> None:
    periods = [period(text, FISCAL) for text in ("2021", "2020/21", "2020-Q1", "2020")]
    assert [each.raw for each in sorted(periods, key=lambda each: each.order)] == ["2020", "2020-Q1", "2020/21", "2021"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-1-1", date(2018, 1, 1)),
        ("2024-W13-7", date(2024, 3, 31)),
        ("2026-W36-1", date(2026, 8, 31)),
        ("2020-W53-5", date(2021, 1, 1)),
    ],
)
def test_t07_unusual_iso_forms_are_the_right_day(text: str, day: date) -> None:
    assert (period(text).start, period(text).end) == (day, day)
    with pytest.raises(ValueProblem, match="“2020-05-31”"):
        parse_day(text)


@pytest.mark.parametrize("text", ["2021-W53", "2020-02-30"])
def test_t07_what_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match="The calendar has no") as refused:
        period(text)
    assert text in str(refused.value)


def test_t08_one_day_is_a_timeframe() -> None:
    day = Timeframe.of(start="2020-05-12", end="2020-05-12")
    assert day.covers(date(2020, 5, 12))
    assert day.text("sv") == "12.5.2020"


def test_t08_reversed_ends_are_refused_with_both_dates() -> None:
    for wrong in (
        lambda: Timeframe.of(start="2021-06-01", end="2021-05-01"),
        lambda: Timeframe.parse("1.6.2021–1.5.2021"),
        lambda: Period("x", date(2021, 6, 1), date(2021, 5, 1)),
    ):
        with pytest.raises(ValueProblem, match="2021-05-01 is earlier than 2021-06-01") as refused:
            wrong()
        assert refused.value.code == "F007"


def test_t08_an_end_alone_is_fine_and_an_end_outside_the_programme_is_no_error() -> None:
    assert Timeframe.of(end=2021).start is None
    late = Timeframe.of(start=2019, end=2024)
    assert not late.within(period("2019–2022"))
