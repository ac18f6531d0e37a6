"""Identifiers: the short names by which a programme's items are known in files, links and file names.

An identifier is made once and never used again for something else. It must be safe as a file name and as a
link on every machine, which is why the rule is narrow; the title can be anything.
"""

import re
import unicodedata
from collections.abc import Iterable

from muniprog.errors import ValueProblem
from muniprog.language import SortKey, canonical, sort_key
from muniprog.messages import Message, Sentences, message

PATTERN = r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}"
"""The whole of an identifier, as a regular expression; also in the JSON Schema."""

LONGEST = 80

RULE = message(
    "An identifier has 1 to 80 characters: letters from a to z, digits, full stops, hyphens and underscores; "
    "the first is a letter or a digit."
)

# Windows keeps these names for devices, with any ending and in any case.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_WHOLE = re.compile(PATTERN)
_SERIES = re.compile(r"(?P<prefix>.*[^0-9]|)(?P<number>[0-9]+)")
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_LATIN = {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ŋ": "n", "ı": "i"}


def fold(identifier: str) -> str:
    """Return the form in which two identifiers are compared: they must differ in more than case.

    >>> fold("ACT-7") == fold("act-7")
    True
    """
    return identifier.lower()


def check_identifier(text: str) -> None:
    """Do nothing if `text` is an identifier.

    Raises:
        ValueProblem: With code F008; it says what was found, the rule, and a form that would do.

    >>> check_identifier("ACT 7")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    muniprog.errors.ValueProblem: “ACT 7” is not an identifier. An identifier has 1 to 80 characters: ...
    """
    if not text.strip():
        raise ValueProblem(Sentences([message("The identifier is empty."), RULE]), code="F008")
    if not _WHOLE.fullmatch(text):
        wrong = message("“{found}” is not an identifier.", found=shown(text))
        raise ValueProblem(Sentences([wrong, RULE, _would_do(text)]), code="F008")
    if is_device(text):
        reserved = message("Windows keeps the name “{found}” for itself: no file can be called that.", found=text)
        raise ValueProblem(Sentences([reserved, _would_do(text)]), code="F008")


def is_identifier(text: str) -> bool:
    """Return whether `check_identifier` lets `text` pass."""
    return _WHOLE.fullmatch(text) is not None and not is_device(text)


def is_device(name: str) -> bool:
    """Return whether Windows takes `name` for a device, such as `con` or `NUL.txt`."""
    return name.split(".", 1)[0].rstrip(" ").lower() in _DEVICES


def shown(text: str) -> str:
    """Return `text` short and printable, for a sentence: what a stranger typed may be long or hold control characters.

    >>> print(shown("ACT" + chr(7)), shown("integration" * 9))
    ACT\\x07 integrationintegrationintegrationintegra…
    """
    printable = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[:40])
    return f"{printable}…" if len(text) > 40 else printable


def slug(title: str, taken: Iterable[str] = ()) -> str:
    """Return an identifier made of `title` that is none of those `taken`, whatever the case.

    A title without any Latin letter or digit gives `item-1`. The identifiers that exist are never changed: a title
    that gives the same word as an earlier one gets a number.

    >>> slug("Främjande av boendefärdigheter"), slug("Program 2024–2027"), slug("Sprak", ["sprak"]), slug("!!!")
    ('framjande-av-boendefardigheter', 'program-2024-2027', 'sprak-2', 'item-1')
    """
    return Register(taken).slug(title)


def next_numbered(prefix: str, used: Iterable[str]) -> str:
    """Return the identifier that continues the series of `prefix`, after the highest number ever used.

    Args:
        prefix: What stands before the number, such as `ACT-`.
        used: Every identifier ever used: those of living items, their former ones and the retired.

    >>> next_numbered("ACT-", ["ACT-009", "ACT-014", "boende"])
    'ACT-015'
    """
    return Register(used).next_numbered(prefix)


def natural_key(identifier: str) -> SortKey:
    """Return the key that sorts identifiers as people count: `ACT-9` before `ACT-10`.

    >>> sorted(["ACT-10", "ACT-9"], key=natural_key)
    ['ACT-9', 'ACT-10']
    """
    return sort_key("en")(identifier)


def split_number(identifier: str) -> tuple[str, str] | None:
    """Return an identifier's prefix and number, or None where it does not end in a number.

    >>> split_number("ACT-014")
    ('ACT-', '014')
    """
    found = _SERIES.fullmatch(identifier)
    return (found["prefix"], found["number"]) if found else None


class Register:
    """All identifiers that a programme has ever used. It makes new ones, and stays quick when they are many."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        self._used: set[str] = set()
        self._highest: dict[str, int] = {}
        self._width: dict[str, int] = {}
        self._tried: dict[str, int] = {}
        for identifier in used:
            self.add(identifier)

    def add(self, identifier: str) -> None:
        """Note that `identifier` is used."""
        self._used.add(fold(identifier))
        if parts := split_number(fold(identifier)):
            prefix, number = parts
            self._highest[prefix] = max(int(number), self._highest.get(prefix, 0))
            # A series that writes 001 goes on with 002 and 010; one that writes 1 goes on with 2 and 10.
            if number.startswith("0"):
                self._width[prefix] = max(len(number), self._width.get(prefix, 1))

    def slug(self, title: str) -> str:
        """Return a free identifier made of `title`; see the function `slug`."""
        word = _latin(title)
        if word and word not in self._used and not is_device(word):
            return word
        word, number = (word, 2) if word else ("item", 1)
        number = self._tried.get(word, number)
        while (numbered := _with_ending(word, f"-{number}")) in self._used:
            number += 1
        self._tried[word] = number  # identifiers are never given back, so the next search can start here
        return numbered

    def next_numbered(self, prefix: str) -> str:
        """Return the next identifier of a series; see the function `next_numbered`."""
        series = fold(prefix)
        return f"{prefix}{self._highest.get(series, 0) + 1:0{self._width.get(series, 1)}d}"


def _latin(title: str) -> str:
    folded = canonical(title).casefold()
    spelled = "".join([_LATIN.get(letter, letter) for letter in folded])
    parted = _DASHES.sub("-", spelled)
    bare = unicodedata.normalize("NFKD", parted).encode("ascii", "ignore").decode("ascii")
    return _shortened(re.sub("[^a-z0-9]+", "-", bare).strip("-"), LONGEST)


def _with_ending(word: str, ending: str) -> str:
    return _shortened(word, LONGEST - len(ending)) + ending


def _shortened(word: str, longest: int) -> str:
    if len(word) <= longest:
        return word
    return (word[: longest + 1].rpartition("-")[0] or word[:longest]).strip("-")


def _would_do(text: str) -> Message:
    return message("“{suggestion}” would do.", suggestion=slug(text))
