"""Reports as one self-contained web page that everybody can read.

The page needs no network, and its content policy forbids it. One script may run, known by its hash: it filters and
sorts, and all that it works on stands in the page as text. So what a user typed is text whatever it looks like.
Pictures stand in `img` elements, where even a hostile SVG can do nothing.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import count
from math import fsum
from typing import TYPE_CHECKING

import attrs

from muniprog.backends import wording
from muniprog.backends.html_finding import finder, former_of, found_by, shared_readers, sorted_by
from muniprog.backends.html_look import shades
from muniprog.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Heading,
    InLanguage,
    Logo,
    Prose,
    Row,
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
        found = finder(document)
        style = environment.get_template("report.css.j2").render(look=document.look, shades=shades(document.look))
        return page.render(
            document=document,
            contents=_outline(list(_headings(document.blocks, document.language))),
            policy=_policy(style, _script() if found else ""),
            finder=found,
            former=former_of(document),
            script=_script(),
            style=style,
            words=wording,
            next_table=count(1).__next__,
            next_figure=count(1).__next__,
        ).encode()

    def fragment(self, document: Document) -> str:
        """Return the report as a part of somebody else's page, such as a notebook, without script and contents list."""
        return (
            _environment()
            .get_template("fragment.html.j2")
            .render(
                document=document,
                former=former_of(document),
                words=wording,
                next_table=count(1).__next__,
                next_figure=count(1).__next__,
            )
        )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from muniprog.backends.html_inline import direction, prose, worded

    environment = Environment(
        loader=PackageLoader("muniprog.backends", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        bodies=_bodies,
        direction=direction,
        found_by=found_by,
        is_wide=_is_wide,
        kind=_kind,
        logo=_logo,
        may_scroll=_may_scroll,
        percents=_percents,
        permanent_link=_permanent_link,
        picture=_picture,
        plain=plain,
        prose=prose,
        repeats=caption_repeats,
        said=_said,
        shared_readers=shared_readers,
        sorted_by=sorted_by,
        unlinked=_unlinked,
        worded=worded,
    )
    return environment


@cache
def _script() -> str:
    """Return the script as it is; it holds nothing of any document."""
    return files("muniprog.backends").joinpath("templates", "report.js").read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return a content policy that allows this style sheet, this script if any, pictures in the page, and no more."""
    allowed = [f"style-src {_digest(style)}", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    if script:
        allowed += [f"script-src {_digest(script)}", "require-trusted-types-for 'script'", "trusted-types 'none'"]
    return "; ".join(["default-src 'none'", *allowed])


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


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


Line = tuple[Row, list[tuple[Cell, Column]]]
"""A row with the cells that begin in it, each with its column."""


def _bodies(table: Table) -> list[list[Line]]:
    """Return the table's rows as table bodies: rows that spanning cells join have one of their own."""
    rows = [
        (row, [(slot.cell, column) for slot, column in zip(slots, table.columns, strict=True) if slot.first])
        for row, slots in zip(table.rows, table.grid(), strict=True)
    ]
    groups = table.groups()
    if len(groups) == len(rows):
        return [rows] if rows else []
    return [rows[group.start : group.stop] for group in groups]


def _kind(block: Block) -> str:
    return type(block).__name__


def _picture(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _logo(logo: Logo) -> str:
    return f"data:{logo.media_type};base64,{b64encode(logo.content).decode()}"


def _said(words: Message, language: str) -> str:
    return words.spoken(language)


def _permanent_link(words: Prose, language: str) -> str:
    return message("Permanent link: {title}", title=" ".join(plain(words).split())).spoken(language)


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
