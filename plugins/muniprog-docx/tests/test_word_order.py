"""The order in which ECMA-376 (part 1, chapter 17) wants elements; Word calls a file damaged that has another one."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

import muniprog
from muniprog import BulletList, Column, Document, Figure, Heading, InLanguage, Note, Paragraph, Row, Span, Table, cell
from muniprog_docx import Docx
from muniprog_docx.packing import unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDGES = "top left start bottom right end"
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)
RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
SECTION = (
    "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
)
TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
CELL = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime displayBackgroundShape embedTrueTypeFonts "
    "mirrorMargins hideSpellingErrors hideGrammaticalErrors proofState attachedTemplate linkStyles mailMerge "
    "trackRevisions documentProtection styleLockTheme defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps evenAndOddHeaders drawingGridHorizontalSpacing drawingGridVerticalSpacing "
    "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery characterSpacingControl savePreviewPicture "
    "updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids attachedSchema themeFontLang "
    "clrSchemeMapping doNotAutoCompressPictures shapeDefaults decimalSymbol listSeparator"
)
BLOCKS, TEXT = "p|tbl|sdt", "r|hyperlink|fldSimple|bookmarkStart|bookmarkEnd"
ORDERS = {
    "body": f"{BLOCKS} sectPr",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtContent": BLOCKS,
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
    "p": f"pPr {TEXT}",
    "pPr": PARAGRAPH,
    "numPr": "ilvl numId",
    "pBdr": f"{EDGES} between bar",
    "r": "rPr t|br|tab|softHyphen|noBreakHyphen|drawing|fldChar|instrText",
    "rPr": RUN,
    "sectPr": SECTION,
    "tbl": "bookmarkStart|bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "tblPr": TABLE,
    "tcPr": CELL,
    "tblBorders": f"{EDGES} insideH insideV",
    "tcBorders": f"{EDGES} insideH insideV tl2br tr2bl",
    "tblCellMar": EDGES,
    "tcMar": EDGES,
    "hdr": BLOCKS,
    "ftr": BLOCKS,
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": STYLE,
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "settings": SETTINGS,
}
"""For each element its children in their order; those with a bar between them stand in any."""

PLACES = {
    element: {f"{W}{name}": place for place, names in enumerate(order.split()) for name in names.split("|")}
    for element, order in ORDERS.items()
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {}"><path d="M0 0h1v1H0z"/></svg>'
ROWS = [Row([cell("a", header=True, rows=2), *(cell("b", "c", bullets=True) for _ in range(3))]), Row([cell("d")] * 3)]
COLUMNS = [Column("A"), Column("B", kind="number"), Column("C", kind="symbol"), Column("D")]
WIDE = Table("Brett", COLUMNS, ROWS)
INNER: list[muniprog.Block] = [Paragraph("a"), BulletList(["b"], numbered=True), Paragraph("c")]
LINE = [Span("ut", link="https://example.org"), Span("dit", link="#mal"), Span("\u00ad\nx", emphasis=True)]
MARKS = [Span(mark.value, mark=mark, link=link) for mark in muniprog.Mark for link in (None, "#mal")]
REPORT = Document(
    "Titel",
    "sv",
    [
        Heading(1, "Mål", anchor="mal"),
        Paragraph([*LINE, *MARKS]),
        muniprog.PageBreak(),
        Table("Brett", COLUMNS, ROWS, anchor="tabell"),
        *(Note(kind, LINE) for kind in muniprog.NoteKind),
        Figure(SVG.format("1 2"), "Bild", WIDE, "Figur"),  # wants an upright page, right after a table
        BulletList([INNER], numbered=True),
        InLanguage("ar", [Paragraph("مرحبا"), Table("T", [Column("A", kind="number")], [Row([cell("1")])])]),
    ],
    subtitle="Under",
    metadata=[("Period", "2019–2022")],
    notice=LINE,
    contents=True,
    look=muniprog.Look(footer=LINE, logo=muniprog.Logo(content=SVG.format("2 1").encode(), alternative="Vapen")),
)


def misplaced(root: BaseOxmlElement) -> Iterator[str]:
    """Yield what stands where it must not."""
    for element in root.iter(f"{W}*"):
        name = element.tag.removeprefix(W)
        if name not in PLACES or not len(element):
            continue
        places = [PLACES[name].get(child.tag, -1) for child in element if child.tag.startswith(W)]
        if -1 in places or any(after < before for before, after in pairwise(places)):
            yield f"{name}: {' '.join(child.tag.rpartition('}')[2] for child in element)}"


def wrong_in(file: bytes) -> list[str]:
    parts = unpacked(file)
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml")]
    assert {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"} <= {*names}
    return [f"{name} {wrong}" for name in names for wrong in misplaced(parse_xml(parts[name]))]


def test_a_report_of_every_kind_of_block_stands_in_order() -> None:
    assert wrong_in(Docx().render(REPORT)) == []


def test_so_it_does_in_a_template_that_lacks_styles_and_lists() -> None:
    file, made = docx.Document(), BytesIO()
    for style in ("List Bullet", "List Number", "Body Text", "Caption", "Title", "Heading 1"):
        file.styles[style].delete()
    file.settings.odd_and_even_pages_header_footer = True
    file.add_section().different_first_page_header_footer = True
    file.save(made)
    template = muniprog.Template(name="mall.docx", content=made.getvalue())
    report = Document("T", "sv", REPORT.blocks, notice=LINE, contents=True, look=muniprog.Look(template=template))
    assert wrong_in(Docx().render(report)) == []


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("<w:pPr><w:keepNext/><w:pStyle/></w:pPr>", "pPr: keepNext pStyle"),
        ("<w:tblPr><w:tblW/><w:tblStyle/></w:tblPr>", "tblPr: tblW tblStyle"),
        ("<w:rPr><w:colour/></w:rPr>", "rPr: colour"),
        ("<w:sectPr><w:footerReference/><w:headerReference/><w:pgSz/></w:sectPr>", ""),
    ],
)
def test_another_order_is_seen(content: str, wrong: str) -> None:
    root = parse_xml(f'<w:x xmlns:w="{W[1:-1]}">{content}</w:x>')
    assert "".join(misplaced(root)) == wrong


def test_every_table_is_followed_by_a_paragraph_and_every_cell_holds_one() -> None:
    body = docx.Document(BytesIO(Docx().render(REPORT))).element.body
    assert [each.getnext().tag for each in body.iter(f"{W}tbl")] == [f"{W}p"] * len(body.findall(f"{W}tbl"))
    assert [each for each in body.iter(f"{W}tc") if each[-1].tag != f"{W}p"] == []
