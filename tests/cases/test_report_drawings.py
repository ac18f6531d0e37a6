"""Field cases of pictures in reports: what is told to who does not see them, and what a hostile one may not do."""

from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import html5lib
import pytest

import muniprog
from muniprog.document import Column, Document, Figure, Heading, InLanguage, Logo, Paragraph, Row, Table, cell

PLUGINS = muniprog.load_plugins()


def drawing(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">{inside}</svg>'


@pytest.mark.parametrize("backend", ["html", "pdf"])
def test_e15_title_languages_headers_and_pictures_are_there_for_who_does_not_see(backend: str) -> None:
    rows = Table("Läget", [Column("Mål"), Column("Klart")], [Row([cell("Boende", header=True), cell("3")])])
    chart = Figure(drawing('<rect width="9" height="9"/>'), "En stapel", table=rows, caption="Bilden")
    made = Document("Uppföljning", "sv", [Heading(1, "Läget"), rows, chart, InLanguage("fi", [Paragraph("Suomeksi")])])
    file = PLUGINS.backends.find(backend).render(made)
    told = by_tags(file) if backend == "pdf" else by_elements(file)
    assert told == {
        "title": "Uppföljning",
        "language": "sv",
        "headers": {("Mål", "column"), ("Klart", "column"), ("Boende", "row")},
        "pictures": {"En stapel"},
        "finnish": True,
    }


def by_tags(file: bytes) -> Mapping[str, object]:
    """What the tags of a PDF tell."""
    import pikepdf

    from tests.contract import pdf_reading

    root = pdf_reading.read(file)
    with pikepdf.open(BytesIO(file)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        title, language = str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)
    return {
        "title": title,
        "language": language.partition("-")[0],
        "headers": {(each.text.strip(), str(each.attributes["Scope"]).strip("/").lower()) for each in root.all("TH")},
        "pictures": {str(each.attributes["Alt"]) for each in root.all("Figure")},
        "finnish": "fi" in {run.language.partition("-")[0] for run in root.runs() if "Suomeksi" in run.text},
    }


def by_elements(file: bytes) -> Mapping[str, object]:
    """What the elements of a page tell."""
    tree: Any = html5lib.parse(file.decode(), namespaceHTMLElements=False)
    scopes = {"col": "column", "row": "row"}
    return {
        "title": tree.find("head/title").text,
        "language": tree.get("lang"),
        "headers": {("".join(each.itertext()).strip(), scopes[each.get("scope")]) for each in tree.iter("th")},
        "pictures": {each.get("alt") for each in tree.iter("img")},
        "finnish": any("Suomeksi" in "".join(each.itertext()) for each in tree.iter() if each.get("lang") == "fi"),
    }


NESTED = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdef", "bcdefg", strict=True)
)
HOSTILE_DRAWINGS = {
    "nested entities": f"<!DOCTYPE svg [{NESTED}]>{drawing('<text>&g;</text>')}",
    "a file of the machine": f'<!DOCTYPE svg [<!ENTITY g SYSTEM "FILE">]>{drawing("<text>&g;</text>")}',
}


@pytest.mark.parametrize("name", HOSTILE_DRAWINGS)
@pytest.mark.parametrize("backend", sorted(PLUGINS.backends))
def test_x04_a_drawing_with_entities_is_refused_or_never_unfolded(backend: str, name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("qzxhemlig", encoding="utf-8")
    svg = HOSTILE_DRAWINGS[name].replace("FILE", secret.as_uri())
    figure = Figure(svg, "Bild", table=Table("Rader", [Column("a")], []), caption="Bild")
    file = b""
    with suppress(muniprog.MuniprogError):
        file = PLUGINS.backends.find(backend).render(Document("T", "sv", [figure]))
    assert len(file) < 100_000
    assert b"qzxhemlig" not in file


@pytest.mark.parametrize("name", HOSTILE_DRAWINGS)
def test_x04_a_logo_with_entities_reaches_no_backend(name: str) -> None:
    with pytest.raises(muniprog.MuniprogError, match="DOCTYPE"):
        Logo(content=HOSTILE_DRAWINGS[name].encode(), alternative="Staden")
