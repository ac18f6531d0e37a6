"""Who answered for what in the first round, and who does at the end."""

from collections.abc import Iterator

from muniprog.document import Block, Column, Paragraph, Row, Table, cell, plain
from muniprog.messages import message
from muniprog.reports import words
from muniprog.reports.evaluation.rounds import Rounds
from muniprog.reports.voice import BELOW


def then_and_now(rounds: Rounds) -> Iterator[Block]:
    """Yield the actions whose owners are others at the end than in the first round that knew the action."""
    end = rounds.end
    rows = list(_changed(rounds))
    if not rows:
        yield Paragraph(end.voice.say(message("All actions have the owners that they had from the beginning."), BELOW))
        return
    titles = (words.ACTION, message("At first"), message("At the end"))
    yield Table(
        end.voice.say(message("Actions that have got other owners")),
        [Column(end.voice.say(title), share=share) for title, share in zip(titles, (2, 1.5, 1.5), strict=True)],
        rows,
    )


def _changed(rounds: Rounds) -> Iterator[Row]:
    end, found = rounds.end, rounds.actions()
    for action in end.programme.actions:
        known = zip(rounds.tellers, found[action.id], strict=True)
        first, figures = next((teller, each) for teller, each in known if each is not None)
        then, now = first.owners(figures.id), end.owners(action.id)
        if plain(then) != plain(now):
            yield Row([cell(end.linked(action), header=True), cell(then), cell(now)], facets=end.facets(action.id))
