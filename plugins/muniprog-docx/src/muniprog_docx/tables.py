"""Tables: a head that is repeated on each page, rows that do not break, and cells that may span rows."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

import attrs

import muniprog
from muniprog_docx.elements import Element, paragraph, w
from muniprog_docx.prose import Pen

_ALIGNED = {muniprog.ColumnKind.NUMBER: "right", muniprog.ColumnKind.SYMBOL: "center"}
_LEAST = 340  # twentieths of a point: 6 mm, in which a sign has room
_COLUMNS_THAT_FIT = 3
_SIGNS_THAT_FIT = 8
_FEWEST_THAT_PART = 2
_LONGEST_DESCRIPTION = 255


def is_wide(table: muniprog.Table) -> bool:
    """Return whether a table wants a page that is wider than high."""
    texts = sum(column.kind is not muniprog.ColumnKind.SYMBOL for column in table.columns)
    return texts > _COLUMNS_THAT_FIT or len(table.columns) > _SIGNS_THAT_FIT


def widths(shares: Sequence[float], whole: int) -> list[int]:
    """Return how wide columns with these shares are, together exactly `whole`, and none too narrow for a sign.

    >>> widths([2, 1, 1], 9000), sum(widths([1, 1, 1], 10000))
    ([4330, 2335, 2335], 10000)
    """
    least = min(_LEAST, whole // len(shares))
    weights = [max(share, 0.0) for share in shares]
    if not any(weights):
        weights = [1.0] * len(shares)
    free = whole - least * len(shares)
    edges = [round(free * edge / sum(weights)) for edge in accumulate(weights, initial=0.0)]
    return [least + end - start for start, end in pairwise(edges)]


def ends_of_pages(groups: Sequence[range]) -> frozenset[int]:
    """Return the rows after which a page may end, given the runs of rows that belong together.

    No single row stands alone with the head above it, and none alone on the last page.

    >>> sorted(ends_of_pages([range(0, 1), range(1, 3), range(3, 4), range(4, 5)]))
    [2, 4]
    """
    if len(groups) < _FEWEST_THAT_PART:
        return frozenset(group.stop - 1 for group in groups[-1:])
    first, *_, last = groups
    ends = {group.stop - 1 for group in groups}
    if len(first) == 1:
        ends.remove(first.stop - 1)
    if len(last) == 1:
        ends.discard(last.start - 1)
    return frozenset(ends)


@attrs.frozen
class TableWriter:
    """Writes the tables of a document.

    Attributes:
        pen: Writes the lines of their cells.
    """

    pen: Pen

    def write(self, table: muniprog.Table, language: str, width: int, marks: Iterable[Element] = ()) -> Element:
        """Return a table, without its caption.

        Args:
            table: The table.
            language: The language of what surrounds it.
            width: How wide it is, in twentieths of a point.
            marks: Bookmarks for where it begins.
        """
        columns = widths([column.share for column in table.columns], width)
        return w(
            "tbl",
            self._properties(table, width),
            w("tblGrid", *(w("gridCol", w=width) for width in columns)),
            self._head(table, columns, language, marks),
            *self._rows(table, columns, language),
        )

    def _properties(self, table: muniprog.Table, width: int) -> Element:
        rows_have_heads = bool(table.rows) and all(slots[0].cell.header for slots in table.grid())
        name = muniprog.plain(table.caption).replace("\n", " ")[:_LONGEST_DESCRIPTION]
        return w(
            "tblPr",
            w("tblStyle", val=self.pen.styles.table("muniprog Table")),
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val=f"{0x0620 | 0x0080 * rows_have_heads:04X}",
                firstRow=1,
                lastRow=0,
                firstColumn=int(rows_have_heads),
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
            w("tblCaption", val=name),
        )

    def _head(self, table: muniprog.Table, columns: Sequence[int], language: str, marks: Iterable[Element]) -> Element:
        style = self.pen.styles.paragraph("muniprog Table Heading")
        cells = []
        for column, width in zip(table.columns, columns, strict=True):
            line = [*marks, *self.pen.line(column.title, language)]
            marks = ()
            words = paragraph(style, line, language=language, keep_next=True, align=_ALIGNED.get(column.kind))
            cells.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="bottom")), words))
        return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)

    def _rows(self, table: muniprog.Table, columns: Sequence[int], language: str) -> Iterable[Element]:
        ends = ends_of_pages(table.groups())
        for number, slots in enumerate(table.grid()):
            cells = (
                self._cell(slot.cell, slot.first, column, width, language, keep_next=number not in ends)
                for slot, column, width in zip(slots, table.columns, columns, strict=True)
            )
            yield w("tr", w("trPr", w("cantSplit")), *cells)

    def _cell(
        self, cell: muniprog.Cell, first: bool, column: muniprog.Column, width: int, language: str, *, keep_next: bool
    ) -> Element:
        properties = [w("tcW", w=width, type="dxa")]
        if cell.rows > 1:
            properties.append(w("vMerge", val="restart" if first else "continue"))
        content = cell.content if first else ()
        marks = self.pen.links.anchor(cell.anchor) if first else []
        style = self._style(cell, len(content))
        paragraphs = []
        for line in content or ((),):
            runs = [*marks, *self.pen.line(line, language)]
            marks = []
            paragraphs.append(
                paragraph(style, runs, language=language, keep_next=keep_next, align=_ALIGNED.get(column.kind))
            )
        return w("tc", w("tcPr", *properties), *paragraphs)

    def _style(self, cell: muniprog.Cell, lines: int) -> str:
        """Return the style of a cell's lines; one line alone is no list, as nowhere else."""
        name = "Row Heading" if cell.header else "Table Bullet" if cell.bullets and lines > 1 else "Table Text"
        return self.pen.styles.paragraph(f"muniprog {name}")
