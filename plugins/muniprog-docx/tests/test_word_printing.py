"""A word processor opens every report and prints it, with the notice on each page."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

import muniprog
import vasa_2019_2022_sample
from muniprog_docx import Docx

# Each report once; two languages stand in the longest lines, and the foot of each language is seen.
PRINTED = {
    "programme": ("sv", "fi"),
    "timetable": ("fi",),
    "followup": ("sv",),
    "indicators": ("fi",),
    "owners": ("fi", "sv"),
    "evaluation": ("sv",),
}
NOTICES = {"sv": "Exempeldata – påhittade uppgifter", "fi": "Esimerkkitietoa – keksittyjä tietoja"}
FOOT = {"sv": "Sida {page} av {pages}", "fi": "Sivu {page}/{pages}"}
FOOTER = "Vasa stad, invandrarservicen"
TEMPLATE, LONG, ROWS = "in-template", "long-table", 150

Pages = tuple[str, ...]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def pages_of(paper: Path) -> Pages:
    """Return the text of each page; each ends with a form feed."""
    run = subprocess.run(["pdftotext", "-layout", str(paper), "-"], check=True, capture_output=True, encoding="utf-8")
    return tuple(map(squeezed, run.stdout.split("\f")[:-1]))


def template_in(folder: Path) -> Path:
    """Return a template with a head, made as a word processor makes them."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Vasa stad – mall"
    file.add_paragraph("Omslag").add_run().add_break(WD_BREAK.PAGE)
    file.save(str(folder / "mall.docx"))
    return folder / "mall.docx"


def long_table() -> muniprog.Document:
    rows = [muniprog.Row([muniprog.cell(f"rad-{number}"), muniprog.cell("bra")]) for number in range(ROWS)]
    columns = [muniprog.Column("Vad det är"), muniprog.Column("Hur det går")]
    return muniprog.Document("Lång", "sv", [muniprog.Table("Många rader", columns, rows)])


def two_pages() -> muniprog.Document:
    blocks: list[muniprog.Block] = [muniprog.Heading(1, "Mål"), muniprog.PageBreak(), muniprog.Paragraph("Slut")]
    return muniprog.Document("Rapport", "sv", blocks, notice=NOTICES["sv"])


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """Every report of the sample as a word processor prints it; it is started once for all of them."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice or poppler is not installed (Debian's `libreoffice-writer` and `poppler-utils`).")
    folder = tmp_path_factory.mktemp("word")
    sample = muniprog.load(vasa_2019_2022_sample.FOLDER)
    look = muniprog.Look(footer=FOOTER)
    written = {
        report: Docx().render(muniprog.report(report, sample, languages=languages, look=look).document)
        for report, languages in PRINTED.items()
    }
    written[TEMPLATE] = Docx(template_in(folder)).render(two_pages())
    written[LONG] = Docx().render(long_table())
    files = [folder / f"{name}.docx" for name in written]
    for file, content in zip(files, written.values(), strict=True):
        file.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {file.stem: pages_of(file.with_suffix(".pdf")) for file in files}


@pytest.mark.slow
@pytest.mark.parametrize(("report", "languages"), PRINTED.items(), ids=PRINTED)
def test_every_report_is_printed_with_notice_and_number_on_each_page(
    printed: Mapping[str, Pages], report: str, languages: tuple[str, ...]
) -> None:
    pages = printed[report]
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert [language for language in languages if NOTICES[language] not in page] == []
        assert FOOT[languages[0]].format(page=number, pages=len(pages)) in page
        assert FOOTER in page


@pytest.mark.slow
def test_what_stands_in_the_programme_stands_on_paper(printed: Mapping[str, Pages]) -> None:
    text = " ".join(printed["programme"])
    assert "Främjande av boendefärdigheter / [fi] Asumistaitojen edistäminen" in text
    assert "Boenderådgivning" in text
    assert "Asumisneuvonta" in text


@pytest.mark.slow
def test_a_long_table_repeats_its_head_and_loses_no_row(printed: Mapping[str, Pages]) -> None:
    pages = printed[LONG]
    assert len(pages) > 2
    assert all("Vad det är Hur det går" in page for page in pages)
    words = " ".join(pages).split()
    assert [word for word in words if word.startswith("rad-")] == [f"rad-{number}" for number in range(ROWS)]


@pytest.mark.slow
def test_a_template_is_printed_with_its_head_and_the_notice(printed: Mapping[str, Pages]) -> None:
    pages = printed[TEMPLATE]
    for page, words in zip(pages, ("Omslag", "Mål", "Slut"), strict=True):
        assert words in page
        assert "Vasa stad – mall" in page
        assert NOTICES["sv"] in page
