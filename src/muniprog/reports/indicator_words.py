"""An indicator in the cells of a table: its values in a line, its target, where it stands, and which way it goes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from muniprog.document import Mark, Prose, Span, plain, prose
from muniprog.messages import Message, Spoken, message
from muniprog.model import Indicator, Measure
from muniprog.progress import (
    AVAILABILITY_WORDS,
    STANDING_WORDS,
    Availability,
    IndicatorFigures,
    PeriodValue,
    Quantity,
    Standing,
    Trend,
    per_cent,
)
from muniprog.progress.values import Dimensions
from muniprog.reports.joined import Joined
from muniprog.reports.teller import DASH, Teller
from muniprog.reports.voice import BELOW
from muniprog.timeframe import Period

SYMBOLS: Mapping[Standing, str] = {
    Standing.MET: "●",
    Standing.ON_THE_WAY: "▲",
    Standing.BEHIND: "▼",
    Standing.MISSED: "■",
    Standing.NOT_ASSESSABLE: "○",
}
"""A sign for each verdict; the word always stands beside it, and the legend under the table."""

MARKS: Mapping[Standing, Mark] = {
    Standing.MET: Mark.GOOD,
    Standing.ON_THE_WAY: Mark.GOOD,
    Standing.BEHIND: Mark.CAUTION,
    Standing.MISSED: Mark.BAD,
    Standing.NOT_ASSESSABLE: Mark.MISSING,
}

MEASURE_WORDS: Mapping[Measure, Message] = {
    Measure.COUNT: message("a number"),
    Measure.SHARE: message("a share"),
    Measure.RATIO: message("a ratio"),
    Measure.MONEY: message("money"),
    Measure.DURATION: message("a duration"),
    Measure.SCALE: message("a value on a scale"),
    Measure.INDEX: message("an index number"),
    Measure.MILESTONE: message("a milestone: reached or not"),
    Measure.TEXT: message("told in words"),
}

_WAYS = {"up": ("↑", message("up")), "down": ("↓", message("down")), "level": ("→", message("level"))}
IN_A_LINE = 6
"""How many of the last periods stand in one line."""


def measure(teller: Teller, indicator: Indicator) -> Prose:
    """Return what is measured and in which unit."""
    kind = indicator.measure
    said = teller.voice.say(MEASURE_WORDS[kind]) if isinstance(kind, Measure) else prose(kind)
    return prose(said, ", ", teller.voice.name(indicator.unit)) if indicator.unit else said


def series(teller: Teller, values: Sequence[PeriodValue], most: int | None = IN_A_LINE) -> Prose:
    """Return the last values as one line, the periods without one among them: 2019: 12 · 2020: – (not reported).

    Periods that are not due yet are left out; a table of all periods has them.
    """
    due = [value for value in values if value.availability is not Availability.NOT_DUE]
    last = due if most is None else due[-most:]
    if not last:
        return teller.voice.warn(message("no value yet"))
    return teller.line(_Told(value) for value in last)


def part_name(dimensions: Dimensions) -> str:
    """Return what part of the whole a value is about: sex: f, age: 0–17."""
    return ", ".join(f"{name}: {value}" for name, value in dimensions)


def missing(value: PeriodValue) -> Spoken:
    """Return a dash with the word for why there is no value."""
    return message("– ({why})", why=AVAILABILITY_WORDS[value.availability])


def start_and_target(teller: Teller, figures: IndicatorFigures) -> Iterator[Prose]:
    """Yield where the indicator started, the target in force and how it has been changed."""
    indicator, voice = figures.indicator, teller.voice
    if indicator.baseline is not None:
        start = Quantity(indicator.baseline.value, indicator.unit, indicator.decimals)
        period = indicator.baseline.period
        yield voice.say(
            message("Start {value}", value=start)
            if period is None
            else message("Start {value} ({period})", value=start, period=PeriodWords(period)),
            BELOW,
        )
    if figures.target is None:
        yield voice.warn(message("no target"))
        return
    target = figures.target
    wanted = Quantity(target.target.value, indicator.unit, indicator.decimals)
    yield voice.say(message("Target {value}, by {day}", value=wanted, day=target.due), BELOW)
    for revision in target.revisions(indicator):
        yield voice.say(message("Changed: {what}", what=revision), BELOW)


def verdict(teller: Teller, standing: Standing) -> Prose:
    """Return a verdict as a sign and as a word."""
    word = STANDING_WORDS[standing]
    sign = Span(SYMBOLS[standing], mark=MARKS[standing], meaning=plain(teller.voice.say(word)))
    return prose(sign, " ", teller.marked(word, MARKS[standing]))


def judgement(teller: Teller, figures: IndicatorFigures) -> Iterator[Prose]:
    """Yield the verdict, how much of the way is done, and why there is no verdict or no percentage."""
    yield verdict(teller, figures.verdict)
    if figures.attainment is not None:
        yield teller.voice.say(message("{share} of the way", share=per_cent(figures.attainment)))
    if figures.why is not None:
        yield teller.voice.say(figures.why, BELOW)


def trend(teller: Teller, found: Trend | None) -> Prose:
    """Return a trend: a sign, both periods and values, and whether that is better."""
    if found is None:
        return prose(DASH)
    sign, meaning = _WAYS[found.way]
    better = {True: message("better"), False: message("worse"), None: None}[found.is_better]
    said: Spoken = found if better is None else Joined([found, better], ", ")
    return prose(Span(sign, meaning=plain(teller.voice.say(meaning))), " ", teller.voice.say(said, BELOW))


def legend(teller: Teller, standings: Iterable[Standing]) -> Prose:
    """Return what the signs of these verdicts stand for."""
    used = set(standings)
    return teller.line(
        Joined([SYMBOLS[standing], STANDING_WORDS[standing]], " ") for standing in Standing if standing in used
    )


@attrs.frozen
class PeriodWords:
    """A period in the words of the reader's language."""

    period: Period

    def spoken(self, language: str) -> str:
        """Return the period in `language`."""
        return self.period.label(language)


@attrs.frozen
class _Told:
    """The value of one period in a line of several; of the units only per cent is said, the others stand beside it."""

    value: PeriodValue

    def spoken(self, language: str) -> str:
        value = self.value
        period = value.period.label(language)
        if value.value is None:
            return f"{period}: {missing(value).spoken(language)}"
        unit = value.unit if value.unit is not None and value.unit[language] == "%" else None
        return f"{period}: {Quantity(value.value, unit, value.decimals).spoken(language)}"
