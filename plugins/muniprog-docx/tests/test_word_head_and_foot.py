"""What stands at the head and at the foot of the pages of a Word document."""

from io import BytesIO

import docx
from docx.oxml.ns import qn

from muniprog import Document, Heading, Span
from muniprog_docx import Docx


def read(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(Docx().render(document)))


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
