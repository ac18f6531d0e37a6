"""One indicator with all that is known about it, under a heading of its own."""

from collections.abc import Iterator

from muniprog.document import Block, BulletList, Column, ColumnKind, Heading, Prose, Row, Table, cell, prose
from muniprog.messages import Message, Spoken, message
from muniprog.model import Action, Per
from muniprog.progress import IndicatorFigures, PeriodValue
from muniprog.reports.indicator_curve import curve
from muniprog.reports.indicator_words import (
    PeriodWords,
    judgement,
    measure,
    missing,
    part_name,
    start_and_target,
    trend,
)
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW

PER_WORDS = {
    Per.YEAR: message("per year"),
    Per.HALF_YEAR: message("per half year"),
    Per.QUARTER: message("per quarter"),
    Per.MONTH: message("per month"),
    Per.ROUND: message("per round of follow-up"),
}


def sheet(teller: Teller, figures: IndicatorFigures, level: int) -> Iterator[Block]:
    """Yield the heading of an indicator, what is known about it, and the values of all periods."""
    indicator, voice = figures.indicator, teller.voice
    anchor, facets = teller.prefix + indicator.id, teller.facets(indicator.id)
    yield Heading(level, teller.title(indicator), anchor=anchor, facets=facets)
    yield from voice.paragraphs(indicator.description)
    yield BulletList(_facts(teller, figures))
    among = len(teller.programme.indicators)
    yield from curve(teller, figures, told_at=_values_anchor(anchor), among=among)
    yield _values(teller, figures)


def _values_anchor(anchor: str) -> str:
    return f"values-{anchor}"


def _facts(teller: Teller, figures: IndicatorFigures) -> Iterator[Prose]:
    indicator, voice = figures.indicator, teller.voice
    above = teller.programme.parent(indicator.id)
    if isinstance(above, Action):
        yield _labelled(teller, message("Action"), teller.title(above))
    per = () if indicator.per is None else prose(", ", voice.say(PER_WORDS[indicator.per]))
    yield _labelled(teller, message("Measured"), prose(measure(teller, indicator), per))
    if owners := teller.owners(indicator.id):
        yield _labelled(teller, message("Owner"), owners)
    if indicator.source:
        yield _labelled(teller, message("Source"), voice.name(indicator.source))
    yield from start_and_target(teller, figures)
    verdict, *reasons = judgement(teller, figures)
    yield _labelled(teller, message("Verdict"), verdict)
    yield from reasons
    yield _labelled(teller, message("Trend"), trend(teller, figures.trend))
    yield from (voice.say(sentence, BELOW) for sentence in _remarks(figures))


def _remarks(figures: IndicatorFigures) -> Iterator[Spoken]:
    total = figures.total
    yield (
        message("No total: {reason}", reason=total.reason)
        if total.value is None
        else message("All periods together: {total}.", total=total)
    )
    yield from (remark for remark in (total.rule, total.remark, figures.remark) if remark is not None)
    yield from figures.reservations
    if figures.parts:
        yield message("Values of parts are shown apart and are not added to the whole.")


def _values(teller: Teller, figures: IndicatorFigures) -> Table:
    """Return all periods of the programme, those without a value too; parts follow the whole."""
    voice = teller.voice
    rows = [_row(teller, (), value) for value in figures.timeline]
    for part, values in figures.parts.items():
        rows += [_row(teller, part, value) for value in values]
    return Table(
        prose(teller.title(figures.indicator), " – ", voice.say(message("all periods"))),
        [
            Column(voice.say(message("Period")), share=1.2),
            Column(voice.say(message("Value")), kind=ColumnKind.NUMBER, share=1.2),
            Column(voice.say(message("Remark")), share=2.5),
        ],
        rows,
        anchor=_values_anchor(teller.prefix + figures.indicator.id),
    )


def _row(teller: Teller, part: tuple[tuple[str, str], ...], value: PeriodValue) -> Row:
    voice = teller.voice
    period = voice.say(PeriodWords(value.period))
    said = voice.warn(missing(value)) if value.value is None else voice.say(value, BELOW)
    remarks = [remark for remark in (value.reason, value.remark, _parts_of(value)) if remark is not None]
    return Row(
        [
            cell(prose(period, ", ", part_name(part)) if part else period, header=True),
            cell(said, value=None if value.number is None else float(value.number)),
            cell(*(voice.say(remark, BELOW) for remark in remarks)),
        ]
    )


def _parts_of(value: PeriodValue) -> Message | None:
    """Return the two parts of a share, so that anybody can add up shares rightly."""
    if value.numerator is None or value.denominator is None:
        return None
    return message("{part} of {whole}", part=value.numerator, whole=value.denominator)


def _labelled(teller: Teller, label: Message, words: Prose) -> Prose:
    return prose(teller.voice.say(label), ": ", words)
