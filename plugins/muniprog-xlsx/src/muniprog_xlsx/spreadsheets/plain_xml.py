"""A quick look at XML as spreadsheet programs usually write it.

Excel, LibreOffice and XlsxWriter write almost every cell and every text in the same plain way. Where a file holds
nothing else, regular expressions find it all in a third of the time that a parser takes. What looks for cells and texts
counts what it has found, and returns None where there is anything that it does not know, a comment for instance: then
the parser reads the file.
"""

import re

_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"(?: s="([0-9]+)")?(?: t="([bens])")?(?:/>|>(?:<v>([^<]*)</v>)?</c>)')
_EMPTY_ROWS = re.compile(
    rb'(?:<row r="[0-9]+"[^<>/]*+(?:/>|>(?:<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?+(?:/>|></c>))*+</row>))++'
)
_LARGE = 5_000_000  # bytes; a form of 5,000 rows has half of that
_TEXT = re.compile('<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_NAMED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

RawCell = tuple[bytes, bytes, bytes, bytes, bytes]
"""Column letters, row, style, type and value of a cell; what is not written is empty."""


def without_empty_rows(data: bytes) -> bytes:
    """Return the XML of a sheet without the rows in which nothing stands, of which there may be a million.

    They are left in where they are few, or might be inside a comment or a quoted section.
    """
    return data if len(data) < _LARGE or b"<!" in data else _EMPTY_ROWS.sub(b"", data)


def plain_cells(data: bytes) -> list[RawCell] | None:
    """Return the cells of a sheet, or None where it has to be parsed."""
    start, end = data.find(b"<sheetData>"), data.rfind(b"</sheetData>")
    if b"<!" in data or not 0 < start < end:
        return None
    cells = _CELL.findall(data, start, end)
    return cells if len(cells) == data.count(b"<c", start, end) else None


def plain_texts(data: bytes) -> list[str] | None:
    """Return the shared texts of a workbook as they are written, or None where they have to be parsed."""
    beginning = data[:200].lower()
    if b"<!" in data or b"&#" in data or (b"encoding" in beginning and b"utf-8" not in beginning):
        return None
    try:
        written = data.decode()
    except UnicodeDecodeError:
        return None
    texts: list[str] = _TEXT.findall(written)
    if len(texts) != written.count("<si") or "<sst" not in written:
        return None
    if "&" in written:
        texts = [_named_signs(text) if "&" in text else text for text in texts]
    return texts


def _named_signs(text: str) -> str:
    for name, sign in _NAMED:
        text = text.replace(name, sign)
    return text
