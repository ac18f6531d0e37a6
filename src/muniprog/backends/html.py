"""Reports as one self-contained web page that everybody can read.

The page needs no network and runs no script, and its content policy forbids both: what a user typed is text
whatever it looks like. Pictures stand in `img` elements, where even a hostile SVG can do nothing.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from itertools import count
from math import fsum
from typing import TYPE_CHECKING

import attrs

from muniprog.backends import wording
from muniprog.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    InLanguage,
    Prose,
    Table,
    caption_repeats,
    plain,
)
from muniprog.interfaces import ReportBackend
from muniprog.messages import Message, message

if TYPE_CHECKING:
    from jinja2 import Environment

_COLUMNS_THAT_FIT = 3
_COLUMNS_THAT_ALWAYS_FIT = 2
_SYMBOL_SHARE = 0.25


class HtmlBackend(ReportBackend):
    """Prints a report as an accessible web page in one file."""

    name = "html"
    title = message("Web page")
    suffixes = (".html", ".htm")
    media_type = "text/html; charset=utf-8"

    def render(self, document: Document) -> bytes:
        """Return the page as UTF-8 text."""
        environment = _environment()
        page = environment.get_template("report.html.j2")
        return page.render(
            document=document,
            contents=_outline(list(_headings(document.blocks, document.language))),
            policy=_policy(environment.get_template("report.css.j2").render()),
            words=wording,
            next_table=count(1).__next__,
        ).encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from muniprog.backends.html_inline import direction, prose

    environment = Environment(
        loader=PackageLoader("muniprog.backends", "templates"),
        autoescape=True,
            next_figure=count(1).__next__,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        bodies=_bodies,
        direction=direction,
        is_wide=_is_wide,
        kind=_kind,
        may_scroll=_may_scroll,
        percents=_percents,
        picture=_picture,
        plain=plain,
        prose=prose,
        repeats=caption_repeats,
        said=_said,
        unlinked=_unlinked,
    )
    return environment


def _policy(style: str) -> str:
    """Return a content policy that allows this style sheet, pictures inside the page, and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


Entry = tuple[Heading, str, list["Entry"]]
"""A heading in the contents, the language that surrounds it, and the headings below it."""


def _outline(headings: list[tuple[Heading, str]]) -> list[Entry]:
    """Return the headings as the tree that their levels make."""
    top: list[Entry] = []
    open_lists = [top]
    for heading, language in headings:
        below: list[Entry] = []
        del open_lists[heading.level :]
        open_lists[-1].append((heading, language, below))
        open_lists.append(below)
    return top


def _headings(blocks: Iterable[Block], language: str) -> Iterator[tuple[Heading, str]]:
    """Yield the headings for the contents, each with the language that surrounds it."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block, language
        elif isinstance(block, InLanguage):
            yield from _headings(block.blocks, block.language)


def _unlinked(words: Prose) -> Prose:
    """Return a heading's words without links; in the contents they are one link already."""
    return tuple(attrs.evolve(span, link=None) for span in words)


def _bodies(table: Table) -> list[list[list[tuple[Cell, Column]]]]:
    """Return the table's rows as table bodies: rows that spanning cells join have one of their own."""
    rows = [
        [(slot.cell, column) for slot, column in zip(slots, table.columns, strict=True) if slot.first]
        for slots in table.grid()
    ]
    groups = table.groups()
    if len(groups) == len(rows):
        return [rows] if rows else []
    return [rows[group.start : group.stop] for group in groups]


def _kind(block: Block) -> str:
    return type(block).__name__


def _picture(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _said(words: Message, language: str) -> str:
    return words.spoken(language)


def _percents(table: Table) -> list[int]:
    """Return how many hundredths of the table each column takes; styles may not stand inline, so widths are classes."""
    whole = fsum(column.share for column in table.columns)  # sum() is another one from Python 3.12 on
    return [max(1, int(100 * column.share / whole)) for column in table.columns]


def _is_wide(table: Table) -> bool:
    """Return whether the table rather scrolls than squeezes its text on a narrow screen."""
    return _columns(table) > _COLUMNS_THAT_FIT


def _may_scroll(table: Table) -> bool:
    """Return whether the longest words of the table may be too wide for a narrow screen; others break there."""
    return _columns(table) > _COLUMNS_THAT_ALWAYS_FIT


def _columns(table: Table) -> float:
    """Return how many columns of text the table is as wide as."""
    return sum(_SYMBOL_SHARE if column.kind is ColumnKind.SYMBOL else 1 for column in table.columns)
