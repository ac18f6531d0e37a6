"""The document itself, which sees to it that every backend can print it."""

import re
from collections.abc import Iterable, Iterator

import attrs

from muniprog.document.blocks import Block, Figure, Heading, anchors_of, lines_of, walk
from muniprog.document.errors import DocumentError
from muniprog.document.inline import Prose, Words, as_prose, plain, prose
from muniprog.document.look import Look
from muniprog.messages import message

_ANCHOR = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _as_pairs(pairs: Iterable[tuple[Words, Words]]) -> tuple[tuple[Prose, Prose], ...]:
    return tuple((prose(name), prose(value)) for name, value in pairs)


@attrs.frozen
class Document:
    """A report, ready to be printed by any backend.

    Attributes:
        title: What it is called; printed above everything as the one title.
        language: Language tag of what carries no tag of its own.
        blocks: What it consists of, in reading order.
        subtitle: A line under the title.
        metadata: Facts about the programme and the report, as pairs of a name and a value.
        notice: A line that stands on every page, such as "Sample data"; nothing where there is none.
        contents: Whether it wants a table of contents made out of its headings.
        languages: The languages that stand side by side in it, its own first; empty where there is one.
        former: Anchors that something had before, each with its anchor of now; links to both lead to the same place.
        look: How the municipality wants it to look.

    Raises:
        DocumentError: Heading levels skip, an anchor is malformed or used twice, or a link, a former
            anchor or a figure leads to an anchor that is not there.
    """

    title: Prose = attrs.field(converter=as_prose)
    language: str
    blocks: tuple[Block, ...] = attrs.field(converter=tuple[Block, ...])
    subtitle: Prose = attrs.field(default=(), kw_only=True, converter=as_prose)
    metadata: tuple[tuple[Prose, Prose], ...] = attrs.field(default=(), kw_only=True, converter=_as_pairs)
    notice: Prose = attrs.field(default=(), kw_only=True, converter=as_prose)
    contents: bool = attrs.field(default=False, kw_only=True)
    languages: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=tuple[str, ...])
    former: tuple[tuple[str, str], ...] = attrs.field(default=(), kw_only=True, converter=tuple[tuple[str, str], ...])
    look: Look = attrs.field(default=Look(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        blocks = list(self.walk())
        _check_levels(block for block in blocks if isinstance(block, Heading))
        anchors = frozenset(_anchors(blocks))
        _check_anchors((*_anchors(blocks), *(before for before, _ in self.former)))
        _check_former(self.former, anchors)
        _check_figures((block for block in blocks if isinstance(block, Figure)), anchors)
        _check_links((*self._frame(), *(line for block in blocks for line in lines_of(block))), anchors)

    def __repr__(self) -> str:
        return f"<Document in {self.language}: {plain(self.title)}>"

    def walk(self) -> Iterator[Block]:
        """Return every block in reading order, those inside lists, figures and language switches too."""
        return walk(self.blocks)

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings in reading order."""
        return tuple(block for block in self.walk() if isinstance(block, Heading))

    def _frame(self) -> Iterator[Prose]:
        yield self.title
        yield self.subtitle
        yield self.notice
        yield self.look.footer
        for pair in self.metadata:
            yield from pair


def _check_levels(headings: Iterable[Heading]) -> None:
    above = 0
    for heading in headings:
        if not 1 <= heading.level <= above + 1:
            raise DocumentError(
                message(
                    "The heading “{heading}” has level {level}; after level {above} at most {most} may follow.",
                    heading=plain(heading.content),
                    level=heading.level,
                    above=above,
                    most=above + 1,
                )
            )
        above = heading.level


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    return (anchor for block in blocks for anchor in anchors_of(block))


def _check_anchors(anchors: Iterable[str]) -> None:
    seen: set[str] = set()
    for anchor in anchors:
        if not _ANCHOR.fullmatch(anchor):
            raise DocumentError(
                message("“{anchor}” cannot be an anchor: use letters, digits, . _ and -.", anchor=anchor)
            )
        if anchor in seen:
            raise DocumentError(message("The anchor “{anchor}” is set twice in one document.", anchor=anchor))
        seen.add(anchor)


def _check_former(former: Iterable[tuple[str, str]], anchors: frozenset[str]) -> None:
    for before, now in former:
        if now not in anchors:
            raise DocumentError(
                message(
                    "The former anchor “{before}” leads to “{anchor}”, which is nowhere in the document.",
                    before=before,
                    anchor=now,
                )
            )


def _check_figures(figures: Iterable[Figure], anchors: frozenset[str]) -> None:
    for figure in figures:
        if figure.told_at and figure.told_at not in anchors:
            raise DocumentError(
                message(
                    "The figure “{caption}” is told at “{anchor}”, which is nowhere in the document.",
                    caption=plain(figure.caption),
                    anchor=figure.told_at,
                )
            )


def _check_links(lines: Iterable[Prose], anchors: frozenset[str]) -> None:
    for line in lines:
        for span in line:
            if span.link and span.link[0] == "#" and span.link[1:] not in anchors:
                raise DocumentError(
                    message("A link leads to “{anchor}”, which is nowhere in the document.", anchor=span.link[1:])
                )
