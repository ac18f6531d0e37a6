"""What a Word document says, in which styles and in which language."""

import re
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

import muniprog
from muniprog import BulletList, Cell, Column, Document, Heading, InLanguage, Paragraph, Row, Span, Table, cell
from muniprog_docx import Docx, muniprog_register_report_backends
from muniprog_docx.links import bookmark_name
from muniprog_docx.pages import text_height, text_width

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>'
ROWS = Table("Rader", [Column("År"), Column("Antal", kind="number")], [Row([cell("2019", header=True), cell("3")])])

Line = tuple[str, str]
"""A paragraph: the name of its style and its text."""


def item(*blocks: muniprog.Block) -> tuple[muniprog.Block, ...]:
    return blocks


def read(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(Docx().render(document)))


def body(*blocks: muniprog.Block, language: str = "sv") -> BaseOxmlElement:
    root: BaseOxmlElement = read(Document("Titel", language, blocks)).element.body
    return root


def text_of(element: BaseOxmlElement) -> str:
    return "".join("\n" if each.tag == qn("w:br") else each.text or "" for each in element.iter(qn("w:t"), qn("w:br")))


def lines(document: Document) -> list[Line]:
    """Return the paragraphs outside tables and contents."""
    file = read(document)
    names = {style.style_id: style.name or "" for style in file.styles}
    return [
        (names[paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))], text_of(paragraph))
        for paragraph in file.element.body.findall(qn("w:p"))
    ]


def printed(*blocks: muniprog.Block, language: str = "sv") -> list[Line]:
    return lines(Document("Titel", language, blocks))[1:]


def attribute(element: BaseOxmlElement, path: str) -> list[str]:
    return [str(each) for each in element.xpath(path)]


# Styles


def test_title_subtitle_and_facts_stand_above_everything() -> None:
    document = Document("Program", "sv", [], subtitle="Andra raden", metadata=[("Period", "2019–2022")])
    assert lines(document) == [
        ("Title", "Program"),
        ("Subtitle", "Andra raden"),
        ("muniprog Facts", "Period: 2019–2022"),
    ]


def test_headings_are_headings_as_deep_as_word_knows_them() -> None:
    found = printed(*(Heading(level, f"H{level}") for level in range(1, 12)))
    assert found == [(f"Heading {min(level, 9)}", f"H{level}") for level in range(1, 12)]


def test_notes_say_what_they_are_in_the_language_of_the_document() -> None:
    notes = [muniprog.Note(kind, "Se upp") for kind in muniprog.NoteKind]
    assert printed(*notes, language="fi") == [
        ("muniprog Note", "Huom.: Se upp"),
        ("muniprog Warning", "Varoitus: Se upp"),
        ("muniprog Source", "Lähde: Se upp"),
    ]


def test_words_of_its_own_are_english_in_a_language_that_it_does_not_know() -> None:
    root = body(muniprog.Note("note", "Achtung"), language="de")
    assert text_of(root).endswith("[en] Note: Achtung")
    assert attribute(root, ".//w:r[w:t='Note']/w:rPr/w:lang/@w:val") == ["en-GB"]


def test_a_page_break_is_a_paragraph_that_begins_a_page() -> None:
    root = body(Paragraph("Före"), muniprog.PageBreak(), muniprog.PageBreak(), Paragraph("Efter"), Paragraph("Sist"))
    breaking = root.xpath("./w:p[w:pPr/w:pageBreakBefore]")
    assert [text_of(paragraph) for paragraph in breaking] == ["Efter"]


def test_lists_are_lists_and_deeper_ones_have_styles_of_their_own() -> None:
    inner = BulletList([item(Paragraph("Inre"), Paragraph("Mer"), Heading(1, "Rubrik"))])
    assert printed(BulletList(["Ett", item(Paragraph("Två"), inner, Paragraph("Fortsättning"))])) == [
        ("List Bullet", "Ett"),
        ("List Bullet", "Två"),
        ("List Bullet 2", "Inre"),
        ("List Continue 2", "Mer"),
        ("Heading 1", "Rubrik"),
        ("List Continue", "Fortsättning"),
    ]


def test_an_item_that_begins_with_something_else_than_words_still_has_its_bullet() -> None:
    assert printed(BulletList([item(muniprog.Note("source", "Här")), item()]))[0] == ("List Bullet", "")


def test_lists_deeper_than_word_has_styles_for_look_like_the_deepest() -> None:
    nested = BulletList(["7"])
    for level in range(6, 0, -1):
        nested = BulletList([item(Paragraph(str(level)), nested)])
    assert [style for style, _ in printed(nested)] == [
        "List Bullet",
        *(f"List Bullet {level}" for level in (2, 3, 4, 5, 5, 5)),
    ]


def test_each_numbered_list_counts_from_one() -> None:
    root = body(BulletList(["a", "b"], numbered=True), Paragraph("x"), BulletList(["c"], numbered=True))
    numbers = attribute(root, ".//w:p[w:pPr/w:numPr]/w:pPr/w:numPr/w:numId/@w:val")
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]
    definitions = docx.Document(
        BytesIO(Docx().render(Document("T", "sv", [BulletList(["a"], numbered=True)])))
    ).part.numbering_part.element
    assert definitions.xpath("./w:num[last()]/w:lvlOverride[1]/w:startOverride/@w:val") == ["1"]


# Languages


def test_every_run_knows_its_language() -> None:
    root = body(
        Paragraph(
            [Span("hem "), Span("koti", language="fi"), Span("kodin", language="fi"), Span(" home", language="en")]
        )
    )
    runs = [(text_of(run), *attribute(run, "./w:rPr/w:lang/@w:val")) for run in root.xpath("./w:p[2]/w:r")]
    assert runs == [
        ("hem ", "sv-FI"),
        ("[fi] ", "sv-FI"),
        ("koti", "fi-FI"),
        ("kodin", "fi-FI"),
        ("[en] ", "sv-FI"),
        (" home", "en-GB"),
    ]


def test_blocks_in_another_language_name_it_once_at_their_beginning() -> None:
    blocks = [InLanguage("fi", [Heading(1, "Koti"), Paragraph("Talo")]), InLanguage("sv", [Paragraph("Hus")])]
    assert printed(*blocks) == [("Heading 1", "[fi] Koti"), ("Body Text", "Talo"), ("Body Text", "Hus")]


def test_what_is_no_language_is_neither_named_nor_tagged() -> None:
    root = body(Paragraph([Span("text", language="fi\x00 x")]), InLanguage("\ufffe", [Paragraph("mer")]))
    assert [text_of(paragraph) for paragraph in root.xpath("./w:p")] == ["Titel", "text", "mer"]
    assert attribute(root, "./w:p[position()>1]//w:lang/@w:val") == []


def test_the_language_of_the_document_is_that_of_everything_that_names_none() -> None:
    for language, tag in (("fi", "fi-FI"), ("sv-SE", "sv-SE"), ("no language", "x-none")):
        styles = read(Document("T", language, [])).styles.element
        assert attribute(styles, "./w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == [tag]


def test_what_is_written_from_right_to_left_begins_there() -> None:
    root = body(InLanguage("ar", [Paragraph("مرحبا")]))
    (paragraph,) = root.xpath("./w:p[w:pPr/w:bidi]")
    assert attribute(paragraph, "./w:r[w:rPr/w:rtl]/w:rPr/w:lang/@w:bidi") == ["ar"]


# Runs


def test_marks_and_emphasis_are_styles() -> None:
    spans = [Span(mark.value, mark=mark) for mark in muniprog.Mark]
    root = body(Paragraph([*spans, Span("viktig", emphasis=True), Span("båda", emphasis=True, mark=muniprog.Mark.BAD)]))
    styles = {text_of(run): attribute(run, "./w:rPr/w:rStyle/@w:val") for run in root.xpath("./w:p[2]/w:r")}
    assert styles == {
        **{mark.value: [f"muniprog{mark.value.capitalize()}"] for mark in muniprog.Mark},
        "viktig": ["Emphasis"],
        "båda": ["muniprogBad"],
    }
    assert len(root.xpath("./w:p[2]/w:r[w:rPr/w:i]")) == 1


def test_a_mark_shows_in_a_link_too() -> None:
    marks = (muniprog.Mark.BAD, muniprog.Mark.MISSING, muniprog.Mark.REMOVED)
    root = body(Paragraph([Span(mark.value, mark=mark, link="https://example.org") for mark in marks]))
    shown = {text_of(run): {each.tag for each in run.find(qn("w:rPr"))} for run in root.iter(qn("w:r"))}
    assert qn("w:b") in shown["bad"]
    assert qn("w:i") in shown["missing"]
    assert qn("w:strike") in shown["removed"]
    assert set(attribute(root, ".//w:hyperlink/w:r/w:rPr/w:rStyle/@w:val")) == {"Hyperlink"}


def test_line_breaks_and_hyphens_are_words_own() -> None:
    (paragraph,) = body(Paragraph("ett\ntvå\u00ad\u2011tre  fyra")).xpath("./w:p[2]")
    inside = [each.tag.rpartition("}")[2] for each in paragraph.find(qn("w:r")) if each.tag != qn("w:rPr")]
    assert inside == ["t", "br", "t", "softHyphen", "noBreakHyphen", "t"]
    assert set(attribute(paragraph, ".//w:t/@xml:space")) == {"preserve"}


# Links


def test_links_lead_to_bookmarks_and_to_the_web() -> None:
    document = Document(
        "T",
        "sv",
        [
            Heading(1, "Mål", anchor="mal"),
            Paragraph([Span("dit", link="#mal"), Span("ut", link="https://example.org/å#c")]),
            Paragraph([Span("bredvid", link="files/a.pdf"), Span("intet", link="javascript:alert(1)")]),
        ],
    )
    file = read(document)
    root = file.element.body
    assert attribute(root, ".//w:hyperlink/@w:anchor") == attribute(root, ".//w:bookmarkStart/@w:name") == ["mal"]
    (outside,) = attribute(root, ".//w:hyperlink/@r:id")
    assert file.part.rels[outside].target_ref == "https://example.org/%C3%A5#c"
    assert [text_of(link) for link in root.iter(qn("w:hyperlink"))] == ["dit", "ut"]
    assert text_of(root).endswith("bredvidintet")


@pytest.mark.parametrize("anchor", ["Boende", "1.1", "a_00000000", "rådgivning", "x" * 80])
def test_an_anchor_that_can_be_no_bookmark_gets_a_name_of_its_own(anchor: str) -> None:
    name = bookmark_name(anchor)
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,39}", name)
    assert name != anchor
    assert bookmark_name(anchor) == name


def test_anchors_that_differ_in_case_only_are_two_bookmarks() -> None:
    assert (
        len({bookmark_name(anchor).lower() for anchor in ("boende", "Boende", "BOENDE", "boende-1", "boende.1")}) == 5
    )


def test_an_anchor_stands_where_its_table_figure_or_cell_begins() -> None:
    table = Table("T", [Column("A")], [Row([cell("a", anchor="cell")])], anchor="table")
    figure = muniprog.Figure(SVG, "Bild", ROWS, "Figuren", anchor="figure")
    root = body(Heading(1, "T"), table, figure)
    names = {
        name: text_of(mark.getparent())
        for mark in root.iter(qn("w:bookmarkStart"))
        for name in [mark.get(qn("w:name"))]
    }
    assert names == {"table": "A", "cell": "a", "figure": "Figur 1. Figuren"}
    assert attribute(body(table), ".//w:p[w:bookmarkStart/@w:name='table']/w:pPr/w:pStyle/@w:val") == ["Caption"]


def test_links_to_one_address_share_one_relationship() -> None:
    addresses = ["https://example.org/a", "https://example.org/b", "https://example.org/a"]
    file = read(Document("T", "sv", [Paragraph([Span(address[-1], link=address), Span(" ")]) for address in addresses]))
    relations = [file.part.rels[each].target_ref for each in attribute(file.element.body, ".//w:hyperlink/@r:id")]
    assert relations == addresses
    assert [each.is_external for each in file.part.rels.values()].count(True) == 2


def test_what_an_anchor_was_called_before_leads_to_the_same_place() -> None:
    former = [("before", "now"), ("long-before", "now")]
    root = read(Document("T", "sv", [Heading(1, "Mål", anchor="now")], former=former)).element.body
    names = ["now", "before", bookmark_name("long-before")]
    assert attribute(root, ".//w:bookmarkStart/@w:name") == names


# Contents


def test_the_contents_are_a_field_with_a_line_for_each_heading() -> None:
    headings: list[muniprog.Block] = [
        Heading(1, [Span("Ett\nrad"), Span("länk", link="https://example.org")]),
        InLanguage("fi", [Heading(2, "Kaksi")]),
        BulletList([item(Heading(3, "Tre"))]),
        Paragraph("x"),
    ]
    file = read(Document("T", "sv", headings, contents=True))
    (contents,) = file.element.body.findall(qn("w:sdt"))
    assert text_of(contents) == "InnehållEtt radlänk[fi] KaksiTre"
    assert [each.text for each in contents.iter(qn("w:instrText"))] == [' TOC \\o "1-3" \\h \\z ']
    root = file.element.body
    assert attribute(root, "./w:sdt//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    links = attribute(root, "./w:sdt//w:hyperlink/@w:anchor")
    assert links == attribute(root, "./w:p//w:bookmarkStart/@w:name")
    assert attribute(root, "./w:sdt//w:p/w:pPr/w:pStyle/@w:val") == ["TOCHeading", "TOC1", "TOC2", "TOC3", "TOC1"]


def test_nothing_makes_word_ask_whether_to_renew_fields() -> None:
    file = read(Document("T", "sv", [Heading(1, "A"), ROWS], contents=True))
    assert not file.element.xpath("//@w:dirty")
    assert file.settings.element.find(qn("w:updateFields")) is None


def test_without_headings_or_wish_there_are_no_contents() -> None:
    for document in (Document("T", "sv", [], contents=True), Document("T", "sv", [Heading(1, "A")])):
        root = read(document).element.body
        assert root.find(qn("w:sdt")) is None
        assert root.xpath(".//w:bookmarkStart") == []


# Captions and figures


def test_captions_are_counted_by_word_each_kind_by_itself() -> None:
    figure = muniprog.Figure(SVG, "En kurva som stiger", ROWS, "Kurvan")
    root = body(ROWS, figure, language="fi")
    captions = [text_of(each) for each in root.xpath("./w:p[w:pPr/w:pStyle/@w:val='Caption']")]
    assert captions == ["Taulukko 1. Rader", "Kuvio 1. Kurvan", "Taulukko 2. Rader"]
    counted = [field.split()[1] for field in attribute(root, ".//w:fldSimple/@w:instr")]
    assert counted == ["Taulukko", "Kuvio", "Taulukko"]


def test_captions_in_two_languages_are_counted_in_each_as_word_does_when_it_renews_them() -> None:
    figure = muniprog.Figure(SVG, "Bild", ROWS, "Kurvan")
    root = body(figure, InLanguage("fi", [figure]), figure)
    counted = [text_of(each) for each in root.iter(qn("w:fldSimple"))]
    assert counted == ["1", "1", "1", "1", "2", "2"]


def test_a_caption_that_repeats_the_heading_is_not_printed_but_still_told() -> None:
    root = body(Heading(1, "Rader"), ROWS)
    assert root.xpath("./w:p[w:pPr/w:pStyle/@w:val='Caption']") == []
    assert attribute(root, ".//w:tblCaption/@w:val") == ["Rader"]


def test_a_figure_is_a_picture_with_its_words_its_caption_and_its_rows() -> None:
    root = body(muniprog.Figure(SVG, "En kurva\nsom <stiger>", ROWS, ""), muniprog.Figure(SVG, "Två", ROWS, "Andra"))
    assert attribute(root, ".//wp:docPr/@descr") == ["En kurva\nsom <stiger>", "Två"]
    assert len(set(attribute(root, ".//wp:docPr/@id"))) == 2
    assert attribute(root, ".//wp:inline/@distL") == ["0", "0"]
    captions = [text_of(each) for each in root.xpath("./w:p[w:pPr/w:pStyle/@w:val='Caption']")]
    assert captions == ["Figur 1", "Tabell 1. Rader", "Figur 2. Andra", "Tabell 2. Rader"]


def test_a_figure_whose_rows_stand_in_the_document_already_brings_none_of_its_own() -> None:
    told = Table("Rader", ROWS.columns, ROWS.rows, anchor="rader")
    root = body(told, muniprog.Figure(SVG, "Bild", ROWS, "Kurvan", told_at="rader"))
    assert len(root.findall(qn("w:tbl"))) == 1
    captions = [text_of(each) for each in root.xpath("./w:p[w:pPr/w:pStyle/@w:val='Caption']")]
    assert captions == ["Tabell 1. Rader", "Figur 1. Kurvan"]


def test_a_caption_stays_with_what_it_tells_of() -> None:
    root = body(muniprog.Figure(SVG, "Bild", ROWS, "Kurvan"))
    staying = root.xpath("./w:p[w:pPr/w:keepNext]")
    assert [text_of(each) for each in staying] == ["", "Tabell 1. Rader"]


@pytest.mark.parametrize(("width", "height"), [(1000, 100), (100, 1000), (10, 10)])
def test_a_picture_never_leaves_its_page(width: int, height: int) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><rect width="9" height="9"/></svg>'
    file = read(Document("T", "sv", [muniprog.Figure(svg, "Bild", ROWS, "")]))
    (shape,) = file.inline_shapes
    assert shape.width <= text_width(file.sections[0])
    assert shape.height < 0.9 * text_height(file.sections[0])
    assert shape.width * height == pytest.approx(shape.height * width, rel=0.01)


# The plug-in


def test_it_registers_one_backend_that_is_a_report_backend() -> None:
    (backend,) = muniprog_register_report_backends()
    assert isinstance(backend, muniprog.ReportBackend)
    assert (backend.name, backend.suffixes) == ("docx", (".docx",))


def test_an_empty_cell_is_still_a_cell() -> None:
    table = Table("T", [Column("A"), Column("B")], [Row([cell("", ""), Cell()])])
    assert len(body(table).xpath(".//w:tr[2]/w:tc[w:p]")) == 2
