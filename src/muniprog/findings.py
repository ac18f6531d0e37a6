"""Findings as text for people, as JSON for programs, and in the forms that code hosts show beside the line.

All forms hold the same findings in the same order; only what surrounds them differs. The forms for code hosts
leave silenced findings out, except SARIF, which has a place for them.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from posixpath import join
from typing import TYPE_CHECKING
from urllib.parse import quote

from muniprog.errors import UnknownNameError
from muniprog.messages import Sentences, message, plural_message
from muniprog.model.shown import ShowsItself
from muniprog.source import SEVERITY_WORDS, Finding, Plain, Severity

if TYPE_CHECKING:
    from muniprog.document import Table

_GITHUB_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_GITLAB_WORDS: dict[Severity, Plain] = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}

_WITHOUT_FILE = "programme.yaml"
"""GitLab wants a file for everything; what concerns the whole programme is shown at its first line."""


class Findings(tuple[Finding, ...], ShowsItself):
    """Findings. It is a tuple in every way; a notebook shows it as a table."""

    __slots__ = ()

    def _tables(self) -> "Iterable[Table]":
        from muniprog.document import Column, Row, Table, cell

        columns = [Column(title) for title in ("Code", "Severity", "Finding", "Item", "Place")]
        rows = [
            Row(
                [
                    cell(finding.code, header=True),
                    cell(SEVERITY_WORDS[finding.severity].spoken("en")),
                    cell(finding.message.spoken("en")),
                    cell(finding.item),
                    cell(str(finding.place or "")),
                ]
            )
            for finding in self
        ]
        yield Table(_summary(self, "en"), columns, rows)


def findings_text(findings: Iterable[Finding], language: str) -> str:
    """Return the findings, one a line, and then how many there are.

    >>> findings_text([], "en")
    'No findings.\\n'
    """
    listed = tuple(findings)
    lines = [" ".join(finding.spoken(language).splitlines()) for finding in listed]
    return "\n".join((*lines, _summary(listed, language), ""))


def findings_json(findings: Iterable[Finding], language: str) -> str:
    """Return the findings as JSON. Every finding has the same keys; what is not known is null.

    Args:
        findings: The findings.
        language: The language of the messages; codes, severities and keys are the same in every language.
    """
    listed = tuple(findings)
    counts = Counter(finding.severity for finding in listed if finding.silenced is None)
    whole: dict[str, Plain] = {
        "version": 1,
        "language": language,
        "counts": {str(severity): counts[severity] for severity in Severity},
        "findings": [_plain(finding, language) for finding in listed],
    }
    return _json(whole)


def findings_annotations(findings: Iterable[Finding], language: str, form: str = "github", folder: str = "") -> str:
    """Return the findings in a form that a code host shows beside the line.

    Args:
        findings: The findings.
        language: The language of the messages.
        form: `github` (workflow commands), `gitlab` (Code Quality report) or `sarif` (SARIF 2.1.0).
        folder: Where the files of the programme lie in the repository, with `/` between folders.

    Raises:
        UnknownNameError: There is no such form.

    >>> from muniprog.source import Place
    >>> finding = Finding(code="C104", severity=Severity.WARNING, message=message("Why, and who?"),
    ...                   place=Place("programme.yaml", 7, 3))
    >>> print(findings_annotations([finding], "en", folder="plans"), end="")
    ::warning file=plans/programme.yaml,line=7,col=3,title=C104::Why, and who?
    """
    if form not in ANNOTATIONS:
        raise UnknownNameError(message("format"), form, tuple(ANNOTATIONS))
    return ANNOTATIONS[form](tuple(findings), language, folder)


def _github(findings: tuple[Finding, ...], language: str, folder: str) -> str:
    """Return workflow commands, one a line."""
    lines: list[str] = []
    for finding in _open(findings):
        properties = {"title": finding.code}
        if finding.place is not None:
            place = finding.place
            properties = {
                "file": join(folder, place.file),
                "line": str(place.line),
                "col": str(place.column),
            } | properties
        written = ",".join(f"{key}={value.translate(_IN_PROPERTY)}" for key, value in properties.items())
        said = finding.message.spoken(language).translate(_IN_TEXT)
        lines.append(f"::{_GITHUB_WORDS[finding.severity]} {written}::{said}\n")
    return "".join(lines)


def _gitlab(findings: tuple[Finding, ...], language: str, folder: str) -> str:
    """Return a Code Quality report. A finding is the same one when it stands on another line."""
    report: list[Plain] = []
    for finding, fingerprint in _fingerprinted(_open(findings)):
        place = finding.place
        report.append(
            {
                "description": finding.message.spoken(language),
                "check_name": finding.code,
                "fingerprint": fingerprint,
                "severity": _GITLAB_WORDS[finding.severity],
                "location": {
                    "path": join(folder, place.file if place is not None else _WITHOUT_FILE),
                    "lines": {"begin": place.line if place is not None else 1},
                },
            }
        )
    return _json(report)


def _sarif(findings: tuple[Finding, ...], language: str, folder: str) -> str:
    """Return a SARIF 2.1.0 log."""
    rules: list[Plain] = [{"id": code} for code in sorted({finding.code for finding in findings})]
    results: list[Plain] = [
        _sarif_result(finding, fingerprint, language, folder) for finding, fingerprint in _fingerprinted(findings)
    ]
    run: dict[str, Plain] = {
        "tool": {"driver": {"name": "muniprog", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return _json({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _sarif_result(finding: Finding, fingerprint: str, language: str, folder: str) -> dict[str, Plain]:
    result: dict[str, Plain] = {
        "ruleId": finding.code,
        "level": str(finding.severity),
        "message": {"text": finding.message.spoken(language)},
        "partialFingerprints": {"muniprog/v1": fingerprint},
    }
    if finding.place is not None:
        place = finding.place
        where: Plain = {
            "artifactLocation": {"uri": quote(join(folder, place.file))},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
        result["locations"] = [{"physicalLocation": where}]
    if finding.silenced is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.silenced.spoken(language)}]
    return result


ANNOTATIONS: Mapping[str, Callable[[tuple[Finding, ...], str, str], str]] = {
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
}
"""The forms that code hosts read, by name."""

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def _open(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.silenced is None)


def _fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a name that stays when lines move and when the language of the report changes."""
    seen: Counter[str] = Counter()
    for finding in findings:
        file = finding.place.file if finding.place is not None else ""
        text = "\n".join((finding.code, file, finding.item, finding.message.spoken("en")))
        seen[text] += 1
        yield finding, sha256(f"{text}\n{seen[text]}".encode()).hexdigest()


def _plain(finding: Finding, language: str) -> dict[str, Plain]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message.spoken(language),
        "item": finding.item or None,
        "path": list(finding.path),
        "file": place.file if place is not None else None,
        "line": place.line if place is not None else None,
        "column": place.column if place is not None else None,
        "silenced": finding.silenced.spoken(language) if finding.silenced is not None else None,
    }


def _summary(findings: tuple[Finding, ...], language: str) -> str:
    counts = Counter(finding.severity for finding in _open(findings))
    silenced = len(findings) - counts.total()
    said = [
        plural_message("{count} error.", "{count} errors.", counts[Severity.ERROR]),
        plural_message("{count} warning.", "{count} warnings.", counts[Severity.WARNING]),
        plural_message("{count} note.", "{count} notes.", counts[Severity.NOTE]),
        plural_message("{count} silenced.", "{count} silenced.", silenced),
    ]
    there = [sentence for sentence in said if sentence.count]
    return Sentences(there or [message("No findings.")]).spoken(language)


def _json(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
