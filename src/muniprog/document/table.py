"""Tables: columns, rows, and cells that may span rows."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

import attrs

from muniprog.document.errors import DocumentError
from muniprog.document.facets import Facet
from muniprog.document.inline import Prose, Words, as_prose, plain, prose
from muniprog.messages import message


class ColumnKind(StrEnum):
    """What stands in a column; backends align and format by it."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    SYMBOL = "symbol"


CellValue = int | float | Decimal | date | str | None


@attrs.frozen
class Column:
    """A column of a table.

    Attributes:
        title: What the column holds.
        kind: Numbers are aligned to the right, symbols to the middle, all else to the left.
        share: How wide it is beside the others (1 is as wide as most).
    """

    title: Prose = attrs.field(converter=as_prose)
    kind: ColumnKind = attrs.field(default=ColumnKind.TEXT, kw_only=True, converter=ColumnKind)
    share: float = attrs.field(default=1.0, kw_only=True)


@attrs.frozen
class Cell:
    """A cell of a table; `cell()` builds one from plain strings.

    Attributes:
        content: Its lines, each a line of text of its own.
        bullets: Whether the lines are items of a list.
        header: Whether it is the header of its row (or of all rows that it spans).
        rows: How many rows it spans; the rows below then leave its column out.
        anchor: Where links to the item it shows lead, or an empty string.
        value: The value behind the text, for sorting and for spreadsheets.
    """

    content: tuple[Prose, ...] = attrs.field(default=(), converter=tuple[Prose, ...])
    bullets: bool = attrs.field(default=False, kw_only=True)
    header: bool = attrs.field(default=False, kw_only=True)
    rows: int = attrs.field(default=1, kw_only=True)
    anchor: str = attrs.field(default="", kw_only=True)
    value: CellValue = attrs.field(default=None, kw_only=True)


def cell(
    *lines: Words, bullets: bool = False, header: bool = False, rows: int = 1, anchor: str = "", value: CellValue = None
) -> Cell:
    """Return a cell with these lines.

    >>> cell("2019", "2020").content[1][0].text
    '2020'
    """
    content = tuple(prose(line) for line in lines)
    return Cell(content, bullets=bullets, header=header, rows=rows, anchor=anchor, value=value)


@attrs.frozen
class Row:
    """A row: the cells that begin in it, from left to right.

    Attributes:
        cells: The cells.
        facets: By what readers find it. A row that is an entry, such as a goal, an action or an indicator, has some;
            a sum has none, and stays where it is when readers filter and sort.
    """

    cells: tuple[Cell, ...] = attrs.field(converter=tuple[Cell, ...])
    facets: tuple[Facet, ...] = attrs.field(default=(), kw_only=True, converter=tuple[Facet, ...])


@attrs.frozen
class Slot:
    """One place in the grid of a table: the cell that covers it, and whether the cell begins here."""

    cell: Cell
    first: bool


@attrs.frozen
class Table:
    """A table with a caption, one row of column titles and rows that may be joined by cells that span them.

    Raises:
        DocumentError: There is no caption or no column, a row has too many or too few cells, or a cell spans
            past the last row.
    """

    caption: Prose = attrs.field(converter=as_prose)
    columns: tuple[Column, ...] = attrs.field(converter=tuple[Column, ...])
    rows: tuple[Row, ...] = attrs.field(converter=tuple[Row, ...])
    anchor: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not plain(self.caption).strip() or not self.columns:
            raise DocumentError(message("A table needs a caption and at least one column."))
        self.grid()

    def grid(self) -> tuple[tuple[Slot, ...], ...]:
        """Return the full grid: for each row a slot for each column, spanned slots included."""
        carried: dict[int, tuple[Cell, int]] = {}
        grid = []
        for number, row in enumerate(self.rows, start=1):
            slots: list[Slot] = []
            waiting = iter(row.cells)
            for column in range(len(self.columns)):
                above = carried.pop(column, None)
                begun = next(waiting, None) if above is None else above[0]
                if begun is None or begun.rows < 1:
                    raise self._unfit(number)
                slots.append(Slot(begun, above is None))
                left = begun.rows - 1 if above is None else above[1] - 1
                if left:
                    carried[column] = (begun, left)
            if next(waiting, None) is not None:
                raise self._unfit(number)
            grid.append(tuple(slots))
        if carried:
            raise self._unfit(len(self.rows))
        return tuple(grid)

    def groups(self) -> tuple[range, ...]:
        """Return the runs of rows that spanning cells join; a row that nothing joins is a run of its own."""
        runs: list[range] = []
        start, end = 0, 1
        for index, slots in enumerate(self.grid()):
            if index >= end:
                runs.append(range(start, end))
                start, end = index, index + 1
            end = max(end, *(index + slot.cell.rows for slot in slots if slot.first), index + 1)
        return (*runs, range(start, end)) if self.rows else ()

    def _unfit(self, row: int) -> DocumentError:
        return DocumentError(
            message(
                "Row {row} of the table “{caption}” does not fit its {columns} columns.",
                row=row,
                caption=plain(self.caption),
                columns=len(self.columns),
            )
        )
