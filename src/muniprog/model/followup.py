"""Follow-up: what people report in one round, and what is decided on it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs

from muniprog.model.indicator import Observation, SentBack
from muniprog.source import EMPTY, Plain
from muniprog.text import Text
from muniprog.timeframe import Period


class Status(StrEnum):
    """How far something has come, as people report it. Lateness is never reported: it is computed."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CONTINUOUS = "continuous"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True)
class Update:
    """What somebody reports about an action or a goal.

    Attributes:
        item: Identifier of the action or goal.
        owner: Identifier of the owner that answered.
        status: `not_started`, `in_progress`, `done`, `continuous`, `postponed` or `cancelled`.
        note: What has happened.
        next_steps: What will happen.
        planned_end: When it should now be ready.
        actual_start: When it began.
        actual_end: When it was ready.
        reported_by: The role that reports.
        reported_on: The day of the report.
        approved_by: The role that approved the report.
        approved_on: The day of the approval.
        sent_back: That it was sent back; it counts in no figure until there is a new answer.
    """

    item: str
    owner: str | None = None
    status: Status | None = None
    note: Text | None = None
    next_steps: Text | None = None
    planned_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    reported_by: str | None = None
    reported_on: date | None = None
    approved_by: str | None = None
    approved_on: date | None = None
    sent_back: SentBack | None = None


class Verdict(StrEnum):
    """What was decided."""

    CONTINUE = "continue"
    CHANGE = "change"
    END = "end"
    START = "start"


@attrs.frozen(kw_only=True)
class Decision:
    """A decision on a goal or an action.

    Attributes:
        item: Identifier of the goal or action.
        decision: `continue`, `change`, `end` or `start`.
        by: Who decided.
        on: The day of the decision.
        reason: Why.
    """

    item: str
    decision: Verdict
    by: Text | None = None
    on: date | None = None
    reason: Text | None = None


@attrs.frozen(kw_only=True)
class Request:
    """What one owner is asked for in a round.

    Attributes:
        owner: Identifier of the owner.
        items: Identifiers of the actions, goals and indicators that it is asked about.
    """

    owner: str
    items: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Reopening:
    """That a closed round was opened again.

    Attributes:
        on: The day on which it was opened again.
        by: The role that did so.
        reason: Why.
        closed_on: The day on which it had been closed.
        seal: The seal of the record that it had then; left out where it had none.
    """

    on: date
    by: str | None = None
    reason: Text
    closed_on: date
    seal: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class FollowUp:
    """One round of follow-up, usually a year. A closed round never changes.

    Attributes:
        period: The period that is followed up.
        title: What the round is called, where that is more than its period.
        opened_on: The day on which the round was opened.
        deadline: The day by which answers are wanted.
        approver: The role that approves the answers; answers need no approval where it is left out.
        asked: Who is asked for what, as it was when the round was opened.
        closed_on: The day on which the round was closed.
        reopened: When and why it was opened again after it had been closed.
        updates: What was reported about actions and goals.
        observations: What was measured.
        decisions: What was decided.
        record: What a closed round holds of its day: the programme, the figures, and a seal over all of it.
        extensions: Data of plug-ins, by plug-in name.
    """

    period: Period
    title: Text | None = None
    opened_on: date | None = None
    deadline: date | None = None
    approver: str | None = None
    asked: tuple[Request, ...] = ()
    closed_on: date | None = None
    reopened: tuple[Reopening, ...] = ()
    updates: tuple[Update, ...] = ()
    observations: tuple[Observation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    record: Mapping[str, Plain] | None = attrs.field(default=None, hash=False)
    extensions: Mapping[str, Plain] = attrs.field(default=EMPTY, hash=False)

    @property
    def is_closed(self) -> bool:
        """Whether the round is frozen."""
        return self.closed_on is not None

    def __repr__(self) -> str:
        state = f"closed {self.closed_on}" if self.is_closed else "open"
        return (
            f"<FollowUp {self.period.raw}: {state}, {len(self.updates)} updates, {len(self.observations)} observations>"
        )
