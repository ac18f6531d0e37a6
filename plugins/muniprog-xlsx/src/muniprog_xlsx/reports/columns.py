"""The columns of a table's sheet: what stands above them, and how wide they are."""

from collections.abc import Iterable, Sequence
from math import ceil
from textwrap import wrap

import attrs

import muniprog
from muniprog_xlsx.reports.words import COLUMN
from muniprog_xlsx.sizes import MOST_LINES
from muniprog_xlsx.workbook import cell_text, cut

LONGEST_TITLE = 255
"""How long a column's name in an Excel table may be, in UTF-16 units."""

_ROOM = 125.0  # what an A4 page shows across, in characters
_NARROWEST, _WIDEST, _WIDEST_WORD = 8.0, 120.0, 30.0
_FILTER_BUTTON = 3  # how much of a title it covers, in characters
_INDENT = 2
_UNSET = 8.43  # how wide a column is that nobody has set
_FILLED = 0.75  # how full the lines of a text get, where long words are broken early
_FULL = 0.85  # how full a line gets in bold letters, which are wider


def titles(columns: Sequence[str], language: str) -> list[str]:
    """Return what stands above each column: something, and nothing that stands above another one too.

    Excel wants the names of a table's columns so, whatever their case.

    >>> titles(["Mål", "mål", ""], "sv")
    ['Mål', 'mål (2)', 'Kolumn 3']
    """
    found: list[str] = []
    taken: set[str] = set()
    for number, column in enumerate(columns, 1):
        wanted = cell_text(column).strip() or f"{COLUMN.spoken(language)} {number}"
        title, turn = cut(wanted, LONGEST_TITLE), 1
        while title.casefold() in taken:
            turn += 1
            ending = f" ({turn})"
            title = cut(wanted, LONGEST_TITLE - len(ending)) + ending
        taken.add(title.casefold())
        found.append(title)
    return found


def columns_across(given: Sequence[float], needed: float) -> int:
    """Return how many columns a printed page has to show for what goes over several of them.

    >>> columns_across([20.0, 30.0], 70.0)
    5
    """
    missing = max(needed - sum(given), 0.0)
    return len(given) + ceil(missing / _UNSET)


@attrs.frozen
class _Need:
    """What a column needs and wants, in characters."""

    least: float
    wanted: float
    share: float


def widths(
    columns: Sequence[muniprog.Column], above: Iterable[str], texts: Iterable[Sequence[str]], shown: Iterable[int]
) -> list[float]:
    """Return how wide each column is, in characters.

    A column is as wide as its share of the page, no wider than its longest line, and wide enough for its longest text
    to be seen in one row. What narrow columns leave goes to the others.

    Args:
        columns: The columns.
        above: The title of each.
        texts: The texts of each.
        shown: How many characters the longest number or day of each takes; only texts are broken.
    """
    whole = sum(column.share for column in columns)
    needs = [
        _need(title, column_texts, most, column.share / whole)
        for column, title, column_texts, most in zip(columns, above, texts, shown, strict=True)
    ]
    found = [max(min(_ROOM * need.share, need.wanted), need.least) for need in needs]
    left = _ROOM - sum(found)
    hungry = sum(need.share for need, width in zip(needs, found, strict=True) if need.wanted > width)
    if left <= 0 or not hungry:
        return found
    return [
        min(width + left * need.share / hungry, need.wanted) if need.wanted > width else width
        for need, width in zip(needs, found, strict=True)
    ]


def _need(title: str, texts: Sequence[str], shown: int, share: float) -> _Need:
    longest_word = min(max(map(len, title.split())), _WIDEST_WORD)
    longest_line = max((len(line) for text in texts for line in text.split("\n")), default=0)
    longest_text = max(map(len, texts), default=0)
    least = max(
        _NARROWEST,
        longest_word / _FULL + _FILTER_BUTTON,
        shown / _FULL + _INDENT,
        longest_text / (MOST_LINES * _FILLED),
    )
    return _Need(min(least, _WIDEST), min(max(longest_line / _FULL + _INDENT, least), _WIDEST), share)


def lines_of_title(title: str, width: float) -> int:
    """Return how many lines a title takes beside the button of its filter."""
    room = int((width - _FILTER_BUTTON) * _FULL)
    return sum(len(wrap(line, room)) for line in title.split("\n"))
