"""What holds for every text, every date and every dash."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.errors import ValueProblem
from muniprog.timeframe import Calendar, DateOrder, Period, Precision, Recurrence, Timeframe, parse_day
from muniprog.timeframe.recurrence import recurrence_text
from muniprog.timeframe.texts import DASHES
from muniprog.timeframe.wording import long_year_text

LANGUAGES = st.sampled_from(["sv", "fi", "en", "sv-SE", "en-US", "de"])
SPOKEN = st.sampled_from(["sv", "fi", "en", "sv-FI", "sv-SE", "en-US"])
YEARS = st.integers(1900, 2150)
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
MONTHS = st.tuples(YEARS, st.integers(1, 12)).map(lambda month: f"{month[0]}-M{month[1]:02}")
QUARTERS = st.tuples(YEARS, st.integers(1, 4)).map(lambda quarter: f"{quarter[0]}-Q{quarter[1]}")
HALVES = st.tuples(YEARS, st.integers(1, 2)).map(lambda half: f"{half[0]}H{half[1]}")
WEEKS = st.tuples(YEARS, st.integers(1, 52)).map(lambda week: f"{week[0]}-W{week[1]:02}")
SEASONS = st.tuples(st.sampled_from(["våren", "sommaren", "hösten", "VT", "HT"]), YEARS).map(
    lambda season: f"{season[0]} {season[1]}"
)
PAIRS = st.tuples(st.sampled_from(["läsåret", "vintern"]), YEARS).map(lambda pair: f"{pair[0]} {pair[1]}/{pair[1] + 1}")
STRETCHES = st.one_of(YEARS.map(str), DAYS.map(date.isoformat), MONTHS, QUARTERS, HALVES, WEEKS, SEASONS, PAIRS)
CALENDARS = st.builds(
    Calendar,
    school_year=st.none() | st.integers(1, 12),
    fiscal_year=st.integers(1, 12),
    winter=st.tuples(st.integers(1, 12), st.integers(1, 12)),
    date_order=st.none() | st.sampled_from(DateOrder),
    country=st.none() | st.sampled_from(["FI", "SE", "NO"]),
)
PIECES = st.sampled_from(
    "2019 2022 2020/21 1.5. 31.12.2020 5/2021 1/9 4/21 20 5 2020-05 2020-W10 Q1 H2 hösten vinter maj kesä kuu "
    "joulukuu ht läsåret mandatperioden tilikausi vecka kvartal andra halvan_av halvåret – / + → , ( ) & : . ; till "
    "senast före från efter mellan och tills_vidare alkaen mennessä start slut kontinuerligt pågår klar mål ca "
    "slutet_av alku lopussa årligen 2_gånger_per_år heti TBD M11 se för i under vuoden".split()
)
SENTENCES = st.lists(PIECES, max_size=7).map(lambda pieces: " ".join(pieces).replace("_", " "))


def dates(timeframe: Timeframe) -> tuple[date | None, date | None]:
    return timeframe.start, timeframe.end


@given(st.text() | SENTENCES, LANGUAGES, CALENDARS)
def test_no_text_raises_anything_but_a_refusal(text: str, language: str, calendar: Calendar) -> None:
    try:
        read = Timeframe.parse(text, language=language, calendar=calendar)
    except ValueProblem:
        return
    assert read.start is None or read.end is None or read.start <= read.end
    assert isinstance(read.text(language), str)
    assert read.bounds()[0] is None or read.start is not None


@given(st.text() | SENTENCES, LANGUAGES, CALENDARS, st.booleans())
def test_a_period_is_two_dates_or_a_refusal(text: str, language: str, calendar: Calendar, whole: bool) -> None:
    try:
        period = Period.parse(text, language=language, calendar=calendar, whole_years=whole)
    except ValueProblem:
        return
    assert period.days >= 1
    assert period.label(language)


@given(st.integers(), LANGUAGES)
def test_a_number_is_read_as_it_would_be_written(number: int, language: str) -> None:
    def read(text: str | int) -> object:
        try:
            return Timeframe.parse(text, language=language)
        except ValueProblem:
            return None

    assert read(number) == (read(str(number)) if 0 <= number < 10**8 else None)


@given(st.text(max_size=12) | DAYS.map(str) | DAYS.map(lambda day: f"{day.day}.{day.month}.{day.year}"))
def test_a_day_is_a_day_or_a_refusal(text: str) -> None:
    try:
        day = parse_day(text)
    except ValueProblem:
        return
    assert text in (day.isoformat(), f"{day.day}.{day.month}.{day.year}") or f"{day.year:04}" in text


@given(STRETCHES, STRETCHES, SPOKEN)
def test_what_is_written_can_be_read_back(one: str, other: str, language: str) -> None:
    if Period.parse(one).start > Period.parse(other).end:
        one, other = other, one
    for text in (one, f"{one} – {other}", f"{one} –", f"senast {one}", f"ca {one}"):
        read = Timeframe.parse(text)
        again = Timeframe.parse(read.text(language), language=language)
        assert dates(again) == dates(read), (text, read.text(language))
        assert again.start_precision == read.start_precision
        assert again.tentative == read.tentative


@given(STRETCHES, SPOKEN)
def test_a_label_can_be_read_back(text: str, language: str) -> None:
    period = Period.parse(text)
    assert Period.parse(period.label(language), language=language).order == period.order


@given(STRETCHES, STRETCHES)
def test_explicit_dates_say_what_the_text_says(one: str, other: str) -> None:
    if Period.parse(one).start > Period.parse(other).end:
        one, other = other, one
    read = Timeframe.parse(f"{one} – {other}")
    start, end = read.bounds()
    assert dates(Timeframe.of(read.raw, start=start, end=end)) == dates(read)


@given(YEARS, st.integers(0, 40), st.sampled_from(DASHES), st.sampled_from(["", " ", "\u00a0"]))
def test_every_dash_gives_the_same_range(first: int, years: int, dash: str, space: str) -> None:
    read = Timeframe.parse(f"{first}{space}{dash}{space}{first + years}")
    assert dates(read) == (date(first, 1, 1), date(first + years, 12, 31))


@given(STRETCHES, STRETCHES, st.sampled_from(DASHES))
def test_a_range_runs_from_the_start_of_one_to_the_end_of_the_other(one: str, other: str, dash: str) -> None:
    first, last = Period.parse(one), Period.parse(other)
    if last.end < first.start:
        with pytest.raises(ValueProblem, match="ends before it starts"):
            Timeframe.parse(f"{one} {dash} {other}")
    else:
        assert dates(Timeframe.parse(f"{one} {dash} {other}")) == (first.start, last.end)


@given(STRETCHES, DAYS)
def test_a_day_is_covered_exactly_between_the_dates(text: str, day: date) -> None:
    read, period = Timeframe.parse(text), Period.parse(text)
    assert read.covers(day) == (period.start <= day <= period.end) == period.covers(day)
    assert read.covers(period.start)
    assert read.covers(period.end)
    assert not read.covers(period.start - timedelta(days=1))


@given(
    st.builds(
        Recurrence,
        st.integers(1, 12),
        st.integers(1, 12),
        st.sampled_from(
            [
                Precision.DAY,
                Precision.WEEK,
                Precision.MONTH,
                Precision.QUARTER,
                Precision.HALF_YEAR,
                Precision.YEAR,
            ]
        ),
    )
    | st.just(Recurrence()),
    st.sampled_from(["sv", "fi", "en"]),
)
def test_how_often_can_be_read_back(recurrence: Recurrence, language: str) -> None:
    said = recurrence_text(recurrence, language)
    assert Timeframe.parse(said, language=language).recurring == recurrence, said


@given(DAYS, st.sampled_from(Precision), CALENDARS, SPOKEN)
def test_the_period_that_holds_a_day_holds_it(
    day: date, precision: Precision, calendar: Calendar, language: str
) -> None:
    try:
        period = Period.holding(day, precision, calendar=calendar, language=language)
    except ValueProblem:
        assert precision in (Precision.COUNCIL_TERM, Precision.SEASON, Precision.TERM, Precision.SCHOOL_YEAR)
        return
    assert period.start <= day <= period.end
    assert period.raw == period.label(language)


@given(YEARS, SPOKEN)
def test_a_councils_term_can_be_read_back(year: int, language: str) -> None:
    said = long_year_text(Precision.COUNCIL_TERM, year, year + 4, language)
    read = Timeframe.parse(said, language=language)
    assert (read.start_precision, read.text(language)) == (Precision.COUNCIL_TERM, said)
