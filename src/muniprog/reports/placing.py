"""When the goals of a programme come: where an overview page places each, and in which years its actions fall."""

from collections.abc import Mapping
from enum import Enum

import attrs

from muniprog.model import Action, Goal, Programme
from muniprog.reports.goal_table import shown
from muniprog.timeframe import Timeframe


class Undated(Enum):
    """Where a goal stands that stands in no year."""

    CONTINUOUS = "continuous"
    NO_TIME = "no time"


Place = int | Undated


@attrs.frozen
class Timing:
    """When the goals of a programme come.

    Attributes:
        programme: The programme.
        internal: Whether internal actions count.
    """

    programme: Programme
    internal: bool = False

    def place(self, goal: Goal) -> Place:
        """Return the one place where an overview shows the goal.

        The programme's own overview page decides. Without one, the year in which the first dated action starts
        does; a goal in which nothing is dated is continuous if anything in it is.
        """
        times = self.times(goal) if goal.overview is None else (goal.overview.timeframe,)
        starts = [time.start.year for time in times if time.start is not None]
        if starts:
            return min(starts)
        return Undated.CONTINUOUS if any(time.continuous for time in times) else Undated.NO_TIME

    def placed(self) -> Mapping[Place, tuple[Goal, ...]]:
        """Return the goals at each place, each goal once: years in order, then what is continuous, then the rest."""
        places = {goal.id: self.place(goal) for goal in self.programme.goals}
        used = set(places.values())
        order: list[Place] = [*self.years(), *(undated for undated in Undated if undated in used)]
        return {place: tuple(goal for goal in self.programme.goals if places[goal.id] == place) for place in order}

    def years(self) -> tuple[int, ...]:
        """Return the years of the programme's period, and any other year in which a goal is placed."""
        period = self.programme.period
        placed = {place for place in map(self.place, self.programme.goals) if isinstance(place, int)}
        return tuple(sorted(placed.union(range(period.start.year, period.end.year + 1))))

    def times(self, goal: Goal) -> tuple[Timeframe, ...]:
        """Return the timeframes of a goal's actions, or its own where it has no action."""
        return tuple(self.programme.effective_timeframe(item.id)[0] for item in self.items(goal))

    def items(self, goal: Goal) -> tuple[Action, ...] | tuple[Goal]:
        """Return the actions of a goal that are shown, or the goal itself where there is none."""
        return shown(goal.actions, internal=self.internal) or (goal,)

    def is_planned(self, goal: Goal, year: int) -> bool:
        """Return whether a dated action of the goal falls in a year."""
        return any(not time.continuous and time.covers(year) for time in self.times(goal))

    def goes_on(self, goal: Goal, year: int) -> bool:
        """Return whether a continuous action of the goal goes on in a year."""
        return any(
            time.continuous
            and (time.start is None or time.start.year <= year)
            and (time.end is None or time.end.year >= year)
            for time in self.times(goal)
        )
