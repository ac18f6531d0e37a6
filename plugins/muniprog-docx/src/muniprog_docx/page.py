"""The page: how large it is, and what stands at its head and its foot."""

from collections.abc import Iterator

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.section import Section
from docx.shared import Cm, Length

import muniprog
from muniprog_docx.elements import Element, field, paragraph, run, tabulator, w
from muniprog_docx.links import Links
from muniprog_docx.prose import Pen, on_one_line, unlinked
from muniprog_docx.styles import Styles
from muniprog_docx.words import PAGE, span

_A4_WIDTH, _A4_HEIGHT = Cm(21), Cm(29.7)


def turn(document: Document) -> None:
    """Lay the page of our own looks on its side; lines of running text stay as long as they were."""
    (section,) = document.sections
    width = text_width(section)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    indent = w("ind", right=Length(text_width(section) - width).twips)
    document.styles["Body Text"].element.find(qn("w:pPr")).append(indent)


def text_width(section: Section) -> Length:
    """Return how wide the text of a page is."""
    margins = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    return Length((section.page_width or _A4_WIDTH) - margins)


def text_height(section: Section) -> Length:
    """Return how high the text of a page is."""
    margins = (section.top_margin or 0) + (section.bottom_margin or 0)
    return Length((section.page_height or _A4_HEIGHT) - margins)


def write_notice(document: Document, styles: Styles, words: muniprog.Prose, language: str) -> None:
    """Write a line at the head of every page, below what a template has there."""
    style = styles.paragraph("muniprog Notice")
    for head in _heads(document):
        line = Pen(styles, Links(head)).line(unlinked(words), language)
        head.element.append(paragraph(style, line, language=language))


def write_foot(
    document: Document, styles: Styles, title: muniprog.Prose, footer: muniprog.Prose, language: str
) -> None:
    """Write the foot of every page, unless a template has one of its own.

    Args:
        document: The file.
        styles: Its styles.
        title: The report's title, which stands beside the number of the page.
        footer: The municipality's line, which stands above.
        language: The language of the document.
    """
    section = document.sections[0]
    if not section.footer.is_linked_to_previous:
        return
    foot = _emptied(section.footer.part)
    style = styles.paragraph("footer")
    pen = Pen(styles, Links(foot))
    if footer:
        foot.element.append(paragraph(style, pen.line(footer, language), language=language))
    line = [*pen.line(unlinked(on_one_line(title)), language), tabulator(), *_number_of_page(language)]
    foot.element.append(paragraph(style, line, language=language, right_tab=text_width(section).twips))


def _number_of_page(language: str) -> Iterator[Element]:
    words = span(PAGE, language)
    tongue = words.language or language
    before, _, rest = words.text.partition("{page}")
    between = rest.removesuffix("{pages}")
    yield run(before, tongue)
    yield field("PAGE", [run("1", tongue)])
    yield run(between, tongue)
    yield field("NUMPAGES", [run("1", tongue)])


def _heads(document: Document) -> Iterator[StoryPart]:
    """Yield every head that some page has, each once; the first section gets those that it lacks, for all to take."""
    has_first = any(section.different_first_page_header_footer for section in document.sections)
    has_even = document.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(document.sections):
        heads = [section.header]
        heads += [section.first_page_header] if has_first else []
        heads += [section.even_page_header] if has_even else []
        for head in heads:
            if not head.is_linked_to_previous:
                yield head.part
            elif number == 0:
                yield _emptied(head.part)


def _emptied(new: StoryPart) -> StoryPart:
    """Return a head or foot that has just been made, without the empty paragraph that it is made with."""
    for child in list(new.element):
        new.element.remove(child)
    return new
