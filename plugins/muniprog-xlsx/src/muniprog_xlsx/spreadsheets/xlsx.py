"""Reads an Excel workbook: which sheets there are, its shared texts and its number formats."""

import posixpath

import attrs

from muniprog_xlsx.spreadsheets.book import Book
from muniprog_xlsx.spreadsheets.contents import Conventions
from muniprog_xlsx.spreadsheets.number_formats import GENERAL, NumberFormat, number_format
from muniprog_xlsx.spreadsheets.packed import Packed, elements
from muniprog_xlsx.spreadsheets.refusals import NO_WORKBOOK, Unreadable
from muniprog_xlsx.spreadsheets.shared_texts import read_shared_texts
from muniprog_xlsx.spreadsheets.xlsx_sheet import read_sheet

_ROOT = "_rels/.rels"


@attrs.define
class _Outline:
    """What the workbook's own file says."""

    sheets: list[tuple[str, str]] = attrs.field(factory=list)
    from_1904: bool = False


def read_xlsx(packed: Packed) -> Book:
    """Return what stands in a workbook.

    Raises:
        Unreadable: It is no workbook, or it is damaged.
    """
    if _ROOT not in packed:
        raise Unreadable(NO_WORKBOOK)
    main = _first(_relations(packed, _ROOT, ""), "/officeDocument")
    if main is None or main not in packed:
        raise Unreadable(NO_WORKBOOK)
    outline = _outline(packed, main)
    folder, file = posixpath.split(main)
    relations = _relations(packed, posixpath.join(folder, "_rels", f"{file}.rels"), folder)
    texts, styles = _first(relations, "/sharedStrings"), _first(relations, "/styles")
    conventions = Conventions(
        texts=[] if texts is None else read_shared_texts(packed.read(texts), texts),
        formats=[] if styles is None else _formats(packed.read(styles), styles),
        from_1904=outline.from_1904,
    )
    by_id = {identifier: target for identifier, (kind, target) in relations.items() if kind.endswith("/worksheet")}
    return Book(
        [
            read_sheet(name, packed.read(by_id[identifier]), by_id[identifier], conventions)
            for name, identifier in outline.sheets
            if identifier in by_id  # else it is a chart
        ]
    )


def _outline(packed: Packed, main: str) -> _Outline:
    outline = _Outline()

    def note(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            outline.sheets.append((attributes.get("name", ""), identifier))
        elif tag == "workbookPr":
            outline.from_1904 = attributes.get("date1904") in {"1", "true"}

    elements(packed.read(main), main, note)
    return outline


def _relations(packed: Packed, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return identifier → type and target of what a file of the package leads to."""
    found: dict[str, tuple[str, str]] = {}

    def note(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            found[attributes.get("Id", "")] = (attributes.get("Type", ""), target)

    elements(packed.read(name), name, note)
    return found


def _first(relations: dict[str, tuple[str, str]], ending: str) -> str | None:
    return next((target for kind, target in relations.values() if kind.endswith(ending)), None)


def _formats(data: bytes, name: str) -> list[NumberFormat]:
    """Return what the number format of each style of cell says."""
    codes: dict[int, str] = {}
    styles: list[NumberFormat] = []
    is_cells = False

    def note(tag: str, attributes: dict[str, str]) -> None:
        nonlocal is_cells
        match tag:
            case "numFmt":
                codes[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
            case "cellXfs" | "cellStyleXfs" | "cellStyles" | "dxfs":
                is_cells = tag == "cellXfs"
            case "xf" if is_cells:
                number = _number(attributes, "numFmtId")
                styles.append(number_format(number, codes.get(number)) if number else GENERAL)

    elements(data, name, note)
    return styles


def _number(attributes: dict[str, str], key: str) -> int:
    written = attributes.get(key, "")
    return int(written) if written.isdecimal() else 0
