"""`.. muniprog:site::`: what stands on one page of a site. Pages hold nothing else, so no text is read as markup."""

from collections.abc import Iterator, Sequence

from docutils import nodes

import muniprog
from muniprog_sphinx.asking import Asking
from muniprog_sphinx.chapters import chapter, chapters, facts, moved
from muniprog_sphinx.column_words import TABLES
from muniprog_sphinx.reports import rank_of
from muniprog_sphinx.site import published_data as data
from muniprog_sphinx.site.pages import DATA, FRONT, Page, day_of, pages_of
from muniprog_sphinx.words import ABOUT_DATA, ABOUT_ITEMS, DATA_OF_PROGRAMME, DATA_SCHEMA, PAGES

SHELF = "site"
"""The short name under which the programme of a site stands on the shelf."""

_WITH_A_DAY = frozenset({"indicators", "owners"})


class SitePage(Asking):
    """Shows the page whose name it is given."""

    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return the page. What is wrong stops the build: a site with a page that lacks something is no site."""
        return self.show()

    def show(self) -> list[nodes.Node]:
        """Return the page as one section."""
        programme = self.domain.shelf.find(SHELF)
        language = self.languages(programme)[0]
        page = next(each for each in pages_of(programme) if each.name == self.arguments[0])
        if page.name == DATA:
            blocks = _about_data(language, self.config.muniprog_site["languages"])
            return self.printed(programme, list(blocks), language, 0)
        document = self._document(page, programme, language)
        if page.name == FRONT:
            blocks = _front(document, programme)
        elif page.theme:
            blocks = _theme(document, page.theme)
        else:
            blocks = _whole(document)
        return self.printed(programme, list(blocks), language, rank_of(page.report), document.former)

    def _document(self, page: Page, programme: muniprog.Programme, language: str) -> muniprog.Document:
        return self.domain.shelf.report(
            programme,
            page.report or "programme",
            language,
            period=page.period or None,
            as_of=day_of(programme, self.as_of) if page.report in _WITH_A_DAY else None,
            look=self.config.muniprog_look or None,
        )


def _whole(document: muniprog.Document) -> Iterator[muniprog.Block]:
    yield muniprog.Heading(1, document.title)
    yield from facts(document)
    yield from (moved(block, 1) for block in document.blocks)


def _theme(document: muniprog.Document, theme: str) -> Iterator[muniprog.Block]:
    found = chapter(document, theme)
    yield from filter(None, (found.heading,))
    yield from (moved(block, 1) for block in found.blocks)


def _front(document: muniprog.Document, programme: muniprog.Programme) -> Iterator[muniprog.Block]:
    """Yield the front page: what stands before the themes, links to them, and what stands after them."""
    yield muniprog.Heading(1, document.title)
    yield from facts(document)
    yield _counts(programme, document.language)
    themes = {theme.id for theme in programme.themes}
    listed = [each.heading for each in chapters(document) if each.heading and each.heading.anchor in themes]
    for each in chapters(document):
        if each.heading is None:
            yield from each.blocks
        elif each.heading.anchor not in themes:
            yield moved(each.heading, 1)
            yield from (moved(block, 2) for block in each.blocks)
        elif each.heading is listed[0]:
            yield muniprog.Heading(2, TABLES["themes"].spoken(document.language))
            yield muniprog.BulletList(_linked(heading) for heading in listed)


def _linked(heading: muniprog.Heading) -> muniprog.Span:
    return muniprog.Span(muniprog.plain(heading.content), link=f"#{heading.anchor}")


def _counts(programme: muniprog.Programme, language: str) -> muniprog.Block:
    copy = muniprog.public_copy(programme)
    numbers = {
        "themes": len(copy.all_themes),
        "goals": len(copy.goals),
        "actions": len(copy.actions),
        "indicators": len(copy.indicators),
    }
    counted = [f"{TABLES[kind].spoken(language)}: {number}" for kind, number in numbers.items()]
    return muniprog.Paragraph(" · ".join(counted))


def _about_data(language: str, languages: Sequence[str]) -> Iterator[muniprog.Block]:
    """Yield the page that tells where the data are; their addresses stay the same."""
    yield muniprog.Heading(1, PAGES[DATA].spoken(language))
    yield muniprog.Paragraph(ABOUT_DATA.spoken(language))
    yield muniprog.BulletList(
        [
            muniprog.prose(_file(data.PROGRAMME), ": ", DATA_OF_PROGRAMME.spoken(language)),
            muniprog.prose(_file(data.SCHEMA), ": ", DATA_SCHEMA.spoken(language)),
            muniprog.prose(_file(data.INDEX), ": ", ABOUT_ITEMS.spoken(language)),
        ]
    )
    yield muniprog.Heading(2, "CSV")
    yield muniprog.BulletList(
        muniprog.prose(_file(data.table_address(table, language, languages)), ": ", TABLES[table].spoken(language))
        for table in data.TABLES
    )


def _file(address: str) -> muniprog.Span:
    return muniprog.Span(address, link=f"../data/{address}")
