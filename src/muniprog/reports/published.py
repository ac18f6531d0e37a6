"""What may be published of a programme: everything but what is marked internal."""

from collections.abc import Iterable

import attrs

from muniprog.model import Action, FollowUp, Goal, Programme, Theme, Visibility


def internal_actions(programme: Programme) -> tuple[Action, ...]:
    """Return the actions that are not published."""
    return tuple(action for action in programme.actions if action.visibility is Visibility.INTERNAL)


def published(programme: Programme) -> Programme:
    """Return the programme without its internal actions, and without what was asked, reported or decided about them.

    Figures that are to be published are computed from it, so that what is counted is what is shown.
    """
    if not internal_actions(programme):
        return programme
    without = attrs.evolve(programme, themes=tuple(map(_theme, programme.themes)))
    kept = attrs.evolve(without, follow_ups=())
    return attrs.evolve(without, follow_ups=tuple(_round(each, programme, kept) for each in programme.follow_ups))


def _theme(theme: Theme) -> Theme:
    return attrs.evolve(
        theme,
        goals=tuple(map(_goal, theme.goals)),
        actions=_public(theme.actions),
        themes=tuple(map(_theme, theme.themes)),
    )


def _goal(goal: Goal) -> Goal:
    return attrs.evolve(goal, actions=_public(goal.actions))


def _public(actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.visibility is Visibility.PUBLIC)


def _round(follow_up: FollowUp, whole: Programme, kept: Programme) -> FollowUp:
    def is_internal(name: str | None) -> bool:
        return name in whole and name not in kept

    return attrs.evolve(
        follow_up,
        asked=tuple(
            attrs.evolve(request, items=tuple(item for item in request.items if not is_internal(item)))
            for request in follow_up.asked
        ),
        updates=tuple(update for update in follow_up.updates if not is_internal(update.item)),
        observations=tuple(seen for seen in follow_up.observations if not is_internal(seen.indicator)),
        decisions=tuple(decision for decision in follow_up.decisions if not is_internal(decision.item)),
    )
