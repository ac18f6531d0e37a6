"""Who is asked for what in a round: whoever answers for an item on the day, each item once for each owner."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from muniprog.followup.finding import comes_before
from muniprog.messages import Spoken, message
from muniprog.model import (
    Action,
    FollowUp,
    Goal,
    Indicator,
    Owner,
    Programme,
    Request,
    Responsibility,
    Role,
    Status,
)
from muniprog.progress.actions import last_status
from muniprog.progress.known import known_on
from muniprog.progress.owners import OwnersOn, owners_on
from muniprog.timeframe import Period

Askable = Action | Goal | Indicator

OVER = frozenset({Status.DONE, Status.CANCELLED})
"""What was reported so in an earlier round is not asked about again."""


@attrs.frozen
class Unasked:
    """An item that a round should ask about, and that nobody answers for.

    Attributes:
        item: Identifier of the item.
        why: What is missing, as a sentence.
    """

    item: str
    why: Spoken

    def spoken(self, language: str) -> str:
        """Return the sentence in `language`."""
        return self.why.spoken(language)


@attrs.frozen
class Asking:
    """Who is asked for what.

    Attributes:
        requests: What each owner is asked, the owners and the items in the order of the programme.
        unasked: The items that nobody answers for.
    """

    requests: tuple[Request, ...]
    unasked: tuple[Unasked, ...]


def who_is_asked(programme: Programme, period: Period, on: date) -> Asking:
    """Return who is asked for what in the round for a period that is opened on a day.

    Asked are the owners that are there on that day: who took over is asked instead of who has ended. Leads are
    asked; where nobody leads, all owners are; who is only a contact never is.
    """
    owners = owners_on(programme, on)
    asked: dict[str, list[str]] = {owner.id: [] for owner in programme.owners}
    unasked: list[Unasked] = []
    for item in items_to_ask(programme, period):
        answering = _answering(owners, programme.effective_owners(item.id)[0])
        for owner in answering:
            asked[owner].append(item.id)
        if not answering:
            unasked.append(Unasked(item.id, _why_nobody(owners, item)))
    requests = tuple(Request(owner=owner, items=tuple(items)) for owner, items in asked.items() if items)
    return Asking(requests, tuple(unasked))


def items_to_ask(programme: Programme, period: Period) -> Iterator[Askable]:
    """Yield what a round asks about: actions, goals that have none, and indicators that nothing computes.

    Actions and goals that were done or cancelled in an earlier round are left out, and so are the indicators of
    actions that were cancelled.
    """
    before = [each for each in programme.follow_ups if comes_before(each.period, period)]
    known = known_on(programme, before, date.max)
    for item in programme.entries():
        if isinstance(item, Indicator):
            above = programme.parent(item.id)
            reported = last_status(known.reports_of(above.id)) if isinstance(above, Action) else None
            given_up = reported is not None and reported.status is Status.CANCELLED
            if item.formula is None and not given_up:
                yield item
        elif isinstance(item, Action) or (isinstance(item, Goal) and not item.actions):
            reported = last_status(known.reports_of(item.id))
            if reported is None or reported.status not in OVER:
                yield item


def asked_now(programme: Programme, follow_up: FollowUp, on: date) -> tuple[Request, ...]:
    """Return who is to answer for what in a round as things are on a day.

    That is what was asked when the round was opened, with the identifiers of today. Who has taken over since then
    answers instead of the owner that was asked; items that are gone are left out. For a round that was opened by
    hand, without a word on who is asked, it is who would have been asked on the day of opening.
    """
    asked = follow_up.asked or who_is_asked(programme, follow_up.period, follow_up.opened_on or on).requests
    owners = owners_on(programme, on)
    merged: dict[str, dict[str, None]] = {}
    for request in asked:
        there = (programme[item].id for item in request.items if item in programme)
        merged.setdefault(owner_now(owners, request.owner), {}).update(dict.fromkeys(there))
    return tuple(Request(owner=owner, items=tuple(items)) for owner, items in merged.items())


def owner_now(owners: OwnersOn, owner: str) -> str:
    """Return who stands for an owner on a day, by the identifier of today; the owner itself where nobody does."""
    found = owners.programme[owner].id if owner in owners.programme else owner
    return owners.by_id.get(found, found)


def _answering(owners: OwnersOn, responsibilities: Iterable[Responsibility]) -> tuple[str, ...]:
    """Return the leads that are there on the day; where there are none, all that are there but contacts."""
    shares = tuple(share for share in responsibilities if share.role is not Role.CONTACT)
    leads = _there(owners, (share for share in shares if share.role is Role.LEAD))
    return leads or _there(owners, shares)


def _there(owners: OwnersOn, responsibilities: Iterable[Responsibility]) -> tuple[str, ...]:
    return tuple(name for name in owners.standing_for(responsibilities) if _is_there(owners, name))


def _is_there(owners: OwnersOn, name: str) -> bool:
    owner = owners.programme[name]
    return (
        isinstance(owner, Owner)
        and (owner.valid_from is None or owner.valid_from <= owners.day)
        and (owner.valid_until is None or owners.day <= owner.valid_until)
    )


def _why_nobody(owners: OwnersOn, item: Askable) -> Spoken:
    title = item.title or item.id
    shares = (share for share in owners.programme.effective_owners(item.id)[0] if share.role is not Role.CONTACT)
    gone = tuple(owners.programme[name].title or name for name in owners.standing_for(shares))
    if gone:
        return message(
            "Nobody is asked about “{title}”: on {day} there is no {owners}, and nobody has taken over.",
            title=title,
            day=owners.day,
            owners=gone,
        )
    return message("Nobody is asked about “{title}”: it has no owner that answers for it.", title=title)
