"""Programmes in documentations that are no web pages: text, LaTeX, Texinfo, manual pages, EPUB, and translations."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import muniprog
from tests.documentations import Documentation, documentation

PAGES = {
    "index.rst": """
S
=

:muniprog:value:`boende late` :muniprog:goal:`boenderadgivning` :muniprog:value:`boenderadgivning completion`

.. muniprog:report:: programme
   :chapter: boende

.. muniprog:figure:: indicators
   :as-of: 2022-12-31
""",
}

NEEDED: dict[str, object] = {
    "copyright": "Test",
    "man_pages": [("index", "test", "Test", [], 1)],
    "version": "1",
}
"""What some builders want to know of every documentation."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all of them are built: the pages are read once, and kept for the builders that come later."""
    folder = tmp_path_factory.mktemp("docs")
    documentation(folder, PAGES, NEEDED)
    return folder


def built_with(folder: Path, builder: str) -> Documentation:
    built = documentation(folder, {}, NEEDED, builder=builder)
    assert (built.warnings, built.read) == ("", ())
    return built


def told(page: str) -> str:
    """Return what stands in a file, without the signs by which a kind of file asks for hyphens."""
    return " ".join(page.replace("\\sphinxhyphen{}", "-").replace("\\-", "-").split())


FILES = {"text": "index.txt", "latex": "test.tex", "texinfo": "test.texi", "man": "test.1", "epub": "index.xhtml"}


@pytest.mark.parametrize("builder", FILES)
def test_every_builder_prints_the_same_and_says_in_words_what_a_picture_shows(folder: Path, builder: str) -> None:
    page = told(built_with(folder, builder).page(FILES[builder]))
    for words in ("påhittade uppgifter", "Boenderådgivning", "2 av 3", "Utveckling av verksamheten"):
        assert words in page.replace("\N{NO-BREAK SPACE}", " ").replace("\\ ", " "), words
    figure = muniprog.report("indicators", muniprog.load("vasa_2019_2022_sample"), as_of="2022-12-31").document
    alternative = next(block.alternative for block in figure.walk() if isinstance(block, muniprog.Figure))
    assert alternative.split()[0] in page


def test_pages_of_an_epub_are_xml_and_hold_the_pictures(folder: Path) -> None:
    built = built_with(folder, "epub")
    page = ElementTree.fromstring(built.page("index.xhtml"))
    picture = page.find(".//{*}img[@src]")
    assert picture is not None
    assert f'href="{picture.attrib["src"]}" ' in built.page("content.opf")


def test_where_cells_cannot_span_rows_each_row_has_all_its_cells(folder: Path) -> None:
    page = built_with(folder, "texinfo").page("test.texi")
    without_lists = re.sub(r"@itemize.*?@end itemize", "", page, flags=re.DOTALL)
    tables = re.findall(r"@multitable(.*?)@headitem(.*?)@end multitable", without_lists, re.DOTALL)
    assert len(tables) > 1
    for columns, rows in tables:
        assert {row.count("@tab") for row in rows.split("@item")} == {columns.count("{") - 1}


def test_texts_of_a_programme_are_not_asked_for_from_translators(tmp_path: Path) -> None:
    built = documentation(tmp_path, PAGES, NEEDED, builder="gettext")
    messages = re.findall(r'^msgid "(.+)"$', built.page("index.pot"), re.MULTILINE)
    assert messages == ["S", PAGES["index.rst"].splitlines()[4]], "the title, and the sentence with roles in it"
