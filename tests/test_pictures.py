"""Drawings as PNG: the same on every machine, and never more than the drawing itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from muniprog.errors import MuniprogError
from muniprog.pictures import can_be_made, picture_png, png_size

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="120" viewBox="0 0 400 120">
<rect width="400" height="120" fill="#ffffff"/>
<text x="10" y="40" font-family="Helvetica, sans-serif" font-size="20" {more}>{words}</text>
</svg>"""


def drawn(words: str = "Åtgärder", more: str = "") -> bytes:
    return picture_png(DRAWING.format(words=words, more=more), width=800)


def test_the_picture_is_as_wide_as_asked_and_as_high_as_follows() -> None:
    assert png_size(drawn()) == (800, 240)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert drawn() == drawn()


def test_letters_come_from_the_package_and_never_from_the_machine() -> None:
    assert drawn(more='font-style="normal"') == drawn()
    assert drawn().count(b"IDAT") == 1
    named = DRAWING.replace("Helvetica", "DejaVu Sans").format(words="Åtgärder", more="")
    assert picture_png(named, width=800) == drawn()


@pytest.mark.parametrize("words", ["å", "ä", "ö", "Å", "Ä", "Ö", "é", "š", "ž", "–", "→", "●", "○", "▲", "■", "€"])
def test_there_is_a_shape_for_every_letter_of_a_programme(words: str) -> None:
    missing = drawn("\ue000")  # a private letter that no font knows
    assert drawn(words) not in {missing, drawn(" ")}


def test_bold_letters_are_bold() -> None:
    assert drawn(more='font-weight="700"') != drawn()


@pytest.mark.parametrize(
    "address", ["/etc/hostname", "file:///etc/hostname", "https://example.org/a.png", "logo.png", " //example.org/a"]
)
@pytest.mark.parametrize("name", ["href", "xlink:href"])
def test_a_drawing_takes_nothing_from_outside(name: str, address: str) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
        f'<image {name}="{address}" width="9" height="9"/></svg>'
    )
    with pytest.raises(MuniprogError, match=r"refers to something outside it"):
        picture_png(svg, width=9)


def test_a_drawing_may_use_its_own_parts_and_pictures_that_it_holds() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect id="a" width="4" height="4"/>'
        '<use href="#a"/><image href="data:image/png;base64,AA==" width="1" height="1"/></svg>'
    )
    assert png_size(picture_png(svg, width=9)) == (9, 9)


@pytest.mark.parametrize(
    "svg", ["", "no drawing", "<svg", "<a/>", "<svg xmlns='http://www.w3.org/2000/svg' width='0'/>", "\ud800"]
)
def test_what_is_no_drawing_is_refused(svg: str) -> None:
    with pytest.raises(MuniprogError, match="cannot be read"):
        picture_png(svg, width=100)


@pytest.mark.parametrize("width", [0, -1, 10**9])
def test_a_picture_has_a_width(width: int) -> None:
    with pytest.raises(MuniprogError, match=f"cannot be {width} dots wide"):
        picture_png(DRAWING.format(words="", more=""), width=width)


def test_a_picture_never_takes_all_memory() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="100cm"><rect width="1" height="9"/></svg>'
    with pytest.raises(MuniprogError, match="too high"):
        picture_png(svg, width=8_000)


def test_an_entity_that_explodes_is_refused() -> None:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdef", "bcdefg", strict=True)
    )
    svg = f'<!DOCTYPE svg [{entities}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&g;</text></svg>'
    with pytest.raises(MuniprogError, match="cannot be read"):
        picture_png(svg, width=9)


@pytest.mark.parametrize("package", ["fontpkg_source_sans_3", "resvg_py"])
def test_without_the_packages_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    assert can_be_made()
    monkeypatch.setitem(sys.modules, package, None)
    assert not can_be_made()
    with pytest.raises(MuniprogError, match=r"muniprog\[pictures\]"):
        drawn()


def test_language_time_and_fonts_of_the_machine_change_nothing(tmp_path: Path) -> None:
    program = "import sys, muniprog; sys.stdout.buffer.write(muniprog.picture_png(sys.argv[1], width=800))"
    drawing = DRAWING.format(words="Åtgärder", more="")
    machine = {**os.environ, "LC_ALL": "C", "LANG": "fi_FI.UTF-8", "TZ": "Pacific/Apia", "HOME": str(tmp_path)}
    elsewhere = subprocess.run([sys.executable, "-c", program, drawing], capture_output=True, check=True, env=machine)
    assert elsewhere.stdout == drawn()
