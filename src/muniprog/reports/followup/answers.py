"""What the owners answered in the round, theme by theme; what nobody answered is there too, and says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from muniprog.document import Block, Cell, Column, Prose, Row, Table, cell
from muniprog.followup.asking import OVER
from muniprog.messages import message
from muniprog.model import Action, FollowUp, Goal, Indicator, Theme, Update
from muniprog.progress import ActionFigures, GroupFigures
from muniprog.progress.answers import Answer, counts_from
from muniprog.reports.followup.answer_words import answered, given_by, said_about, state_of
from muniprog.reports.indicator_table import OF_THE_PROGRAMME, of_theme
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW

Item = Goal | Action | Indicator
Answers = Mapping[str, Sequence[Answer]]


def answers(teller: Teller, follow_up: FollowUp) -> Iterator[Block]:
    """Yield the chapter."""
    given = _by_item(teller, follow_up)
    yield teller.heading(1, message("What the owners answered"), "answers")
    for theme in teller.programme.all_themes:
        if rows := _rows(teller, follow_up, _items(theme, given), given):
            yield teller.theme(theme, 2)
            yield _table(teller, teller.title(theme), rows)
    whole = [each for each in teller.programme.programme_indicators if each.id in given]
    if whole:
        yield teller.heading(2, OF_THE_PROGRAMME, "answers-programme")
        yield _table(teller, teller.voice.say(OF_THE_PROGRAMME), _rows(teller, follow_up, whole, given))


def _by_item(teller: Teller, follow_up: FollowUp) -> Answers:
    """Return the answers of the round by item, the last one last; those about nothing that is there are left out."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    everything: tuple[Answer, ...] = (*follow_up.updates, *follow_up.observations)
    for answer in everything:
        name = answer.item if isinstance(answer, Update) else answer.indicator or ""
        if name in teller.programme:
            found[teller.programme[name].id].append(answer)
    return {item: sorted(given, key=lambda each: _place(follow_up, each)) for item, given in found.items()}


def _place(follow_up: FollowUp, answer: Answer) -> tuple[object, ...]:
    """Return where an answer stands among those about the same item: by day, the whole before its parts."""
    about = () if isinstance(answer, Update) else (answer.period.order, sorted(answer.dimensions.items()))
    return counts_from(follow_up, answer), about, repr(answer)


def _items(theme: Theme, given: Answers) -> Iterator[Item]:
    """Yield all actions of a theme; goals and indicators where somebody answered about them."""
    for goal in theme.goals:
        if goal.id in given or not goal.actions:
            yield goal
        yield from goal.actions
    yield from theme.actions
    yield from (indicator for indicator in of_theme(theme) if indicator.id in given)


def _table(teller: Teller, caption: Prose, rows: Iterable[Row]) -> Table:
    voice = teller.voice
    return Table(
        caption,
        [
            Column(voice.say(message("About what")), share=1.6),
            Column(voice.say(message("Status or value"))),
            Column(voice.say(message("What was answered")), share=2.4),
            Column(voice.say(message("By whom")), share=1.2),
        ],
        rows,
    )


def _rows(teller: Teller, follow_up: FollowUp, items: Iterable[Item], given: Answers) -> list[Row]:
    return [row for item in items for row in _of_item(teller, follow_up, item, given.get(item.id, ()))]


def _of_item(teller: Teller, follow_up: FollowUp, item: Item, given: Sequence[Answer]) -> Iterator[Row]:
    """Yield a row for each answer, or the one row that says that there is none; the item stands beside them all."""
    entry, facets = teller.entry(item), teller.facets(item.id)
    if not given:
        yield Row([entry, *_no_answer(teller, item)], facets=facets)
    for position, answer in enumerate(given):
        beside = [attrs.evolve(entry, rows=len(given))] if position == 0 else []
        yield Row([*beside, *_answer(teller, follow_up, item, answer)], facets=facets)


def _answer(teller: Teller, follow_up: FollowUp, item: Item, answer: Answer) -> tuple[Cell, Cell, Cell]:
    said = (*state_of(teller, follow_up, answer), *said_about(teller, answer))
    return cell(*answered(teller, item, answer)), cell(*said), cell(*given_by(teller, follow_up, answer))


def _no_answer(teller: Teller, item: Item) -> tuple[Cell, Cell, Cell]:
    figures = teller.figures[item.id]
    reported = figures.reported if isinstance(figures, (ActionFigures, GroupFigures)) else None
    status = cell(teller.status(None if reported is None else reported.status))
    if reported is not None and reported.status in OVER:
        over = message("Not asked about any more since the round {round}.", round=reported.round.raw)
        return status, cell(teller.voice.say(over, BELOW)), cell()
    return status, cell(teller.voice.warn(message("no answer in this round"))), cell()
