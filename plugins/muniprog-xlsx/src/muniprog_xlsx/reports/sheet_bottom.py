"""What stands below a table: its pictures, each with its words, and what is remarked on it."""

from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen
from muniprog_xlsx.reports.pictures import draw_figure
from muniprog_xlsx.reports.plan import Picture, PlannedSheet, says_something
from muniprog_xlsx.reports.prose import Said, said
from muniprog_xlsx.reports.words import NO_ROWS, PICTURE_SHOWS


def write_bottom(pen: Pen, planned: PlannedSheet, looks: Looks, row: int, width: float) -> int:
    """Write what stands below a table, and return the row after it.

    Args:
        pen: Writes on the sheet.
        planned: What the sheet holds.
        looks: The formats.
        row: The row to begin with.
        width: How long lines are, in characters.
    """
    for picture in planned.pictures:
        row = _write_picture(pen, picture, looks, row, width)
    if planned.table is not None and not planned.table.rows:
        row = pen.lines(row, Said(NO_ROWS.spoken(planned.language)), looks, width)
    for note in planned.notes:
        found = said([note.content], note.language)
        row = pen.lines(row, Said(note.lead + found.text, found.link), looks, width)
    return row


def _write_picture(pen: Pen, picture: Picture, looks: Looks, row: int, width: float) -> int:
    figure, language = picture.figure, picture.language
    if says_something(figure.caption):
        row = pen.line(row, said([figure.caption], language), looks, is_bold=True)
    row += draw_figure(pen, row, figure)
    shows = f"{PICTURE_SHOWS.spoken(language)}: {figure.alternative}"
    return pen.lines(row, Said(shows), looks, width) + 1
