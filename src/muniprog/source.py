"""Where something stands in a file, and what was found there.

A *plain mapping* is what every file format is read into and written from: `dict`, `list`, `str`, `int`,
`float`, `bool` and `None`, nested. A *path* names one value in it, as a tuple of keys and positions:
`("themes", 0, "title")`. A `Source` is a plain mapping that remembers the file, line and column of each
of its values and keys.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Never, Protocol

import attrs

from muniprog.messages import Message, Spoken, message

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
Path = tuple[str | int, ...]


class NoEntries(Mapping[str, Never]):
    """A mapping with nothing in it. `EMPTY` is the only one; it equals `{}` and cannot be changed."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Never:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "EMPTY"


EMPTY = NoEntries()
"""What an item has where it has no entries; thousands of items share it."""


class Severity(StrEnum):
    """How serious a finding is: an error makes the programme unusable, a warning wants a planner's eye."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen
class Place:
    """A position in a file; line and column count from 1, columns in characters.

    In a workbook the sheet is named, and line and column are those of the cell: `form.xlsx:Answers!B7`.
    """

    file: str
    line: int
    column: int
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file}:{self.sheet}!{_column_letters(self.column)}{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


def _column_letters(number: int) -> str:
    """Return what a spreadsheet calls a column: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that somebody should look at, found while reading a file or by a check.

    Attributes:
        code: Stable code, such as `F003`; documented in the reference.
        severity: How serious it is.
        message: The sentence: what was found, what was expected, what to do.
        path: Where in the plain mapping.
        place: Where in the file, when the programme came from one.
        item: Identifier of the goal, action, owner … that it concerns, or an empty string.
        silenced: Why it is left as it is, when the programme silences it.
    """

    code: str
    severity: Severity
    message: Spoken
    path: Path = ()
    place: Place | None = None
    item: str = ""
    silenced: Spoken | None = None

    def spoken(self, language: str) -> str:
        """Return the finding as one line: place, severity, code and sentence, and why it is silenced if it is."""
        where = f"{self.place}: " if self.place is not None else f"{self.item}: " if self.item else ""
        line = f"{where}{SEVERITY_WORDS[self.severity].spoken(language)} {self.code}: {self.message.spoken(language)}"
        if self.silenced is None:
            return line
        silenced = message("(Silenced: {reason})", reason=self.silenced)
        return f"{line} {silenced.spoken(language)}"

    def __str__(self) -> str:
        return self.spoken("en")


SEVERITY_WORDS: Mapping[Severity, Message] = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.NOTE: message("note"),
}


class Source(Protocol):
    """A plain mapping that knows where its values stand. Each reader of a file format brings its own."""

    @property
    def mapping(self) -> dict[str, Plain]:
        """The plain mapping itself; never changed after reading."""
        ...

    def where(self, path: Path) -> Place | None:
        """Return where the value at `path` starts, or None where the format does not know."""
        ...

    def where_key(self, path: Path) -> Place | None:
        """Return where the key that ends `path` stands; for a list item the same as `where`."""
        ...

    def written(self, path: Path) -> str | None:
        """Return the scalar at `path` exactly as it is written in the file, quotes included."""
        ...


@attrs.frozen
class PlainSource:
    """A source without a file: a mapping that a program built. It knows no places."""

    mapping: dict[str, Plain]

    def where(self, path: Path) -> Place | None:
        """Return None: there is no file."""
        return None

    def where_key(self, path: Path) -> Place | None:
        """Return None: there is no file."""
        return None

    def written(self, path: Path) -> str | None:
        """Return None: nothing was written."""
        return None


def nearest(word: str, known: "list[str] | tuple[str, ...]") -> str | None:
    """Return the known word that is most like `word`, or None where none is near.

    >>> nearest("baselin", ["baseline", "targets"]), nearest("“id”", ["id", "title"])
    ('baseline', 'id')
    """
    from difflib import get_close_matches  # only needed where something is wrong

    folded = {_folded(candidate): candidate for candidate in known}
    near = get_close_matches(_folded(word), folded, n=1, cutoff=0.7)
    return folded[near[0]] if near else None


def _folded(word: str) -> str:
    """Return `word` without case, and without the quotes and invisible signs that a word processor leaves around it."""
    return "".join(sign for sign in word.casefold() if sign.isalnum() or sign in " _-.:")
