"""Every report of the sample of Vasa as a workbook, read back by two other programs."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from io import BytesIO

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

import muniprog
from muniprog import Document, Figure, Table, plain
from muniprog_xlsx import ReportWorkbook

SAMPLE = muniprog.load("vasa_2019_2022_sample")
REPORTS = sorted(report.name for report in muniprog.load_plugins().reports.values())
LANGUAGES = (("sv",), ("sv", "fi"))

every_report = pytest.mark.parametrize("report", REPORTS)


@pytest.fixture(autouse=True, scope="module")
def _one_picture_stands_for_all() -> Iterator[None]:
    """Draw one picture in place of a hundred: what they show is proved where they are made."""
    picture = muniprog.picture_png('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>', width=40)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(muniprog, "picture_png", lambda svg, *, width: picture)
        yield


@cache
def document(report: str, languages: tuple[str, ...]) -> Document:
    return muniprog.report(report, SAMPLE, languages=languages).document


@cache
def workbook(report: str, languages: tuple[str, ...]) -> bytes:
    return ReportWorkbook().render(document(report, languages))


@cache
def opened(report: str, languages: tuple[str, ...]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(report, languages)))


@pytest.mark.parametrize(
    ("report", "languages"),
    [
        *((report, languages) for report in REPORTS for languages in LANGUAGES),
        ("followup", ("fi",)),
        ("followup", ("en",)),
    ],
    ids=lambda each: each if isinstance(each, str) else ",".join(each),
)
def test_each_table_has_its_sheet_with_all_its_rows(report: str, languages: tuple[str, ...]) -> None:
    tables = [block for block in document(report, languages).walk() if isinstance(block, Table)]
    book = opened(report, languages)
    sheets = [sheet for sheet in book.worksheets[2:] if sheet.tables]
    for sheet, table in zip(sheets, tables, strict=True):
        (found,) = sheet.tables.values()
        first, last = (cell[0].row for cell in (sheet[found.ref][0], sheet[found.ref][-1]))
        assert last - first == max(len(table.rows), 1)
        assert " ".join(plain(table.caption).split()) in (sheet["A1"].value, sheet.cell(first - 1, 1).value)
        titles = [str(cell.value) for cell in sheet[first][: len(table.columns)]]
        assert titles == [column.name.replace("_x000a_", "\n") for column in found.tableColumns]
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.sheet_state == "visible"
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


@every_report
def test_each_picture_stands_on_a_sheet(report: str) -> None:
    pictures = sum(isinstance(block, Figure) for block in document(report, ("sv",)).walk())
    book = opened(report, ("sv",))
    assert sum(len(sheet._images) for sheet in book.worksheets) == pictures


@every_report
def test_two_readers_find_the_same_in_it(report: str) -> None:
    data = workbook(report, ("sv",))
    book, other = opened(report, ("sv",)), CalamineWorkbook.from_filelike(BytesIO(data))
    assert other.sheet_names == book.sheetnames
    for sheet in book.worksheets:
        rows = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        for row, cells in zip(rows, sheet.iter_rows(), strict=True):
            for value, cell in zip(row, cells, strict=True):
                expected = cell.value.date() if isinstance(cell.value, datetime) else cell.value
                assert value == ("" if expected is None else expected)


def test_figures_of_a_round_are_numbers_and_days() -> None:
    book = opened("followup", ("sv", "fi"))
    found = {
        (type(cell.value).__name__, cell.number_format)
        for sheet in book.worksheets[2:]
        for row in sheet.iter_rows()
        for cell in row
        if not isinstance(cell.value, (str, type(None)))
    }
    assert {("int", "0"), ("int", '0"\u00a0%"'), ("int", "#,##0"), ("datetime", "d.m.yyyy")} <= found
