"""Small programmes for tests, in few words. Texts are Swedish, the language of record of the programmes here."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from muniprog.checks import run_checks
from muniprog.model import (
    Action,
    Baseline,
    Decision,
    FollowUp,
    Goal,
    Indicator,
    Measure,
    Observation,
    Owner,
    Programme,
    Responsibility,
    Role,
    SentBack,
    Silence,
    Status,
    Step,
    Target,
    Theme,
    Update,
    Value,
    Verdict,
)
from muniprog.source import Finding
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

RECORD: Final = "sv"


def text(words: str | Mapping[str, str | None]) -> Text:
    """A text; a bare string is Swedish."""
    return Text.of(words, RECORD)


def when(words: str | Timeframe) -> Timeframe:
    return Timeframe.parse(words, language=RECORD) if isinstance(words, str) else words


def period(words: str) -> Period:
    return Period.parse(words, language=RECORD)


def dated(start: str | None, end: str | None, raw: str = "") -> Timeframe:
    """A timeframe of two ISO days."""
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    return Timeframe(raw=raw or f"{start}–{end}", start=days[0], end=days[1])


def leads(*owners: str) -> tuple[Responsibility, ...]:
    """The first owner leads, the others are partners."""
    return tuple(
        Responsibility(owner=owner, role=Role.PARTNER if position else Role.LEAD)
        for position, owner in enumerate(owners)
    )


def owner(identifier: str, name: str | Mapping[str, str | None] = "", **more: Any) -> Owner:
    return Owner(id=identifier, name=text(name or identifier), **more)


def step(title: str, timeframe: str | Timeframe = "", **more: Any) -> Step:
    return Step(title=text(title), timeframe=when(timeframe), **more)


def action(identifier: str, timeframe: str | Timeframe = "", owners: tuple[str, ...] = (), **more: Any) -> Action:
    title = text(more.pop("title", identifier))
    return Action(id=identifier, title=title, timeframe=when(timeframe), owners=leads(*owners), **more)


def goal(identifier: str, *actions: Action, **more: Any) -> Goal:
    title = text(more.pop("title", identifier))
    return Goal(id=identifier, title=title, actions=actions, **more)


def theme(identifier: str, *below: Goal | Action | Theme, **more: Any) -> Theme:
    return Theme(
        id=identifier,
        title=text(more.pop("title", identifier)),
        goals=tuple(item for item in below if isinstance(item, Goal)),
        actions=tuple(item for item in below if isinstance(item, Action)),
        themes=tuple(item for item in below if isinstance(item, Theme)),
        **more,
    )


def value(given: Value | float) -> Value:
    return given if isinstance(given, (bool, str, Decimal)) else Decimal(str(given))


def indicator(identifier: str, measure: Measure | str = Measure.COUNT, **more: Any) -> Indicator:
    """An indicator; `baseline` and `targets` may be bare values, `unit` a bare string."""
    baseline = more.pop("baseline", None)
    if baseline is not None and not isinstance(baseline, Baseline):
        baseline = Baseline(value=value(baseline))
    targets = tuple(
        given if isinstance(given, Target) else Target(value=value(given)) for given in more.pop("targets", ())
    )
    unit = more.pop("unit", None)
    return Indicator(
        id=identifier,
        title=text(more.pop("title", identifier)),
        measure=measure,
        unit=text(unit) if unit is not None else None,
        baseline=baseline,
        targets=targets,
        **more,
    )


def observation(when_: str, given: Value | float | None = None, **more: Any) -> Observation:
    return Observation(period=period(when_), value=None if given is None else value(given), **more)


def silence(check: str, *items: str, reason: str = "Så står det i det tryckta dokumentet.") -> Silence:
    return Silence(check=check, items=items, reason=text(reason))


def programme(*themes: Theme, **more: Any) -> Programme:
    """A programme for 2019–2022 in Swedish."""
    return Programme(
        id=more.pop("id", "program"),
        title=text(more.pop("title", "Program")),
        period=period(more.pop("period", "2019–2022")),
        languages=more.pop("languages", (RECORD,)),
        themes=themes,
        **more,
    )


def found_by(code: str, plan: Programme) -> tuple[Finding, ...]:
    """What one check finds."""
    return run_checks(plan, only={code})


def items_found_by(code: str, plan: Programme) -> list[str]:
    """The identifiers of the items that one check finds something about."""
    return [finding.item for finding in found_by(code, plan)]


def update(item: str, status: Status | None = None, **more: Any) -> Update:
    """What was reported about an item; notes may be bare strings, days may be in ISO form."""
    for name in ("note", "next_steps"):
        if isinstance(more.get(name), str):
            more[name] = text(more[name])
    return Update(item=item, status=status, **_days(more))


def measured(indicator_: str, when_: str, given: Value | float | None = None, **more: Any) -> Observation:
    """What was measured in a round."""
    return observation(when_, given, indicator=indicator_, **_days(more))


def decided(item: str, decision: Verdict, **more: Any) -> Decision:
    for name in ("by", "reason"):
        if isinstance(more.get(name), str):
            more[name] = text(more[name])
    return Decision(item=item, decision=decision, **_days(more))


def sent_back(on: str, reason: str, by: str | None = None) -> SentBack:
    return SentBack(on=date.fromisoformat(on), reason=text(reason), by=by)


def round_of(when_: str, *answers: Update | Observation | Decision, **more: Any) -> FollowUp:
    """A round of follow-up with what was answered and decided in it."""
    return FollowUp(
        period=period(when_),
        updates=tuple(each for each in answers if isinstance(each, Update)),
        observations=tuple(each for each in answers if isinstance(each, Observation)),
        decisions=tuple(each for each in answers if isinstance(each, Decision)),
        **_days(more),
    )


def _days(given: Mapping[str, Any]) -> dict[str, Any]:
    """The same with days in ISO form read as days."""
    is_day = ("_on", "_end", "_start", "on", "deadline")
    return {
        name: date.fromisoformat(each) if isinstance(each, str) and name.endswith(is_day) else each
        for name, each in given.items()
    }
