"""What stands where: the running text line by line, and the sheets with the chapter that each stands in.

Each table gets a sheet, and so does each picture whose rows stand in no table of the document. A picture of what a
table tells stands below that table.
"""

from collections.abc import Iterable
from enum import Enum, auto

import attrs

import muniprog
from muniprog_xlsx.reports.prose import short
from muniprog_xlsx.reports.words import NOTE_WORDS

_BULLET = "• "


class LineKind(Enum):
    """What a line of the running text is."""

    HEADING = auto()
    TEXT = auto()
    SHEET = auto()


@attrs.frozen(kw_only=True)
class Line:
    """A line of the running text.

    Attributes:
        kind: What it is.
        content: Its words; where a table or a picture stands, what that is called.
        language: The language of what surrounds it.
        lead: What stands before its words: a bullet, a number, the kind of a note.
        depth: How deep it stands: the level of a heading, the number of lists around a text.
        anchor: Where links that lead here are told to lead, or an empty string.
        sheet: The number of the sheet with the table or picture that stands here, from 0.
        figure: The figure that stands here, if there is one.
    """

    kind: LineKind
    content: muniprog.Prose
    language: str
    lead: str = ""
    depth: int = 0
    anchor: str = ""
    sheet: int | None = None
    figure: muniprog.Figure | None = None


@attrs.frozen
class Picture:
    """A picture on a sheet, and the language of what surrounds it."""

    figure: muniprog.Figure
    language: str


@attrs.frozen(kw_only=True)
class PlannedSheet:
    """A sheet for a table or a picture or both.

    Attributes:
        table: The table, if there is one.
        figure: The figure that the sheet is about, if it is about one.
        language: The language of what surrounds them.
        chapter: The headings that they stand under, the highest first, in the document's language alone.
        line: The number of their line in the running text, from 0.
        pictures: The pictures below the table.
        notes: The lines that stand right below them.
    """

    table: muniprog.Table | None
    figure: muniprog.Figure | None
    language: str
    chapter: tuple[str, ...]
    line: int
    pictures: list[Picture] = attrs.field(factory=list[Picture])
    notes: list[Line] = attrs.field(factory=list[Line])

    @property
    def title(self) -> muniprog.Prose:
        """What the table or the picture is called."""
        return _title(self.table, self.figure)

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of what the sheet holds as a whole."""
        whole = (self.table, self.figure, *(picture.figure for picture in self.pictures))
        return tuple(dict.fromkeys(each.anchor for each in whole if each is not None and each.anchor))


@attrs.frozen(kw_only=True)
class Plan:
    """A document as it is laid out in a workbook.

    Attributes:
        lines: The running text, with a line where each table and each picture stands.
        opening: The lines before the first heading or table, such as that a report is preliminary.
        sheets: The sheets.
    """

    lines: tuple[Line, ...]
    opening: tuple[Line, ...]
    sheets: tuple[PlannedSheet, ...]


def plan_of(document: muniprog.Document) -> Plan:
    """Return how a document is laid out in a workbook."""
    planner = _Planner(document)
    return Plan(lines=tuple(planner.lines), opening=tuple(planner.opening), sheets=tuple(planner.sheets))


def says_something(line: muniprog.Prose) -> bool:
    """Return whether a line is more than empty."""
    return bool(muniprog.plain(line).strip())


def _title(table: muniprog.Table | None, figure: muniprog.Figure | None) -> muniprog.Prose:
    if figure is not None:
        return figure.caption if says_something(figure.caption) else figure.table.caption
    return () if table is None else table.caption


class _Planner:
    def __init__(self, document: muniprog.Document) -> None:
        self.lines: list[Line] = []
        self.sheets: list[PlannedSheet] = []
        self.opening: list[Line] = []
        self._chapter: list[str] = []
        self._beside = self.opening  # the lines beside which the next text stands too
        self._tables = {block.anchor for block in document.walk() if isinstance(block, muniprog.Table)} - {""}
        self._told: list[tuple[str, Picture]] = []
        self.blocks(document.blocks, document.language, 0)
        self._put_pictures_below_their_tables()

    def blocks(self, blocks: Iterable[muniprog.Block], language: str, depth: int, lead: str = "") -> None:
        """Plan blocks; the first of them has a lead."""
        for block in blocks:
            self._block(block, language, depth, lead)
            lead = ""

    def _block(self, block: muniprog.Block, language: str, depth: int, lead: str) -> None:
        match block:
            case muniprog.Heading():
                self._heading(block, language, lead)
            case muniprog.Paragraph():
                self._text(block.content, language, depth, lead)
            case muniprog.Note():
                kind = NOTE_WORDS[block.kind].spoken(language)
                self._text(block.content, language, depth, f"{lead}{kind}: ")
            case muniprog.BulletList():
                for number, item in enumerate(block.items, 1):
                    self.blocks(item, language, depth + 1, f"{number}. " if block.numbered else _BULLET)
            case muniprog.Table():
                self._sheet(block, None, language, lead)
            case muniprog.Figure():
                self._figure(block, language, lead)
            case muniprog.InLanguage():
                self._in_language(block, depth, lead)
            case _:
                pass  # a page break: paper gets a new page with each sheet

    def _heading(self, heading: muniprog.Heading, language: str, lead: str) -> None:
        del self._chapter[heading.level - 1 :]
        self._chapter.append(" ".join(short(heading.content, language).split()))
        self._beside = []
        self.lines.append(
            Line(
                kind=LineKind.HEADING,
                content=heading.content,
                language=language,
                lead=lead,
                depth=heading.level,
                anchor=heading.anchor,
            )
        )

    def _text(self, content: muniprog.Prose, language: str, depth: int, lead: str) -> None:
        line = Line(kind=LineKind.TEXT, content=content, language=language, lead=lead, depth=depth)
        self.lines.append(line)
        self._beside.append(line)

    def _figure(self, figure: muniprog.Figure, language: str, lead: str) -> None:
        if figure.told_at not in self._tables:
            self._sheet(None if figure.told_at else figure.table, figure, language, lead)
            return
        content = _title(None, figure)
        self.lines.append(Line(kind=LineKind.SHEET, content=content, language=language, lead=lead, figure=figure))
        self._told.append((figure.told_at, Picture(figure, language)))

    def _sheet(self, table: muniprog.Table | None, figure: muniprog.Figure | None, language: str, lead: str) -> None:
        planned = PlannedSheet(
            table=table, figure=figure, language=language, chapter=tuple(self._chapter), line=len(self.lines)
        )
        if figure is not None:
            planned.pictures.append(Picture(figure, language))
        self.lines.append(
            Line(
                kind=LineKind.SHEET,
                content=planned.title,
                language=language,
                lead=lead,
                sheet=len(self.sheets),
                figure=figure,
            )
        )
        self.sheets.append(planned)
        self._beside = planned.notes

    def _put_pictures_below_their_tables(self) -> None:
        sheets = {sheet.table.anchor: sheet for sheet in self.sheets if sheet.table is not None}
        for anchor, picture in self._told:
            sheets[anchor].pictures.append(picture)

    def _in_language(self, block: muniprog.InLanguage, depth: int, lead: str) -> None:
        """Plan blocks in another language; the first line says in which."""
        self.blocks(block.blocks, block.language, depth, f"{lead}[{block.language}] ")
