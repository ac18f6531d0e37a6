"""A form as a workbook: instructions, a sheet for each part, and what it remembers out of sight."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

import muniprog
from muniprog_xlsx.forms.choices import CHOICES_NAME, Choices
from muniprog_xlsx.forms.columns import sheet_columns
from muniprog_xlsx.forms.instructions import write_instructions
from muniprog_xlsx.forms.looks import looks_of
from muniprog_xlsx.forms.memory import MEMORY_MARK, Memory, RememberedPart, pieces, remembered_part
from muniprog_xlsx.forms.part_sheet import PartSheet
from muniprog_xlsx.workbook import open_workbook, sheet_names

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_MEMORY_NAME = "muniprog_form"


def write_form(form: muniprog.Form) -> bytes:
    """Return a form as the bytes of a workbook."""
    target = BytesIO()
    language = form.address.language
    workbook = open_workbook(target, title=form.title, subject=form.programme, language=language)
    looks = looks_of(workbook)
    titles = [form.words["instructions"], *(part.title or part.name for part in form.parts)]
    names = sheet_names([CHOICES_NAME, _MEMORY_NAME, *titles])[2:]
    write_instructions(workbook.add_worksheet(names[0]), form, names[1:], looks)
    sheets = [workbook.add_worksheet(name) for name in names[1:]]
    choices = Choices(workbook.add_worksheet(CHOICES_NAME))
    remembered = []
    for sheet, part in zip(sheets, form.parts, strict=True):
        columns = sheet_columns(form, part)
        headings = PartSheet(sheet, form, part, columns, looks, choices).write()
        remembered.append(remembered_part(part, headings))
    _remember(workbook, form.address, remembered)
    workbook.worksheets()[0].activate()
    workbook.close()
    return target.getvalue()


def _remember(workbook: "Workbook", address: muniprog.FormAddress, parts: Iterable[RememberedPart]) -> None:
    sheet = workbook.add_worksheet(_MEMORY_NAME)
    sheet.write_string(0, 0, MEMORY_MARK)
    for number, piece in enumerate(pieces(Memory(address=address, parts=tuple(parts))), 1):
        sheet.write_string(number, 0, piece)
    sheet.protect()
    sheet.very_hidden()
