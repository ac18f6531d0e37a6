"""Pictures in a report: one for each language, since there is no room in a picture for two languages side by side."""

from collections.abc import Callable, Iterable, Iterator

import attrs

from muniprog.document import Block, Figure, InLanguage, Prose
from muniprog.language import primary
from muniprog.reports.teller import Teller
from muniprog.reports.voice import Voice, spoken_in

Draw = Callable[[str], Iterable[Figure]]
"""Draws pictures in a language."""


def pictured(
    voice: Voice, draw: Draw, *, told_at: str = "", prefix: str = "", shows: Iterable[str] = ()
) -> Iterator[Block]:
    """Yield pictures in every language of a report, those in the document's own first.

    Args:
        voice: The languages of the report.
        draw: Draws the pictures in one of them.
        told_at: The anchor of what tells their rows already; empty where each picture brings its own table.
        prefix: What stands before each anchor, where a report is about several programmes.
        shows: The anchors of the entries that each picture shows.
    """
    entries = tuple(shows)
    for number, language in enumerate(voice.languages):
        readers = (language,) if voice.side_by_side else None
        suffix = f"-{language}" if number else ""
        figures = [
            attrs.evolve(
                figure,
                anchor=f"{prefix}{figure.anchor}{suffix}",
                told_at=told_at,
                shows=entries,
                caption=_for(figure.caption, readers),
            )
            for figure in draw(language)
        ]
        spoken = spoken_in(language)
        if primary(spoken) == primary(voice.language):
            yield from figures
        elif figures:
            yield InLanguage(spoken, figures)


def told_by(teller: Teller, draw: Draw, *, told_at: str = "") -> Iterator[Block]:
    """Yield pictures in every language of what a teller tells."""
    yield from pictured(teller.voice, draw, told_at=told_at, prefix=teller.prefix)


def _for(words: Prose, readers: tuple[str, ...] | None) -> Prose:
    return tuple(attrs.evolve(span, readers=readers) for span in words)
