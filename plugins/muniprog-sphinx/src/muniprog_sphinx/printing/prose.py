"""Lines of text as nodes. Whatever somebody typed is text; no markup of it is read."""

from collections.abc import Iterator

import attrs
from docutils import nodes
from docutils.utils import smartquotes

import muniprog
from muniprog_sphinx.printing.nodes import Symbol
from muniprog_sphinx.printing.surroundings import Surroundings

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


@attrs.frozen
class Wording:
    """How lines of text become nodes.

    Attributes:
        surroundings: What knows where links lead.
        language: The language of what surrounds the line.
    """

    surroundings: Surroundings
    language: str

    def on_one_line(self, line: muniprog.Prose) -> list[nodes.Node]:
        """Return a line for a title, which is never broken."""
        return self.nodes_of(tuple(attrs.evolve(span, text=span.text.replace("\n", " ")) for span in line))

    def nodes_of(self, line: muniprog.Prose) -> list[nodes.Node]:
        """Return a line; spans that lead to one place become one link."""
        found: list[nodes.Node] = []
        for link, spans in muniprog.by_link(line):
            inside = [node for span in spans for node in self._span(span)]
            found.extend(inside if link is None else [self._link(link, inside)])
        return found

    def _link(self, link: str, inside: list[nodes.Node]) -> nodes.Node:
        if link.startswith("#"):
            return self.surroundings.lead(link[1:], inside)
        return nodes.reference("", "", *inside, refuri=link, internal=False)

    def _span(self, span: muniprog.Span) -> Iterator[nodes.Node]:
        inside: list[nodes.Node] = list(_broken(span.text))
        if span.emphasis:
            inside = [nodes.emphasis("", "", *inside)]
        classes = [f"muniprog-{span.mark}"] if span.mark is not None else []
        if span.language is not None and span.language != self.language:
            classes += spoken_in(span.language)
        if span.meaning:
            yield Symbol("", "", *inside, classes=classes, meaning=span.meaning)
        elif classes:
            yield nodes.inline("", "", *inside, classes=classes)
        else:
            yield from inside


def spoken_in(language: str) -> list[str]:
    """Return the classes that say in which language something is; docutils makes a `lang` of the first.

    >>> spoken_in("ar")
    ['language-ar', 'muniprog-right-to-left']
    """
    # Nothing of ours gets other quotes, but docutils warns of every language whose quotes it does not know.
    smartquotes.smartchars.quotes.setdefault(language, "\"\"''")
    return [f"language-{language}", *(["muniprog-right-to-left"] if direction(language) == "rtl" else [])]


def direction(language: str) -> str:
    """Return in which direction a language is written: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def _broken(text: str) -> Iterator[nodes.Node]:
    """Yield the lines of a text; docutils knows no line break for all builders, so those that have one are told."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield nodes.raw("", "<br />", format="html")  # an EPUB is XML
            yield nodes.raw("", r"\newline{}", format="latex")
            yield nodes.Text("\n")
        yield nodes.Text(line)
