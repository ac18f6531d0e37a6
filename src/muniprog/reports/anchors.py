"""One anchor for each item, however often a report shows it."""

from collections.abc import Iterable, Sequence

import attrs

from muniprog.document import (
    Block,
    BulletList,
    Cell,
    Figure,
    Heading,
    InLanguage,
    Note,
    Paragraph,
    Prose,
    Table,
    anchors_of,
    walk,
)
from muniprog.model import Programme


def settle_anchors(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return `blocks` with each anchor set once and every link arriving.

    A report may give an item's anchor wherever it shows the item. The first place keeps it; the text of every
    other place becomes a link to it. A link to an item that is nowhere shown becomes plain text.

    >>> from muniprog.document import Heading
    >>> again = settle_anchors([Heading(1, "Advice", anchor="a1"), Heading(1, "Advice", anchor="a1")])[1]
    >>> again.anchor, again.content[0].link
    ('', '#a1')
    """
    given = tuple(blocks)
    return _Settler(frozenset(anchor for block in walk(given) for anchor in anchors_of(block))).blocks(given)


def former_anchors(blocks: Iterable[Block], programme: Programme, prefix: str = "") -> tuple[tuple[str, str], ...]:
    """Return the anchors that the items shown in `blocks` had under their former identifiers, with those of now.

    Args:
        blocks: Blocks whose anchors are settled.
        programme: The programme that the items are of.
        prefix: What stands before each anchor, where a report is about several programmes.
    """
    taken = {anchor for block in walk(blocks) for anchor in anchors_of(block)}
    return tuple(
        (prefix + before, prefix + entry.id)
        for entry in programme.entries()
        for before in dict.fromkeys(entry.former_ids)
        if prefix + entry.id in taken and prefix + before not in taken
    )


class _Settler:
    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._taken: set[str] = set()

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                anchor, content = self._anchored(block.anchor, (block.content,))
                return attrs.evolve(block, anchor=anchor, content=content[0])
            case Paragraph() | Note():
                return attrs.evolve(block, content=self._arriving(block.content))
            case BulletList():
                return attrs.evolve(block, items=tuple(self.blocks(item) for item in block.items))
            case InLanguage():
                return attrs.evolve(block, blocks=self.blocks(block.blocks))
            case Table():
                return self._table(block)
            case Figure():
                anchor, caption = self._anchored(block.anchor, (block.caption,))
                return attrs.evolve(block, anchor=anchor, caption=caption[0], table=self._table(block.table))
            case _:
                return block

    def _table(self, table: Table) -> Table:
        anchor, caption = self._anchored(table.anchor, (table.caption,))
        rows = tuple(attrs.evolve(row, cells=tuple(map(self._cell, row.cells))) for row in table.rows)
        return attrs.evolve(table, anchor=anchor, caption=caption[0], rows=rows)

    def _cell(self, cell: Cell) -> Cell:
        anchor, content = self._anchored(cell.anchor, cell.content)
        return attrs.evolve(cell, anchor=anchor, content=content)

    def _anchored(self, anchor: str, lines: Sequence[Prose]) -> tuple[str, tuple[Prose, ...]]:
        """Return the anchor where it is still free, else none and the lines as links to where it was set."""
        arriving = tuple(map(self._arriving, lines))
        if anchor not in self._taken:
            if anchor:
                self._taken.add(anchor)
            return anchor, arriving
        return "", tuple(
            tuple(attrs.evolve(span, link=span.link or f"#{anchor}") for span in line) for line in arriving
        )

    def _arriving(self, line: Prose) -> Prose:
        if all(span.link is None or not span.link.startswith("#") for span in line):
            return line
        return tuple(attrs.evolve(span, link=None) if self._leads_nowhere(span.link) else span for span in line)

    def _leads_nowhere(self, link: str | None) -> bool:
        return link is not None and link.startswith("#") and link[1:] not in self._known
