"""The blocks that a document consists of, and ways to go through them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from muniprog.document.facets import Facet
from muniprog.document.inline import Prose, Span, Words, as_prose, clean, plain
from muniprog.document.table import Table


class NoteKind(StrEnum):
    """How a note wants to be read."""

    NOTE = "note"
    WARNING = "warning"
    SOURCE = "source"


@attrs.frozen
class Heading:
    """A heading. The document's title is not one: level 1 is a chapter under it.

    Attributes:
        level: How deep it stands.
        content: Its words.
        anchor: Where links to what it heads lead, or an empty string.
        facets: By what readers find all that stands under it, where that is one entry, such as an indicator.
    """

    level: int
    content: Prose = attrs.field(converter=as_prose)
    anchor: str = attrs.field(default="", kw_only=True)
    facets: tuple[Facet, ...] = attrs.field(default=(), kw_only=True, converter=tuple[Facet, ...])


@attrs.frozen
class Paragraph:
    """A paragraph of text."""

    content: Prose = attrs.field(converter=as_prose)


@attrs.frozen
class Figure:
    """A picture, what it says in words, and the rows it was drawn from.

    Attributes:
        svg: The picture as an SVG document.
        alternative: What the picture shows, for somebody who does not see it.
        table: The rows it was drawn from.
        caption: What stands under it.
        anchor: Where links to it lead, or an empty string.
        told_at: The anchor of what tells the same rows in the document already, such as a table; a backend then
            prints the picture without `table`, so that nobody reads everything twice.
        shows: The anchors of the entries that it shows; who has filtered them all away need not see it.
    """

    svg: str
    alternative: str = attrs.field(converter=clean)
    table: Table
    caption: Prose = attrs.field(converter=as_prose)
    anchor: str = attrs.field(default="", kw_only=True)
    told_at: str = attrs.field(default="", kw_only=True)
    shows: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=tuple[str, ...])

    def _repr_svg_(self) -> str:
        return self.svg


@attrs.frozen
class Note:
    """A remark beside the text."""

    kind: NoteKind = attrs.field(converter=NoteKind)
    content: Prose = attrs.field(converter=as_prose)


@attrs.frozen
class PageBreak:
    """A place where paper begins a new page."""


def _as_items(items: Iterable["Words | Iterable[Block]"]) -> tuple[tuple["Block", ...], ...]:
    return tuple(_as_item(item) for item in items)


def _as_item(item: "Words | Iterable[Block]") -> tuple["Block", ...]:
    if isinstance(item, (str, Span)):
        return (Paragraph(item),)
    blocks: list[Block] = []
    spans: list[Span] = []
    for part in item:
        if isinstance(part, Span):
            spans.append(part)
        else:
            blocks.append(part)
    return (Paragraph(spans), *blocks) if spans else tuple(blocks)


def _as_blocks(blocks: Iterable["Block"]) -> tuple["Block", ...]:
    return tuple(blocks)


@attrs.frozen
class BulletList:
    """A list. Each item is given as words or as blocks and kept as blocks."""

    items: tuple[tuple["Block", ...], ...] = attrs.field(converter=_as_items)
    numbered: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class InLanguage:
    """Blocks in another language than what surrounds them."""

    language: str
    blocks: tuple["Block", ...] = attrs.field(converter=_as_blocks)


Block = Heading | Paragraph | BulletList | Table | Figure | Note | PageBreak | InLanguage


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Return `blocks` and all blocks inside them, in reading order."""
    for block in blocks:
        yield block
        match block:
            case BulletList():
                for item in block.items:
                    yield from walk(item)
            case InLanguage():
                yield from walk(block.blocks)
            case Figure() if not block.told_at:
                yield block.table
            case _:
                pass


def facets_of(block: Block) -> Iterator[Facet]:
    """Return the facets of one block, without those of the blocks inside it."""
    match block:
        case Heading():
            yield from block.facets
        case Table():
            yield from (facet for row in block.rows for facet in row.facets)
        case _:
            pass


def lines_of(block: Block) -> Iterator[Prose]:
    """Return the lines of text of one block, without those of the blocks inside it."""
    match block:
        case Heading() | Paragraph() | Note():
            yield block.content
        case Figure():
            yield block.caption
        case Table():
            yield block.caption
            yield from (column.title for column in block.columns)
            yield from (line for row in block.rows for each in row.cells for line in each.content)
        case _:
            pass


def anchors_of(block: Block) -> Iterator[str]:
    """Return the anchors that one block sets, without those of the blocks inside it."""
    if isinstance(block, (Heading, Table, Figure)) and block.anchor:
        yield block.anchor
    if isinstance(block, Table):
        yield from (each.anchor for row in block.rows for each in row.cells if each.anchor)


def caption_repeats(table: Table, above: Block | None) -> bool:
    """Return whether the caption only says again what the heading right above says; then it need not be seen."""
    return isinstance(above, Heading) and plain(above.content) == plain(table.caption)
