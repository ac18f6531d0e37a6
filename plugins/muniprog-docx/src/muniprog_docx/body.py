"""The text of a document, block by block."""

from collections import Counter
from collections.abc import Iterable

from docx.shared import Cm, Length

import muniprog
from muniprog_docx.contents import DEEPEST, contents, heading_bookmark, outline
from muniprog_docx.elements import Element, field, run
from muniprog_docx.flow import Flow
from muniprog_docx.lists import LEVELS, Lists
from muniprog_docx.pictures import Pictures, is_tall
from muniprog_docx.prose import Pen
from muniprog_docx.tables import TableWriter, is_wide
from muniprog_docx.words import FIGURE, NOTE_WORDS, TABLE, span

_LOGO = (Cm(7), Cm(2))
_AROUND_PICTURE = Cm(4)  # room for two headings and the caption on the page of a picture


class Body:
    """Writes the blocks of a document.

    Args:
        flow: Where they are written.
        pen: Writes their lines.
        lists: The lists of the document.
        pictures: Its pictures.
    """

    def __init__(self, flow: Flow, pen: Pen, lists: Lists, pictures: Pictures) -> None:
        self._flow, self._pen, self._lists, self._pictures = flow, pen, lists, pictures
        self._tables = TableWriter(pen)
        self._counted: Counter[str] = Counter()
        self._headings = 0
        self._has_contents = False
        self._unnamed: str | None = None  # the language around blocks in another one, until that is named

    def write(self, document: muniprog.Document, *, with_logo: bool) -> None:
        """Write a document: logo, title, facts, contents and blocks."""
        flow, language, logo = self._flow, document.language, document.look.logo
        flow.turn(on_side=_begins_on_side(document))
        if with_logo and logo is not None:
            flow.paragraph("muniprog Logo", [self._pictures.logo(logo, *_LOGO)], language)
        flow.paragraph("Title", self._line(document.title, language), language)
        if document.subtitle:
            flow.paragraph("Subtitle", self._line(document.subtitle, language), language)
        for name, value in document.metadata:
            words = [*self._pen.line((*name, muniprog.Span(": ")), language, bold=True), *self._line(value, language)]
            flow.running("muniprog Facts", words, language)
        headings = outline(document.blocks, language)
        if document.contents and headings:
            self._has_contents = True
            flow.add(contents(headings, language, self._pen))
        self._blocks(document.blocks, language, 0)
        flow.end(language)

    def _blocks(self, blocks: Iterable[muniprog.Block], language: str, depth: int) -> None:
        above: muniprog.Block | None = None
        for block in blocks:
            match block:
                case muniprog.Heading():
                    self._heading(block, language)
                case muniprog.Paragraph():
                    style = f"List Continue{_suffix(depth - 1)}" if depth else "Body Text"
                    self._flow.running(style, self._line(block.content, language), language)
                case muniprog.BulletList():
                    self._list(block, language, depth)
                case muniprog.Table():
                    self._table(block, language, captioned=not muniprog.caption_repeats(block, above))
                case muniprog.Figure():
                    self._figure(block, language)
                case muniprog.Note():
                    self._note(block, language)
                case muniprog.PageBreak():
                    self._flow.break_page()
                case _:
                    self._unnamed = language if block.language != language else None
                    self._blocks(block.blocks, block.language, depth)
                    self._unnamed = None
            above = block

    def _line(self, words: muniprog.Prose, language: str) -> list[Element]:
        """Return a line of the text; the first one in another language begins with its name."""
        around, self._unnamed = self._unnamed, None
        mark = [] if around is None else self._pen.language_mark(language, around)
        return [*mark, *self._pen.line(words, language)]

    def _heading(self, heading: muniprog.Heading, language: str) -> None:
        self._headings += 1
        own = [heading_bookmark(self._headings)] if self._has_contents else []
        marks = [*self._pen.links.bookmarks(*own), *self._pen.links.anchor(heading.anchor)]
        content = [*marks, *self._line(heading.content, language)]
        self._flow.heading(min(heading.level, DEEPEST), content, language)

    def _list(self, block: muniprog.BulletList, language: str, depth: int) -> None:
        level = min(depth, LEVELS - 1)
        style = f"{'List Number' if block.numbered else 'List Bullet'}{_suffix(depth)}"
        numbering = (self._lists.counting(), level) if block.numbered else None
        for item in block.items:
            words, below = _beginning(item)
            self._flow.running(style, self._line(words, language), language, numbering=numbering)
            self._blocks(below, language, depth + 1)

    def _table(self, table: muniprog.Table, language: str, *, captioned: bool) -> None:
        if is_wide(table):
            self._flow.turn(on_side=True)
        marks = self._pen.links.anchor(table.anchor)
        if captioned:
            self._caption(TABLE, table.caption, marks, language)
            marks = []
        self._flow.add(self._tables.write(table, language, self._flow.pages.width.twips, marks))

    def _figure(self, figure: muniprog.Figure, language: str) -> None:
        if is_tall(figure.svg):
            self._flow.turn(on_side=False)
        pages = self._flow.pages
        room = pages.width, Length(pages.height - _AROUND_PICTURE)
        drawn = self._pictures.drawn(figure.svg, figure.alternative, *room)
        self._flow.paragraph("muniprog Figure", [drawn], language, keep_next=True)
        self._caption(FIGURE, figure.caption, self._pen.links.anchor(figure.anchor), language)
        if not figure.told_at:  # else its rows stand in the document already
            self._table(figure.table, language, captioned=True)

    def _caption(self, kind: muniprog.Text, words: muniprog.Prose, marks: list[Element], language: str) -> None:
        """Write a caption as Word does itself, so that lists of tables and cross references find it."""
        label = span(kind, language)
        self._counted[label.text] += 1  # as Word counts: each word by itself
        tongue = label.language or language
        number = field(f"SEQ {label.text} \\* ARABIC", [run(str(self._counted[label.text]), tongue)])
        stop = [run(". ", tongue)] if muniprog.plain(words) else []
        content = [*marks, run(f"{label.text} ", tongue), number, *stop, *self._line(words, language)]
        self._flow.paragraph("caption", content, language, keep_next=kind is TABLE)  # a figure stands above its own

    def _note(self, note: muniprog.Note, language: str) -> None:
        kind = span(NOTE_WORDS[note.kind], language)
        label = self._pen.line((kind, muniprog.Span(": ")), language, bold=True)
        content = [*label, *self._line(note.content, language)]
        self._flow.running(f"muniprog {note.kind.value}", content, language)


def _begins_on_side(document: muniprog.Document) -> bool:
    """Return whether the first block that cares how its page lies is a table that wants it on its side."""
    for block in document.walk():
        if isinstance(block, muniprog.Table) and is_wide(block):
            return True
        if isinstance(block, muniprog.Figure) and is_tall(block.svg):
            return False
    return False


def _suffix(depth: int) -> str:
    """Return how the name of a list style ends at this depth, the outermost being 0."""
    return f" {min(depth, LEVELS - 1) + 1}" if depth else ""


def _beginning(item: tuple[muniprog.Block, ...]) -> tuple[muniprog.Prose, tuple[muniprog.Block, ...]]:
    """Return the line that stands beside the bullet of an item, and what stands below."""
    if item and isinstance(item[0], muniprog.Paragraph):
        return item[0].content, item[1:]
    return (), item
