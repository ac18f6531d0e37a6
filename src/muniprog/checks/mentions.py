"""Every place in a programme where one item names another by its identifier."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from muniprog.checks.survey import Survey
from muniprog.messages import Message, message
from muniprog.model import Action, Entry, FollowUp, Goal, Indicator, Owner
from muniprog.source import Path


class Mention(NamedTuple):
    """One identifier that stands for another item.

    Attributes:
        name: The identifier as written.
        wanted: The kinds of item that may stand here.
        what: The words for those kinds.
        entry: The item that names it, or None for the programme itself.
        at: The path inside that item, or in the programme.
    """

    name: str
    wanted: tuple[type, ...]
    what: Message
    entry: Entry | None
    at: Path


_OWNER = ((Owner,), message("an owner"))
_ACTION = ((Action,), message("an action"))
_INDICATOR = ((Indicator,), message("an indicator"))
_GOAL_OR_ACTION = ((Goal, Action), message("a goal or an action"))
_ASKED = ((Goal, Action, Indicator), message("a goal, an action or an indicator"))


def mentions(survey: Survey) -> Iterator[Mention]:
    """Yield every mention, the programme's own first, then those of its items in the order of the file."""
    yield from _list(survey.programme.headline, _INDICATOR, None, ("headline",))
    for entry in survey.entries:
        if isinstance(entry, Owner):
            yield from _of_owner(entry)
        elif isinstance(entry, Action):
            yield from _list(entry.depends_on, _ACTION, entry, ("depends_on",))
            yield from _list(entry.supersedes, _ACTION, entry, ("supersedes",))
        elif isinstance(entry, Indicator):
            yield from _list(entry.affects, _INDICATOR, entry, ("affects",))
            if entry.formula is not None:
                yield from _list(entry.formula.of, _INDICATOR, entry, ("formula", "of"))
    for assignment in survey.assignments:
        for position, responsibility in enumerate(assignment.owners):
            yield Mention(responsibility.owner, *_OWNER, assignment.entry, (*assignment.at, position))
    yield from _of_rounds(survey)


def _list(
    names: tuple[str, ...], wanted: tuple[tuple[type, ...], Message], entry: Entry | None, at: Path
) -> Iterator[Mention]:
    for position, name in enumerate(names):
        yield Mention(name, *wanted, entry, (*at, position))


def _of_owner(owner: Owner) -> Iterator[Mention]:
    if owner.parent is not None:
        yield Mention(owner.parent, *_OWNER, owner, ("parent",))
    if owner.succeeded_by is not None:
        yield Mention(owner.succeeded_by, *_OWNER, owner, ("succeeded_by",))


def _of_rounds(survey: Survey) -> Iterator[Mention]:
    retired = {name.casefold() for name in survey.programme.retired}
    known = {indicator.id for indicator in survey.programme.indicators}
    for number, follow_up in enumerate(survey.programme.follow_ups):
        for mention in _of_round(follow_up, ("follow_ups", number), known):
            # A closed round never changes: it may name what has another identifier now, or is gone.
            past = survey.find(mention.name) is not None or mention.name.casefold() in retired
            if not (follow_up.is_closed and past):
                yield mention


def _of_round(follow_up: FollowUp, at: Path, known: Collection[str]) -> Iterator[Mention]:
    for position, request in enumerate(follow_up.asked):
        yield Mention(request.owner, *_OWNER, None, (*at, "asked", position, "owner"))
        yield from _list(request.items, _ASKED, None, (*at, "asked", position, "items"))
    for position, update in enumerate(follow_up.updates):
        yield Mention(update.item, *_GOAL_OR_ACTION, None, (*at, "updates", position, "item"))
        if update.owner is not None:
            yield Mention(update.owner, *_OWNER, None, (*at, "updates", position, "owner"))
    for position, decision in enumerate(follow_up.decisions):
        yield Mention(decision.item, *_GOAL_OR_ACTION, None, (*at, "decisions", position, "item"))
    for position, observation in enumerate(follow_up.observations):
        # There may be very many, and nearly all are right: those are not looked at again.
        if observation.indicator not in known:
            where = (*at, "observations", position, "indicator")
            yield Mention(observation.indicator or "", *_INDICATOR, None, where)
        if observation.owner is not None:
            yield Mention(observation.owner, *_OWNER, None, (*at, "observations", position, "owner"))
