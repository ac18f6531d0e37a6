"""The sheet of a table: a real Excel table, with types, in which nothing that somebody typed takes effect."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from muniprog import Block, Cell, Column, Document, Figure, Heading, InLanguage, Note, Paragraph, Row, Span, Table, cell
from muniprog_xlsx import ReportWorkbook

HEADER = 5
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="25" height="20"/></svg>'


def printed(*blocks: Block) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(ReportWorkbook().render(Document("Titel", "sv", blocks))))


def sheet_of(table: Table, *after: Block) -> Worksheet:
    return printed(table, *after).worksheets[2]


def table_of(columns: Iterable[str | Column], *rows: Sequence[Cell | str]) -> Table:
    cells = ([each if isinstance(each, Cell) else cell(each) for each in row] for row in rows)
    return Table("Tabell", [Column(each) if isinstance(each, str) else each for each in columns], map(Row, cells))


def values(sheet: Worksheet, first: int = HEADER, last: int | None = None) -> list[list[object]]:
    return [[each.value for each in row] for row in sheet.iter_rows(min_row=first, max_row=last)]


def column_of(kind: str, *cells: Cell) -> list[tuple[object, str, str]]:
    sheet = sheet_of(table_of([Column("Vad", kind=kind)], *([each] for each in cells)))
    return [(each.value, each.data_type, each.number_format) for (each,) in sheet.iter_rows(min_row=HEADER + 1)]


# A table


def test_each_table_is_an_excel_table_with_filters_and_its_titles_stay_in_view() -> None:
    sheet = sheet_of(table_of(["Mål", "År"], [cell("Boende", header=True), "2019"], ["Skola", "2020"]))
    (table,) = sheet.tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A5:B7", "A5:B7")
    assert [column.name for column in table.tableColumns] == ["Mål", "År"]
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    assert not sheet.merged_cells.ranges


def test_row_headers_stay_in_view_where_all_rows_have_one() -> None:
    rows: list[list[Cell | str]] = [[cell("Boende", header=True), "2019"], [cell("Skola", header=True), "2020"]]
    assert sheet_of(table_of(["Mål", "År"], *rows)).freeze_panes == "B6"
    assert sheet_of(table_of(["Mål"], [cell("Boende", header=True)])).freeze_panes == "A6"


def test_the_first_cell_says_what_the_sheet_is_and_the_next_ones_where_it_belongs() -> None:
    workbook = printed(Heading(1, "Ett"), Heading(2, "Ett ett"), table_of(["a"], ["b"]))
    sheet = workbook.worksheets[2]
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        "Tabell",
        "Titel",
        "← Innehåll",
        "I texten: Ett › Ett ett",
    ]
    assert sheet["A3"].hyperlink.location == "'Innehåll'!A1"
    assert sheet["A4"].hyperlink.location == "'Text'!A7"
    assert workbook.worksheets[1]["A7"].value == "→ Tabell: Tabell"
    assert workbook.worksheets[1]["A7"].hyperlink.location == "'1 Tabell'!A1"


def test_a_table_says_in_words_what_it_is() -> None:
    data = ReportWorkbook().render(Document("Titel", "sv", [table_of(["Mål", "År"], ["a", "b"])]))
    with ZipFile(BytesIO(data)) as zipped:
        assert b'altText="Tabell" altTextSummary="M\xc3\xa5l, \xc3\x85r"' in zipped.read("xl/tables/table2.xml")


def test_a_table_without_rows_says_so() -> None:
    sheet = sheet_of(table_of(["Mål"]))
    assert values(sheet) == [["Mål"], [None], [None], ["Tabellen har inga rader."]]
    assert sheet.freeze_panes == "A6"


def test_titles_are_unlike_each_other_and_never_empty() -> None:
    sheet = sheet_of(table_of(["Mål", "mål", ""], ["a", "b", "c"]))
    assert values(sheet, HEADER, HEADER) == [["Mål", "mål (2)", "Kolumn 3"]]


def test_titles_with_line_breaks_and_odd_signs_are_those_that_the_table_knows() -> None:
    titles = ["klar\nvalmis", "_x0041_", "=SUM(A1)", "a" * 300]
    data = ReportWorkbook().render(Document("Titel", "sv", [table_of(titles, ["a", "b", "c", "d"])]))
    written = values(openpyxl.load_workbook(BytesIO(data)).worksheets[2], HEADER, HEADER)[0]
    assert written[:3] == titles[:3]
    with ZipFile(BytesIO(data)) as zipped:
        names = zipped.read("xl/tables/table2.xml").decode()
    assert 'name="klar_x000a_valmis"' in names
    assert 'name="_x005F_x0041_"' in names
    assert str(written[3]).endswith("… (fortsätter på rad 8 i bladet ”Text”)")


# Types


def test_numbers_are_numbers_and_days_are_days() -> None:
    assert column_of("number", cell("41,5 %", value=41.46), cell("2", value=2), cell("1,50", value=Decimal("1.5"))) == [
        (41.46, "n", '0.0" %"'),
        (2, "n", "0"),
        (1.5, "n", "0.00"),
    ]
    assert column_of("date", cell("klar 27.8.2021", value=date(2021, 8, 27))) == [
        (datetime(2021, 8, 27), "d", '"klar "d.m.yyyy')  # noqa: DTZ001
    ]


TYPED = (
    "007",
    "1e3",
    "1.10",
    "=SUM(A1)",
    "+358 40 0000000",
    "-",
    "-avslutad",
    "@ansvarig",
    "==== rubrik",
    "2020-12-31",
)


@pytest.mark.parametrize("kind", ["text", "number", "date", "symbol"])
def test_e01_e02_text_stays_text(kind: str) -> None:
    assert column_of(kind, *map(cell, TYPED)) == [(text, "s", "@") for text in TYPED]


def test_e01_a_number_below_zero_stays_a_number() -> None:
    assert column_of("number", cell("−5", value=-5), cell("-1,5", value=-1.5)) == [(-5, "n", "0"), (-1.5, "n", "0.0")]


def test_excel_does_not_complain_about_codes_that_look_like_numbers() -> None:
    data = ReportWorkbook().render(Document("Titel", "sv", [table_of(["Kod"], ["007"])]))
    with ZipFile(BytesIO(data)) as zipped:
        assert b'<ignoredError sqref="A5:A6" numberStoredAsText="1"/>' in zipped.read("xl/worksheets/sheet3.xml")


def test_a_workbook_has_no_more_number_formats_than_excel_can_hold() -> None:
    units = [cell(f"{number} sort {number}", value=number) for number in range(200)]
    found = column_of("number", *units)
    assert [value for value, kind, _ in found if kind == "n"] == list(range(150))
    assert found[150:] == [(f"{number} sort {number}", "s", "@") for number in range(150, 200)]


def test_a_long_text_has_no_format_in_which_excel_would_hide_it() -> None:
    assert column_of("text", cell("å" * 255), cell("å" * 256))[0][2] == "@"
    assert column_of("text", cell("å" * 256))[0][2] == "General"


# Cells that span rows


def test_what_is_said_of_several_rows_is_said_in_each_so_that_each_stands_for_itself() -> None:
    table = table_of(
        ["Mål", "Åtgärd", Column("Kostnad", kind="number")],
        [cell("Boende", header=True, rows=2), "a", cell("25 €", value=25, rows=2)],
        ["b"],
        ["Skola", "c", "–"],
    )
    sheet = sheet_of(table)
    assert values(sheet)[1:] == [["Boende", "a", 25], ["Boende", "b", "25 €"], ["Skola", "c", "–"]]
    assert sheet["A7"].font.b
    assert not sheet.merged_cells.ranges


# Text


def test_lines_and_bullets_stand_below_each_other() -> None:
    sheet = sheet_of(table_of(["a", "b"], [cell("1", "2", bullets=True), cell("1\n2")]))
    assert values(sheet)[1] == ["• 1\n• 2", "1\n2"]
    assert sheet["A6"].alignment.wrap_text


def test_a_text_that_is_too_long_for_a_cell_goes_on_in_the_text() -> None:
    text = "ord " * 9_000
    workbook = printed(table_of(["a"], [text], ["b"], [text]))
    first = str(workbook.worksheets[2]["A6"].value)
    assert len(first) == 32_767
    assert first.endswith("… (fortsätter på rad 8 i bladet ”Text”)")
    running = [each.value for (each,) in workbook.worksheets[1].iter_rows(max_col=1)]
    assert running[6] == "Texter som är för långa för sina celler"
    assert running[7] == "'1 Tabell'!A6"
    second = running.index("'1 Tabell'!A8")
    assert " ".join(str(part) for part in running[8:second]).split() == text.split()
    assert " ".join(str(part) for part in running[second + 1 :]).split() == text.split()


# Links


def test_an_address_is_a_link_where_it_fits_on_a_line_and_always_written_out() -> None:
    page = "https://example.org/beslut#1"
    sheet = sheet_of(
        table_of(
            ["a"],
            [cell([Span("beslut", link=page)])],
            [cell([Span("beslut", link=page)], "mer")],
            [cell([Span("ord " * 40, link=page)])],
        )
    )
    assert [row[0] for row in values(sheet)[1:]] == [
        f"beslut <{page}>",
        f"beslut <{page}>\nmer",
        f"{'ord ' * 40} <{page}>",
    ]
    links = [sheet.cell(row, 1).hyperlink for row in (6, 7, 8)]
    assert [link and (link.target, link.location) for link in links] == [
        ("https://example.org/beslut", "1"),
        None,
        None,
    ]


def test_dangerous_and_endless_addresses_are_no_links() -> None:
    endless = f"https://example.org/{'x' * 2_100}"
    sheet = sheet_of(
        table_of(
            ["a"],
            [cell([Span("x", link="javascript:alert(1)")])],
            [cell([Span("x", link="file.exe")])],
            [cell([Span(endless, link=endless)])],
        )
    )
    assert not any(sheet.cell(row, 1).hyperlink for row in (6, 7, 8))


def test_links_within_the_document_stay_out_of_cells_that_move() -> None:
    workbook = printed(Heading(1, "Mål", anchor="mal"), table_of(["a"], [cell([Span("dit", link="#mal")])]))
    assert workbook.worksheets[2]["A6"].value == "dit"
    assert workbook.worksheets[2]["A6"].hyperlink is None


# What stands around a table


def test_what_is_remarked_right_below_a_table_stands_below_it() -> None:
    notes = (Paragraph("Inställda räknas inte."), Note("source", "Enkäten"))
    sheet = sheet_of(table_of(["a"], ["b"]), *notes, Heading(1, "Nästa"), Paragraph("Annat"))
    assert values(sheet) == [["a"], ["b"], [None], ["Inställda räknas inte."], ["Källa: Enkäten"]]


def test_a_long_remark_is_broken_into_lines_over_the_columns() -> None:
    sheet = sheet_of(table_of(["a"], ["b"]), Paragraph("ord " * 60), Paragraph("rad\n\nrad"))
    lines = [str(row[0]) for row in values(sheet)[3:]]
    assert max(map(len, lines)) <= 100
    assert " ".join(lines[:3]).split() == ["ord"] * 60
    assert lines[3:] == ["rad", "None", "rad"]


def test_a_table_in_another_language_says_in_which() -> None:
    workbook = printed(InLanguage("fi", [Table("Taulu", [Column("")], [Row([cell("x")])])]))
    sheet = workbook.worksheets[2]
    assert sheet.title == "1 Taulu"
    assert sheet["A1"].value == "[fi] Taulu"
    assert sheet["A5"].value == "Sarake 1"
    assert workbook.worksheets[0]["B6"].value == "[fi] Taulu"
    assert workbook.worksheets[1]["A5"].value == "[fi] → Taulukko: Taulu"


def test_a_figure_is_its_table_its_picture_and_its_words() -> None:
    figure = Figure(DRAWING, "En stapel som stiger", table_of(["a"], ["b"]), "Så gick det", anchor="f")
    workbook = printed(figure, Paragraph([Span("dit", link="#f")]))
    sheet = workbook.worksheets[2]
    assert sheet["A5"].value == "Bild under tabellen"
    assert sheet["A1"].value == "Så gick det"
    assert sheet["A5"].hyperlink.location == "'1 Så gick det'!A10"
    assert [row[0] for row in values(sheet, 6, 10)] == ["Tabell", "a", "b", None, "Så gick det"]
    assert "Vad bilden visar: En stapel som stiger" in [row[0] for row in values(sheet, 11)]
    (picture,) = sheet._images
    assert (picture.anchor._from.row, picture.anchor._from.col) == (10, 0)
    assert workbook.worksheets[1]["A5"].value == "→ Bild och tabell: Så gick det"
    assert workbook.worksheets[1]["A6"].value == "En stapel som stiger"
    assert workbook.worksheets[1]["A7"].hyperlink.location == "'1 Så gick det'!A1"
    assert workbook.worksheets[0]["B6"].value == "Så gick det (med bild)"


def test_a_picture_of_what_a_table_tells_stands_below_that_table() -> None:
    told = Table("Tabell", [Column("a")], [Row([cell("b")])], anchor="rows")
    said = {"Ett": "Först", "Två": ""}
    figures = [Figure(DRAWING, text, told, caption, told_at="rows") for text, caption in said.items()]
    workbook = printed(figures[0], told, Paragraph("Anmärkning"), InLanguage("fi", [figures[1]]))
    assert workbook.sheetnames[2:] == ["1 Tabell"]
    sheet = workbook.worksheets[2]
    assert len(sheet._images) == 2
    below = [row[0] for row in values(sheet, 9) if row[0] is not None]
    assert below == ["Först", "Vad bilden visar: Ett", "Mitä kuva esittää: Två", "Anmärkning"]
    running = workbook.worksheets[1]
    assert [row[0] for row in values(running)] == [
        "→ Bild: Först",
        "Ett",
        "→ Tabell: Tabell",
        "Anmärkning",
        "[fi] → Kuva: Tabell",
        "Två",
    ]
    assert {running.cell(row, 1).hyperlink.location for row in (5, 6, 7, 9, 10)} == {"'1 Tabell'!A1"}


def test_a_picture_whose_rows_stand_elsewhere_has_a_sheet_of_its_own_that_leads_there() -> None:
    told = table_of(["a"], ["b"])
    figure = Figure(DRAWING, "En karta", told, "Målkarta", anchor="karta", told_at="mal")
    workbook = printed(figure, Heading(1, "Mål", anchor="mal"), told, Paragraph([Span("dit", link="#karta")]))
    assert workbook.sheetnames[2:] == ["1 Målkarta", "2 Tabell"]
    sheet = workbook.worksheets[2]
    column = [row[0] for row in values(sheet, 1) if row[0] is not None]
    assert column[4:] == ["Siffrorna bakom bilden", "Målkarta", "Vad bilden visar: En karta"]
    assert sheet["A5"].hyperlink.location == "'Text'!A7"
    assert not sheet.tables
    assert len(sheet._images) == 1
    assert sheet.page_setup.fitToHeight is None  # so that all of it comes on one page
    assert sheet.print_area.startswith("'1 Målkarta'!$A$1:$M$")
    assert workbook.worksheets[0]["B6"].value == "Målkarta (Bild)"
    assert workbook.worksheets[0]["D6"].value is None
    assert workbook.worksheets[1]["A5"].value == "→ Bild: Målkarta"
    assert workbook.worksheets[1]["A9"].hyperlink.location == "'1 Målkarta'!A1"


def test_a_picture_says_in_words_what_it_shows() -> None:
    figure = Figure(DRAWING, 'En "stapel"', table_of(["a"], ["b"]), "")
    data = ReportWorkbook().render(Document("Titel", "sv", [figure]))
    with ZipFile(BytesIO(data)) as zipped:
        assert 'descr="En &quot;stapel&quot;"' in zipped.read("xl/drawings/drawing1.xml").decode()
    assert openpyxl.load_workbook(BytesIO(data)).worksheets[1]["A5"].value == "→ Bild och tabell: Tabell"


def test_a_picture_higher_than_wide_has_an_upright_page() -> None:
    told = Table("Tabell", [Column("a")], [Row([cell("b")])])
    figure = Figure(DRAWING.replace("0 0 40 20", "0 0 40 60"), "Hög", told, "Hög", told_at="mal")
    sheets = printed(figure, Heading(1, "Mål", anchor="mal"), told).worksheets
    assert [sheet.page_setup.orientation for sheet in sheets[2:]] == ["portrait", "landscape"]


def test_a_picture_that_does_not_fit_below_its_table_begins_a_page() -> None:
    long = Table("Tabell", [Column("a")], [Row([cell("b")])] * 20)
    sheet = printed(Figure(DRAWING, "En stapel", long, "Bild")).worksheets[2]
    assert [each.id for each in sheet.row_breaks.brk] == [28]
    assert sheet.cell(29, 1).value == "Bild"


def test_a_long_title_is_printed_smaller_and_whole() -> None:
    long = Table("ord " * 30, [Column("a")], [Row([cell("b")])])
    first, second = printed(long, table_of(["a"], ["b"])).worksheets[2:]
    assert (first["A1"].font.sz, second["A1"].font.sz) == (12, 16)
    assert first.print_area.split("$")[-2] > second.print_area.split("$")[-2]
