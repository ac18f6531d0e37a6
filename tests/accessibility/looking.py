"""Looking at a page with a browser: what axe finds, where the Tab key leads, what the browser complains of."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import attrs
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

DESKTOP, PHONE = 1280, 320
"""How wide a screen is; 1280 pixels enlarged to 400 % are as wide as 320."""

RULES = """
    {resultTypes: ["violations"],
     runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
     rules: {"target-size": {enabled: true}}}
"""
"""WCAG 2.1 AA, and beyond it what 2.2 adds and what the authors of axe call good practice."""

FOCUSED = """
() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect()
    return {
        tag: element.tagName.toLowerCase(),
        href: element.getAttribute("href") || "",
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
}
"""


@attrs.frozen
class Focus:
    """Where the keyboard is.

    Attributes:
        tag: The element.
        href: Where it leads, if it is a link.
        outlined: Whether it can be seen that the keyboard is there.
        shown: Whether it is in the window.
    """

    tag: str
    href: str
    outlined: bool
    shown: bool


@contextmanager
def opened(browser: Browser, file: Path, view: str = "", *, javascript: bool = True) -> Iterator[Page]:
    """Open a page, or a view of it such as `?owner=housing`.

    Afterwards it must have complained of nothing and asked for nothing but itself.
    """
    context = browser.new_context(viewport={"width": DESKTOP, "height": 900}, java_script_enabled=javascript)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri() + view)
    yield page
    context.close()
    assert complaints == []
    assert {url.partition("?")[0] for url in asked if not url.startswith("data:")} == {file.as_uri()}


@cache
def axe() -> str:
    """Return the source of axe-core, which is run in the page from outside; the page's own policy forbids scripts."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe finds, a line for each place."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe())
    found = page.evaluate(f"axe.run(document, {RULES})")["violations"]
    return [f"{rule['id']}: {node['html']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def tab(page: Page) -> Focus:
    """Press Tab and return where that leads."""
    page.keyboard.press("Tab")
    return Focus(**page.evaluate(FOCUSED))


def stops(page: Page, most: int = 2000) -> Sequence[Focus]:
    """Press Tab until it leaves the page, and return every place on the way."""
    found: list[Focus] = []
    for _ in range(most):
        focus = tab(page)
        if focus.tag == "body":
            return found
        found.append(focus)
    raise AssertionError(f"the page has more than {most} stops")
