"""The field cases of Word documents, from the programme to the file; each test bears the identifier of its case."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

import muniprog
from muniprog_docx import Docx
from muniprog_docx.packing import packed, unpacked
from muniprog_docx.template import TemplateError

PLAN = """\
muniprog: 1
id: plan
title: {title}
period: 2020–2022
languages: [sv, fi]
themes:
- id: tema
  title: {{sv: Tema}}
  goals:
  - id: mal
    title: {{sv: "{goal}"}}
    actions:
    - id: atgard
      title: {{sv: Åtgärd, fi: Toimenpide}}
      timeframe: 2021
"""


def printed(folder: Path, *, title: str = "Plan", goal: str = "Mål", language: str = "sv") -> docx.document.Document:
    (folder / "programme.yaml").write_text(PLAN.format(title=title, goal=goal), encoding="utf-8")
    document = muniprog.report("programme", muniprog.load(folder), languages=language).document
    return docx.Document(BytesIO(Docx().render(document)))


def cells(file: docx.document.Document) -> set[str]:
    return {cell.text for table in file.tables for row in table.rows for cell in row.cells}


def styles_of(file: docx.document.Document) -> list[str]:
    found = file.element.body.xpath(".//w:p/w:pPr/w:pStyle/@w:val")
    return [str(each) for each in found]


@pytest.mark.parametrize(
    "words", ["=mål uppnått", "==== rubrik", "+358 40", "-avslutad", "{ HYPERLINK x }", "<b>&amp;"]
)
def test_e02_text_that_looks_like_something_else_is_text(tmp_path: Path, words: str) -> None:
    file = printed(tmp_path, goal=words)
    assert words in cells(file)
    assert file.element.xpath("count(//w:fldSimple)") == printed(tmp_path).element.xpath("count(//w:fldSimple)")


def test_e05_a_control_character_stops_no_document() -> None:
    typed = "Mål\x0bdelmål \x02 \uffff \ud83d slut"
    file = docx.Document(
        BytesIO(Docx().render(muniprog.Document(typed, "sv", [muniprog.Paragraph(typed)], notice=typed)))
    )
    assert [line.text for line in file.paragraphs] == ["Mål\ndelmål \ufffd \ufffd \ufffd slut"] * 2
    assert file.core_properties.title == "Mål delmål \ufffd \ufffd \ufffd slut"


def test_e05_a_control_character_in_a_language_stops_no_document_either() -> None:
    words = muniprog.Span("text", language="fi\x02")
    file = docx.Document(BytesIO(Docx().render(muniprog.Document("T", "sv\x0b", [muniprog.Paragraph(words)]))))
    assert file.paragraphs[1].text == "text"


def test_l03_a_missing_translation_falls_back_and_shows_it(tmp_path: Path) -> None:
    file = printed(tmp_path, language="fi")
    assert {"[sv] Mål", "Toimenpide"} <= cells(file)
    (run,) = [
        run for run in file.element.body.iter(qn("w:r")) if "".join(each.text for each in run.iter(qn("w:t"))) == "Mål"
    ]
    assert run.xpath("./w:rPr/w:lang/@w:val") == ["sv-FI"]


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org/x"),
        *("\\\\server\\share", "ms-word:ofe|u|https://example.org", "../../secret.docx"),
    ],
)
def test_x02_only_pages_and_mail_are_links(address: str) -> None:
    line = muniprog.Paragraph(muniprog.Span("klicka", link=address))
    file = docx.Document(BytesIO(Docx().render(muniprog.Document("T", "sv", [line]))))
    assert file.paragraphs[1].text == "klicka"
    assert not [each for each in file.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.HYPERLINK]


def test_x04_a_template_with_entities_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("HEMLIG", encoding="utf-8")
    parts = unpacked(Docx().render(muniprog.Document("T", "sv", [])))
    entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document'.encode()
    text = parts["word/document.xml"].replace(b"<w:document", entity, 1).replace(b">T<", b">&x;<")
    template = muniprog.Template(name="mall.docx", content=packed(parts | {"word/document.xml": text}))
    document = muniprog.Document("Rapport", "sv", [], look=muniprog.Look(template=template))
    with pytest.raises(TemplateError, match=r"definitions of its own \(DOCTYPE\) in /word/document.xml\. Save it anew"):
        Docx().render(document)
