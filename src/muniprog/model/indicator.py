"""Indicators: how one knows. What is measured, where it stood, where it should go and what was observed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import attrs

from muniprog.model.items import Item, Responsibility, bookkeeping_last
from muniprog.source import EMPTY
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

Value = Decimal | bool | str
"""What was measured: a number, yes or no for a milestone, words for a text indicator."""


class Measure(StrEnum):
    """What kind of thing an indicator measures. A plug-in's own kind is written `plugin:kind`."""

    COUNT = "count"
    SHARE = "share"
    RATIO = "ratio"
    MONEY = "money"
    DURATION = "duration"
    SCALE = "scale"
    INDEX = "index"
    MILESTONE = "milestone"
    TEXT = "text"


class Per(StrEnum):
    """What a measured value is counted per."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    ROUND = "round"


class Series(StrEnum):
    """How the values of several periods hang together."""

    SNAPSHOT = "snapshot"
    PER_PERIOD = "per_period"
    RUNNING_TOTAL = "running_total"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    KEEP = "keep"


class Comparison(StrEnum):
    """When a target is met."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"


class Missing(StrEnum):
    """Why there is no value."""

    NOT_AVAILABLE = "not_available"
    SUPPRESSED = "suppressed"


class Rule(StrEnum):
    """A named rule that computes one indicator from others."""

    SUM = "sum"
    SHARE = "share"
    PER_CAPITA = "per_capita"


@attrs.frozen(kw_only=True)
class Baseline:
    """Where an indicator stood at the start; written as a bare value when there is nothing more to say.

    Attributes:
        value: The value at the start.
        period: The period that it was measured for.
        note: How it came about.
    """

    value: Value
    period: Period | None = None
    note: Text | None = None


@attrs.frozen(kw_only=True)
class Target:
    """Where an indicator should go; written as a bare value when there is nothing more to say.

    Attributes:
        value: The value to reach: a number, `true` for a milestone, words for a text indicator.
        by: When it should be reached.
        comparison: `at_least`, `at_most` or `exactly`; follows from the direction when it is not said.
        set_on: The day on which the target was set; a later one for the same time replaces it from then on.
        set_by: Who set it.
        reason: Why it was set or changed.
    """

    value: Value
    by: Timeframe = Timeframe()
    comparison: Comparison | None = None
    set_on: date | None = None
    set_by: Text | None = None
    reason: Text | None = None


@attrs.frozen(kw_only=True)
class Formula:
    """A named rule over other indicators; never an expression that runs.

    Attributes:
        rule: `sum`, `share` (the first over the second) or `per_capita` (by the municipality's population).
        of: Identifiers of the indicators that it is computed from, in the order that the rule wants.
    """

    rule: Rule
    of: tuple[str, ...]


@attrs.frozen(kw_only=True)
class SentBack:
    """That an answer was sent back to the owner that gave it.

    Attributes:
        on: The day on which it was sent back.
        by: The role that sent it back.
        reason: Why, and what is wanted instead.
    """

    on: date
    by: str | None = None
    reason: Text


@attrs.frozen(kw_only=True)
class Observation:
    """One measured value of an indicator for one period.

    Attributes:
        period: The period that the value is about.
        value: The value; left out where it is missing.
        missing: `not_available` or `suppressed`, where there is no value.
        reason: Why it is missing.
        numerator: Upper part of a share or ratio.
        denominator: Lower part of a share or ratio.
        dimensions: What part of the whole it is about, such as `{sex: f}`.
        note: A remark.
        source: Where the value comes from.
        reported_by: The role that reported it.
        reported_on: The day on which it was reported.
        owner: Identifier of the owner that answered.
        approved_by: The role that approved the value.
        approved_on: The day of the approval.
        sent_back: That it was sent back; it counts in no figure until there is a new answer.
        indicator: Identifier of the indicator; not written where the observation stands under its indicator.
    """

    period: Period
    value: Value | None = None
    missing: Missing | None = None
    reason: Text | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    dimensions: Mapping[str, str] = attrs.field(default=EMPTY, hash=False)
    note: Text | None = None
    source: Text | None = None
    reported_by: str | None = None
    reported_on: date | None = None
    owner: str | None = None
    approved_by: str | None = None
    approved_on: date | None = None
    sent_back: SentBack | None = None
    indicator: str | None = None


@attrs.frozen(kw_only=True, repr=False, field_transformer=bookkeeping_last)
class Indicator(Item):
    """How one knows whether a goal is reached or an action done.

    Attributes:
        measure: What kind of thing is measured: `count`, `share`, `ratio`, `money`, `duration`, `scale`, `index`,
            `milestone`, `text`, or a plug-in's `plugin:kind`.
        unit: What is counted, such as "persons" or "%".
        per: What the value is counted per: `year`, `half_year`, `quarter`, `month` or `round`.
        series: `snapshot` (the latest counts), `per_period` (periods add up) or `running_total` (already added up).
        direction: `increase`, `decrease` or `keep`; follows from baseline and target when it is not said.
        scale: Lowest and highest possible value.
        baseline: Where it stood at the start.
        targets: Where it should go.
        formula: How it is computed from other indicators.
        affects: Identifiers of indicators that it is believed to move.
        source: Where the values come from.
        decimals: How many decimals to print.
        weight: How much the indicator counts when the programme weighs its indicators.
        owners: Who reports it, where that is not the owners of the goal or action.
        observations: What was measured.
    """

    measure: Measure | str
    unit: Text | None = None
    per: Per | None = None
    series: Series | None = None
    direction: Direction | None = None
    scale: tuple[Decimal, ...] = ()
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    formula: Formula | None = None
    affects: tuple[str, ...] = ()
    source: Text | None = None
    decimals: int | None = None
    weight: Decimal | None = None
    owners: tuple[Responsibility, ...] = ()
    observations: tuple[Observation, ...] = ()

    @property
    def is_numeric(self) -> bool:
        """Whether its values are numbers that can be reckoned with."""
        return isinstance(self.measure, Measure) and self.measure not in (Measure.MILESTONE, Measure.TEXT)
