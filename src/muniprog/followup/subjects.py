"""What a round asks about, row by row: actions and goals, values of indicators, and sums of budgets."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from muniprog.model import Action, BudgetLine, FollowUp, Goal, Indicator, Measure, Observation, Programme
from muniprog.progress.periods import Almanac
from muniprog.progress.values import Dimensions
from muniprog.source import EMPTY
from muniprog.timeframe import Period

ACTIONS, INDICATORS, MONEY = "actions", "indicators", "money"
"""The parts of a form, in their order."""


@attrs.frozen(eq=False)
class Course:
    """How an action or a goal goes.

    Attributes:
        item: The action or goal.
    """

    item: Action | Goal
    part = ACTIONS

    @property
    def key(self) -> str:
        """What finds it again in a form."""
        return self.item.id


@attrs.frozen(eq=False)
class Measured:
    """The value of an indicator for one period, of the whole or of a part of it.

    Attributes:
        item: The indicator.
        period: The period.
        dimensions: What part of the whole it is about.
    """

    item: Indicator
    period: Period
    dimensions: Mapping[str, str] = EMPTY
    part = INDICATORS

    @property
    def key(self) -> str:
        """What finds it again in a form.

        >>> from muniprog.text import Text
        >>> jobs = Indicator(id="jobs", title=Text.of("Jobs"), measure=Measure.COUNT)
        >>> Measured(jobs, Period.parse("2020"), {"sex": "f"}).key
        'jobs@2020[sex=f]'
        """
        return f"{self.item.id}@{self.period.raw}{f'[{self.part_of_whole}]' if self.dimensions else ''}"

    @property
    def part_of_whole(self) -> str:
        """The part of the whole in one line; empty for the whole."""
        return ",".join(f"{name}={value}" for name, value in sorted(self.dimensions.items()))

    @property
    def is_quotient(self) -> bool:
        """Whether the value may be told by its upper and lower part."""
        return self.item.measure in (Measure.SHARE, Measure.RATIO)

    def is_about(self, observation: Observation) -> bool:
        """Return whether an observation is about the same period and part."""
        return observation.period.order == self.period.order and observation.dimensions == self.dimensions


@attrs.frozen(eq=False)
class Spent:
    """What was spent of one line of an action's budget.

    Attributes:
        item: The action.
        position: Which line of its budget.
        turn: Which of the lines for the same year, from 1.
    """

    item: Action
    position: int
    turn: int = 1
    part = MONEY

    @property
    def line(self) -> BudgetLine:
        """The line of the budget."""
        return self.item.budget[self.position]

    @property
    def key(self) -> str:
        """What finds it again in a form: `course$2020`, `course$2020.2`."""
        return f"{self.item.id}${self.line.year}{f'.{self.turn}' if self.turn > 1 else ''}"


Subject = Course | Measured | Spent


def subjects_of(programme: Programme, follow_up: FollowUp, items: Iterable[str]) -> Iterator[Subject]:
    """Yield what is asked about these items in a round, in the order of the items."""
    almanac = Almanac(programme)
    for identifier in items:
        item = programme[identifier]
        if isinstance(item, Indicator):
            yield from _values(programme, follow_up, item, almanac)
        elif isinstance(item, (Action, Goal)):
            yield Course(item)
            if isinstance(item, Action):
                yield from _sums(item, follow_up.period)


def _values(programme: Programme, follow_up: FollowUp, indicator: Indicator, almanac: Almanac) -> Iterator[Measured]:
    """Yield the whole and each part that has been told before, for each period within the round."""
    parts: dict[Dimensions, None] = {(): None}
    for observation in programme.observations_of(indicator.id):
        parts.setdefault(tuple(sorted(observation.dimensions.items())))
    for period in almanac.within(follow_up.period, indicator.per):
        for part in parts:
            yield Measured(indicator, period, dict(part) if part else EMPTY)


def _sums(action: Action, period: Period) -> Iterator[Spent]:
    turns: dict[int, int] = {}
    for position, line in enumerate(action.budget):
        if period.start.year <= line.year <= period.end.year:
            turns[line.year] = turns.get(line.year, 0) + 1
            yield Spent(action, position, turns[line.year])
