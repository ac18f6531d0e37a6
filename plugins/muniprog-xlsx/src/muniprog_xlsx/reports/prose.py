"""Lines of a document as the text of a cell, and the one place that the cell leads to.

A cell of a workbook has no language and at most one link. What would be lost by that is written out.
"""

import re
from collections.abc import Iterable
from itertools import groupby

import attrs

import muniprog

_ADDRESS = re.compile("https?://|mailto:", re.IGNORECASE)


@attrs.frozen
class Said:
    """What stands in a cell.

    Attributes:
        text: The text.
        link: Where it leads: an address, or `#` and an anchor; None where it leads nowhere, or to several places.
    """

    text: str
    link: str | None = None


def said(lines: Iterable[muniprog.Prose], language: str, *, bullet: str = "") -> Said:
    """Return lines of a document as they stand in a cell.

    A line that is wholly in another language begins with its tag: that is how a missing translation is seen. Where
    two languages stand side by side the reader sees it by itself. Addresses are written out, for paper and for cells
    with several links. One that is relative becomes no link: a workbook lies nowhere that it could start from.

    >>> said([muniprog.prose("Se ", muniprog.Span("sidan", link="https://example.org"))], "sv")
    Said(text='Se sidan <https://example.org>', link='https://example.org')

    Args:
        lines: The lines.
        language: The language of what surrounds them.
        bullet: What stands before each of them.
    """
    links: dict[str, None] = {}
    text = "\n".join(bullet + _line(line, language, links) for line in lines)
    return Said(text, next(iter(links)) if len(links) == 1 else None)


def words(line: muniprog.Prose, language: str) -> str:
    """Return a line as text."""
    return _line(line, language, {})


def short(line: muniprog.Prose, language: str) -> str:
    """Return a line without its words in other languages, unless it has no others."""
    own = "".join(span.text for span in line if not _is_foreign(span, language))
    return own.strip(" /\n") if _has_letters(own) else muniprog.plain(line)


def is_bare(line: muniprog.Prose) -> bool:
    """Return whether a line is nothing but text in the language of what surrounds it."""
    return len(line) == 1 and line[0].language is None and line[0].link is None


def _line(line: muniprog.Prose, language: str, links: dict[str, None]) -> str:
    if is_bare(line):
        return line[0].text
    is_marked = not any(_has_letters(span.text) and not _is_foreign(span, language) for span in line)
    parts = []
    tag: str | None = None
    for link, spans in groupby(line, key=lambda span: span.link):
        text = ""
        for span in spans:
            if is_marked and _is_foreign(span, language) and _has_letters(span.text):
                text += f"[{span.language}] " if span.language != tag else ""
                tag = span.language
            text += span.text
        parts.append(text if link is None else _linked(text, link, links))
    return "".join(parts)


def _linked(text: str, link: str, links: dict[str, None]) -> str:
    if link.startswith("#"):
        links[link] = None
        return text
    if _ADDRESS.match(link):
        links[link] = None
    return text if link.removeprefix("mailto:") == text else f"{text} <{link}>"


def _is_foreign(span: muniprog.Span, language: str) -> bool:
    return span.language is not None and _primary(span.language) != _primary(language)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
