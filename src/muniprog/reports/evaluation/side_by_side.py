"""The rounds side by side: figures of the whole, and what became of each action from round to round."""

from collections.abc import Iterator, Sequence

from muniprog.document import Block, Cell, Column, ColumnKind, Facet, Figure, Paragraph, Prose, Row, Table, cell
from muniprog.figures import Speech, StatusBar, draw_status_bars
from muniprog.messages import message
from muniprog.model import Action, Status
from muniprog.progress import ActionFigures, Standing, status_word
from muniprog.reports import words
from muniprog.reports.action_words import late
from muniprog.reports.decision_table import decision_table
from muniprog.reports.evaluation.rounds import Rounds
from muniprog.reports.indicator_words import verdict
from muniprog.reports.pictures import told_by
from muniprog.reports.status_tables import ALL_ACTIONS, COMPLETED, completion
from muniprog.reports.teller import Teller
from muniprog.reports.voice import BELOW
from muniprog.text import Wording

_NOT_THERE = message("not in the programme")


_WHOLE = "rounds-in-figures"


def pictures(rounds: Rounds) -> Iterator[Block]:
    """Yield the statuses of the whole as bars, one for each round."""
    end = rounds.end
    caption = message("All actions by status, round by round")

    def draw(language: str) -> tuple[Figure, ...]:
        bars = [
            StatusBar(Wording(title, language), teller.figures.programme.counts)
            for title, teller in zip(rounds.titles, rounds.tellers, strict=True)
        ]
        speech = Speech(language, end.programme.record)
        return draw_status_bars(
            end.programme, bars, caption, speech=speech, look=end.look, of=message("Round"), name="rounds"
        )

    if end.figures.programme.counts.total:
        yield from told_by(end, draw, told_at=_WHOLE)


def whole(rounds: Rounds) -> Table:
    """Return the figures of the whole, one column for each round."""
    voice = rounds.end.voice
    return Table(
        voice.say(message("The whole programme, round by round")),
        [
            Column(voice.say(message("What is counted")), share=1.6),
            *(Column(title, kind=ColumnKind.NUMBER) for title in rounds.titles),
        ],
        list(_figures(rounds)),
        anchor=_WHOLE,
    )


def _figures(rounds: Rounds) -> Iterator[Row]:
    end, voice = rounds.end, rounds.end.voice
    groups = [teller.figures.programme for teller in rounds.tellers]
    yield _row(voice.say(message("Things stand as on")), [each.day(each.occasion.as_of) for each in rounds.tellers])
    for status in (*Status, None):
        numbers = [group.counts[status] for group in groups]
        if status is None or any(numbers):
            yield _numbers(voice.say(status_word(end.programme, status)), numbers)
    yield _numbers(voice.say(ALL_ACTIONS), [group.counts.total for group in groups])
    done = [completion(teller, group) for teller, group in zip(rounds.tellers, groups, strict=True)]
    yield _row(voice.say(COMPLETED), done)
    yield _numbers(voice.say(message("Late")), [len(group.late) for group in groups])
    for standing in Standing:
        yield _numbers(verdict(end, standing), [group.verdicts[standing] for group in groups])


def actions(rounds: Rounds) -> Iterator[Block]:
    """Yield the status of each action in each round, theme by theme, as the record of each round has it."""
    end = rounds.end
    found = dict(rounds.actions())
    for theme in end.programme.all_themes:
        inside = (*(action for goal in theme.goals for action in goal.actions), *theme.actions)
        if inside:
            yield end.theme(theme, 2)
            rows = [
                _action(rounds, end.entry(action), found.pop(action.id), end.facets(action.id)) for action in inside
            ]
            yield _table(rounds, end.title(theme), rows)
    if found:
        title = message("Actions that are no longer in the programme")
        yield end.heading(2, title, "gone")
        gone = [_action(rounds, _former(end, row), row, _last_facets(rounds, row)) for row in found.values()]
        yield _table(rounds, end.voice.say(title), gone)


def decisions(rounds: Rounds) -> Iterator[Block]:
    """Yield the decisions of all rounds."""
    end = rounds.end
    if any(each.decisions for each in rounds.rounds):
        yield decision_table(end, message("Decisions of all rounds"), rounds.rounds)
    else:
        yield Paragraph(end.voice.say(message("No decision is written down."), BELOW))


def _table(rounds: Rounds, caption: Prose, rows: Sequence[Row]) -> Table:
    columns = [Column(rounds.end.voice.say(words.ACTION), share=2.4), *(Column(title) for title in rounds.titles)]
    return Table(caption, columns, rows)


def _action(rounds: Rounds, entry: Cell, figures: Sequence[ActionFigures | None], facets: tuple[Facet, ...]) -> Row:
    standings = (cell(*_standing(teller, each)) for teller, each in zip(rounds.tellers, figures, strict=True))
    return Row([entry, *standings], facets=facets)


def _last_facets(rounds: Rounds, figures: Sequence[ActionFigures | None]) -> tuple[Facet, ...]:
    """Return by what an action was found in the last round that had it."""
    known = [(teller, each) for teller, each in zip(rounds.tellers, figures, strict=True) if each is not None]
    teller, last = known[-1]
    return teller.facets(last.id)


def _standing(teller: Teller, figures: ActionFigures | None) -> Iterator[Prose]:
    if figures is None:
        yield teller.voice.warn(_NOT_THERE)
        return
    yield teller.status(figures.status)
    if (delay := late(figures)) is not None:
        yield teller.voice.say(delay, BELOW)


def _former(end: Teller, figures: Sequence[ActionFigures | None]) -> Cell:
    """Return the title that an action had when it was last there."""
    last: Action = [each for each in figures if each is not None][-1].action
    return cell(end.title(last, BELOW), header=True)


def _row(title: Prose, cells: Sequence[Prose]) -> Row:
    return Row([cell(title, header=True), *map(cell, cells)])


def _numbers(title: Prose, numbers: Sequence[int]) -> Row:
    return Row([cell(title, header=True), *(cell(str(number), value=number) for number in numbers)])
