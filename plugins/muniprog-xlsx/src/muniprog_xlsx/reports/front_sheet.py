"""The first sheet: what the report is, what is known about it, and what each sheet holds."""

from collections.abc import Sequence

import attrs

import muniprog
from muniprog_xlsx.reports.columns import columns_across
from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.pictures import draw_logo
from muniprog_xlsx.reports.plan import Plan
from muniprog_xlsx.reports.prose import Said, said, words
from muniprog_xlsx.reports.sheet_top import title_of
from muniprog_xlsx.reports.words import (
    CHAPTER,
    CONTENTS,
    HOLDS,
    PICTURE,
    ROWS,
    SHEET,
    TEXT_HOLDS,
    WITH_PICTURE,
)
from muniprog_xlsx.sizes import bold_room, height_of, lines_in

_WIDTHS = (36.0, 70.0, 46.0, 9.0)
_KINDS = (*[muniprog.ColumnKind.TEXT] * 3, muniprog.ColumnKind.NUMBER)
_LINES_WIDTH = sum(_WIDTHS) - 20


@attrs.frozen(kw_only=True)
class Entry:
    """A sheet in the list of contents."""

    place: Place
    holds: str
    chapter: str = ""
    rows: int | None = None


def entries(plan: Plan, text: Place, sheets: Sequence[Place], language: str) -> list[Entry]:
    """Return what the list of contents holds: the running text, and each table and picture."""
    found = [Entry(place=text, holds=TEXT_HOLDS.spoken(language))]
    for planned, place in zip(plan.sheets, sheets, strict=True):
        chapter = " › ".join(planned.chapter)
        title, table = title_of(planned, language), planned.table
        if table is None:
            found.append(Entry(place=place, holds=f"{title} ({PICTURE.spoken(language)})", chapter=chapter))
        else:
            pictured = f" ({WITH_PICTURE.spoken(language)})" if planned.pictures else ""
            found.append(Entry(place=place, holds=title + pictured, chapter=chapter, rows=len(table.rows)))
    return found


def write_front(pen: Pen, document: muniprog.Document, plan: Plan, looks: Looks, listed: Sequence[Entry]) -> None:
    """Write the first sheet.

    Args:
        pen: Writes on the sheet.
        document: The document.
        plan: How it is laid out.
        looks: The formats.
        listed: What the list of contents holds.
    """
    sheet, language = pen.sheet, document.language
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.set_row(0, pen.title(0, " ".join(words(document.title, language).split()), looks))
    row = 1
    for line, is_bold in ((document.subtitle, False), (document.notice, True)):
        if line:
            row = pen.line(row, said([line], language), looks, is_bold=is_bold)
    if document.look.logo is not None:
        row += 1 + draw_logo(pen, row + 1, document.look.logo)
    row = _facts(pen, document, looks, row + 1)
    for opening in plan.opening:
        found = said([opening.content], opening.language)
        row = pen.lines(row, Said(opening.lead + found.text, found.link), looks, _LINES_WIDTH)
    last = _contents(pen, listed, looks, language, row + bool(plan.opening))
    sheet.print_area(0, 0, last, columns_across(_WIDTHS, pen.across) - 1)
    sheet.hide_gridlines(2)


def _facts(pen: Pen, document: muniprog.Document, looks: Looks, row: int) -> int:
    for name, value in document.metadata:
        fact = said([value], document.language)
        label = said([name], document.language)
        pen.write(row, 0, label, looks.text(is_bold=True))
        pen.write(row, 1, fact, looks.text(), looks.text(is_link=True))
        lines = max(lines_in(label.text, bold_room(_WIDTHS[0])), lines_in(fact.text, _WIDTHS[1]))
        pen.sheet.set_row(row, height_of(lines))
        row += 1
    return row + bool(document.metadata)


def _contents(pen: Pen, listed: Sequence[Entry], looks: Looks, language: str, row: int) -> int:
    """Write the list of contents as a table, and return its last row."""
    pen.sheet.set_row(row, pen.heading(row, 0, Said(CONTENTS.spoken(language)), looks, 1, _WIDTHS[0]))
    first = row + 2
    last = row + 1 + len(listed)
    columns = [
        {"header": title.spoken(language), "header_format": looks.column_title(kind)}
        for title, kind in zip((SHEET, HOLDS, CHAPTER, ROWS), _KINDS, strict=True)
    ]
    options = {
        "columns": columns,
        "style": "Table Style Light 1",
        "banded_rows": False,
        "title": CONTENTS.spoken(language),
    }
    pen.sheet.add_table(row + 1, 0, last, len(columns) - 1, options)
    text = looks.cell(muniprog.ColumnKind.TEXT)
    link = looks.cell(muniprog.ColumnKind.TEXT, is_link=True)
    number = looks.cell(muniprog.ColumnKind.NUMBER, "0")
    for line, entry in enumerate(listed, first):
        pen.lead(line, 0, entry.place.sheet, entry.place, link)
        pen.write(line, 1, Said(entry.holds), text)
        pen.write(line, 2, Said(entry.chapter), text)
        if entry.rows is None:
            pen.sheet.write_blank(line, 3, None, number)
        else:
            pen.sheet.write_number(line, 3, entry.rows, number)
        lines = max(lines_in(entry.holds, _WIDTHS[1]), lines_in(entry.chapter, _WIDTHS[2]))
        pen.sheet.set_row(line, height_of(lines))
    return last
