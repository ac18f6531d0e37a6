"""The headers of rows, which the typesetter cannot tag: it knows headers of columns only.

Each cell that heads its row, or all the rows that it spans, becomes a header in the tags, and every cell beside it
names it, as cells name the headers of their columns.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import muniprog

if TYPE_CHECKING:
    from pikepdf import NameTree, Object


def head_rows(table: muniprog.Table, cells: Iterable["Object"], name: str, names: "NameTree") -> None:
    """Make cells that head rows headers, and let those beside them name them.

    Args:
        table: The table.
        cells: The tags of its cells, without the titles of its columns, in reading order.
        name: What the names of its headers begin with.
        names: Where a PDF keeps what has a name.
    """
    from pikepdf import Name, String

    tags = iter(cells)
    rows: list[list[tuple[muniprog.Cell, Object]]] = [[] for _ in table.rows]
    for number, slots in enumerate(table.grid()):
        for column, cell in ((column, slot.cell) for column, slot in enumerate(slots) if slot.first):
            tag = next(tags)
            for row in rows[number : number + cell.rows]:
                row.append((cell, tag))
            if cell.header:
                tag.S, tag.ID = Name.TH, String(f"{name}-{number}-{column}")
                _of_table(tag).Scope = Name.Row
                names[str(tag.ID)] = tag
    for row in rows:
        headers = [tag.ID for cell, tag in row if cell.header]
        for named in (_of_table(tag).Headers for cell, tag in row if not cell.header):
            known = {str(each) for each in named.as_list()}
            named.extend(header for header in headers if str(header) not in known)


def _of_table(tag: "Object") -> "Object":
    """Return the attributes of a cell that are about its table."""
    return next(attributes for attributes in tag.A.as_list() if attributes.O == "/Table")
