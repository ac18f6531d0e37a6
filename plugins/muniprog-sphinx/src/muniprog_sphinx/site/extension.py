"""The extension of Sphinx that makes the pages of a site: their directive, their theme, and what stands around them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import muniprog
from muniprog_sphinx.domain import domain_of
from muniprog_sphinx.printing.prose import direction
from muniprog_sphinx.settings import page_language
from muniprog_sphinx.site.directive import SHELF, SitePage
from muniprog_sphinx.site.pages import DATA, ITEMS, SEARCH, Page, pages_of
from muniprog_sphinx.words import SITE

THEME = "muniprog_site"

Entry = dict[str, object]
"""What a template knows of a line in the menu, or of another language."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive and the theme known to Sphinx."""
    app.add_html_theme(THEME, str(Path(__file__).parent / "theme"))
    app.add_config_value("muniprog_site", {}, "env", frozenset({dict}))
    app.add_directive_to_domain("muniprog", "site", SitePage)
    app.connect("builder-inited", _forget_missing_pages)
    app.connect("html-page-context", _surround)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _forget_missing_pages(app: Sphinx) -> None:
    """Take the pages that a site does not have out of what other documentations are told that it has."""
    standard = app.env.domains["std"].data
    for name in ("genindex", "modindex", "py-modindex"):
        standard["labels"].pop(name, None)
        standard["anonlabels"].pop(name, None)


def _surround(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Tell the templates what stands around a page."""
    programme = domain_of(app.env).shelf.find(SHELF)
    language = page_language(app.config)
    notice = programme.notice.wording(language, programme.record) if programme.notice else None
    settings = app.config.muniprog_site
    context["site"] = {
        **settings,
        "direction": direction(language),
        "language": language,
        "menu": list(_menu(programme, language)),
        "notice": notice,
        "others": list(_others(settings["languages"], language, context["content_root"], pagename)),
        "title": programme.title.wording(language, programme.record) or programme.id,
        "words": {name: words.spoken(language) for name, words in SITE.items()},
    }


def _others(languages: Sequence[str], language: str, root: str, page: str) -> Iterator[Entry]:
    """Yield the same page in the other languages."""
    for other in languages:
        if other != language:
            address = f"{root}../{other}/{page}.html"
            yield {"language": other, "name": muniprog.language_name(other, other), "address": address}


def _menu(programme: muniprog.Programme, language: str) -> Iterator[Entry]:
    pages = pages_of(programme)
    themes = [page for page in pages if page.theme]
    rounds = [page for page in pages if page.period or page.report == "evaluation"]

    def lines(chosen: Sequence[Page]) -> list[Entry]:
        return [{"name": page.name, "title": page.title(programme, language)} for page in chosen]

    plain = [page for page in pages if page not in (*themes, *rounds)]
    yield from lines(plain[:1])
    if themes:
        yield {"title": SITE["themes"].spoken(language), "below": lines(themes)}
    yield {"title": SITE["pages"].spoken(language), "below": lines([page for page in plain[1:] if page.name != DATA])}
    if rounds:
        yield {"title": SITE["followup"].spoken(language), "below": lines(rounds)}
    yield {
        "title": SITE["more"].spoken(language),
        "below": [
            {"name": ITEMS, "title": SITE["index"].spoken(language)},
            *lines([page for page in plain if page.name == DATA]),
            {"name": SEARCH, "title": SITE["search"].spoken(language)},
        ],
    }
