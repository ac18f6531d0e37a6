"""Looking at a page with a browser: what axe finds, where the Tab key leads, what the browser complains of."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import attrs
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Event = Literal["console", "pageerror", "request"]

DESKTOP, PHONE = 1280, 320
"""How wide a screen is; 1280 pixels enlarged to 400 % are as wide as 320."""

HEIGHT = 900
AT_A_TIME = 25
"""How many keys are pressed before the page is asked what came of them."""

BODY = ("body", "")
"""Where the keyboard is when it is nowhere in the page."""

RULES = """
    {resultTypes: ["violations"],
     runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
     rules: {"target-size": {enabled: true}}}
"""
"""WCAG 2.1 AA, and beyond it what 2.2 adds and what the authors of axe call good practice."""

ALL_BUT_CONTRAST = RULES.replace("rules: {", 'rules: {"color-contrast": {enabled: false}, ')
OF_COLOURS = '{resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"]}'
OF_WIDTHS = '{resultTypes: ["violations"], runOnly: ["target-size", "scrollable-region-focusable"]}'
"""What else a page may break where its colours, or its width, are others; words and structure stay the same."""

NEW_LOOKS = """
    () => {
        const known = window.looks ??= new Set(), found = []
        for (const element of document.body.querySelectorAll("*")) {
            const says = [...element.childNodes].some(part => part.nodeType === Node.TEXT_NODE && part.data.trim())
            if (!says && !element.matches("input, select") || !element.checkVisibility()) continue
            const {color, fontSize, fontWeight, textShadow} = getComputedStyle(element)
            const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.67 : 24)
            const grounds = new Set()
            for (let at = element; at; at = at.parentElement) {
                const {backgroundColor, backgroundImage, opacity} = getComputedStyle(at)
                grounds.add(`${backgroundColor} ${backgroundImage} ${opacity}`)
            }
            const look = [color, isLarge, textShadow, ...grounds].join()
            if (!known.has(look)) found.push(element)
            known.add(look)
        }
        window.unseen = found
        return found.length
    }
"""
"""Finds one element of all whose letters look alike on the same ground; looks that were met before are left out.

Whether letters can be read depends on nothing else, and axe looks at each for as long as at all else together.
"""

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


@cache
def _page(browser: Browser, *, javascript: bool) -> Page:
    """Return the one page of a browser; a new one for every test would take longer than most tests."""
    return browser.new_context(java_script_enabled=javascript).new_page()


@contextmanager
def opened(
    browser: Browser, file: Path, view: str = "", *, javascript: bool = True, width: int = DESKTOP
) -> Iterator[Page]:
    """Open a page, or a view of it such as `?owner=housing`.

    Afterwards it must have complained of nothing and asked for nothing but itself.
    """
    page = _page(browser, javascript=javascript)
    page.goto("about:blank")
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(media="null", color_scheme="light")
    complaints: list[str] = []
    asked: list[str] = []
    listeners: list[tuple[Event, Callable[..., None]]] = [
        ("console", lambda said: complaints.append(said.text)),
        ("pageerror", lambda error: complaints.append(str(error))),
        ("request", lambda request: asked.append(request.url)),
    ]
    for event, listener in listeners:
        page.on(event, listener)
    try:
        page.goto(file.as_uri() + view)
        yield page
    finally:
        for event, listener in listeners:
            page.remove_listener(event, listener)
    assert complaints == []
    assert {url.partition("?")[0] for url in asked if not url.startswith("data:")} == {file.as_uri()}


@cache
def axe() -> str:
    """Return the source of axe-core, which is run in the page from outside; the page's own policy forbids scripts."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, rules: str = RULES, of: str = "document") -> list[str]:
    """Return what axe finds, a line for each place.

    Args:
        page: The page.
        rules: What axe is to look for.
        of: Where it is to look, in JavaScript.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe())
    found = page.evaluate(f"axe.run({of}, {rules})")["violations"]
    return [f"{rule['id']}: {node['html']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def scrolls_sideways(page: Page) -> bool:
    """Return whether the page is wider than its window; only tables and pictures may be, each in a box of its own."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def violations_in_both_schemes_and_widths(page: Page, *, every_word: bool = False) -> list[str]:
    """Return what axe finds in light and in dark, on a desk and on a phone; a page that scrolls sideways is wrong too.

    The whole page is looked at once. In another scheme and at another width it is asked what can be another there.

    Args:
        page: The page, as wide as on a desk, in light.
        every_word: Whether to look at the contrast of every word, and not of one of each look.
    """
    found = violations(page, RULES if every_word else ALL_BUT_CONTRAST)
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += violations(page, OF_WIDTHS) if width != DESKTOP else []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            seen = violations(page, OF_COLOURS, "{include: unseen}") if page.evaluate(NEW_LOOKS) else []
            found += [f"{scheme}, {width} pixels wide: {each}" for each in seen]
        if scrolls_sideways(page):
            found.append(f"the page itself scrolls where it is {width} pixels wide")
    return found


def tab(page: Page) -> Focus:
    """Press Tab and return where that leads."""
    page.keyboard.press("Tab")
    return Focus(**page.evaluate(FOCUSED))


def stops(page: Page, most: int = 2000) -> Sequence[Focus]:
    """Press Tab until it leaves the page or is at its first stop again, and return every place on the way.

    The key is held down. Where that has led is written down in the page each time that it leads on.
    """
    page.evaluate(f"window.stops = []; addEventListener('keydown', () => stops.push(({FOCUSED})()))")
    for _ in range(0, most, AT_A_TIME):
        for _ in range(AT_A_TIME):
            page.keyboard.down("Tab")
        found = [Focus(**each) for each in page.evaluate("stops.slice(1)")]
        first = (found[0].tag, found[0].href)
        ends = [number for number, focus in enumerate(found) if number and (focus.tag, focus.href) in (BODY, first)]
        if ends:
            page.keyboard.up("Tab")
            return found[: ends[0]]
    raise AssertionError(f"the page has more than {most} stops")
