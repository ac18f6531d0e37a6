"""Opens a workbook of whichever kind."""

from muniprog_xlsx.spreadsheets.book import Book
from muniprog_xlsx.spreadsheets.packed import Packed
from muniprog_xlsx.spreadsheets.refusals import Unreadable, source_error


def open_book(data: bytes, file: str) -> Book:
    """Return what stands in a workbook.

    Args:
        data: Its bytes.
        file: Its name, for messages.

    Raises:
        SourceError: It cannot be read; one sentence says why and what to do.
    """
    from muniprog_xlsx.spreadsheets.ods import is_ods, read_ods
    from muniprog_xlsx.spreadsheets.xlsx import read_xlsx

    try:
        packed = Packed(data)
        return read_ods(packed) if is_ods(packed) else read_xlsx(packed)
    except Unreadable as error:
        raise source_error(file, "X101", error.sentence) from error
