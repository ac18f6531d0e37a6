"""A template that is damaged is told to be so, whatever is wrong with it."""

from io import BytesIO

import docx
import pytest

import muniprog
from muniprog_docx import Docx
from muniprog_docx.packing import packed, unpacked
from muniprog_docx.template import TemplateError
from muniprog_docx.trial import tried


def parts() -> dict[str, bytes]:
    made = BytesIO()
    docx.Document().save(made)
    return unpacked(made.getvalue())


def template(content: bytes) -> muniprog.Template:
    return muniprog.Template(name="mall.docx", content=content)


def test_a_sound_template_is_one_that_can_be_written_into() -> None:
    assert "word/document.xml" in unpacked(tried(template(packed(parts()))))


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("word/styles.xml", b"<w:name ", b"<w:nome "),
        ("word/numbering.xml", b'w:numId="', b'w:numId="x'),
        ("word/document.xml", b"w:body", b"w:bodies"),
        ("word/_rels/document.xml.rels", b" Target=", b" Zarget="),
        ("word/_rels/document.xml.rels", b"settings.xml", b"styles.xml"),
        ("[Content_Types].xml", b"wordprocessingml.styles+xml", b"x"),
    ],
)
def test_what_is_wrong_inside_is_told_with_what_to_do(part: str, before: bytes, after: bytes) -> None:
    there = parts()
    assert before in there[part]
    broken = template(packed(there | {part: there[part].replace(before, after)}))
    document = muniprog.Document("T", "sv", [], look=muniprog.Look(template=broken))
    with pytest.raises(TemplateError) as caught:
        Docx().render(document)
    assert caught.value.spoken("sv").startswith("Mallen ”mall.docx” är ")


def test_a_damaged_template_is_to_be_saved_anew() -> None:
    there = parts()
    there["word/styles.xml"] = there["word/styles.xml"].replace(b"<w:name ", b"<w:nome ")
    with pytest.raises(TemplateError) as caught:
        tried(template(packed(there)))
    assert caught.value.spoken("en") == "The template “mall.docx” is damaged. Open it with Word and save it anew."
    assert caught.value.spoken("fi").startswith("Mallipohja ”mall.docx” on vioittunut.")


def test_a_report_that_fails_is_not_blamed_on_the_template() -> None:
    figure = muniprog.Figure("<svg", "Bild", muniprog.Table("T", [muniprog.Column("A")], []), "")
    look = muniprog.Look(template=template(packed(parts())))
    with pytest.raises(Exception, match=".") as caught:
        Docx().render(muniprog.Document("T", "sv", [figure], look=look))
    assert not isinstance(caught.value, TemplateError)
