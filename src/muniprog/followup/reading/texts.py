"""Texts and keys as they come out of a cell, and what is the same text."""

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

from muniprog.forms import CellContent
from muniprog.language import canonical, date_text
from muniprog.model import Programme

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NO_LETTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text_of(content: CellContent, language: str) -> str | None:
    """Return what somebody wrote into a cell for a text, as it was typed; None for an empty cell.

    A spreadsheet program may have made a number or a day of it; then it is what the cell shows.

    >>> text_of("- språkkafé\\r\\n- läxhjälp ", "sv"), text_of(Decimal("12"), "sv"), text_of("  ", "sv")
    ('- språkkafé\\n- läxhjälp', '12', None)
    """
    match content:
        case None:
            return None
        case bool():
            return str(content).upper()
        case Decimal():
            return f"{content:f}"
        case datetime() if content.time() != time():
            return f"{date_text(content.date(), language)} {content:%H:%M}"
        case date():
            return date_text(content, language)
        case _:
            return plain_text(content) or None


def plain_text(text: str) -> str:
    """Return a text as muniprog keeps it: letters composed, lines ended in one way, no signs that files cannot hold."""
    return _NO_LETTERS.sub("", _LINE_BREAKS.sub("\n", canonical(text))).strip()


def is_blank(content: CellContent) -> bool:
    """Return whether a cell is empty for whoever looks at it.

    >>> is_blank(" \u00a0"), is_blank("0"), is_blank(None)
    (True, False, True)
    """
    return content is None or (isinstance(content, str) and not visible(content))


def visible(text: str) -> str:
    """Return a short text without the invisible signs that programs leave in it, and without spaces around it."""
    return canonical(text).translate(_INVISIBLE).strip()


def key_of(key: str, programme: Programme) -> str:
    """Return the form in which keys are compared; what was renamed since the form was made is found by its new name.

    >>> from muniprog.timeframe import Period
    >>> from muniprog.text import Text
    >>> plan = Programme(id="p", title=Text.of("P"), period=Period.parse("2020"), languages=("sv",))
    >>> key_of("ACT-7\u00a0", plan) == key_of("act-7", plan)
    True
    """
    bare = visible(key)
    name = re.split("[@$]", bare, maxsplit=1)[0]
    if name in programme:
        bare = programme[name].id + bare[len(name) :]
    return unicodedata.normalize("NFC", bare).casefold()
