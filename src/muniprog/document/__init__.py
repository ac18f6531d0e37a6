"""The document that a report is: a small tree of blocks that knows neither the model nor any file type.

A report builds a `Document`, a report backend prints it. A backend that knows the eight blocks below can
print every report, also those that plug-ins add.

>>> from muniprog.document import BulletList, Document, Heading, Paragraph
>>> page = Document(
...     "Integration programme",
...     "en",
...     [Heading(1, "Housing", anchor="housing"), Paragraph("Two goals."), BulletList(["Advice", "Instructions"])],
... )
>>> [type(block).__name__ for block in page.walk()]
['Heading', 'Paragraph', 'BulletList', 'Paragraph', 'Paragraph']

Text is always text: nothing in a `Span` is markup, and a link with a dangerous scheme is no link at all.
"""

from muniprog.document.blocks import (
    Block,
    BulletList,
    Figure,
    Heading,
    InLanguage,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    anchors_of,
    caption_repeats,
    facets_of,
    lines_of,
    walk,
)
from muniprog.document.errors import DocumentError
from muniprog.document.facets import Facet, FacetKind, keys_by_kind
from muniprog.document.inline import Mark, Prose, Span, Words, as_prose, by_link, clean, plain, prose, safe_link
from muniprog.document.look import Logo, Look, Template
from muniprog.document.table import Cell, CellValue, Column, ColumnKind, Row, Slot, Table, cell
from muniprog.document.whole import Document

__all__ = [
    "Block",
    "BulletList",
    "Cell",
    "CellValue",
    "Column",
    "ColumnKind",
    "Document",
    "DocumentError",
    "Facet",
    "FacetKind",
    "Figure",
    "Heading",
    "InLanguage",
    "Logo",
    "Look",
    "Mark",
    "Note",
    "NoteKind",
    "PageBreak",
    "Paragraph",
    "Prose",
    "Row",
    "Slot",
    "Span",
    "Table",
    "Template",
    "Words",
    "anchors_of",
    "as_prose",
    "by_link",
    "caption_repeats",
    "cell",
    "clean",
    "facets_of",
    "keys_by_kind",
    "lines_of",
    "plain",
    "prose",
    "safe_link",
    "walk",
]
