"""Draws the curve of an indicator over the years."""

from collections.abc import Callable, Iterator
from fractions import Fraction

import attrs

from muniprog.figures.axis import TimeAxis
from muniprog.figures.curve import Curve, Post, middle_of
from muniprog.figures.drawing import SMALL, WIDTH, Drawing
from muniprog.figures.ink import INK, LINE_INK, PAPER, QUIET
from muniprog.figures.legend import SWATCH, Sign, draw_legend
from muniprog.figures.letters import width, wrap
from muniprog.figures.scale import Scale
from muniprog.figures.speech import Speech
from muniprog.language import number_text
from muniprog.messages import message
from muniprog.progress import Amount, Availability, PeriodValue, Quantity

LEFT, RIGHT = 92.0, WIDTH - 110.0
TOP, BOTTOM = 44.0, 250.0

_EDGE = 12
_DOT, _POST = 4.5, 7.0
_DASHES = "6 3"

VALUE = message("value")
START = message("start")
TARGET = message("target")
TARGET_AND_WAY = message("target, and the way to it")
REPLACED = message("target that was replaced")

ABSENCES = {
    Availability.SUPPRESSED: message("suppressed"),
    Availability.NOT_AVAILABLE: message("not available"),
    Availability.UNUSABLE: message("cannot be used"),
    Availability.NOT_REPORTED: message("not reported"),
}


def draw_curve(drawing: Drawing, curve: Curve, speech: Speech) -> float:
    """Draw a curve with its axes and the key to its signs; return how high the picture became."""
    axis = TimeAxis.around(curve.period, curve.days(), LEFT, RIGHT)
    scale = Scale.around(curve.numbers(), BOTTOM, TOP, from_zero=curve.from_zero, whole=curve.whole)
    plot = _Plot(drawing, curve, speech, axis, scale)
    plot.draw_axes()
    plot.draw_way()
    plot.draw_values()
    return draw_legend(drawing, list(plot.signs()), BOTTOM + 34) + 10


@attrs.frozen
class _Plot:
    drawing: Drawing
    curve: Curve
    speech: Speech
    axis: TimeAxis
    scale: Scale

    def draw_axes(self) -> None:
        """Draw the years below, round numbers on the left, and the unit above them."""
        drawing, unit = self.drawing, self.curve.figures.indicator.unit
        for tick in self.scale.ticks():
            y = self.scale.place(Fraction(tick))
            drawing.line(LEFT, y, RIGHT, y, stroke=LINE_INK, stroke_width=0.5)
            lines = wrap(number_text(tick, self.speech.language), LEFT - _EDGE - 10, SMALL, most=1)
            drawing.text(LEFT - 8, y + 4, *lines, size=SMALL, anchor="end")
        if unit is not None:
            words = self.speech.text(unit)
            lines = wrap(words, WIDTH - 2 * _EDGE, SMALL, most=1)
            drawing.text(_EDGE, TOP - 26, *lines, size=SMALL, fill=QUIET, language=self.speech.tag(words))
        for _, left, _ in self.axis.years():
            drawing.line(left, BOTTOM, left, BOTTOM + 6, stroke=LINE_INK)
        drawing.line(LEFT, BOTTOM, RIGHT, BOTTOM, stroke=INK)
        for year, middle in self.axis.labelled():
            drawing.text(middle, BOTTOM + 22, str(year), size=SMALL, bold=True, anchor="middle")

    def draw_way(self) -> None:
        """Draw the way from the start over the targets, and targets that were replaced."""
        way = [(self.axis.ending(post.day), self.scale.place(post.number)) for post in self.curve.way()]
        if len(way) > 1:
            self.drawing.polyline(way, stroke=self.drawing.look.second, stroke_width=2, stroke_dasharray=_DASHES)
        for post in self.curve.targets:
            x, y = self.axis.ending(post.day), self.scale.place(post.number)
            _draw_post(self.drawing, x, y, replaced=post.replaced)
            self._label_post(post, x, y)
        if self.curve.start is not None:
            x, y = self.axis.ending(self.curve.start.day), self.scale.place(self.curve.start.number)
            _draw_start(self.drawing, x, y)
            words = self._said(self.curve.start.value)
            self._label(words, x + width(words, SMALL) / 2 + 9, y - 8)

    def draw_values(self) -> None:
        """Draw the points, the lines between those that follow one another, and the signs of what is not there."""
        for run in self.curve.runs():
            points = [(self._middle(value), self.scale.place(number)) for value, number in run]
            if len(points) > 1:
                self.drawing.polyline(points, stroke=self.drawing.look.accent, stroke_width=2.5)
        labels, before = self._labels(), None
        for value, number in self.curve.points():
            x = self._middle(value)
            if number is None:
                _draw_absence(self.drawing, value.availability, x, BOTTOM - 10)
                continue
            y = self.scale.place(number)
            self.drawing.circle(x, y, _DOT, fill=self.drawing.look.accent, stroke=PAPER, stroke_width=1)
            if value.number is not None and value in labels:
                falls = before is not None and number < before and y < BOTTOM - 30
                self._label(self._said(value.number), x, y + 21 if falls else y - 11)
            before = number

    def signs(self) -> Iterator[Sign]:
        """Yield the signs that the picture has, each with its words."""
        drawing, say = self.drawing, self.speech.say
        half = SWATCH / 2
        yield Sign(lambda x, y: drawing.circle(x + half, y, _DOT, fill=drawing.look.accent), say(VALUE))
        if self.curve.start is not None:
            yield Sign(lambda x, y: _draw_start(drawing, x + half, y), say(START))
        if any(not post.replaced for post in self.curve.targets):
            if len(list(self.curve.way())) > 1:
                yield Sign(lambda x, y: _draw_goal(drawing, x, y), say(TARGET_AND_WAY))
            else:
                yield Sign(lambda x, y: _draw_post(drawing, x + half, y, replaced=False), say(TARGET))
        if any(post.replaced for post in self.curve.targets):
            yield Sign(lambda x, y: _draw_post(drawing, x + half, y, replaced=True), say(REPLACED))
        absent = {value.availability for value, number in self.curve.points() if number is None}
        for availability, words in ABSENCES.items():
            if availability in absent:
                yield Sign(_absence(drawing, availability), say(words))

    def _labels(self) -> list[PeriodValue]:
        """Return the values that are written at their points: of many every second or third one, and the last."""
        valued = [value for value in self.curve.values if value.number is not None]
        widest = max(width(self._said(value.number), SMALL) for value in valued if value.number is not None)
        room = (RIGHT - LEFT) / (widest + 10)
        step = int(len(self.curve.values) / room) + 1
        return valued[::-1][::step]

    def _label_post(self, post: Post, x: float, y: float) -> None:
        words = self._said(post.value)
        if x + width(words, SMALL) + _EDGE + 12 <= WIDTH and x > RIGHT - 12:
            self.drawing.text(x + 12, y + 4, words, size=SMALL, bold=not post.replaced, fill=INK)
        else:
            self._label(words, x, y + 22)

    def _label(self, words: str, x: float, y: float) -> None:
        """Write a number on a ground of its own, so that no line runs through it."""
        wide = width(words, SMALL)
        left = min(max(x - wide / 2, _EDGE), WIDTH - _EDGE - wide)
        self.drawing.rect(left, y - 11, wide, 14, fill=PAPER, fill_opacity=0.85)
        self.drawing.text(left + wide / 2, y, words, size=SMALL, anchor="middle")

    def _said(self, amount: Amount) -> str:
        """Return an amount as it is said everywhere, without its unit: that stands beside the axis."""
        return Quantity(amount, None, self.curve.figures.indicator.decimals).spoken(self.speech.language)

    def _middle(self, value: PeriodValue) -> float:
        return self.axis.beginning(middle_of(value.period))


def _draw_start(drawing: Drawing, x: float, y: float) -> None:
    drawing.rect(x - 5, y - 5, 10, 10, fill=PAPER, stroke=drawing.look.second, stroke_width=2.5)


def _draw_post(drawing: Drawing, x: float, y: float, *, replaced: bool) -> None:
    corners = [(x - _POST, y), (x, y - _POST), (x + _POST, y), (x, y + _POST)]
    second = drawing.look.second
    drawing.polygon(corners, fill=PAPER if replaced else second, stroke=QUIET if replaced else second, stroke_width=1.5)


def _draw_goal(drawing: Drawing, x: float, y: float) -> None:
    second = drawing.look.second
    drawing.line(x, y, x + SWATCH - _POST, y, stroke=second, stroke_width=2, stroke_dasharray=_DASHES)
    _draw_post(drawing, x + SWATCH - _POST, y, replaced=False)


def _absence(drawing: Drawing, availability: Availability) -> Callable[[float, float], None]:
    return lambda x, y: _draw_absence(drawing, availability, x + SWATCH / 2, y)


def _draw_absence(drawing: Drawing, availability: Availability, x: float, y: float) -> None:
    """Draw why there is no value: a full square, a cross, a slash or an empty circle."""
    match availability:
        case Availability.SUPPRESSED:
            drawing.rect(x - 5, y - 5, 10, 10, fill=QUIET)
        case Availability.NOT_AVAILABLE:
            drawing.line(x - 5, y - 5, x + 5, y + 5, stroke=QUIET, stroke_width=2.5)
            drawing.line(x - 5, y + 5, x + 5, y - 5, stroke=QUIET, stroke_width=2.5)
        case Availability.UNUSABLE:
            drawing.line(x - 5, y + 5, x + 5, y - 5, stroke=QUIET, stroke_width=2.5)
        case _:
            drawing.circle(x, y, 5, fill=PAPER, stroke=QUIET, stroke_width=1.5, stroke_dasharray="2 2")
