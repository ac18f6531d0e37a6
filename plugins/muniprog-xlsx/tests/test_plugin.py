"""What the package gives to muniprog."""

import re
from io import BytesIO
from pathlib import Path

import attrs
import openpyxl

import muniprog
from muniprog_xlsx import FormWorkbook, ReportWorkbook

PACKAGE = Path(__file__).parents[1]
PAGE = PACKAGE.parents[1] / "docs" / "how-to" / "forms-in-excel.md"


def test_forms_are_found_by_name_and_by_ending() -> None:
    form_files = muniprog.load_plugins().form_files
    for found in (form_files.find("xlsx"), form_files.by_suffix(".xlsx"), form_files.by_suffix(".ods")):
        assert isinstance(found, FormWorkbook)
    assert FormWorkbook.title.spoken("sv") == "Excel-arbetsbok, även för LibreOffice"


def test_reports_are_found_by_name_and_by_ending() -> None:
    backends = muniprog.load_plugins().backends
    for found in (backends.find("xlsx"), backends.by_suffix(".xlsx")):
        assert isinstance(found, ReportWorkbook)
    assert ReportWorkbook.title.spoken("fi") == "Excel-työkirja"


def test_every_code_is_described() -> None:
    sources = (PACKAGE / "src").rglob("*.py")
    used = {code for source in sources for code in re.findall(r'"(X\d\d\d)"', source.read_text(encoding="utf-8"))}
    assert used == set(re.findall(r"`(X\d\d\d)`", PAGE.read_text(encoding="utf-8")))


def test_a_form_without_a_deadline_names_none(form: muniprog.Form) -> None:
    workbook = openpyxl.load_workbook(BytesIO(FormWorkbook().write(attrs.evolve(form, deadline=None))))
    assert workbook["Åtgärder"]["B3"].value == f"{form.notice} · {form.owner} · {form.round}"
