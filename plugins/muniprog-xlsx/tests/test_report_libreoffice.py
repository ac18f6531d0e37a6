"""Reports in LibreOffice: opened, saved and printed by the real program, all of them in one start of it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import muniprog
from muniprog import Column, Document, Figure, Look, Row, Table, cell
from muniprog_xlsx import ReportWorkbook

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="25" height="20"/></svg>'
ROWS = [Row([cell(f"{number} =1+1"), cell(f"{number},5 %", value=number + 0.5)]) for number in range(90)]
TABLE = Table("Mål", [Column("Vad"), Column("Andel\nOsuus", kind="number")], ROWS)
LONG = Document(
    "En lång tabell",
    "sv",
    [Figure(DRAWING, "En stapel", TABLE, "Så gick det")],
    notice="Exempeldata",
    look=Look(footer="Vasa stad", logo=muniprog.Logo(content=DRAWING.encode(), alternative="Vasa")),
)


@cache
def documents() -> dict[str, Document]:
    sample = muniprog.load("vasa_2019_2022_sample")
    return {"long": LONG, "round": muniprog.report("followup", sample, languages=("sv", "fi")).document}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a file as LibreOffice saves it, by its name and ending."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (Debian's package `libreoffice-calc`).")
    folder = tmp_path_factory.mktemp("reports")
    for name, document in documents().items():
        (folder / f"{name}.xlsx").write_bytes(ReportWorkbook().render(document))
    files = sorted(map(str, folder.glob("*.xlsx")))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for to in ("pdf", "xlsx"):
        command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder / "saved"), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return lambda name: folder / "saved" / name


def pages(file: Path) -> list[str]:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed (Debian's package `poppler-utils`).")
    done = subprocess.run([program, "-layout", file, "-"], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.split("\f")[:-1]


def squeezed(text: str) -> str:
    """Return a text without spaces: on paper lines are broken where they end."""
    return re.sub(r"\s", "", text)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["long", "round"])
def test_what_libreoffice_saves_says_the_same(saved: Callable[[str], Path], name: str) -> None:
    before = openpyxl.load_workbook(BytesIO(ReportWorkbook().render(documents()[name])))
    after = openpyxl.load_workbook(saved(f"{name}.xlsx"))
    assert after.sheetnames == before.sheetnames
    for sheet, other in zip(before.worksheets, after.worksheets, strict=True):
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert [(cell.coordinate, other[cell.coordinate].value) for cell in cells] == [
            (cell.coordinate, cell.value) for cell in cells
        ]
        assert [table.ref for table in other.tables.values()] == [table.ref for table in sheet.tables.values()]


@pytest.mark.slow
def test_every_printed_page_bears_notice_footer_sheet_and_number(saved: Callable[[str], Path]) -> None:
    printed = pages(saved("long.pdf"))
    assert len(printed) > 4
    for number, page in enumerate(printed, 1):
        assert "Exempeldata" in page
        assert "Vasa stad · En lång tabell" in page
        assert squeezed(page).endswith(f"·{number}/{len(printed)}")
    assert sum("Andel" in page for page in printed[2:]) > 1
    assert "89 =1+1" in printed[-1] or "89 =1+1" in printed[-2]
    assert re.search("89[.,]5 %", " ".join(printed))


@pytest.mark.slow
def test_a_printed_report_has_lost_nothing(saved: Callable[[str], Path]) -> None:
    printed = squeezed(" ".join(pages(saved("round.pdf"))))
    document = documents()["round"]
    said = [muniprog.plain(line) for block in document.walk() for line in muniprog.lines_of(block)]
    lost = [text for text in said if any(squeezed(word) not in printed for word in text.split())]
    assert lost == []
    assert "###" not in printed
