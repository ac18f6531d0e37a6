"""Indicators as the rows of a table: measure and last values, start and target, verdict, trend."""

from collections.abc import Iterable, Iterator

from muniprog.document import Block, Column, Paragraph, Prose, Row, Table, cell, prose
from muniprog.messages import message
from muniprog.model import Indicator, Theme
from muniprog.progress import IndicatorFigures
from muniprog.reports import words
from muniprog.reports.indicator_words import (
    IN_A_LINE,
    judgement,
    legend,
    measure,
    part_name,
    series,
    start_and_target,
    trend,
)
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW

OF_THE_PROGRAMME = message("Indicators of the whole programme")


def by_theme(teller: Teller, level: int, *, most: int | None = IN_A_LINE) -> Iterator[Block]:
    """Yield the indicators of each theme under its heading, then those of the whole, and what the signs mean."""
    programme = teller.programme
    for theme in programme.all_themes:
        if found := of_theme(theme):
            yield teller.theme(theme, level, "indicators")
            yield table(teller, teller.title(theme), found, most)
    if programme.programme_indicators:
        yield teller.heading(level, OF_THE_PROGRAMME, "indicators-programme")
        yield table(teller, teller.voice.say(OF_THE_PROGRAMME), programme.programme_indicators, most)
    if programme.indicators:
        yield Paragraph(legend(teller, (each.verdict for each in teller.figures.indicators)))


def of_theme(theme: Theme) -> tuple[Indicator, ...]:
    """Return the indicators of a theme itself, its goals and its actions, without those of the themes below it."""
    goals = (indicator for goal in theme.goals for indicator in goal.all_indicators)
    actions = (indicator for action in theme.actions for indicator in action.indicators)
    return (*goals, *actions, *theme.indicators)


def table(teller: Teller, caption: Prose, indicators: Iterable[Indicator], most: int | None) -> Table:
    """Return the table of some indicators, with their last values only or with all (`most` is None)."""
    voice = teller.voice
    return Table(
        caption,
        [
            Column(voice.say(words.INDICATOR), share=1.6),
            Column(voice.say(message("Values")), share=1.8),
            Column(voice.say(message("Start and target")), share=1.4),
            Column(voice.say(words.VERDICT), share=1.2),
            Column(voice.say(message("Trend")), share=1.2),
        ],
        [_row(teller, teller.figures.indicator(indicator.id), most) for indicator in indicators],
    )


def _row(teller: Teller, figures: IndicatorFigures, most: int | None) -> Row:
    entry = teller.entry(figures.indicator)
    title = cell(*entry.content, measure(teller, figures.indicator), header=True, anchor=entry.anchor)
    return Row(
        [
            title,
            cell(*_values(teller, figures, most)),
            cell(*start_and_target(teller, figures)),
            cell(*judgement(teller, figures)),
            cell(trend(teller, figures.trend)),
        ],
        facets=teller.facets(figures.id),
    )


def _values(teller: Teller, figures: IndicatorFigures, most: int | None) -> Iterator[Prose]:
    """Yield the values of the whole, those of each part, and what is to be known about them."""
    yield series(teller, figures.timeline, most)
    for part, values in figures.parts.items():
        yield prose(part_name(part), " – ", series(teller, values, most))
    for value in figures.values:
        if value.value is None and value.reason is not None:
            yield teller.voice.say(message("{period}: {reason}", period=value.period.raw, reason=value.reason), BELOW)
        if value.remark is not None:
            yield teller.voice.say(value.remark, BELOW)
    if figures.remark is not None:
        yield teller.voice.say(figures.remark, BELOW)
    for reservation in figures.reservations:
        yield teller.voice.say(reservation, BELOW)
