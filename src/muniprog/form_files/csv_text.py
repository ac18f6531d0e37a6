"""The text of CSV files that spreadsheet programs have had in their hands: encodings, guards, brackets."""

import re

from muniprog.errors import SourceError
from muniprog.messages import message
from muniprog.source import Finding, Place, Severity

UNREADABLE = "Q304"

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would take it for a formula and run it.

    >>> guarded("- språkkafé"), guarded("Välkommen")
    ("'- språkkafé", 'Välkommen')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text as it was before it was guarded.

    >>> unguarded("'- språkkafé"), unguarded("'t Hof")
    ('- språkkafé', "'t Hof")
    """
    return text[1:] if _GUARDED.match(text) else text


def bracketed(text: str) -> str:
    """Return a text in brackets, which keep spreadsheet programs from making a number or a date of it."""
    return f"[{text}]"


def bare(text: str) -> str:
    """Return a text without the brackets, and without what stands around it by accident.

    >>> bare(" [1-2] "), bare("1-2")
    ('1-2', '1-2')
    """
    words = text.strip().strip(_INVISIBLE).strip()
    return words[1:-1] if words.startswith("[") and words.endswith("]") else words


def decoded(data: bytes, file: str) -> str:
    """Return the text of a file as UTF-8, UTF-16 or, as old spreadsheet programs write it, Windows-1252.

    Raises:
        SourceError: It is none of them.
    """
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    sentence = message("This is no text file. Save the form as CSV with the encoding UTF-8.")
    raise SourceError([Finding(code=UNREADABLE, severity=Severity.ERROR, message=sentence, place=Place(file, 1, 1))])
