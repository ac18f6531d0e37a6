"""A document as a workbook: an index, the running text, and a sheet for each table."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import muniprog
from muniprog_xlsx.reports.front_sheet import entries, write_front
from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.paper import Paper
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.plan import Plan, plan_of
from muniprog_xlsx.reports.prose import Said, short, words
from muniprog_xlsx.reports.sheet import write_sheet
from muniprog_xlsx.reports.sheet_top import TITLE_ROW, Surroundings, first_free_row
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
    places_of_sheets = [Place(name, TITLE_ROW) for name in names[2:]]
    places = dict(_places(plan, text, places_of_sheets))
    looks = Looks(workbook, document.look)
    front, running, *others = (Pen(sheet, name, places, text.go_on) for sheet, name in zip(sheets, names, strict=True))
    about = _PARTING.join(line for line in (notice, short(document.title, language)) if line)
    around = Surroundings(language=language, about=about, contents=Place(names[0], 0))
    write_front(front, document, plan, looks, entries(plan, Place(names[1], 0), places_of_sheets, language))
    papers = [
        write_sheet(pen, planned, looks, around, text.place_of(planned.line))
        for pen, planned in zip(others, plan.sheets, strict=True)
    ]
    _write_text(running, text, looks, around, places_of_sheets)
    footer = _PARTING.join(line for line in (_on_one_line(document.look.footer, language), title) if line)
    for sheet, paper in zip(sheets, (Paper(), Paper(is_upright=True), *papers), strict=True):
        lay_out_pages(sheet, notice=notice, footer=footer, landscape=not paper.is_upright, names_sheet=True)
        if paper.is_one_page:
            sheet.fit_to_pages(1, 1)
    sheets[0].activate()
    workbook.close()
    return target.getvalue()


def _write_text(pen: Pen, text: TextSheet, looks: Looks, around: Surroundings, sheets: Sequence[Place]) -> None:
    sheet = pen.sheet
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, _EMPTY_WIDTH)
    sheet.set_row(0, pen.heading(0, 0, Said(TEXT.spoken(around.language)), looks, 1, WIDTH))
    sheet.set_row(1, pen.paragraph(1, 0, Said(around.about), looks, WIDTH))
    pen.lead(2, 0, TO_CONTENTS.spoken(around.language), around.contents, looks.text(is_link=True))
    last = text.write(pen, looks, sheets)
    sheet.print_area(0, 0, last, 1)
    sheet.hide_gridlines(2)


def _sheet_titles(plan: Plan, language: str) -> Iterator[str]:
    """Yield what the sheets are called, those of tables and pictures numbered; some may be forbidden as names."""
    yield CONTENTS.spoken(language)
    yield TEXT.spoken(language)
    for number, planned in enumerate(plan.sheets, 1):
        yield _shortened(f"{number} {short(planned.title, planned.language)}")


def _shortened(title: str) -> str:
    """Return a title that is cut between words, where it would be cut within one."""
    if len(title) <= LONGEST_NAME:
        return title
    beginning = title[:LONGEST_NAME].rpartition(" ")[0]
    return f"{beginning}…" if " " in beginning else title


def _places(plan: Plan, text: TextSheet, sheets: Sequence[Place]) -> Iterator[tuple[str, Place]]:
    """Yield where each anchor of the document is in the workbook."""
    yield from text.anchors()
    for planned, place in zip(plan.sheets, sheets, strict=True):
        yield from ((anchor, place) for anchor in planned.anchors)
        if planned.table is not None:
            yield from _places_in(planned.table, first_free_row(planned) + 1, place.sheet)


def _places_in(table: muniprog.Table, first_row: int, sheet: str) -> Iterator[tuple[str, Place]]:
    for row, slots in enumerate(table.grid(), first_row):
        for column, slot in enumerate(slots):
            if slot.first and slot.cell.anchor:
                yield slot.cell.anchor, Place(sheet, row, column)


def _on_one_line(line: muniprog.Prose, language: str) -> str:
    return " ".join(words(line, language).split())
