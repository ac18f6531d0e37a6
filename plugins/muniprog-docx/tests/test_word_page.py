"""The page of a Word document: how it lies, its head and foot, the municipality's look, and what the file tells."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm

import muniprog
from muniprog import Column, Document, Heading, Paragraph, Row, Span, Table, cell
from muniprog_docx import Docx

WIDE = Table("Brett", [Column(title) for title in "ABCD"], [Row([cell(title) for title in "abcd"])])
ROWS_OF_PICTURE = Table("Rader", [Column("A")], [Row([cell("a")])])
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#8a1538"/></svg>'


def read(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(Docx().render(document)))


def parts(document: Document) -> dict[str, bytes]:
    with ZipFile(BytesIO(Docx().render(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def colours_of(file: docx.document.Document, style: str) -> set[str]:
    return {each.get(qn("w:val")) for each in file.styles[style].element.iter(qn("w:color"))}


def fonts_of(file: docx.document.Document, style: str) -> set[str]:
    return {value for each in file.styles[style].element.iter(qn("w:rFonts")) for value in each.attrib.values()}


# The page


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


# Head and foot


def test_a_notice_stands_in_the_head_of_every_page_in_its_languages() -> None:
    notice = [Span("Exempeldata", link="#h"), Span(" / "), Span("Esimerkkitietoa", language="fi")]
    file = read(Document("T", "sv", [Heading(1, "H", anchor="h")], notice=notice))
    assert [line.text for line in file.sections[0].header.paragraphs] == ["Exempeldata / [fi] Esimerkkitietoa"]
    assert file.sections[0].header._element.xpath("./w:p/w:pPr/w:pStyle/@w:val") == ["muniprogNotice"]
    assert file.sections[0].header._element.xpath(".//w:lang/@w:val")[-1] == "fi-FI"


def test_without_a_notice_there_is_no_head() -> None:
    assert read(Document("T", "sv", [])).sections[0].header.is_linked_to_previous


def test_the_foot_has_the_title_and_the_number_of_the_page() -> None:
    for language, words in (("sv", "Sida 1 av 1"), ("fi", "Sivu 1/1"), ("en", "Page 1 of 1"), ("de", "Page 1 of 1")):
        foot = read(Document("Två\nrader", language, [])).sections[0].footer
        (line,) = foot.paragraphs
        shown = "".join(
            "\t" if each.tag == qn("w:tab") else each.text or "" for each in line._p.iter(qn("w:tab"), qn("w:t"))
        )
        assert shown.lstrip("\t") == f"Två rader\t{words}"
        assert line._p.xpath(".//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]


def test_a_long_title_is_shortened_in_the_foot_so_that_the_number_has_room() -> None:
    title = [Span("å" * 80), Span(" / "), Span("ä" * 80, language="fi"), Span("!")]
    (line,) = read(Document(title, "sv", [])).sections[0].footer.paragraphs
    assert line.text.partition("\t")[0] == f"{'å' * 80} / [fi] äää…"
    (line,) = read(Document("å" * 87, "sv", [])).sections[0].footer.paragraphs
    assert line.text.startswith("å" * 87)


# The municipality's look


def test_the_look_gives_colour_fonts_and_a_line_at_the_foot() -> None:
    look = muniprog.Look(
        accent="#8a1538",
        font="Georgia",
        heading_font="Verdana",
        footer=[Span("Vasa stad, "), Span("www.vasa.fi", link="https://www.vasa.fi/")],
    )
    file = read(Document("T", "sv", [Heading(1, "H")], look=look))
    for style in ("Title", "Heading 1", "Heading 9", "TOC Heading"):
        assert colours_of(file, style) == {"8A1538"}
        assert fonts_of(file, style) == {"Verdana"}
    assert colours_of(file, "Hyperlink") == {"8A1538"}
    assert b"0A4F8F" not in b"".join(parts(Document("T", "sv", [Heading(1, "H")], look=look)).values())
    defaults = file.styles.element.find(qn("w:docDefaults"))
    assert {value for each in defaults.iter(qn("w:rFonts")) for value in each.attrib.values()} == {"Georgia"}
    foot = file.sections[0].footer
    assert foot.paragraphs[0].text == "Vasa stad, www.vasa.fi"
    assert [each.target_ref for each in foot.part.rels.values()] == ["https://www.vasa.fi/"]


def test_headings_have_the_font_of_the_text_where_they_have_none_of_their_own() -> None:
    assert fonts_of(read(Document("T", "sv", [], look=muniprog.Look(font="Georgia"))), "Heading 1") == {"Georgia"}
    only = read(Document("T", "sv", [], look=muniprog.Look(heading_font="Verdana")))
    assert fonts_of(only, "Title") == {"Verdana"}
    assert b'w:ascii="Arial"' in parts(Document("T", "sv", []))["word/styles.xml"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_logo_stands_before_the_title_and_says_what_it_is(encoding: str) -> None:
    picture = f'<?xml version="1.0" encoding="{encoding}"?>{SVG}'.encode(encoding)
    look = muniprog.Look(logo=muniprog.Logo(content=picture, alternative="Vasa stads vapen"))
    file = read(Document("Program", "sv", [], look=look))
    assert file.element.body.xpath("./w:p/w:pPr/w:pStyle/@w:val") == ["muniprogLogo", "Title"]
    (shape,) = file.inline_shapes
    assert shape._inline.docPr.get("descr") == "Vasa stads vapen"
    assert (shape.width, round(shape.height / Cm(1), 2)) == (Cm(7), 1.75)


def test_a_logo_that_is_a_photograph_is_placed_as_it_is() -> None:
    high = SVG.replace("0 0 40 10", "0 0 10 40")
    png = muniprog.picture_png(high, width=10)
    file = read(Document("T", "sv", [], look=muniprog.Look(logo=muniprog.Logo(content=png, alternative="Vapen"))))
    (shape,) = file.inline_shapes
    assert shape.height == Cm(2)
    assert (
        png
        in parts(Document("T", "sv", [], look=muniprog.Look(logo=muniprog.Logo(content=png, alternative="V")))).values()
    )


# The file


def test_the_file_tells_its_title_and_language_and_nothing_else() -> None:
    file = read(Document([Span("Program\n"), Span("2019–2022")], "fi", []))
    properties = file.core_properties
    assert (properties.title, properties.language) == ("Program 2019–2022", "fi-FI")
    assert properties.author == properties.last_modified_by == properties.keywords == properties.comments == ""
    assert properties.created is properties.modified is properties.last_printed is None
    assert not any(
        name.startswith("docProps/") and name != "docProps/core.xml" for name in parts(Document("T", "sv", []))
    )


def test_a_title_longer_than_word_takes_is_cut_in_the_properties_only() -> None:
    file = read(Document("å" * 300, "no tag", []))
    assert file.core_properties.title == "å" * 255
    assert file.core_properties.language == ""
    assert file.paragraphs[0].text == "å" * 300


def test_every_entry_of_the_file_has_the_same_moment_and_no_machine() -> None:
    with ZipFile(BytesIO(Docx().render(Document("T", "sv", [Paragraph("x")], notice="N")))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)
    }
