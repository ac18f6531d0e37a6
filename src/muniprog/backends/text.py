"""Reports as plain text, for a terminal or an e-mail."""

from collections.abc import Iterable, Iterator

from muniprog.backends.columns import pad, width, wrap
from muniprog.backends.grid import draw
from muniprog.backends.wording import CONTENTS, FIGURE, NOTE_WORDS
from muniprog.document import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    InLanguage,
    Note,
    Paragraph,
    Prose,
    Span,
    Table,
    caption_repeats,
    plain,
)
from muniprog.interfaces import ReportBackend
from muniprog.messages import Message, message

_UNDERLINES = "═─"


class TextBackend(ReportBackend):
    """Prints a report as text in columns of one width.

    Args:
        columns: How many columns the page has.
    """

    name = "text"
    title = message("Plain text")
    suffixes = (".txt",)
    media_type = "text/plain; charset=utf-8"

    def __init__(self, columns: int = 100) -> None:
        self.columns = columns

    def render(self, document: Document) -> bytes:
        """Return the document as UTF-8 text that ends with a line feed."""
        page = _Page(self.columns, document.language)
        notice = [page.wrapped(document.notice)] if document.notice else []
        foot = [page.wrapped(document.look.footer)] if document.look.footer else []
        parts = [*notice, *_front(document, page), *page.blocks(document.blocks), *notice, *foot]
        text = "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts)
        return f"{text}\n".encode()


def _front(document: Document, page: "_Page") -> Iterator[list[str]]:
    title = wrap(page.say(document.title), page.columns)
    yield [*title, "═" * max(map(width, title))]
    if document.subtitle:
        yield page.wrapped(document.subtitle)
    if document.metadata:
        yield _pairs(document, page)
    headings = document.headings()
    if document.contents and headings:
        lines = [line for heading in headings for line in _contents_lines(heading, page)]
        yield [CONTENTS.spoken(document.language), *lines]


def _pairs(document: Document, page: "_Page") -> list[str]:
    names = [f"{page.say(name)}:" for name, _ in document.metadata]
    column = min(max(map(width, names)), page.columns // 3) + 1
    lines = []
    for name, (_, value) in zip(names, document.metadata, strict=True):
        lines.extend(wrap(page.say(value), page.columns, pad(name, column, "left"), " " * column))
    return lines


def _contents_lines(heading: Heading, page: "_Page") -> list[str]:
    indent = "  " * heading.level
    return wrap(page.say(heading.content).replace("\n", " "), page.columns, indent, indent + "  ")


class _Page:
    """Lays blocks out; knows how wide the page is and which language surrounds a text."""

    def __init__(self, columns: int, language: str) -> None:
        self.columns = columns
        self.language = language

    def say(self, words: Prose) -> str:
        """Return a line of prose as characters: languages that differ and addresses of links are shown."""
        return "".join(self._said(span) for span in words)

    def _said(self, span: Span) -> str:
        foreign = span.language is not None and span.language != self.language
        shown = f"[{span.language}] {span.text}" if foreign and span.text else span.text
        if span.link is None or span.link.startswith("#") or span.link.removeprefix("mailto:") == span.text:
            return shown
        return f"{shown} <{span.link}>"

    def wrapped(self, words: Prose) -> list[str]:
        return wrap(self.say(words), self.columns)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[list[str]]:
        """Yield the lines of each block; blocks stand with an empty line between them."""
        above: Block | None = None
        for block in blocks:
            match block:
                case Heading():
                    yield self._heading(block)
                case Paragraph():
                    yield self.wrapped(block.content)
                case BulletList():
                    yield self._list(block)
                case Table():
                    yield self._table(block, caption_repeats(block, above))
                case Figure():
                    yield from self._figure(block)
                case Note():
                    yield self._remark(NOTE_WORDS[block.kind], self.say(block.content))
                case InLanguage():
                    yield [f"[{block.language}]"]
                    yield from _Page(self.columns, block.language).blocks(block.blocks)
                case _:
                    pass  # a page break: there are no pages here
            above = block

    def _remark(self, kind: Message, text: str) -> list[str]:
        return wrap(f"{kind.spoken(self.language)}: {text}", self.columns, later="  ")

    def _heading(self, heading: Heading) -> list[str]:
        lines = self.wrapped(heading.content)
        if heading.level > len(_UNDERLINES):
            return lines
        return [*lines, _UNDERLINES[heading.level - 1] * max(map(width, lines))]

    def _list(self, block: BulletList) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(block.items, start=1):
            bullet = f"{number}. " if block.numbered else "• "
            inner = _Page(self.columns - len(bullet), self.language)
            parts = [line for part in inner.blocks(item) for line in part]
            lines.extend((bullet if index == 0 else " " * len(bullet)) + line for index, line in enumerate(parts))
        return lines

    def _table(self, table: Table, repeats: bool = False) -> list[str]:
        caption = [] if repeats else self.wrapped(table.caption)
        return [*caption, *draw(table, self.columns, self.say).split("\n")]

    def _figure(self, figure: Figure) -> Iterator[list[str]]:
        yield self._remark(FIGURE, figure.alternative)
        if not figure.told_at:
            yield self._table(figure.table)
        if plain(figure.caption):
            yield self.wrapped(figure.caption)
