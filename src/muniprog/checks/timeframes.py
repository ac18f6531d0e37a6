"""Timeframes: whether what is planned fits the programme, its goal, its action and what must come first."""

from collections.abc import Iterator
from typing import NamedTuple

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey, label
from muniprog.messages import Spoken, message
from muniprog.model import Action, Entry, Goal, Indicator
from muniprog.source import Finding, Path, Severity
from muniprog.text import Text
from muniprog.timeframe import Period, Precision, Timeframe


class Dated(NamedTuple):
    """Something that says when it takes place: a theme, a goal, an action or a step.

    Attributes:
        entry: The item.
        name: What it is called.
        timeframe: When.
        at: The path of the timeframe inside the item.
    """

    entry: Entry
    name: Text | str
    timeframe: Timeframe
    at: Path


class OutsideProgramme(Rule):
    """Something is planned for a time that is not the programme's."""

    code, name, severity = "T101", "outside-programme", Severity.WARNING
    title = message("Outside the programme's period")
    explanation = message(
        "What is planned for before or after the programme is in no report of it. Correct the timeframe or the "
        "programme's period, or silence the finding when the work really goes on beyond it."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the timeframes that begin before or end after the programme's period."""
        period = survey.programme.period
        for dated in _dated(survey):
            if _leaves(dated.timeframe, period):
                sentence = message(
                    "“{title}” is planned for {found}, which is not all inside the programme's period {period}.",
                    title=dated.name,
                    found=dated.timeframe.raw,
                    period=period.raw,
                )
                yield self.finding(sentence, dated.entry.id, survey.path(dated.entry, *dated.at))


class StepOutsideAction(Rule):
    """A step that is not part of its action's time."""

    code, name, severity = "T102", "step-outside-action", Severity.WARNING
    title = message("Step outside its action")
    explanation = message(
        "A step is a part of its action, so it begins and ends with it. One of the two timeframes is wrong."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the steps that begin before or end after their action."""
        for action in survey.programme.actions:
            if action.steps:
                whole = survey.programme.effective_timeframe(action.id)[0]
                for position, step in enumerate(action.steps):
                    if _leaves(step.timeframe, whole):
                        sentence = _not_inside(step.title, step.timeframe, label(action), whole)
                        yield self.finding(sentence, action.id, survey.path(action, "steps", position, "timeframe"))


class RoughTimeframe(Rule):
    """A timeframe that only says roughly when."""

    code, name, severity = "T103", "rough-timeframe", Severity.NOTE
    title = message("Rough timeframe")
    explanation = message(
        "Seasons, “the end of 2022” and the like are kept and printed as they are; the timetable needs days and takes "
        "the widest ones. Write `{{text: …, start: …, end: …}}` to keep the words and say the days."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the timeframes whose dates are wider than what is meant."""
        for dated in _dated(survey):
            timeframe = dated.timeframe
            seasonal = Precision.SEASON in (timeframe.start_precision, timeframe.end_precision)
            if (timeframe.tentative or seasonal) and _has_dates(timeframe):
                sentence = message(
                    "“{found}” of “{title}” is a rough time; in the timetable it is {start} – {end}.",
                    found=timeframe.raw,
                    title=dated.name,
                    start=timeframe.start or "…",
                    end=timeframe.end or "…",
                )
                yield self.finding(sentence, dated.entry.id, survey.path(dated.entry, *dated.at))


class ActionOutsideGoal(Rule):
    """An action that is not in its goal's time."""

    code, name, severity = "T104", "action-outside-goal", Severity.WARNING
    title = message("Action outside its goal")
    explanation = message(
        "The goal should be reached at a time when the action is not yet done, or has not begun. One of the two "
        "timeframes is wrong."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the actions that begin before or end after their goal."""
        for goal in survey.programme.goals:
            for action in goal.actions:
                if _leaves(action.timeframe, goal.timeframe):
                    sentence = _not_inside(label(action), action.timeframe, label(goal), goal.timeframe)
                    yield self.finding(sentence, action.id, survey.path(action, "timeframe"))


class Undated(Rule):
    """A timeframe of words that name no time."""

    code, name, severity = "T105", "undated", Severity.NOTE
    title = message("Timeframe without a date")
    explanation = message(
        "Words such as “to be decided” are kept, but they put the item nowhere in the timetable. Write the time when "
        "it is known."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the timeframes that have words, but neither dates nor a rhythm."""
        for dated in _dated(survey):
            if dated.timeframe.raw and not lies_in_time(dated.timeframe):
                sentence = message("“{found}” of “{title}” names no time.", found=dated.timeframe.raw, title=dated.name)
                yield self.finding(sentence, dated.entry.id, survey.path(dated.entry, *dated.at))


class LateCondition(Rule):
    """An action that must be done first is ready only later."""

    code, name, severity = "T106", "late-condition", Severity.WARNING
    title = message("Depends on something that ends later")
    explanation = message(
        "An action cannot be ready before what it depends on. Move one of the two, or take the dependency away."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the dependencies on an action that ends after the one that waits for it."""
        for action in survey.programme.actions:
            for position, name in enumerate(action.depends_on):
                condition = survey.action(name)
                if condition is not None:
                    sentence = _too_late(survey, action, condition)
                    if sentence is not None:
                        yield self.finding(sentence, action.id, survey.path(action, "depends_on", position))


def _too_late(survey: Survey, action: Action, condition: Action) -> Spoken | None:
    own = survey.programme.effective_timeframe(action.id)[0]
    first = survey.programme.effective_timeframe(condition.id)[0]
    if own.end is None or first.end is None or first.end <= own.end:
        return None
    return message(
        "“{title}” ({own}) depends on “{other}”, which ends later ({first}).",
        title=label(action),
        own=own.raw,
        other=label(condition),
        first=first.raw,
    )


def _not_inside(part: Text | str, inner: Timeframe, whole: Text | str, outer: Timeframe) -> Spoken:
    return message(
        "“{title}” is planned for {found}, which is not all inside {period} of “{other}”.",
        title=part,
        found=inner.raw,
        period=outer.raw,
        other=whole,
    )


def lies_in_time(timeframe: Timeframe) -> bool:
    """Return whether it says when: by a date, by a rhythm, or that it goes on all the time."""
    return _has_dates(timeframe) or timeframe.continuous or timeframe.recurring is not None


def _has_dates(timeframe: Timeframe) -> bool:
    return timeframe.start is not None or timeframe.end is not None


def _leaves(inner: Timeframe, outer: Timeframe | Period) -> bool:
    """Return whether a dated end of `inner` lies outside `outer`; what is open or not dated leaves nothing."""
    days = (day for day in (inner.start, inner.end) if day is not None)
    return any(
        (outer.start is not None and day < outer.start) or (outer.end is not None and day > outer.end) for day in days
    )


def _dated(survey: Survey) -> Iterator[Dated]:
    for entry in survey.items:
        if isinstance(entry, Indicator):
            continue
        if entry.timeframe.raw:
            yield Dated(entry, label(entry), entry.timeframe, ("timeframe",))
        if isinstance(entry, Goal) and entry.overview is not None:
            yield Dated(
                entry, entry.overview.title or label(entry), entry.overview.timeframe, ("overview", "timeframe")
            )
        if isinstance(entry, Action):
            for position, step in enumerate(entry.steps):
                yield Dated(entry, step.title, step.timeframe, ("steps", position, "timeframe"))


RULES = (
    OutsideProgramme(),
    StepOutsideAction(),
    RoughTimeframe(),
    ActionOutsideGoal(),
    Undated(),
    LateCondition(),
)
