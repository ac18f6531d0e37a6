"""Rolling up: the attainment of several parts as one figure, by the rule that the programme names."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from muniprog.messages import Message, Spoken, message, plural_message
from muniprog.model import ProgressRules, RollUp, Unassessed
from muniprog.progress.numbers import added_up, exact, number_of, per_cent

RULE_WORDS: Mapping[RollUp, Message] = {
    RollUp.MEAN: message("The mean of the parts that could be assessed."),
    RollUp.WEIGHTED: message("The mean of the parts that could be assessed, each by its weight."),
    RollUp.WORST: message("The part that has come least far."),
}
AS_ZERO = message("Parts that could not be assessed count as 0%, by the programme's own setting.")
NOTHING_ASSESSED = message("No part could be assessed.")
ALL_ZERO = message("All weights are zero, so nothing counts; give at least one part a weight above zero.")
BAD_WEIGHT = message("A weight is less than zero; weights are zero or more.")


@attrs.frozen(kw_only=True)
class Part:
    """One part of a whole.

    Attributes:
        id: Identifier of the part.
        title: What it is called.
        kind: `theme`, `goal` or `indicator`.
        attainment: Its own attainment; None where it could not be assessed.
        weight: How much it counts; None where nobody says, which is as much as 1.
    """

    id: str
    title: Spoken
    kind: str
    attainment: Fraction | None = None
    weight: Decimal | None = None


@attrs.frozen(kw_only=True)
class RolledUp:
    """The attainment of a whole.

    Attributes:
        attainment: The exact figure; None where there is none.
        rules: The rules by which it was computed.
        parts: What it was computed from, by identifier.
        reason: Why there is no figure.
    """

    attainment: Fraction | None = None
    rules: ProgressRules
    parts: tuple[Part, ...] = ()
    reason: Spoken | None = None

    @property
    def assessed(self) -> tuple[Part, ...]:
        """The parts that could be assessed."""
        return tuple(part for part in self.parts if part.attainment is not None)

    @property
    def results(self) -> Iterator[Spoken]:
        """Yield the figure, or why there is none, and of how many parts it is."""
        if self.attainment is not None:
            yield message("{share} of the way, all parts together.", share=per_cent(self.attainment))
        if self.reason is not None:
            yield self.reason
        if self.parts:
            yield self.coverage

    @property
    def coverage(self) -> Message:
        """How many of the parts could be assessed: “2 of 3 goals assessed”."""
        kinds = {part.kind for part in self.parts}
        return _coverage(kinds.pop() if len(kinds) == 1 else "", len(self.assessed), len(self.parts))

    @property
    def inputs(self) -> Iterator[Spoken]:
        """Yield each part with its figure and weight."""
        weighted = self.rules.roll_up is RollUp.WEIGHTED
        for part in self.parts:
            share: Spoken = message("not assessed") if part.attainment is None else per_cent(part.attainment)
            yield (
                message("{title}: {share}, weight {weight}.", title=part.title, share=share, weight=_weight(part))
                if weighted
                else message("{title}: {share}.", title=part.title, share=share)
            )

    @property
    def rule_sentences(self) -> Iterator[Spoken]:
        """Yield the rules by which the figure was computed."""
        yield RULE_WORDS[self.rules.roll_up]
        if self.rules.unassessed is Unassessed.AS_ZERO and len(self.assessed) < len(self.parts):
            yield AS_ZERO


def roll_up(parts: Sequence[Part], rules: ProgressRules) -> RolledUp:
    """Return the attainment of a whole out of that of its parts.

    Without weights all parts weigh alike. A part that could not be assessed is left out unless the rules count it as
    zero.
    """
    ordered = tuple(sorted(parts, key=lambda part: part.id))
    as_zero = rules.unassessed is Unassessed.AS_ZERO
    counted = [part for part in ordered if part.attainment is not None or as_zero]
    shares = [Fraction() if part.attainment is None else part.attainment for part in counted]
    if not counted:
        return RolledUp(rules=rules, parts=ordered, reason=NOTHING_ASSESSED)
    if rules.roll_up is RollUp.WORST:
        return RolledUp(attainment=min(shares), rules=rules, parts=ordered)
    if rules.roll_up is RollUp.MEAN:
        return RolledUp(attainment=added_up(shares) / len(shares), rules=rules, parts=ordered)
    weights = [exact(_weight(part)) for part in counted]
    if min(weights) < 0:
        return RolledUp(rules=rules, parts=ordered, reason=BAD_WEIGHT)
    whole = added_up(weights)
    if not whole:
        return RolledUp(rules=rules, parts=ordered, reason=ALL_ZERO)
    weighed = (share * weight for share, weight in zip(shares, weights, strict=True))
    return RolledUp(attainment=added_up(weighed) / whole, rules=rules, parts=ordered)


def _coverage(kind: str, assessed: int, count: int) -> Message:
    match kind:
        case "theme":
            return plural_message(
                "{assessed} of {count} theme assessed.",
                "{assessed} of {count} themes assessed.",
                count,
                assessed=assessed,
            )
        case "goal":
            return plural_message(
                "{assessed} of {count} goal assessed.",
                "{assessed} of {count} goals assessed.",
                count,
                assessed=assessed,
            )
        case "indicator":
            return plural_message(
                "{assessed} of {count} indicator assessed.",
                "{assessed} of {count} indicators assessed.",
                count,
                assessed=assessed,
            )
    return plural_message(
        "{assessed} of {count} part assessed.", "{assessed} of {count} parts assessed.", count, assessed=assessed
    )


def _weight(part: Part) -> Decimal:
    weight = number_of(part.weight)
    return Decimal(1) if weight is None else weight
