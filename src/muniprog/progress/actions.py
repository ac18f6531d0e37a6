"""The figures of an action: its status as reported, how much of its time has passed, and how late it is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from muniprog.messages import Message, Spoken, message, plural_message
from muniprog.model import Action, Programme, Status
from muniprog.model.shown import ShowsItself
from muniprog.progress.budgets import Money, money_of
from muniprog.progress.explanation import Explanation
from muniprog.progress.known import Known, Reported
from muniprog.progress.numbers import per_cent
from muniprog.progress.reservations import Reservation
from muniprog.progress.words import called, status_word
from muniprog.timeframe import Timeframe

if TYPE_CHECKING:
    from muniprog.document import Table

FINISHED = frozenset({Status.DONE, Status.CANCELLED, Status.CONTINUOUS})
"""The statuses of what nobody waits for any more: it is done, given up, or has become everyday work."""


@attrs.frozen(kw_only=True, repr=False)
class ActionFigures(ShowsItself):
    """The figures of one action on a day.

    Attributes:
        action: The action.
        programme: The programme, whose own words for statuses are used.
        as_of: The day.
        timeframe: When it is planned, by itself or by its goal.
        reports: What had been reported by then, the last report last.
        reported: The report that its status comes from; None where no status was reported.
        planned_end: When it should be ready by the last plan; None where nothing tells.
        first_planned_end: When it should have been ready by the programme; None where nothing tells.
        reservations: That an answer was sent back, or has not been approved yet.
    """

    action: Action
    programme: Programme = attrs.field(eq=False)
    as_of: date
    timeframe: Timeframe
    reports: Sequence[Reported]
    reported: Reported | None
    planned_end: date | None
    first_planned_end: date | None
    reservations: tuple[Reservation, ...] = ()

    @property
    def id(self) -> str:
        """The identifier of the action."""
        return self.action.id

    @property
    def status(self) -> Status | None:
        """The status that was last reported; None for «not reported», which is not the same as not started."""
        return None if self.reported is None else self.reported.status

    @property
    def never_reported(self) -> bool:
        """Whether nobody had reported anything."""
        return not self.reports

    @property
    def is_finished(self) -> bool:
        """Whether it is done or cancelled, or goes on for good."""
        return self.status in FINISHED

    @property
    def late_by(self) -> int:
        """By how many days it is late: its planned end has passed and it is not finished. Computed, never reported."""
        if self.planned_end is None or self.is_finished:
            return 0
        return max((self.as_of - self.planned_end).days, 0)

    @property
    def is_late(self) -> bool:
        """Whether it is late."""
        return self.late_by > 0

    @property
    def time_passed(self) -> Fraction | None:
        """The share of the planned days that have passed, both ends included; None where it is not planned in days."""
        start, end = self.timeframe.start, self.planned_end
        if start is None or end is None or end < start or self.has_no_end:
            return None
        whole = (end - start).days + 1
        return Fraction(min(max((self.as_of - start).days + 1, 0), whole), whole)

    @property
    def has_no_end(self) -> bool:
        """Whether it is planned to go on or to come back, so that no share of its time can have passed."""
        return self.timeframe.continuous or self.timeframe.recurring is not None

    @property
    def actual_end(self) -> date | None:
        """The day on which it was ready, as last reported."""
        return next((seen.update.actual_end for seen in reversed(self.reports) if seen.update.actual_end), None)

    @property
    def slip(self) -> int | None:
        """By how many days its end has moved from the programme's plan: to the actual end, or to the last plan.

        Less than zero is earlier than planned; None where one of the two is not known.
        """
        if self.first_planned_end is None or self.planned_end is None:
            return None
        return ((self.actual_end or self.planned_end) - self.first_planned_end).days

    @property
    def money(self) -> tuple[Money, ...]:
        """What is planned and what was spent, by currency."""
        return money_of(self.action.budget)

    @property
    def explanation(self) -> Explanation:
        """How the figures came about."""
        return Explanation(
            subject=called(self.action),
            result=_results(self),
            inputs=_inputs(self),
            rules=_rules(self),
            footnotes=_footnotes(self),
        )

    def explain(self, language: str) -> str:
        """Return how the figures came about, in words."""
        return self.explanation.spoken(language)

    def _tables(self) -> "Iterable[Table]":
        from muniprog.progress.notebook import action_tables

        return action_tables(self)

    def __repr__(self) -> str:
        late = f", {self.late_by} days late" if self.is_late else ""
        return f"<ActionFigures {self.id}: {self.status or 'not reported'}{late}>"


def action_figures(programme: Programme, known: Known, as_of: date) -> dict[str, ActionFigures]:
    """Return the figures of every action, by identifier."""
    return {action.id: _figure(programme, action, known, as_of) for action in programme.actions}


def last_status(reports: Sequence[Reported]) -> Reported | None:
    """Return the last report that says a status."""
    return next((reported for reported in reversed(reports) if reported.status is not None), None)


def _figure(programme: Programme, action: Action, known: Known, as_of: date) -> ActionFigures:
    reports = known.reports_of(action.id)
    timeframe, _ = programme.effective_timeframe(action.id)
    end = timeframe.end
    revised = next((seen.update.planned_end for seen in reversed(reports) if seen.update.planned_end), None)
    return ActionFigures(
        action=action,
        programme=programme,
        as_of=as_of,
        timeframe=timeframe,
        reports=tuple(reports),
        reported=last_status(reports),
        planned_end=revised or end,
        first_planned_end=end,
        reservations=known.reservations_about(action.id),
    )


def status_sentence(programme: Programme, reported: Reported | None) -> Spoken:
    """Return what was last reported, when and in which round; or that nothing was."""
    if reported is None:
        return message("The status has not been reported.")
    return message(
        "The status is “{status}”, reported on {day} in the round {round}.",
        status=status_word(programme, reported.status),
        day=reported.day,
        round=reported.round.raw,
    )


def _results(figures: ActionFigures) -> Iterator[Spoken]:
    yield status_sentence(figures.programme, figures.reported)
    if figures.is_late:
        yield plural_message("{count} day late.", "{count} days late.", figures.late_by)
    if figures.time_passed is not None:
        yield message("{share} of the planned time has passed.", share=per_cent(figures.time_passed))
    yield from (message("Money in {money}.", money=money) for money in figures.money)


def _inputs(figures: ActionFigures) -> Iterator[Spoken]:
    timeframe = figures.timeframe
    if timeframe:
        yield message("Timetable: {timeframe}.", timeframe=timeframe.raw)
    if figures.planned_end is not None and figures.planned_end != figures.first_planned_end:
        yield message("Planned end by the last report: {day}.", day=figures.planned_end)
    if figures.actual_end is not None:
        yield message("Actual end: {day}.", day=figures.actual_end)


def _rules(figures: ActionFigures) -> Iterator[Spoken]:
    yield message("The last status counts that was reported on or before {day}.", day=figures.as_of)
    if figures.is_late and figures.planned_end is not None:
        yield message(
            "Late is what should have been ready on {end} and is neither done, cancelled nor continuous on {day}.",
            end=figures.planned_end,
            day=figures.as_of,
        )


def _footnotes(figures: ActionFigures) -> Iterator[Spoken]:
    yield from figures.reservations
    if figures.never_reported:
        yield message("Nothing has been reported; that is not the same as not started.")
    if figures.time_passed is None:
        yield message("No share of time: {why}", why=_why_no_time(figures))
    slip = figures.slip
    if slip:
        yield (
            plural_message("The end has moved by {count} day.", "The end has moved by {count} days.", slip)
            if slip > 0
            else plural_message("The end is {count} day earlier.", "The end is {count} days earlier.", -slip)
        )


def _why_no_time(figures: ActionFigures) -> Message:
    if figures.has_no_end:
        return message("it goes on or comes back.")
    return message("the timetable has no beginning or no end in days.")
