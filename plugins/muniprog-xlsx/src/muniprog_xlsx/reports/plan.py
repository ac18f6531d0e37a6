"""What stands where: the running text line by line, and each table with the chapter that it stands in."""

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
    TABLE = auto()


@attrs.frozen(kw_only=True)
class Line:
    """A line of the running text.

    Attributes:
        kind: What it is.
        content: Its words; for a table its caption, for a picture what it shows.
        language: The language of what surrounds it.
        lead: What stands before its words: a bullet, a number, the kind of a note.
        depth: How deep it stands: the level of a heading, the number of lists around a text.
        anchors: Where links that lead here are told to lead.
        table: The number of the table that stands here, from 0.
    """

    kind: LineKind
    content: muniprog.Prose
    language: str
    lead: str = ""
    depth: int = 0
    anchors: tuple[str, ...] = ()
    table: int | None = None


@attrs.frozen(kw_only=True)
class PlannedTable:
    """A table that gets a sheet.

    Attributes:
        table: The table.
        language: The language of what surrounds it.
        chapter: The headings that it stands under, the highest first, in the document's language alone.
        line: The number of its line in the running text, from 0.
        figure: The figure that it belongs to, if there is one.
        notes: The lines that stand right below it.
    """

    table: muniprog.Table
    language: str
    chapter: tuple[str, ...]
    line: int
    figure: muniprog.Figure | None = None
    notes: list[Line] = attrs.field(factory=list[Line])


@attrs.frozen(kw_only=True)
class Plan:
    """A document as it is laid out in a workbook.

    Attributes:
        lines: The running text, with a line where each table stands.
        opening: The lines before the first heading or table, such as that a report is preliminary.
        tables: The tables.
    """

    lines: tuple[Line, ...]
    opening: tuple[Line, ...]
    tables: tuple[PlannedTable, ...]


def plan_of(document: muniprog.Document) -> Plan:
    """Return how a document is laid out in a workbook."""
    planner = _Planner()
    planner.blocks(document.blocks, document.language, 0)
    return Plan(lines=tuple(planner.lines), opening=tuple(planner.opening), tables=tuple(planner.tables))


class _Planner:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[PlannedTable] = []
        self.opening: list[Line] = []
        self._chapter: list[str] = []
        self._beside: list[Line] = self.opening  # the lines beside which the next text stands too

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
                self._table(block, None, language)
            case muniprog.Figure():
                self._table(block.table, block, language)
            case muniprog.InLanguage():
                self._in_language(block, depth, lead)
            case _:
                pass  # a page break: paper gets a new page with each sheet

    def _heading(self, heading: muniprog.Heading, language: str, lead: str) -> None:
        del self._chapter[heading.level - 1 :]
        self._chapter.append(" ".join(short(heading.content, language).split()))
        self._beside = []
        anchors = (heading.anchor,) if heading.anchor else ()
        self.lines.append(
            Line(
                kind=LineKind.HEADING,
                content=heading.content,
                language=language,
                lead=lead,
                depth=heading.level,
                anchors=anchors,
            )
        )

    def _text(self, content: muniprog.Prose, language: str, depth: int, lead: str) -> None:
        line = Line(kind=LineKind.TEXT, content=content, language=language, lead=lead, depth=depth)
        self.lines.append(line)
        self._beside.append(line)

    def _table(self, table: muniprog.Table, figure: muniprog.Figure | None, language: str) -> None:
        planned = PlannedTable(
            table=table, language=language, chapter=tuple(self._chapter), line=len(self.lines), figure=figure
        )
        content = table.caption if figure is None or not figure.caption else figure.caption
        self.lines.append(Line(kind=LineKind.TABLE, content=content, language=language, table=len(self.tables)))
        self.tables.append(planned)
        self._beside = planned.notes

    def _in_language(self, block: muniprog.InLanguage, depth: int, lead: str) -> None:
        """Plan blocks in another language; the first line says in which."""
        self.blocks(block.blocks, block.language, depth, f"{lead}[{block.language}] ")
