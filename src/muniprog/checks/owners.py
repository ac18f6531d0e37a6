"""Owners: whether they are there when they are needed, and whether it is clear who leads."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Action, Indicator, Owner, Role, Status
from muniprog.source import Finding, Severity
from muniprog.timeframe import Timeframe


class OutsideValidity(Rule):
    """Something is planned for a time when its owner does not exist."""

    code, name, severity = "O103", "owner-outside-validity", Severity.WARNING
    title = message("Owner that does not exist at that time")
    explanation = message(
        "The owner has ended before the work begins, or begins after the work has ended. Name the owner of that time."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the responsibilities of owners that have no day in common with the work."""
        for assignment in survey.assignments:
            if isinstance(assignment.entry, Indicator):
                continue
            timeframe = survey.programme.effective_timeframe(assignment.entry.id)[0]
            for position, share in enumerate(assignment.owners):
                owner = survey.owner(share.owner)
                sentence = _never_together(owner, timeframe) if owner is not None else None
                if sentence is not None:
                    path = survey.path(assignment.entry, *assignment.at, position)
                    yield self.finding(sentence, assignment.entry.id, path)


class EndedOwner(Rule):
    """An owner has ended, nobody has taken over, and there is work left."""

    code, name, severity = "O104", "ended-owner", Severity.WARNING
    title = message("Ended owner with open actions")
    explanation = message(
        "The owner ends before its actions do. Say with `succeeded_by` who takes over, or name another owner for them."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield one finding for each ended owner without a successor, with the actions that go on."""
        ended = {owner.id: owner for owner in survey.programme.owners if owner.valid_until and not owner.succeeded_by}
        if not ended:
            return
        left: dict[str, list[str]] = {identifier: [] for identifier in ended}
        closed = _closed(survey)
        for action in survey.programme.actions:
            timeframe = survey.programme.effective_timeframe(action.id)[0]
            names = {share.owner for share in survey.programme.effective_owners(action.id)[0]}
            for owner in (found for name in sorted(names) if (found := survey.owner(name)) is not None):
                if owner.id in ended and action.id not in closed and _goes_on_after(timeframe, owner.valid_until):
                    left[owner.id].append(action.id)
        for identifier, actions in left.items():
            if actions:
                yield self._finding(survey, ended[identifier], actions)

    def _finding(self, survey: Survey, owner: Owner, actions: list[str]) -> Finding:
        sentence = plural_message(
            "“{title}” ends on {end} without a successor, but {count} action goes on: {actions}.",
            "“{title}” ends on {end} without a successor, but {count} actions go on: {actions}.",
            len(actions),
            title=label(owner),
            end=owner.valid_until,
            actions=tuple(actions),
        )
        return self.finding(sentence, owner.id, survey.path(owner, "valid_until"))


class SeveralLeads(Rule):
    """Several owners lead the same work."""

    code, name, severity = "O105", "several-leads", Severity.NOTE
    title = message("Several owners in the lead")
    explanation = message(
        "When several owners lead, each may wait for the others. Let one of them lead and write the others with "
        "`role: partner` – or leave it, when they really lead together."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the items and steps that more than one owner leads."""
        for assignment in survey.assignments:
            leads = [share.owner for share in assignment.owners if share.role is Role.LEAD]
            if len(leads) > 1:
                sentence = message(
                    "“{title}” is led by several owners: {owners}.", title=label(assignment.entry), owners=tuple(leads)
                )
                yield self.finding(sentence, assignment.entry.id, survey.path(assignment.entry, *assignment.at))


class OwnerTwice(Rule):
    """An owner is named twice for the same thing."""

    code, name, severity = "O106", "owner-twice", Severity.WARNING
    title = message("Owner named twice")
    explanation = message("One owner has one role in one thing. Take one of the two away.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the owners that stand twice in the same list."""
        for assignment in survey.assignments:
            if len(assignment.owners) > 1:
                named = Counter(
                    found.id for share in assignment.owners if (found := survey.owner(share.owner)) is not None
                )
                for owner in (identifier for identifier, times in named.items() if times > 1):
                    sentence = message(
                        "“{title}” names the owner “{owner}” twice.", title=label(assignment.entry), owner=owner
                    )
                    yield self.finding(sentence, assignment.entry.id, survey.path(assignment.entry, *assignment.at))


class PrivateContact(Rule):
    """The programme holds data about how to reach a person."""

    code, name, severity = "O107", "private-contact", Severity.NOTE
    title = message("Private contact data")
    explanation = message(
        "Contact data may be personal data. muniprog publishes it only when asked by name, but everybody who can read "
        "the file can read it. Keep it only as long as it is needed."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the owners that have contact data."""
        for owner in survey.programme.owners:
            if owner.contact is not None:
                sentence = message("“{title}” has private contact data in the programme's file.", title=label(owner))
                yield self.finding(sentence, owner.id, survey.path(owner, "contact"))


def _never_together(owner: Owner, timeframe: Timeframe) -> Spoken | None:
    if owner.valid_until is not None and timeframe.start is not None and timeframe.start > owner.valid_until:
        return message(
            "“{title}” ends on {day}, before the work begins ({found}).",
            title=label(owner),
            day=owner.valid_until,
            found=timeframe.raw,
        )
    if owner.valid_from is not None and timeframe.end is not None and timeframe.end < owner.valid_from:
        return message(
            "“{title}” begins on {day}, after the work has ended ({found}).",
            title=label(owner),
            day=owner.valid_from,
            found=timeframe.raw,
        )
    return None


def _goes_on_after(timeframe: Timeframe, end: date | None) -> bool:
    """Return whether the work has begun by `end` and goes on; what begins later is another finding."""
    if end is None or (timeframe.start is not None and timeframe.start > end):
        return False
    return timeframe.end is None or timeframe.end > end


def _closed(survey: Survey) -> set[str]:
    """Return the items that were last reported as done or cancelled."""
    last: dict[str, Status] = {}
    for follow_up in sorted(survey.programme.follow_ups, key=lambda round_: round_.period.start):
        for update in follow_up.updates:
            entry = survey.find(update.item)
            if isinstance(entry, Action) and update.status is not None:
                last[entry.id] = update.status
    return {item for item, status in last.items() if status in (Status.DONE, Status.CANCELLED)}


RULES = (OutsideValidity(), EndedOwner(), SeveralLeads(), OwnerTwice(), PrivateContact())
