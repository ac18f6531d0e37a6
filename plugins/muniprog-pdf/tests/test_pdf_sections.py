"""Pages lie, and stand where a picture is higher than wide."""

from io import BytesIO

import pikepdf
import pytest

import muniprog
from muniprog import Column, Document, Figure, Heading, InLanguage, Paragraph, Table
from muniprog_pdf import Pdf
from muniprog_pdf.pictures import is_tall
from muniprog_pdf.sections import sections


def figure(width: int, height: int) -> Figure:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><path d="M0 0h9v9z"/></svg>'
    return Figure(svg, "En bild", table=Table("T", [Column("a")], []), caption="Bilden", told_at="tabell")


TALL, WIDE = figure(300, 900), figure(900, 300)
TOLD = Table("T", [Column("a")], [], anchor="tabell")


@pytest.mark.parametrize(
    ("root", "tall"),
    [
        ('<svg width="2" height="3">', True),
        ('<svg width="3" height="2">', False),
        ("<svg viewBox='0 0 2 3'>", True),
        ('<svg viewBox="-1, 0, 3, 2">', False),
        ('<svg viewBox="0 0 2 3" width="100%" height="auto">', False),
        ('<svg stroke-width="2" viewBox="0 0 1 1.5">', True),
        ("<svg>", False),
        ("no drawing", False),
    ],
)
def test_a_drawing_says_how_high_it_is(root: str, tall: bool) -> None:
    assert is_tall(root) is tall


def test_what_heads_a_tall_picture_and_pictures_after_it_stand_with_it() -> None:
    text, one, two = Paragraph("x"), Heading(1, "1"), Heading(2, "2")
    blocks: list[muniprog.Block] = [text, one, two, TALL, WIDE, TOLD, WIDE]
    assert [(section.blocks, section.stands) for section in sections(blocks)] == [
        ((text,), False),
        ((one, two, TALL, WIDE), True),
        ((TOLD, WIDE), False),
    ]


def test_a_tall_picture_in_another_language_stands_too() -> None:
    finnish = InLanguage("fi", [Paragraph("x"), TALL])
    assert [section.stands for section in sections([finnish, InLanguage("fi", [WIDE])])] == [True, False]
    assert list(sections([])) == []


def test_pages_are_turned_and_none_is_empty() -> None:
    document = Document("T", "sv", [Paragraph("x"), Heading(1, "Karta"), TALL, InLanguage("fi", [TALL]), TOLD])
    with pikepdf.open(BytesIO(Pdf().render(document))) as pdf:
        boxes = [[float(each) for each in page.mediabox] for page in pdf.pages]
    assert [box[2] > box[3] for box in boxes] == [True, False, False, True]
