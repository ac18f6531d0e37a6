"""Periods: the years, school years, quarters and months that programmes and figures are for; and single days."""

from datetime import date

import pytest

from muniprog.errors import ValueProblem
from muniprog.timeframe import Calendar, DateOrder, Period, Precision, parse_day, slash_order


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        (2020, date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR),
        ("2019–2022", date(2019, 1, 1), date(2022, 12, 31), Precision.YEAR),
        ("2020-05", date(2020, 5, 1), date(2020, 5, 31), Precision.MONTH),
        ("2020-Q4", date(2020, 10, 1), date(2020, 12, 31), Precision.QUARTER),
        ("Q1–Q2 2020", date(2020, 1, 1), date(2020, 6, 30), Precision.QUARTER),
        ("hösten 2020", date(2020, 9, 1), date(2020, 11, 30), Precision.SEASON),
        ("2020-05-10", date(2020, 5, 10), date(2020, 5, 10), Precision.DAY),
        ("maj 2020–2021", date(2020, 5, 1), date(2021, 12, 31), Precision.DAY),
    ],
)
def test_a_period_has_both_its_ends(text: str | int, start: date, end: date, precision: Precision) -> None:
    period = Period.parse(text)
    assert (period.raw, period.start, period.end, period.precision) == (str(text), start, end, precision)


@pytest.mark.parametrize(
    "text",
    ["", "2020–", "senast 2020", "kontinuerligt", "årligen", "ca 2020", "klar 2020", "slutet av 2020", "hösten", "TBD"],
)
def test_a_period_is_nothing_but_two_dates(text: str) -> None:
    with pytest.raises(ValueProblem, match="A period has a beginning and an end|not understood") as refused:
        Period.parse(text)
    assert refused.value.code == "F007"
    assert "start: 2020-10" not in str(refused.value)


def test_a_period_of_a_programme_may_be_two_whole_years() -> None:
    assert Period.parse("2019–2020", whole_years=True).days == 366 + 365
    assert Period.parse("2019–20", whole_years=True).label("sv") == "2019–2020"
    assert Period.parse("2019-01–2020-12").days == 366 + 365


def test_two_years_are_refused_with_all_that_they_can_mean() -> None:
    with pytest.raises(ValueProblem, match="“läsåret 2019/20”, “2019-01–2020-12”, “2019”, “2020”"):
        Period.parse("2019–2020")


@pytest.mark.parametrize(
    ("text", "swedish", "finnish", "english"),
    [
        ("2019-2022", "2019–2022", "2019–2022", "2019–2022"),
        ("2020-05", "maj 2020", "toukokuu 2020", "May 2020"),
        ("2020-Q2", "2:a kvartalet 2020", "2. neljännes 2020", "2nd quarter 2020"),
        ("läsåret 2019-20", "läsåret 2019/20", "lukuvuosi 2019/20", "school year 2019/20"),
        ("HT 2020", "höstterminen 2020", "syyslukukausi 2020", "autumn term 2020"),
        ("2020-W07", "vecka 7 2020", "viikko 7/2020", "week 7 2020"),
        ("maj 2020–2021", "maj 2020 – 2021", "toukokuu 2020 – 2021", "May 2020 – 2021"),
    ],
)
def test_a_label_is_in_the_readers_language(text: str, swedish: str, finnish: str, english: str) -> None:
    assert [Period.parse(text).label(language) for language in ("sv", "fi", "en")] == [swedish, finnish, english]


def test_a_period_of_bare_dates_is_labelled_in_days() -> None:
    assert Period("x", date(2020, 5, 1), date(2020, 5, 3)).label("fi") == "1.–3.5.2020"


def test_fiscal_quarters_and_halves_are_labelled_with_the_fiscal_year() -> None:
    fiscal = Calendar(fiscal_year=8)
    assert Period.parse("Q1 2020/21", calendar=fiscal).label("sv") == "Q1 2020/21"
    assert Period.parse("H2 2020/21", calendar=fiscal).start == date(2021, 2, 1)
    assert Period.parse("räkenskapsåret 2020/21–2021/22", calendar=fiscal).label("sv") == (
        "räkenskapsåret 2020/21 – räkenskapsåret 2021/22"
    )
    with pytest.raises(ValueProblem, match="“räkenskapsåret 2019/20”, “räkenskapsåret 2020/21”"):
        Period.parse("räkenskapsåret 2020", calendar=fiscal)
    with pytest.raises(ValueProblem, match="do not fit the programme's calendar"):
        Period.parse("räkenskapsåret 2020/21")


@pytest.mark.parametrize(
    ("precision", "label"),
    [
        (Precision.DAY, "15 September 2020"),
        (Precision.WEEK, "week 38 2020"),
        (Precision.MONTH, "September 2020"),
        (Precision.QUARTER, "3rd quarter 2020"),
        (Precision.HALF_YEAR, "second half of 2020"),
        (Precision.SEASON, "autumn 2020"),
        (Precision.TERM, "autumn term 2020"),
        (Precision.YEAR, "2020"),
        (Precision.FISCAL_YEAR, "2020"),
        (Precision.SCHOOL_YEAR, "school year 2020/21"),
    ],
)
def test_the_period_that_holds_a_day(precision: Precision, label: str) -> None:
    assert Period.holding(date(2020, 9, 15), precision).raw == label


def test_a_winters_end_belongs_to_the_winter_that_began_last_year() -> None:
    assert Period.holding(date(2021, 2, 1), Precision.SEASON, language="sv").raw == "vintern 2020–2021"
    assert Period.holding(date(2021, 2, 1), Precision.SCHOOL_YEAR, language="fi").raw == "lukuvuosi 2020/21"


@pytest.mark.parametrize("precision", [Precision.TERM, Precision.SCHOOL_YEAR, Precision.COUNCIL_TERM])
def test_a_day_in_july_lies_in_no_term(precision: Precision) -> None:
    with pytest.raises(ValueProblem, match=f"has no {precision} that holds 2020-07-15"):
        Period.holding(date(2020, 7, 15), precision)


def test_what_a_period_covers() -> None:
    autumn = Period.parse("hösten 2020")
    assert autumn.covers(2020)
    assert not autumn.covers(2021)
    assert autumn.covers(date(2020, 11, 30))
    assert autumn.covers(Period.parse("2020-11–2021-02"))


def test_a_period_is_a_value() -> None:
    assert Period.parse("2020") == Period("2020", date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR)
    assert len({Period.parse("2020"), Period.parse(2020)}) == 1
    assert repr(Period.parse("2020")) == "<Period 2020: 2020-01-01…2020-12-31>"
    assert str(Period.parse("2020")) == "2020"


# --- Days ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-05-31", date(2020, 5, 31)),
        ("31.5.2020", date(2020, 5, 31)),
        ("12.05.2020", date(2020, 5, 12)),
        ("29.2.2020", date(2020, 2, 29)),
    ],
)
def test_a_day_is_iso_or_dotted(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    "2020|2020-05|2020-5-1|20200531|2020-W10-1|31/5/2020|31.5.20|31.5.|2020-02-30|idag|2020-05-10T22:00:00Z|"
    " 2020-05-31|٢٠٢٠-٠٥-٣١||0000-01-01|123.1.2020".split("|"),
)
def test_anything_else_is_no_day(text: str) -> None:
    with pytest.raises(ValueProblem, match="is not a day. Write .*“2020-05-31”.*“31.5.2020”") as refused:
        parse_day(text)
    assert refused.value.code == "F007"


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/04/2020", "26/07/2019"], DateOrder.DAY_FIRST),
        (["05/04/2020", "07/26/2019"], DateOrder.MONTH_FIRST),
        (["05/04/2020", "2020-05-31", "", "100/1/2020", "40/50/2020"], None),
    ],
)
def test_one_column_has_one_order(texts: list[str], order: DateOrder | None) -> None:
    assert slash_order(texts) == order


def test_a_column_that_contradicts_itself_is_refused_with_both_witnesses() -> None:
    with pytest.raises(ValueProblem, match="“26/07/2019” starts with the day and “07/26/2019” with the month"):
        slash_order(["26/07/2019", "07/26/2019", "27/07/2019"])
