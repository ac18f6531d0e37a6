"""The figures of an indicator: its values, what they come to, and where it stands against its target."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from muniprog.messages import Spoken, message
from muniprog.model import Indicator, Programme
from muniprog.model.shown import ShowsItself
from muniprog.progress.explaining import explained
from muniprog.progress.explanation import Explanation
from muniprog.progress.formulas import RULE_WORDS, computed, in_order
from muniprog.progress.known import Known
from muniprog.progress.numbers import per_cent
from muniprog.progress.periods import Almanac, timeline, values_of
from muniprog.progress.reservations import Reservation
from muniprog.progress.standing import Judged, Standing, judge
from muniprog.progress.targets import TargetInForce, target_in_force
from muniprog.progress.totals import Total, total_of
from muniprog.progress.trends import Trend, trend_of
from muniprog.progress.values import Dimensions, PeriodValue

if TYPE_CHECKING:
    from muniprog.document import Table


@attrs.frozen(kw_only=True, repr=False)
class IndicatorFigures(ShowsItself):
    """The figures of one indicator on a day.

    Attributes:
        indicator: The indicator.
        as_of: The day.
        values: Its values, one for each period, in the order of time; those without a value say why.
        parts: The values of parts of the whole, by dimensions; they are never added to the whole.
        total: What the values come to.
        target: The target in force; None where there is none.
        judged: The comparison of the value with the target.
        remark: What the reader should know about how the values came about.
        reservations: That an answer was sent back, or has not been approved yet.
        almanac: The programme's periods.
    """

    indicator: Indicator
    as_of: date
    values: tuple[PeriodValue, ...] = ()
    parts: Mapping[Dimensions, tuple[PeriodValue, ...]] = attrs.field(factory=dict)
    total: Total
    target: TargetInForce | None = None
    judged: Judged
    remark: Spoken | None = None
    reservations: tuple[Reservation, ...] = ()
    almanac: Almanac = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """The identifier of the indicator."""
        return self.indicator.id

    @property
    def latest(self) -> PeriodValue | None:
        """The last period that has a value; zero is one."""
        return next((value for value in reversed(self.values) if value.value is not None), None)

    @property
    def verdict(self) -> Standing:
        """Met, on the way, behind, missed, or not assessable."""
        return self.judged.verdict

    @property
    def attainment(self) -> Fraction | None:
        """How much of the way from baseline to target is done; exact, and not clamped."""
        return self.judged.attainment

    @property
    def why(self) -> Spoken | None:
        """Why there is no verdict or no percentage."""
        return self.judged.why

    @property
    def trend(self) -> Trend | None:
        """The change from the first number to the last one."""
        return trend_of(self.indicator, self.values, self.judged.direction or self.indicator.direction)

    @cached_property
    def timeline(self) -> tuple[PeriodValue, ...]:
        """The values with all periods of the programme, also those that nobody has reported about."""
        return timeline(self.values, self.almanac.all(self.indicator.per), self.as_of)

    @property
    def explanation(self) -> Explanation:
        """How the figures came about."""
        return explained(self)

    def explain(self, language: str) -> str:
        """Return how the figures came about, in words."""
        return self.explanation.spoken(language)

    def _tables(self) -> "Iterable[Table]":
        from muniprog.progress.notebook import indicator_tables

        return indicator_tables(self)

    def __repr__(self) -> str:
        share = "–" if self.attainment is None else str(per_cent(self.attainment))
        return f"<IndicatorFigures {self.id}: {self.verdict}, {share}>"


def indicator_figures(programme: Programme, known: Known, as_of: date) -> dict[str, IndicatorFigures]:
    """Return the figures of every indicator, by identifier."""
    almanac = Almanac(programme)
    values: dict[str, tuple[PeriodValue, ...]] = {}
    figures: dict[str, IndicatorFigures] = {}
    ordered, ringed = in_order(programme)
    for indicator in ordered:
        figure = _figure(programme, indicator, known, values, as_of, almanac)
        figures[indicator.id], values[indicator.id] = figure, figure.values
    for indicator in programme.indicators:
        if indicator.id in ringed:
            why = message("The formula leads back to the indicator itself.")
            total, judged = Total(reason=why), Judged(why=why)
            figures[indicator.id] = IndicatorFigures(
                indicator=indicator, as_of=as_of, total=total, judged=judged, almanac=almanac
            )
    return figures


def _figure(
    programme: Programme,
    indicator: Indicator,
    known: Known,
    others: Mapping[str, tuple[PeriodValue, ...]],
    as_of: date,
    almanac: Almanac,
) -> IndicatorFigures:
    parts = values_of(indicator, known.observations.get(indicator.id, ()), almanac)
    values = parts.pop((), ())
    remark: Spoken | None = None
    if indicator.formula is not None:
        if values:
            remark = message("Values were reported, so the formula is not used.")
        else:
            outcome = computed(programme, indicator, indicator.formula, others)
            values, remark = outcome.values, outcome.reason or RULE_WORDS[indicator.formula.rule]
    latest = next((value for value in reversed(values) if value.value is not None), None)
    measured_until = None if latest is None else latest.period.end
    target = target_in_force(indicator, as_of, measured_until, programme.period.end)
    return IndicatorFigures(
        indicator=indicator,
        as_of=as_of,
        values=values,
        parts=parts,
        total=total_of(indicator, values),
        target=target,
        judged=judge(indicator, values, target, as_of, programme.period, has_parts=bool(parts)),
        remark=remark,
        reservations=known.reservations_about(indicator.id),
        almanac=almanac,
    )
