"""The sheet of one table: its caption, where it belongs, the table, its picture, and what is remarked on it.

A table that can be filtered and sorted has no joined cells: each row has to stand for itself. What a cell of the
document says of several rows is repeated in each of them – as a number only in the first, so that no sum counts it
twice. Links within the document are left out here: rows move, and a link would stay behind or lead astray.
"""

import re
from collections.abc import Iterator

import attrs

import muniprog
from muniprog_xlsx.reports.columns import LONGEST_TITLE, columns_across, lines_of_title, titles, widths
from muniprog_xlsx.reports.looks import CellLook, Looks, text_format
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.pictures import PICTURE_WIDTH, draw_figure
from muniprog_xlsx.reports.plan import PlannedTable
from muniprog_xlsx.reports.prose import Said, said, words
from muniprog_xlsx.reports.values import Typed, typed
from muniprog_xlsx.reports.words import IN_THE_TEXT, NO_ROWS, PICTURE_BELOW, PICTURE_SHOWS, TO_CONTENTS
from muniprog_xlsx.sizes import RowHeights
from muniprog_xlsx.workbook import cut

TITLE_ROW, _ABOUT_ROW, _CONTENTS_ROW, _TEXT_ROW, _NEXT_ROW = range(5)
_BULLET = "• "
_WIDEST_FROZEN = 45.0
_LINES_WIDTH = 100.0
_LONGEST_ALTERNATIVE = 255
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@attrs.frozen(kw_only=True)
class Surroundings:
    """What the sheets of a workbook say alike.

    Attributes:
        language: The language of the document.
        about: The line under the caption: the notice and the title of the document.
        contents: Where the index stands.
    """

    language: str
    about: str
    contents: Place


@attrs.frozen
class _Cell:
    """A cell as it is written."""

    said: Said
    typed: Typed | None
    is_header: bool


class TableSheet:
    """Writes the sheet of one table.

    Args:
        pen: Writes on the sheet.
        planned: The table.
        looks: The formats.
        around: What all sheets say alike.
        in_text: Where the table stands in the running text.
    """

    def __init__(self, pen: Pen, planned: PlannedTable, looks: Looks, around: Surroundings, in_text: Place) -> None:
        self._pen, self._planned, self._looks = pen, planned, looks
        self._around, self._in_text = around, in_text
        self._columns, self._figure = planned.table.columns, planned.figure
        self._rows = list(_cells(planned))
        self._header_row = header_row(planned)
        self._last_row = self._header_row + max(len(self._rows), 1)
        self._titles = self._column_titles()
        texts = [[row[number].said.text for row in self._rows] for number in range(len(self._columns))]
        shown = [max(_shown(row[number]) for row in self._rows) if self._rows else 0 for number in range(len(texts))]
        self._widths = widths(self._columns, self._titles, texts, shown)
        self._heights = RowHeights()

    def write(self) -> None:
        """Write the sheet."""
        self._write_top()
        self._make_table()
        for number, column in enumerate(self._columns):
            self._write_column(number, column.kind)
        last = self._write_below(self._last_row + 2)
        self._arrange(last)

    def _column_titles(self) -> list[str]:
        language = self._planned.language
        fitting = [
            self._pen.fit(words(column.title, language), self._header_row, number, LONGEST_TITLE)
            for number, column in enumerate(self._columns)
        ]
        return titles(fitting, language)

    def _caption(self) -> str:
        return caption_of(self._planned, self._around.language)

    def _write_top(self) -> None:
        pen, looks, around = self._pen, self._looks, self._around
        pen.sheet.set_row(TITLE_ROW, pen.title(TITLE_ROW, self._caption(), looks))
        pen.line(_ABOUT_ROW, Said(around.about), looks, is_bold=True)
        chapter = " › ".join(self._planned.chapter)
        in_text = IN_THE_TEXT.spoken(around.language)
        links = [
            (TO_CONTENTS.spoken(around.language), around.contents),
            (f"{in_text}: {chapter}" if chapter else in_text, self._in_text),
        ]
        if self._figure is not None:
            links.append((PICTURE_BELOW.spoken(around.language), Place(pen.name, self._last_row + 2)))
        for row, (text, place) in enumerate(links, _CONTENTS_ROW):
            pen.lead(row, 0, text, place, looks.text(is_link=True, wraps=False))
            pen.reach(len(text))

    def _make_table(self) -> None:
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
            "title": cut(self._caption(), _LONGEST_ALTERNATIVE),
            "description": cut(", ".join(" ".join(title.split()) for title in self._titles), _LONGEST_ALTERNATIVE),
        }
        sheet.add_table(self._header_row, 0, self._last_row, len(columns) - 1, options)
        for number, (title, column) in enumerate(zip(self._titles, self._columns, strict=True)):
            sheet.write_string(self._header_row, number, title, looks.column_title(column.kind))
            self._heights.make_lines(self._header_row, lines_of_title(title, self._widths[number]))

    def _write_column(self, number: int, kind: muniprog.ColumnKind) -> None:
        pen, looks, room = self._pen, self._looks, int(self._widths[number])
        for line, row in enumerate(self._rows, self._header_row + 1):
            cell = row[number]
            text = cell.said.text
            if cell.typed is not None and looks.has_room_for(cell.typed.number_format):
                look = CellLook(kind=kind, is_header=cell.is_header, number_format=cell.typed.number_format)
                pen.value(line, number, cell.typed.value, looks.cell(look))
                continue
            look = CellLook(kind=kind, is_header=cell.is_header, number_format=text_format(text))
            fits = len(text) <= room and "\n" not in text
            is_link = fits and cell.said.link is not None and not cell.said.link.startswith("#")
            as_link = attrs.evolve(look, is_link=True) if is_link else look
            pen.write(line, number, cell.said if is_link else Said(text), looks.cell(look), looks.cell(as_link))
            if not fits:
                self._heights.make_room(line, text, room)

    def _write_below(self, row: int) -> int:
        """Write what stands below the table, and return the last row."""
        pen, looks, width = self._pen, self._looks, max(sum(self._widths), _LINES_WIDTH)
        if not self._rows:
            row = pen.lines(row, Said(NO_ROWS.spoken(self._around.language)), looks, width)
        if self._figure is not None:
            row = self._write_figure(row, self._figure, width)
        for note in self._planned.notes:
            found = said([note.content], note.language)
            row = pen.lines(row, Said(note.lead + found.text, found.link), looks, width)
        return row

    def _write_figure(self, row: int, figure: muniprog.Figure, width: float) -> int:
        pen, looks, language = self._pen, self._looks, self._planned.language
        if figure.caption:
            row = pen.line(row, said([figure.caption], language), looks, is_bold=True)
        row += draw_figure(pen, row, figure)
        shows = f"{PICTURE_SHOWS.spoken(language)}: {figure.alternative}"
        return pen.lines(row, Said(shows), looks, width) + 1

    def _arrange(self, last: int) -> None:
        """Set widths and heights, what stays in view, and the printed page."""
        sheet = self._pen.sheet
        for number, width in enumerate(self._widths):
            sheet.set_column(number, number, width)
        for row, height in self._heights.heights():
            sheet.set_row(row, height)
        named = all(row[0].is_header for row in self._rows) and self._widths[0] <= _WIDEST_FROZEN
        sheet.freeze_panes(self._header_row + 1, int(named and len(self._columns) > 1))
        sheet.ignore_errors({"number_stored_as_text": _area(self._header_row, self._last_row, len(self._columns))})
        sheet.repeat_rows(self._header_row)
        needed = self._pen.across if self._figure is None else max(self._pen.across, PICTURE_WIDTH)
        sheet.print_area(0, 0, max(last, self._last_row), columns_across(self._widths, needed) - 1)


def header_row(planned: PlannedTable) -> int:
    """Return the row with the titles of a table's columns: below where it leads from here."""
    return _NEXT_ROW + (planned.figure is not None)


def caption_of(planned: PlannedTable, language: str) -> str:
    """Return the caption of a table on one line, with its language where that is not the document's."""
    caption = " ".join(words(planned.table.caption, planned.language).split())
    return caption if planned.language == language else f"[{planned.language}] {caption}"


def _cells(planned: PlannedTable) -> Iterator[list[_Cell]]:
    columns, language = planned.table.columns, planned.language
    for slots in planned.table.grid():
        yield [
            _cell(slot.cell, column.kind, language, is_first=slot.first)
            for slot, column in zip(slots, columns, strict=True)
        ]


def _cell(cell: muniprog.Cell, kind: muniprog.ColumnKind, language: str, *, is_first: bool) -> _Cell:
    found = said(cell.content, language, bullet=_BULLET if cell.bullets else "")
    return _Cell(found, typed(cell.value, kind, found.text) if is_first else None, cell.header)


def _shown(cell: _Cell) -> int:
    return 0 if cell.typed is None else cell.typed.shown


def _area(first_row: int, last_row: int, columns: int) -> str:
    from xlsxwriter.utility import xl_range

    return xl_range(first_row, 0, last_row, columns - 1)
