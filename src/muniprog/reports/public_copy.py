"""A copy of a programme that anybody may have: what is published as data, beside what is published to be read."""

from typing import TypeVar

import attrs

from muniprog.model import (
    Action,
    FollowUp,
    Formula,
    Goal,
    Indicator,
    Item,
    Owner,
    Programme,
    Step,
    Theme,
)
from muniprog.reports.published import published
from muniprog.source import EMPTY

AnyItem = TypeVar("AnyItem", bound=Item)


def public_copy(programme: Programme) -> Programme:
    """Return a programme without what is not for everybody.

    Left out are internal actions with all that was asked, answered and decided about them and every mention of them;
    owners that are named for those alone; contact data of owners; numbers that are suppressed; what was said in answers
    that were sent back; notes of those who keep the programme, and why they leave findings as they are; identifiers of
    items that are gone; records of closed rounds, which hold all of that; and data of plug-ins. What remains is what
    reports print.

    The copy is a programme of its own: it can be exported and loaded again, and does not know where it came from.

    >>> import muniprog as mp
    >>> sample = mp.load("vasa_2019_2022_sample")
    >>> len(sample.actions), len(public_copy(sample).actions)
    (45, 44)
    """
    return _Copying(programme, published(programme)).programme()


@attrs.frozen
class _Copying:
    """Copies the parts of a programme.

    Attributes:
        whole: The programme.
        shown: The same without what is internal.
    """

    whole: Programme
    shown: Programme

    def programme(self) -> Programme:
        programme = self.shown
        return attrs.evolve(
            programme,
            headline=self._mentioned(programme.headline),
            retired=(),
            silenced=(),
            note=None,
            owners=tuple(map(self._owner, programme.owners)),
            programme_indicators=tuple(map(self._indicator, programme.programme_indicators)),
            themes=tuple(map(self._theme, programme.themes)),
            follow_ups=tuple(map(self._round, programme.follow_ups)),
            extensions=EMPTY,
            origin=None,
        )

    def _mentioned(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in self.whole or name in self.shown)

    def _owner(self, owner: Owner) -> Owner:
        return attrs.evolve(owner, contact=None, note=None, extensions=EMPTY)

    def _item(self, item: AnyItem) -> AnyItem:
        return attrs.evolve(item, note=None, extensions=EMPTY)

    def _theme(self, theme: Theme) -> Theme:
        return attrs.evolve(
            self._item(theme),
            goals=tuple(map(self._goal, theme.goals)),
            actions=tuple(map(self._action, theme.actions)),
            indicators=tuple(map(self._indicator, theme.indicators)),
            themes=tuple(map(self._theme, theme.themes)),
        )

    def _goal(self, goal: Goal) -> Goal:
        return attrs.evolve(
            self._item(goal),
            actions=tuple(map(self._action, goal.actions)),
            indicators=tuple(map(self._indicator, goal.indicators)),
        )

    def _action(self, action: Action) -> Action:
        return attrs.evolve(
            self._item(action),
            steps=tuple(map(_step, action.steps)),
            indicators=tuple(map(self._indicator, action.indicators)),
            depends_on=self._mentioned(action.depends_on),
            supersedes=self._mentioned(action.supersedes),
        )

    def _indicator(self, indicator: Indicator) -> Indicator:
        return attrs.evolve(
            self._item(indicator),
            affects=self._mentioned(indicator.affects),
            formula=self._formula(indicator.formula),
        )

    def _formula(self, formula: Formula | None) -> Formula | None:
        """Return a formula, or none where it reckons with what is not published: half of a sum is no sum."""
        if formula is None or self._mentioned(formula.of) != formula.of:
            return None
        return formula

    def _round(self, follow_up: FollowUp) -> FollowUp:
        return attrs.evolve(follow_up, record=None, extensions=EMPTY)


def _step(step: Step) -> Step:
    return attrs.evolve(step, note=None)
