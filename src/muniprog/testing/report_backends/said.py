"""What a document says, piece by piece in reading order, and whether a text says it too."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import attrs

from muniprog.document import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    InLanguage,
    Note,
    Paragraph,
    Prose,
    Table,
    caption_repeats,
)

Fold = Callable[[str], str]
"""What makes texts alike that a reader takes for the same."""


@attrs.frozen
class InOrder:
    """What is read one after the other."""

    parts: tuple["Said", ...] = attrs.field(converter=tuple["Said", ...])


@attrs.frozen
class AnyOrder:
    """What stands together, in whichever order it is read."""

    parts: tuple["Said", ...] = attrs.field(converter=tuple["Said", ...])


Said = str | InOrder | AnyOrder


def said_by(document: Document) -> Said:
    """Return all that a document says: its title, its facts, and the words of every block.

    What stands on each page – notice, footer, logo – is not part of it.
    """
    facts = (_line(words) for pair in document.metadata for words in pair)
    return InOrder([_line(document.title), _line(document.subtitle), *facts, _blocks(document.blocks)])


def pieces(said: Said) -> Iterator[str]:
    """Yield the pieces one by one.

    >>> list(pieces(InOrder(["a", AnyOrder(["b", "c"])])))
    ['a', 'b', 'c']
    """
    if isinstance(said, str):
        yield said
    else:
        for part in said.parts:
            yield from pieces(part)


def unsaid(said: Said, text: str, fold: Fold) -> Iterator[str]:
    """Yield a sentence for each thing that `text` does not say, or not often enough, or too early.

    >>> list(unsaid(InOrder(["one", "two"]), "two one", str.strip))
    ['“two” stands before “one”, which it should follow.']
    """
    text = fold(text)
    wanted = Counter(folded for piece in pieces(said) if (folded := fold(piece)))
    missing = [piece for piece, times in wanted.items() if text.count(piece) < times]
    yield from (f"“{piece}” stands there {text.count(piece)} times, not {wanted[piece]}." for piece in missing)
    if not missing:
        try:
            _find(said, _Reading(text, fold), 0)
        except _TooEarlyError as early:
            yield str(early)


class _TooEarlyError(Exception):
    """A piece stands only before what it should follow."""


@attrs.define
class _Reading:
    text: str
    fold: Fold
    last: str = ""


def _find(said: Said, reading: _Reading, start: int) -> int:
    """Return where what is said ends, when it is looked for from `start` on."""
    if isinstance(said, AnyOrder):
        return max((_find(part, reading, start) for part in said.parts), default=start)
    if isinstance(said, InOrder):
        for part in said.parts:
            start = _find(part, reading, start)
        return start
    piece = reading.fold(said)
    found = reading.text.find(piece, start)
    if found < 0:
        raise _TooEarlyError(f"“{piece}” stands before “{reading.last}”, which it should follow.")
    reading.last = piece or reading.last
    return found + len(piece)


def _line(words: Prose) -> Said:
    return InOrder(line for span in words for line in span.text.split("\n"))


def _blocks(blocks: Iterable[Block]) -> Said:
    above: Block | None = None
    said: list[Said] = []
    for block in blocks:
        said.append(_block(block, above))
        above = block
    return InOrder(said)


def _block(block: Block, above: Block | None) -> Said:
    match block:
        case Heading() | Paragraph() | Note():
            return _line(block.content)
        case BulletList():
            return InOrder(map(_blocks, block.items))
        case Table():
            return _table(block, caption=not caption_repeats(block, above))
        case Figure():
            return AnyOrder([*block.alternative.split("\n"), _line(block.caption), _table(block.table, caption=True)])
        case InLanguage():
            return _blocks(block.blocks)
        case _:
            return ""


def _table(table: Table, *, caption: bool) -> Said:
    """Return what a table says; a caption that repeats the heading above it need not be seen."""
    titles = [_line(column.title) for column in table.columns]
    cells = [[InOrder(map(_line, each.content)) for each in row.cells] for row in table.rows]
    groups = [[each for row in cells[group.start : group.stop] for each in row] for group in table.groups()]
    return InOrder(
        [
            *([_line(table.caption)] if caption else []),
            *titles,
            *(
                InOrder(group) if len(run) == 1 else AnyOrder(group)
                for run, group in zip(table.groups(), groups, strict=True)
            ),
        ]
    )
