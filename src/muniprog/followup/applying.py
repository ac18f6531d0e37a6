"""Puts answers that were taken into a round: reports and values where they belong, sums into the budgets."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

import attrs

from muniprog.followup.contending import Taken
from muniprog.followup.finding import with_round
from muniprog.followup.replacing import with_actions
from muniprog.followup.so_far import TEXT_FIELDS, Held, SoFar
from muniprog.followup.subjects import Course, Measured, Spent, Subject
from muniprog.model import Action, Measure, Observation, Programme, Series, Update
from muniprog.progress.answers import counts_from
from muniprog.progress.values import series_of
from muniprog.text import Text

Report = TypeVar("Report", Update, Observation)

_ADD_UP = (Measure.COUNT, Measure.MONEY, Measure.SHARE, Measure.RATIO)
_MAIN_FIELDS = ("status", "value", "numerator", "missing")


def with_answers(now: SoFar, taken: Iterable[Taken], on: date) -> Programme:
    """Return the programme with answers in its round.

    Args:
        now: What the round holds.
        taken: The answers.
        on: The day on which they were reported.
    """
    by_subject: dict[Subject, list[Taken]] = {}
    for each in taken:
        by_subject.setdefault(each.proposal.subject, []).append(each)
    updates, observations = _Reports(now.round.updates), _Reports(now.round.observations)
    actions: dict[str, Action] = {}
    for subject, answers in by_subject.items():
        if isinstance(subject, Spent):
            actions[subject.item.id] = _with_sum(actions.get(subject.item.id, subject.item), subject, answers[0].new)
        elif isinstance(subject, Course):
            updates.write(now.updates_on(subject), Update(item=subject.item.id), _Entry(now, answers, on))
        else:
            fresh = Observation(indicator=subject.item.id, period=subject.period, dimensions=subject.dimensions)
            entry = _Entry(now, answers, on, adds_up=_adds_up(subject))
            observations.write(now.observations_of(subject), fresh, entry)
    answered = attrs.evolve(now.round, updates=tuple(updates.all), observations=tuple(observations.all))
    return with_actions(with_round(now.programme, answered), actions)


@attrs.frozen(eq=False)
class _Entry:
    """The answers on one action, goal or value, ready to be written.

    Attributes:
        now: What the round holds.
        taken: The answers.
        on: The day on which they were reported.
        adds_up: Whether several reports would be added up, so that a new one has to replace the last.
    """

    now: SoFar
    taken: Sequence[Taken]
    on: date
    adds_up: bool = False

    @property
    def owner(self) -> str:
        """Who answers: whoever gives the status or the value, else whoever says something."""
        main = next((each for each in self.taken if each.field in _MAIN_FIELDS), self.taken[0])
        return main.proposal.owner

    def starts_anew(self, last: Update | Observation) -> bool:
        """Return whether the last report stays as it is, because it is one of an earlier day."""
        return not self.adds_up and counts_from(self.now.round, last) < self.on

    def day(self, last: Update | Observation, others: Iterable[Update | Observation]) -> date | None:
        """Return the day of a report that replaces the last one, so that it still is the last one."""
        if any(counts_from(self.now.round, other) > self.on for other in others):
            return last.reported_on
        return self.on


class _Reports(Generic[Report]):
    """The reports of a round, or its values, as they are written one after another.

    Attributes:
        all: All of them.
    """

    def __init__(self, before: Iterable[Report]) -> None:
        self.all: list[Report] = list(before)
        self._places = {id(report): place for place, report in enumerate(self.all)}

    def write(self, there: Sequence[Report], fresh: Report, entry: _Entry) -> None:
        """Write answers into the last report, or into a new one that carries over what has not changed.

        Args:
            there: The reports about the same thing, the last one last.
            fresh: What a first report begins with.
            entry: The answers.
        """
        base = there[-1] if there else fresh
        starts_anew = not there or entry.starts_anew(base)
        written = attrs.evolve(
            base,
            owner=entry.owner,
            reported_by=base.reported_by if base.owner == entry.owner else None,
            reported_on=entry.on if starts_anew else entry.day(base, there[:-1]),
            approved_by=None,
            approved_on=None,
            sent_back=None,
            **_changes(base, entry),
        )
        if starts_anew:
            self.all.append(written)
        else:
            self.all[self._places[id(base)]] = written


def _changes(base: Update | Observation, entry: _Entry) -> dict[str, Any]:
    """Return the fields that are written, whose values fit them since they were read for them."""
    record = entry.now.programme.record
    return {
        each.field: _text(getattr(base, each.field), each.new, each.proposal.language, record)
        if each.field in TEXT_FIELDS
        else each.new
        for each in entry.taken
    }


def _text(old: Text | None, new: Held, language: str, record: str) -> Text | None:
    """Return a text that says something new in one language.

    A translation of what was said before would be wrong beside it. Where the language of record says something new,
    the other languages are kept and remember what they translate, so that they are seen to be out of date; where
    another language does, what the rest says is dropped.
    """
    if not isinstance(new, str):
        return None
    before = old.get(record) if old is not None else None
    if old is None or before is None or language != record:
        return Text.of(new, language)
    kept = tuple((each, words) for each, words in old.values if each != record)
    remembered = dict.fromkeys((each for each, _ in kept), before) | dict(old.translates)
    return Text(((record, new), *kept), tuple(remembered.items()))


def _with_sum(action: Action, subject: Spent, actual: Held) -> Action:
    line = attrs.evolve(subject.line, actual=actual if isinstance(actual, Decimal) else None)
    budget = (*action.budget[: subject.position], line, *action.budget[subject.position + 1 :])
    return attrs.evolve(action, budget=budget)


def _adds_up(subject: Measured) -> bool:
    return series_of(subject.item) is Series.PER_PERIOD and subject.item.measure in _ADD_UP
