"""Text measured and broken in the columns of a terminal.

Most letters take one column, East Asian letters and most emoji two, combining accents none. `len` knows
nothing of that, so tables padded by it stand crooked.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Latin letters, punctuation, arrows and shapes: what most texts consist of, and none of it wide or combining.
_NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u25a0-\u25ef]*"
)
_HALVINGS = 30  # enough to find the scale to less than a column
_GOOD_BREAK = re.compile("(?<=[-–/_.,])")


def width(text: str) -> int:
    """Return how many columns `text` takes.

    >>> width("Vasa"), width("ä"), width("ä"), width("東京")
    (4, 1, 1, 4)
    """
    if is_narrow(text):
        return len(text)
    return sum(_character_width(character) for character in text)


def is_narrow(text: str) -> bool:
    """Return whether every character of `text` is known to take one column."""
    return _NARROW.fullmatch(text) is not None


def clusters(text: str) -> Iterator[str]:
    """Yield the characters of `text`, each together with what combines with it; one empty one for an empty text."""
    cluster = text[:1]
    for character in text[1:]:
        if width(cluster) and _character_width(character):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """Return `text` as lines of at most `columns` columns; later lines begin with `indent`.

    Words are broken only where they are wider than a line, after a hyphen or the like if they have one. No
    character but the spaces and line ends where lines break is lost.

    >>> wrap("Ordnande av kurser", 12, "  ")
    ['Ordnande av', '  kurser']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_line(paragraph, columns, indent, indent if lines else ""))
    return lines


def _wrap_line(text: str, columns: int, indent: str, first_indent: str) -> Iterator[str]:
    room = max(columns - width(indent), 1)
    line, empty = first_indent, True
    for word in text.split(" "):
        candidate = line + word if empty else f"{line} {word}"
        if width(candidate) <= columns:
            line, empty = candidate, False
            continue
        if not empty:
            yield line
            line = indent
        *full, rest = _broken(word, room)
        for part in full:
            yield line + part
            line = indent
        line, empty = line + rest, False
    yield line.rstrip(" ") if line.strip(" ") else ""


def _broken(word: str, columns: int) -> list[str]:
    parts = [""]
    for piece in _GOOD_BREAK.split(word):
        if width(parts[-1] + piece) <= columns:
            parts[-1] += piece
            continue
        if parts[-1]:
            parts.append("")
        for cluster in clusters(piece):
            if parts[-1] and width(parts[-1] + cluster) > columns:
                parts.append("")
            parts[-1] += cluster
    return parts


def pad(text: str, columns: int, align: str) -> str:
    """Return `text` filled with spaces to `columns` columns, aligned `left`, `right` or `center`."""
    missing = max(columns - width(text), 0)
    before = {"left": 0, "right": missing, "center": missing // 2}[align]
    return " " * before + text + " " * (missing - before)


def share_out(room: int, wanted: Sequence[int], least: Sequence[int], shares: Sequence[float]) -> list[int]:
    """Return how wide each column becomes in `room` columns altogether.

    Args:
        room: What there is to share.
        wanted: How wide each would be with no line broken.
        least: How wide each must be for its longest word.
        shares: How they share what is not enough for all.

    >>> share_out(40, [10, 80, 40], [5, 9, 9], [1, 1, 1])
    [10, 15, 15]
    """
    floors = _capped(least, room)

    def widths(scale: float) -> list[int]:
        """Return each column's share at this scale, between its longest word and its longest line."""
        return [
            min(max(int(scale * share), floor), want) for share, floor, want in zip(shares, floors, wanted, strict=True)
        ]

    small, large = 0.0, max(want + 1 for want in wanted) / min(shares)
    for _ in range(_HALVINGS):
        middle = (small + large) / 2
        if sum(widths(middle)) <= room:
            small = middle
        else:
            large = middle
    return widths(small)


def _capped(least: Sequence[int], room: int) -> list[int]:
    """Return `least`, the widest of them cut down until their sum fits in `room` (never below 3)."""
    cap = max(least)
    while cap > 3 and sum(min(columns, cap) for columns in least) > room:
        cap -= 1
    return [min(columns, cap) for columns in least]


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
