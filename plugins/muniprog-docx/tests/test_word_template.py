"""Reports in the municipality's own template: its looks win, what it lacks is added, and nothing secret goes out."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, RGBColor

import muniprog
from muniprog import BulletList, Column, Document, Heading, Paragraph, Row, Span, Table, cell
from muniprog_docx import Docx
from muniprog_docx.packing import packed, unpacked
from muniprog_docx.template import TemplateError

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'
REPORT = Document(
    "Program",
    "sv",
    [
        Heading(1, "Mål", anchor="mal"),
        BulletList(["Ett", "Två"]),
        BulletList(["a"], numbered=True),
        BulletList(["b"], numbered=True),
        Table("Tabell", [Column(name) for name in "ABCD"], [Row([cell(name, name, bullets=True) for name in "abcd"])]),
    ],
    notice="Exempeldata",
)

Work = Callable[[docx.document.Document], object]


@pytest.fixture
def template(tmp_path: Path) -> Callable[[Work], Path]:
    """Return a template that somebody has made with a word processor."""

    def make(work: Work) -> Path:
        file = docx.Document()
        work(file)
        path = tmp_path / "mall.docx"
        file.save(str(path))
        return path

    return make


def nothing(file: docx.document.Document) -> None:
    pass


def printed(template: Path, document: Document = REPORT) -> docx.document.Document:
    return docx.Document(BytesIO(Docx(template).render(document)))


def refusal(template: Path, language: str = "en") -> str:
    with pytest.raises(TemplateError) as caught:
        Docx(template).render(REPORT)
    return caught.value.spoken(language)


def attach(file: docx.document.Document, kind: str, address: str) -> None:
    file.part.rels.get_or_add_ext_rel(kind, address)


def heads(file: docx.document.Document) -> list[str]:
    return [line.text for line in file.sections[0].header.paragraphs]


# The template's looks


def test_the_styles_of_the_template_win(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.styles["Heading 1"].font.color.rgb = RGBColor(1, 2, 3)
        file.styles.add_style("muniprog Table", WD_STYLE_TYPE.TABLE)

    look = muniprog.Look(accent="#8a1538", font="Georgia")
    path = template(work)
    file = printed(path, Document("T", "sv", [Heading(1, "H"), *REPORT.blocks[4:]], look=look))
    assert file.styles["Heading 1"].font.color.rgb == RGBColor(1, 2, 3)
    assert [style.name for style in file.styles].count("muniprog Table") == 1
    assert b"Georgia" not in unpacked(Docx(path).render(REPORT))["word/styles.xml"]


def test_a_style_is_found_by_its_name_also_where_it_has_another_identifier(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.styles["Heading 1"].element.set(qn("w:styleId"), "Rubrik1")

    root = printed(template(work)).element.body
    assert root.xpath("./w:p[w:bookmarkStart]/w:pPr/w:pStyle/@w:val") == ["Rubrik1"]


def test_what_the_template_lacks_is_added_with_all_that_it_rests_on(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        for name in ("Body Text", "List Bullet", "Caption"):
            file.styles[name].delete()
        taken = file.styles.add_style("Något annat", WD_STYLE_TYPE.PARAGRAPH)
        taken.element.set(qn("w:styleId"), "BodyText")

    file = printed(template(work))
    identifiers = [style.style_id for style in file.styles]
    assert len(identifiers) == len(set(identifiers))
    bullet, body = file.styles["List Bullet"], file.styles["Body Text"]
    assert bullet.base_style == body
    assert body.style_id == "BodyTextM"
    (number,) = bullet.element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    lists = file.part.numbering_part.element
    assert lists.xpath(f"./w:num[@w:numId='{number}']")


def test_a_template_without_lists_gets_them(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.styles["List Bullet"].delete()
        for relation in list(file.part.rels.values()):
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                del file.part.rels[relation.rId]

    lists = printed(template(work)).part.numbering_part.element
    kinds = [each.tag for each in lists]
    assert kinds == sorted(kinds)  # definitions first, as Word wants it
    assert len(lists.xpath("./w:num[w:lvlOverride]")) == 2


def test_the_page_is_that_of_the_template(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.sections[0].page_width, file.sections[0].page_height = Cm(20), Cm(30)

    page = printed(template(work)).sections[0]
    assert [round((length or 0) / Cm(1)) for length in (page.page_width, page.page_height)] == [20, 30]


def test_a_page_that_does_not_say_how_large_it_is_is_taken_for_a4(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        for each in list(file.sections[0]._sectPr):
            file.sections[0]._sectPr.remove(each)

    (table,) = printed(template(work)).tables
    assert table._tbl.xpath("./w:tblPr/w:tblW/@w:w") == [str(Cm(21).twips)]


def test_what_stands_in_the_template_stays_before_the_report(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.add_paragraph("Vasa stad")
        file.add_paragraph()

    assert [line.text for line in printed(template(work)).paragraphs][:3] == ["Vasa stad", "Program", "Mål"]


def test_a_cover_with_a_page_of_its_own_stays(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.add_section()

    file = printed(template(work))
    assert len(file.sections) == 2
    assert file.paragraphs[0].text == ""


def test_a_template_that_ends_with_a_table_ends_with_it_still(template: Callable[[Work], Path]) -> None:
    body = printed(template(lambda file: file.add_table(1, 1))).element.body
    assert [each.tag for each in body][:2] == [qn("w:tbl"), qn("w:p")]


def test_bookmarks_of_the_template_keep_their_numbers(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        mark = OxmlElement("w:bookmarkStart", {qn("w:id"): "7", qn("w:name"): "theirs"})
        file.add_paragraph("x")._p.append(mark)

    root = printed(template(work)).element.body
    assert root.xpath(".//w:bookmarkStart/@w:id") == ["7", "8"]


def test_a_report_can_be_the_template_of_the_next_one(tmp_path: Path) -> None:
    def linked(address: str) -> Document:
        return Document("T", "sv", [Paragraph(Span("dit", link=address))])

    path = tmp_path / "mall.docx"
    path.write_bytes(Docx().render(linked("https://example.org/before")))
    file = printed(path, linked("https://example.org/now"))
    relations = [file.part.rels[each].target_ref for each in file.element.body.xpath(".//w:hyperlink/@r:id")]
    assert relations == ["https://example.org/before", "https://example.org/now"]


# Head, foot and logo


def test_a_notice_stands_below_what_is_in_every_head(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.settings.odd_and_even_pages_header_footer = True
        file.sections[0].header.paragraphs[0].text = "Vasa stad"
        second = file.add_section()
        second.different_first_page_header_footer = True
        second.first_page_header.is_linked_to_previous = False
        second.first_page_header.paragraphs[0].text = "Bilaga"

    first, second = printed(template(work)).sections
    assert [line.text for line in first.header.paragraphs] == ["Vasa stad", "Exempeldata"]
    assert [line.text for line in first.first_page_header.paragraphs] == ["Exempeldata"]
    assert [line.text for line in first.even_page_header.paragraphs] == ["Exempeldata"]
    assert second.header.is_linked_to_previous
    assert [line.text for line in second.first_page_header.paragraphs] == ["Bilaga", "Exempeldata"]


def test_a_foot_of_its_own_is_kept_and_a_missing_one_is_written(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        file.sections[0].footer.paragraphs[0].text = "PB 2"

    assert [line.text for line in printed(template(work)).sections[0].footer.paragraphs] == ["PB 2"]
    (line,) = printed(template(nothing)).sections[0].footer.paragraphs
    assert line.text.startswith("Program")


def test_a_logo_is_printed_unless_the_template_has_a_picture(template: Callable[[Work], Path]) -> None:
    png = muniprog.picture_png(SVG, width=40)
    logo = muniprog.Logo(content=png, alternative="Vapen")
    document = Document("T", "sv", [], look=muniprog.Look(logo=logo))
    assert len(printed(template(nothing), document).inline_shapes) == 1

    def work(file: docx.document.Document) -> None:
        file.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(png))

    assert len(printed(template(work), document).inline_shapes) == 0


# What goes out with a template


def test_who_made_the_template_and_when_and_where_does_not_go_out(template: Callable[[Work], Path]) -> None:
    path = template(nothing)
    parts = unpacked(path.read_bytes())
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(
        b"</Properties>", b"<Company>HEMLIG</Company></Properties>"
    )
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"python-docx", b"HEMLIG")
    path.write_bytes(packed(parts))
    out = Docx(path).render(REPORT)
    assert b"HEMLIG" not in b"".join(unpacked(out).values())
    properties = docx.Document(BytesIO(out)).core_properties
    assert (properties.author, properties.created, properties.modified) == ("", None, None)
    assert [name for name in unpacked(out) if name.startswith("docProps")] == ["docProps/core.xml"]


def test_a_template_without_properties_leaks_none_of_the_library(template: Callable[[Work], Path]) -> None:
    path = template(nothing)
    parts = unpacked(path.read_bytes())
    del parts["docProps/core.xml"]
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"core-properties", b"no-properties-at-all")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"/docProps/core.xml", b"/docProps/app2.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"docProps/core.xml", b"docProps/app.xml")
    path.write_bytes(packed(parts))
    out = Docx(path).render(REPORT)
    assert out == Docx(path).render(REPORT)
    assert docx.Document(BytesIO(out)).core_properties.last_modified_by == ""


def test_the_template_that_a_template_was_made_from_is_forgotten(template: Callable[[Work], Path]) -> None:
    def work(file: docx.document.Document) -> None:
        settings = file.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
        rel = settings.rels.get_or_add_ext_rel(ATTACHED, "file:///C:/Users/nn/Normal.dotm")
        file.settings.element.insert(0, OxmlElement("w:attachedTemplate", {qn("r:id"): rel}))

    out = Docx(template(work)).render(REPORT)
    assert b"Normal.dotm" not in b"".join(unpacked(out).values())
    assert b"attachedTemplate" not in unpacked(out)["word/settings.xml"]


def test_a_template_with_macros_is_refused(template: Callable[[Work], Path]) -> None:
    path = template(nothing)
    parts = unpacked(path.read_bytes())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )
    path.write_bytes(packed(parts))
    assert refusal(path, "sv") == f"Mallen ”{path.name}” innehåller makron. Spara den som .docx eller .dotx."


def test_a_dotx_becomes_a_document(template: Callable[[Work], Path], tmp_path: Path) -> None:
    parts = unpacked(template(nothing).read_bytes())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    path = tmp_path / "mall.dotx"
    path.write_bytes(packed(parts))
    out = Docx(path).render(REPORT)
    assert b"template.main+xml" not in unpacked(out)["[Content_Types].xml"]
    assert heads(docx.Document(BytesIO(out))) == ["Exempeldata"]


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    text, archive = tmp_path / "mall.docx", tmp_path / "mall.dotx"
    text.write_bytes(b"ingen mall")
    with ZipFile(archive, "w") as other:
        other.writestr("content.xml", "<x/>")
    for path in (text, archive):
        assert refusal(path, "fi").startswith(f"Mallipohja ”{path.name}” ei ole Word-tiedosto.")


def test_a_template_that_a_few_bytes_blow_up_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "mall.docx"
    bomb.write_bytes(packed({"word/document.xml": bytes(50_000_001)}))
    assert refusal(bomb) == (
        "The template “mall.docx” grows to 50000001 bytes when it is opened; at most 50000000 are wanted."
    )
    assert "blir 50000001 byte stor" in refusal(bomb, "sv")


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mall.docx"
    assert refusal(path) == f"The template “{path}” cannot be read: No such file or directory."


def test_the_template_of_a_look_is_used_unless_the_backend_has_one(template: Callable[[Work], Path]) -> None:
    content = template(lambda file: file.add_paragraph("Ur utseendet")).read_bytes()
    document = Document("T", "sv", [], look=muniprog.Look(template=muniprog.Template(name="m.docx", content=content)))
    assert docx.Document(BytesIO(Docx().render(document))).paragraphs[0].text == "Ur utseendet"
    assert printed(template(nothing), document).paragraphs[0].text == "T"


def test_the_same_template_gives_the_same_bytes(template: Callable[[Work], Path]) -> None:
    path = template(lambda file: file.add_paragraph("Vasa stad"))
    linked = Document(
        "T", "sv", [Paragraph(Span(str(number), link=f"https://example.org/{number}")) for number in range(9)]
    )
    assert len({Docx(str(path)).render(linked) for _ in range(3)}) == 1
