"""The figures of an indicator in words: what went in, by which rule, what came out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from muniprog.messages import Sentences, Spoken, message
from muniprog.progress.explanation import Explanation
from muniprog.progress.numbers import Quantity, per_cent
from muniprog.progress.standing import STANDING_WORDS, Standing
from muniprog.progress.words import called

if TYPE_CHECKING:
    from muniprog.progress.indicators import IndicatorFigures

ATTAINMENT = message("Attainment is (value − start) ÷ (target − start); nothing is cut off below 0% or above 100%.")
EVENLY = message("On the way is what has come at least as far as it would by going evenly; the rest is behind.")


def explained(figures: "IndicatorFigures") -> Explanation:
    """Return how the figures of an indicator came about."""
    return Explanation(
        subject=called(figures.indicator),
        result=_results(figures),
        inputs=_inputs(figures),
        rules=_rules(figures),
        footnotes=_footnotes(figures),
    )


def _results(figures: "IndicatorFigures") -> Iterator[Spoken]:
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


def _inputs(figures: "IndicatorFigures") -> Iterator[Spoken]:
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


def _rules(figures: "IndicatorFigures") -> Iterator[Spoken]:
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


def _footnotes(figures: "IndicatorFigures") -> Iterator[Spoken]:
    yield from figures.reservations
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
