"""The sheet with the running text of a report, in reading order, and behind it what was too long for its cell."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

import attrs

from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.plan import Line, LineKind, Plan
from muniprog_xlsx.reports.prose import Said, said
from muniprog_xlsx.reports.words import GOES_ON, LONG_TEXTS, PICTURE, PICTURE_AND_TABLE, TABLE
from muniprog_xlsx.sizes import height_of, lines_in, pieces

FIRST_ROW = 4
WIDTH = 84.0
"""How wide its column is, in characters: about as a portrait page."""

_LINE = int(WIDTH * 0.85)  # what surely fits in one line
_INDENT = 2.5  # how much room a list takes, in characters


@attrs.frozen(kw_only=True)
class _Placed:
    """A line in its place: its first row, and the texts of its rows."""

    line: Line
    row: int
    texts: Sequence[str]
    link: str | None


class TextSheet:
    """Knows which line stands in which row before anything is written, and keeps what is too long for a cell.

    Args:
        plan: How the document is laid out.
        name: What the sheet is called.
        language: The language of the document.
    """

    def __init__(self, plan: Plan, name: str, language: str) -> None:
        self.name, self._language = name, language
        self._lines = tuple(_placed(plan))
        self._free = FIRST_ROW + sum(len(placed.texts) for placed in self._lines) + 1
        self._long: list[tuple[int, str, Sequence[str]]] = []

    def place_of(self, line: int) -> Place:
        """Return where a line stands."""
        return Place(self.name, self._lines[line].row)

    def anchors(self) -> Iterator[tuple[str, Place]]:
        """Yield the anchors that lead to lines, with their places."""
        for placed in self._lines:
            if placed.line.anchor:
                yield placed.line.anchor, Place(self.name, placed.row)

    def go_on(self, cell: str, text: str) -> str:
        """Keep the whole text of a cell that cannot hold it, and return what the cell says about that."""
        if not self._long:
            self._free += 1  # for the heading above them
        row = self._free
        parts = pieces(text, WIDTH)
        self._long.append((row, cell, parts))
        self._free += len(parts) + 1
        return GOES_ON.spoken(self._language).format(row=row + 1, sheet=self.name)

    def write(self, pen: Pen, looks: Looks, sheets: Sequence[Place]) -> int:
        """Write the lines and the long texts, and return the last row.

        Args:
            pen: Writes on the sheet.
            looks: The formats.
            sheets: Where each sheet begins.
        """
        for placed in self._lines:
            _write_line(pen, looks, placed, sheets)
        if self._long:
            heading = LONG_TEXTS.spoken(self._language)
            pen.heading(self._long[0][0] - 1, 0, Said(heading), looks, 1, WIDTH)
        for first, cell, parts in self._long:
            pen.write(first, 0, Said(cell), looks.text(is_bold=True))
            for row, part in enumerate(parts, first + 1):
                pen.sheet.set_row(row, pen.paragraph(row, 0, Said(part), looks, WIDTH))
        return self._free


def _placed(plan: Plan) -> Iterator[_Placed]:
    row = FIRST_ROW
    for line in plan.lines:
        found = said([line.content], line.language)
        if line.kind is LineKind.SHEET:
            texts, link = _rows_of_sheet(line, plan, found.text), _told_at(line)
        else:
            texts = pieces(line.lead + found.text, _width_of(line))
            is_one_line = len(texts) == 1 and len(texts[0]) <= _LINE and "\n" not in texts[0]
            link = found.link if is_one_line else None
        yield _Placed(line=line, row=row, texts=texts, link=link)
        row += len(texts)


def _rows_of_sheet(line: Line, plan: Plan, title: str) -> list[str]:
    """Return what the text says where a table or a picture stands, broken into rows: LibreOffice breaks no links."""
    kind, about = TABLE, ""
    if line.figure is not None:
        kind = PICTURE if line.sheet is None or plan.sheets[line.sheet].table is None else PICTURE_AND_TABLE
        about = f"\n{line.figure.alternative}"
    text = f"{line.lead}→ {kind.spoken(line.language)}: {title}{about}"
    return [row for part in text.split("\n") for row in wrap(part, _LINE)]


def _told_at(line: Line) -> str | None:
    return None if line.figure is None or not line.figure.told_at else f"#{line.figure.told_at}"


def _width_of(line: Line) -> float:
    return WIDTH - _INDENT * line.depth if line.kind is LineKind.TEXT else WIDTH


def _write_line(pen: Pen, looks: Looks, placed: _Placed, sheets: Sequence[Place]) -> None:
    line = placed.line
    for row, text in enumerate(placed.texts, placed.row):
        if line.sheet is not None:
            pen.lead(row, 0, text, sheets[line.sheet], looks.text(is_link=True))
            height = height_of(lines_in(text, WIDTH))
        elif line.kind is LineKind.HEADING:
            height = pen.heading(row, 0, Said(text, placed.link), looks, line.depth, WIDTH)
        else:
            height = pen.paragraph(row, 0, Said(text, placed.link), looks, _width_of(line), depth=line.depth)
        pen.sheet.set_row(row, height)
