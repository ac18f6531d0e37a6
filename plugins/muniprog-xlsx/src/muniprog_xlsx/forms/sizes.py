"""How wide the columns of a form are and how high its rows.

A spreadsheet program sets the height of a row by its text only where it feels like it (LibreOffice does not when it
prints), so the heights are written down, with room for an answer of a few lines.
"""

from collections.abc import Iterator
from math import ceil

from muniprog_xlsx.forms.columns import Role, SheetColumn

_WIDTH, _LAST_SHARE, _UNIT_WIDTH = 24.0, 0.8, 12.0
_NARROWEST, _WIDEST = 10.0, 80.0
_LINE, _HIGHEST = 15, 405  # points
_ANSWER_LINES = 3
_FULL = 0.9  # how full a line gets before the next word is too long for it


def width_of(column: SheetColumn) -> float:
    """Return the width of a column, in characters."""
    if column.role is Role.UNIT:
        return _UNIT_WIDTH
    share = _LAST_SHARE if column.role is Role.LAST else 1.0
    return min(max(_WIDTH * column.column.width * share, _NARROWEST), _WIDEST)


def lines_in(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of this width.

    >>> lines_in("språkkafé varje vecka\\nläxhjälp", 12)
    3
    """
    return sum(max(ceil(len(line) / (width * _FULL)), 1) for line in text.split("\n"))


def height_of(lines: int) -> int:
    """Return the height of a row with so many lines, in points."""
    return min(lines * _LINE, _HIGHEST)


class RowHeights:
    """Collects how many lines each row needs."""

    def __init__(self) -> None:
        self._lines: dict[int, int] = {}

    def make_room(self, row: int, text: str, width: float) -> None:
        """Make a row high enough for a text."""
        self._lines[row] = max(self._lines.get(row, 1), lines_in(text, width))

    def make_room_for_answer(self, row: int, answer: object, width: float) -> None:
        """Make a row high enough for a few lines of answer, and for what is answered already."""
        if self._lines.get(row, 1) < _ANSWER_LINES:
            self._lines[row] = _ANSWER_LINES
        if isinstance(answer, str) and len(answer) > width:
            self.make_room(row, answer, width)

    def heights(self) -> Iterator[tuple[int, int]]:
        """Yield each row with its height in points."""
        for row, lines in self._lines.items():
            yield row, height_of(lines)
