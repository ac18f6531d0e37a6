"""The contents: a field that Word renews with page numbers, filled beforehand so that it reads right without."""

from collections.abc import Iterable, Sequence

import muniprog
from muniprog_docx.elements import Element, field_instruction, field_mark, paragraph, w
from muniprog_docx.links import to_bookmark
from muniprog_docx.prose import Pen, on_one_line, unlinked
from muniprog_docx.words import CONTENTS, span

DEEPEST = 9
"""How many levels of headings Word knows."""

Outline = Sequence[tuple[muniprog.Heading, str]]
"""Headings in reading order, each with the language that surrounds it."""


def outline(blocks: Iterable[muniprog.Block], language: str) -> list[tuple[muniprog.Heading, str]]:
    """Return the headings among blocks and inside them."""
    found: list[tuple[muniprog.Heading, str]] = []
    for block in blocks:
        match block:
            case muniprog.Heading():
                found.append((block, language))
            case muniprog.BulletList():
                for item in block.items:
                    found += outline(item, language)
            case muniprog.InLanguage():
                found += outline(block.blocks, block.language)
            case _:
                pass
    return found


def heading_bookmark(number: int) -> str:
    """Return the bookmark of the heading with this number, as Word names such bookmarks itself."""
    return f"_Toc{number:09}"


def contents(headings: Outline, language: str, pen: Pen) -> Element:
    """Return the contents of a document that has headings.

    Args:
        headings: Its headings.
        language: The language of the document.
        pen: Writes the lines.
    """
    levels = min(max(heading.level for heading, _ in headings), DEEPEST)
    begin = [
        field_mark("begin"),
        field_instruction(f'TOC \\o "1-{levels}" \\h \\z'),
        field_mark("separate"),
    ]
    lines = []
    for number, (heading, tongue) in enumerate(headings, start=1):
        mark = [] if tongue == language else pen.language_mark(tongue, language)
        words = [*mark, *pen.line(unlinked(on_one_line(heading.content)), tongue)]
        style = pen.styles.paragraph(f"toc {min(heading.level, DEEPEST)}")
        lines.append(paragraph(style, [*begin, to_bookmark(heading_bookmark(number), words)], language=tongue))
        begin = []
    title = pen.line((span(CONTENTS, language),), language)
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    end = paragraph(pen.styles.paragraph("toc 1"), [field_mark("end")], language=language)
    return w(
        "sdt",
        w("sdtPr", gallery),
        w("sdtContent", paragraph(pen.styles.paragraph("TOC Heading"), title, language=language), *lines, end),
    )
