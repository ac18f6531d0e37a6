"""The table of a theme: goal, action, timetable, owner, indicator, as in a printed programme."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

from muniprog.document import Cell, Column, Prose, Row, Table, cell, prose
from muniprog.model import Action, Goal, Indicator, Programme, Responsibility, Step, Theme, Visibility
from muniprog.reports import words
from muniprog.reports.facets import ItemFacets
from muniprog.reports.frame import joined
from muniprog.reports.owner_names import owner_name
from muniprog.reports.voice import Voice

_TITLES = (words.GOAL, words.ACTION, words.TIMETABLE, words.OWNER, words.INDICATOR)
_SHARES = (1.2, 1.6, 0.8, 1.2, 1.2)


def shown(actions: Iterable[Action], *, internal: bool) -> tuple[Action, ...]:
    """Return the actions that a reader may see: the public ones, or all where internal ones are asked for."""
    return tuple(action for action in actions if internal or action.visibility is Visibility.PUBLIC)


@attrs.frozen
class GoalTable:
    """Makes the table of a theme.

    What holds for a whole goal stands in one cell beside all its actions: its indicators, and its owners and
    its timetable where all actions share them. What an action says itself stands beside that action.

    Attributes:
        programme: The programme.
        voice: The languages of the report.
        internal: Whether internal actions are shown.
    """

    programme: Programme
    voice: Voice
    internal: bool = False

    def of(self, theme: Theme) -> Table | None:
        """Return the table of a theme without the themes below it, or None where there is nothing in it."""
        rows = [row for goal in theme.goals for row in self._goal_rows(goal)]
        for action in shown(theme.actions, internal=self.internal):
            beside = [*self._beside([action]), self._action_indicators([action], ())]
            rows.extend(self._rows([[cell()], *beside] if theme.goals else beside, [action]))
        if not rows:
            return None
        columns = [Column(self.voice.say(title), share=share) for title, share in zip(_TITLES, _SHARES, strict=True)]
        return Table(self.voice.name(theme.title) or prose(theme.id), columns if theme.goals else columns[1:], rows)

    def _goal_rows(self, goal: Goal) -> list[Row]:
        actions = shown(goal.actions, internal=self.internal)
        title = attrs.evolve(self._item(goal), header=True)
        if any(action.indicators for action in actions):
            indicators = self._action_indicators(actions, goal.indicators)
        else:
            indicators = [self._indicators(goal.indicators, self.voice.warn(words.NO_INDICATOR))]
        return self._rows([[title], *self._beside(actions or [goal]), indicators], actions or [goal])

    def _rows(self, columns: Sequence[Sequence[Cell]], items: Sequence[Action] | Sequence[Goal]) -> list[Row]:
        """Return the rows of some columns; each is found by the action in it, one below the actions by the last."""
        rows = _cells(columns)
        found_by = [self._facets.of(item) for item in items]
        return [Row(row, facets=found_by[min(index, len(items) - 1)]) for index, row in enumerate(rows)]

    @cached_property
    def _facets(self) -> ItemFacets:
        return ItemFacets.as_planned(self.programme, self.voice)

    def _beside(self, items: Sequence[Action] | Sequence[Goal]) -> list[list[Cell]]:
        """Return actions, times and owners, each as a column with a cell for every action or with one for all."""
        actions = [self._action(item) for item in items]
        times = [cell(self.voice.time(self.programme.effective_timeframe(item.id)[0])) for item in items]
        owners = [self._owners(self.programme.effective_owners(item.id)[0]) for item in items]
        return [actions, _shared(times), _shared(owners)]

    def _action(self, item: Goal | Action) -> Cell:
        if isinstance(item, Goal):
            return cell(self.voice.warn(words.NO_ACTION))
        made = self._item(item)
        return attrs.evolve(made, content=(*made.content, *map(self._step, item.steps)), bullets=True)

    def _step(self, step: Step) -> Prose:
        return joined([part for part in (self.voice.text(step.title), self.voice.time(step.timeframe)) if part])

    def _item(self, item: Goal | Action) -> Cell:
        lines = [self.voice.text(text) for text in (item.title, item.description) if text]
        return cell(*lines, anchor=item.id)

    def _owners(self, responsibilities: Sequence[Responsibility]) -> Cell:
        return _listed([self._owner(responsibility) for responsibility in responsibilities])

    def _owner(self, responsibility: Responsibility) -> Prose:
        role = words.ROLE_WORDS.get(responsibility.role)
        remarks = [self.voice.say(role)] if role is not None else []
        if responsibility.note:
            remarks.append(self.voice.name(responsibility.note))
        name = owner_name(self.programme, responsibility.owner, self.voice)
        return prose(name, " (", joined(remarks), ")") if remarks else name

    def _action_indicators(self, actions: Sequence[Action], of_the_goal: Sequence[Indicator]) -> list[Cell]:
        """Return a cell for every action and, where the goal has indicators of its own, one below them."""
        cells = [self._indicators(action.indicators) for action in actions]
        return [*cells, self._indicators(of_the_goal)] if of_the_goal else cells

    def _indicators(self, indicators: Sequence[Indicator], if_none: Prose = ()) -> Cell:
        return _listed([self.voice.text(indicator.title) for indicator in indicators] or [if_none])


def _listed(lines: Sequence[Prose]) -> Cell:
    return cell(*lines, bullets=len(lines) > 1)


def _shared(cells: Sequence[Cell]) -> list[Cell]:
    """Return one cell for all actions where all say the same."""
    return [cells[0]] if all(each == cells[0] for each in cells) else list(cells)


def _cells(columns: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Return the cells of as many rows as the longest column needs.

    A single cell spans them all, other columns end with blanks.
    """
    height = max(map(len, columns))
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for column in columns:
        if len(column) == 1:
            rows[0].append(attrs.evolve(column[0], rows=height))
            continue
        for index, row in enumerate(rows):
            row.append(column[index] if index < len(column) else cell())
    return rows
