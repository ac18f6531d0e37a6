"""Tables as nodes: a header for every column and row, cells that span rows, and a caption."""

from collections.abc import Iterator
from math import fsum

from docutils import nodes

import muniprog
from muniprog_sphinx.printing.nodes import HeaderCell, TableFrame
from muniprog_sphinx.printing.prose import Wording

_COLUMNS_THAT_ALWAYS_FIT = 2
_SYMBOL_SHARE = 0.25


def print_table(table: muniprog.Table, wording: Wording, *, repeats: bool = False) -> TableFrame:
    """Return a table.

    Args:
        table: The table.
        wording: How the lines in it become nodes.
        repeats: Whether its caption only says again what stands right above, and need not be seen.
    """
    caption = nodes.title("", "", *wording.on_one_line(table.caption))
    group = nodes.tgroup("", *_columns(table), cols=len(table.columns))
    group += nodes.thead("", _heads(table, wording))
    group += nodes.tbody("", *_rows(table, wording))
    classes = ["muniprog-table", "colwidths-given", *(["muniprog-caption-repeats"] if repeats else [])]
    printed = nodes.table("", caption, group, classes=classes)
    wording.surroundings.settle(printed, table.anchor)
    may_scroll = _width(table) > _COLUMNS_THAT_ALWAYS_FIT
    frame = ["muniprog-scroll"] if may_scroll else ["muniprog-fits"]
    return TableFrame("", printed, classes=frame, may_scroll=may_scroll, label=muniprog.plain(table.caption))


def _columns(table: muniprog.Table) -> Iterator[nodes.colspec]:
    whole = fsum(column.share for column in table.columns)
    return (nodes.colspec(colwidth=max(1, round(100 * column.share / whole))) for column in table.columns)


def _heads(table: muniprog.Table, wording: Wording) -> nodes.row:
    titles = (nodes.paragraph("", "", *wording.nodes_of(column.title)) for column in table.columns)
    cells = zip(titles, table.columns, strict=True)
    return nodes.row("", *(HeaderCell("", title, scope="col", classes=_kind(column)) for title, column in cells))


def _rows(table: muniprog.Table, wording: Wording) -> Iterator[nodes.row]:
    for slots in table.grid():
        begun = [(slot.cell, column) for slot, column in zip(slots, table.columns, strict=True) if slot.first]
        # An empty row has cells that begin above it alone.
        yield nodes.row("", *(_cell(cell, column, wording) for cell, column in begun))


def _cell(cell: muniprog.Cell, column: muniprog.Column, wording: Wording) -> nodes.entry:
    spans = {"morerows": cell.rows - 1} if cell.rows > 1 else {}
    classes = _kind(column)
    lines = _lines(cell, wording)
    if cell.header:
        printed: nodes.entry = HeaderCell("", *lines, scope="row", classes=classes, **spans)
    else:
        printed = nodes.entry("", *lines, classes=classes, **spans)
    wording.surroundings.settle(printed, cell.anchor)
    return printed


def _lines(cell: muniprog.Cell, wording: Wording) -> list[nodes.Node]:
    """Return the lines of a cell; the first one names the item that is shown there."""
    paragraphs = []
    for number, line in enumerate(cell.content):
        inside = wording.nodes_of(line)
        named = wording.surroundings.name(cell.anchor, inside) if number == 0 else inside
        paragraphs.append(nodes.paragraph("", "", *named))
    if cell.bullets and len(paragraphs) > 1:
        return [nodes.bullet_list("", *(nodes.list_item("", paragraph) for paragraph in paragraphs), bullet="-")]
    return list(paragraphs)


def _kind(column: muniprog.Column) -> list[str]:
    return [] if column.kind is muniprog.ColumnKind.TEXT else [f"muniprog-{column.kind}"]


def _width(table: muniprog.Table) -> float:
    """Return how many columns of text the table is as wide as."""
    symbol = muniprog.ColumnKind.SYMBOL
    return sum(_SYMBOL_SHARE if column.kind is symbol else 1 for column in table.columns)
