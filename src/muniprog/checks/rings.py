"""Rings: what waits for itself can never begin, and what is computed from itself has no value."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from muniprog.checks.rule import Rule
from muniprog.checks.survey import Survey
from muniprog.messages import Message, message
from muniprog.source import Finding, Severity


def rings(links: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rings in a web of links, each from its first member on, as long as each brings a new member or two.

    The search goes along every link once, with a list of its own instead of the computer's stack, so that a
    chain may be as long as it likes.

    >>> rings({"a": ("b",), "b": ("c",), "c": ("a",), "d": ("d", "a")})
    [('a', 'b', 'c'), ('d',)]
    """
    found: list[tuple[str, ...]] = []
    finished: set[str] = set()
    ringed: set[str] = set()
    for start in links:
        trail = {start: iter(links[start])} if start not in finished else {}
        while trail:
            here = next(reversed(trail))
            following = next(trail[here], None)
            if following is None:
                finished.add(trail.popitem()[0])
            elif following in trail:
                if not {here, following} <= ringed:
                    found.append(_from(following, list(trail)))
                    ringed.update(found[-1])
            elif following in links and following not in finished:
                trail[following] = iter(links[following])
    return found


def _from(first: str, members: list[str]) -> tuple[str, ...]:
    return tuple(members[members.index(first) :])


class _RingRule(Rule):
    """A rule about rings of one kind of link."""

    severity = Severity.ERROR
    key: ClassVar[str]
    sentence: ClassVar[Message]

    @abstractmethod
    def links(self, survey: Survey) -> dict[str, tuple[str, ...]]:
        """Return where the links of each item lead, by identifier, as written."""

    def find(self, survey: Survey) -> Iterator[Finding]:
        """Yield one finding for each ring, with the way around."""
        known = {
            name: tuple(entry.id for target in targets if (entry := survey.find(target)) is not None)
            for name, targets in self.links(survey).items()
        }
        for ring in rings(known):
            sentence = attrs.evolve(self.sentence, arguments={"way": " → ".join((*ring, ring[0]))})
            first = survey.live[ring[0].casefold()]
            yield self.finding(sentence, first.id, survey.path(first, *self.key.split(".")))


class DependencyRing(_RingRule):
    """Actions that wait for each other."""

    code, name, key = "R131", "dependency-ring", "depends_on"
    title = message("Actions that wait for each other")
    explanation = message(
        "Each action of the ring must come after the one before it, so none of them can be the first. Take one of "
        "the dependencies away."
    )
    sentence = message("These actions wait for each other: {way}.")

    def links(self, survey: Survey) -> dict[str, tuple[str, ...]]:
        """Return what each action depends on."""
        return {action.id: action.depends_on for action in survey.programme.actions if action.depends_on}


class ReplacementRing(_RingRule):
    """Actions that replace each other."""

    code, name, key = "R132", "replacement-ring", "supersedes"
    title = message("Actions that replace each other")
    explanation = message("Of the actions of the ring, none is the newest. Take one of the references away.")
    sentence = message("These actions replace each other: {way}.")

    def links(self, survey: Survey) -> dict[str, tuple[str, ...]]:
        """Return what each action replaces."""
        return {action.id: action.supersedes for action in survey.programme.actions if action.supersedes}


class FormulaRing(_RingRule):
    """Indicators that are computed from each other."""

    code, name, key = "R133", "formula-ring", "formula.of"
    title = message("Indicators computed from each other")
    explanation = message("An indicator that is computed from itself has no value. Take one of the parts away.")
    sentence = message("These indicators are computed from each other: {way}.")

    def links(self, survey: Survey) -> dict[str, tuple[str, ...]]:
        """Return what each indicator is computed from."""
        return {item.id: item.formula.of for item in survey.programme.indicators if item.formula is not None}


class ParentRing(_RingRule):
    """Owners that belong to each other."""

    code, name, key = "R134", "parent-ring", "parent"
    title = message("Owners that belong to each other")
    explanation = message("Each owner of the ring belongs to the next, so none is at the top. Correct one `parent`.")
    sentence = message("These owners belong to each other: {way}.")

    def links(self, survey: Survey) -> dict[str, tuple[str, ...]]:
        """Return what each owner belongs to."""
        return {owner.id: (owner.parent,) for owner in survey.programme.owners if owner.parent is not None}


class SuccessorRing(_RingRule):
    """Owners that succeed each other."""

    code, name, key = "R135", "successor-ring", "succeeded_by"
    title = message("Owners that take over from each other")
    explanation = message(
        "Each owner of the ring hands over to the next, so none of them is there today. Correct one `succeeded_by`."
    )
    sentence = message("These owners take over from each other: {way}.")

    def links(self, survey: Survey) -> dict[str, tuple[str, ...]]:
        """Return what each owner hands over to."""
        return {owner.id: (owner.succeeded_by,) for owner in survey.programme.owners if owner.succeeded_by is not None}


RULES = (DependencyRing(), ReplacementRing(), FormulaRing(), ParentRing(), SuccessorRing())
