"""Every report as a web page in a real browser, with the sample data of Vasa: axe, the keyboard, paper."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import muniprog
from muniprog.backends.html import HtmlBackend
from muniprog.document import Block, Column, Document, Figure, Heading, Paragraph, Row, Span, Table, cell
from muniprog.model import Programme
from muniprog.workspace import plugins
from tests.accessibility.looking import (
    PHONE,
    opened,
    scrolls_sideways,
    stops,
    tab,
    violations,
    violations_in_both_schemes_and_widths,
)
from tests.reported import built, three_rounds

pytestmark = pytest.mark.slow

REPORTS = tuple(plugins().reports)
LANGUAGES = (("sv",), ("fi",), ("en",), ("sv", "fi"))
FRAMES = 300
LANDMARKS = "body > :is(header, nav, main, footer)"

WRONG_IN = """<!doctype html>
<html lang="en"><meta name="viewport" content="width=device-width"><title>Plan</title>
<style>
html {{ background: #fff; color: #000 }}
a {{ display: block; font-size: 2rem }}
@media {where} {{ {style} }}
</style>
<main><h1>Plan</h1><p><b>Words</b></p><a href="#1">1</a><a href="#2">2</a></main>
</html>
"""
"""A page that is right but for one rule, which holds in one scheme or at one width."""

# Scrolling takes some frames. The page is asked in one go, since its policy lets nothing be asked again and again.
SCROLLED = """frames => new Promise(answer => {
  const table = document.querySelector('.scroll');
  const look = () => table.scrollLeft > 0 || frames-- === 0 ? answer(table.scrollLeft) : requestAnimationFrame(look);
  look();
})"""


Printer = Callable[..., Path]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """Gives the page of a report of the sample of Vasa in some languages; it is printed once."""
    folder = tmp_path_factory.mktemp("pages")
    sample: Programme = muniprog.load("vasa_2019_2022_sample")

    @cache
    def page(report: str, *languages: str) -> Path:
        file = folder / f"{'-'.join((report, *languages))}.html"
        file.write_bytes(muniprog.report(report, sample, languages=languages).render("html"))
        return file

    return page


def written(folder: Path, document: Document) -> Path:
    file = folder / "page.html"
    file.write_bytes(HtmlBackend().render(document))
    return file


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A page with one of each thing that the keyboard or a printer meets."""
    columns = [Column("Goal"), Column("Action"), Column("Owner"), Column("When")]
    row = Row([cell("Advice", header=True), cell("Open the office"), cell("Housing"), cell("2020")])
    blocks: list[Block] = [
        Heading(1, "Housing", anchor="housing"),
        Paragraph(Span("The law", link="https://example.org/law")),
        Table("Goals", columns, [row] * 60),
        Heading(1, "Work", anchor="work"),
        Table("Two", columns[:2], []),
    ]
    return written(tmp_path, Document("Programme", "en", blocks, notice="Sample data", contents=True))


# --- axe --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("report", REPORTS)
def test_axe_finds_nothing_in_light_and_dark_on_a_desk_and_on_a_phone(
    browser: Browser, tmp_path: Path, report: str, languages: tuple[str, ...]
) -> None:
    document = built(plugins().reports[report], three_rounds(), *languages)
    with opened(browser, written(tmp_path, document)) as page:
        assert violations_in_both_schemes_and_widths(page, every_word=languages == ("sv",)) == []


@pytest.mark.parametrize("report", REPORTS)
def test_axe_finds_nothing_in_a_whole_programme_with_two_languages_side_by_side(
    browser: Browser, printed: Printer, report: str
) -> None:
    with opened(browser, printed(report, "sv", "fi")) as page:
        assert violations_in_both_schemes_and_widths(page) == []


@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("report", REPORTS)
def test_no_word_of_any_language_is_too_long_for_a_phone(
    browser: Browser, printed: Printer, report: str, languages: tuple[str, ...]
) -> None:
    with opened(browser, printed(report, *languages), width=PHONE) as page:
        assert not scrolls_sideways(page)


def test_axe_does_find_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text("<!doctype html><title>x</title><p style='color:#bbb'>pale</p><img src='data:,'>", encoding="utf-8")
    with opened(browser, file) as page:
        rules = {line.partition(":")[0] for line in violations(page)}
    assert {"color-contrast", "html-has-lang", "image-alt", "region"} <= rules


@pytest.mark.parametrize(
    ("where", "style", "found"),
    [
        ("(prefers-color-scheme: dark)", "b { color: #bbb }", "dark, 1280"),
        ("(prefers-color-scheme: light)", "b { color: #bbb }", "light, 1280"),
        ("(max-width: 400px)", "b { color: #bbb }", "light, 320"),
        ("(max-width: 400px)", "a { font-size: 6px }", "target-size"),
        ("(max-width: 400px)", "p { width: 500px }", "the page itself scrolls"),
    ],
)
def test_what_is_wrong_in_one_scheme_or_at_one_width_alone_is_found(
    browser: Browser, tmp_path: Path, where: str, style: str, found: str
) -> None:
    file = tmp_path / "wrong.html"
    file.write_text(WRONG_IN.format(where=where, style=style), encoding="utf-8")
    with opened(browser, file) as page:
        lines = violations_in_both_schemes_and_widths(page)
    assert lines
    assert all(line.startswith(found) for line in lines)


# --- The keyboard -----------------------------------------------------------------------------------------


def test_the_first_stop_leads_past_everything_to_the_content(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        first = tab(page)
        assert (first.href, first.shown, first.outlined) == ("#_content", True, True)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "_content"
        assert [tab(page).href for _ in range(2)] == ["#housing", "https://example.org/law"]


def test_the_keyboard_meets_the_contents_then_the_content_and_everything_is_seen(browser: Browser, small: Path) -> None:
    with opened(browser, small, width=PHONE) as page:
        found = stops(page)
    assert [(focus.tag, focus.href) for focus in found] == [
        ("a", "#_content"),
        ("a", "#housing"),
        ("a", "#work"),
        ("a", "#housing"),
        ("a", "https://example.org/law"),
        ("div", ""),
        ("a", "#work"),
        ("a", "#_top"),
    ]
    assert all(focus.outlined and focus.shown for focus in found)


def test_a_wide_table_is_scrolled_with_the_keyboard(browser: Browser, small: Path) -> None:
    with opened(browser, small, width=PHONE) as page:
        page.focus(".scroll")
        page.keyboard.press("ArrowRight")
        assert page.evaluate(SCROLLED, FRAMES) > 0


@pytest.mark.parametrize("report", REPORTS)
def test_in_every_report_each_stop_can_be_seen(browser: Browser, printed: Printer, report: str) -> None:
    with opened(browser, printed(report, "sv")) as page:
        found = stops(page)
        links = page.locator("a").count()
    assert found[0].href == "#_content"
    assert found[-1].href == "#_top"
    assert sum(focus.tag == "a" for focus in found) == links
    assert [focus for focus in found if not (focus.outlined and focus.shown)] == []


# --- Without JavaScript, and on paper ---------------------------------------------------------------------


@pytest.mark.parametrize("report", REPORTS)
def test_the_page_is_the_same_without_javascript(browser: Browser, printed: Printer, report: str) -> None:
    file = printed(report, "sv")
    with opened(browser, file) as page:
        with_it = page.locator(LANDMARKS).all_inner_texts()
    with opened(browser, file, javascript=False) as page:
        assert page.locator(LANDMARKS).all_inner_texts() == with_it
        assert not page.get_by_role("search").is_visible()


def content_after(page: Page, selector: str) -> str:
    return str(page.evaluate(f"getComputedStyle(document.querySelector('{selector}'), '::after').content"))


def test_paper_has_the_addresses_of_links_and_leaves_out_what_is_for_the_screen(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        page.emulate_media(media="print")
        assert "https://example.org/law" in content_after(page, "main a[href^=http]")
        assert content_after(page, "nav a") == "none"
        assert not page.locator("footer").is_visible()
        assert not page.locator(".skip").is_visible()


def test_on_paper_a_picture_stays_with_its_heading_and_its_caption(browser: Browser, tmp_path: Path) -> None:
    tall = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 9' width='100' height='900'/>"
    figure = Figure(tall, "Map", Table("Map", [Column("Goal")], [Row([cell("Advice")])]), "Map")
    with opened(browser, written(tmp_path, Document("Plan", "en", [Heading(1, "Map"), figure]))) as page:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 1000, "height": 680})  # A4 on its side, without the margins
        top, bottom = (page.locator(each).bounding_box() for each in ("h2", "figcaption"))
    assert top is not None
    assert bottom is not None
    assert bottom["y"] + bottom["height"] - top["y"] < 680


def test_on_paper_the_notice_and_the_heads_of_tables_are_on_every_page(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        page.emulate_media(media="print")
        heads = page.evaluate(
            "[...document.querySelectorAll('.notice, thead')].map(head => getComputedStyle(head).display)"
        )
        assert set(heads) == {"table-header-group"}
        assert page.evaluate("getComputedStyle(document.body).display") == "table"
