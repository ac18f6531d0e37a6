"""Which way the pages of a Word document lie, and how much room text has on them."""

from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

import muniprog
from muniprog import Column, Document, Heading, Paragraph, Row, Table, cell
from muniprog_docx import Docx

WIDE = Table("Brett", [Column(title) for title in "ABCD"], [Row([cell(title) for title in "abcd"])])
ROWS_OF_PICTURE = Table("Rader", [Column("A")], [Row([cell("a")])])
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#8a1538"/></svg>'


def read(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(Docx().render(document)))


def test_the_page_is_a4_and_lies_on_its_side_where_a_table_is_wide() -> None:
    upright, lying = read(Document("T", "sv", [])).sections[0], read(Document("T", "sv", [WIDE])).sections[0]
    assert (round((upright.page_width or 0) / Cm(1)), round((upright.page_height or 0) / Cm(1), 1)) == (21, 29.7)
    assert (lying.page_width, lying.page_height) == (upright.page_height, upright.page_width)
    assert lying.orientation == WD_ORIENT.LANDSCAPE


def test_a_table_behind_a_figure_counts_too() -> None:
    figure = muniprog.Figure(SVG, "Bild", WIDE, "")
    assert read(Document("T", "sv", [figure])).sections[0].orientation == WD_ORIENT.LANDSCAPE


def test_running_text_gets_no_longer_on_a_page_that_lies() -> None:
    blocks: list[muniprog.Block] = [
        Paragraph("text"),
        muniprog.BulletList(["punkt"]),
        muniprog.Note("note", "obs"),
        Heading(1, "H"),
    ]
    for document, room in ((Document("T", "sv", [*blocks, WIDE]), 8.7), (Document("T", "sv", blocks), 0)):
        lines = read(document).paragraphs
        beside = [round((line.paragraph_format.right_indent or 0) / Cm(1), 1) for line in lines]
        assert beside[:5] == [0, room, room, room, 0]


def lying(file: docx.document.Document) -> list[bool]:
    return [section.orientation == WD_ORIENT.LANDSCAPE for section in file.sections]


def test_pages_turn_from_where_something_wants_them_otherwise() -> None:
    tall = muniprog.Figure(SVG.replace("0 0 40 10", "0 0 10 40"), "Karta", WIDE, "")
    blocks: list[muniprog.Block] = [
        Heading(1, "Karta"),
        tall,
        Paragraph("mer"),
        Heading(1, "Mål"),
        Heading(2, "Ett"),
        WIDE,
        Heading(1, "Karta igen"),
        tall,
    ]
    file = read(Document("T", "sv", blocks, notice="Exempeldata"))
    assert lying(file) == [False, True, False, True]
    ends = [section.getparent().getparent() for section in file.element.body.xpath("./w:p/w:pPr/w:sectPr")]
    following = [end.getnext() for end in ends]
    assert [each.xpath("string(.//w:t)") for each in following] == ["Tabell ", "Karta igen", "Tabell "]
    widths = [int(table._tbl.xpath("./w:tblPr/w:tblW/@w:w")[0]) for table in file.tables]
    assert widths == [14570, 14570, 14570]


def test_pages_lie_from_the_beginning_where_nothing_needs_them_upright() -> None:
    wide = muniprog.Figure(SVG, "Bild", ROWS_OF_PICTURE, "")
    assert lying(read(Document("T", "sv", [Paragraph("först"), wide, WIDE]))) == [True]
    assert lying(read(Document("T", "sv", [wide]))) == [False]


def test_each_way_of_the_page_has_a_foot_as_long_as_its_lines_and_the_same_head() -> None:
    tall = muniprog.Figure(SVG.replace("0 0 40 10", "0 0 10 40"), "Karta", ROWS_OF_PICTURE, "")
    file = read(Document("T", "sv", [tall, WIDE], notice="Exempeldata", look=muniprog.Look(footer="Staden")))
    stops = [section.footer.paragraphs[-1]._p.xpath("./w:pPr/w:tabs/w:tab/@w:pos") for section in file.sections]
    assert stops == [["9638"], ["14570"]]
    assert [section.footer.paragraphs[0].text for section in file.sections] == ["Staden", "Staden"]
    assert [section.header.paragraphs[0].text for section in file.sections] == ["Exempeldata", "Exempeldata"]
