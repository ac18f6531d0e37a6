"""From a drawing to a figure of a document."""

from collections.abc import Sequence
from typing import TypeVar

import attrs

from muniprog.document import Figure, Prose, Table, plain
from muniprog.figures.drawing import Drawing
from muniprog.figures.speech import Speech
from muniprog.messages import Spoken, message

Thing = TypeVar("Thing")

NAMED = 5
"""How many things a text alternative names before it only counts them."""


@attrs.frozen(kw_only=True)
class Frame:
    """What stands around a drawing.

    Attributes:
        caption: What the figure is called.
        alternative: What is to be seen, for those who do not see it.
        anchor: Where links to the figure lead.
        table: The rows it was drawn from.
    """

    caption: Prose
    alternative: str
    anchor: str
    table: Table


def finished(drawing: Drawing, height: float, frame: Frame, speech: Speech) -> Figure:
    """Return the figure."""
    svg = drawing.svg(height, title=plain(frame.caption), description=frame.alternative, language=speech.spoken)
    return Figure(svg, frame.alternative, frame.table, frame.caption, anchor=frame.anchor)


def name_of(anchor: str, speech: Speech) -> str:
    """Return what the parts of a drawing are named after: no two drawings of a page are alike in it."""
    return f"{anchor}-{speech.language}"


def pages(things: Sequence[Thing], most: int) -> list[Sequence[Thing]]:
    """Return the things in as many parts as it takes for none to have more than `most`, all of about one size.

    >>> pages("abcde", 3), pages("", 3)
    (['abc', 'de'], [])
    """
    count = -(-len(things) // most)
    size = -(-len(things) // count) if count else 1
    return [things[start : start + size] for start in range(0, len(things), size)]


def numbered(words: Spoken, page: int, of: int) -> Spoken:
    """Return a caption with the number of its part, where there are several."""
    return words if of == 1 else message("{caption} ({page} of {pages})", caption=words, page=page, pages=of)


def rows_of(caption: str, speech: Speech) -> str:
    """Return what the table of a figure is called."""
    return speech.say(message("In rows: {caption}", caption=caption))


def page_anchor(kind: str, page: int, identifier: str = "") -> str:
    """Return the anchor of a figure; identifiers begin no anchor alike.

    >>> page_anchor("timetable", 1, "boende"), page_anchor("timetable", 2, "boende"), page_anchor("goals", 1)
    ('figure-timetable-boende', 'figure-timetable.2-boende', 'figure-goals')
    """
    part = f".{page}" if page > 1 else ""
    return f"figure-{kind}{part}-{identifier}" if identifier else f"figure-{kind}{part}"


def some_of(names: Sequence[str], speech: Speech) -> str:
    """Return names as one phrase; of many the first few and the number of the others."""
    if len(names) <= NAMED + 1:
        return speech.listed(list(names))
    others = speech.say(message("{count} others", count=len(names) - NAMED))
    return speech.listed([*names[:NAMED], others])
