"""Writes texts into cells: with the link they lead to, and never cut without saying where they go on."""

from collections.abc import Callable, Mapping
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

import attrs

from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.prose import Said
from muniprog_xlsx.sizes import height_of, lines_in
from muniprog_xlsx.workbook import LONGEST_TEXT, cell_text, cut, write_content

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_ADDRESS = 2_079
_MOST_LINKS = 65_530  # on a sheet
_ABOVE_HEADINGS = 8  # points
_TITLE_HEIGHT = 26  # points
_MOST_ACROSS = 170.0  # characters; more would print too small
_LONGEST_LARGE_TITLE, _SMALL_TITLE = 80, 2  # characters; level of heading
_FULL = 1.1  # how much wider a line may be than its number of characters

Continue = Callable[[str, str], str]
"""Takes the name of a cell and its whole text; returns what the cell says about where that text goes on."""


@attrs.frozen
class Place:
    """A cell that links can lead to."""

    sheet: str
    row: int
    column: int = 0

    @property
    def name(self) -> str:
        """How it is called, such as `'Text'!A5`."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        escaped = self.sheet.replace("'", "''")
        return f"'{escaped}'!{xl_rowcol_to_cell(self.row, self.column)}"


class Pen:
    """Writes on one sheet.

    Args:
        sheet: The sheet.
        name: What it is called.
        places: Where each anchor of the document is.
        go_on: What keeps a text that is too long for its cell.
    """

    def __init__(self, sheet: "Worksheet", name: str, places: Mapping[str, Place], go_on: Continue) -> None:
        self.sheet, self.name = sheet, name
        self._places, self._go_on = places, go_on
        self._links = 0
        self.across = 0.0
        """How much room the lines take that go over several columns, in characters."""

    def fit(self, text: str, row: int, column: int, most: int = LONGEST_TEXT) -> str:
        """Return a text as its cell can hold it; what is too long ends with where it goes on."""
        clean = cell_text(text)
        if len(text) <= most // 2 or len(text.encode("utf-16-le", "surrogatepass")) <= 2 * most:
            return clean
        ending = self._go_on(Place(self.name, row, column).name, text)
        return cut(clean, most - len(ending)) + ending

    def text(self, row: int, column: int, text: str, look: "Format") -> None:
        """Write a text that leads nowhere; an empty one leaves the cell empty."""
        if text:
            self.sheet.write_string(row, column, self.fit(text, row, column), look)
        else:
            self.sheet.write_blank(row, column, None, look)

    def write(self, row: int, column: int, said: Said, look: "Format", look_of_link: "Format | None" = None) -> None:
        """Write a text; as a link, with the look of one, where it leads somewhere."""
        address = self._address(said.link)
        self._put(row, column, said.text, address, look if address is None else look_of_link or look)

    def value(self, row: int, column: int, value: float | date, look: "Format") -> None:
        """Write a number or a day."""
        if isinstance(value, date):
            write_content(self.sheet, row, column, value, look)
        else:
            self.sheet.write_number(row, column, value, look)

    def lead(self, row: int, column: int, text: str, place: Place, look: "Format") -> None:
        """Write a text that leads to another place of the workbook."""
        self._put(row, column, text, self._inside(place), look)

    def title(self, row: int, text: str, looks: Looks) -> int:
        """Write the title of a sheet over as many columns as it takes, and return how high its row has to be."""
        level = 0 if len(text) <= _LONGEST_LARGE_TITLE else _SMALL_TITLE
        self.write(row, 0, Said(text), looks.heading(level, wraps=False))
        self.reach(len(text) * looks.size(level) / looks.size())
        return _TITLE_HEIGHT

    def line(self, row: int, said: Said, looks: Looks, *, is_bold: bool = False) -> int:
        """Write a line of text over as many columns as it takes, and return the row after it."""
        plain = looks.text(is_bold=is_bold, wraps=False)
        self.write(row, 0, said, plain, looks.text(is_link=True, is_bold=is_bold, wraps=False))
        self.reach(len(said.text))
        return row + 1

    def lines(self, row: int, said: Said, looks: Looks, width: float) -> int:
        """Write running text over several columns, a line of it in each row, and return the row after it.

        Joined cells would hold it in one piece, but nobody can sort, select or hear their way around them.
        """
        for paragraph in said.text.split("\n"):
            for line in wrap(paragraph, int(width)) or [""]:
                row = self.line(row, Said(line, said.link), looks)
        return row

    def reach(self, width: float) -> None:
        """Remember how far something goes over the columns, so that a printed page shows it whole."""
        self.across = max(self.across, min(width * _FULL, _MOST_ACROSS))

    def heading(self, row: int, column: int, said: Said, looks: Looks, level: int, width: float) -> int:
        """Write a heading, and return how high its row has to be."""
        self.write(row, column, said, looks.heading(level), looks.heading(level, is_link=True))
        size = looks.size(level) / looks.size()
        return round(height_of(lines_in(said.text, width / size)) * size) + _ABOVE_HEADINGS

    def paragraph(self, row: int, column: int, said: Said, looks: Looks, width: float, depth: int = 0) -> int:
        """Write running text, and return how high its row has to be."""
        self.write(row, column, said, looks.text(depth), looks.text(depth, is_link=True))
        return height_of(lines_in(said.text, width))

    def _put(self, row: int, column: int, text: str, address: str | None, look: "Format") -> None:
        if address is None or not text:
            self.text(row, column, text, look)
        else:
            self._links += 1
            self.sheet.write_url(row, column, address, look, self.fit(text, row, column))

    def _address(self, link: str | None) -> str | None:
        if link is None:
            return None
        if link.startswith("#"):
            return self._inside(self._places[link[1:]])
        return link if len(link) <= _LONGEST_ADDRESS and self._links < _MOST_LINKS else None

    def _inside(self, place: Place) -> str | None:
        return f"internal:{place.name}" if self._links < _MOST_LINKS else None
