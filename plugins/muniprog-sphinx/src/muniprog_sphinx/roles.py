"""Roles: links to the items of a programme, and single figures in a sentence."""

import re
from collections.abc import Iterator

from docutils import nodes
from docutils.nodes import Node, system_message
from sphinx import addnodes
from sphinx.util.docutils import ReferenceRole, SphinxRole

import muniprog
from muniprog_sphinx.asking import warn
from muniprog_sphinx.domain import Item, MuniprogDomain, domain_of
from muniprog_sphinx.notices import ask_for_notice
from muniprog_sphinx.printing import Explained, spoken_in
from muniprog_sphinx.settings import languages_for, page_language
from muniprog_sphinx.words import HOW_TO_ASK_FOR_VALUE, KINDS, SAY_THE_DAY

_WORDS_OF_VALUE = 2
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _programme(role: SphinxRole, name: str | None) -> muniprog.Programme:
    domain = domain_of(role.env)
    programme = domain.use(domain.shelf.name_of(name))
    ask_for_notice(role.env, programme)
    return programme


def _in_language(role: SphinxRole, wording: str, language: str) -> nodes.inline:
    """Return words, tagged with their language where it is not that of the page."""
    other = [] if language == page_language(role.config) else spoken_in(language)
    return nodes.inline(role.rawtext, wording, classes=other, support_smartquotes=False)


class ItemRole(ReferenceRole):
    """A link to where an item is shown, in the item's own words: ``:muniprog:goal:`vasa boenderadgivning```.

    Args:
        kind: Which kind of item may be named; any where it is empty.
    """

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.kind = kind

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the link; Sphinx finds out where it leads when it knows all pages."""
        *named, identifier = self.target.split() or [""]
        try:
            programme = _programme(self, " ".join(named) or None)
            item = self._item(programme, identifier)
        except muniprog.MuniprogError as problem:
            warn(problem, self.get_location())
            return [nodes.inline(self.rawtext, self.title)], []
        link = addnodes.pending_xref(
            self.rawtext,
            *self._words(programme, item),
            refdomain=MuniprogDomain.name,
            reftype="item",
            reftarget=identifier,
            refdoc=self.env.docname,
            refwarn=True,
            programme=programme.id,
            item=item.id,
        )
        self.set_source_info(link)
        return [link], []

    def _words(self, programme: muniprog.Programme, item: Item) -> Iterator[nodes.Element]:
        """Yield what the link says; an internal item is called by its title only where a page shows it."""
        if self.has_explicit_title:
            yield nodes.inline(self.rawtext, self.title)
            return
        wording = item.title.wording(languages_for(self.config, programme)[0], programme.record)
        title = _in_language(self, wording or item.id, wording.language)
        if item.id in domain_of(self.env).shelf.public(programme):
            yield title
        else:
            yield addnodes.pending_xref_condition("", "", title, condition="resolved")
            yield addnodes.pending_xref_condition("", "", nodes.inline(self.rawtext, item.id), condition="*")

    def _item(self, programme: muniprog.Programme, identifier: str) -> Item:
        item = programme[identifier]
        if self.kind and type(item).__name__.lower() != self.kind:
            known = [each.id for each in programme.entries() if type(each).__name__.lower() == self.kind]
            raise muniprog.UnknownNameError(KINDS[self.kind], identifier, known)
        return item


class ValueRole(SphinxRole):
    """One figure in words, on a day: ``:muniprog:value:`vasa boenderadgivning completion 2020-12-31```."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the figure, which can tell how it came about."""
        try:
            return [self._value()], []
        except muniprog.MuniprogError as problem:
            warn(problem, self.get_location())
            return [nodes.inline(self.rawtext, self.text)], []

    def _value(self) -> Node:
        words = self.text.split()
        day = words.pop() if words and _DAY.fullmatch(words[-1]) else self.config.muniprog_as_of
        if len(words) < _WORDS_OF_VALUE:
            raise muniprog.MuniprogError(HOW_TO_ASK_FOR_VALUE)
        if day is None:
            raise muniprog.MuniprogError(SAY_THE_DAY)
        *named, identifier, name = words
        programme = _programme(self, " ".join(named) or None)
        figures = domain_of(self.env).shelf.figures(programme, day)
        language = languages_for(self.config, programme)[0]
        other = [] if language == page_language(self.config) else spoken_in(language)
        item = figures.programme if identifier == programme.id else figures[identifier]
        return Explained(
            self.rawtext,
            muniprog.one_figure(figures, identifier, name).spoken(language),
            explanation=item.explain(language),
            classes=["muniprog-value", *other],
            support_smartquotes=False,
        )
