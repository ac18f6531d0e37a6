"""Text measured and broken in the columns of a terminal.

Most letters take one column, East Asian letters and most emoji two, combining accents none. `len` knows
nothing of that, so tables padded by it stand crooked.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from muniprog.hyphens import break_before

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


def wrap(text: str, columns: int, first: str = "", later: str = "") -> list[str]:
    """Return `text` as lines of at most `columns` columns, the first beginning with `first`, the others with `later`.

    Words are broken only where they are wider than a line: after a hyphen or the like that they have, else with
    a hyphen where they may be parted. But for such hyphens, and the spaces where lines break, nothing changes.

    >>> wrap("Ordnande av kurser", 14, "• ", "  ")
    ['• Ordnande av', '  kurser']
    """
    room = max(columns - max(width(first), width(later)), 1)
    lines = [line for paragraph in text.split("\n") for line in _wrap_line(paragraph, room)]
    return [first + lines[0], *(later + line for line in lines[1:])]


def _wrap_line(text: str, room: int) -> Iterator[str]:
    line: str | None = None
    for word in text.split(" "):
        if line is not None and width(line) + 1 + width(word) <= room:
            line = f"{line} {word}"
            continue
        if line is not None:
            yield line
        *full, line = _broken(word, room)
        yield from full
    yield line or ""


def _broken(word: str, room: int) -> list[str]:
    if width(word) <= room:
        return [word]
    parts = [""]
    for piece in _GOOD_BREAK.split(word):
        if width(parts[-1] + piece) <= room:
            parts[-1] += piece
        else:
            parts[len(parts) - (not parts[-1]) :] = _cut(piece, room)
    return parts


def _cut(piece: str, room: int) -> list[str]:
    parts: list[str] = []
    while width(piece) > room:
        end = break_before(piece, room - 1) if is_narrow(piece) else None
        hyphen = "-" if end else ""
        end = end or _fitting(piece, room)
        parts.append(piece[:end] + hyphen)
        piece = piece[end:]
    return [*parts, piece] if piece else parts


def _fitting(piece: str, room: int) -> int:
    """Return how many characters of a piece fit; at least one, with what combines with it."""
    first, *others = clusters(piece)
    end, columns = len(first), width(first)
    for cluster in others:
        columns += width(cluster)
        if columns > room:
            break
        end += len(cluster)
    return end


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
