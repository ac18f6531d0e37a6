"""The sheet of a table or a picture, from top to bottom."""

from muniprog_xlsx.reports.columns import columns_across
from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen, Place
from muniprog_xlsx.reports.pictures import PICTURE_WIDTH
from muniprog_xlsx.reports.plan import PlannedSheet
from muniprog_xlsx.reports.sheet_bottom import write_bottom
from muniprog_xlsx.reports.sheet_top import Surroundings, first_free_row, title_of, write_top
from muniprog_xlsx.reports.tables import TableWriter

_LINES_WIDTH = 100.0


def write_sheet(pen: Pen, planned: PlannedSheet, looks: Looks, around: Surroundings, in_text: Place) -> None:
    """Write a sheet.

    Args:
        pen: Writes on the sheet.
        planned: What the sheet holds.
        looks: The formats.
        around: What all sheets say alike.
        in_text: Where it stands in the running text.
    """
    below, widths = first_free_row(planned) + 1, [_LINES_WIDTH]
    if planned.table is not None:
        table = TableWriter(pen, planned.table, planned.language, looks, first_free_row(planned))
        table.write(title_of(planned, around.language))
        below, widths = table.last_row + 2, table.widths
    write_top(pen, planned, looks, around, in_text, Place(pen.name, below))
    last = write_bottom(pen, planned, looks, below, max(sum(widths), _LINES_WIDTH))
    needed = max(pen.across, PICTURE_WIDTH if planned.pictures else 0)
    pen.sheet.print_area(0, 0, last, columns_across(widths, needed) - 1)
