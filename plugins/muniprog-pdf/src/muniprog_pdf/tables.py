"""Tables as plain mappings: each cell with its place, and whether it may go on over the end of a page."""

from collections.abc import Sequence
from math import fsum

import muniprog
from muniprog_pdf.prose import Scribe

_MOST_KEPT = 14
"""How many lines, at most, rows or a whole table may have that are kept on one page, which has room for them."""

_WHOLE_LINE = 90
"""How many of the widest letters have room beside each other on a page; real lines hold twice as many."""


def describe_table(table: muniprog.Table, scribe: Scribe, *, caption: bool) -> dict[str, muniprog.Plain]:
    """Return a table.

    Args:
        table: The table.
        scribe: Writes down its words.
        caption: Whether its caption is printed.
    """
    heights = _heights(table)
    found: dict[str, muniprog.Plain] = {
        "block": "table",
        "columns": [
            {"title": scribe.prose(column.title), "kind": column.kind.value, "share": column.share}
            for column in table.columns
        ],
        "rows": _rows(table, heights, scribe),
        "whole": sum(heights) <= _MOST_KEPT,
    }
    if caption:
        found["caption"] = scribe.prose(table.caption)
    if table.anchor:
        found["anchor"] = table.anchor
    return found


def _rows(table: muniprog.Table, heights: Sequence[int], scribe: Scribe) -> list[muniprog.Plain]:
    """Return the rows. Those that spanning cells join are kept on one page where they surely fit on it."""
    grid = table.grid()
    return [
        [
            {**_cell(slot.cell, scribe), "row": row, "column": column, "breakable": breakable}
            for column, slot in enumerate(grid[row])
            if slot.first
        ]
        for group in table.groups()
        for breakable in [sum(heights[row] for row in group) > _MOST_KEPT]
        for row in group
    ]


def _heights(table: muniprog.Table) -> list[int]:
    """Return how many lines each row has at most: with too few, what is longer than a page would be cut off."""
    rooms = _rooms(table)
    begun = [
        [(slot.cell, room) for slot, room in zip(slots, rooms, strict=True) if slot.first] for slots in table.grid()
    ]
    return [max((_lines(cell, room) for cell, room in cells), default=0) for cells in begun]


def _rooms(table: muniprog.Table) -> list[float]:
    """Return how many of the widest letters have room beside each other in each column."""
    whole = fsum(column.share for column in table.columns)  # sum() is another one from Python 3.12 on
    return [max(1.0, _WHOLE_LINE * column.share / whole) for column in table.columns]


def _cell(cell: muniprog.Cell, scribe: Scribe) -> dict[str, muniprog.Plain]:
    found: dict[str, muniprog.Plain] = {"lines": [scribe.prose(line) for line in cell.content], "rows": cell.rows}
    if cell.header:
        found["header"] = True
    if cell.bullets:
        found["bullets"] = True
    if cell.anchor:
        found["anchor"] = cell.anchor
    return found


def _lines(cell: muniprog.Cell, room: float) -> int:
    """Return how many lines a cell has at most."""
    text = "\n".join(muniprog.plain(line) for line in cell.content)
    return sum(int(len(line) / room) + 1 for line in text.split("\n"))
