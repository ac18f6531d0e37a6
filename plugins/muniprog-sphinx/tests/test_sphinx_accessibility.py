"""The pages of a site in a real browser: axe, the search, and nothing asked for from elsewhere."""

import pytest
from playwright.sync_api import Browser, Page

from muniprog_sphinx.site import Built, build_site
from tests.accessibility.looking import DESKTOP, PHONE, RULES, axe
from tests.sites import pages, sample_in_small

pytestmark = pytest.mark.slow

PAGES = (
    "index",
    "themes/boende",
    "timetable",
    "owners",
    "indicators",
    "followup-2022",
    "evaluation",
    "data",
    "muniprog-items",
    "search",
)
"""A page of every kind."""

ALL_RULES = RULES.replace("{resultTypes", "{preload: false, resultTypes", 1)
COLOURS = '{preload: false, resultTypes: ["violations"], runOnly: {type: "tag", values: ["cat.color"]}}'
"""The rules whose answer may be another one in the dark; nothing but colours changes there."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(sample_in_small(), tmp_path_factory.mktemp("browser") / "site", languages=["fi", "sv"])


def violations(page: Page, rules: str) -> list[tuple[str, str]]:
    found = page.evaluate(f"axe.run(document, {rules})")["violations"]
    return [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]]


def test_these_are_all_kinds_of_pages(site: Built) -> None:
    kinds = {name.replace("sysselsattning", "boende") for name in pages(site)}
    assert kinds == {"index.html", *(f"{language}/{name}.html" for language in ("sv", "fi") for name in PAGES)}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_light_and_dark_on_a_desk_and_on_a_phone(browser: Browser, site: Built, name: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site.folder / "sv" / f"{name}.html").as_uri())
    assert [url for url in asked if not url.startswith(site.folder.as_uri())] == []
    page.evaluate(axe())
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert violations(page, ALL_RULES) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS) == [], width
    page.close()


def test_the_search_finds_a_page_and_says_so_in_the_language_of_the_site(browser: Browser, site: Built) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((site.folder / "fi/index.html").as_uri())
    page.fill("input[name=q]", "asumisneuvonta")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    page.wait_for_selector(".search-summary:has-text('tulosta.')")
    assert complaints == []
    page.close()


def test_the_first_page_leads_to_the_first_language(browser: Browser, site: Built) -> None:
    page = browser.new_page()
    page.goto((site.folder / "index.html").as_uri())
    page.wait_for_url("**/fi/index.html")
    page.click("nav.languages a[lang=sv]")
    page.wait_for_url("**/sv/index.html")
    page.close()
