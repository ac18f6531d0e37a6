"""Every indicator with all that is known about it: what it measures, all its values, its target and its verdict."""

from collections.abc import Iterable, Iterator

from muniprog.document import Block, BulletList, Document, Heading, Paragraph
from muniprog.interfaces import Report, ReportOptions
from muniprog.messages import message
from muniprog.model import Indicator, Programme, Theme
from muniprog.reports import status_tables
from muniprog.reports.anchors import former_anchors, settle_anchors
from muniprog.reports.frame import facts
from muniprog.reports.indicator_curve import no_curves
from muniprog.reports.indicator_sheet import sheet
from muniprog.reports.indicator_table import OF_THE_PROGRAMME, of_theme
from muniprog.reports.indicator_words import legend
from muniprog.reports.occasion import occasion_of
from muniprog.reports.standing_notes import standing_facts, standing_notes
from muniprog.reports.teller import Teller
from muniprog.reports.voice import Voice


class IndicatorsReport(Report):
    """Shows every indicator, theme by theme and goal by goal, on a day or as a round left it."""

    name = "indicators"
    title = message("The indicators: values of all periods, targets and their changes, trends and verdicts")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        """Return the document; that of a closed round comes from the round's own record."""
        occasion = occasion_of(programme, options)
        teller = Teller(occasion, Voice(options.languages, occasion.programme.record), look=options.look)
        blocks = settle_anchors(_chapters(teller))
        return Document(
            teller.voice.say(message("Indicators")),
            teller.voice.language,
            blocks,
            subtitle=teller.voice.name(occasion.programme.title),
            metadata=[*facts(occasion.programme, teller.voice), *standing_facts(teller)],
            notice=teller.voice.name(occasion.programme.notice),
            contents=True,
            languages=teller.voice.side_by_side,
            former=former_anchors(blocks, occasion.programme),
        )


def _chapters(teller: Teller) -> Iterator[Block]:
    yield from standing_notes(teller)
    yield from no_curves(teller, teller.figures.indicators)
    yield from status_tables.verdicts(teller)
    if teller.programme.indicators:
        yield Paragraph(legend(teller, (each.verdict for each in teller.figures.indicators)))
    for theme in teller.programme.themes:
        yield from _theme(teller, theme, 1)
    if teller.programme.programme_indicators:
        yield teller.heading(1, OF_THE_PROGRAMME, "programme")
        yield from _sheets(teller, teller.programme.programme_indicators, 2)
    if without := [goal for goal in teller.programme.goals if not goal.all_indicators]:
        yield teller.heading(1, message("Goals without an indicator"), "without")
        yield BulletList(teller.title(goal) for goal in without)


def _theme(teller: Teller, theme: Theme, level: int) -> Iterator[Block]:
    if not any(of_theme(each) for each in theme.walk()):
        return
    yield teller.theme(theme, level)
    for goal in theme.goals:
        if goal.all_indicators:
            yield Heading(level + 1, teller.title(goal), anchor=goal.id)
            yield from _sheets(teller, goal.all_indicators, level + 2)
    for action in theme.actions:
        yield from _sheets(teller, action.indicators, level + 1)
    yield from _sheets(teller, theme.indicators, level + 1)
    for below in theme.themes:
        yield from _theme(teller, below, level + 1)


def _sheets(teller: Teller, indicators: Iterable[Indicator], level: int) -> Iterator[Block]:
    for indicator in indicators:
        yield from sheet(teller, teller.figures.indicator(indicator.id), level)
