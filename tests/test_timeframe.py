"""What a timeframe answers: whether it is stated, what it covers, its years, its order and its words."""

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from muniprog.errors import ValueProblem
from muniprog.timeframe import Calendar, Part, Period, Precision, Recurrence, Remark, Timeframe

PROGRAMME = Period.parse("2019–2022")


def read(text: str | int, language: str = "sv") -> Timeframe:
    return Timeframe.parse(text, language=language)


@pytest.mark.parametrize("text", ["", "  ", "\u00a0\n"])
def test_an_empty_text_is_not_stated(text: str) -> None:
    assert read(text) == Timeframe()
    assert not read(text)


@pytest.mark.parametrize("text", ["TBD", "–", "n/a", "ej angivet", "ei tiedossa", "(ange start och slut)"])
def test_what_gives_no_time_is_not_stated_but_kept_as_written(text: str) -> None:
    assert not read(text)
    assert (read(text).raw, read(text).text("fi"), read(text).covers(2020)) == (text, "", False)


@pytest.mark.parametrize("text", ["2020", "Kontinuerlig", "årligen", "klar", "heti", "M11", "se bilaga 2", "hösten"])
def test_whatever_says_something_is_stated(text: str) -> None:
    assert read(text)


def test_a_number_is_a_year() -> None:
    assert read(2019) == read("2019")
    assert read(2019).raw == "2019"


def test_the_same_text_is_read_once() -> None:
    assert read("hösten 2021") is read("hösten 2021")


@pytest.mark.parametrize("found", [True, 2019.0, None, ["2019"], date(2019, 1, 1)])
def test_nothing_but_text_and_whole_numbers_is_read(found: object) -> None:
    for parse in (Timeframe.parse, Period.parse):
        with pytest.raises(ValueProblem, match="not understood") as refused:
            parse(found)  # type: ignore[arg-type]  # what a careless caller may hand over
        assert refused.value.code == "F007"


@pytest.mark.parametrize("found", [-2019, 10**9, 12, 2200, 1799])
def test_a_number_that_is_no_year_is_refused(found: int) -> None:
    with pytest.raises(ValueProblem, match="not understood"):
        read(found)


def test_a_number_too_large_to_be_written_is_refused() -> None:
    with pytest.raises(ValueProblem, match="“…” is not understood"):
        read(10**6000)


def test_a_text_that_is_far_too_long_is_refused_with_its_beginning() -> None:
    with pytest.raises(ValueProblem, match="too long for a timetable") as refused:
        read("2019 " * 200)
    assert "2019…” is not" in str(refused.value)


def test_a_refusal_gives_examples_in_the_programmes_language_and_the_way_out() -> None:
    with pytest.raises(ValueProblem) as refused:
        read("när skolan är klar")
    sentence = str(refused.value)
    assert "The word “när” is not known here." in sentence
    assert "“hösten 2024–våren 2025”" in sentence
    assert "{text: …, start: 2020-10, end: 2020-12}" in sentence


def test_choices_stand_in_the_readers_quotation_marks() -> None:
    with pytest.raises(ValueProblem) as refused:
        read("20223–2024")
    assert "“2022–2024”, “2023–2024”" in refused.value.spoken("en")
    for language in ("sv", "fi"):
        assert "”2022–2024”, ”2023–2024”" in refused.value.spoken(language)


# --- What it covers ----------------------------------------------------------------------------------------------


def test_a_year_is_covered_when_one_of_its_days_is() -> None:
    autumn = read("hösten 2021")
    assert autumn.covers(2021)
    assert not autumn.covers(2022)
    assert autumn.covers(date(2021, 9, 1))
    assert not autumn.covers(date(2021, 8, 31))
    assert autumn.covers(Period.parse("2021-11"))


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("kontinuerligt", [2018, 2019, 2022, 2030]),
        ("kontinuerligt 2019–2022", [2019, 2022]),
        ("kontinuerligt från 2022", [2022, 2030]),
        ("årligen", [2018, 2019, 2022, 2030]),
        ("fram till 2019", [2018, 2019]),
        ("från 2022", [2022, 2030]),
        ("klar", []),
        ("hösten", []),
        ("", []),
    ],
)
def test_an_open_side_covers_everything_and_what_has_no_time_covers_nothing(text: str, covered: list[int]) -> None:
    assert [year for year in (2018, 2019, 2022, 2030) if read(text).covers(year)] == covered


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("2019", True),
        ("2019–2022", True),
        ("2019–2024", False),
        ("senast 2024", False),
        ("från 2018", False),
        ("från 2020", True),
        ("kontinuerligt", True),
        ("", True),
        ("klar", True),
    ],
)
def test_it_is_within_a_period_when_no_told_date_lies_outside(text: str, within: bool) -> None:
    assert read(text).within(PROGRAMME) is within


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2020–2021", (2020, 2021)),
        ("hösten 2021–våren 2022", (2021, 2022)),
        ("2015–2030", (2019, 2020, 2021, 2022)),
        ("kontinuerligt", (2019, 2020, 2021, 2022)),
        ("fram till 2020", (2019, 2020)),
        ("2025", ()),
        ("", ()),
    ],
)
def test_its_years_are_the_columns_of_a_timetable(text: str, years: tuple[int, ...]) -> None:
    assert read(text).years(PROGRAMME) == years


def test_timetables_sort_by_date_then_what_recurs_then_what_goes_on_then_the_rest() -> None:
    texts = ["2020", "2019–2021", "maj 2019", "senast 2019", "2019–", "årligen", "kontinuerligt", "klar", ""]
    in_order = sorted((read(text) for text in reversed(texts)), key=lambda timeframe: timeframe.order)
    assert [timeframe.raw for timeframe in in_order] == [
        "2019–2021",
        "2019–",
        "maj 2019",
        "senast 2019",
        "2020",
        "årligen",
        "kontinuerligt",
        "klar",
        "",
    ]


# --- Its words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "swedish", "finnish", "english"),
    [
        ("2019-2022", "2019–2022", "2019–2022", "2019–2022"),
        ("Kontinuerlig", "kontinuerligt", "jatkuva", "continuous"),
        ("syksy 2021", "hösten 2021", "syksy 2021", "autumn 2021"),
        ("1.6.2020-31.8.2020", "1.6–31.8.2020", "1.6.–31.8.2020", "1 June – 31 August 2020"),
        ("vintern 2024/25", "vintern 2024–2025", "talvi 2024–2025", "winter 2024–2025"),
        ("fram till 2027", "senast 2027", "viimeistään 2027", "by 2027"),
        ("from 2021", "2021–", "2021–", "2021–"),
        ("mid-2022", "mitten av 2022", "vuoden 2022 puoliväli", "mid 2022"),
        ("början av maj 2022", "början av maj 2022", "noin toukokuu 2022", "early May 2022"),
        ("loppusyksy 2021", "slutet av hösten 2021", "loppusyksy 2021", "late autumn 2021"),
        ("2020/21", "2020–2021", "2020–2021", "2020–2021"),
        ("ca 2022", "ca 2022", "noin 2022", "about 2022"),
        ("completed in 2022", "genomfört 2022", "toteutettu 2022", "done 2022"),
        ("käynnissä (luonnos 2024)", "pågår (luonnos 2024)", "käynnissä (luonnos 2024)", "in progress (luonnos 2024)"),
        ("tavoite: 2024", "mål: 2024", "tavoite: 2024", "aim: 2024"),
        ("en gång per år, kontinuerligt", "kontinuerligt årligen", "jatkuva vuosittain", "continuous annually"),
        ("återkommande 2021", "återkommande 2021", "toistuva 2021", "recurring 2021"),
        ("vecka 36 2026", "vecka 36 2026", "viikko 36/2026", "week 36 2026"),
        ("klar", "genomfört", "toteutettu", "done"),
        ("årligen i maj", "årligen i maj", "årligen i maj", "årligen i maj"),
        ("M11", "M11", "M11", "M11"),
    ],
)
def test_it_is_said_in_each_language(text: str, swedish: str, finnish: str, english: str) -> None:
    timeframe = read(text)
    assert [timeframe.text(language) for language in ("sv", "fi", "en")] == [swedish, finnish, english]


def test_a_language_that_has_no_words_here_gets_english_ones_around_its_own_dates() -> None:
    assert read("hösten 2021").text("de") == "autumn 2021"
    assert read("senast maj 2021").text("de") == "by Mai 2021"


def test_a_timeframe_of_bare_dates_is_said_in_days() -> None:
    timeframe = Timeframe(start=date(2020, 6, 1), end=date(2020, 6, 5))
    assert timeframe.text("sv") == "1–5.6.2020"
    assert Timeframe(end=date(2020, 6, 5)).text("fi") == "viimeistään 5.6.2020"


def test_its_repr_is_one_line() -> None:
    assert repr(read("2019–")) == "<Timeframe 2019–: 2019-01-01…>"
    assert repr(read("Kontinuerlig")) == "<Timeframe Kontinuerlig>"
    assert repr(Timeframe()) == "<Timeframe not stated>"
    assert str(read("2019")) == "2019"


# --- Dates told beside the text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "start", "end", "precision"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR),
        (2020, date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2010-11", date(2010, 11, 1), date(2010, 11, 30), Precision.MONTH),
        ("2020-02-03", date(2020, 2, 3), date(2020, 2, 3), Precision.DAY),
        (date(2020, 2, 3), date(2020, 2, 3), date(2020, 2, 3), Precision.DAY),
        ("2020-Q3", date(2020, 7, 1), date(2020, 9, 30), Precision.QUARTER),
        ("2020-H2", date(2020, 7, 1), date(2020, 12, 31), Precision.HALF_YEAR),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3), Precision.WEEK),
    ],
)
def test_told_dates_keep_their_precision(told: str | int | date, start: date, end: date, precision: Precision) -> None:
    timeframe = Timeframe.of("När skolan är klar", start=told, end=told)
    assert (timeframe.start, timeframe.end) == (start, end)
    assert timeframe.start_precision is timeframe.end_precision is precision
    assert timeframe.bounds() == (str(told), str(told))
    assert timeframe.raw == "När skolan är klar"


@pytest.mark.parametrize("told", ["2020-13", "2020-02-30", "2021-W53", "2020-Q5", "20", "1500", "hösten 2020"])
def test_told_dates_are_iso_or_refused(told: str) -> None:
    with pytest.raises(ValueProblem, match="is not a date, or a part of one") as refused:
        Timeframe.of(start=told)
    assert refused.value.code == "F007"


def test_told_day_in_another_order_is_refused_with_its_iso_form() -> None:
    with pytest.raises(ValueProblem, match="Write the day “1.2.2020” as 2020-02-01") as refused:
        Timeframe.of(start="1.2.2020")
    assert refused.value.code == "F007"


def test_a_moment_is_its_day() -> None:
    moment = datetime(2020, 5, 10, 23, 30, tzinfo=UTC)
    assert type(Timeframe.of(end=moment).end) is date


def test_words_without_dates_are_stated_and_cover_nothing() -> None:
    timeframe = Timeframe.of("När skolan är klar")
    assert timeframe
    assert (timeframe.remark, timeframe.covers(2020), timeframe.text("fi")) == (
        Remark.WORDS,
        False,
        "När skolan är klar",
    )
    assert not Timeframe.of()


def test_told_flags_are_kept() -> None:
    timeframe = Timeframe.of("Hela tiden, kanske", continuous=True, tentative=True)
    assert (timeframe.continuous, timeframe.tentative, timeframe.remark) == (True, True, None)


def test_bounds_are_days_where_iso_has_no_form() -> None:
    assert read("hösten 2021").bounds() == ("2021-09-01", "2021-11-30")
    assert read("senast 2021").bounds() == (None, "2021")
    fiscal = Calendar(fiscal_year=8)
    quarter = Timeframe.parse("Q3 2020/21", calendar=fiscal)
    assert quarter.bounds() == ("2020-Q3", "2020-Q3")
    assert Timeframe.of(start="2020-Q3", calendar=fiscal).start == quarter.start == date(2021, 2, 1)
    assert Timeframe(start=date(2020, 7, 1), start_precision=Precision.QUARTER).bounds() == ("2020-07-01", None)


# --- Settings ------------------------------------------------------------------------------------------------------


def test_seasons_have_the_months_that_the_programme_gives_them() -> None:
    calendar = Calendar(autumn=(8, 12), winter=(1, 2))
    assert Timeframe.parse("hösten 2021", calendar=calendar).start == date(2021, 8, 1)
    winter = Timeframe.parse("vintern 2024", calendar=calendar)
    assert (winter.start, winter.end, winter.text("en")) == (date(2024, 1, 1), date(2024, 2, 29), "winter 2024")
    seasons = Timeframe.parse("höst/vår 2024/2025", calendar=calendar)
    assert (seasons.start, seasons.end) == (date(2024, 8, 1), date(2025, 5, 31))


def test_a_winter_first_in_a_pair_starts_before_the_turn_of_the_year() -> None:
    seasons = read("vinter/vår 2025/2026")
    assert (seasons.start, seasons.end) == (date(2025, 12, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("language", "calendar", "start", "end"),
    [
        ("sv", Calendar(), "2021-10-01", "2025-10-31"),
        ("sv-FI", Calendar(), "2021-08-01", "2025-05-31"),
        ("sv", Calendar(country="FI"), "2021-08-01", "2025-05-31"),
        ("fi", Calendar(country="SE"), "2021-10-01", "2025-10-31"),
        ("en", Calendar(), "2021-01-01", "2025-12-31"),
        ("sv", Calendar(council_term=(1, 12)), "2021-01-01", "2025-12-31"),
    ],
)
def test_a_councils_term_has_the_months_of_its_country(language: str, calendar: Calendar, start: str, end: str) -> None:
    term = Timeframe.parse("mandatperioden 2021–2025", language=language, calendar=calendar)
    assert [str(term.start), str(term.end)] == [start, end]


def test_the_finnish_term_that_ended_in_2021_ended_in_july() -> None:
    assert read("valtuustokausi 2017–2021", "fi").end == date(2021, 7, 31)


@pytest.mark.parametrize(
    "wrong", [{"school_year": 13}, {"fiscal_year": 0}, {"winter": (12, 14)}, {"council_term": (0, 5)}]
)
def test_a_calendar_is_told_in_months(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueProblem, match=f"The calendar's {next(iter(wrong))} is told in months"):
        Calendar(**wrong)  # type: ignore[arg-type]  # the settings differ in type


def test_calendars_are_values() -> None:
    assert Calendar(date_order="dmy") == Calendar(date_order="dmy")
    assert hash(Calendar()) == hash(Calendar())


def test_the_language_decides_where_two_conflict() -> None:
    assert read("v. 2020", "fi").start_precision is Precision.YEAR
    with pytest.raises(ValueProblem):
        read("v. 2020", "sv")
    assert read("fall 2020", "en").start_precision is Precision.SEASON
    with pytest.raises(ValueProblem):
        read("fall 2020", "sv")
    assert read("5/9-2024", "sv").start == date(2024, 9, 5)
    with pytest.raises(ValueProblem, match="“5.9.2024”, “9.5.2024”"):
        read("5/9-2024", "en")


def test_a_slash_pair_follows_the_declared_year() -> None:
    school, fiscal = Calendar(school_year=8), Calendar(fiscal_year=8)
    assert Timeframe.parse("2020/21", calendar=school).end == date(2021, 6, 30)
    assert Timeframe.parse("2020/21", calendar=fiscal).end == date(2021, 7, 31)
    assert Timeframe.parse("2020–2021", calendar=school).end == date(2021, 12, 31)
    with pytest.raises(ValueProblem, match="“läsåret 2020/21”, “räkenskapsåret 2020/21”"):
        Timeframe.parse("2020/21", calendar=Calendar(school_year=8, fiscal_year=7))


# --- A few more ways to say it ---------------------------------------------------------------------------------------


def test_a_word_that_a_line_end_broke_is_joined() -> None:
    assert read("Com-\nplete").remark is Remark.DONE
    assert read("konti- nuerligt").continuous
    with pytest.raises(ValueProblem, match="“kon” is not known"):
        read("kon- nuerligt")


def test_fuzzy_parts_are_kept_and_a_deadline_at_the_end_is_exact() -> None:
    assert (read("slutet av 2022").part, read("slutet av 2022").tentative) == (Part.LATE, True)
    assert (read("senast i slutet av 2022").part, read("senast i slutet av 2022").tentative) == (None, False)
    assert read("i slutet av 2022 mennessä") == attrs_like(read("2022 mennessä"), "i slutet av 2022 mennessä")
    assert read("början av 2021–slutet av 2022").part is None


def attrs_like(timeframe: Timeframe, raw: str) -> Timeframe:
    return Timeframe.of(raw, end=timeframe.bounds()[1])


@pytest.mark.parametrize(
    ("text", "recurring"),
    [
        ("2 gånger per år", Recurrence(2, 1, Precision.YEAR)),
        ("två gånger om året", Recurrence(2, 1, Precision.YEAR)),
        ("kolme kertaa vuodessa", Recurrence(3, 1, Precision.YEAR)),
        ("once every four years", Recurrence(1, 4, Precision.YEAR)),
        ("kerran valtuustokaudessa", Recurrence(1, 4, Precision.YEAR)),
        ("vartannat år", Recurrence(1, 2, Precision.YEAR)),
        ("var 6:e månad", Recurrence(1, 6, Precision.MONTH)),
        ("med två års mellanrum", Recurrence(1, 2, Precision.YEAR)),
        ("kuukausittain", Recurrence(1, 1, Precision.MONTH)),
        ("1 gång/år", Recurrence(1, 1, Precision.YEAR)),
    ],
)
def test_how_often(text: str, recurring: Recurrence) -> None:
    assert read(text).recurring == recurring


@pytest.mark.parametrize(
    ("recurring", "swedish", "finnish", "english"),
    [
        (Recurrence(), "återkommande", "toistuva", "recurring"),
        (Recurrence(1, 1, Precision.QUARTER), "varje kvartal", "neljännesvuosittain", "quarterly"),
        (Recurrence(1, 2, Precision.YEAR), "vart 2:a år", "2 vuoden välein", "every 2 years"),
        (Recurrence(1, 4, Precision.WEEK), "var 4:e vecka", "4 viikon välein", "every 4 weeks"),
        (Recurrence(2, 1, Precision.MONTH), "2 gånger per månad", "2 kertaa kuukaudessa", "2 times a month"),
        (Recurrence(3, 4, Precision.YEAR), "3 gånger per 4 år", "3 kertaa 4 vuodessa", "3 times every 4 years"),
    ],
)
def test_how_often_is_said_in_each_language(recurring: Recurrence, swedish: str, finnish: str, english: str) -> None:
    said = [Timeframe(recurring=recurring).text(language) for language in ("sv", "fi", "en")]
    assert said == [swedish, finnish, english]


@pytest.mark.parametrize(
    "text",
    [
        "2020, årligen, varje månad",  # two rhythms
        "klar påbörjad 2020",  # two remarks
        "mellan 2019",
        "från 2019 och 2022",
        "första 2020",
        "femte kvartalet 2020",
        "5 kvartalet 2020",
        "kvartal hösten 2020",
        "vecka 60 2020",
        "vecka 5 1700",
        "Q5 2020",
        "H3 2020",
        "2020-Q7",
        "2020-00",
        "2020-M13",
        "2024-W13-9",
        "31/31",
        "2020/2022",
        "13 2020",
        "1–2020",
        "5 – hösten 2020",
        "maj – 2021",
        "1/9 2020/21",
        "hösten 2020/21",
        "läsåret 2019–2022",
        "2020 2021 2022",
        "för 2020",
        "senast",
        "2020,",
        ",2020",
        "(2020",
        "2020 # 2021",
        "kesäkuu helmi 2020",
        "20201231",
    ],
)
def test_what_is_not_understood_in_full_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem) as refused:
        read(text)
    assert refused.value.code == "F007"


def test_reading_years_loads_no_heavy_library() -> None:
    code = (
        "import sys; from muniprog.timeframe import Timeframe, Period\n"
        "assert 'muniprog.timeframe.grammar' not in sys.modules\n"
        "[Timeframe.parse(text).text('sv') for text in ('2019', 2019, '2019–2022', 'Kontinuerlig', '2 ggr per år')]\n"
        "Period.parse('2019–2022').label('fi')\n"
        "assert not {'pendulum', 'babel'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
