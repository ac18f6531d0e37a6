"""The text of a document, block by block."""

from collections.abc import Iterable

from docx.section import Section
from docx.shared import Cm, Length

import muniprog
from muniprog_docx.contents import DEEPEST, contents, heading_bookmark, outline
from muniprog_docx.elements import Element, field, paragraph, run
from muniprog_docx.lists import LEVELS, Lists
from muniprog_docx.page import text_height, text_width
from muniprog_docx.pictures import Pictures
from muniprog_docx.prose import Pen
from muniprog_docx.tables import TableWriter
from muniprog_docx.words import FIGURE, NOTE_WORDS, TABLE, span

_AFTER_TABLE = 200  # room between a table and the text below it, in twentieths of a point
_LOGO = (Cm(7), Cm(2))
_SHARE_OF_PAGE = 0.8  # how much of a page a picture may take, so that its caption stands on the same one


class Body:
    """Writes the blocks of a document one below the other; `elements` holds what is written.

    Args:
        pen: Writes its lines.
        lists: Its lists.
        pictures: Its pictures.
        page: The page that it is written on.
    """

    def __init__(self, pen: Pen, lists: Lists, pictures: Pictures, page: Section) -> None:
        self.elements: list[Element] = []
        self._pen, self._lists, self._pictures = pen, lists, pictures
        self._tables = TableWriter(pen, text_width(page).twips)
        self._room = text_width(page), Length(int(text_height(page) * _SHARE_OF_PAGE))
        self._counts: dict[muniprog.Text, int] = {TABLE: 0, FIGURE: 0}
        self._headings = 0
        self._has_contents = False
        self._on_new_page = False
        self._after_table = False
        self._unnamed: str | None = None  # the language around blocks in another one, until that is named

    def write(self, document: muniprog.Document, *, with_logo: bool) -> None:
        """Write a document: logo, title, facts, contents and blocks."""
        language, logo = document.language, document.look.logo
        if with_logo and logo is not None:
            self._paragraph("muniprog Logo", [self._pictures.logo(logo, *_LOGO)], language)
        self._paragraph("Title", self._line(document.title, language), language)
        if document.subtitle:
            self._paragraph("Subtitle", self._line(document.subtitle, language), language)
        for name, value in document.metadata:
            words = [*self._pen.line((*name, muniprog.Span(": ")), language, bold=True), *self._line(value, language)]
            self._paragraph("muniprog Facts", words, language)
        headings = outline(document.blocks, language)
        if document.contents and headings:
            self._has_contents = True
            self.elements.append(contents(headings, language, self._pen))
        self._blocks(document.blocks, language, 0)
        if self._after_table:
            self._paragraph("Body Text", [], language)  # Word wants a paragraph after a table

    def _blocks(self, blocks: Iterable[muniprog.Block], language: str, depth: int) -> None:
        above: muniprog.Block | None = None
        for block in blocks:
            match block:
                case muniprog.Heading():
                    self._heading(block, language)
                case muniprog.Paragraph():
                    style = f"List Continue{_suffix(depth - 1)}" if depth else "Body Text"
                    self._paragraph(style, self._line(block.content, language), language)
                case muniprog.BulletList():
                    self._list(block, language, depth)
                case muniprog.Table():
                    self._table(block, language, captioned=not muniprog.caption_repeats(block, above))
                case muniprog.Figure():
                    self._figure(block, language)
                case muniprog.Note():
                    self._note(block, language)
                case muniprog.PageBreak():
                    self._on_new_page = True
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

    def _paragraph(
        self,
        style: str,
        content: Iterable[Element],
        language: str,
        *,
        keep_next: bool = False,
        numbering: tuple[int, int] | None = None,
    ) -> None:
        written = paragraph(
            self._pen.styles.paragraph(style),
            content,
            language=language,
            keep_next=keep_next,
            on_new_page=self._on_new_page,
            numbering=numbering,
            space_before=_AFTER_TABLE if self._after_table and not style.startswith("heading") else None,
        )
        self._on_new_page = self._after_table = False
        self.elements.append(written)

    def _heading(self, heading: muniprog.Heading, language: str) -> None:
        self._headings += 1
        own = [heading_bookmark(self._headings)] if self._has_contents else []
        marks = [*self._pen.links.bookmarks(*own), *self._pen.links.anchor(heading.anchor)]
        style = f"heading {min(heading.level, DEEPEST)}"
        self._paragraph(style, [*marks, *self._line(heading.content, language)], language)

    def _list(self, block: muniprog.BulletList, language: str, depth: int) -> None:
        level = min(depth, LEVELS - 1)
        style = f"{'List Number' if block.numbered else 'List Bullet'}{_suffix(depth)}"
        numbering = (self._lists.counting(), level) if block.numbered else None
        for item in block.items:
            words, below = _beginning(item)
            self._paragraph(style, self._line(words, language), language, numbering=numbering)
            self._blocks(below, language, depth + 1)

    def _table(self, table: muniprog.Table, language: str, *, captioned: bool) -> None:
        marks = self._pen.links.anchor(table.anchor)
        if captioned:
            self._caption(TABLE, table.caption, marks, language)
            marks = []
        self.elements.append(self._tables.write(table, language, marks))
        self._after_table = True

    def _figure(self, figure: muniprog.Figure, language: str) -> None:
        drawn = self._pictures.drawn(figure.svg, figure.alternative, *self._room)
        self._paragraph("muniprog Figure", [drawn], language, keep_next=True)
        self._caption(FIGURE, figure.caption, self._pen.links.anchor(figure.anchor), language)
        self._table(figure.table, language, captioned=True)

    def _caption(self, kind: muniprog.Text, words: muniprog.Prose, marks: list[Element], language: str) -> None:
        """Write a caption as Word does itself, so that lists of tables and cross references find it."""
        self._counts[kind] += 1
        label = span(kind, language)
        tongue = label.language or language
        number = field(f"SEQ {label.text} \\* ARABIC", [run(str(self._counts[kind]), tongue)])
        stop = [run(". ", tongue)] if muniprog.plain(words) else []
        content = [*marks, run(f"{label.text} ", tongue), number, *stop, *self._line(words, language)]
        self._paragraph("caption", content, language, keep_next=kind is TABLE)  # a figure stands above its own

    def _note(self, note: muniprog.Note, language: str) -> None:
        kind = span(NOTE_WORDS[note.kind], language)
        label = self._pen.line((kind, muniprog.Span(": ")), language, bold=True)
        self._paragraph(f"muniprog {note.kind.value}", [*label, *self._line(note.content, language)], language)


def _suffix(depth: int) -> str:
    """Return how the name of a list style ends at this depth, the outermost being 0."""
    return f" {min(depth, LEVELS - 1) + 1}" if depth else ""


def _beginning(item: tuple[muniprog.Block, ...]) -> tuple[muniprog.Prose, tuple[muniprog.Block, ...]]:
    """Return the line that stands beside the bullet of an item, and what stands below."""
    if item and isinstance(item[0], muniprog.Paragraph):
        return item[0].content, item[1:]
    return (), item
