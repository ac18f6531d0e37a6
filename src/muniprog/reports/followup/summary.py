"""The summary: counts by status with their shares, what is done, what is late, indicators by verdict."""

from collections.abc import Iterator

from muniprog.document import Block, BulletList, Prose, prose
from muniprog.messages import Spoken, message
from muniprog.model import Indicator
from muniprog.progress import IndicatorFigures, ShareOf
from muniprog.reports import status_tables
from muniprog.reports.indicator_curve import curve, no_curves
from muniprog.reports.indicator_words import verdict
from muniprog.reports.teller import Teller


def summary(teller: Teller) -> Iterator[Block]:
    """Yield the chapter."""
    yield teller.heading(1, message("Summary"), "summary")
    yield from status_tables.statuses(teller)
    yield teller.bullets(_sentences(teller))
    yield from status_tables.verdicts(teller)
    if headline := [name for name in teller.programme.headline if name in teller.programme]:
        yield teller.heading(2, message("Indicators that stand for the whole"), "headline")
        yield BulletList(_headline(teller, name) for name in headline)
        found = map(teller.figures.__getitem__, headline)
        indicators = [figures for figures in found if isinstance(figures, IndicatorFigures)]
        yield from no_curves(teller, indicators)
        for figures in indicators:
            yield from curve(teller, figures, told_at=teller.prefix + figures.id, among=len(indicators))


def _sentences(teller: Teller) -> Iterator[Spoken]:
    whole = teller.figures.programme
    yield message("Done of those that can be completed: {completion}.", completion=whole.completion)
    yield message("Late: {share}.", share=ShareOf(len(whole.late), whole.counts.total))
    yield message("Never reported: {share}.", share=ShareOf(len(whole.never_reported), whole.counts.total))
    yield from whole.rolled_up.results
    yield from (message("Money in {money}.", money=money) for money in whole.money)


def _headline(teller: Teller, name: str) -> Prose:
    indicator = teller.programme[name]
    if not isinstance(indicator, Indicator):
        return teller.mention(name)
    figures = teller.figures.indicator(name)
    latest = figures.latest
    said = prose(teller.linked(indicator), ": ")
    if latest is not None:
        value = message("{value} ({period})", value=latest, period=latest.period.raw)
        said = prose(said, teller.voice.say(value), "; ")
    return prose(said, verdict(teller, figures.verdict))
