"""Forms in LibreOffice: opened, saved and printed by the real program."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import muniprog
from muniprog_xlsx import FormWorkbook

LibreOffice = Callable[[bytes, str, str], bytes]
FILLED = {
    ("atgard-2", "status"): ("E6", "Klar"),
    ("atgard-2", "note"): ("G6", "- språkkafé\n=> klart"),
    ("atgard-2", "planned_end"): ("H6", date(2021, 5, 31)),
}


def filled_in(data: bytes) -> bytes:
    """Return a form as somebody fills it in."""
    workbook = openpyxl.load_workbook(BytesIO(data))
    for cell, content in FILLED.values():
        workbook["Åtgärder"][cell] = content
    workbook["Mätare"]["E6"] = 17.25
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("to", ["xlsx", "ods"])
def test_a_form_that_libreoffice_has_saved_says_the_same(
    form: muniprog.Form, libreoffice: LibreOffice, to: str
) -> None:
    data = FormWorkbook().write(form)
    sent, saved = (FormWorkbook().read(content, "svar") for content in (data, libreoffice(data, ".xlsx", to)))
    assert saved == sent


@pytest.mark.slow
@pytest.mark.parametrize("to", ["xlsx", "ods"])
def test_answers_come_through_libreoffice(form: muniprog.Form, libreoffice: LibreOffice, to: str) -> None:
    saved = FormWorkbook().read(libreoffice(filled_in(FormWorkbook().write(form)), ".xlsx", to), "svar")
    answers = {(cell.key, cell.field): cell.content for cell in saved.cells}
    assert {key: answers[key] for key in FILLED} == {key: content for key, (_, content) in FILLED.items()}
    assert answers["matare-2@2020", "value"] == Decimal("17.25")
    assert not saved.findings


@pytest.mark.slow
def test_every_printed_page_bears_the_notice_and_its_number(
    form: muniprog.Form, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed (Debian's package `poppler-utils`).")
    printed = tmp_path / "form.pdf"
    printed.write_bytes(libreoffice(FormWorkbook().write(form), ".xlsx", "pdf"))
    done = subprocess.run([program, "-layout", printed, "-"], check=True, capture_output=True, encoding="utf-8")
    pages = done.stdout.split("\f")[:-1]
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert form.notice in page
        assert f"{number}/3" in page.replace(" ", "")
        assert "muniprog" not in page
