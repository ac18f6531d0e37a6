"""What every workbook has in common: names of sheets, texts, numbers, printed pages."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog_xlsx.spreadsheets import open_book
from muniprog_xlsx.workbook import cell_text, cell_texts, cut, lay_out_pages, open_workbook, sheet_names, write_content

ANYTHING = st.text(st.characters())
FORBIDDEN = set("[]:*?/\\")


@given(st.lists(ANYTHING, max_size=8))
def test_names_of_sheets_are_legal_and_unlike(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not FORBIDDEN & set(name)
        assert name == name.strip("'")
        assert name.casefold() != "history"


def test_names_of_sheets_are_the_same_each_time() -> None:
    titles = ["Mål", "mål", "MÅL"]
    assert sheet_names(titles) == sheet_names(titles) == ["Mål", "mål (2)", "MÅL (3)"]


def test_a_name_is_not_cut_inside_a_sign() -> None:
    assert cut("a😀b", 2) == "a"
    assert cut("a😀b", 3) == "a😀"


@given(ANYTHING)
def test_a_text_is_read_back_as_it_is_in_the_cell(text: str) -> None:
    clean = cell_text(text)
    assert cell_text(clean) in (clean, f"{clean} ")
    target = BytesIO()
    workbook = open_workbook(target, title="T", subject="S", language="sv")
    look = workbook.add_format({})
    write_content(workbook.add_worksheet("Blad"), 0, 0, text, look)
    workbook.close()
    (sheet,) = open_book(target.getvalue(), "bok.xlsx").sheets
    assert (sheet.rows.get(1, {}).get(1) or "") == clean


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mål\x0bdelmål", "Mål\ndelmål"),
        ("titel\x02", "titel"),
        ("kommentar\uffff", "kommentar"),
        ("en \ud800 halv", "en  halv"),
        ("rad 1\r\nrad 2\rrad 3", "rad 1\nrad 2\nrad 3"),
        ("<r><t>ett</t></r>", "<r><t>ett</t></r> "),
        ("<r>\n</r>", "<r>\n</r> "),
        ("å" * 40_000, "å" * 32_767),
        ("😀" * 20_000, "😀" * 16_383),
    ],
)
def test_what_a_cell_cannot_hold_is_made_so_that_it_can(text: str, written: str) -> None:
    assert cell_text(text) == written


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (None, None),
        ("=1+1", "=1+1"),
        (Decimal(-5), Decimal(-5)),
        (Decimal("0.1"), Decimal("0.1")),
        (Decimal("1234567890.12345"), Decimal("1234567890.12345")),
        (Decimal("1234567890.1234567"), "1234567890.1234567"),
        (date(2020, 1, 1), date(2020, 1, 1)),
        (date(1900, 2, 28), "1900-02-28"),
        (datetime(2020, 3, 1, 10, 0, tzinfo=UTC), datetime(2020, 3, 1, 10, 0)),  # noqa: DTZ001
    ],
)
def test_what_is_written_is_read_back(content: str | Decimal | date | None, read: object) -> None:
    target = BytesIO()
    workbook = open_workbook(target, title="T", subject="S", language="sv")
    look = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"} if isinstance(content, date) else {})
    write_content(workbook.add_worksheet("Blad"), 0, 0, content, look)
    workbook.close()
    (sheet,) = open_book(target.getvalue(), "bok.xlsx").sheets
    assert sheet.rows.get(1, {}).get(1) == read


@pytest.mark.parametrize(("is_landscape", "orientation"), [(True, "landscape"), (False, "portrait")])
def test_a_page_has_a_notice_above_and_its_number_below(is_landscape: bool, orientation: str) -> None:
    target = BytesIO()
    workbook = open_workbook(target, title="T", subject="S", language="sv")
    lay_out_pages(workbook.add_worksheet("Blad"), notice="exempel & prov", footer="A&" * 200, landscape=is_landscape)
    workbook.close()
    sheet = openpyxl.load_workbook(BytesIO(target.getvalue()))["Blad"]
    assert sheet.page_setup.orientation == orientation
    assert sheet.page_setup.paperSize == 9
    assert sheet.oddHeader.center.text == "exempel && prov"
    assert sheet.oddFooter.right.text == "&P / &N"
    assert sheet.oddFooter.left.text.startswith("A&&A&&")
    assert sheet.oddFooter.left.text.count("&") % 2 == 0


@pytest.mark.parametrize("odd", ["två\nrader", "Mål\x02", "<r>\u00e5</r>", "x" * 40_000, "vanlig", ""])
def test_texts_looked_at_together_become_what_each_becomes_alone(odd: str) -> None:
    texts = ["Rådgivning", odd, "Digivän"]
    assert cell_texts(texts) == [cell_text(text) for text in texts]
    assert cell_texts([]) == []
