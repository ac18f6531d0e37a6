"""A table of a document as an Excel table, with filters, titles that stay in view, and cells of the right type.

A table that can be filtered and sorted has no joined cells: each row has to stand for itself. What a cell of the
document says of several rows is repeated in each of them – as a number only in the first, so that no sum counts it
twice. Links within the document are left out here: rows move, and a link would stay behind or lead astray.
"""

import re
from collections.abc import Iterator

import attrs

import muniprog
from muniprog_xlsx.reports.columns import LONGEST_TITLE, lines_of_title, titles, widths
from muniprog_xlsx.reports.looks import Looks, text_format
from muniprog_xlsx.reports.pen import Pen
from muniprog_xlsx.reports.prose import Said, said, words
from muniprog_xlsx.reports.values import Typed, typed
from muniprog_xlsx.sizes import RowHeights, bold_room
from muniprog_xlsx.workbook import cut

_BULLET = "• "
_WIDEST_FROZEN = 45.0
_LONGEST_ALTERNATIVE = 255
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@attrs.frozen
class _Cell:
    """A cell as it is written."""

    said: Said
    typed: Typed | None
    is_header: bool


class TableWriter:
    """Writes a table on a sheet.

    Attributes:
        widths: How wide its columns are, in characters.
        last_row: Its last row.

    Args:
        pen: Writes on the sheet.
        table: The table.
        language: The language of what surrounds it.
        looks: The formats.
        row: The row with the titles of its columns.
    """

    def __init__(self, pen: Pen, table: muniprog.Table, language: str, looks: Looks, row: int) -> None:
        self._pen, self._table, self._looks = pen, table, looks
        self._columns, self._header_row = table.columns, row
        self._rows = list(_cells(table, language))
        self._titles = self._column_titles(language)
        texts = [[row[number].said.text for row in self._rows] for number in range(len(self._columns))]
        shown = [max((_shown(row[number]) for row in self._rows), default=0) for number in range(len(self._columns))]
        self.widths = widths(self._columns, self._titles, texts, shown)
        self.last_row = row + max(len(self._rows), 1)
        self._heights = RowHeights()

    def write(self, name: str) -> None:
        """Write the table; `name` is what it is called in words."""
        self._make_table(name)
        for number, column in enumerate(self._columns):
            self._write_column(number, column.kind)
        self._arrange()

    @property
    def height(self) -> int:
        """How high the table is, in points."""
        return self._heights.height_of_rows(self._header_row, self.last_row)

    def _column_titles(self, language: str) -> list[str]:
        fitting = [
            self._pen.fit(words(column.title, language), self._header_row, number, LONGEST_TITLE)
            for number, column in enumerate(self._columns)
        ]
        return titles(fitting, language)

    def _make_table(self, name: str) -> None:
        """Make the cells an Excel table. Its own names of the columns have to be the titles, escaped as in its file."""
        looks, sheet = self._looks, self._pen.sheet
        columns = [
            {
                "header": _ESCAPE_LIKE.sub("_x005F_", title).replace("\n", "_x000a_"),
                "header_format": looks.column_title(column.kind),
            }
            for title, column in zip(self._titles, self._columns, strict=True)
        ]
        options = {
            "columns": columns,
            "style": "Table Style Light 1",
            "banded_rows": False,
            "title": cut(name, _LONGEST_ALTERNATIVE),
            "description": cut(", ".join(" ".join(title.split()) for title in self._titles), _LONGEST_ALTERNATIVE),
        }
        sheet.add_table(self._header_row, 0, self.last_row, len(columns) - 1, options)
        for number, (title, column) in enumerate(zip(self._titles, self._columns, strict=True)):
            sheet.write_string(self._header_row, number, title, looks.column_title(column.kind))
            self._heights.make_lines(self._header_row, lines_of_title(title, self.widths[number]))

    def _write_column(self, number: int, kind: muniprog.ColumnKind) -> None:
        pen, looks, width = self._pen, self._looks, int(self.widths[number])
        for line, row in enumerate(self._rows, self._header_row + 1):
            cell = row[number]
            text, value, is_header = cell.said.text, cell.typed, cell.is_header
            if value is not None and looks.has_room_for(value.number_format):
                pen.value(line, number, value.value, looks.cell(kind, value.number_format, is_header=is_header))
                continue
            room = bold_room(width) if is_header else width
            fits = len(text) <= room and "\n" not in text
            if fits and cell.said.link is not None and not cell.said.link.startswith("#"):
                plain, link = (
                    looks.cell(kind, text_format(text), is_header=is_header, is_link=each) for each in (False, True)
                )
                pen.write(line, number, cell.said, plain, link)
            else:
                pen.text(line, number, text, looks.cell(kind, text_format(text), is_header=is_header))
            if not fits:
                self._heights.make_room(line, text, room)

    def _arrange(self) -> None:
        """Set widths and heights, and what stays in view on the screen and on paper."""
        sheet = self._pen.sheet
        for number, width in enumerate(self.widths):
            sheet.set_column(number, number, width)
        for row, height in self._heights.heights():
            sheet.set_row(row, height)
        are_named = all(row[0].is_header for row in self._rows) and self.widths[0] <= _WIDEST_FROZEN
        sheet.freeze_panes(self._header_row + 1, int(are_named and len(self._columns) > 1))
        sheet.repeat_rows(self._header_row)
        sheet.ignore_errors({"number_stored_as_text": _area(self._header_row, self.last_row, len(self._columns))})


def _cells(table: muniprog.Table, language: str) -> Iterator[list[_Cell]]:
    for slots in table.grid():
        yield [
            _cell(slot.cell, column.kind, language, is_first=slot.first)
            for slot, column in zip(slots, table.columns, strict=True)
        ]


def _cell(cell: muniprog.Cell, kind: muniprog.ColumnKind, language: str, *, is_first: bool) -> _Cell:
    found = said(cell.content, language, bullet=_BULLET if cell.bullets else "")
    has_value = is_first and cell.value is not None
    return _Cell(found, typed(cell.value, kind, found.text) if has_value else None, cell.header)


def _shown(cell: _Cell) -> int:
    return 0 if cell.typed is None else cell.typed.shown


def _area(first_row: int, last_row: int, columns: int) -> str:
    from xlsxwriter.utility import xl_range

    return xl_range(first_row, 0, last_row, columns - 1)
