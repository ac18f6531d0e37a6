"""Runs of text, and what text and links may hold."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

import attrs

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# What no file type can carry: control characters (they also steer terminals), lone surrogates, noncharacters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_SCHEME = re.compile(r"(?:https?://|mailto:)[^/?#]", re.IGNORECASE)
_RELATIVE = re.compile(r"(?!//|$)[\w.~%+@,=-]*(?:[/?#]|$)")
_NEVER_IN_LINKS = re.compile(r"""[\s<>"`\\\x00-\x1f\x7f-\x9f]|&(?:#|\w+;)""")


def clean(text: str) -> str:
    """Return `text` with one kind of line end and with U+FFFD where a character cannot be printed.

    >>> clean("Vasa\\r\\nstad\\x1b[2J")
    'Vasa\\nstad�[2J'
    """
    if not _UNUSUAL.search(text):
        return text
    return _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def safe_link(address: str | None) -> str | None:
    """Return `address` where it may become a link (http, https, mailto, relative, `#anchor`), else None.

    >>> safe_link(" https://example.org/a"), safe_link("JaVaScRiPt:alert(1)"), safe_link("#housing")
    ('https://example.org/a', None, '#housing')
    """
    if address is None:
        return None
    address = address.strip()
    if _NEVER_IN_LINKS.search(address):
        return None
    return address if _SCHEME.match(address) or _RELATIVE.match(address) else None


class Mark(StrEnum):
    """What a piece of text signals besides its words. The words must say it too: colour alone is no message."""

    ADDED = "added"
    REMOVED = "removed"
    GOOD = "good"
    CAUTION = "caution"
    BAD = "bad"
    MISSING = "missing"


@attrs.frozen
class Span:
    """A run of text that is alike all through.

    Attributes:
        text: The characters; a line feed breaks the line.
        language: Its language tag where that differs from what surrounds it; backends then show it.
        link: Address or `#anchor` that it leads to; a dangerous address becomes None (see `safe_link`).
        emphasis: Whether it stands out.
        mark: What it signals, or None.
        meaning: What a symbol stands for, read aloud in its place; a legend must tell everybody else.
        readers: Where the same is said in several languages side by side, the languages that this wording is for;
            empty for what only stands between two wordings. None for what is for everybody.
    """

    text: str = attrs.field(converter=clean)
    language: str | None = attrs.field(default=None, kw_only=True)
    link: str | None = attrs.field(default=None, kw_only=True, converter=safe_link)
    emphasis: bool = attrs.field(default=False, kw_only=True)
    mark: Mark | None = attrs.field(default=None, kw_only=True)
    meaning: str | None = attrs.field(default=None, kw_only=True)
    readers: tuple[str, ...] | None = attrs.field(default=None, kw_only=True)


Prose = tuple[Span, ...]
"""A line of text, made of spans."""

Words = str | Span | Iterable[Span]
"""What may be given where a document wants prose."""


def prose(*parts: Words) -> Prose:
    """Return one line of text made of strings, spans and other prose.

    >>> prose("Read ", Span("more", link="https://example.org"))[1].text
    'more'
    """
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, str):
            spans.append(Span(part))
        elif isinstance(part, Span):
            spans.append(part)
        else:
            spans.extend(part)
    return tuple(spans)


def as_prose(words: Words) -> Prose:
    """Return `words` as prose."""
    return prose(words)


def plain(words: Prose) -> str:
    """Return the bare text of a line."""
    return "".join(span.text for span in words)


def by_link(words: Prose) -> Iterator[tuple[str | None, Prose]]:
    """Yield the parts of a line that lead to one place, or nowhere, with the address; a title in two languages is one.

    >>> line = prose(Span("Boende", link="#b"), Span(" / ", link="#b"), Span("Asuminen", link="#b"), ".")
    >>> [(link, plain(part)) for link, part in by_link(line)]
    [('#b', 'Boende / Asuminen'), (None, '.')]
    """
    for link, spans in groupby(words, key=lambda span: span.link):
        yield link, tuple(spans)
