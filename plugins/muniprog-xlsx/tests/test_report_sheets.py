"""The workbook as a whole: its index, its running text, the names of its sheets, its printed pages, its look."""

import struct
import zlib
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import attrs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

import muniprog
from muniprog import (
    BulletList,
    Column,
    Document,
    Heading,
    InLanguage,
    Look,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Span,
    Table,
)
from muniprog import cell as cell_of
from muniprog_xlsx import ReportWorkbook

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="40" height="90"/></svg>'


def table(caption: str | list[Span] = "Tabell", anchor: str = "") -> Table:
    return Table(caption, [Column("a")], [Row([cell_of("b")])], anchor=anchor)


def printed(document: Document) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(ReportWorkbook().render(document)))


def column(sheet: Worksheet, number: int = 1) -> list[object]:
    return [row[number - 1].value for row in sheet.iter_rows()]


def png(width: int, height: int) -> bytes:
    """Return a white picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" + b"\xff" * width) if height == 1 else zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


WHOLE = Document(
    "Uppföljning 2020",
    "sv",
    [
        Note("warning", "Preliminärt."),
        Heading(1, "Läget"),
        table("Åtgärder"),
        Heading(2, "Mätare"),
        table("Mätare"),
        PageBreak(),
        Heading(1, "Metod"),
        Paragraph("Så räknas det."),
    ],
    subtitle="Ett program",
    metadata=[("Kommun", "Vasa"), ("Beslut", [Span("§ 5", link="https://example.org/5")])],
    notice="Exempeldata & prov",
)


# The index


def test_the_first_sheet_says_what_the_report_is_and_what_there_is() -> None:
    sheet = printed(WHOLE).worksheets[0]
    rows = [[each.value for each in row] for row in sheet.iter_rows()]
    assert rows == [
        ["Uppföljning 2020", None, None, None],
        ["Ett program", None, None, None],
        ["Exempeldata & prov", None, None, None],
        [None] * 4,
        ["Kommun", "Vasa", None, None],
        ["Beslut", "§ 5 <https://example.org/5>", None, None],
        [None] * 4,
        ["Varning: Preliminärt.", None, None, None],
        [None] * 4,
        ["Innehåll", None, None, None],
        ["Blad", "Vad det innehåller", "Kapitel", "Rader"],
        ["Text", "Rapportens löpande text, i läsordning", None, None],
        ["1 Åtgärder", "Åtgärder", "Läget", 1],
        ["2 Mätare", "Mätare", "Läget › Mätare", 1],
    ]
    assert [sheet.cell(row, 1).hyperlink.location for row in (12, 13, 14)] == [
        "'Text'!A1",
        "'1 Åtgärder'!A1",
        "'2 Mätare'!A1",
    ]
    assert sheet["B6"].hyperlink.target == "https://example.org/5"
    assert [each.ref for each in sheet.tables.values()] == ["A11:D14"]


def test_a_document_that_says_little_has_a_short_index() -> None:
    sheet = printed(Document("Titel", "fi", [])).worksheets[0]
    assert column(sheet) == ["Titel", None, "Sisällys", "Taulukkosivu", "Teksti"]


def test_a_language_without_words_of_ours_gets_english_ones() -> None:
    assert printed(Document("Titel", "so", [])).sheetnames == ["Contents", "Text"]


# The running text


def test_the_text_is_read_in_order_with_the_tables_in_their_places() -> None:
    sheet = printed(WHOLE).worksheets[1]
    assert column(sheet) == [
        "Text",
        "Exempeldata & prov · Uppföljning 2020",
        "← Innehåll",
        None,
        "Varning: Preliminärt.",
        "Läget",
        "→ Tabell: Åtgärder",
        "Mätare",
        "→ Tabell: Mätare",
        "Metod",
        "Så räknas det.",
    ]
    assert sheet["A7"].hyperlink.location == "'1 Åtgärder'!A1"


def test_lists_have_bullets_or_numbers_and_stand_as_deep_as_they_are() -> None:
    inner = BulletList(["ett", "två"], numbered=True)
    items: list[list[muniprog.Block]] = [[Paragraph("a"), Paragraph("mer"), inner], [Note("note", "b")]]
    sheet = printed(Document("Titel", "sv", [BulletList(items)])).worksheets[1]
    assert column(sheet)[4:] == ["• a", "mer", "1. ett", "2. två", "• Obs: b"]
    assert [sheet.cell(row, 1).alignment.indent for row in range(5, 10)] == [1, 1, 2, 2, 1]


def test_blocks_in_another_language_say_in_which() -> None:
    blocks = [InLanguage("fi", [Paragraph("yksi"), Paragraph("kaksi")]), InLanguage("en", [Heading(1, "Three")])]
    assert column(printed(Document("T", "sv", blocks)).worksheets[1])[4:] == ["[fi] yksi", "kaksi", "[en] Three"]


def test_a_long_paragraph_takes_several_rows_that_can_show_it() -> None:
    sheet = printed(Document("T", "sv", [Paragraph("ord " * 2_000), Paragraph("rad\n" * 60)])).worksheets[1]
    rows = [str(value) for value in column(sheet)[4:]]
    assert " ".join(rows).split() == ["ord"] * 2_000 + ["rad"] * 60
    assert max(sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)) <= 409


def test_links_lead_to_headings_tables_and_cells() -> None:
    first, second = table("Ett", "ett"), Table("Två", [Column("a")], [Row([cell_of("b", anchor="cell")])])
    targets = ("h", "ett", "cell")
    links = [Paragraph([Span(anchor, link=f"#{anchor}")]) for anchor in targets]
    document = Document("T", "sv", [Heading(1, "H", anchor="h"), first, second, *links])
    sheet = printed(document).worksheets[1]
    assert [sheet.cell(row, 1).hyperlink.location for row in range(8, 11)] == [
        "'Text'!A5",
        "'1 Ett'!A1",
        "'2 Två'!A6",
    ]


def test_a_text_of_several_lines_is_no_link_since_libreoffice_would_cut_it_off() -> None:
    line = Span("ord " * 60, link="https://example.org")
    sheet = printed(Document("T", "sv", [Paragraph([line])])).worksheets[1]
    assert sheet["A5"].hyperlink is None
    assert "<https://example.org>" in str(sheet["A5"].value)


def test_a_sheet_has_no_more_links_than_excel_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muniprog_xlsx.reports.pen._MOST_LINKS", 3)
    links = [Paragraph([Span("x", link="https://example.org")]), Paragraph([Span("x", link="#h")])] * 3
    sheet = printed(Document("T", "sv", [Heading(1, "H", anchor="h"), *links])).worksheets[1]
    assert sum(each.hyperlink is not None for (each,) in sheet.iter_rows(max_col=1)) == 3
    assert [str(value)[0] for value in column(sheet)[5:]] == ["x"] * 6


# Names of sheets (E03)

CAPTIONS = (
    "Sysselsättning och utbildning för vuxna",
    "Sysselsättning och utbildning för unga",
    "Språk/kommunikation: mål [2]",
    "History",
    "'citat'",
    "a\\b?*",
    "Ordetsomärmycketlångtochsaknarmellanslag",
)


def test_e03_names_of_sheets_are_legal_and_the_whole_title_stands_in_the_first_cell() -> None:
    workbook = printed(Document("T", "sv", list(map(table, CAPTIONS))))
    assert workbook.sheetnames[2:] == [
        "1 Sysselsättning och…",
        "2 Sysselsättning och…",
        "3 Språk kommunikation mål 2",
        "4 History",
        "5 'citat",
        "6 a b",
        "7 Ordetsomärmycketlångtochsakna",
    ]
    assert [sheet["A1"].value for sheet in workbook.worksheets[2:]] == list(CAPTIONS)
    assert [workbook.worksheets[0].cell(row, 2).value for row in range(6, 13)] == list(CAPTIONS)


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(), max_size=40).filter(str.strip), min_size=1, max_size=4))
def test_e03_any_caption_gets_a_legal_name_of_its_own(captions: list[str]) -> None:
    names = printed(Document("T", "sv", [table(f"x{caption}") for caption in captions])).sheetnames
    assert len({name.casefold() for name in names}) == len(captions) + 2
    assert all(len(name.encode("utf-16-le")) <= 62 and not set("[]:*?/\\") & set(name) for name in names)


def test_a_name_is_in_the_language_of_the_document() -> None:
    both = [Span("Boende"), Span(" / "), Span("Asuminen", language="fi")]
    workbook = printed(Document("T", "sv", [Heading(1, both), table(both)]))
    assert workbook.sheetnames[2:] == ["1 Boende"]
    assert workbook.worksheets[2]["A1"].value == "Boende / Asuminen"
    assert workbook.worksheets[0]["C6"].value == "Boende"


# Printed pages


def test_every_sheet_is_printed_on_a4_with_notice_footer_name_and_number() -> None:
    for sheet in printed(attrs.evolve(WHOLE, look=Look(footer="Vasa & stad"))).worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == ("portrait" if sheet.title == "Text" else "landscape")
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert sheet.oddHeader.center.text == "Exempeldata && prov"
        assert sheet.oddFooter.left.text == "Vasa && stad · Uppföljning 2020"
        assert sheet.oddFooter.right.text == "&A · &P / &N"
        assert sheet.print_area


def test_the_notice_stands_on_every_sheet_too() -> None:
    assert all("Exempeldata & prov" in str(column(sheet)[:3]) for sheet in printed(WHOLE).worksheets)


def test_no_sheet_is_hidden_and_the_first_one_is_shown() -> None:
    workbook = printed(WHOLE)
    assert {sheet.sheet_state for sheet in workbook.worksheets} == {"visible"}
    assert workbook.active is workbook.worksheets[0]


# Look


def test_titles_have_the_accent_and_the_fonts_of_the_municipality() -> None:
    look = Look(accent="#7a1030", font="Source Sans 3", heading_font="Lato")
    sheet = printed(attrs.evolve(WHOLE, look=look)).worksheets[2]
    assert (sheet["A1"].font.name, sheet["A1"].font.color.rgb) == ("Lato", "FF7A1030")
    assert (sheet["A5"].fill.fgColor.rgb, sheet["A5"].font.color.rgb) == ("FF7A1030", "FFFFFFFF")
    assert sheet["A6"].font.name == "Source Sans 3"


@pytest.mark.parametrize(
    ("content", "width", "height"),
    [(DRAWING.encode(), 256, 64), (png(800, 100), 320, 40), (png(10, 50), 12.8, 64)],
)
def test_the_logo_stands_at_the_head_of_the_index_and_says_in_words_what_it_is(
    content: bytes, width: float, height: float
) -> None:
    look = Look(logo=muniprog.Logo(content=content, alternative="Vasa & vapen"))
    data = ReportWorkbook().render(attrs.evolve(WHOLE, look=look))
    with ZipFile(BytesIO(data)) as zipped:
        drawing = zipped.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="Vasa &amp; vapen"' in drawing
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    (picture,) = sheet._images
    assert picture.anchor._from.row == 4
    assert [round(side / 9525) for side in _size(drawing)] == [round(width), round(height)]
    assert column(sheet).index("Kommun") * 20 >= 4 * 20 + height


def _size(drawing: str) -> tuple[int, int]:
    found = drawing.partition('<a:ext cx="')[2]
    width, _, rest = found.partition('" cy="')
    return int(width), int(rest.partition('"')[0])


# Properties


def test_the_file_tells_its_title_and_neither_a_person_nor_a_time() -> None:
    workbook = printed(WHOLE)
    properties = workbook.properties
    assert (properties.title, properties.subject) == ("Uppföljning 2020", "Ett program")
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created == properties.modified == datetime(2000, 1, 1)  # noqa: DTZ001
    assert {each.name: each.value for each in workbook.custom_doc_props.props} == {"Language": "sv"}


def test_the_parts_of_the_file_stand_in_one_order_with_one_time() -> None:
    for first, second in pairwise(ReportWorkbook().render(WHOLE) for _ in range(3)):
        assert first == second
    with ZipFile(BytesIO(ReportWorkbook().render(WHOLE))) as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
