"""The bar of one action in a timetable: what is sure, what is open, what goes on, what comes back."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from muniprog.figures.axis import TimeAxis
from muniprog.figures.drawing import SMALL, Drawing
from muniprog.figures.ink import INK, PAPER, QUIET, stripes
from muniprog.figures.letters import width, wrap
from muniprog.messages import Message, message
from muniprog.text import Wording
from muniprog.timeframe import Precision, Timeframe

HEIGHT = 16
_POINT = 9
_MOST_CIRCLES, _CIRCLE, _CIRCLES_APART = 40, 4.0, 11.0
_MONTHS = {
    Precision.QUARTER: 3,
    Precision.HALF_YEAR: 6,
    Precision.YEAR: 12,
}


class Kind(StrEnum):
    """How an action lies in time."""

    DATED = "dated"
    TENTATIVE = "tentative"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    UNDATED = "undated"


class Place(StrEnum):
    """Where the words of a bar stand."""

    ON = "on"
    AFTER = "after"
    BEFORE = "before"


KIND_WORDS = {
    Kind.DATED: message("planned for this time"),
    Kind.TENTATIVE: message("about this time, or some time within it"),
    Kind.CONTINUOUS: message("goes on all the time"),
    Kind.RECURRING: message("comes back; the days are not known"),
}
EXACT_DAY: Message = message("the day is known")
OPEN_END: Message = message("goes on outside the picture, or has no known beginning or end")


def kind_of(time: Timeframe) -> Kind:
    """Return how a timeframe lies in time; what has no dates cannot be drawn."""
    if time.recurring is not None:
        return Kind.RECURRING
    if time.continuous:
        return Kind.CONTINUOUS
    if time.start is None and time.end is None:
        return Kind.UNDATED
    return Kind.TENTATIVE if time.tentative or time.part is not None else Kind.DATED


@attrs.frozen
class Bar:
    """The bar of a timeframe on an axis.

    Attributes:
        axis: The axis.
        time: When something takes place.
        taken: How far to the right another sign stands beside it; words stand after that.
    """

    axis: TimeAxis
    time: Timeframe
    taken: float = 0.0

    @property
    def kind(self) -> Kind:
        """How it lies in time."""
        return kind_of(self.time)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.axis.left if self.time.start is None else self.axis.beginning(self.time.start)

    @property
    def right(self) -> float:
        """Where it ends; never nearer to its beginning than a reader can see."""
        end = self.axis.right if self.time.end is None else self.axis.ending(self.time.end)
        return max(end, min(self.left + 4, self.axis.right))

    @property
    def free(self) -> float:
        """Where words have room beside it."""
        return max(self.right, self.taken) + 8

    @property
    def opens_left(self) -> bool:
        """Whether it goes on before the picture, or nobody knows since when."""
        return self.time.start is None or self.time.start < self.axis.start

    @property
    def opens_right(self) -> bool:
        """Whether it goes on after the picture, or nobody knows how long."""
        return self.time.end is None or self.time.end > self.axis.end

    @property
    def exact(self) -> tuple[float, ...]:
        """Where it begins or ends on a day that is known."""
        ends = (
            (self.left, self.time.start_precision, self.opens_left),
            (self.right, self.time.end_precision, self.opens_right),
        )
        return tuple(x for x, precision, is_open in ends if precision is Precision.DAY and not is_open)


def draw_bar(drawing: Drawing, bar: Bar, middle: float, words: Wording, language: str | None) -> None:
    """Draw a bar at a height, with its time as it is written."""
    if bar.kind is Kind.UNDATED:
        lines = wrap(words, bar.axis.right - bar.axis.left - 9, SMALL, most=1)
        drawing.rect(bar.axis.left + 3, middle - HEIGHT / 2 + 1, width(lines[0], SMALL) + 6, HEIGHT - 2, fill=PAPER)
        drawing.text(bar.axis.left + 6, middle + 4, *lines, size=SMALL, fill=QUIET, language=language)
        return
    _draw_shape(drawing, bar.kind, _outline(bar, middle), list(_returns(bar)))
    for x in bar.exact:
        draw_exact(drawing, x, middle)
    place = place_of_words(bar, words)
    if place is not None:
        _write(drawing, bar, middle, place, words, language)


def draw_exact(drawing: Drawing, x: float, middle: float) -> None:
    """Draw the sign of a beginning or an end whose day is known."""
    drawing.line(x, middle - HEIGHT / 2 - 3, x, middle + HEIGHT / 2 + 3, stroke=INK, stroke_width=3)


def draw_sample(drawing: Drawing, kind: Kind | None, left: float, middle: float, wide: float) -> None:
    """Draw a short bar for the key: one of a kind, or one that is open at its end."""
    right, top, bottom = left + wide, middle - HEIGHT / 2, middle + HEIGHT / 2
    if kind is None:
        corners = [(left, bottom), (left, top), (right - _POINT, top), (right, middle), (right - _POINT, bottom)]
    else:
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    _draw_shape(drawing, kind or Kind.DATED, corners, [left + 6, left + wide / 2, right - 6])


def _draw_shape(drawing: Drawing, kind: Kind, corners: Sequence[tuple[float, float]], circles: Sequence[float]) -> None:
    accent = drawing.look.accent
    match kind:
        case Kind.DATED:
            drawing.polygon(corners, fill=accent, stroke=accent)
        case Kind.TENTATIVE:
            drawing.polygon(corners, fill=PAPER, stroke=accent, stroke_width=1.5, stroke_dasharray="4 2")
        case Kind.CONTINUOUS:
            drawing.polygon(corners, fill=stripes(drawing), stroke=accent)
        case _:
            (left, bottom), (_, top) = corners[0], corners[1]
            middle = (bottom + top) / 2
            right = max(x for x, _ in corners)
            drawing.line(left, middle, right, middle, stroke=accent)
            for x in circles:
                drawing.circle(x, middle, _CIRCLE, fill=accent, stroke=PAPER)


def place_of_words(bar: Bar, words: str) -> Place | None:
    """Return where the time of a bar has room: on it, beside it, or nowhere."""
    wide = width(words, SMALL)
    margin = 2 * _POINT if bar.kind is Kind.DATED else 2 * _POINT + 8
    if bar.kind is not Kind.RECURRING and wide <= bar.right - bar.left - margin:
        return Place.ON
    if bar.free + wide <= bar.axis.right:
        return Place.AFTER
    return Place.BEFORE if bar.left - 8 - wide >= bar.axis.left else None


def _outline(bar: Bar, middle: float) -> list[tuple[float, float]]:
    """Return the corners of a bar, which has a point where it is open."""
    top, bottom = middle - HEIGHT / 2, middle + HEIGHT / 2
    left, right = bar.left, bar.right
    point = min(_POINT, (right - left) / 2)
    before = [(left + point, bottom), (left, middle), (left + point, top)] if bar.opens_left else []
    after = [(right - point, top), (right, middle), (right - point, bottom)] if bar.opens_right else []
    return [*(before or [(left, bottom), (left, top)]), *(after or [(right, top), (right, bottom)])]


def _returns(bar: Bar) -> Iterator[float]:
    """Yield where to draw the circles of what comes back: as often as it does, as far as they have room."""
    recurring = bar.time.recurring
    months = _MONTHS.get(recurring.unit, 1) if recurring is not None and recurring.unit is not None else 12
    every = (recurring.every or 1) if recurring is not None else 1
    times = (recurring.times or 1) if recurring is not None else 1
    year = (bar.axis.right - bar.axis.left) / (bar.axis.last - bar.axis.first + 1)
    apart = max(year * months * every / 12 / times, _CIRCLES_APART)
    count = max(1, min(int((bar.right - bar.left) / apart), _MOST_CIRCLES))
    for number in range(count):
        yield bar.left + (number + 0.5) * apart if count > 1 else (bar.left + bar.right) / 2


def _write(drawing: Drawing, bar: Bar, middle: float, place: Place, words: Wording, language: str | None) -> None:
    """Write the time of a bar; letters stand in white on a full bar and on a ground of their own on everything else."""
    wide = width(words, SMALL)
    match place:
        case Place.ON:
            left = (bar.left + bar.right - wide) / 2
        case Place.AFTER:
            left = bar.free
        case _:
            left = bar.left - 8 - wide
    is_full = bar.kind is Kind.DATED and place is Place.ON
    if not is_full:
        drawing.rect(left - 3, middle - HEIGHT / 2 + 1, wide + 6, HEIGHT - 2, fill=PAPER)
    ink = PAPER if is_full else INK
    drawing.text(left + wide / 2, middle + 4, words, size=SMALL, fill=ink, anchor="middle", language=language)
