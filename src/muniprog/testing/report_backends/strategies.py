"""A Hypothesis strategy for documents: every block, every place for words, every sort of text."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count

import attrs
from hypothesis import strategies as st

from muniprog.document import (
    Block,
    BulletList,
    Cell,
    CellValue,
    Column,
    ColumnKind,
    Document,
    Figure,
    Heading,
    InLanguage,
    Look,
    Mark,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    Prose,
    Row,
    Span,
    Table,
    cell,
)
from muniprog.testing.report_backends.samples import HOSTILE, SAFE, SVG

START = "start"
"""The anchor that links in a document lead to."""

TAGS = ("sv", "fi", "en", "se", "so", "ar", "sv-FI", "zh-Hans", "tlh")
LETTERS = st.characters(exclude_categories=["Cc", "Cn", "Co", "Cs"])
TEXTS = st.one_of(st.text("abcåäö ", max_size=12), st.sampled_from([*HOSTILE.values()]), st.text(LETTERS, max_size=12))
VALUES: tuple[tuple[str, CellValue], ...] = (
    ("12", 12),
    ("0", 0),
    ("41.5", Decimal("41.5")),
    ("0.25", 0.25),
    ("2020-12-31", date(2020, 12, 31)),
    ("klar", "klar"),
)


@cache
def documents() -> st.SearchStrategy[Document]:
    """Return documents with every kind of block in every place where it may stand.

    The smallest has an empty title and no blocks.
    """
    return st.booleans().flatmap(_wholes)


def _wholes(linked: bool) -> st.SearchStrategy[Document]:
    """Return documents with links to a place in them, or without."""
    words = _words(linked)
    return st.builds(
        _whole,
        st.just(linked),
        st.lists(_blocks(linked), max_size=5),
        title=words,
        language=st.sampled_from(TAGS),
        subtitle=words,
        metadata=st.lists(st.tuples(words, words), max_size=2),
        notice=words,
        contents=st.booleans(),
        look=st.builds(Look, accent=st.sampled_from(("#0a4f8f", "#000000")), footer=TEXTS.map(lambda text: text[:100])),
    )


def _whole(
    linked: bool,
    blocks: list[Block],
    *,
    title: Prose,
    language: str,
    subtitle: Prose,
    metadata: list[tuple[Prose, Prose]],
    notice: Prose,
    contents: bool,
    look: Look,
) -> Document:
    numbers = count(1)
    first: list[Block] = [Heading(1, "Start", anchor=START)] if linked else []
    return Document(
        title,
        language,
        [*first, *(_anchored(block, numbers) for block in blocks)],
        subtitle=subtitle,
        metadata=metadata,
        notice=notice,
        contents=contents,
        look=look,
    )


def _anchored(block: Block, numbers: Iterator[int]) -> Block:
    """Return a block with an anchor of its own, and so for the blocks inside it."""
    match block:
        case Heading() | Table():
            return attrs.evolve(block, anchor=f"x{next(numbers)}")
        case Figure():
            return attrs.evolve(block, anchor=f"x{next(numbers)}")
        case BulletList():
            return attrs.evolve(block, items=[[_anchored(each, numbers) for each in item] for item in block.items])
        case InLanguage():
            return attrs.evolve(block, blocks=[_anchored(each, numbers) for each in block.blocks])
        case _:
            return block


@cache
def _words(linked: bool) -> st.SearchStrategy[Prose]:
    links = [None, *SAFE, *([f"#{START}"] if linked else [])]
    span = st.builds(
        Span,
        TEXTS,
        language=st.one_of(st.none(), st.sampled_from(TAGS)),
        link=st.sampled_from(links),
        emphasis=st.booleans(),
        mark=st.one_of(st.none(), st.sampled_from(Mark)),
    )
    return st.lists(span, max_size=3).map(tuple)


@cache
def _blocks(linked: bool) -> st.SearchStrategy[Block]:
    words, tables = _words(linked), _tables(linked)
    simple: st.SearchStrategy[Block] = st.one_of(
        st.builds(Paragraph, words),
        st.builds(Heading, st.just(1), words),
        st.builds(Note, st.sampled_from(NoteKind), words),
        st.builds(PageBreak),
        tables,
        st.builds(Figure, st.just(SVG), TEXTS, table=tables, caption=words),
    )
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.builds(BulletList, st.lists(st.lists(inner, max_size=2), max_size=2), numbered=st.booleans()),
            st.builds(InLanguage, st.sampled_from(TAGS), st.lists(inner, max_size=2)),
        ),
        max_leaves=5,
    )


@cache
def _tables(linked: bool) -> st.SearchStrategy[Table]:
    words = _words(linked)
    columns = st.lists(
        st.builds(Column, words, kind=st.sampled_from(ColumnKind), share=st.sampled_from((0.5, 1.0, 2.0))),
        min_size=1,
        max_size=3,
    )
    return columns.flatmap(lambda found: _filled(found, words))


@st.composite
def _filled(draw: st.DrawFn, columns: list[Column], words: st.SearchStrategy[Prose]) -> Table:
    height = draw(st.integers(0, 3))
    free = [0] * len(columns)
    rows = []
    for index in range(height):
        cells: list[Cell] = []
        for column in range(len(columns)):
            if free[column] <= index:
                spanned = draw(st.integers(1, height - index))
                cells.append(attrs.evolve(draw(_cells(words)), rows=spanned))
                free[column] = index + spanned
        rows.append(Row(cells))
    return Table([Span("Tabell "), *draw(words)], columns, rows)


def _cells(words: st.SearchStrategy[Prose]) -> st.SearchStrategy[Cell]:
    with_words = st.builds(Cell, st.lists(words, max_size=2).map(tuple), bullets=st.booleans(), header=st.booleans())
    return st.one_of(with_words, st.sampled_from(VALUES).map(lambda pair: cell(pair[0], value=pair[1])))
