"""The contract of a report backend, run on workbooks."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import ClassVar
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

import muniprog
from muniprog.testing import ReportBackendContract
from muniprog_xlsx import ReportWorkbook


@pytest.fixture(autouse=True, scope="module")
def _pictures_are_drawn_once() -> Iterator[None]:
    """Draw each picture once for all documents; that it is the same each time is proved elsewhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(muniprog, "picture_png", cache(muniprog.picture_png))
        yield


def shown(cell: Cell) -> str:
    """Return what a reader sees in a cell."""
    value, code = cell.value, str(cell.number_format)
    if isinstance(value, datetime):
        day = f"{value.day}.{value.month}.{value.year}" if "d.m" in code else f"{value:%Y-%m-%d}"
        return code.replace('"', "").replace("d.m.yyyy", day).replace("yyyy-mm-dd", day)
    if isinstance(value, (int, float)):
        bare = code.partition(";")[0].partition('"')[0] or code.split('"')[2]
        decimals = len(bare.partition(".")[2])
        return code.replace('"', "").replace(bare, f"{value:.{decimals}f}")
    return "" if value is None else str(value)


def cells(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if isinstance(cell, Cell))


def address(cell: Cell) -> Iterator[str]:
    if cell.hyperlink is not None and cell.hyperlink.target:
        place = cell.hyperlink.location
        yield cell.hyperlink.target + (f"#{place}" if place else "")


class TestWorkbook(ReportBackendContract):
    backend: ClassVar[muniprog.ReportBackend] = ReportWorkbook()
    reading_order = False

    def text_of(self, file: bytes) -> str:
        workbook = openpyxl.load_workbook(BytesIO(file))
        return "\n".join(shown(cell) for sheet in workbook.worksheets for cell in cells(sheet))

    def pages(self, file: bytes) -> list[str]:
        """Return the head and the foot that each sheet prints on all of its pages."""
        sheets = openpyxl.load_workbook(BytesIO(file)).worksheets
        return [
            f"{sheet.oddHeader.center.text} {sheet.oddFooter.left.text}".replace("&&", "&")
            for sheet in sheets
            if sheet.sheet_state == "visible"
        ]

    def links(self, file: bytes) -> Iterable[str]:
        workbook = openpyxl.load_workbook(BytesIO(file))
        return [each for sheet in workbook.worksheets for cell in cells(sheet) for each in address(cell)]

    def shape(self, file: bytes) -> Hashable:
        """Return the parts with the elements in each, the columns of its tables, and the types of its cells."""
        with ZipFile(BytesIO(file)) as zipped:
            return tuple((name, frozenset(_elements(zipped.read(name)))) for name in zipped.namelist())


PAGE_BREAKS = {"rowBreaks", "brk"}
"""Where a page begins depends on how long a text is, not on what it says."""


def _elements(part: bytes) -> Iterator[tuple[str, ...]]:
    for element in ElementTree.fromstring(part).iter() if part.startswith(b"<?xml") else ():
        match element.tag.rpartition("}")[2]:
            case "c" if len(element):
                yield "cell", element.attrib["r"].rstrip("0123456789"), element.get("t", "number")
            case "tableColumns":
                yield "columns", element.attrib["count"]
            case tag if tag not in PAGE_BREAKS:
                yield (tag,)
