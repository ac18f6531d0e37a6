"""How wide letters are, and where a line of them is broken, so that no text of a picture grows out of its place.

A drawing does not know which font will show it. So letters are reckoned as wide as they are in the widest of the
fonts that readers commonly have; in most others a line comes out shorter.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, takewhile

from muniprog.hyphens import break_before

_WIDTHS = {
    27: "'", 29: "ijlIJ", 32: " ,.", 34: "/:;\\|", 36: "f-", 39: "()[]t", 41: "!r", 46: '"', 50: "*_`–",
    53: "sz?", 56: "cL", 59: "Fkvxy", 61: "PTYaoe", 64: "ESbdghnpqu$0123456789{}", 68: "AVK", 70: "BRXZC",
    75: "HNUDG", 79: "OQ&", 84: "w#+<=>^~×−→←", 86: "M", 99: "m%W", 100: "@—…",
}  # fmt: skip
"""Hundredths of the size of the letters."""

_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER_LATIN, _OTHER = 80, 105
_LATIN_GREEK_CYRILLIC = 0x530
_BOLD = 114
_ELLIPSIS, _HYPHEN = "…", "-"


def width(text: str, size: int, *, bold: bool = False) -> float:
    """Return how wide a line of text becomes at most.

    >>> width("mål", 10) > width("ill", 10), width("å", 10) == width("a", 10)
    (True, True)
    """
    hundredths = sum(map(_width, text))
    return hundredths * (_BOLD if bold else 100) * size / 10_000


def wrap(text: str, room: float, size: int, *, most: int, bold: bool = False) -> tuple[str, ...]:
    """Return a text as at most `most` lines that are no wider than `room`; what is left out is shown by an ellipsis.

    >>> wrap("Utveckling av verksamheten", 110, 10, most=2)
    ('Utveckling av', 'verksamheten')
    >>> wrap("Utveckling av verksamheten", 110, 10, most=1)
    ('Utveckling av verks…',)
    """
    lines: list[str] = []
    line = ""
    for piece, glue in _pieces(text, room, size, bold):
        longer = line + glue + piece if line else piece
        if line and width(longer, size, bold=bold) > room:
            if len(lines) == most - 1:
                return (*lines, _cut(longer, room, size, bold))
            lines.append(line)
            line = piece
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str, room: float, size: int, bold: bool) -> Iterator[tuple[str, str]]:
    """Yield the words, each with what stands before it; a word that is wider than the room comes in parts."""
    for word in text.split():
        glue = " "
        for part in _parts(word, room, size, bold):
            yield part, glue
            glue = ""


def _parts(word: str, room: float, size: int, bold: bool) -> Iterator[str]:
    while width(word, size, bold=bold) > room and len(word) > 1:
        fitting = max(1, len(_fitting(word, room, size, bold)))
        sign = max(word.rfind("-", 0, fitting), word.rfind("/", 0, fitting))
        if sign > 0:
            yield word[: sign + 1]
            word = word[sign + 1 :]
            continue
        end = break_before(word, len(_fitting(word, room - width(_HYPHEN, size, bold=bold), size, bold)))
        yield word[: end or fitting] + (_HYPHEN if end else "")
        word = word[end or fitting :]
    yield word


def _fitting(text: str, room: float, size: int, bold: bool) -> str:
    """Return as much of the beginning of a text as has room."""
    hundredths = room * 10_000 / (size * (_BOLD if bold else 100))
    fitting = takewhile(lambda wide: wide <= hundredths, accumulate(map(_width, text)))
    return text[: sum(1 for _ in fitting)]


def _cut(text: str, room: float, size: int, bold: bool) -> str:
    return _fitting(text, room - width(_ELLIPSIS, size, bold=bold), size, bold).rstrip(" ,.-–") + _ELLIPSIS


@lru_cache(maxsize=1024)
def _width(letter: str) -> int:
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare != letter:
        return _width(bare)
    if unicodedata.combining(letter):
        return 0
    return _OTHER_LATIN if ord(letter) < _LATIN_GREEK_CYRILLIC else _OTHER
