"""The checks: rules that find what a careful planner would want to know before a programme is adopted.

Each rule is a small class in the module of its theme. `ALL` holds them in the order of their codes;
`run_checks` runs some or all of them, says where each finding stands, and leaves out what is silenced.

Codes: R references and identifiers, C completeness, I indicators, T time, O owners, L languages, V the overview page,
U rounds of follow-up, S silences and the checking itself.
"""

from collections.abc import Collection, Iterable, Iterator

import attrs

from muniprog.checks import (
    answers,
    completeness,
    fields,
    identifiers,
    languages,
    measures,
    names,
    observations,
    overview,
    owners,
    references,
    rings,
    rounds,
    silences,
    targets,
    timeframes,
    weights,
)
from muniprog.checks.places import place_in, rank_of
from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey
from muniprog.collector import paused
from muniprog.interfaces import Check
from muniprog.model import Programme
from muniprog.source import Finding

__all__ = ["ALL", "Rule", "Survey", "run_checks"]

_THEMES = (
    answers,
    completeness,
    fields,
    identifiers,
    languages,
    measures,
    names,
    observations,
    overview,
    owners,
    references,
    rings,
    rounds,
    silences,
    targets,
    timeframes,
    weights,
)

ALL: tuple[Check, ...] = tuple(sorted((rule for theme in _THEMES for rule in theme.RULES), key=lambda rule: rule.code))
"""All of muniprog's own checks, by code."""


def run_checks(
    programme: Programme,
    checks: Iterable[Check] = ALL,
    *,
    only: Collection[str] = (),
    silenced: bool = False,
) -> tuple[Finding, ...]:
    """Return what the checks find, in the order of the file, or else in that of the programme's items.

    Args:
        programme: The programme.
        checks: The checks that there are: muniprog's own and those of plug-ins.
        only: Codes of the checks to run; empty means all of them.
        silenced: Whether findings that the programme silences are returned too, each with its reason.

    Every finding gets its path in the plain mapping and, when the programme came from a file, its place. A check
    that breaks becomes a finding itself; it does not stop the others.
    """
    there = sorted(checks, key=lambda check: (check.code, check.name))
    run = [check for check in there if not only or check.code in only]
    survey = Survey(programme)
    with paused():
        heard = silences.apply_silences(survey, [finding for check in run for finding in _found_by(check, survey)])
        findings = heard.open + heard.silenced if silenced else heard.open
        findings.extend(_about_silences(survey, heard, {check.code for check in run}, [check.code for check in there]))
        return _in_order([_placed(finding, survey) for finding in findings], programme)


def _about_silences(
    survey: Survey, heard: silences.Heard, ran: Collection[str], known: Iterable[str]
) -> Iterator[Finding]:
    if silences.IDLE.code in ran:
        yield from silences.IDLE.judge(survey, heard.idle, ran)
    if silences.UNKNOWN.code in ran:
        yield from silences.UNKNOWN.judge(survey, known)


def _found_by(check: Check, survey: Survey) -> list[Finding]:
    try:
        return list(check.find(survey) if isinstance(check, Rule) else check.run(survey.programme))
    except Exception as error:  # noqa: BLE001  a broken plug-in breaks only itself, and says so by name
        return [silences.BROKEN.judge(check.code, check.name, error)]


def _placed(finding: Finding, survey: Survey) -> Finding:
    """Return the finding with its path, and with its place if it has none and the programme came from a file."""
    path = finding.path or survey.paths.get(finding.item, ())
    origin = survey.programme.origin
    place = finding.place
    if place is None and origin is not None:
        place = place_in(origin.source, path)
    return attrs.evolve(finding, path=path, place=place)


def _in_order(findings: Iterable[Finding], programme: Programme) -> tuple[Finding, ...]:
    """Return the findings by item and code, and then, where the places are known, by file, line and column."""
    ranks = rank_of(programme)
    by_item = sorted(findings, key=lambda finding: (ranks.get(finding.item, len(ranks)), finding.code))
    files: dict[str, int] = {}
    for place in (finding.place for finding in by_item if finding.place is not None):
        files.setdefault(place.file, len(files))

    def position(finding: Finding) -> tuple[int, int, int, str]:
        place = finding.place
        return (-1, 0, 0, "") if place is None else (files[place.file], place.line, place.column, finding.code)

    return tuple(sorted(by_item, key=position))
