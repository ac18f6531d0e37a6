"""What Excel demands of a workbook before it opens it without offering to repair it, read from the files themselves.

No other program is as strict: openpyxl and LibreOffice open what breaks these rules. So each rule is asked of the XML
of every report of both examples.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import attrs
import pytest

import muniprog

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CASES = [
    *((report, "vasa_2019_2022", "2020-12-31") for report in ("indicators", "owners", "programme", "timetable")),
    *(
        (report, "vasa_2019_2022_sample", None)
        for report in ("evaluation", "followup", "indicators", "owners", "programme", "timetable")
    ),
]
CELL = re.compile(r"([A-Z]+)([0-9]+)")
LIKE_A_CELL = re.compile(r"[A-Z]{1,3}[0-9]{1,7}|R[0-9]*C[0-9]*|[RC]", re.IGNORECASE)
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def units(text: str) -> int:
    """Return how long a text is for Excel."""
    return len(text.encode("utf-16-le")) // 2


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def text_of(element: Element) -> str:
    return unescaped("".join(each.text or "" for each in element.iter(f"{MAIN}t")))


@attrs.frozen
class Area:
    """A stretch of cells, such as A5:C9."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def named(cls, reference: str) -> "Area":
        first, _, last = reference.partition(":")
        (left, top), (right, bottom) = _place(first), _place(last or first)
        return cls(left, top, right, bottom)

    def meets(self, other: "Area") -> bool:
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom


def _place(cell: str) -> tuple[int, int]:
    found = CELL.fullmatch(cell)
    assert found is not None, cell
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(found[2])


@attrs.define(slots=False)
class Sheet:
    """A sheet as it stands in the file."""

    name: str
    root: Element
    tables: list[Element]
    texts: list[str]

    def all(self, tag: str) -> Iterator[Element]:
        return self.root.iter(MAIN + tag)

    @cached_property
    def cells(self) -> dict[tuple[int, int], Element]:
        return {_place(cell.attrib["r"]): cell for cell in self.all("c")}

    def text(self, place: tuple[int, int]) -> str | None:
        """Return what a cell says; None where it holds no text."""
        cell = self.cells[place]
        return self.texts[int(cell.findtext(f"{MAIN}v", ""))] if cell.get("t") == "s" else None


@attrs.define(slots=False)
class Book:
    """A workbook as a file of files."""

    files: dict[str, bytes]

    def related(self, part: str) -> dict[str, str]:
        """Return where the relations of a part lead, by their identifiers."""
        found = self.files.get(join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels"))
        links = [] if found is None else list(fromstring(found))
        inside = [each for each in links if each.get("TargetMode") != "External"]
        return {each.attrib["Id"]: normpath(join(dirname(part), each.attrib["Target"])) for each in inside}

    @cached_property
    def workbook(self) -> Element:
        return fromstring(self.files["xl/workbook.xml"])

    @cached_property
    def sheets(self) -> list[Sheet]:
        texts = [text_of(each) for each in fromstring(self.files["xl/sharedStrings.xml"])]
        parts = self.related("xl/workbook.xml")
        found = []
        for each in self.workbook.iter(f"{MAIN}sheet"):
            part = parts[each.attrib[f"{OFFICE}id"]]
            root, inside = fromstring(self.files[part]), self.related(part)
            tables = [inside[table.attrib[f"{OFFICE}id"]] for table in root.iter(f"{MAIN}tablePart")]
            found.append(Sheet(each.attrib["name"], root, [fromstring(self.files[table]) for table in tables], texts))
        return found


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def book(request: pytest.FixtureRequest) -> Book:
    """A report of an example in two languages."""
    report, example, day = request.param
    printed = muniprog.report(report, muniprog.load(example), languages=("sv", "fi"), as_of=day)
    with pytest.MonkeyPatch.context() as patched:
        dot = muniprog.picture_png('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>', width=40)
        patched.setattr(muniprog, "picture_png", lambda svg, *, width: dot)
        data = printed.render("xlsx")
    with ZipFile(BytesIO(data)) as zipped:
        assert len(set(map(str.lower, zipped.namelist()))) == len(zipped.namelist())
        return Book({name: zipped.read(name) for name in zipped.namelist()})


def test_names_of_sheets_are_short_legal_and_unlike_whatever_their_case(book: Book) -> None:
    names = [sheet.name for sheet in book.sheets]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 1 <= units(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


def test_names_of_tables_are_legal_and_unlike_whatever_their_case(book: Book) -> None:
    tables = [table for sheet in book.sheets for table in sheet.tables]
    names = [table.attrib["displayName"] for table in tables]
    named = [each.attrib["name"] for each in book.workbook.iter(f"{MAIN}definedName")]
    assert tables
    assert len({name.casefold() for name in names}) == len(names)
    assert not {name.casefold() for name in names} & {name.casefold() for name in named}
    assert len({table.attrib["id"] for table in tables}) == len(tables)
    for name in names:
        assert re.fullmatch(r"[^\W\d][\w.]{0,254}", name)
        assert not LIKE_A_CELL.fullmatch(name)


def test_the_cells_above_a_table_are_texts_and_say_what_its_columns_are_called(book: Book) -> None:
    for sheet in book.sheets:
        for table in sheet.tables:
            area = Area.named(table.attrib["ref"])
            columns = [unescaped(each.attrib["name"]) for each in table.iter(f"{MAIN}tableColumn")]
            above = [sheet.text((column, area.top)) for column in range(area.left, area.right + 1)]
            assert above == columns
            assert len({name.casefold() for name in columns}) == len(columns)
            assert all(1 <= units(name) <= 255 and name.strip() for name in columns)
            numbers = [each.attrib["id"] for each in table.iter(f"{MAIN}tableColumn")]
            assert numbers == [str(number) for number in range(1, len(columns) + 1)]


def test_tables_have_rows_and_filters_and_lie_apart(book: Book) -> None:
    for sheet in book.sheets:
        areas = [Area.named(table.attrib["ref"]) for table in sheet.tables]
        assert not any(area.meets(other) for area in areas for other in areas if area is not other)
        for table, area in zip(sheet.tables, areas, strict=True):
            assert area.bottom > area.top
            assert [each.get("ref") for each in table.iter(f"{MAIN}autoFilter")] == [table.attrib["ref"]]
        assert not list(sheet.all("mergeCell"))
        assert not [each for each in sheet.root if each.tag == f"{MAIN}autoFilter"]  # a sheet's own, beside a table's


def test_no_cell_holds_more_than_it_can_and_none_computes(book: Book) -> None:
    for sheet in book.sheets:
        assert all(units(text) <= 32_767 for text in sheet.texts)
        assert not list(sheet.all("f"))
        assert all(column <= 16_384 and row <= 1_048_576 for column, row in sheet.cells)
        assert all(float(row.get("ht", "15")) <= 409.5 for row in sheet.all("row"))
        assert all(float(column.attrib["width"]) <= 255 for column in sheet.all("col"))
        assert all(units(each.text or "") <= 255 for tag in ("oddHeader", "oddFooter") for each in sheet.all(tag))
        assert len(list(sheet.all("brk"))) <= 1_023


def test_rows_and_cells_stand_in_order(book: Book) -> None:
    for sheet in book.sheets:
        rows = [int(row.attrib["r"]) for row in sheet.all("row")]
        assert rows == sorted(set(rows))
        places = [(row, column) for column, row in sheet.cells]
        assert places == sorted(set(places))


def test_links_lead_to_sheets_that_are_there(book: Book) -> None:
    names = {sheet.name for sheet in book.sheets}
    for sheet in book.sheets:
        links = list(sheet.all("hyperlink"))
        assert len(links) <= 65_530
        assert len({link.attrib["ref"] for link in links}) == len(links)
        inside = [link.attrib["location"] for link in links if f"{OFFICE}id" not in link.attrib]
        assert {place.rpartition("!")[0].strip("'").replace("''", "'") for place in inside} <= names


def test_names_for_printing_are_about_sheets_that_are_there(book: Book) -> None:
    found = list(book.workbook.iter(f"{MAIN}definedName"))
    assert {each.attrib["name"] for each in found} <= {"_xlnm.Print_Area", "_xlnm.Print_Titles"}
    for each in found:
        sheet = book.sheets[int(each.attrib["localSheetId"])]
        assert (each.text or "").rpartition("!")[0].strip("'").replace("''", "'") == sheet.name
