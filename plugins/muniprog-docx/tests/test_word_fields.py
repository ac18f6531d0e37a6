"""Fields of a template: what each computes, also where one stands in another."""

import pytest
from docx.oxml.ns import qn

from muniprog_docx.elements import Element, field, field_instruction, field_mark, paragraph, w
from muniprog_docx.fields import address_of, instructions, is_harmless


def line(*runs: Element) -> Element:
    return paragraph("Normal", runs, language="sv")


def found(*runs: Element) -> list[str]:
    return [instruction.strip() for instruction in instructions(line(*runs))]


def said(*pieces: str) -> Element:
    run = w("r", *(w("instrText") for _ in pieces))
    for element, piece in zip(run.iter(qn("w:instrText")), pieces, strict=True):
        element.text = piece
    return run


def test_fields_of_both_kinds_are_found() -> None:
    begin, end = field_mark("begin"), field_mark("end")
    assert found(field("PAGE", []), begin, field_instruction("NUMPAGES"), field_mark("separate"), end) == [
        "PAGE",
        "NUMPAGES",
    ]
    assert found(w("fldSimple"), said("PAGE"), field_mark("end")) == [""]  # what belongs to no field is none


def test_an_instruction_in_pieces_is_one() -> None:
    assert found(field_mark("begin"), said("DDE", "AU"), said("TO cmd"), field_mark("end")) == ["DDEAUTO cmd"]


def test_a_field_that_does_not_end_is_one_all_the_same() -> None:
    assert found(field_mark("begin"), said("DDE cmd"), said()) == ["DDE cmd"]
    assert found(field_mark("begin"), w("r", w("instrText"))) == [""]


def test_a_field_in_another_one_comes_by_itself() -> None:
    inside = [field_mark("begin"), said("QUOTE 68"), field_mark("separate"), field_mark("end")]
    assert found(field_mark("begin"), *inside, said(" cmd"), field_mark("end")) == ["QUOTE 68", "cmd"]


@pytest.mark.parametrize("instruction", ["PAGE", " numpages ", "PAGE\\* MERGEFORMAT", "= 1 + 2", 'TOC \\o "1-3"'])
def test_what_shows_the_document_is_harmless(instruction: str) -> None:
    assert is_harmless(instruction)


@pytest.mark.parametrize(
    "instruction",
    [
        *("DDEAUTO cmd x", "dde cmd x", "INCLUDEPICTURE x", "INCLUDETEXT x", "LINK Excel.Sheet x", "IMPORT x", "RD x"),
        *("DATABASE \\d x", "MACROBUTTON Makro Tryck", "", "  ", '"DDE"', "PAGES", "MERGEFIELD Namn"),
    ],
)
def test_what_fetches_or_runs_something_or_is_not_known_is_not(instruction: str) -> None:
    assert not is_harmless(instruction)


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        ('HYPERLINK "https://www.vasa.fi"', "https://www.vasa.fi"),
        (" hyperlink file:///C:/x \\h ", "file:///C:/x"),
        ('HYPERLINK "" \\l mal', ""),
        ("HYPERLINK \\l mal", None),
        ('HYPERLINK \\h "x"', "\\h"),
        ("PAGE", None),
    ],
)
def test_the_address_of_a_link_is_what_comes_first(instruction: str, address: str | None) -> None:
    assert address_of(instruction) == address
