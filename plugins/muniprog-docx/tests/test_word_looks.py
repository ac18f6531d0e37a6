"""The municipality's look in a Word document: its colour, its fonts, its line at the foot and its logo."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

import muniprog
from muniprog import Document, Heading, Span
from muniprog_docx import Docx
from muniprog_docx.packing import unpacked

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#8a1538"/></svg>'


def read(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(Docx().render(document)))


def colours_of(file: docx.document.Document, style: str) -> set[str]:
    return {each.get(qn("w:val")) for each in file.styles[style].element.iter(qn("w:color"))}


def fonts_of(file: docx.document.Document, style: str) -> set[str]:
    return {value for each in file.styles[style].element.iter(qn("w:rFonts")) for value in each.attrib.values()}


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
    assert b"0A4F8F" not in b"".join(unpacked(Docx().render(Document("T", "sv", [], look=look))).values())
    defaults = file.styles.element.find(qn("w:docDefaults"))
    assert {value for each in defaults.iter(qn("w:rFonts")) for value in each.attrib.values()} == {"Georgia"}
    foot = file.sections[0].footer
    assert foot.paragraphs[0].text == "Vasa stad, www.vasa.fi"
    assert [each.target_ref for each in foot.part.rels.values()] == ["https://www.vasa.fi/"]


def test_headings_have_the_font_of_the_text_where_they_have_none_of_their_own() -> None:
    assert fonts_of(read(Document("T", "sv", [], look=muniprog.Look(font="Georgia"))), "Heading 1") == {"Georgia"}
    only = read(Document("T", "sv", [], look=muniprog.Look(heading_font="Verdana")))
    assert fonts_of(only, "Title") == {"Verdana"}
    assert b'w:ascii="Arial"' in unpacked(Docx().render(Document("T", "sv", [])))["word/styles.xml"]


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
    written = Docx().render(
        Document("T", "sv", [], look=muniprog.Look(logo=muniprog.Logo(content=png, alternative="V")))
    )
    (shape,) = docx.Document(BytesIO(written)).inline_shapes
    assert shape.height == Cm(2)
    assert png in unpacked(written).values()
