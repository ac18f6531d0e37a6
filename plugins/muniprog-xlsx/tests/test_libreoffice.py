"""Forms and reports in LibreOffice: opened, saved and printed by the real program, all in three starts of it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO

import openpyxl
import pytest

import muniprog
from muniprog import Column, Document, Figure, Look, Row, Table, cell
from muniprog_xlsx import FormWorkbook, ReportWorkbook

pytestmark = pytest.mark.slow

Saved = Callable[[str], Mapping[str, bytes]]
Printed = Callable[[bytes], list[str]]

ASKED = {"pdf": ("empty", "long", "round"), "xlsx": ("empty", "filled", "long", "round"), "ods": ("empty", "filled")}
FILLED = {
    ("atgard-2", "status"): ("E6", "Klar"),
    ("atgard-2", "note"): ("G6", "- språkkafé\n=> klart"),
    ("atgard-2", "planned_end"): ("H6", date(2021, 5, 31)),
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="25" height="20"/></svg>'
ROWS = [Row([cell(f"{number} =1+1"), cell(f"{number},5 %", value=number + 0.5)]) for number in range(90)]
TABLE = Table("Mål", [Column("Vad"), Column("Andel\nOsuus", kind="number")], ROWS)
LONG = Document(
    "En lång tabell",
    "sv",
    [Figure(DRAWING, "En stapel", TABLE, "Så gick det")],
    notice="Exempeldata",
    look=Look(footer="Vasa stad", logo=muniprog.Logo(content=DRAWING.encode(), alternative="Vasa")),
)
ROUND = muniprog.report("followup", muniprog.load("vasa_2019_2022_sample"), languages=("sv", "fi")).document


@pytest.fixture(scope="module")
def sent(form: muniprog.Form) -> dict[str, bytes]:
    """The workbooks as they were written."""
    empty = FormWorkbook().write(form)
    return {
        "empty": empty,
        "filled": filled_in(empty),
        "long": ReportWorkbook().render(LONG),
        "round": ReportWorkbook().render(ROUND),
    }


@pytest.fixture(scope="module")
def saved(libreoffice: Callable[[dict[str, bytes], str], dict[str, bytes]], sent: dict[str, bytes]) -> Saved:
    """Return the workbooks as LibreOffice saves them, by the type of file."""
    return cache(lambda to: libreoffice({name: sent[name] for name in ASKED[to]}, to))


def filled_in(data: bytes) -> bytes:
    """Return a form as somebody fills it in."""
    workbook = openpyxl.load_workbook(BytesIO(data))
    for place, content in FILLED.values():
        workbook["Åtgärder"][place] = content
    workbook["Mätare"]["E6"] = 17.25
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def squeezed(text: str) -> str:
    """Return a text without spaces: on paper lines are broken where they end."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("to", ["xlsx", "ods"])
def test_a_form_that_libreoffice_has_saved_says_the_same(saved: Saved, sent: dict[str, bytes], to: str) -> None:
    before, after = (FormWorkbook().read(content, "svar") for content in (sent["empty"], saved(to)["empty"]))
    assert after == before


@pytest.mark.parametrize("to", ["xlsx", "ods"])
def test_answers_come_through_libreoffice(saved: Saved, to: str) -> None:
    read = FormWorkbook().read(saved(to)["filled"], "svar")
    answers = {(cell.key, cell.field): cell.content for cell in read.cells}
    assert {key: answers[key] for key in FILLED} == {key: content for key, (_, content) in FILLED.items()}
    assert answers["matare-2@2020", "value"] == Decimal("17.25")
    assert not read.findings


def test_every_printed_page_of_a_form_bears_the_notice_and_its_number(
    saved: Saved, printed: Printed, form: muniprog.Form
) -> None:
    pages = printed(saved("pdf")["empty"])
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert form.notice in page
        assert f"{number}/3" in page.replace(" ", "")
        assert "muniprog" not in page


@pytest.mark.parametrize("name", ["long", "round"])
def test_a_report_that_libreoffice_has_saved_says_the_same(saved: Saved, sent: dict[str, bytes], name: str) -> None:
    before, after = (openpyxl.load_workbook(BytesIO(data)) for data in (sent[name], saved("xlsx")[name]))
    assert after.sheetnames == before.sheetnames
    for sheet, other in zip(before.worksheets, after.worksheets, strict=True):
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert [(cell.coordinate, other[cell.coordinate].value) for cell in cells] == [
            (cell.coordinate, cell.value) for cell in cells
        ]
        assert [table.ref for table in other.tables.values()] == [table.ref for table in sheet.tables.values()]


def test_every_printed_page_of_a_report_bears_notice_footer_sheet_and_number(saved: Saved, printed: Printed) -> None:
    pages = printed(saved("pdf")["long"])
    assert len(pages) > 4
    for number, page in enumerate(pages, 1):
        assert "Exempeldata" in page
        assert "Vasa stad · En lång tabell" in page
        assert squeezed(page).endswith(f"·{number}/{len(pages)}")
    assert sum("Andel" in page for page in pages[2:]) > 1
    assert "89 =1+1" in pages[-1] or "89 =1+1" in pages[-2]
    assert re.search("89[.,]5 %", " ".join(pages))


def test_a_printed_report_has_lost_nothing(saved: Saved, printed: Printed) -> None:
    paper = squeezed(" ".join(printed(saved("pdf")["round"])))
    said = [muniprog.plain(line) for block in ROUND.walk() for line in muniprog.lines_of(block)]
    lost = [text for text in said if any(squeezed(word) not in paper for word in text.split())]
    assert lost == []
    assert "###" not in paper
