"""Silences: findings that were looked at and are left as they are, each with its reason."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import attrs

from muniprog.checks.rule import Rule, with_nearest
from muniprog.checks.spelling import Dictionary
from muniprog.checks.survey import Survey
from muniprog.messages import message
from muniprog.model import Silence
from muniprog.source import Finding, Severity


class Heard(NamedTuple):
    """What became of the findings.

    Attributes:
        open: The findings that are not silenced.
        silenced: Those that are, each with its reason.
        idle: Positions of the silences that hid nothing.
    """

    open: list[Finding]
    silenced: list[Finding]
    idle: list[int]


def apply_silences(survey: Survey, findings: Iterable[Finding]) -> Heard:
    """Part the findings into those that are silenced and those that are not."""
    reasons: dict[tuple[str, str | None], int] = {}
    for position, silence in enumerate(survey.programme.silenced):
        for item in _items(survey, silence):
            reasons.setdefault((silence.check, item), position)
    used: set[int] = set()
    heard = Heard([], [], [])
    for finding in findings:
        found = reasons.get((finding.code, finding.item), reasons.get((finding.code, None)))
        if found is None:
            heard.open.append(finding)
        else:
            used.add(found)
            heard.silenced.append(attrs.evolve(finding, silenced=survey.programme.silenced[found].reason))
    heard.idle.extend(position for position in range(len(survey.programme.silenced)) if position not in used)
    return heard


def _items(survey: Survey, silence: Silence) -> Iterator[str | None]:
    """Yield the items that a silence is for by their identifiers of today; None stands for all of them."""
    if not silence.items:
        yield None
    for name in silence.items:
        entry = survey.find(name)
        yield entry.id if entry is not None else name


class _AfterTheOthers(Rule):
    """A rule whose findings are made when all other checks are through."""

    def find(self, survey: Survey) -> Iterable[Finding]:
        """Return nothing: alone, it has nothing to go by."""
        return ()


class IdleSilence(_AfterTheOthers):
    """A silence that hides nothing."""

    code, name, severity = "S101", "idle-silence", Severity.NOTE
    title = message("Silence that hides nothing")
    explanation = message(
        "What was silenced is no longer found: it was put right, or the item is gone. Take the silence away, so that "
        "it does not hide the same mistake later."
    )

    def judge(self, survey: Survey, idle: Iterable[int], checked: Collection[str]) -> Iterator[Finding]:
        """Yield the idle silences of the checks that were run."""
        for position in idle:
            silence = survey.programme.silenced[position]
            if silence.check in checked:
                sentence = message("The silence of {check} hides nothing.", check=silence.check)
                yield self.finding(sentence, path=("silenced", position))


class UnknownCheck(_AfterTheOthers):
    """A silence of a check that does not exist."""

    code, name, severity = "S102", "unknown-check", Severity.WARNING
    title = message("Silence of an unknown check")
    explanation = message(
        "There is no check with this code: it is mistyped, or the plug-in that brings it is not installed."
    )

    def judge(self, survey: Survey, known: Iterable[str]) -> Iterator[Finding]:
        """Yield the silences whose code is no check's."""
        codes = Dictionary.of(known)
        for position, silence in enumerate(survey.programme.silenced):
            if silence.check not in codes.words:
                sentence = message("There is no check “{found}”.", found=silence.check)
                path = ("silenced", position, "check")
                yield self.finding(with_nearest(sentence, codes.nearest(silence.check)), path=path)


class UnknownSilencedItem(Rule):
    """A silence for an item that the programme does not have."""

    code, name, severity = "S103", "unknown-silenced-item", Severity.WARNING
    title = message("Silence for an unknown item")
    explanation = message("The identifier is mistyped, or the item is gone. Correct it, or take it out of the silence.")

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the items of silences that are not there."""
        for position, silence in enumerate(survey.programme.silenced):
            for number, name in enumerate(silence.items):
                if survey.find(name) is None:
                    sentence = message("There is no “{found}” in this programme.", found=name)
                    path = ("silenced", position, "items", number)
                    yield self.finding(with_nearest(sentence, survey.identifiers.nearest(name)), path=path)


class BrokenCheck(_AfterTheOthers):
    """A check that stopped with an error of its own."""

    code, name, severity = "S104", "broken-check", Severity.ERROR
    title = message("Check that broke")
    explanation = message(
        "A check, usually one of a plug-in, stopped with an error of its own. The other checks have been run; what "
        "this one would have found is not known. Tell the authors of the plug-in."
    )

    def judge(self, code: str, name: str, error: Exception) -> Finding:
        """Return the finding for a check that raised `error`."""
        cause = f"{type(error).__name__}: {error}"
        return self.finding(message("The check {code} ({name}) broke: {cause}", code=code, name=name, cause=cause))


IDLE, UNKNOWN, BROKEN = IdleSilence(), UnknownCheck(), BrokenCheck()

RULES = (IDLE, UNKNOWN, UnknownSilencedItem(), BROKEN)
