"""When a cell holds a number or a day: wherever that shows what the report says, and nowhere else."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from muniprog import ColumnKind
from muniprog_xlsx.reports.values import CellValue, typed

NUMBER, DATE = ColumnKind.NUMBER, ColumnKind.DATE
DAY = date(2021, 8, 27)


def format_of(value: CellValue, text: str, kind: ColumnKind = NUMBER) -> str | None:
    found = typed(value, kind, text)
    return None if found is None else found.number_format


@pytest.mark.parametrize(
    ("value", "text", "number_format"),
    [
        (12, "12", "0"),
        (0, "0", "0"),
        (5, "5\u00a0%", '0"\u00a0%"'),
        (41.46, "41,5 %", '0.0" %"'),
        (0.25, "0.25", "0.00"),
        (Decimal("41.5"), "41.5", "0.0"),
        (2.5, "3", "0"),
        (80_000, "80\u00a0000", "#,##0"),
        (1_234_567.5, "1\u202f234\u202f567,5", "#,##0.0"),
        (80_000, "80,000", "#,##0"),
        (1_234.5, "1,234.5", "#,##0.0"),
        (1.234, "1,234", "0.000"),
        (-5, "\u22125", "0"),
        (-5, "-5 grader", '0" grader"'),
        (-5, "ca \u22125", '"ca "0;"ca "-0'),
        (7, "7 av 35", '0" av 35"'),
        (35, "av 35", '"av "0'),
        (15, "2019: 15", '"2019: "0'),
    ],
)
def test_a_number_keeps_its_words(value: CellValue, text: str, number_format: str) -> None:
    assert format_of(value, text) == number_format


@pytest.mark.parametrize(
    ("day", "text", "number_format"),
    [
        (DAY, "27.8.2021", "d.m.yyyy"),
        (DAY, "klar 27.8.2021", '"klar "d.m.yyyy'),
        (DAY, "2021-08-27", "yyyy-mm-dd"),
        (DAY, "done 27 August 2021", '"done "[$-809]d mmmm yyyy'),
    ],
)
@pytest.mark.parametrize("kind", [DATE, NUMBER])
def test_a_day_keeps_its_words(day: date, text: str, number_format: str, kind: ColumnKind) -> None:
    found = typed(day, kind, text)
    assert found is not None
    assert (found.value, found.number_format) == (day, number_format)


def test_two_languages_stand_around_one_value() -> None:
    assert format_of(31, "31 besök\n31 käyntiä") == '0" besök / käyntiä"'
    assert format_of(31, "ca 31\nnoin 31") == '"ca / noin "0'
    assert format_of(31, "31 st\n31 st") == '0" st"'
    assert format_of(DAY, "klar 27.8.2021\nvalmis 27.8.2021", DATE) == '"klar / valmis "d.m.yyyy'


def test_it_is_told_how_much_room_a_value_takes() -> None:
    found = typed(5, NUMBER, "5 %")
    assert found is not None
    assert found.shown == len("5 %")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "12"),
        ("12", "12"),
        (True, "1"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (0, "–"),
        (0, ""),
        (2, "2019"),
        (12, "ungefär ett dussin"),
        (31, "31 besök\ninga käyntiä"),
        (10**15 + 1, "1000000000000001 och 1"),
        (0.1, "0,1000000000000"),
        (5, '5 "st"'),
        (5, "5 \\"),
        (5, "5 _x0041_"),
        (5, "5 " + "ord " * 20),
        (DAY, "–"),
        (date(2021, 8, 7), "27.8.2021"),
        (date(2021, 8, 2), "2.8.20211"),
        (date(1900, 2, 28), "28.2.1900"),
        (datetime(2020, 3, 1, 10, tzinfo=UTC), "1.3.2020"),
    ],
)
def test_where_a_value_would_show_something_else_the_words_stand(value: CellValue, text: str) -> None:
    assert format_of(value, text) is None


@pytest.mark.parametrize("kind", [ColumnKind.TEXT, ColumnKind.SYMBOL])
def test_in_a_column_of_text_all_is_text(kind: ColumnKind) -> None:
    assert format_of(12, "12", kind) is None
    assert format_of(DAY, "27.8.2021", kind) is None
