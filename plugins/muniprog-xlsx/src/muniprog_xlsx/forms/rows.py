"""Reads the rows of one sheet, and notes what is odd about them."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import attrs

import muniprog
from muniprog_xlsx.forms.arrangement import Arrangement, Cells, key_text, normal
from muniprog_xlsx.forms.findings import (
    COLUMN_BY_HEADING,
    COLUMN_GONE,
    COLUMN_TWICE,
    COLUMN_UNKNOWN,
    ERROR_VALUE,
    KEY_IS_A_DAY,
    KEY_IS_A_NUMBER,
    KEY_TRIMMED,
    KEY_UNKNOWN,
    KEYS_APART,
    NO_RESULT,
    ROW_WITHOUT_KEY,
    Remark,
    cell_name,
    shortened,
)
from muniprog_xlsx.forms.memory import KEY_MARK, NOT_ASKED
from muniprog_xlsx.spreadsheets import Oddity, Sheet

_REFUSED: Mapping[Oddity, Remark] = {Oddity.NO_RESULT: NO_RESULT, Oddity.ERROR: ERROR_VALUE}


@attrs.frozen
class KeyedRow:
    """A row with a key.

    Attributes:
        place: Where its key stands.
        title: What it is about.
    """

    place: muniprog.Place
    title: str


class SheetReading:
    """Reads one sheet.

    Attributes:
        findings: What is odd; complete when all cells have been read.
        rows: Key → the numbers of the rows with it; complete when all cells have been read.
    """

    def __init__(self, sheet: Sheet, arrangement: Arrangement, file: str) -> None:
        self._sheet, self._arrangement, self._file = sheet, arrangement, file
        self._header = sheet.rows.get(arrangement.header_row, {})
        self._numbers = _rows_of_answers(sheet, arrangement)
        self.findings: list[muniprog.Finding] = []
        self.rows: dict[str, list[int]] = {}

    def keyed_row(self, number: int) -> KeyedRow:
        """Return a row with its place and with what it is about."""
        title = self._sheet.rows[number].get(self._arrangement.title_column or 0)
        return KeyedRow(self._place(number, self._arrangement.key_column), str(title or ""))

    def cells(self) -> Iterator[muniprog.FilledCell]:
        """Yield the answers, in the order of the sheet; none where the rows have lost their own keys."""
        columns = self._columns()
        apart = self._row_with_headings_and_key() if columns else None
        if apart is not None:
            self._note(KEYS_APART, apart, self._arrangement.key_column, sheet=self._sheet.name)
            return
        for number in self._numbers:
            row = self._sheet.rows[number]
            key = self._key(number, row)
            if key in self._arrangement.part.rows:
                yield from self._answers(number, row, key, columns)
            else:
                self._note_stray(number, row, key, columns)
        self._note_unknown_columns()

    def _row_with_headings_and_key(self) -> int | None:
        """Return a row with a key that holds headings and nothing else: then rows were sorted without their keys."""
        part, key_column = self._arrangement.part, self._arrangement.key_column
        headings = [(column, normal(part.headings[key])) for column, key in self._arrangement.columns.items()]
        for number in self._numbers:
            row = self._sheet.rows[number]
            if key_text(row.get(key_column)) in part.rows and all(
                not _is_blank(row.get(column)) and normal(str(row[column])) == heading for column, heading in headings
            ):
                return number
        return None

    def _answers(
        self, number: int, row: Cells, key: str, columns: list[tuple[int, str, str]]
    ) -> Iterator[muniprog.FilledCell]:
        """Yield the answers of a row."""
        self.rows.setdefault(key, []).append(number)
        before = self._arrangement.part.rows[key]
        file, name, oddities = self._file, self._sheet.name, self._sheet.oddities
        for column, field, heading in columns:
            content = row.get(column)
            if field not in before and (content is None or content == NOT_ASKED):
                continue
            oddity = oddities.get((number, column)) if oddities else None
            if oddity is not None and oddity in _REFUSED:
                self._note(_REFUSED[oddity], number, column, content=content)
                continue
            yield muniprog.FilledCell(
                key=key,
                field=field,
                content=content,
                before=before.get(field),
                place=muniprog.Place(file, number, column, name),
                column=heading,
                per_cent=oddity is not None,
            )

    def _key(self, number: int, row: Cells) -> str:
        """Return the key of a row, also where a spreadsheet program has made a number of it."""
        column = self._arrangement.key_column
        content = row.get(column)
        if isinstance(content, date):
            self._note(KEY_IS_A_DAY, number, column, content=content.isoformat())
            return ""
        if isinstance(content, Decimal):
            key = f"{content.normalize():f}".zfill(self._sheet.zeros.get((number, column), 0))
            self._note(KEY_IS_A_NUMBER, number, column, key=key)
            return key
        key = key_text(content)
        if key != (content or ""):
            self._note(KEY_TRIMMED, number, column, key=key)
        return key

    def _columns(self) -> list[tuple[int, str, str]]:
        """Return the columns of answers with their fields and headings, in the order of the form."""
        columns: list[tuple[int, str, str]] = []
        for field in self._arrangement.fields:
            found = self._arrangement.columns_of(field)
            if len(found) > 1:
                found = [column for column in found if self._is_used(column)] or found[:1]
            if len(found) > 1:
                cells = ", ".join(cell_name(self._place(self._arrangement.header_row, column)) for column in found)
                self._note(
                    COLUMN_TWICE, self._arrangement.header_row, found[1], heading=self._heading(found[0]), cells=cells
                )
            columns.extend((column, field, self._heading(column)) for column in found[:1])
            if not found:
                heading = self._arrangement.part.headings[field].partition("\n")[0]
                self._note(COLUMN_GONE, self._arrangement.header_row, self._arrangement.key_column, heading=heading)
        for column in self._arrangement.by_heading:
            self._note(COLUMN_BY_HEADING, self._arrangement.header_row, column, heading=self._heading(column))
        return sorted(columns)

    def _heading(self, column: int) -> str:
        """Return the first line of what stands above a column, or what stood there."""
        written = self._header.get(column)
        if written is None:
            written = self._arrangement.part.headings.get(self._arrangement.columns.get(column, ""), "")
        return str(written).partition("\n")[0]

    def _is_used(self, column: int) -> bool:
        rows = self._sheet.rows
        return any(not _is_blank(rows[number].get(column)) for number in self._numbers)

    def _note_stray(self, number: int, row: Cells, key: str, columns: list[tuple[int, str, str]]) -> None:
        """Note a row that nobody asked for, if there is anything in it."""
        if key:
            self._note(KEY_UNKNOWN, number, self._arrangement.key_column, key=key)
            return
        column = next((column for column, _, _ in columns if not _is_blank(row.get(column))), None)
        if column is not None:
            self._note(ROW_WITHOUT_KEY, number, column, content=shortened(row[column]))

    def _note_unknown_columns(self) -> None:
        """Note each column with something in it that the form did not have."""
        known = {self._arrangement.key_column, *self._arrangement.columns}
        noted: set[int] = set()
        for number in self._numbers:
            row = self._sheet.rows[number]
            if row.keys() <= known:
                continue
            for column in sorted(row.keys() - known - noted):
                if not _is_blank(row[column]):
                    noted.add(column)
                    heading = self._heading(column)
                    self._note(COLUMN_UNKNOWN, number, column, heading=heading, content=shortened(row[column]))

    def _note(self, remark: Remark, number: int, column: int, **arguments: object) -> None:
        self.findings.append(remark.at(self._place(number, column), **arguments))

    def _place(self, number: int, column: int) -> muniprog.Place:
        return muniprog.Place(self._file, number, column, self._sheet.name)


def _rows_of_answers(sheet: Sheet, arrangement: Arrangement) -> list[int]:
    """Return the numbers of the rows that may hold answers, from top to bottom.

    They stand below the headings. Whoever sorts the headings in among them leaves some above, which their keys show.
    """
    header_row, key_column = arrangement.header_row, arrangement.key_column
    numbers = sorted(number for number, row in sheet.rows.items() if KEY_MARK not in row.values())
    above = [number for number in numbers if number < header_row]
    below = [number for number in numbers if number > header_row]
    has_keys_above = any(not _is_blank(sheet.rows[number].get(key_column)) for number in above)
    return above + below if has_keys_above else below


def _is_blank(content: muniprog.CellContent) -> bool:
    return content is None or content == NOT_ASKED or (isinstance(content, str) and not content.strip())
