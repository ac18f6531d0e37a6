"""Reports as GitHub Flavored Markdown, in which everything that a user typed stays text."""

import re
from collections.abc import Iterable, Iterator

from muniprog.backends.wording import CONTENTS, FIGURE, NOTE_WORDS, ROWS_OF_FIGURE
from muniprog.document import (
    Block,
    BulletList,
    ColumnKind,
    Document,
    Figure,
    Heading,
    InLanguage,
    Note,
    Paragraph,
    Prose,
    Slot,
    Span,
    Table,
    by_link,
    caption_repeats,
    plain,
)
from muniprog.interfaces import ReportBackend
from muniprog.messages import message

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]")
# What makes a list, a heading or a rule only where a line begins.
_AT_LINE_START = re.compile(r"^(\d{1,9}(?=[.)]))?([-+#=.)])")
_IN_ADDRESS = str.maketrans({character: f"%{ord(character):02X}" for character in "()|[]"})
_DEEPEST = 6
_RULES = {ColumnKind.NUMBER: "---:", ColumnKind.SYMBOL: ":---:"}
_LINE_BREAK = "<br>"


def escape(text: str) -> str:
    r"""Return Markdown that reads as exactly `text` where it does not begin a line; line ends become `<br>`.

    >>> escape("a|b *c*")
    'a\\|b \\*c\\*'
    """
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", _LINE_BREAK)


def escape_start(markdown: str) -> str:
    r"""Return escaped Markdown so that it may begin a line.

    >>> escape_start("1. x"), escape_start("2019. "), escape_start("2019")
    ('1\\. x', '2019\\.', '2019')
    """
    return _AT_LINE_START.sub(r"\1\\\2", markdown.strip())


class MarkdownBackend(ReportBackend):
    """Prints a report as GitHub Flavored Markdown."""

    name = "markdown"
    title = message("Markdown")
    suffixes = (".md", ".markdown")
    media_type = "text/markdown; charset=utf-8; variant=GFM"

    def render(self, document: Document) -> bytes:
        """Return the document as UTF-8 text that ends with a line feed."""
        page = _Page(document.language)
        foot = [["---"], [page.say(document.look.footer)]] if document.look.footer else []
        parts = [*_front(document, page), *page.blocks(document.blocks), *foot]
        return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


def _front(document: Document, page: "_Page") -> Iterator[list[str]]:
    yield [f"# {page.say(document.title)}"]
    if document.notice:
        yield [f"**{page.say(document.notice)}**"]
    if document.subtitle:
        yield [page.say(document.subtitle)]
    if document.metadata:
        yield [f"- {page.say(name)}: {page.say(value)}" for name, value in document.metadata]
    headings = document.headings()
    if document.contents and headings:
        yield [f"**{escape(CONTENTS.spoken(document.language))}**"]
        yield [_contents_line(heading, page) for heading in headings]


def _contents_line(heading: Heading, page: "_Page") -> str:
    words = page.say(heading.content)
    return "  " * (heading.level - 1) + "- " + (f"[{words}](#{heading.anchor})" if heading.anchor else words)


def _anchor(anchor: str) -> str:
    return f'<a id="{anchor}"></a>' if anchor else ""


class _Page:
    """Lays blocks out; knows which language surrounds a text."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, words: Prose) -> str:
        """Return a line of prose as Markdown on one line: languages that differ are shown by a mark."""
        return escape_start("".join(self._linked(link, spans) for link, spans in by_link(words)))

    def _linked(self, link: str | None, spans: Prose) -> str:
        shown = "".join(map(self._said, spans))
        return shown if link is None else f"[{shown}]({link.translate(_IN_ADDRESS)})"

    def _said(self, span: Span) -> str:
        shown = escape(span.text)
        if span.language is not None and span.language != self.language and span.text:
            shown = f"\\[{escape(span.language)}\\] {shown}"
        if span.emphasis:
            return f"<em>{shown}</em>"
        return shown

    def blocks(self, blocks: Iterable[Block]) -> Iterator[list[str]]:
        """Yield the lines of each block; blocks stand with an empty line between them."""
        above: Block | None = None
        for block in blocks:
            match block:
                case Heading():
                    signs = "#" * min(block.level + 1, _DEEPEST)
                    yield [f"{signs} {_anchor(block.anchor)}{self.say(block.content)}"]
                case Paragraph():
                    yield [self.say(block.content)]
                case BulletList():
                    yield self._list(block)
                case Table():
                    yield from self._table(block, caption_repeats(block, above))
                case Figure():
                    yield from self._figure(block)
                case Note():
                    kind = escape(NOTE_WORDS[block.kind].spoken(self.language))
                    yield [f"> **{kind}:** {self.say(block.content)}"]
                case InLanguage():
                    yield [f"\\[{escape(block.language)}\\]"]
                    yield from _Page(block.language).blocks(block.blocks)
                case _:
                    pass  # a page break: there are no pages here
            above = block

    def _list(self, block: BulletList) -> list[str]:
        lines: list[str] = []
        for number, item in enumerate(block.items, start=1):
            bullet = f"{number}. " if block.numbered else "- "
            parts = "\n\n".join("\n".join(part) for part in self.blocks(item)).split("\n")
            lines.append((bullet + parts[0]).rstrip())
            lines.extend((" " * len(bullet) + line).rstrip() for line in parts[1:])
        return lines

    def _table(self, table: Table, repeats: bool = False) -> Iterator[list[str]]:
        caption = "" if repeats else f"**{self.say(table.caption)}**"
        if caption or table.anchor:
            yield [_anchor(table.anchor) + caption]
        titles = [self.say(column.title) for column in table.columns]
        rules = [_RULES.get(column.kind, "---") for column in table.columns]
        rows = ([self._cell(slot) for slot in slots] for slots in table.grid())
        yield [_line(cells) for cells in (titles, rules, *rows)]

    def _cell(self, slot: Slot) -> str:
        if not slot.first:
            return ""
        cell = slot.cell
        bullet = "• " if cell.bullets else ""
        words = _LINE_BREAK.join(bullet + self.say(line) for line in cell.content)
        return _anchor(cell.anchor) + (f"**{words}**" if cell.header and words else words)

    def _figure(self, figure: Figure) -> Iterator[list[str]]:
        said = f"{FIGURE.spoken(self.language)}: {escape(figure.alternative)}"
        yield [f"{_anchor(figure.anchor)}{said}{self._told_at(figure)}"]
        if not figure.told_at:
            yield from self._table(figure.table)
        if plain(figure.caption):
            yield [self.say(figure.caption)]

    def _told_at(self, figure: Figure) -> str:
        rows = escape(ROWS_OF_FIGURE.spoken(self.language))
        return f" [{rows}](#{figure.told_at})" if figure.told_at else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
