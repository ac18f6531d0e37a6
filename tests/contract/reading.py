"""How the files of every report backend are read, and a page of Sphinx with them: words, cells, links."""

import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import attrs
import openpyxl

from tests.contract.readers import page_of_markdown, text_of_plain, text_of_tree, tree_of

_OF_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS_OF_TEX = {
    "textasciigrave": "`",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textbar": "|",
    "textgreater": ">",
    "textless": "<",
    "textminus": "−",
    "textquotedbl": '"',
    "newline": "\n",
}
_MARKUP_OF_TEX = re.compile(r"\\([a-z]+)(?:\{\})?|\\(.)|[{}]")


@attrs.frozen
class Reader:
    """How a type of file is read.

    Attributes:
        words: What a reader reads in it.
        rows: How many cells each row of its tables has.
        links: Where one can go from it.
    """

    words: Callable[[bytes], str]
    rows: Callable[[bytes], Iterable[int]]
    links: Callable[[bytes], Iterable[str]]


def _of_page(tree: Callable[[bytes], Element]) -> Reader:
    return Reader(
        words=lambda file: text_of_tree(tree(file)),
        rows=lambda file: [sum(1 for each in row if each.tag in {"td", "th"}) for row in tree(file).iter("tr")],
        links=lambda file: [link for each in tree(file).iter("a") if (link := each.get("href"))],
    )


def _tex(file: bytes) -> str:
    return file.decode().partition("\\begin{document}")[2]


def _words_of_tex(file: bytes) -> str:
    return _MARKUP_OF_TEX.sub(lambda found: _SIGNS_OF_TEX.get(found[1], "") if found[1] else found[2] or "", _tex(file))


def _part_of_word(file: bytes, name: str) -> Element:
    with ZipFile(BytesIO(file)) as packed:
        return ElementTree.fromstring(packed.read(f"word/{name}"))


def _words_of_word(file: bytes) -> str:
    ends = {f"{_OF_WORD}{name}" for name in ("p", "br", "tc")}
    signs = {f"{_OF_WORD}noBreakHyphen": "\u2011", f"{_OF_WORD}t": ""}
    document = _part_of_word(file, "document.xml")
    return "".join("\n" if each.tag in ends else signs.get(each.tag, "") + _said(each) for each in document.iter())


def _said(element: Element) -> str:
    return (element.text or "") if element.tag == f"{_OF_WORD}t" else ""


def _rows_of_word(file: bytes) -> list[int]:
    rows = _part_of_word(file, "document.xml").iter(f"{_OF_WORD}tr")
    return [len(row.findall(f"{_OF_WORD}tc")) for row in rows]


def _links_of_word(file: bytes) -> list[str]:
    relations = _part_of_word(file, "_rels/document.xml.rels")
    return [each.get("Target", "") for each in relations if each.get("TargetMode") == "External"]


def _words_of_workbook(file: bytes) -> str:
    sheets = openpyxl.load_workbook(BytesIO(file)).worksheets
    rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    return "\n".join(str(value) for row in rows for value in row if value is not None)


def _rows_of_workbook(file: bytes) -> list[int]:
    """Return how wide each table is; all of its rows are."""
    sheets = openpyxl.load_workbook(BytesIO(file)).worksheets[2:]
    return [len(table.tableColumns) for sheet in sheets for table in sheet.tables.values()]


def _links_of_workbook(file: bytes) -> list[str]:
    sheets = openpyxl.load_workbook(BytesIO(file)).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    return [str(cell.hyperlink.target) for cell in cells if cell.hyperlink is not None and cell.hyperlink.target]


def _words_of_pdf(file: bytes) -> str:
    from tests.contract import pdf_reading

    return pdf_reading.read(file).text


def _rows_of_pdf(file: bytes) -> list[int]:
    from tests.contract import pdf_reading

    return [len(row.all("TH", "TD")) for row in pdf_reading.read(file).all("TR")]


def _links_of_pdf(file: bytes) -> list[str]:
    from tests.contract import pdf_reading

    return pdf_reading.links_of(file)


READERS: Mapping[str, Reader] = {
    "docx": Reader(words=_words_of_word, rows=_rows_of_word, links=_links_of_word),
    "html": _of_page(lambda file: tree_of(file.decode())),
    "latex": Reader(
        words=_words_of_tex,
        rows=lambda file: [
            row.count(" & ") + 1
            for row in re.findall(r"^(?!\\caption)(.*) \\tabularnewline$", _tex(file), re.MULTILINE)
        ],
        links=lambda file: re.findall(r"\\href\{([^}]*)\}", _tex(file)),
    ),
    "markdown": _of_page(lambda file: tree_of(page_of_markdown(file.decode()))),
    "pdf": Reader(words=_words_of_pdf, rows=_rows_of_pdf, links=_links_of_pdf),
    "sphinx": _of_page(lambda file: tree_of(file.decode())),
    "text": Reader(
        words=lambda file: text_of_plain(file.decode()),
        rows=lambda file: [len(each.split("┬")) for each in re.findall("┌([─┬]*)┐", file.decode())],
        links=lambda file: re.findall(r"\S <([^<> ]*)>$", file.decode(), flags=re.MULTILINE),
    ),
    "xlsx": Reader(words=_words_of_workbook, rows=_rows_of_workbook, links=_links_of_workbook),
}
"""How each type of file is read, by the name of its backend; `sphinx` is the part of a page that a report fills."""
