"""What has changed since the round before, out of what was known by its end."""

from collections.abc import Iterator

from muniprog.document import Block, Column, Paragraph, Prose, Row, Table, cell
from muniprog.messages import Spoken, message
from muniprog.progress import ActionFigures, Figures, IndicatorFigures
from muniprog.reports import words
from muniprog.reports.indicator_words import verdict
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW


def changes(teller: Teller, before: Figures | None) -> Iterator[Block]:
    """Yield the section; nothing for the first round."""
    if before is None:
        return
    yield teller.heading(2, message("Since the round before"), "changes")
    yield teller.bullets(_sentences(teller.figures, before))
    actions = [(now, before.action(now.id)) for now in teller.figures.actions]
    actions = [(now, then) for now, then in actions if (then.status, then.is_late) != (now.status, now.is_late)]
    indicators = [(now, before.indicator(now.id)) for now in teller.figures.indicators]
    indicators = [(now, then) for now, then in indicators if then.verdict is not now.verdict]
    if actions:
        yield _actions(teller, actions)
    if indicators:
        yield _indicators(teller, indicators)
    if not actions and not indicators:
        yield Paragraph(teller.voice.say(message("No status and no verdict has changed."), BELOW))


def _sentences(now: Figures, then: Figures) -> Iterator[Spoken]:
    before, after = then.programme, now.programme
    yield message("Compared with {day}, with the actions, indicators and targets of now.", day=then.as_of)
    yield message("Done: {before} before, {after} now.", before=before.completion, after=after.completion)
    yield message("Late: {before} before, {after} now.", before=len(before.late), after=len(after.late))


def _actions(teller: Teller, changed: list[tuple[ActionFigures, ActionFigures]]) -> Table:
    return Table(
        teller.voice.say(message("Actions that stand otherwise than before")),
        _columns(teller, words.ACTION),
        [
            Row(
                [
                    cell(teller.linked(now.action), header=True),
                    cell(*_standing(teller, then)),
                    cell(*_standing(teller, now)),
                ],
                facets=teller.facets(now.id),
            )
            for now, then in changed
        ],
    )


def _standing(teller: Teller, figures: ActionFigures) -> Iterator[Prose]:
    yield teller.status(figures.status)
    if figures.is_late:
        yield teller.voice.say(message("late"))


def _indicators(teller: Teller, changed: list[tuple[IndicatorFigures, IndicatorFigures]]) -> Table:
    return Table(
        teller.voice.say(message("Indicators that stand otherwise than before")),
        _columns(teller, words.INDICATOR),
        [
            Row(
                [
                    cell(teller.linked(now.indicator), header=True),
                    cell(verdict(teller, then.verdict)),
                    cell(verdict(teller, now.verdict)),
                ],
                facets=teller.facets(now.id),
            )
            for now, then in changed
        ],
    )


def _columns(teller: Teller, first: Spoken) -> list[Column]:
    titles = (first, message("Before"), message("Now"))
    return [Column(teller.voice.say(title), share=share) for title, share in zip(titles, (2.5, 1, 1), strict=True)]
