"""Drawings: valid, labelled, with their own ground, and deaf to whatever markup is in their words."""

from xml.etree import ElementTree as ET

import pytest

from muniprog.document import Look
from muniprog.figures.drawing import Drawing
from muniprog.figures.finishing import page_anchor, pages, some_of
from muniprog.figures.legend import Sign, draw_legend
from muniprog.figures.speech import Speech
from tests.drawn import SVG

HOSTILE = '<script>alert("x")</script>&amp;]]>\x00\x1b\ud800'


def made(drawing: Drawing, title: str = "Titel", description: str = "Vad som syns") -> ET.Element:
    return ET.fromstring(drawing.svg(100, title=title, description=description, language="sv"))


def test_a_drawing_says_what_it_is_in_its_language() -> None:
    root = made(Drawing("karta", Look()))
    assert (root.get("role"), root.get("lang")) == ("img", "sv")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "sv"
    told = {each.get("id"): each.text for each in root if each.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert [told[name] for name in root.get("aria-labelledby", "").split()] == ["Titel", "Vad som syns"]


def test_a_drawing_brings_its_own_ground_for_dark_pages() -> None:
    ground = made(Drawing("karta", Look())).find(f"{SVG}rect")
    assert ground is not None
    assert (ground.get("width"), ground.get("height"), ground.get("fill")) == ("720", "100", "#ffffff")


def test_nothing_that_is_typed_is_markup() -> None:
    drawing = Drawing("karta", Look())
    drawing.text(1, 2, HOSTILE, language='sv" onload="x')
    drawing.rect(0, 0, 1, 1, fill='"/><script/>')
    root = made(drawing, HOSTILE, HOSTILE)
    clean = '<script>alert("x")</script>&amp;]]>\ufffd\ufffd\ufffd'
    assert [each.text for each in root.iter() if each.tag != f"{SVG}rect" and each.text and each.text.strip()] == [
        clean,
        clean,
        clean,
    ]
    assert {each.tag for each in root.iter()} == {f"{SVG}{name}" for name in ("svg", "title", "desc", "rect", "text")}


def test_a_pattern_is_put_down_once() -> None:
    drawing = Drawing("karta", Look())
    assert drawing.pattern("dots", "<path/>") == drawing.pattern("dots", "<path/>") == "url(#karta-dots)"
    assert [each.get("id") for each in made(drawing).iter(f"{SVG}pattern")] == ["karta-dots"]


def test_coordinates_have_no_tail_of_noise() -> None:
    drawing = Drawing("karta", Look())
    drawing.line(0.1 + 0.2, 1 / 3, -0.001, 7.0)
    line = made(drawing).find(f"{SVG}line")
    assert line is not None
    assert [line.get(name) for name in ("x1", "y1", "x2", "y2")] == ["0.3", "0.3", "0", "7"]


def test_a_municipality_s_font_comes_first() -> None:
    assert made(Drawing("karta", Look(font="Public Sans"))).get("font-family", "").startswith("'Public Sans', ")


def test_a_key_has_as_many_rows_as_it_needs() -> None:
    drawing = Drawing("karta", Look())
    one = draw_legend(drawing, [Sign(lambda x, y: None, "klar")], 10)
    many = draw_legend(drawing, [Sign(lambda x, y: None, "pågår utanför bilden")] * 5, 10)
    deep = draw_legend(drawing, [Sign(lambda x, y: None, "försenad " * 40), Sign(lambda x, y: None, "klar")], 10)
    assert 10 == draw_legend(drawing, [], 10) < one < many < deep


@pytest.mark.parametrize(("count", "sizes"), [(0, []), (36, [36]), (37, [19, 18]), (100, [34, 34, 32])])
def test_many_rows_are_shared_evenly(count: int, sizes: list[int]) -> None:
    assert [len(part) for part in pages(range(count), 36)] == sizes


def test_no_identifier_makes_two_anchors_alike() -> None:
    assert page_anchor("timetable", 2, "boende") != page_anchor("timetable", 1, "2-boende")
    assert page_anchor("timetable", 2, "boende") != page_anchor("timetable", 1, ".2-boende")


def test_of_many_names_the_first_ones_are_said_and_the_others_counted() -> None:
    speech = Speech("sv", "sv")
    assert some_of(list("abcdef"), speech) == "a, b, c, d, e och f"
    assert some_of(list("abcdefg"), speech) == "a, b, c, d, e och 2 andra"
