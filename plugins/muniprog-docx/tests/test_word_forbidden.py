"""What a template may not bring along: nothing of it may be published, run or fetched with a report."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from muniprog import Document, Heading, Look, Template
from muniprog_docx import Docx
from muniprog_docx.elements import field, field_instruction, field_mark
from muniprog_docx.packing import unpacked
from muniprog_docx.template import TemplateError

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships/"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>'

Word = docx.document.Document


def printed(work: Callable[[Word], object]) -> bytes:
    """Return a report in a template that somebody has made with a word processor."""
    file, made = docx.Document(), BytesIO()
    work(file)
    file.save(made)
    look = Look(template=Template(name="mall.docx", content=made.getvalue()))
    return Docx().render(Document("T", "sv", [Heading(1, "Mål")], look=look))


def refusal(work: Callable[[Word], object], language: str = "en") -> str:
    with pytest.raises(TemplateError) as caught:
        printed(work)
    return caught.value.spoken(language)


def leading(kind: str, address: str) -> Callable[[Word], object]:
    return lambda file: file.part.rels.get_or_add_ext_rel(kind, address)


def bringing(
    kind: str, content: bytes, media_type: str = "application/xml", name: str = "/word/x.xml"
) -> Callable[[Word], object]:
    """Return the work of laying a part of some kind beside the text of a template."""

    def work(file: Word) -> None:
        file.part.relate_to(Part(PackURI(name), media_type, content, file.part.package), kind)

    return work


def drawing(kind: str, attribute: str, address: str) -> Callable[[Word], object]:
    """Return the work of drawing something of the old kind, which names files without a relationship."""
    names = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    xml = f'<v:{kind} {names} {attribute}="{address}"/>'

    def work(file: Word) -> None:
        file.add_paragraph().add_run()._r.append(parse_xml(xml))

    return work


def with_field(*pieces: str) -> Callable[[Word], object]:
    def work(file: Word) -> None:
        runs = [field_mark("begin"), *map(field_instruction, pieces), field_mark("end")]
        file.sections[0].header.paragraphs[0]._p.extend(runs)

    return work


# Other files


def test_a_link_to_a_page_may_stay() -> None:
    written = printed(leading(RELATIONSHIP_TYPE.HYPERLINK, "https://www.vasa.fi/"))
    assert "https://www.vasa.fi/" in [each.target_ref for each in docx.Document(BytesIO(written)).part.rels.values()]


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (RELATIONSHIP_TYPE.IMAGE, "https://example.org/arms.png"),
        (RELATIONSHIP_TYPE.HYPERLINK, "file:///C:/mallar/arms.png"),
        (RELATIONSHIP_TYPE.HYPERLINK, "javascript:alert(1)"),
        (f"{OFFICE}oleObject", "file:///C:/mallar/budget.xlsx"),
        (f"{OFFICE}frame", "https://example.org/"),
    ],
)
def test_a_template_that_leads_to_other_files_is_refused(kind: str, address: str) -> None:
    work = leading(kind, address)
    assert (
        refusal(work)
        == f"The template “mall.docx” leads to other files: {address}. Put them into it, or take them out."
    )
    assert address in refusal(work, "sv")
    assert address in refusal(work, "fi")


@pytest.mark.parametrize(
    ("kind", "attribute"), [("imagedata", "src"), ("imagedata", "o:href"), ("fill", "o:althref"), ("imagedata", "href")]
)
def test_a_picture_of_the_old_kind_that_lies_elsewhere_is_refused(kind: str, attribute: str) -> None:
    assert "leads to other files: https://example.org/a.png." in refusal(
        drawing(kind, attribute, "https://example.org/a.png")
    )


def test_a_drawing_may_be_a_link_to_a_page_but_not_to_a_file() -> None:
    assert printed(drawing("shape", "href", "https://www.vasa.fi/"))
    assert printed(drawing("shape", "id", "file"))
    assert "leads to other files: file:///x." in refusal(drawing("shape", "href", "file:///x"))


def test_a_field_may_be_a_link_to_a_page_but_not_to_a_file() -> None:
    assert printed(with_field('HYPERLINK "https://www.vasa.fi/"'))
    assert printed(with_field('HYPERLINK \\l "mal"'))
    assert "leads to other files: \\\\server\\x." in refusal(with_field('HYPERLINK "\\\\server\\x"'))


# What takes effect


@pytest.mark.parametrize(
    "kind", [f"{OFFICE}oleObject", f"{OFFICE}control", f"{OFFICE}aFChunk", f"{MICROSOFT}vbaProject", f"{OFFICE}package"]
)
def test_a_template_with_what_could_run_is_refused(kind: str) -> None:
    name = kind.rpartition("/")[2]
    work = bringing(kind, b"x", "application/octet-stream", "/word/x.bin")
    assert refusal(work) == f"The template “mall.docx” holds what could take effect in a report: {name}. Take it out."
    assert name in refusal(work, "sv")
    assert name in refusal(work, "fi")


@pytest.mark.parametrize("pieces", [("DDEAUTO cmd",), ("INCLUDE", "PICTURE https://example.org/a.png"), ("",)])
def test_a_template_with_fields_that_fetch_or_run_something_is_refused(pieces: tuple[str, ...]) -> None:
    assert "holds what could take effect in a report: " in refusal(with_field(*pieces))


def test_a_template_may_count_its_pages() -> None:
    assert printed(with_field("PAGE \\* MERGEFORMAT"))
    assert printed(lambda file: file.add_paragraph()._p.append(field("NUMPAGES", [])))


def test_a_template_with_a_film_is_refused() -> None:
    film = '<wp15:webVideoPr xmlns:wp15="http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"/>'
    assert "webVideoPr" in refusal(lambda file: file.add_paragraph()._p.append(parse_xml(film)))


def test_a_drawing_in_svg_must_be_no_more_than_a_picture() -> None:
    def picture(content: bytes) -> Callable[[Word], object]:
        return bringing(RELATIONSHIP_TYPE.IMAGE, content, "image/svg+xml", "/word/media/arms.svg")

    assert printed(picture(SVG))
    assert "/word/media/arms.svg" in refusal(picture(SVG.replace(b"<path", b"<script>x</script><path")))
    fetching = SVG.replace(b"<path", b'<image href="https://example.org/a.png"/><path')
    assert "/word/media/arms.svg" in refusal(picture(fetching))


# People, and what the library keeps as bytes


def test_a_template_with_comments_or_tracked_changes_is_refused() -> None:
    def work(file: Word) -> None:
        file.add_comment(file.add_paragraph().add_run("x"), "Stämmer det?", author="Granskare")
        file.add_paragraph()._p.append(OxmlElement("w:ins", {qn("w:author"): "Ändrare"}))

    assert refusal(work) == (
        "The template “mall.docx” holds comments or tracked changes of Granskare, Ändrare. Accept or delete them."
    )


def test_footnotes_are_looked_at_as_well() -> None:
    def notes(content: str, before: str = "") -> Callable[[Word], object]:
        root = f'{before}<w:footnotes xmlns:w="{WORD}">{content}</w:footnotes>'
        return bringing(f"{OFFICE}footnotes", root.encode(), FOOTNOTES, "/word/footnotes.xml")

    assert printed(notes(""))
    assert "tracked changes of Granskare" in refusal(notes('<w:ins w:author="Granskare"/>'))
    assert "DDE cmd" in refusal(notes('<w:fldSimple w:instr="DDE cmd"/>'))
    assert "(DOCTYPE) in /word/footnotes.xml" in refusal(notes("", '<!DOCTYPE x [<!ENTITY a "b">]>'))


# What is forgotten without asking


@pytest.mark.parametrize(
    "kind", [f"{MICROSOFT}people", f"{MICROSOFT}commentsExtended", f"{OFFICE}customXml", f"{OFFICE}printerSettings"]
)
def test_what_tells_about_people_and_machines_is_left_out(kind: str) -> None:
    assert b"HEMLIG" not in b"".join(unpacked(printed(bringing(kind, b"<x>HEMLIG</x>"))).values())


def test_the_second_set_of_styles_that_word_2010_reads_is_left_out_since_ours_are_not_in_it() -> None:
    made = BytesIO()
    docx.Document().save(made)
    assert "word/stylesWithEffects.xml" in unpacked(made.getvalue())
    assert "word/stylesWithEffects.xml" not in unpacked(printed(lambda file: file))


def test_what_belongs_to_the_whole_file_is_left_out() -> None:
    def work(file: Word) -> None:
        package = file.part.package
        pane = Part(PackURI("/word/webextensions/taskpanes.xml"), "application/xml", b"<HEMLIG/>", package)
        package.relate_to(pane, f"{MICROSOFT}webextensiontaskpanes")
        package.rels.get_or_add_ext_rel(f"{OFFICE}metadata/thumbnail", "https://example.org/HEMLIG")

    assert b"HEMLIG" not in b"".join(unpacked(printed(work)).values())


def test_letters_that_a_template_was_filled_for_and_printers_are_forgotten() -> None:
    def work(file: Word) -> None:
        query = OxmlElement("w:query", {qn("w:val"): "SELECT * FROM HEMLIG"})
        merge = OxmlElement("w:mailMerge")
        merge.append(query)
        file.settings.element.insert(0, merge)
        file.part.rels.get_or_add_ext_rel(f"{OFFICE}mailMergeSource", "file:///C:/HEMLIG.xlsx")
        file.sections[0]._sectPr.append(OxmlElement("w:printerSettings", {qn("r:id"): "HEMLIG"}))

    assert b"HEMLIG" not in b"".join(unpacked(printed(work)).values())
