"""Puts answers that were taken into a round: reports and values where they belong, sums into the budgets."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

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
    updates, observations = list(now.round.updates), list(now.round.observations)
    actions: dict[str, Action] = {}
    for subject, answers in by_subject.items():
        if isinstance(subject, Spent):
            actions[subject.item.id] = _with_sum(actions.get(subject.item.id, subject.item), subject, answers[0].new)
        elif isinstance(subject, Course):
            _report(updates, now.update(subject), Update(item=subject.item.id), _Entry(now, answers, on))
        else:
            fresh = Observation(indicator=subject.item.id, period=subject.period, dimensions=subject.dimensions)
            entry = _Entry(now, answers, on, adds_up=_adds_up(subject))
            _report(observations, now.observation(subject), fresh, entry)
    answered = attrs.evolve(now.round, updates=tuple(updates), observations=tuple(observations))
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


def _report(reports: list[Report], last: Report | None, fresh: Report, entry: _Entry) -> None:
    """Write answers into the last report, or into a new one that carries over what has not changed."""
    base = fresh if last is None else last
    position = next((place for place, each in enumerate(reports) if each is last), None)
    day: date | None = entry.on
    if position is not None and not entry.starts_anew(base):
        day = entry.day(base, (each for each in reports if each is not last and _subject_of(each) == _subject_of(base)))
    written = attrs.evolve(
        base,
        owner=entry.owner,
        reported_by=base.reported_by if base.owner == entry.owner else None,
        reported_on=day,
        approved_by=None,
        approved_on=None,
        sent_back=None,
        **_changes(base, entry),
    )
    if position is None or entry.starts_anew(base):
        reports.append(written)
    else:
        reports[position] = written


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


def _subject_of(report: Update | Observation) -> object:
    if isinstance(report, Update):
        return report.item
    return report.indicator, report.period.order, frozenset(report.dimensions.items())
