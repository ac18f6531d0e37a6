"""The answers that a round holds so far, field by field, as the model knows them; and where each of them stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

import attrs

from muniprog.followup.finding import comes_before
from muniprog.followup.subjects import Course, Measured, Spent, Subject
from muniprog.model import FollowUp, Missing, Observation, Programme, Status, Update
from muniprog.progress.answers import counts_from
from muniprog.text import Text

Kind = TypeVar("Kind", Update, Observation)

Held = Status | Missing | Text | Decimal | date | bool | str | None
"""What one field holds; None for no answer. A `Text` is in several languages, a `str` is a value in words."""

COURSE_FIELDS = ("status", "note", "next_steps", "planned_end", "actual_start", "actual_end")
VALUE_FIELDS = ("value", "numerator", "denominator", "missing", "reason", "note")
MONEY_FIELDS = ("actual",)
TEXT_FIELDS = frozenset({"note", "next_steps", "reason"})
"""The fields that hold a text in several languages."""


@attrs.frozen(eq=False)
class SoFar:
    """What a round holds, found by what it is about.

    Attributes:
        programme: The programme.
        round: The round.
        updates: The updates of each action and goal, by its identifier of today; the last one last.
        observations: The observations of each indicator in the same way.
    """

    programme: Programme
    round: FollowUp
    updates: Mapping[str, Sequence[Update]]
    observations: Mapping[str, Sequence[Observation]]

    def fields(self, subject: Subject) -> dict[str, Held]:
        """Return the answers on a subject, field by field."""
        if isinstance(subject, Spent):
            return {"actual": subject.line.actual}
        if isinstance(subject, Course):
            return _course(self.updates_on(subject))
        return _value(self.observations_of(subject))

    def owner(self, subject: Subject) -> str | None:
        """Return who gave the last report on a subject, as far as that is known."""
        if isinstance(subject, Spent):
            return None
        reports: Sequence[Update] | Sequence[Observation] = (
            self.updates_on(subject) if isinstance(subject, Course) else self.observations_of(subject)
        )
        return reports[-1].owner if reports else None

    def updates_on(self, course: Course) -> Sequence[Update]:
        """Return the reports on an action or goal, the last one last."""
        return self.updates.get(course.item.id, ())

    def observations_of(self, measured: Measured) -> Sequence[Observation]:
        """Return the reports of a value, the last one last."""
        return [seen for seen in self.observations.get(measured.item.id, ()) if measured.is_about(seen)]


def so_far(programme: Programme, follow_up: FollowUp) -> SoFar:
    """Return what a round holds."""
    updates: dict[str, list[Update]] = {}
    for update in _by_day(follow_up, follow_up.updates):
        if update.item in programme:
            updates.setdefault(programme[update.item].id, []).append(update)
    observations: dict[str, list[Observation]] = {}
    for seen in _by_day(follow_up, follow_up.observations):
        if seen.indicator is not None and seen.indicator in programme:
            observations.setdefault(programme[seen.indicator].id, []).append(seen)
    return SoFar(programme, follow_up, updates, observations)


def round_before(programme: Programme, follow_up: FollowUp) -> FollowUp | None:
    """Return the last round before this one, or None where it is the first."""
    before = [each for each in programme.follow_ups if comes_before(each.period, follow_up.period)]
    return max(before, key=lambda each: (each.period.end, each.period.start), default=None)


def _by_day(follow_up: FollowUp, answers: Sequence[Kind]) -> list[Kind]:
    return sorted(answers, key=lambda answer: counts_from(follow_up, answer))


def _course(updates: Sequence[Update]) -> dict[str, Held]:
    """Return the fields of the last report; its status may stand in an earlier one, since a remark has none."""
    if not updates:
        return dict.fromkeys(COURSE_FIELDS)
    found: dict[str, Held] = {name: getattr(updates[-1], name) for name in COURSE_FIELDS}
    if found["status"] is None:
        found["status"] = next((each.status for each in reversed(updates) if each.status is not None), None)
    return found


def _value(observations: Sequence[Observation]) -> dict[str, Held]:
    last = observations[-1] if observations else None
    return {name: getattr(last, name, None) for name in VALUE_FIELDS}
