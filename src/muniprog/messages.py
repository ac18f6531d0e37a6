"""Sentences that muniprog says to people, each in the language of its reader.

A `Message` is built where something is found and put into words where somebody reads it: it keeps the
English sentence and the values that stand in it, so that one and the same error can be read in Swedish by
a planner and in English in a log. Nothing here knows a current language; the language is an argument.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import Protocol, runtime_checkable

import attrs

from muniprog.language import date_text, number_text, primary

LANGUAGES = ("sv", "fi", "en")
"""The languages that muniprog itself speaks."""

DOMAIN = "muniprog"


@runtime_checkable
class Spoken(Protocol):
    """What can put itself into words in a given language."""

    def spoken(self, language: str) -> str:
        """Return the words in `language`."""
        ...


@attrs.frozen
class Message:
    """One sentence with its values: `message("{n} goals", n=27).spoken("sv")`."""

    msgid: str
    arguments: Mapping[str, object] = attrs.field(factory=dict, hash=False)
    plural: str | None = None
    count: int = 1

    def spoken(self, language: str) -> str:
        """Return the sentence in `language`, or in English where muniprog does not speak it."""
        words = catalogue(language)
        if self.plural is None:
            template = words.gettext(self.msgid)
        else:
            template = words.ngettext(self.msgid, self.plural, self.count)
        return template.format_map({name: _say(value, language) for name, value in self.arguments.items()})

    def __str__(self) -> str:
        return self.spoken("en")


def _as_tuple(parts: Iterable[Spoken]) -> tuple[Spoken, ...]:
    return tuple(parts)


@attrs.frozen
class Sentences:
    """Several sentences said one after the other."""

    parts: tuple[Spoken, ...] = attrs.field(converter=_as_tuple)

    def spoken(self, language: str) -> str:
        """Return the sentences in `language`, with a space between them."""
        return " ".join(part.spoken(language) for part in self.parts)

    def __str__(self) -> str:
        return self.spoken("en")


def message(msgid: str, /, **arguments: object) -> Message:
    """Return a message whose `{name}` places are filled with `arguments`.

    >>> str(message("There is no {what} here.", what="goal"))
    'There is no goal here.'
    """
    return Message(msgid, arguments)


def plural_message(singular: str, plural: str, count: int, /, **arguments: object) -> Message:
    """Return a message that follows a number; `{count}` stands for the number itself.

    >>> str(plural_message("{count} goal", "{count} goals", 2))
    '2 goals'
    """
    return Message(singular, {"count": count, **arguments}, plural, count)


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the translations of muniprog's own sentences into `language` (a tag such as `sv` or `sv-FI`)."""
    from pathlib import Path  # imported where it is used: it would double what this module costs to import

    spoken = primary(language)
    compiled = Path(__file__).with_name("locale") / spoken / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if spoken not in LANGUAGES or not compiled.is_file():
        return NullTranslations()
    with compiled.open("rb") as stream:
        return GNUTranslations(stream)


def _say(value: object, language: str) -> str:
    if isinstance(value, Spoken):
        return value.spoken(language)
    if isinstance(value, date):
        return date_text(value, language)
    if isinstance(value, Decimal):  # an int may be a year or a line number, and those are not grouped
        return number_text(value, language)
    if isinstance(value, (list, tuple)):
        return ", ".join(_say(part, language) for part in value)
    return str(value)
