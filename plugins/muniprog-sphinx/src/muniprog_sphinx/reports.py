"""`.. muniprog:report::` and `.. muniprog:figure::`: reports in a documentation, whole or in part."""

from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

import muniprog
from muniprog_sphinx.asking import Asking
from muniprog_sphinx.chapters import chapter, facts, moved
from muniprog_sphinx.words import FIGURE

RANKS = {"programme": 0, "indicators": 1, "owners": 1}
"""How good a place a report is to send the reader of an item to; others are one worse."""

_OTHER_RANK = 2

_OF_ROUNDS = frozenset({"evaluation", "followup"})
"""The reports of rounds, which know the day on which they stand; a closed round would refuse another one."""


def rank_of(report: str) -> int:
    """Return how good a place a report is to send readers of an item to; less is better."""
    return RANKS.get(report, _OTHER_RANK)


class Reporting(Asking):
    """A directive that asks for a report."""

    option_spec: ClassVar[OptionSpec] = {
        **Asking.option_spec,
        "notes": directives.flag,
        "owner": directives.unchanged_required,
        "period": directives.unchanged_required,
    }

    def document(self, name: str, programme: muniprog.Programme) -> muniprog.Document:
        """Return a report of a programme, as the options ask for it."""
        return muniprog.report(
            name,
            programme,
            languages=self.languages(programme),
            period=self.options.get("period"),
            as_of=self.options.get("as-of") if name in _OF_ROUNDS else self.as_of,
            owners=self.named("owner"),
            internal=self.is_set("internal"),
            notes=self.is_set("notes"),
        ).document


class ReportDirective(Reporting):
    """Shows a report: `.. muniprog:report:: programme vasa`."""

    option_spec: ClassVar[OptionSpec] = {
        **Reporting.option_spec,
        "chapter": directives.unchanged_required,
        "facts": directives.flag,
        "title": directives.flag,
    }

    def show(self) -> list[nodes.Node]:
        """Return the report, or one chapter of it; with its title and its facts where they are asked for."""
        name, programme = self.arguments[0], self.programme()
        document = self.document(name, programme)
        blocks = chapter(document, self.options["chapter"]).blocks if "chapter" in self.options else document.blocks
        if self.is_set("facts"):
            blocks = (*facts(document), *blocks)
        if self.is_set("title"):
            blocks = (muniprog.Heading(1, document.title), *(moved(block, 1) for block in blocks))
        return self.printed(programme, blocks, document.language, rank_of(name), document.former)


class FigureDirective(Reporting):
    """Shows the figures of a report, with the rows that they were drawn from: `.. muniprog:figure:: timetable vasa`."""

    option_spec: ClassVar[OptionSpec] = {**Reporting.option_spec, "anchor": directives.unchanged_required}

    def show(self) -> list[nodes.Node]:
        """Return the figures, or the one that has the anchor."""
        name, programme = self.arguments[0], self.programme()
        document = self.document(name, programme)
        figures = [block for block in document.walk() if isinstance(block, muniprog.Figure)]
        wanted = self.options.get("anchor")
        chosen = [figure for figure in figures if wanted in (None, figure.anchor)]
        if not chosen:
            known = [figure.anchor for figure in figures if figure.anchor]
            raise muniprog.UnknownNameError(FIGURE, wanted or "", known)
        return self.printed(programme, chosen, document.language, _OTHER_RANK)
