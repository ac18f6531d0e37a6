"""Reads a form that has come back: every answer by the keys of its row and column, never by where it stands."""

from collections.abc import Iterator

import muniprog
from muniprog_xlsx.forms.arrangement import arrangement_of
from muniprog_xlsx.forms.findings import KEY_TWICE, NO_FORM, ROW_OF_SHEET, SHEET_WITHOUT_KEYS, shortened
from muniprog_xlsx.forms.memory import CHOICES_MARK, INSTRUCTIONS_MARK, MEMORY_MARK, Memory, from_pieces
from muniprog_xlsx.forms.rows import KeyedRow, SheetReading
from muniprog_xlsx.forms.words import joined, say
from muniprog_xlsx.spreadsheets import Book, Sheet, open_book

_OTHER_MARKS = {INSTRUCTIONS_MARK, CHOICES_MARK, MEMORY_MARK}


def read_form(data: bytes, file: str) -> muniprog.FilledForm:
    """Return what stands in a form.

    Raises:
        SourceError: It is no workbook that can be read, or no form.
    """
    book = open_book(data, file)
    memory = _memory(book)
    if memory is None:
        raise muniprog.SourceError([NO_FORM.at(muniprog.Place(file, 1, 1))])
    readings: list[SheetReading] = []
    findings: list[muniprog.Finding] = []
    for sheet in book.sheets:
        if _is_own(sheet) or not any(sheet.rows.values()):
            continue
        arrangement = arrangement_of(sheet, memory)
        if arrangement is None:
            findings.append(_without_keys(sheet, file))
        else:
            readings.append(SheetReading(sheet, arrangement, file))
    cells = [cell for reading in readings for cell in reading.cells()]
    for reading in readings:
        findings.extend(reading.findings)
    findings.extend(_twice(readings))
    return muniprog.FilledForm(file=file, address=memory.address, cells=tuple(cells), findings=tuple(findings))


def _memory(book: Book) -> Memory | None:
    """Return what the workbook remembers; None where it is no form."""
    for sheet in book.sheets:
        texts = [content for row in sorted(sheet.rows) for content in sheet.rows[row].values()]
        if texts and texts[0] == MEMORY_MARK:
            return from_pieces(str(text) for text in texts[1:])
    return None


def _is_own(sheet: Sheet) -> bool:
    """Return whether a sheet is one of those that hold no answers."""
    return any(not _OTHER_MARKS.isdisjoint(row.values()) for row in sheet.rows.values())


def _without_keys(sheet: Sheet, file: str) -> muniprog.Finding:
    row = min(number for number, row in sheet.rows.items() if row)
    return SHEET_WITHOUT_KEYS.at(muniprog.Place(file, row, min(sheet.rows[row]), sheet.name), sheet=sheet.name)


def _twice(readings: list[SheetReading]) -> Iterator[muniprog.Finding]:
    """Yield a finding for each key that stands in more than one row, of one sheet or of several."""
    found: dict[str, list[KeyedRow]] = {}
    for reading in readings:
        for key, numbers in reading.rows.items():
            if len(numbers) > 1 or sum(key in other.rows for other in readings) > 1:
                found.setdefault(key, []).extend(reading.keyed_row(number) for number in numbers)
    for key, rows in found.items():
        places = joined(
            say(ROW_OF_SHEET, row=row.place.line, sheet=row.place.sheet, title=shortened(row.title)) for row in rows
        )
        yield KEY_TWICE.at(rows[1].place, key=key, places=places)
