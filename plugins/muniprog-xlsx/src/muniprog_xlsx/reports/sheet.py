"""The sheet of a table or a picture, from top to bottom."""

from muniprog_xlsx.reports.columns import columns_across
from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.paper import Paper, page_breaks, paper_of_picture
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.pictures import PICTURE_WIDTH
from muniprog_xlsx.reports.plan import PlannedSheet
from muniprog_xlsx.reports.sheet_bottom import write_notes, write_pictures
from muniprog_xlsx.reports.sheet_top import Surroundings, first_free_row, title_of, write_top
from muniprog_xlsx.reports.tables import TableWriter

_LINES_WIDTH = 100.0


def write_sheet(pen: Pen, planned: PlannedSheet, looks: Looks, around: Surroundings, in_text: Place) -> Paper:
    """Write a sheet, and return how it is printed.

    Args:
        pen: Writes on the sheet.
        planned: What the sheet holds.
        looks: The formats.
        around: What all sheets say alike.
        in_text: Where it stands in the running text.
    """
    top = first_free_row(planned)
    if planned.table is None:
        below, widths, height = top + 1, list[float](), 0
    else:
        table = TableWriter(pen, planned.table, planned.language, looks, top)
        table.write(title_of(planned, around.language))
        below, widths, height = table.last_row + 2, table.widths, table.height
    write_top(pen, planned, looks, around, in_text, Place(pen.name, below))
    width = max(sum(widths), _LINES_WIDTH)
    starts, row = write_pictures(pen, planned.pictures, looks, below, width)
    last = write_notes(pen, planned, looks, row, width)
    needed = max(pen.across, PICTURE_WIDTH if planned.pictures else 0)
    pen.sheet.print_area(0, 0, last, columns_across(widths, needed) - 1)
    if planned.table is None:
        return paper_of_picture(last)
    pen.sheet.set_h_pagebreaks(list(page_breaks(height, max(sum(widths), needed), [*starts, row])))
    return Paper()
