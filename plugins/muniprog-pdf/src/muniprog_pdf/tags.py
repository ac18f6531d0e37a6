"""The last touch on the tags of a PDF: what the typesetter cannot say, or says only where a table fits on its page."""

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

import muniprog
from muniprog_pdf.row_headers import head_rows

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_TABLE = frozenset({"/Table"})
_DIVISION = frozenset({"/Div"})
_CELLS = frozenset({"/TH", "/TD"})


def complete_tags(file: "Pdf", tables: Sequence[muniprog.Table]) -> None:
    """Give the tables of a PDF their captions, and headers of rows too.

    Args:
        file: The PDF as it was typeset.
        tables: The tables that are printed in it, in reading order.
    """
    from pikepdf import NameTree

    del file.Root.MarkInfo.Suspects  # Without it nothing is suspect either, and some readers take it for a mistake.
    structure = file.Root.StructTreeRoot
    for division in [*_tags(structure, _DIVISION)]:
        _hand_over_caption(division)
    for number, (table, tag) in enumerate(zip(tables, _tags(structure, _TABLE), strict=True)):
        cells = [*_tags(tag, _CELLS)][len(table.columns) :]
        head_rows(table, cells, f"row{number}", NameTree(structure.IDTree))


def _hand_over_caption(division: "Object") -> None:
    """Give the table inside a division its caption; where a page ends in the table, the typesetter left it outside."""
    captions = [tag for tag in _inside(division) if tag.S == "/Caption"]
    table = next(_tags(division, _TABLE), None)
    if captions and table is not None:
        (caption,) = captions
        caption.P = table
        division.K = [tag for tag in _inside(division) if tag.S != "/Caption"]
        table.K = [caption, *_inside(table)]


def _tags(tag: "Object", kinds: Set[str]) -> Iterator["Object"]:
    """Yield what is tagged as one of these kinds inside a tag, in reading order."""
    for inside in _inside(tag):
        if str(inside.S) in kinds:
            yield inside
        yield from _tags(inside, kinds)


def _inside(tag: "Object") -> Iterator["Object"]:
    """Yield the tags that stand right inside a tag; texts and links are none."""
    from pikepdf import Dictionary

    for inside in tag.get("/K", ()):
        if isinstance(inside, Dictionary) and "/S" in inside:
            yield inside
