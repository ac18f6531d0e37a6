"""Looks at the edge of what is accepted: everybody can read them all, in light and in dark, and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from muniprog import Block, Column, Document, Heading, Logo, Look, Note, Paragraph, Row, Span, Table, cell
from muniprog.backends.html import HtmlBackend
from tests.accessibility.looking import OF_COLOURS, SCHEMES, opened, violations

pytestmark = pytest.mark.slow

LOGO = Logo(
    content=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0h3v1H0z"/></svg>',
    alternative="Town",
)
# The palest grey, red and yellow that are accepted, and black. The law for all colours is in test_look_backends.
ACCENTS = ("#767676", "#ee0000", "#807700", "#000000")


def looking(accent: str) -> Document:
    link = Span("The law", link="https://example.org/law")
    blocks: list[Block] = [
        *(Heading(level, [Span(f"Heading {level} "), link], anchor=f"h{level}") for level in range(1, 6)),
        Paragraph([Span("Read "), link]),
        Note("note", link),
        Table("Goals", [Column([link]), Column("When")], [Row([cell("Housing", header=True), cell(link)])]),
    ]
    look = Look(accent=accent, second=accent, footer="Market Square 1", font="Nowhere Sans", logo=LOGO)
    return Document("Plan", "en", blocks, contents=True, look=look)


def written(folder: Path, document: Document) -> Path:
    file = folder / "page.html"
    file.write_bytes(HtmlBackend().render(document))
    return file


@pytest.mark.parametrize("accent", ACCENTS)
def test_every_look_that_is_accepted_can_be_read_in_light_and_in_dark(
    browser: Browser, tmp_path: Path, accent: str
) -> None:
    with opened(browser, written(tmp_path, looking(accent))) as page:
        assert violations(page) == []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for anchor in ("h3", "h5"):  # where a link has led is on another ground
                page.evaluate(f"location.hash = '{anchor}'")
                assert violations(page, OF_COLOURS) == [], (scheme, anchor)


def test_the_logo_stands_on_white_also_on_a_dark_page(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, written(tmp_path, looking("#0000ff"))) as page:
        page.emulate_media(color_scheme="dark")
        logo = page.get_by_role("img", name="Town")
        assert logo.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"
        box = logo.bounding_box()
    assert box is not None
    assert 0 < box["width"] < 400
