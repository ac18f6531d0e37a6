"""What stands below a table: its pictures, each with its words, and what is remarked on it."""

from collections.abc import Iterable

from muniprog_xlsx.reports.looks import Looks
from muniprog_xlsx.reports.pen import Pen
from muniprog_xlsx.reports.pictures import draw_figure
from muniprog_xlsx.reports.plan import Picture, PlannedSheet, says_something
from muniprog_xlsx.reports.prose import Said, said
from muniprog_xlsx.reports.words import NO_ROWS, PICTURE_SHOWS


def write_pictures(
    pen: Pen, pictures: Iterable[Picture], looks: Looks, row: int, width: float
) -> tuple[list[int], int]:
    """Write pictures, and return the row in which each begins, and the row after the last.

    Args:
        pen: Writes on the sheet.
        pictures: The pictures.
        looks: The formats.
        row: The row to begin with.
        width: How long lines are, in characters.
    """
    starts = []
    for picture in pictures:
        starts.append(row)
        row = _write_picture(pen, picture, looks, row, width)
    return starts, row


def write_notes(pen: Pen, planned: PlannedSheet, looks: Looks, row: int, width: float) -> int:
    """Write what is remarked on a table or a picture, and return the row after it."""
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
