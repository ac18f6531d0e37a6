"""What a timetable shows: its rows, and what is known about them."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from muniprog.figures.axis import TimeAxis
from muniprog.figures.speech import Speech
from muniprog.model import Action, Goal, Programme, Theme, Visibility
from muniprog.progress import ActionFigures, Figures
from muniprog.timeframe import Timeframe


@attrs.frozen
class Planned:
    """A row of a timetable: an action, or a goal that has none.

    Attributes:
        item: What it is about.
        goal: The goal that the action belongs to, or the goal itself; None where an action stands under its theme.
        time: When it takes place.
        figures: Its figures, where there are any.
    """

    item: Action | Goal
    goal: Goal | None
    time: Timeframe
    figures: ActionFigures | None

    @property
    def late_by(self) -> int:
        """By how many days it is late; 0 where it is not, or where nobody knows."""
        return 0 if self.figures is None else self.figures.late_by

    @property
    def moved_to(self) -> date | None:
        """The end of the last plan, where it is another than that of the programme."""
        if self.figures is None or self.figures.planned_end == self.figures.first_planned_end:
            return None
        return self.figures.planned_end


@attrs.frozen
class Plan:
    """What all pictures of a timetable have in common.

    Attributes:
        programme: The programme.
        speech: The language of the words.
        axis: The years.
        figures: Figures of a day, or None.
        marked: The day that is marked, or None.
        internal: Whether internal actions are shown.
    """

    programme: Programme
    speech: Speech
    axis: TimeAxis
    figures: Figures | None
    marked: date | None
    internal: bool

    @property
    def shown_day(self) -> date | None:
        """The day that is marked, where the axis has it."""
        return self.marked if self.marked is not None and self.axis.shows(self.marked) else None

    def of(self, theme: Theme) -> Iterator[Planned]:
        """Yield the rows of a theme without the themes below it."""
        for item, goal in items_of(theme, internal=self.internal):
            known = self.figures.action(item.id) if self.figures is not None and isinstance(item, Action) else None
            yield Planned(item, goal, self.programme.effective_timeframe(item.id)[0], known)


def items_of(theme: Theme, *, internal: bool) -> Iterator[tuple[Action | Goal, Goal | None]]:
    """Yield what has a row: actions, and goals that have none, each with its goal."""
    for goal in theme.goals:
        for item in _shown(goal.actions, internal=internal) or (goal,):
            yield item, goal
    for action in _shown(theme.actions, internal=internal):
        yield action, None


def days_of(programme: Programme, *, internal: bool) -> Iterator[date]:
    """Yield the days on which something begins or ends."""
    for theme in programme.all_themes:
        for item, _ in items_of(theme, internal=internal):
            time, _ = programme.effective_timeframe(item.id)
            yield from (day for day in (time.start, time.end) if day is not None)


def _shown(actions: Sequence[Action], *, internal: bool) -> tuple[Action, ...]:
    return tuple(action for action in actions if internal or action.visibility is Visibility.PUBLIC)
