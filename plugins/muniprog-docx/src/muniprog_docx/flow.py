"""Paragraphs and tables one below the other, and the pages that they flow over."""

from collections.abc import Iterable

from docx.oxml.ns import qn

from muniprog_docx.elements import Element, paragraph, w
from muniprog_docx.pages import Pages
from muniprog_docx.styles import Styles

_AFTER_TABLE = 200  # room between a table and the text below it, in twentieths of a point


class Flow:
    """The text of a document; `elements` holds what is written.

    Args:
        styles: The styles of the document.
        pages: Its pages.
    """

    def __init__(self, styles: Styles, pages: Pages) -> None:
        self.elements: list[Element] = []
        self.pages = pages
        self._styles = styles
        self._headings_at_end = 0
        self._on_new_page = False
        self._after_table = False

    def break_page(self) -> None:
        """Begin a new page with the next paragraph."""
        self._on_new_page = True

    def heading(self, level: int, content: Iterable[Element], language: str) -> None:
        """Write a heading."""
        headings = self._headings_at_end
        self._after_table = False  # a heading has room of its own above
        self.paragraph(f"heading {level}", content, language)
        self._headings_at_end = headings + 1

    def running(
        self, style: str, content: Iterable[Element], language: str, *, numbering: tuple[int, int] | None = None
    ) -> None:
        """Write a paragraph of running text, whose lines never get too long to read."""
        self.paragraph(style, content, language, numbering=numbering, room_beside=self.pages.beside.twips)

    def paragraph(
        self,
        style: str,
        content: Iterable[Element],
        language: str,
        *,
        keep_next: bool = False,
        numbering: tuple[int, int] | None = None,
        room_beside: int = 0,
    ) -> None:
        """Write a paragraph; the arguments are those of `elements.paragraph`, the style by its name."""
        written = paragraph(
            self._styles.paragraph(style),
            content,
            language=language,
            keep_next=keep_next,
            on_new_page=self._on_new_page,
            numbering=numbering,
            space_before=_AFTER_TABLE if self._after_table else None,
            room_beside=room_beside,
        )
        self._on_new_page = False
        self.add(written)

    def add(self, element: Element) -> None:
        """Add what is no paragraph, such as a table."""
        self.elements.append(element)
        self._headings_at_end = 0
        self._after_table = element.tag == qn("w:tbl")

    def turn(self, *, on_side: bool) -> None:
        """Turn the pages for what comes next, the headings that stand above it included."""
        ended = self.pages.turn(on_side=on_side)
        if ended is None or not self.elements:
            return
        before = len(self.elements) - self._headings_at_end
        last = self.elements[before - 1]  # the title at least stands before every heading
        if last.tag == qn("w:p"):
            last.find(qn("w:pPr")).append(ended)
        else:
            unseen = w("spacing", before=0, after=0, line=20, lineRule="exact")
            self.elements.insert(before, w("p", w("pPr", unseen, ended)))

    def end(self, language: str) -> None:
        """End the text; Word wants a paragraph after a table."""
        if self._after_table:
            self.paragraph("Body Text", [], language)
