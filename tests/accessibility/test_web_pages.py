"""Every report as a web page in a real browser, with the sample data of Vasa: axe, the keyboard, paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import muniprog
from muniprog.backends.html import HtmlBackend
from muniprog.document import Block, Column, Document, Heading, Paragraph, Row, Span, Table, cell
from muniprog.model import Programme
from muniprog.workspace import plugins
from tests.accessibility.looking import DESKTOP, PHONE, SCHEMES, opened, stops, tab, violations

REPORTS = tuple(plugins().reports)
LANGUAGES = (("sv",), ("fi",), ("en",), ("sv", "fi"))
FRAMES = 300

# Scrolling takes some frames. The page is asked in one go, since its policy lets nothing be asked again and again.
SCROLLED = """frames => new Promise(answer => {
  const table = document.querySelector('.scroll');
  const look = () => table.scrollLeft > 0 || frames-- === 0 ? answer(table.scrollLeft) : requestAnimationFrame(look);
  look();
})"""


@pytest.fixture(scope="session")
def sample() -> Programme:
    return muniprog.load("vasa_2019_2022_sample")


def written(folder: Path, document: Document) -> Path:
    file = folder / "page.html"
    file.write_bytes(HtmlBackend().render(document))
    return file


def printed(folder: Path, report: str, programme: Programme, languages: tuple[str, ...] = ("sv",)) -> Path:
    file = folder / f"{report}.html"
    file.write_bytes(muniprog.report(report, programme, languages=languages).render("html"))
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


@pytest.mark.slow
@pytest.mark.parametrize("languages", LANGUAGES, ids="-".join)
@pytest.mark.parametrize("report", REPORTS)
def test_axe_finds_nothing_in_light_and_dark_on_a_desk_and_on_a_phone(
    browser: Browser, sample: Programme, tmp_path: Path, report: str, languages: tuple[str, ...]
) -> None:
    with opened(browser, printed(tmp_path, report, sample, languages)) as page:
        for scheme in SCHEMES:
            for width in (DESKTOP, PHONE):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 900})
                assert violations(page) == [], (scheme, width)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page itself scrolls"


def test_axe_does_find_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "wrong.html"
    file.write_text("<!doctype html><title>x</title><p style='color:#bbb'>pale</p><img src='data:,'>", encoding="utf-8")
    with opened(browser, file) as page:
        rules = {line.partition(":")[0] for line in violations(page)}
    assert {"color-contrast", "html-has-lang", "image-alt", "region"} <= rules


# --- The keyboard -----------------------------------------------------------------------------------------


def test_the_first_stop_leads_past_everything_to_the_content(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        first = tab(page)
        assert (first.href, first.shown, first.outlined) == ("#_content", True, True)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "_content"
        assert tab(page).href == "https://example.org/law"


def test_the_keyboard_meets_the_contents_then_the_content_and_everything_is_seen(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        page.set_viewport_size({"width": PHONE, "height": 900})
        found = stops(page)
    assert [(focus.tag, focus.href) for focus in found] == [
        ("a", "#_content"),
        ("a", "#housing"),
        ("a", "#work"),
        ("a", "https://example.org/law"),
        ("div", ""),
        ("a", "#_top"),
    ]
    assert all(focus.outlined and focus.shown for focus in found)


def test_a_wide_table_is_scrolled_with_the_keyboard(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        page.set_viewport_size({"width": PHONE, "height": 900})
        page.focus(".scroll")
        page.keyboard.press("ArrowRight")
        assert page.evaluate(SCROLLED, FRAMES) > 0


@pytest.mark.slow
@pytest.mark.parametrize("report", REPORTS)
def test_in_every_report_each_stop_can_be_seen(
    browser: Browser, sample: Programme, tmp_path: Path, report: str
) -> None:
    with opened(browser, printed(tmp_path, report, sample)) as page:
        found = stops(page)
        links = page.locator("a").count()
    assert found[0].href == "#_content"
    assert found[-1].href == "#_top"
    assert sum(focus.tag == "a" for focus in found) == links
    assert [focus for focus in found if not (focus.outlined and focus.shown)] == []


# --- Without JavaScript, and on paper ---------------------------------------------------------------------


@pytest.mark.parametrize("report", REPORTS)
def test_the_page_is_the_same_without_javascript(
    browser: Browser, sample: Programme, tmp_path: Path, report: str
) -> None:
    file = printed(tmp_path, report, sample)
    with opened(browser, file) as page:
        with_it = page.locator("body").inner_text()
    with opened(browser, file, javascript=False) as page:
        assert page.locator("body").inner_text() == with_it


def content_after(page: Page, selector: str) -> str:
    return str(page.evaluate(f"getComputedStyle(document.querySelector('{selector}'), '::after').content"))


def test_paper_has_the_addresses_of_links_and_leaves_out_what_is_for_the_screen(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        page.emulate_media(media="print")
        assert "https://example.org/law" in content_after(page, "main a[href^=http]")
        assert content_after(page, "nav a") == "none"
        assert not page.locator("footer").is_visible()
        assert not page.locator(".skip").is_visible()


def test_on_paper_the_notice_and_the_heads_of_tables_are_on_every_page(browser: Browser, small: Path) -> None:
    with opened(browser, small) as page:
        page.emulate_media(media="print")
        heads = page.evaluate(
            "[...document.querySelectorAll('.notice, thead')].map(head => getComputedStyle(head).display)"
        )
        assert set(heads) == {"table-header-group"}
        assert page.evaluate("getComputedStyle(document.body).display") == "table"
