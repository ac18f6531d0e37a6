"""What may be published of a programme: neither what is internal nor what was said in confidence.

An answer that was sent back is between the owner and whoever approves; that it was sent back, and when, may be told.
"""

from collections.abc import Iterable, Iterator

import attrs

from muniprog.model import (
    Action,
    FollowUp,
    Goal,
    Indicator,
    Missing,
    Observation,
    Owner,
    Programme,
    Responsibility,
    SentBack,
    Theme,
    Update,
    Visibility,
)
from muniprog.text import Text


def internal_actions(programme: Programme) -> tuple[Action, ...]:
    """Return the actions that are not published."""
    return tuple(action for action in programme.actions if action.visibility is Visibility.INTERNAL)


def published(programme: Programme) -> Programme:
    """Return the programme without its internal actions, and without what was asked, reported or decided about them.

    Owners that are named for internal actions alone are left out too; so are suppressed numbers, with what is remarked
    beside them, and the words of answers that were sent back. Figures that are to be published are computed from it, so
    that what is counted is what is shown.
    """
    without = _without_internal(programme) if internal_actions(programme) else programme
    return _in_confidence(without)


def public_observation(observation: Observation) -> Observation:
    """Return an observation without what is not told of it.

    One that is suppressed keeps the reason alone, since a remark could give it away; one that was sent back keeps when.
    """
    if observation.sent_back is not None:
        return Observation(
            period=observation.period,
            dimensions=observation.dimensions,
            reported_on=observation.reported_on,
            owner=observation.owner,
            sent_back=_only_when(observation.sent_back),
            indicator=observation.indicator,
        )
    if observation.missing is Missing.SUPPRESSED:
        return attrs.evolve(observation, value=None, numerator=None, denominator=None, note=None, source=None)
    return observation


def _public_update(update: Update) -> Update:
    if update.sent_back is None:
        return update
    return Update(
        item=update.item,
        owner=update.owner,
        reported_on=update.reported_on,
        sent_back=_only_when(update.sent_back),
    )


def _only_when(back: SentBack) -> SentBack:
    return SentBack(on=back.on, reason=Text())


def _in_confidence(programme: Programme) -> Programme:
    """Return the programme without what was said in confidence; itself where there is nothing of it."""
    hidden = [each for each in _observations(programme) if public_observation(each) is not each]
    if not hidden and not any(update.sent_back for each in programme.follow_ups for update in each.updates):
        return programme
    return attrs.evolve(
        programme,
        programme_indicators=tuple(map(_indicator, programme.programme_indicators)),
        themes=tuple(map(_theme_in_confidence, programme.themes)),
        follow_ups=tuple(
            attrs.evolve(
                each,
                updates=tuple(map(_public_update, each.updates)),
                observations=tuple(map(public_observation, each.observations)),
            )
            for each in programme.follow_ups
        ),
    )


def _observations(programme: Programme) -> Iterator[Observation]:
    for indicator in programme.indicators:
        yield from indicator.observations
    for each in programme.follow_ups:
        yield from each.observations


def _indicator(indicator: Indicator) -> Indicator:
    return attrs.evolve(indicator, observations=tuple(map(public_observation, indicator.observations)))


def _theme_in_confidence(theme: Theme) -> Theme:
    return attrs.evolve(
        theme,
        indicators=tuple(map(_indicator, theme.indicators)),
        actions=tuple(map(_action_in_confidence, theme.actions)),
        goals=tuple(
            attrs.evolve(
                goal,
                indicators=tuple(map(_indicator, goal.indicators)),
                actions=tuple(map(_action_in_confidence, goal.actions)),
            )
            for goal in theme.goals
        ),
        themes=tuple(map(_theme_in_confidence, theme.themes)),
    )


def _action_in_confidence(action: Action) -> Action:
    return attrs.evolve(action, indicators=tuple(map(_indicator, action.indicators)))


def _without_internal(programme: Programme) -> Programme:
    without = attrs.evolve(programme, themes=tuple(map(_theme, programme.themes)))
    kept = attrs.evolve(without, follow_ups=())
    rounds = tuple(_round(each, programme, kept) for each in programme.follow_ups)
    hidden = _named(programme) - _named(attrs.evolve(without, follow_ups=rounds))
    return attrs.evolve(
        without,
        owners=tuple(owner for owner in programme.owners if owner.id not in hidden),
        follow_ups=tuple(
            attrs.evolve(each, asked=tuple(request for request in each.asked if request.owner not in hidden))
            for each in rounds
        ),
    )


def _named(programme: Programme) -> frozenset[str]:
    """Return the owners that answer for something, have answered, or have to do with one that does."""
    named = {share.owner for shares in _responsibilities(programme) for share in shares}
    for each in programme.follow_ups:
        named |= {request.owner for request in each.asked if request.items}
        answers: tuple[Update | Observation, ...] = (*each.updates, *each.observations)
        named |= {answer.owner for answer in answers if answer.owner is not None}
    return frozenset(named | {name for owner in programme.owners if owner.id in named for name in _kin(owner)})


def _kin(owner: Owner) -> Iterator[str]:
    yield from (name for name in (owner.parent, owner.succeeded_by) if name is not None)


def _responsibilities(programme: Programme) -> Iterator[tuple[Responsibility, ...]]:
    for entry in programme.entries():
        if not isinstance(entry, Owner):
            yield entry.owners
        if isinstance(entry, Action):
            yield from (step.owners for step in entry.steps)


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
