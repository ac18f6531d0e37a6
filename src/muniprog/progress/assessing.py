"""From a programme and its rounds of follow-up to the figures of a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from muniprog.collector import paused
from muniprog.model import Action, FollowUp, Goal, Indicator, Owner, Programme, ProgressRules, Theme
from muniprog.progress.actions import ActionFigures, action_figures, last_status
from muniprog.progress.figures import AnyFigures, Figures
from muniprog.progress.groups import GroupFigures, OwnerFigures, by_identifier
from muniprog.progress.indicators import IndicatorFigures, indicator_figures
from muniprog.progress.known import Known, known_on
from muniprog.progress.owners import OwnersOn, owners_on
from muniprog.progress.rollup import Part, roll_up
from muniprog.progress.words import called
from muniprog.timeframe import as_day


def assess(
    programme: Programme,
    *,
    as_of: date | str,
    rounds: Sequence[FollowUp] | None = None,
    rules: ProgressRules | None = None,
    owners_as_of: date | str | None = None,
) -> Figures:
    """Return the figures of a programme on a day: what was known by then, and what it came to.

    Nothing reads the clock, so the same programme, rounds and day always give the same figures.

    Args:
        programme: The programme.
        as_of: The day, as a date or in ISO form (`2021-12-31`). What was reported later is not known yet.
        rounds: The rounds of follow-up to look at; those of the programme where they are left out.
        rules: How to roll up; the programme's own rules (`progress`) where they are left out.
        owners_as_of: The day whose owners are named; the same day where it is left out. A round for 2020 that is closed
            in January names the owners of December.

    Raises:
        ValueProblem: The day is no date in ISO form.
    """
    day = as_day(as_of)
    with paused():
        known = known_on(programme, programme.follow_ups if rounds is None else rounds, day)
        return _Assembly(
            programme=programme,
            known=known,
            as_of=day,
            rules=rules or programme.progress,
            actions=action_figures(programme, known, day),
            indicators=indicator_figures(programme, known, day),
            owners=owners_on(programme, day if owners_as_of is None else as_day(owners_as_of)),
        ).figures()


@attrs.frozen(kw_only=True, eq=False)
class _Assembly:
    """The figures of actions and indicators on their way up to goals, themes, owners and the programme."""

    programme: Programme
    known: Known
    as_of: date
    rules: ProgressRules
    actions: dict[str, ActionFigures]
    indicators: dict[str, IndicatorFigures]
    owners: OwnersOn
    groups: dict[str, GroupFigures] = attrs.field(factory=dict)

    def figures(self) -> Figures:
        """Return all of them."""
        programme = self.programme
        for theme in programme.themes:
            self._theme(theme)
        owners = self._owners()
        return Figures(
            source=programme,
            as_of=self.as_of,
            rules=self.rules,
            programme=self._whole(),
            themes=tuple(self.groups[theme.id] for theme in programme.all_themes),
            goals=tuple(self.groups[goal.id] for goal in programme.goals),
            actions=tuple(self.actions.values()),
            indicators=tuple(self.indicators[indicator.id] for indicator in programme.indicators),
            owners=owners,
            by_id=self._by_id(owners),
        )

    def _by_id(self, owners: Iterable[OwnerFigures]) -> dict[str, AnyFigures]:
        answering = {owner.id: owner for owner in owners}
        found: dict[str, AnyFigures] = {}
        for entry in self.programme.entries():
            if isinstance(entry, Owner):
                found[entry.id] = answering[entry.id]
            elif isinstance(entry, Action):
                found[entry.id] = self.actions[entry.id]
            elif isinstance(entry, Indicator):
                found[entry.id] = self.indicators[entry.id]
            else:
                found[entry.id] = self.groups[entry.id]
        return found

    def _goal(self, goal: Goal) -> GroupFigures:
        return self._group(goal, goal.actions, goal.all_indicators, [self._part(each) for each in goal.all_indicators])

    def _theme(self, theme: Theme) -> GroupFigures:
        below = [*(self._goal(goal) for goal in theme.goals), *(self._theme(inner) for inner in theme.themes)]
        own = (*theme.indicators, *(each for action in theme.actions for each in action.indicators))
        return self._group(
            theme,
            (*theme.actions, *(each.action for group in below for each in group.actions)),
            (*own, *(each.indicator for group in below for each in group.indicators)),
            [*(self._part_of(group) for group in below), *(self._part(each) for each in own)],
        )

    def _whole(self) -> GroupFigures:
        programme = self.programme
        parts = [self._part_of(self.groups[theme.id]) for theme in programme.themes]
        parts += [self._part(each) for each in programme.programme_indicators]
        return self._figures(programme, self.actions.values(), self.indicators.values(), parts)

    def _owners(self) -> tuple[OwnerFigures, ...]:
        actions: defaultdict[str, list[ActionFigures]] = defaultdict(list)
        indicators: defaultdict[str, list[IndicatorFigures]] = defaultdict(list)
        for identifier, action in self.actions.items():
            for owner in self.owners.of(identifier):
                actions[owner].append(action)
        for identifier, indicator in self.indicators.items():
            for owner in self.owners.of(identifier):
                indicators[owner].append(indicator)
        return tuple(self._owner(owner, actions[owner.id], indicators[owner.id]) for owner in self.programme.owners)

    def _owner(
        self, owner: Owner, actions: Iterable[ActionFigures], indicators: Sequence[IndicatorFigures]
    ) -> OwnerFigures:
        standing = self.owners.by_id[owner.id]
        former = (self.programme[before] for before in self.owners.predecessors(owner.id))
        return OwnerFigures(
            item=owner,
            programme=self.programme,
            actions=by_identifier(actions),
            indicators=_in_order(indicators),
            rolled_up=roll_up([self._part(each.indicator) for each in indicators], self.rules),
            continued_by=standing if standing != owner.id else None,
            former=tuple(entry for entry in former if isinstance(entry, Owner)),
        )

    def _group(
        self, item: Goal | Theme, actions: Iterable[Action], indicators: Iterable[Indicator], parts: Sequence[Part]
    ) -> GroupFigures:
        found = self._figures(
            item,
            (self.actions[action.id] for action in actions),
            (self.indicators[indicator.id] for indicator in indicators),
            parts,
        )
        self.groups[item.id] = found
        return found

    def _figures(
        self,
        item: Goal | Theme | Programme,
        actions: Iterable[ActionFigures],
        indicators: Iterable[IndicatorFigures],
        parts: Sequence[Part],
    ) -> GroupFigures:
        return GroupFigures(
            item=item,
            programme=self.programme,
            actions=by_identifier(actions),
            indicators=_in_order(indicators),
            rolled_up=roll_up(parts, self.rules),
            reported=last_status(self.known.reports_of(item.id)),
        )

    def _part(self, indicator: Indicator) -> Part:
        return Part(
            id=indicator.id,
            title=called(indicator),
            kind="indicator",
            attainment=self.indicators[indicator.id].attainment,
            weight=indicator.weight,
        )

    def _part_of(self, group: GroupFigures) -> Part:
        return Part(
            id=group.id,
            title=called(group.item),
            kind="goal" if isinstance(group.item, Goal) else "theme",
            attainment=group.attainment,
            weight=group.item.weight if isinstance(group.item, (Goal, Theme)) else None,
        )


def _in_order(indicators: Iterable[IndicatorFigures]) -> tuple[IndicatorFigures, ...]:
    return tuple(sorted(indicators, key=lambda figure: figure.id))
