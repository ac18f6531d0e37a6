"""Reads an OpenDocument spreadsheet: what a form becomes when LibreOffice saves it in its own format."""

import muniprog
from muniprog_xlsx.spreadsheets.book import Book, Oddity, Sheet
from muniprog_xlsx.spreadsheets.contents import exact
from muniprog_xlsx.spreadsheets.days import day_from_text
from muniprog_xlsx.spreadsheets.packed import Packed, new_parser, parse
from muniprog_xlsx.spreadsheets.refusals import NO_WORKBOOK, PASSWORD, Unreadable

_MEDIA_TYPES = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)
_MANIFEST, _CONTENT = "META-INF/manifest.xml", "content.xml"
_MOST_REPEATED = 1_000  # cells or rows that hold something; more of the same is a mistake or a trap


def is_ods(packed: Packed) -> bool:
    """Return whether a package is one of OpenDocument."""
    return "mimetype" in packed


def read_ods(packed: Packed) -> Book:
    """Return what stands in a workbook.

    Raises:
        Unreadable: It is no spreadsheet, is protected with a password, or is damaged.
    """
    if packed.read("mimetype").strip() not in _MEDIA_TYPES:
        raise Unreadable(NO_WORKBOOK)
    if _MANIFEST in packed and b"encryption-data" in packed.read(_MANIFEST):
        raise Unreadable(PASSWORD)
    reader = _ContentReader()
    parser = new_parser()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    parse(parser, packed.read(_CONTENT), _CONTENT)
    return reader.book


class _ContentReader:
    """Takes the events of the parser. OpenDocument has fixed prefixes, which every program writes."""

    def __init__(self) -> None:
        self.book = Book()
        self._row = self._column = 0
        self._cells: dict[int, muniprog.CellContent] = {}
        self._oddities: dict[int, Oddity] = {}
        self._row_repeated = 1
        self._cell: dict[str, str] = {}
        self._paragraphs: list[str] = []
        self._in_paragraph = self._in_note = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        match tag:
            case "table:table":
                self.book.sheets.append(Sheet(attributes.get("table:name", "")))
                self._row = 0
            case "table:table-row":
                self._row_repeated = int(attributes.get("table:number-rows-repeated", "1"))
                self._column, self._cells, self._oddities = 0, {}, {}
            case "table:table-cell" | "table:covered-table-cell":
                self._cell, self._paragraphs = attributes, []
            case "office:annotation":
                self._in_note += 1
            case "text:p" if not self._in_note:
                self._in_paragraph += 1
                self._paragraphs.append("")
            case "text:s" | "text:tab" | "text:line-break":
                self.characters(_space(tag, attributes))

    def characters(self, words: str) -> None:
        """Take words; only those of a paragraph in a cell count."""
        if self._in_paragraph and not self._in_note:
            self._paragraphs[-1] += words

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        match tag:
            case "table:table-row":
                self._end_row()
            case "table:table-cell" | "table:covered-table-cell":
                self._end_cell()
            case "office:annotation":
                self._in_note -= 1
            case "text:p" if not self._in_note:
                self._in_paragraph -= 1

    def _end_cell(self) -> None:
        repeated = int(self._cell.get("table:number-columns-repeated", "1"))
        content, oddity = self._content()
        if content is not None or oddity is not None:
            for column in range(self._column + 1, self._column + 1 + min(repeated, _MOST_REPEATED)):
                self._cells[column] = content
                if oddity is not None:
                    self._oddities[column] = oddity
        self._column += repeated

    def _end_row(self) -> None:
        if self._cells:
            sheet = self.book.sheets[-1]
            for row in range(self._row + 1, self._row + 1 + min(self._row_repeated, _MOST_REPEATED)):
                sheet.rows[row] = dict(self._cells)
                for column, oddity in self._oddities.items():
                    sheet.oddities[row, column] = oddity
        self._row += self._row_repeated

    def _content(self) -> tuple[muniprog.CellContent, Oddity | None]:
        cell, words = self._cell, "\n".join(self._paragraphs)
        kind = cell.get("calcext:value-type") or cell.get("office:value-type", "")
        match kind:
            case "error":
                return words or "#ERR", Oddity.ERROR
            case "float" | "currency":
                return exact(cell["office:value"]), None
            case "percentage":
                return exact(cell["office:value"]), Oddity.PER_CENT
            case "date":
                return day_from_text(cell["office:date-value"]) or words, None
            case "boolean":
                return cell["office:boolean-value"] == "true", None
            case "" if cell.get("table:formula"):
                return None, Oddity.NO_RESULT
            case _:
                return cell.get("office:string-value", words) or None, None


def _space(tag: str, attributes: dict[str, str]) -> str:
    if tag == "text:s":
        return " " * min(int(attributes.get("text:c", "1")), _MOST_REPEATED)
    return "\t" if tag == "text:tab" else "\n"
