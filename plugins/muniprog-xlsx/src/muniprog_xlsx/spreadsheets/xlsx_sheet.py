"""Reads one sheet of an Excel workbook: values, formulas without a result, errors and number formats.

Only cells that hold something are kept, so that a million formatted rows, or a stray sign in the last cell of a sheet,
cost next to nothing.
"""

from muniprog_xlsx.spreadsheets.book import Sheet
from muniprog_xlsx.spreadsheets.contents import Contents, Conventions
from muniprog_xlsx.spreadsheets.packed import new_parser, parse
from muniprog_xlsx.spreadsheets.plain_xml import RawCell, plain_cells, without_empty_rows
from muniprog_xlsx.spreadsheets.refusals import BROKEN, Unreadable

_DIGITS = "0123456789"


def read_sheet(name: str, data: bytes, file: str, conventions: Conventions) -> Sheet:
    """Return what stands in a sheet.

    Args:
        name: Its name.
        data: Its XML.
        file: The name of that file inside the workbook.
        conventions: What all sheets share.

    Raises:
        Unreadable: It is damaged.
    """
    contents = Contents(Sheet(name), conventions)
    data = without_empty_rows(data)
    cells = plain_cells(data)
    if cells is not None:
        try:
            _take_plain(cells, contents)
        except (ValueError, LookupError) as error:
            raise Unreadable(BROKEN, reason=file) from error
    else:
        reader = _SheetReader(contents)
        parser = new_parser()
        parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
        parser.CharacterDataHandler = reader.characters
        parse(parser, data, file)
    return contents.sheet


def _take_plain(cells: list[RawCell], contents: Contents) -> None:
    """Take the cells that a quick look has found."""
    texts, rows = contents.conventions.texts, contents.sheet.rows
    columns: dict[bytes, int] = {}
    last, row, in_row = b"", 0, {}
    for letters, number, style, kind, value in cells:
        if not value:
            continue
        if number != last:
            last, row = number, int(number)
            in_row = rows.setdefault(row, {})
        column = columns.get(letters)
        if column is None:
            column = columns[letters] = column_number(letters.decode())
        if kind == b"s":
            content = texts[int(value)]
            if content:
                in_row[column] = content
        else:
            contents.take(row, column, kind.decode(), int(style or b"0"), value.decode())


class _SheetReader:
    """Takes the events of the parser, for a sheet that holds more than plain cells."""

    __slots__ = (
        "_cell", "_column", "_contents", "_formula", "_has_formula", "_is_sound", "_is_value", "_row", "_row_tag",
        "_sound", "_style", "_text", "_text_tag", "_type", "_value",
    )  # fmt: skip

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._row = self._column = 0
        self._style, self._type, self._text = "0", "n", ""
        self._has_formula = self._is_value = self._is_sound = False
        self._name_tags("")

    def _name_tags(self, prefix: str) -> None:
        self._cell, self._value, self._text_tag, self._row_tag, self._formula, self._sound = (
            prefix + local for local in ("c", "v", "t", "row", "f", "rPh")
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        if tag == self._cell:
            place = attributes.get("r", "")
            self._column = column_number(place.rstrip(_DIGITS)) if place else self._column + 1
            self._style, self._type = attributes.get("s", "0"), attributes.get("t", "n")
            self._text, self._has_formula = "", False
        elif tag in (self._value, self._text_tag):
            self._is_value = not self._is_sound
        elif tag == self._row_tag:
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif tag == self._formula:
            self._has_formula = True
        elif tag == self._sound:
            self._is_sound = True
        elif tag.endswith(":worksheet"):
            self._name_tags(tag.removesuffix("worksheet"))

    def characters(self, words: str) -> None:
        """Take words; only those of a value count."""
        if self._is_value:
            self._text += words

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag in (self._value, self._text_tag):
            self._is_value = False
        elif tag == self._cell:
            if self._text or self._has_formula:
                self._contents.take(self._row, self._column, self._type, int(self._style), self._text)
        elif tag == self._sound:
            self._is_sound = False


def column_number(letters: str) -> int:
    """Return which column a spreadsheet calls so: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
