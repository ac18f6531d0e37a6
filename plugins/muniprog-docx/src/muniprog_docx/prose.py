"""Lines of text: runs that know their language, their links and what they signal."""

import attrs

import muniprog
from muniprog_docx.elements import Element, run
from muniprog_docx.languages import word_tag
from muniprog_docx.links import Links
from muniprog_docx.styles import Styles

_BOLD = (muniprog.Mark.CAUTION, muniprog.Mark.BAD)


@attrs.frozen
class Pen:
    """Writes lines of text in one part of a file.

    Attributes:
        styles: The styles of the document.
        links: The links and bookmarks of the part.
    """

    styles: Styles
    links: Links

    def line(self, words: muniprog.Prose, language: str, *, bold: bool = False) -> list[Element]:
        """Return a line of text; where another language begins, it is named before its first word.

        Args:
            words: The line.
            language: The language of what surrounds it.
            bold: Whether all of it is bold.
        """
        written: list[Element] = []
        before = language
        for link, spans in muniprog.by_link(words):
            runs: list[Element] = []
            for span in spans:
                tongue = span.language or language
                if tongue not in {language, before} and span.text:
                    runs += self.language_mark(tongue, language)
                before = tongue
                runs.append(self._span(span, tongue, bold=bold))
            written += self.links.around(link, runs)
        return written

    def language_mark(self, named: str, language: str) -> list[Element]:
        """Return the run that names a language where it begins, for those who see it; none for what is no language."""
        if word_tag(named) is None:
            return []
        return [run(f"[{named}] ", language, style=self._character("Language"))]

    def _span(self, span: muniprog.Span, language: str, *, bold: bool) -> Element:
        """Return one run. It has one style, so in a link a mark is shown without its colour."""
        linked = span.link is not None
        style: str | None = None
        if linked:
            style = self.styles.character("Hyperlink")
        elif span.mark is not None:
            style = self._character(span.mark.value)
        elif span.emphasis:
            style = self.styles.character("Emphasis")
        return run(
            span.text,
            language,
            style=style,
            bold=bold or (linked and span.mark in _BOLD),
            italic=(span.emphasis and (linked or span.mark is not None))
            or (linked and span.mark is muniprog.Mark.MISSING),
            struck=linked and span.mark is muniprog.Mark.REMOVED,
        )

    def _character(self, name: str) -> str:
        return self.styles.character(f"muniprog {name}")


def on_one_line(words: muniprog.Prose) -> muniprog.Prose:
    """Return a line without line breaks, for places where it has to be one."""
    return tuple(attrs.evolve(span, text=span.text.replace("\n", " ")) for span in words)


def shortened(words: muniprog.Prose, most: int) -> muniprog.Prose:
    """Return a line of at most `most` characters, with an ellipsis where it was longer.

    >>> muniprog.plain(shortened(muniprog.prose("Främjande av ", "boendefärdigheter"), 16))
    'Främjande av bo…'
    """
    if len(muniprog.plain(words)) <= most:
        return words
    kept: list[muniprog.Span] = []
    room = most - 1
    for span in words:
        kept.append(attrs.evolve(span, text=span.text[: max(room, 0)]))
        room -= len(span.text)
    return (*kept, muniprog.Span("…"))


def unlinked(words: muniprog.Prose) -> muniprog.Prose:
    """Return a line without its links, for places where it is a link as a whole or can hold none."""
    return tuple(attrs.evolve(span, link=None) for span in words)
