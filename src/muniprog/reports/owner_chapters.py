"""One owner after the other: who it took over from, what it answers for, in which role, when, and how that stands."""

from collections.abc import Iterator, Sequence

from muniprog.document import Block, Column, Heading, Paragraph, Row, Table, cell, prose
from muniprog.messages import Spoken, message
from muniprog.model import Owner
from muniprog.progress import ActionFigures, IndicatorFigures, OwnerFigures
from muniprog.reports import words
from muniprog.reports.action_words import late
from muniprog.reports.indicator_words import legend, series, verdict
from muniprog.reports.standing_notes import standing_facts, standing_notes
from muniprog.reports.status_tables import NO_ACTIONS
from muniprog.reports.teller import DASH, Teller
from muniprog.reports.voice import BELOW


def of_programme(teller: Teller, owners: Sequence[Owner]) -> Iterator[Block]:
    """Yield the chapter of one programme among several: on which day it stands, and then its owners."""
    yield Heading(1, teller.voice.name(teller.programme.title), anchor=f"{teller.prefix}chapter-programme")
    for name, value in standing_facts(teller):
        yield Paragraph(prose(name, ": ", value))
    yield from standing_notes(teller)
    yield from of_owners(teller, owners, 2)


def of_owners(teller: Teller, owners: Sequence[Owner], level: int) -> Iterator[Block]:
    """Yield what each of the owners answers for, and what the signs mean."""
    wanted = {owner.id for owner in owners}
    shown = [figures for figures in teller.figures.owners if figures.id in wanted]
    for figures in shown:
        yield from _owner(teller, figures, level)
    if any(figures.indicators for figures in shown):
        yield Paragraph(legend(teller, (each.verdict for figures in shown for each in figures.indicators)))


def _owner(teller: Teller, figures: OwnerFigures, level: int) -> Iterator[Block]:
    yield Heading(level, teller.owner(figures.id), anchor=teller.prefix + figures.id)
    if succession := list(_succession(teller, figures)):
        yield teller.bullets(succession)
    if figures.actions:
        done = message("Done of those that can be completed: {completion}.", completion=figures.completion)
        yield Paragraph(teller.voice.say(done, BELOW))
        yield _actions(teller, figures)
    elif figures.continued_by is None:
        yield Paragraph(teller.voice.say(NO_ACTIONS, BELOW))
    if figures.indicators:
        yield _indicators(teller, figures)


def _succession(teller: Teller, figures: OwnerFigures) -> Iterator[Spoken]:
    if figures.continued_by is not None:
        heir = teller.programme[figures.continued_by].title
        yield message("It has ended; what it answered for stands under {owner}.", owner=heir)
    for owner in figures.former:
        yield message("Formerly {owner}, until {day}.", owner=owner.name, day=owner.valid_until)


def _actions(teller: Teller, figures: OwnerFigures) -> Table:
    voice = teller.voice
    titles = (words.ACTION, message("Role"), words.TIMETABLE, words.STATUS, message("Delay"))
    return Table(
        prose(teller.title(figures.item), " – ", voice.say(message("Actions"))),
        [Column(voice.say(title), share=share) for title, share in zip(titles, (2.4, 0.9, 1.1, 1.1, 1.1), strict=True)],
        [_action(teller, each, figures.id) for each in teller.in_order(figures.actions)],
    )


def _action(teller: Teller, figures: ActionFigures, owner: str) -> Row:
    delay = late(figures)
    return Row(
        [
            teller.entry(figures.action),
            cell(teller.roles(figures.id, owner)),
            cell(teller.voice.time(figures.timeframe)),
            cell(teller.status(figures.status)),
            cell(prose(DASH) if delay is None else teller.voice.say(delay, BELOW)),
        ],
        facets=teller.facets(figures.id),
    )


def _indicators(teller: Teller, figures: OwnerFigures) -> Table:
    voice = teller.voice
    titles = (words.INDICATOR, message("Values"), words.VERDICT)
    return Table(
        prose(teller.title(figures.item), " – ", voice.say(message("Indicators"))),
        [Column(voice.say(title), share=share) for title, share in zip(titles, (2, 2, 1), strict=True)],
        [_indicator(teller, each) for each in teller.in_order(figures.indicators)],
    )


def _indicator(teller: Teller, figures: IndicatorFigures) -> Row:
    return Row(
        [
            teller.entry(figures.indicator),
            cell(series(teller, figures.timeline)),
            cell(verdict(teller, figures.verdict)),
        ],
        facets=teller.facets(figures.id),
    )
