"""Draws the rows of a timetable: what it is on the left, when it is on the right."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from muniprog.figures.bars import (
    EXACT_DAY,
    HEIGHT,
    KIND_WORDS,
    OPEN_END,
    Bar,
    Kind,
    draw_bar,
    draw_exact,
    draw_sample,
    place_of_words,
)
from muniprog.figures.drawing import LINE, SIZE, SMALL, WIDTH, Drawing
from muniprog.figures.ink import BAND, INK, LINE_INK, PAPER, QUIET
from muniprog.figures.legend import SWATCH, Sign, draw_legend
from muniprog.figures.letters import wrap
from muniprog.figures.planned import Plan, Planned
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Goal
from muniprog.progress import status_word
from muniprog.text import Wording

LEFT, RIGHT = 262.0, WIDTH - 12.0
"""Where the years begin and end."""

_EDGE, _LABEL = 12, 236
_HEADER, _PADDING, _LEAST = 26, 10, 30
_MOST_LINES = 5
_MARK = 6.0
_HALF_A_DATE = 60

NO_TIME = message("no time given")
LATE = message("late: the planned end has passed")
MOVED = message("the end by the latest plan")


def draw_rows(drawing: Drawing, plan: Plan, rows: Sequence[Planned]) -> float:
    """Draw the rows of a picture under the years, and the key to its signs; return how high it became."""
    laid_out = list(_laid_out(plan, rows))
    top = _HEADER + (LINE if plan.shown_day is not None else 0)
    bottom = top + sum(row.height for row in laid_out)
    _draw_years(drawing, plan, top, bottom)
    _draw_day(drawing, plan, bottom)
    y = top
    for row in laid_out:
        row.draw(drawing, y)
        y += row.height
    return draw_legend(drawing, list(_signs(drawing, plan, rows)), bottom + 10) + 10


@attrs.frozen
class _Heading:
    """The title of a goal above its actions."""

    plan: Plan
    goal: Goal
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return len(self.lines) * LINE + _PADDING

    def draw(self, drawing: Drawing, top: float) -> None:
        language = self.plan.speech.tag(self.plan.speech.title(self.goal))
        drawing.rect(0, top, WIDTH, self.height, fill=BAND)
        drawing.text(_EDGE, top + LINE + 1, *self.lines, bold=True, language=language)


@attrs.frozen
class _Row:
    """An action with its bar."""

    plan: Plan
    planned: Planned
    lines: tuple[str, ...]
    remarks: tuple[tuple[str, str | None], ...]

    @property
    def height(self) -> int:
        return max((len(self.lines) + len(self.remarks)) * LINE + _PADDING, _LEAST)

    def draw(self, drawing: Drawing, top: float) -> None:
        speech, planned = self.plan.speech, self.planned
        language = speech.tag(speech.title(planned.item))
        drawing.text(_EDGE + 10, top + LINE + 1, *self.lines, language=language)
        y = top + (len(self.lines) + 1) * LINE + 1
        for remark, tag in self.remarks:
            drawing.text(_EDGE + 10, y, remark, size=SMALL, fill=QUIET, language=tag)
            y += LINE
        words = _time(self.plan, planned)
        bar, middle = _bar(self.plan, planned), top + _LEAST / 2
        draw_bar(drawing, bar, middle, words, speech.tag(words))
        self._draw_marks(drawing, middle)

    def _draw_marks(self, drawing: Drawing, middle: float) -> None:
        """Draw that it is late, from its planned end to the marked day, and where its end has moved."""
        axis, known = self.plan.axis, self.planned.figures
        if known is not None and known.planned_end is not None and self.planned.late_by:
            y = middle + HEIGHT / 2 + 4
            late, day = axis.ending(known.planned_end), axis.ending(known.as_of)
            drawing.line(late, y, day, y, stroke=drawing.look.second, stroke_width=2, stroke_dasharray="2 2")
            draw_late(drawing, late, y)
        if self.planned.moved_to is not None:
            draw_moved(drawing, axis.ending(self.planned.moved_to), middle)


def _laid_out(plan: Plan, rows: Sequence[Planned]) -> Iterator[_Heading | _Row]:
    goal: Goal | None = None
    for planned in rows:
        if planned.goal is not None and planned.goal is not goal and planned.item is not planned.goal:
            yield _Heading(
                plan, planned.goal, wrap(plan.speech.title(planned.goal), WIDTH - 2 * _EDGE, SIZE, most=2, bold=True)
            )
        goal = planned.goal
        title = wrap(plan.speech.title(planned.item), _LABEL - 10, SIZE, most=_MOST_LINES)
        yield _Row(plan, planned, title, tuple(_remarks(plan, planned)))


def _remarks(plan: Plan, planned: Planned) -> Iterator[tuple[str, str | None]]:
    """Yield what stands under a title: the time where the bar has no room for it, the status, that it is late."""
    speech = plan.speech
    time = _time(plan, planned)
    bar = _bar(plan, planned)
    if bar.kind is not Kind.UNDATED and place_of_words(bar, time) is None:
        for line in wrap(time, _LABEL - 10, SMALL, most=2):
            yield line, speech.tag(time)
    if planned.figures is not None:
        for line in wrap(speech.say(standing(plan, planned)), _LABEL - 10, SMALL, most=2):
            yield line, None


def standing(plan: Plan, planned: Planned) -> Spoken:
    """Return the status of an action, and by how much it is late."""
    status = status_word(plan.programme, None if planned.figures is None else planned.figures.status)
    if not planned.late_by:
        return status
    return plural_message(
        "{status}, late by {count} day", "{status}, late by {count} days", planned.late_by, status=status
    )


def _bar(plan: Plan, planned: Planned) -> Bar:
    moved = planned.moved_to
    return Bar(plan.axis, planned.time, 0.0 if moved is None else plan.axis.ending(moved) + _MARK)


def _time(plan: Plan, planned: Planned) -> Wording:
    words = plan.speech.time(planned.time)
    return words or Wording(plan.speech.say(NO_TIME), plan.speech.spoken)


def _draw_years(drawing: Drawing, plan: Plan, top: float, bottom: float) -> None:
    for _, left, _ in plan.axis.years():
        drawing.line(left, top - 6, left, bottom, stroke=LINE_INK, stroke_width=0.7)
    drawing.line(RIGHT, top - 6, RIGHT, bottom, stroke=LINE_INK, stroke_width=0.7)
    for year, middle in plan.axis.labelled():
        drawing.text(middle, top - 9, str(year), bold=True, anchor="middle")
    drawing.line(0, top, WIDTH, top, stroke=LINE_INK)
    drawing.line(0, bottom, WIDTH, bottom, stroke=LINE_INK)


def _draw_day(drawing: Drawing, plan: Plan, bottom: float) -> None:
    """Draw the line of the marked day; bars and titles stand before it."""
    day = plan.shown_day
    if day is not None:
        x = plan.axis.ending(day)
        anchor = "end" if x > RIGHT - _HALF_A_DATE else "start" if x < LEFT + _HALF_A_DATE else "middle"
        drawing.text(x, LINE - 2, plan.speech.day(day), size=SMALL, anchor=anchor)
        draw_day(drawing, x, _HEADER + LINE - 6, bottom)


def draw_day(drawing: Drawing, x: float, top: float, bottom: float) -> None:
    """Draw the line of a day."""
    drawing.line(x, top, x, bottom, stroke=INK, stroke_width=1.6, stroke_dasharray="5 3")


def draw_late(drawing: Drawing, x: float, y: float) -> None:
    """Draw the sign of what is late."""
    corners = [(x - _MARK, y + _MARK), (x, y - _MARK), (x + _MARK, y + _MARK)]
    drawing.polygon(corners, fill=drawing.look.second, stroke=PAPER)


def draw_moved(drawing: Drawing, x: float, y: float) -> None:
    """Draw the sign of an end that has moved."""
    corners = [(x - _MARK, y), (x, y - _MARK), (x + _MARK, y), (x, y + _MARK)]
    drawing.polygon(corners, fill=PAPER, stroke=drawing.look.second, stroke_width=2)


def _signs(drawing: Drawing, plan: Plan, rows: Sequence[Planned]) -> Iterator[Sign]:
    """Yield the signs that the picture has, each with its words."""
    say = plan.speech.say
    drawn = [Bar(plan.axis, row.time) for row in rows]
    for kind in KIND_WORDS:
        if any(bar.kind is kind for bar in drawn):
            yield Sign(_sample(drawing, kind), say(KIND_WORDS[kind]))
    if any(bar.kind is not Kind.UNDATED and (bar.opens_left or bar.opens_right) for bar in drawn):
        yield Sign(_sample(drawing, None), say(OPEN_END))
    if any(bar.exact for bar in drawn):
        yield Sign(lambda x, y: draw_exact(drawing, x + SWATCH / 2, y), say(EXACT_DAY))
    if any(row.late_by for row in rows):
        yield Sign(lambda x, y: draw_late(drawing, x + SWATCH / 2, y), say(LATE))
    if any(row.moved_to for row in rows):
        yield Sign(lambda x, y: draw_moved(drawing, x + SWATCH / 2, y), say(MOVED))
    if plan.shown_day is not None:
        yield Sign(lambda x, y: draw_day(drawing, x + SWATCH / 2, y - 10, y + 10), plan.speech.day(plan.shown_day))


def _sample(drawing: Drawing, kind: Kind | None) -> Callable[[float, float], None]:
    return lambda x, y: draw_sample(drawing, kind, x, y, SWATCH)
