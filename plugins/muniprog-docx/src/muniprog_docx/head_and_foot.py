"""What stands at the head and at the foot of the pages."""

from collections.abc import Iterator

from docx.document import Document
from docx.parts.story import StoryPart

import muniprog
from muniprog_docx.elements import Element, field, paragraph, run, tabulator
from muniprog_docx.links import Links
from muniprog_docx.pages import text_width
from muniprog_docx.prose import Pen, on_one_line, shortened, unlinked
from muniprog_docx.styles import Styles
from muniprog_docx.words import PAGE, span

_LETTER, _LETTERS_OF_NUMBER = 90, 20  # how wide a letter of the foot is, in twentieths of a point


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
    if not document.sections[0].footer.is_linked_to_previous:
        return
    before = 0
    for section in document.sections:
        width = text_width(section).twips
        if width != before:  # else it has the foot of the section before
            section.footer.is_linked_to_previous = False
            _write_foot(_emptied(section.footer.part), width, styles, title, footer, language)
        before = width


def _write_foot(
    foot: StoryPart, width: int, styles: Styles, title: muniprog.Prose, footer: muniprog.Prose, language: str
) -> None:
    style = styles.paragraph("footer")
    pen = Pen(styles, Links(foot))
    if footer:
        foot.element.append(paragraph(style, pen.line(footer, language), language=language))
    short = shortened(unlinked(on_one_line(title)), width // _LETTER - _LETTERS_OF_NUMBER)
    line = [*pen.line(short, language), tabulator(), *_number_of_page(language)]
    foot.element.append(paragraph(style, line, language=language, right_tab=width))


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
