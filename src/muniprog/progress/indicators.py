"""The figures of an indicator: its values, what they come to, and where it stands against its target."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from muniprog.messages import Sentences, Spoken, message
from muniprog.model import Indicator, Observation, Programme
from muniprog.progress.explanation import Explanation
from muniprog.progress.formulas import RULE_WORDS, computed, in_order
from muniprog.progress.known import Known
from muniprog.progress.numbers import Quantity, per_cent
from muniprog.progress.periods import Almanac, timeline, values_of
from muniprog.progress.standing import STANDING_WORDS, Judged, Standing, judge
from muniprog.progress.targets import TargetInForce, target_in_force
from muniprog.progress.totals import Total, total_of
from muniprog.progress.trends import Trend, trend_of
from muniprog.progress.values import Dimensions, PeriodValue
from muniprog.progress.words import called

ATTAINMENT = message("Attainment is (value − start) ÷ (target − start); nothing is cut off below 0% or above 100%.")
EVENLY = message("On the way is what has come at least as far as it would by going evenly; the rest is behind.")


@attrs.frozen(kw_only=True, repr=False)
class IndicatorFigures:
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
        return Explanation(
            subject=called(self.indicator),
            result=_results(self),
            inputs=_inputs(self),
            rules=_rules(self),
            footnotes=_footnotes(self),
        )

    def explain(self, language: str) -> str:
        """Return how the figures came about, in words."""
        return self.explanation.spoken(language)

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
        figure = _figure(programme, indicator, known.observations.get(indicator.id, ()), values, as_of, almanac)
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
    observations: Sequence[Observation],
    others: Mapping[str, tuple[PeriodValue, ...]],
    as_of: date,
    almanac: Almanac,
) -> IndicatorFigures:
    parts = values_of(indicator, observations, almanac)
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
        almanac=almanac,
    )


def _results(figures: IndicatorFigures) -> Iterator[Spoken]:
    attainment, why = figures.attainment, figures.why
    verdict = STANDING_WORDS[figures.verdict]
    if attainment is None:
        yield message("{verdict}; no percentage (–).", verdict=verdict)
    else:
        yield message(
            "{verdict}; {share} of the way from start to target.", verdict=verdict, share=per_cent(attainment)
        )
    if attainment is not None and attainment < 0:
        yield message("That is worse than the start.")
    if why is not None:
        yield why
    total = figures.total
    if total.value is not None:
        yield message("All periods together: {total}.", total=total)
    if (trend := figures.trend) is not None:
        yield message("Trend {trend}.", trend=trend)


def _inputs(figures: IndicatorFigures) -> Iterator[Spoken]:
    indicator, judged = figures.indicator, figures.judged
    baseline = indicator.baseline
    if judged.is_sum:
        yield message("The start is zero, since the periods in the target's time are added up.")
    elif baseline is not None:
        said = Quantity(baseline.value, indicator.unit, indicator.decimals)
        yield (
            message("Start {value}.", value=said)
            if baseline.period is None
            else message("Start {value} ({period}).", value=said, period=baseline.period.raw)
        )
    if figures.target is not None:
        said = Quantity(figures.target.target.value, indicator.unit, indicator.decimals)
        yield message("Target {value}, due on {day}.", value=said, day=figures.target.due)
    if judged.is_sum and judged.value is not None:
        said = Quantity(judged.value, indicator.unit, indicator.decimals)
        yield message("Sum {value} of the periods in the target's time.", value=said)
    elif (latest := figures.latest) is not None:
        yield message("Value {value} ({period}).", value=latest, period=latest.period.raw)


def _rules(figures: IndicatorFigures) -> Iterator[Spoken]:
    judged = figures.judged
    yield message("The last value counts that was known on {day}.", day=figures.as_of)
    if judged.attainment is not None and judged.start is not None:
        yield ATTAINMENT
        numbers = {"value": judged.value, "start": judged.start, "target": judged.target}
        said = {name: Quantity(number) for name, number in numbers.items() if number is not None}
        yield message("({value} − {start}) ÷ ({target} − {start}) = {share}", share=per_cent(judged.attainment), **said)
    if judged.expected is not None and figures.verdict in (Standing.ON_THE_WAY, Standing.BEHIND):
        yield EVENLY
        yield message("By going evenly it would have come {share} of the way.", share=per_cent(judged.expected))
    if figures.total.rule is not None:
        yield figures.total.rule


def _footnotes(figures: IndicatorFigures) -> Iterator[Spoken]:
    if figures.target is not None:
        yield from figures.target.revisions(figures.indicator)
    if figures.remark is not None:
        yield figures.remark
    for value in figures.values:
        if value.remark is not None:
            yield value.remark
        if value.value is None:
            note: Spoken = message("{period}: {state}.", period=value.period.raw, state=value)
            yield Sentences([note, value.reason]) if value.reason else note
    if figures.total.value is None and figures.total.reason is not None:
        yield message("No total: {reason}", reason=figures.total.reason)
    if figures.parts:
        yield message("Values of parts are shown apart and are not added to the whole.")
