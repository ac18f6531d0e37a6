"""Actions counted by status, and how many of those that can be completed are done."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from muniprog.messages import Spoken, plural_message
from muniprog.model import Action, Status
from muniprog.progress.actions import ActionFigures
from muniprog.progress.shares import ShareOf, shares
from muniprog.progress.words import named

OUTSIDE = (Status.CANCELLED, Status.CONTINUOUS)
"""What can no longer become done, or never will: it is neither in the numerator nor in the denominator."""


@attrs.frozen
class StatusCounts:
    """How many actions have each status; each action is counted once.

    Attributes:
        by_status: Counts in the order of the statuses; the key None is «not reported».
    """

    by_status: Mapping[Status | None, int] = attrs.field(hash=False)

    def __getitem__(self, status: Status | None) -> int:
        return self.by_status[status]

    @property
    def total(self) -> int:
        """How many actions there are."""
        return sum(self.by_status.values())

    @property
    def shares(self) -> dict[Status | None, int]:
        """The counts as whole per cent that add up to 100; empty where there are no actions."""
        return shares(self.by_status)


@attrs.frozen(kw_only=True)
class Completion:
    """How many of the actions that can be completed are done.

    Attributes:
        done: How many are done.
        base: How many are counted: all but those that are cancelled or go on for good.
        cancelled: The cancelled actions, which are left out.
        continuous: The actions that go on for good, which are left out.
    """

    done: int
    base: int
    cancelled: tuple[Action, ...] = ()
    continuous: tuple[Action, ...] = ()

    @property
    def share(self) -> Fraction | None:
        """The exact share; None where there is nothing to complete."""
        return ShareOf(self.done, self.base).share

    @property
    def footnotes(self) -> tuple[Spoken, ...]:
        """What was left out, by name."""
        cancelled, continuous = len(self.cancelled), len(self.continuous)
        notes: list[Spoken] = []
        if cancelled:
            notes.append(
                plural_message(
                    "{count} cancelled action is not counted: {items}.",
                    "{count} cancelled actions are not counted: {items}.",
                    cancelled,
                    items=named(self.cancelled),
                )
            )
        if continuous:
            notes.append(
                plural_message(
                    "{count} continuous action is not counted, since it is never completed: {items}.",
                    "{count} continuous actions are not counted, since they are never completed: {items}.",
                    continuous,
                    items=named(self.continuous),
                )
            )
        return tuple(notes)

    def spoken(self, language: str) -> str:
        """Return the count, its base and the share in `language`."""
        return ShareOf(self.done, self.base).spoken(language)

    def __str__(self) -> str:
        return self.spoken("en")


def counts_of(actions: Iterable[ActionFigures]) -> StatusCounts:
    """Return how many of the actions have each status."""
    found = Counter(action.status for action in actions)
    return StatusCounts({status: found[status] for status in (*Status, None)})


def completion_of(actions: Iterable[ActionFigures]) -> Completion:
    """Return how many of the actions are done, without those that are cancelled or go on for good."""
    actions = tuple(actions)
    counted = [action for action in actions if action.status not in OUTSIDE]
    return Completion(
        done=sum(action.status is Status.DONE for action in counted),
        base=len(counted),
        cancelled=_with(Status.CANCELLED, actions),
        continuous=_with(Status.CONTINUOUS, actions),
    )


def _with(status: Status, actions: Iterable[ActionFigures]) -> tuple[Action, ...]:
    found = (figures.action for figures in actions if figures.status is status)
    return tuple(sorted(found, key=lambda action: action.id))
