"""How many lines a text takes in a column, and how high a row is for them.

A spreadsheet program sets the height of a row by its text only where it feels like it (LibreOffice does not when it
prints), so the heights are written down.
"""

from collections.abc import Iterator
from math import ceil

MOST_LINES = 27
"""How many lines a row can show; no row is higher than 409 points."""

_LINE, _HIGHEST = 15, 405  # points
_ANSWER_LINES = 3
_FULL = 0.9  # how full lines get as a rule before the next word is too long for them
_FULL_OF_BOLD = 0.93


def bold_room(width: float) -> float:
    """Return the room that a column has for bold letters, in characters of usual width."""
    return width * _FULL_OF_BOLD


def lines_in(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of this width.

    >>> lines_in("språkkafé varje vecka\\nläxhjälp", 12)
    3
    """
    return sum(_lines_in(line, width) for line in text.split("\n")) if "\n" in text else _lines_in(text, width)


def _lines_in(line: str, width: float) -> int:
    """Return how many lines one takes: as many as its letters need, and more where long words leave much room."""
    if len(line) <= width * _FULL:
        return 1
    lines, start, room = 1, 0, max(int(width), 1)
    while len(line) - start > room:
        space = line.rfind(" ", start, start + room + 1)
        start = space + 1 if space >= start else start + room
        lines += 1
    return max(lines, ceil(len(line) / (width * _FULL)))


def height_of(lines: int) -> int:
    """Return the height of a row with so many lines, in points."""
    return min(lines * _LINE, _HIGHEST)


def pieces(text: str, width: float) -> list[str]:
    """Return a text in pieces that one row each can show, broken at line ends and spaces where there are any.

    >>> [len(piece) for piece in pieces("ord " * 100, 10)]
    [239, 160]
    """
    found: list[str] = []
    room = 0
    for line in text.split("\n"):
        for part in _parts(line, int(MOST_LINES * width * _FULL)):
            lines = lines_in(part, width)
            if found and lines <= room:
                found[-1] += f"\n{part}"
            else:
                found.append(part)
                room = MOST_LINES
            room -= lines
    return found


def _parts(line: str, most: int) -> Iterator[str]:
    while len(line) > most:
        end = line.rfind(" ", 0, most) + 1 or most
        yield line[:end].removesuffix(" ")
        line = line[end:]
    yield line


class RowHeights:
    """Collects how many lines each row needs."""

    def __init__(self) -> None:
        self._lines: dict[int, int] = {}

    def make_room(self, row: int, text: str, width: float) -> None:
        """Make a row high enough for a text."""
        self.make_lines(row, lines_in(text, width))

    def make_lines(self, row: int, lines: int) -> None:
        """Make a row high enough for so many lines."""
        self._lines[row] = max(self._lines.get(row, 1), lines)

    def make_room_for_answer(self, row: int, answer: object, width: float) -> None:
        """Make a row high enough for a few lines of answer, and for what is answered already."""
        if self._lines.get(row, 1) < _ANSWER_LINES:
            self._lines[row] = _ANSWER_LINES
        if isinstance(answer, str) and len(answer) > width:
            self.make_room(row, answer, width)

    def height_of_rows(self, first: int, last: int) -> int:
        """Return how high the rows from the first to the last are together, in points."""
        return sum(height_of(self._lines.get(row, 1)) for row in range(first, last + 1))

    def heights(self) -> Iterator[tuple[int, int]]:
        """Yield each row with its height in points."""
        for row, lines in self._lines.items():
            yield row, height_of(lines)
