"""Names of owners: one owner that stands in the list twice, under names that are nearly the same."""

from collections.abc import Iterator
from typing import NamedTuple

from muniprog.checks.rule import Rule
from muniprog.checks.spelling import digits, fold, shortened
from muniprog.checks.survey import Survey, label
from muniprog.messages import message
from muniprog.model import Owner
from muniprog.source import Finding, Path, Severity

_LONG_ENOUGH = 8
"""In shorter names, one letter often makes another name."""

_LONG_WORD = 4
"""`Grupp A` and `Grupp B` differ in a word of one letter: that is what tells them apart."""


class _Name(NamedTuple):
    words: str
    owner: Owner
    at: Path


class SameName(Rule):
    """Two owners whose names differ only in case, spaces, hyphens or the way letters are stored."""

    code, name, severity = "O101", "same-owner-name", Severity.WARNING
    title = message("The same owner twice")
    explanation = message(
        "`Welcome office` and `Welcome Office`, or ä as one sign and as a with dots, look like one owner and count as "
        "two. Keep one of them and write the other spelling among its `aliases`."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the owners whose name or alias is that of an owner before them."""
        first: dict[str, _Name] = {}
        reported: set[tuple[str, str]] = set()
        for found in _names(survey):
            other = first.setdefault(fold(found.words), found)
            pair = (other.owner.id, found.owner.id)
            if other.owner is not found.owner and pair not in reported:
                reported.add(pair)
                sentence = message(
                    "“{found}” ({id}) has the same name as “{other}” ({other_id}).",
                    found=found.words,
                    id=found.owner.id,
                    other=other.words,
                    other_id=other.owner.id,
                )
                yield self.finding(sentence, found.owner.id, survey.path(found.owner, *found.at))


class NearName(Rule):
    """Two owners whose long names differ in one letter."""

    code, name, severity = "O102", "near-owner-name", Severity.WARNING
    title = message("Nearly the same owner twice")
    explanation = message(
        "Two long names that differ in one letter are usually one owner, mistyped once. Keep one of them and write "
        "the other spelling among its `aliases`; if they are two, silence the finding."
    )

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield the owners whose name differs in one letter from that of an owner before them."""
        forms: dict[str, _Name] = {}
        reported: set[tuple[str, str]] = set()
        for found in _names(survey):
            folded = fold(found.words)
            if len(folded) < _LONG_ENOUGH:
                continue
            for form in shortened(folded):
                other = forms.setdefault(form, found)
                pair = (other.owner.id, found.owner.id)
                if other.owner is not found.owner and pair not in reported and _mistyped(found.words, other.words):
                    reported.add(pair)
                    sentence = message(
                        "“{found}” ({id}) is nearly the same name as “{other}” ({other_id}).",
                        found=label(found.owner),
                        id=found.owner.id,
                        other=label(other.owner),
                        other_id=other.owner.id,
                    )
                    yield self.finding(sentence, found.owner.id, survey.path(found.owner, *found.at))


def _names(survey: Survey) -> Iterator[_Name]:
    for owner in survey.programme.owners:
        for language, words in owner.name.values:
            if words and fold(words):
                yield _Name(words, owner, ("name", language))
        for position, alias in enumerate(owner.aliases):
            if fold(alias):
                yield _Name(alias, owner, ("aliases", position))


def _mistyped(one: str, other: str) -> bool:
    """Return whether a difference of one letter looks like a slip: not a digit, not in a very short word."""
    if fold(one) == fold(other) or digits(one) != digits(other):
        return False
    words, others = one.casefold().split(), other.casefold().split()
    if len(words) != len(others):
        return True
    return all(
        min(len(word), len(twin)) >= _LONG_WORD for word, twin in zip(words, others, strict=True) if word != twin
    )


RULES = (SameName(), NearName())
