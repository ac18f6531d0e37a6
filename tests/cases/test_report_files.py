"""Field cases of what is printed, through every report backend and on a page of Sphinx.

One document holds the text of every case; each type of file is made of it once.
"""

import re
import string
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import ZipFile, is_zipfile

import attrs
import html5lib
import openpyxl
import pytest

import muniprog
from muniprog.document import (
    BulletList,
    Column,
    ColumnKind,
    Document,
    DocumentError,
    Heading,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
    clean,
    plain,
)
from muniprog.model import Programme
from muniprog.reports.voice import Voice
from tests.builders import action, goal, indicator, owner, programme, theme
from tests.contract.reading import READERS
from tests.documentations import documentation
from tests.publication.hostile import harm_in

PLUGINS = muniprog.load_plugins()
BACKENDS = (*sorted(PLUGINS.backends), "sphinx")

FORMULAS = ('=HYPERLINK("…")', "+358 40 0000000", "-avslutad", "@ansvarig", "\t=1+1", "-1,5")
EQUALS_SIGNS = ("=mål uppnått", "==== rubrik", "rad 1\n=rad 2")
PARTS = (
    *("Sysselsättning och utbildning för vuxna", "Sysselsättning och utbildning för unga"),
    *("Språk/kommunikation: mål [2]", "History", "'citat'"),
)
DEPARTMENTS = (*(f"Avdelningen för åtgärder på ö {number}" for number in range(38)), "Skola, kultur", "=Bildning")
CONTROLS = ("Mål\x0bdelmål", "titel \x02 här", "anmärkning \uffff här")
CELLS = ("a|b", "rad 1\nrad 2", "slutar med \\", "\\|", "`|`")
PAGES = ("</script><img src=x onerror=alert(1)>", "<!-- ", "a\u2028b", "\" onclick=\"x\" ' onfocus='y'")
DANGEROUS = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&#58;alert(1)", "data:text/html,x"),
    *("<javascript:alert(1)>", "file:///etc/passwd"),
)
PATHS = ("../../ut", "A/B", "C:\\x", "con")
MISSING = muniprog.Text.of({"sv": "Fattas på finska", "fi": "", "en": None})


def table(caption: str, *texts: str) -> Table:
    columns = [Column("mål|delmål"), Column("b")]
    return Table(f"Fall {caption}", columns, [Row([cell(text, header=True), cell(text)]) for text in texts])


@cache
def document() -> Document:
    """A Finnish document with the texts of all cases."""
    number = Table("Luku", [Column("a", kind=ColumnKind.NUMBER)], [Row([cell("−5", value=-5)])])
    return Document(
        "Tapaukset",
        "fi",
        [
            table("E01", *FORMULAS),
            number,
            table("E02", *EQUALS_SIGNS),
            *(Table(part, [Column("osa")], [Row([cell("x")])]) for part in PARTS),
            table("E04", *DEPARTMENTS),
            table("E05", *CONTROLS),
            table("E09", *CELLS),
            *(block for text in PAGES for block in (Heading(1, text), Paragraph(text), BulletList([text]))),
            table("X01", *PAGES),
            *(Paragraph(Span("ingen länk", link=address)) for address in DANGEROUS),
            *(Paragraph(address) for address in DANGEROUS),
            Paragraph(Span("länk", link=" https://ok.example/a")),
            Paragraph(Span("brev", link="mailto:a@ok.example")),
            *(Table(path, [Column("osa")], [Row([cell(path)])]) for path in PATHS),
            Paragraph(Voice(("fi",), record="sv").text(MISSING)),
        ],
    )


@cache
def printed(backend: str) -> bytes:
    return on_a_page(document()) if backend == "sphinx" else PLUGINS.backends.find(backend).render(document())


def on_a_page(shown: Document) -> bytes:
    """Return what a documentation shows of a document, by itself."""
    page = "Sida\n====\n\n.. muniprog:report:: programme\n   :title:\n   :facts:\n"
    whole = attrs.evolve(muniprog.report("programme", muniprog.load("vasa_2019_2022")), document=shown)
    with pytest.MonkeyPatch.context() as patched, TemporaryDirectory() as folder:
        patched.setattr(muniprog, "report", lambda *_, **__: whole)
        built = documentation(Path(folder), {"index.rst": page}, {"language": "fi"})
        assert built.warnings == ""
        tree: Any = html5lib.parse(built.page(), namespaceHTMLElements=False)
    (main,) = [each for each in tree.iter() if each.get("role") == "main"]
    body = ElementTree.tostring(main, encoding="unicode", method="html")
    return f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>".encode()


def folded(text: str) -> str:
    """Return a text without spaces, for a line may be broken anywhere."""
    return "".join(text.replace("\u00ad", "").split())


def assert_reads(backend: str, *texts: str) -> None:
    read = folded(READERS[backend].words(printed(backend)))
    assert [text for text in texts for line in clean(text).split("\n") if folded(line) not in read] == []


def sheets() -> Mapping[str, Any]:
    workbook = openpyxl.load_workbook(BytesIO(printed("xlsx")))
    return {sheet.title: sheet for sheet in workbook.worksheets}


EVERY_BACKEND = pytest.mark.parametrize("backend", BACKENDS)


def test_every_backend_has_a_reader() -> None:
    assert set(READERS) == set(BACKENDS)


@EVERY_BACKEND
def test_e01_what_looks_like_a_formula_is_text_and_a_number_is_a_number(backend: str) -> None:
    assert_reads(backend, *FORMULAS)
    assert harm_in(printed(backend)) == []
    if backend == "xlsx":
        types = {str(cell.value): cell.data_type for sheet in sheets().values() for row in sheet for cell in row}
        assert {types[text.replace("\t", " ")] for text in FORMULAS} == {"s"}
        assert types["-5"] == "n"
    else:
        assert_reads(backend, "−5")


@EVERY_BACKEND
def test_e02_text_that_begins_with_an_equals_sign_is_read_as_it_is(backend: str) -> None:
    assert_reads(backend, *EQUALS_SIGNS)
    assert harm_in(printed(backend)) == []


@EVERY_BACKEND
def test_e03_parts_may_be_called_anything_and_are_called_so_in_full(backend: str) -> None:
    assert_reads(backend, *PARTS)
    if backend == "xlsx":
        names = list(sheets())
        assert len({name.casefold() for name in names}) == len(names)
        assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", name) for name in names)
        assert "history" not in {name.casefold() for name in names}
        in_first_cells = {str(sheet["A1"].value) for sheet in sheets().values()}
        in_index = {str(cell.value) for row in next(iter(sheets().values())) for cell in row}
        assert set(PARTS) <= in_first_cells & in_index


def test_e03_a_table_without_a_name_reaches_no_backend() -> None:
    with pytest.raises(DocumentError, match="caption"):
        Table("", [Column("osa")], [])


@EVERY_BACKEND
def test_e04_each_of_forty_departments_is_one(backend: str) -> None:
    assert len(DEPARTMENTS) == 40
    assert_reads(backend, *DEPARTMENTS)
    if backend == "xlsx":
        assert not [sheet for sheet in sheets().values() if sheet.data_validations.dataValidation]
        (asked,) = [sheet for sheet in sheets().values() if sheet["A1"].value == "Fall E04"]
        assert {row[0] for row in asked.iter_rows(values_only=True)} >= set(DEPARTMENTS)


@EVERY_BACKEND
def test_e05_control_characters_stop_no_file(backend: str) -> None:
    assert_reads(backend, *CONTROLS)
    assert not re.search("[\x0b\x02\uffff]", READERS[backend].words(printed(backend)))


@EVERY_BACKEND
def test_e09_every_row_has_the_columns_of_the_header_whatever_is_in_the_cells(backend: str) -> None:
    alone = Document("T", "sv", [table("E09", *CELLS)])
    file = on_a_page(alone) if backend == "sphinx" else PLUGINS.backends.find(backend).render(alone)
    assert set(READERS[backend].rows(file)) == {2}
    assert_reads(backend, "mål|delmål", *CELLS)


@EVERY_BACKEND
def test_x01_text_that_would_end_a_script_is_shown(backend: str) -> None:
    assert_reads(backend, *PAGES)
    assert harm_in(printed(backend)) == []


@EVERY_BACKEND
def test_x02_only_harmless_addresses_become_links(backend: str) -> None:
    outside = {unquote(link) for link in READERS[backend].links(printed(backend)) if not link.startswith("#")}
    assert outside == {"https://ok.example/a", "mailto:a@ok.example"}
    assert_reads(backend, "ingen länk", *DANGEROUS)


@EVERY_BACKEND
def test_x03_what_looks_like_a_path_names_no_part_of_a_file(backend: str) -> None:
    assert_reads(backend, *PATHS)
    file = printed(backend)
    if is_zipfile(BytesIO(file)):
        with ZipFile(BytesIO(file)) as packed:
            names = packed.namelist()
        allowed = {*string.ascii_letters, *string.digits, *"_-[]./"}
        assert [name for name in names if ".." in name or name.startswith("/") or not allowed.issuperset(name)] == []
        assert not {"a/b", "con"} & {name.casefold() for name in names}


@pytest.mark.parametrize("identifier", ["../../ut", "A/B", "C:\\x", "a\0b"])
@pytest.mark.parametrize("report", ["indicators", "owners", "programme", "timetable"])
def test_x03_no_backend_is_handed_an_identifier_that_is_a_path(report: str, identifier: str) -> None:
    named = {"indicators": "matare", "owners": "agare", "programme": "mal", "timetable": "agare"}[report]

    def plan(**ids: str) -> Programme:
        who = ids.get("agare", "agare")
        done = action("atgard", "2020", owners=(who,))
        below = goal(ids.get("mal", "mal"), done, indicators=(indicator(ids.get("matare", "matare")),))
        return programme(theme("tema", below), owners=(owner(who),))

    assert muniprog.report(report, plan(), as_of="2020-12-31").document.blocks
    with pytest.raises(DocumentError, match=r"use letters, digits, \. _ and -"):
        muniprog.report(report, plan(**{named: identifier}), as_of="2020-12-31")


IN_SWEDISH = {
    "docx": rb'<w:lang w:val="sv-FI"[^>]*/>[^/]*</w:rPr><w:t[^>]*>Fattas',
    "html": rb'lang="sv"[^>]*>Fattas',
    "latex": rb"\\foreignlanguage\{swedish\}\{Fattas",
    "markdown": rb"\[sv\\?\] Fattas",
    "sphinx": rb'lang="sv"[^>]*>Fattas',
    "text": rb"\[sv\] Fattas",
}
"""How a file says that what follows is Swedish; PDF and Excel are read by their own readers."""


@EVERY_BACKEND
def test_l03_a_text_that_is_missing_is_there_in_another_language_and_says_so(backend: str) -> None:
    assert_reads(backend, "Fattas på finska")
    file = printed(backend)
    if backend == "pdf":
        from tests.contract import pdf_reading

        assert "sv" in {run.language for run in pdf_reading.read(file).runs() if "Fattas" in run.text}
    elif backend == "docx":
        with ZipFile(BytesIO(file)) as packed:
            file = packed.read("word/document.xml")
    elif backend == "xlsx":
        assert "[sv] Fattas på finska" in READERS[backend].words(file)
    assert backend not in IN_SWEDISH or re.search(IN_SWEDISH[backend], file)


def test_the_document_holds_what_the_cases_say() -> None:
    said = {plain(line) for block in document().walk() for line in muniprog.lines_of(block)}
    assert {clean(text) for text in (*FORMULAS, *EQUALS_SIGNS, *DEPARTMENTS, *CONTROLS, *CELLS, *PAGES)} <= said
