"""A document as a workbook: an index, the running text, and a sheet for each table."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import muniprog
from muniprog_xlsx.reports.front_sheet import entries, write_front
from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.plan import Plan, PlannedTable, plan_of
from muniprog_xlsx.reports.prose import Said, short, words
from muniprog_xlsx.reports.table_sheet import TITLE_ROW, Surroundings, TableSheet, header_row
from muniprog_xlsx.reports.text_sheet import WIDTH, TextSheet
from muniprog_xlsx.reports.words import CONTENTS, TEXT, TO_CONTENTS
from muniprog_xlsx.workbook import LONGEST_NAME, lay_out_pages, open_workbook, sheet_names

_PARTING = " · "
_EMPTY_WIDTH = 2.0  # of a column beside the text: LibreOffice makes a page fit only where there are two


def write_report(document: muniprog.Document) -> bytes:
    """Return a document as the bytes of a workbook."""
    target = BytesIO()
    language, plan = document.language, plan_of(document)
    title, subtitle, notice = (
        _on_one_line(line, language) for line in (document.title, document.subtitle, document.notice)
    )
    workbook = open_workbook(target, title=title, subject=subtitle, language=language)
    names = sheet_names(_sheet_titles(plan, language))
    sheets = [workbook.add_worksheet(name) for name in names]
    text = TextSheet(plan, names[1], language)
    tables = [Place(name, TITLE_ROW) for name in names[2:]]
    places = dict(_places(document, plan, text, tables))
    looks = Looks(workbook, document.look)
    front, running, *others = (Pen(sheet, name, places, text.go_on) for sheet, name in zip(sheets, names, strict=True))
    about = _PARTING.join(line for line in (notice, short(document.title, language)) if line)
    around = Surroundings(language=language, about=about, contents=Place(names[0], 0))
    write_front(front, document, plan, looks, entries(plan, Place(names[1], 0), tables, language))
    for pen, planned in zip(others, plan.tables, strict=True):
        TableSheet(pen, planned, looks, around, text.place_of(planned.line)).write()
    _write_text(running, text, looks, around, tables)
    footer = _PARTING.join(line for line in (_on_one_line(document.look.footer, language), title) if line)
    for sheet in sheets:
        lay_out_pages(sheet, notice=notice, footer=footer, landscape=sheet is not sheets[1], names_sheet=True)
    sheets[0].activate()
    workbook.close()
    return target.getvalue()


def _write_text(pen: Pen, text: TextSheet, looks: Looks, around: Surroundings, tables: Sequence[Place]) -> None:
    sheet = pen.sheet
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, _EMPTY_WIDTH)
    sheet.set_row(0, pen.heading(0, 0, Said(TEXT.spoken(around.language)), looks, 1, WIDTH))
    sheet.set_row(1, pen.paragraph(1, 0, Said(around.about), looks, WIDTH))
    pen.lead(2, 0, TO_CONTENTS.spoken(around.language), around.contents, looks.text(is_link=True))
    last = text.write(pen, looks, tables)
    sheet.print_area(0, 0, last, 1)
    sheet.hide_gridlines(2)


def _sheet_titles(plan: Plan, language: str) -> Iterator[str]:
    """Yield what the sheets would be called if names could be as long as they like; tables are numbered."""
    yield CONTENTS.spoken(language)
    yield TEXT.spoken(language)
    for number, planned in enumerate(plan.tables, 1):
        yield _shortened(f"{number} {short(planned.table.caption, planned.language)}")


def _shortened(title: str) -> str:
    """Return a title that is cut between words, where it would be cut within one."""
    if len(title) <= LONGEST_NAME:
        return title
    beginning = title[:LONGEST_NAME].rpartition(" ")[0]
    return f"{beginning}…" if " " in beginning else title


def _places(
    document: muniprog.Document, plan: Plan, text: TextSheet, tables: Sequence[Place]
) -> Iterator[tuple[str, Place]]:
    """Yield where each anchor of the document is in the workbook."""
    found = dict(text.anchors())
    for planned, place in zip(plan.tables, tables, strict=True):
        found.update(_places_in(planned, place))
    yield from found.items()
    yield from ((before, found[now]) for before, now in document.former)


def _places_in(planned: PlannedTable, place: Place) -> Iterator[tuple[str, Place]]:
    anchors = [planned.table.anchor, "" if planned.figure is None else planned.figure.anchor]
    yield from ((anchor, place) for anchor in anchors if anchor)
    for row, slots in enumerate(planned.table.grid(), header_row(planned) + 1):
        for column, slot in enumerate(slots):
            if slot.first and slot.cell.anchor:
                yield slot.cell.anchor, Place(place.sheet, row, column)


def _on_one_line(line: muniprog.Prose, language: str) -> str:
    return " ".join(words(line, language).split())
