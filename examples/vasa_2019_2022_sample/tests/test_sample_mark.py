"""Every page that is printed of the sample says that it is sample data: each report, each file type, each language."""

import html
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

import muniprog
import vasa_2019_2022_sample

LANGUAGES = ("sv", "fi", "en")
NOTICES = {
    "sv": "Exempeldata – påhittade uppgifter",
    "fi": "Esimerkkitietoa – keksittyjä tietoja",
    "en": "Sample data – invented",
}
PLUGINS = muniprog.load_plugins()
BACKENDS = sorted(backend.name for backend in PLUGINS.backends.values())
REPORTS = sorted(report.name for report in PLUGINS.reports.values())


def one_page(data: bytes) -> list[str]:
    return [data.decode("utf-8")]


def page_of_html(data: bytes) -> list[str]:
    """Return what a reader sees of an HTML page: neither the head nor the marks."""
    body = data.decode("utf-8").partition("<body")[2]
    return [html.unescape(re.sub(r"<[^>]+>", " ", body))]


def page_of_latex(data: bytes) -> list[str]:
    """Return the head that LaTeX sets on every page: without it nothing of the notice is on any page."""
    source = data.decode("utf-8")
    heads = re.findall(r"^\\pagestyle\{myheadings\}\n\\markright\{(.*)\}$", source, re.MULTILINE)
    assert source.count(r"\pagestyle") == len(heads)
    return heads


def pages_of_word(data: bytes) -> list[str]:
    """Return the head of each kind of page; a kind without one of its own has that of the section before."""
    sections = docx.Document(BytesIO(data)).sections
    assert not any(section.different_first_page_header_footer for section in sections)
    return ["\n".join(line.text for line in section.header.paragraphs) for section in sections]


def pages_of_pdf(data: bytes) -> list[str]:
    """Return the text of each page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return read.stdout.decode("utf-8").removesuffix("\f").split("\f")


def pages_of_workbook(data: bytes) -> list[str]:
    """Return what stands at the head of each page of each sheet that is printed."""
    sheets = openpyxl.load_workbook(BytesIO(data)).worksheets
    return [
        " ".join(str(part.text) for part in (sheet.oddHeader.left, sheet.oddHeader.center, sheet.oddHeader.right))
        for sheet in sheets
        if sheet.sheet_state == "visible"
    ]


PAGES: dict[str, Callable[[bytes], list[str]]] = {
    "docx": pages_of_word,
    "html": page_of_html,
    "latex": page_of_latex,
    "markdown": one_page,
    "pdf": pages_of_pdf,
    "text": one_page,
    "xlsx": pages_of_workbook,
}
"""How the pages of each backend's files are read. A new backend says here how its pages are."""


@cache
def sample() -> muniprog.Programme:
    return muniprog.load(vasa_2019_2022_sample.FOLDER)


def squeezed(text: str) -> str:
    """Return a text on one line: a notice may be broken where the line ends."""
    return " ".join(text.split())


def printed(report: str, backend: str, languages: tuple[str, ...]) -> list[str]:
    data = muniprog.report(report, sample(), languages=languages).render(backend)
    return [squeezed(page) for page in PAGES[backend](data)]


FORM_PAGES: dict[str, Callable[[bytes], list[str]]] = {"csv": one_page, "xlsx": pages_of_workbook}
"""How the pages of each type of form are read. A new form file says here how its pages are."""


def test_the_programme_carries_the_notice() -> None:
    notice = sample().notice
    assert notice is not None
    assert {language: notice[language] for language in LANGUAGES} == NOTICES


def test_it_is_known_how_the_pages_of_every_backend_are_read() -> None:
    assert set(BACKENDS) <= set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("report", REPORTS)
def test_every_page_of_every_report_says_so(report: str, backend: str, language: str) -> None:
    pages = printed(report, backend, (language,))
    assert pages
    assert [number for number, page in enumerate(pages, start=1) if NOTICES[language] not in page] == []


@pytest.mark.parametrize("form_file", PLUGINS.form_files.values(), ids=lambda form_file: form_file.name)
def test_every_page_of_every_form_says_so(form_file: muniprog.FormFile) -> None:
    forms = muniprog.make_forms(sample(), 2022)
    assert {form.address.language for form in forms} == {"sv", "fi"}
    for form in forms:
        pages = FORM_PAGES[form_file.name](form_file.write(form))
        assert pages
        assert [page for page in pages if NOTICES[form.address.language] not in page] == []


@pytest.mark.parametrize("backend", BACKENDS)
def test_two_languages_side_by_side_say_so_in_both(backend: str) -> None:
    for page in printed("programme", backend, ("sv", "fi")):
        assert NOTICES["sv"] in page
        assert NOTICES["fi"] in page


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", REPORTS)
def test_every_page_that_a_browser_prints_says_so(report: str, language: str, tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("no Chromium is here")
    page, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    page.write_bytes(muniprog.report(report, sample(), languages=language).render("html"))
    quiet = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-sync",
        "--no-pdf-header-footer",
    )
    subprocess.run(
        [
            browser,
            *quiet,
            "--disable-background-networking",
            "--disable-component-update",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={paper}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
    )
    pages = [squeezed(text) for text in pages_of_pdf(paper.read_bytes())]
    assert len(pages) > 1
    assert [number for number, text in enumerate(pages, start=1) if NOTICES[language] not in text] == []
