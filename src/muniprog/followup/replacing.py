"""Actions of a programme replaced by changed ones; whatever they do not touch is the same object as before."""

from collections.abc import Mapping
from typing import TypeVar

import attrs

from muniprog.model import Action, Goal, Programme, Theme

Holder = TypeVar("Holder", Goal, Theme)


def with_actions(programme: Programme, changed: Mapping[str, Action]) -> Programme:
    """Return the programme with other actions in the places of those with the same identifiers.

    Args:
        programme: The programme.
        changed: Identifier → the action as it is now.
    """
    if not changed:
        return programme
    return attrs.evolve(programme, themes=tuple(_theme(theme, changed) for theme in programme.themes))


def _theme(theme: Theme, changed: Mapping[str, Action]) -> Theme:
    goals = tuple(_with_own(goal, changed) for goal in theme.goals)
    below = tuple(_theme(each, changed) for each in theme.themes)
    parts = zip((*goals, *below), (*theme.goals, *theme.themes), strict=True)
    if any(new is not old for new, old in parts):
        theme = attrs.evolve(theme, goals=goals, themes=below)
    return _with_own(theme, changed)


def _with_own(holder: Holder, changed: Mapping[str, Action]) -> Holder:
    if changed.keys().isdisjoint(action.id for action in holder.actions):
        return holder
    return attrs.evolve(holder, actions=tuple(changed.get(action.id, action) for action in holder.actions))
