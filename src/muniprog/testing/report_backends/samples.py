"""Documents that the contract prints: one with every place where words may stand, and texts that try to be more."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from muniprog.document import (
    Block,
    BulletList,
    Column,
    ColumnKind,
    Document,
    Figure,
    Heading,
    InLanguage,
    Mark,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
    clean,
    prose,
)

HOSTILE: dict[str, str] = {
    "a formula": '=HYPERLINK("http://example.org","Klicka")',
    "equals signs": "==== rubrik",
    "a bullet of one's own": "- språkkafé",
    "a plus": "+ 3 platser",
    "a command of a spreadsheet": "@SUM(A1:A9)",
    "an apostrophe": "'=1+1",
    "a tab": "\t=1+1",
    "a version": "1.10",
    "a code": "007",
    "a number with a power": "42924e28",
    "a day": "2020-12-31",
    "a truth": "TRUE",
    "no number": "nan",
    "two numbers": "100,120",
    "control characters": "Mål\x0bdelmål \x02 \x1b[2J \x00 \uffff slut",
    "half a character": "före \ud83d efter",
    "pipes": "mål|delmål ||",
    "line breaks": "rad 1\nrad 2\r\nrad 3\u2028rad 4",
    "a line that begins like a block": "rad 1\n# rad 2\n\n=rad 3\n1. rad 4\n| rad 5 |\n---",
    "a backslash": "slutar med \\",
    "the end of a script": "</script><img src=x onerror=alert(1)><!-- -->",
    "elements": "<b>fet</b> &amp; &#60;i&#62; ]]> <![CDATA[x]]>",
    "the end of an attribute": "\" onclick=\"x\" ' onfocus='y' `z`",
    "templates": "{{ 7*7 }} {% raw %} {# x #} ${x} %(a)s {0} #{x} <%= 1 %>",
    "a call": '#evil[x] #import "x" @ref *x* _y_ $z$',
    "commands of TeX": "\\input{x} \\write18{y} % $a_1^2$ ~ ^^41 & #1",
    "Markdown": "# rubrik **fet** _kursiv_ [länk](javascript:alert(1)) ![bild](x) `kod` ~~struket~~",
    "reStructuredText": ".. include:: x |sub| `länk`_ :math:`x` *a* ::",
    "a link in angles": "<javascript:alert(1)> <https://example.org>",
    "right to left": "שלום العربية \u202eabc\u202c",
    "emoji": "👩‍👩‍👧 🇫🇮 🏳️‍🌈",
    "combining letters": "a\u030aa\u0308o\u0308",
    "spaces that hold together": "5\u00a0% 1\u202f000 a\u00adb x\u2011y",
    "letters far from A": "Ǆ ẞ İ ı 東京 𝔘",
    "a long word": "å" * 300,
}
"""Texts that some file type or other would run, rewrite, drop or choke on."""

DANGEROUS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "javascript&#58;alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
    "<javascript:alert(1)>",
    'https://example.org/"onclick="x',
)
"""Addresses that must not become links."""

SAFE = ("https://example.org/a?b=1&c=2#d", "http://example.org/x_y", "mailto:programme@example.org")
"""Addresses that must."""

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    '<rect x="0" y="0" width="25" height="20" fill="#0a4f8f"/></svg>'
)

Say = Callable[[str], str]
"""What stands in a place of a document, by the name of the place."""


def itself(place: str) -> str:
    """Return the name of the place: a document that says only where it says it."""
    return place


def item(*blocks: Block) -> tuple[Block, ...]:
    """Return an item of a list that holds these blocks."""
    return blocks


def harmless(text: str) -> str:
    """Return a text of as many words and lines that nobody could take for anything else.

    >>> harmless("=1+1 |")
    'ord ord'
    """
    return re.sub(r"[^\s]+", "ord", clean(text))


def whole_document(say: Say = itself, language: str = "sv") -> Document:
    """Return a document with every kind of block, alone and inside others, and words in every place."""
    return Document(
        say("title"),
        language,
        [
            *_chapter(say, "first"),
            PageBreak(),
            InLanguage("fi", _chapter(say, "other language")),
            BulletList([item(Paragraph(say("item with blocks")), *_inside(say, "item"))]),
            InLanguage("en", [BulletList([item(InLanguage("sv", _inside(say, "deep")))])]),
        ],
        subtitle=say("subtitle"),
        metadata=[(say("name"), say("value")), (say("second name"), [Span(say("second value"), language="fi")])],
        notice=say("notice"),
        contents=True,
    )


def _chapter(say: Say, name: str) -> list[Block]:
    anchor = name.replace(" ", "-")
    return [
        Heading(1, say(f"{name} chapter"), anchor=anchor),
        Paragraph(
            [
                Span(say(f"{name} words")),
                Span(say(f"{name} stressed"), emphasis=True),
                Span(say(f"{name} linked"), link="https://example.org/"),
                Span(say(f"{name} back"), link=f"#{anchor}"),
                Span(say(f"{name} foreign"), language="se"),
                *(Span(say(f"{name} {mark}"), mark=mark) for mark in Mark),
            ]
        ),
        Heading(2, say(f"{name} section")),
        *_inside(say, name),
    ]


def _inside(say: Say, name: str) -> list[Block]:
    """Return the blocks that may stand in each other."""
    return [
        *(Note(kind, say(f"{name} {kind}")) for kind in NoteKind),
        BulletList([say(f"{name} bullet"), item(Paragraph(say(f"{name} outer")), BulletList([say(f"{name} inner")]))]),
        BulletList([say(f"{name} number one"), say(f"{name} number two")], numbered=True),
        table(say, name),
        Figure(
            SVG,
            say(f"{name} alternative"),
            table=table(say, f"{name} rows of the figure"),
            caption=say(f"{name} caption of the figure"),
        ),
    ]


def table(say: Say, name: str) -> Table:
    """Return a table with every kind of column and cell."""
    kinds = (ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.DATE, ColumnKind.SYMBOL)
    return Table(
        say(f"{name} caption"),
        [Column(say(f"{name} column {kind}"), kind=kind) for kind in kinds],
        [
            Row(
                [
                    cell(say(f"{name} header"), header=True),
                    cell("12", value=12),
                    cell("2020-12-31", value=date(2020, 12, 31)),
                    cell([Span("●", meaning="klar")], value="klar"),
                ]
            ),
            Row(
                [
                    cell(say(f"{name} spanning"), header=True, rows=2),
                    cell("41.5", value=Decimal("41.5")),
                    cell(say(f"{name} line one"), say(f"{name} line two")),
                    cell(),
                ]
            ),
            Row(
                [
                    cell(say(f"{name} below")),
                    cell(say(f"{name} item one"), say(f"{name} item two"), bullets=True),
                    cell(""),
                ]
            ),
        ],
    )


def long_document(rows: int = 400) -> Document:
    """Return a document that fills several pages, whatever their size, with a notice for each of them."""
    numbered = [Row([cell(f"rad-{number:04}"), cell(str(number), value=number)]) for number in range(rows)]
    columns = [Column("Rad"), Column("Nummer", kind=ColumnKind.NUMBER)]
    return Document(
        "En lång tabell",
        "sv",
        [Heading(1, "Först"), PageBreak(), Table("Många rader", columns, numbered), PageBreak(), Paragraph("Sist.")],
        notice="Exempeldata",
    )


def empty_documents() -> dict[str, Document]:
    """Return documents in which something that may be empty is empty."""
    no_rows = Table("Ingen rad", [Column("Vad"), Column("Hur")], [])
    blocks: dict[str, Block] = {
        "a heading": Heading(1, ""),
        "a paragraph": Paragraph(""),
        "a note": Note(NoteKind.NOTE, ""),
        "a list": BulletList([]),
        "an item": BulletList([item(), "något"]),
        "a language": InLanguage("fi", []),
        "a table": no_rows,
        "a column title": Table("Utan titel", [Column("")], [Row([cell("x")])]),
        "a figure": Figure(SVG, "", table=no_rows, caption=""),
        "cells": Table(
            "Tomma celler", [Column("a"), Column("b")], [Row([cell(), cell("")]), Row([cell("", ""), cell()])]
        ),
    }
    found = {name: Document("Titel", "sv", [block], contents=True) for name, block in blocks.items()}
    return {"a document": Document("Titel", "sv", []), "a title": Document("", "sv", []), **found}


def linked_document() -> Document:
    """Return a document with links that are some, and many that must not be."""
    texts = (f"[{address}]({address}) <{address}> {address}" for address in DANGEROUS)
    return Document(
        "Länkar",
        "sv",
        [
            Heading(1, "Här", anchor="here"),
            BulletList([[Span(f"länk {number}", link=address)] for number, address in enumerate(SAFE)]),
            BulletList([[Span(f"ingen {number}", link=address)] for number, address in enumerate(DANGEROUS)]),
            BulletList(list(texts)),
            Paragraph(Span("dit", link="#here")),
            Table("Länkar", [Column("a")], [Row([cell(prose(Span("i en cell", link=SAFE[0])))])]),
        ],
    )


def deep_document(levels: int = 8) -> Document:
    """Return a document whose headings and lists go deeper than most file types know."""
    innermost = BulletList(["innerst"])
    for level in range(levels, 0, -1):
        innermost = BulletList([item(Paragraph(f"nivå {level}"), innermost)], numbered=bool(level % 2))
    headings = [Heading(level, f"rubrik {level}", anchor=f"h{level}") for level in range(1, levels + 1)]
    return Document("Djupt", "sv", [*headings, innermost], contents=True)


def block_alone() -> dict[str, Block]:
    """Return one of each kind of block, by what it is."""
    blocks: dict[str, Block] = {
        "a heading": Heading(1, "rubrik", anchor="rubrik"),
        "a paragraph": Paragraph("stycke"),
        "a list": BulletList(["ett", "två"]),
        "a numbered list": BulletList(["ett", "två"], numbered=True),
        "a table": table(itself, "tabell"),
        "a figure": Figure(SVG, "alternativ text", table=table(itself, "rader"), caption="bildtext"),
        "a page break": PageBreak(),
        "a language": InLanguage("fi", [Paragraph("suomeksi")]),
    }
    return blocks | {f"a note: {kind}": Note(kind, "anmärkning") for kind in NoteKind}


def text_alone(text: str) -> Document:
    """Return a document in which each place holds this text and nothing else."""
    rows = Table(f"{text} tabell", [Column(text), Column(text)], [Row([cell(text, header=True), cell(text, text)])])
    blocks: list[Block] = [
        Heading(1, text),
        Paragraph(text),
        Note(NoteKind.NOTE, text),
        BulletList([text, item(Paragraph(text), BulletList([text]))]),
        rows,
        Figure(SVG, text, table=rows, caption=text),
        InLanguage("fi", [Paragraph(text)]),
    ]
    return Document(text, "sv", blocks, subtitle=text, metadata=[(text, text)], notice=text, contents=True)
