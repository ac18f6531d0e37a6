"""What a language needs: order, numbers, lists, names and dates."""

import subprocess
import sys
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.language import (
    canonical,
    date_text,
    join_list,
    language_name,
    locale,
    number_text,
    primary,
    range_text,
    sort_key,
)

SPACE = "\u00a0"
DAY = date(2020, 6, 1)


def in_order(language: str, *texts: str) -> list[str]:
    return sorted(texts, key=sort_key(language))


def test_primary_language_of_a_tag() -> None:
    assert [primary(tag) for tag in ("sv", "sv-FI", "sv_FI", "EN-gb", "zh-Hant")] == ["sv", "sv", "sv", "en", "zh"]


# --- Order


def test_upper_and_lower_case_go_together() -> None:
    assert in_order("sv", "beta", "Alfa", "BETA 2", "alfa 2") == ["Alfa", "alfa 2", "beta", "BETA 2"]


def test_numbers_sort_by_their_size() -> None:
    assert in_order("fi", "1.10", "1.2", "2", "1") == ["1", "1.2", "1.10", "2"]
    assert in_order("sv", "ACT-100", "ACT-20", "ACT-3") == ["ACT-3", "ACT-20", "ACT-100"]


def test_numbers_come_before_letters_and_after_spaces() -> None:
    assert in_order("sv", "Team B", "Teamet", "Team 2", "Team2") == ["Team 2", "Team B", "Team2", "Teamet"]


def test_signs_around_a_word_do_not_move_it() -> None:
    assert in_order("sv", "Boende", "“Arbete”", "(Cykling)", "…") == ["…", "“Arbete”", "Boende", "(Cykling)"]


def test_foreign_letters_stand_with_the_letters_they_look_like() -> None:
    assert in_order("sv", "Müller", "Myrberg", "Mylly") == ["Müller", "Mylly", "Myrberg"]
    assert in_order("fi", "Etelä", "Étienne", "Eskola") == ["Eskola", "Etelä", "Étienne"]
    assert in_order("sv", "Strand", "Straße", "Strasburg") == ["Strand", "Strasburg", "Straße"]
    assert in_order("sv", "Østby", "Ödberg", "Åby", "Ærø", "Zorn") == ["Zorn", "Åby", "Ærø", "Ödberg", "Østby"]


def test_norwegian_and_danish_have_their_own_order() -> None:
    assert in_order("da", "Aarhus", "Ålborg", "Ørsted", "Ærø", "Zealand") == [
        "Aarhus",
        "Zealand",
        "Ærø",
        "Ørsted",
        "Ålborg",
    ]


def test_other_alphabets_come_after_latin_letters() -> None:
    assert in_order("sv", "Язык", "Öst", "Αθήνα") == ["Öst", "Αθήνα", "Язык"]


def test_a_mark_without_a_composed_letter_is_passed_over() -> None:
    assert in_order("sv", "x\u0323b", "xc", "xa") == ["xa", "x\u0323b", "xc"]


@given(st.sampled_from(["sv", "fi", "en", "de", "nb"]), st.text(max_size=12), st.text(max_size=12))
def test_only_texts_that_read_the_same_have_the_same_key(language: str, one: str, other: str) -> None:
    key = sort_key(language)
    assert (key(one) == key(other)) == (canonical(one) == canonical(other))


def test_a_very_long_number_has_a_key() -> None:
    assert sort_key("sv")("9" * (sys.maxunicode + 10)) > sort_key("sv")("9" * 10)


@given(st.text())
def test_canonical_text_is_composed(text: str) -> None:
    assert canonical(text) == unicodedata.normalize("NFC", text)


# --- Numbers, lists, names


@pytest.mark.parametrize(
    ("value", "language", "decimals", "written"),
    [
        (67000, "sv", None, f"67{SPACE}000"),
        (67000, "fi", None, f"67{SPACE}000"),
        (67000, "en", None, "67,000"),
        (67000, "de", None, "67.000"),
        (Decimal("2.50"), "sv", None, "2,50"),
        (Decimal("2.50"), "sv-FI", 0, "3"),
        (Decimal("2.45"), "en", 1, "2.5"),
        (Decimal("-2.45"), "fi", 1, "\u22122,5"),
        (Decimal("-0.04"), "fi", 1, "0,0"),
        (Decimal("1E+3"), "en", None, "1,000"),
        (Decimal("1234.5"), "et", 2, f"1{SPACE}234,50"),
        (10**40, "en", 1, "10," + ",".join(["000"] * 13) + ".0"),
        (Decimal("NaN"), "sv", 1, "NaN"),
    ],
)
def test_number_text(value: Decimal | int, language: str, decimals: int | None, written: str) -> None:
    assert number_text(value, language, decimals) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_number_is_the_same_number_in_every_language(value: Decimal) -> None:
    swedish = number_text(value, "sv").replace(SPACE, "").replace(",", ".").replace("\u2212", "-")
    assert Decimal(swedish) == Decimal(number_text(value, "en").replace(",", "")) == value


@pytest.mark.parametrize(
    ("items", "language", "phrase"),
    [
        ([], "sv", ""),
        (["a"], "sv", "a"),
        (["a", "b"], "fi", "a ja b"),
        (["a", "b", "c"], "sv", "a, b och c"),
        (["a", "b", "c"], "en", "a, b and c"),
        (["a", "b", "c"], "de", "a, b und c"),
    ],
)
def test_join_list(items: list[str], language: str, phrase: str) -> None:
    assert join_list(items, language) == phrase


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("sv", "sv", "svenska"),
        ("sv", "fi", "ruotsi"),
        ("fi", "en", "Finnish"),
        ("sv", "de", "Schwedisch"),
        ("so", "fi", "somali"),
        ("sv-FI", "sv", "svenska (Finland)"),
        ("prs", "sv", "prs"),
        ("xx", "sv", "xx"),
        ("", "sv", ""),
    ],
)
def test_language_name(code: str, language: str, name: str) -> None:
    assert language_name(code, language) == name


def test_a_language_without_a_country_is_read_in_finland() -> None:
    assert [str(locale(tag)) for tag in ("sv", "sv-SE", "en", "en-US", "de", "sv-XX", "xx")] == [
        "sv_FI",
        "sv_SE",
        "en_FI",
        "en_US",
        "de",
        "sv",
        "en_FI",
    ]


# --- Dates


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", "1.6.2020"),
        ("sv", "1.6.2020"),
        ("sv-FI", "1.6.2020"),
        ("sv-SE", "2020-06-01"),
        ("en", "1 June 2020"),
        ("en-US", "June 1, 2020"),
        ("de", "1. Juni 2020"),
    ],
)
def test_day_in_each_language(language: str, written: str) -> None:
    assert date_text(DAY, language) == written


@pytest.mark.parametrize(
    ("precision", "swedish", "finnish", "english"),
    [
        ("month", "juni 2020", "kesäkuu 2020", "June 2020"),
        ("quarter", "2:a kvartalet 2020", "2. neljännes 2020", "2nd quarter 2020"),
        ("half_year", "första halvåret 2020", "vuoden 2020 alkupuoli", "first half of 2020"),
        ("year", "2020", "2020", "2020"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(precision: str, swedish: str, finnish: str, english: str) -> None:
    assert [date_text(DAY, tag, precision) for tag in ("sv", "fi", "en")] == [swedish, finnish, english]


def test_second_half_of_a_year() -> None:
    assert date_text(date(2020, 7, 1), "sv", "half_year") == "andra halvåret 2020"


def test_other_languages_say_half_years_in_english() -> None:
    assert date_text(DAY, "de", "half_year") == "first half of 2020"


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        date_text(DAY, "sv", "fortnight")


@pytest.mark.parametrize(
    ("start", "end", "language", "precision", "written"),
    [
        ((2019, 1, 1), (2022, 12, 31), "sv", "year", "2019–2022"),
        ((2019, 1, 1), (2019, 12, 31), "sv", "year", "2019"),
        ((2020, 6, 1), (2020, 8, 31), "sv", "month", "juni–augusti 2020"),
        ((2020, 6, 1), (2020, 8, 31), "fi", "month", "kesäkuu–elokuu 2020"),
        ((2020, 6, 1), (2020, 8, 31), "de", "month", "Juni 2020 – August 2020"),
        ((2020, 12, 1), (2021, 2, 28), "sv", "month", "december 2020 – februari 2021"),
        ((2020, 12, 1), (2021, 2, 28), "fi", "month", "joulukuu 2020 – helmikuu 2021"),
        ((2020, 12, 1), (2021, 2, 28), "en", "month", "December 2020 – February 2021"),
        ((2020, 6, 1), (2020, 6, 15), "fi", "day", "1.–15.6.2020"),
        ((2020, 6, 1), (2020, 8, 31), "fi", "day", "1.6.–31.8.2020"),
        ((2020, 12, 1), (2021, 2, 28), "fi", "day", "1.12.2020–28.2.2021"),
        ((2020, 6, 1), (2020, 6, 15), "sv", "day", "1–15.6.2020"),
        ((2020, 6, 1), (2020, 8, 31), "sv", "day", "1.6–31.8.2020"),
        ((2020, 6, 1), (2020, 8, 31), "sv-SE", "day", "2020-06-01 – 2020-08-31"),
        ((2020, 6, 1), (2020, 8, 31), "sv-SE", "month", "juni–augusti 2020"),
        ((2020, 6, 1), (2020, 6, 15), "en", "day", "1–15 June 2020"),
        ((2020, 6, 1), (2020, 8, 31), "en", "day", "1 June – 31 August 2020"),
        ((2020, 6, 1), (2020, 8, 31), "en-US", "day", "June 1, 2020 – August 31, 2020"),
        ((2020, 8, 1), (2021, 5, 31), "sv", "half_year", "andra halvåret 2020 – första halvåret 2021"),
    ],
)
def test_range_text(
    start: tuple[int, int, int], end: tuple[int, int, int], language: str, precision: str, written: str
) -> None:
    assert range_text(date(*start), date(*end), language, precision, precision) == written


def test_a_range_may_be_known_better_at_one_end() -> None:
    assert range_text(date(2020, 10, 1), date(2022, 12, 31), "sv", "month", "year") == "oktober 2020 – 2022"
    assert range_text(date(2020, 1, 1), date(2020, 12, 31), "fi", "year", "month") == "2020 – joulukuu 2020"


@settings(max_examples=50)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["sv", "fi", "sv-SE"]))
def test_a_day_can_be_read_back(day: date, language: str) -> None:
    written = date_text(day, language)
    parts = written.split("-") if "-" in written else list(reversed(written.split(".")))
    assert date(*map(int, parts)) == day


def test_swedish_and_finnish_days_need_no_locale_data() -> None:
    program = (
        "import sys, datetime\n"
        "from muniprog.language import date_text, join_list, number_text, sort_key\n"
        "date_text(datetime.date(2020, 6, 1), 'fi'), sort_key('sv')('å')\n"
        "number_text(67000, 'sv'), join_list(['a', 'b'], 'sv')\n"
        "sys.exit('babel' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
