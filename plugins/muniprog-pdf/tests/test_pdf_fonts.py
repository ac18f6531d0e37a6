"""Who asks for a font that is not there is told so, and what there is."""

import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner

from muniprog import Document, Look
from muniprog.cli import main
from muniprog_pdf import Pdf
from muniprog_pdf.errors import FontWarning
from muniprog_pdf.fonts import families


def test_a_font_that_is_there_is_printed_whatever_the_case_of_its_name() -> None:
    assert families("libertinus serif") == ["Libertinus Serif", "Source Sans 3"]
    Pdf().render(Document("T", "sv", [], look=Look(font="source sans 3", heading_font="Libertinus Serif")))


def test_each_font_that_is_not_there_is_told_with_those_that_are() -> None:
    look = Look(font="Vasa Grotesk", heading_font="Vasa Antikva")
    with pytest.warns(FontWarning) as caught:
        printed = Pdf().render(Document("T", "sv", [], look=look))
    assert printed.startswith(b"%PDF")
    assert [str(each.message) for each in caught] == [
        f"The PDF is printed in Source Sans 3, since the font “{name}” of the look is not installed as a package. Try "
        f"“pip install fontpkg-{package}”, or write one of those that are there into the look file: {', '.join(known)}."
        for known in [sorted(muniprog_fonts())]
        for name, package in (("Vasa Grotesk", "vasa-grotesk"), ("Vasa Antikva", "vasa-antikva"))
    ]
    assert {Path(each.filename) for each in caught} == {Path(__file__)}


def muniprog_fonts() -> set[str]:
    """Return the families that come with the package, and what this machine has besides."""
    from muniprog_pdf.fonts import fonts

    found = {*fonts().families()}
    assert {"Libertinus Serif", "Source Sans 3"} <= found
    return found


def test_a_font_that_is_wished_for_twice_is_told_once() -> None:
    with pytest.warns(FontWarning) as caught:
        Pdf().render(Document("T", "sv", [], look=Look(font="Nowhere", heading_font="Nowhere")))
    assert len(caught) == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "muniprog: PDF-filen trycks med Source Sans 3, eftersom typsnittet ”Nowhere” i utseendet"),
        ("fi", "muniprog: PDF-tiedosto tulostetaan kirjasimella Source Sans 3, koska ulkoasun kirjasinta ”Nowhere”"),
    ],
)
def test_the_command_line_says_it_in_the_language_of_who_reads(tmp_path: Path, language: str, told: str) -> None:
    look, file = tmp_path / "look.yaml", tmp_path / "plan.pdf"
    look.write_text("font: Nowhere\n", encoding="utf-8")
    command = ["report", "timetable", "vasa_2019_2022", "--look", str(look), "-o", str(file)]
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        ran = CliRunner().invoke(main, command, env={"MUNIPROG_LANGUAGE": language})
    assert ran.exit_code == 0, ran.output
    assert told in ran.stderr
    assert file.read_bytes().startswith(b"%PDF")
