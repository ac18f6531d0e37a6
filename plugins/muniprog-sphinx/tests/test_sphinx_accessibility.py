"""The pages of a site in a real browser: axe, the search, and nothing asked for from elsewhere."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import muniprog
from muniprog_sphinx.site import build_site
from tests.accessibility.looking import DESKTOP, PHONE, RULES, SCHEMES, axe

PAGES = ("index", "themes/boende", "timetable", "indicators", "muniprog-items", "search", "data")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "site"
    return build_site(muniprog.load("vasa_2019_2022"), folder, languages=["fi", "sv"]).folder


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_light_and_dark_on_a_desk_and_on_a_phone(browser: Browser, site: Path, name: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "sv" / f"{name}.html").as_uri())
    assert [url for url in asked if not url.startswith(site.as_uri())] == []
    page.evaluate(axe())
    rules = RULES.replace("{resultTypes", "{preload: false, resultTypes", 1)
    for scheme in SCHEMES:
        for width in (DESKTOP, PHONE):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found = page.evaluate(f"axe.run(document, {rules})")["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == [], (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_search_finds_a_page_and_says_so_in_the_language_of_the_site(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((site / "fi/index.html").as_uri())
    page.fill("input[name=q]", "asumisneuvonta")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    page.wait_for_selector(".search-summary:has-text('tulosta.')")
    assert complaints == []
    page.close()


def test_the_first_page_leads_to_the_first_language(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_url("**/fi/index.html")
    page.click("nav.languages a[lang=sv]")
    page.wait_for_url("**/sv/index.html")
    page.close()
