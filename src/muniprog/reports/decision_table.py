"""Decisions as a table: on what, which, by whom, when and why."""

from collections.abc import Sequence

from muniprog.document import Cell, Column, ColumnKind, Row, Table, cell
from muniprog.messages import Spoken, message
from muniprog.model import Decision, FollowUp
from muniprog.reports import words
from muniprog.reports.action_words import DECISION_WORDS
from muniprog.reports.teller import Teller


def decision_table(teller: Teller, caption: Spoken, rounds: Sequence[FollowUp]) -> Table:
    """Return the decisions of some rounds; which round each is of is told where there are several."""
    voice, several = teller.voice, len(rounds) > 1
    columns = [
        Column(voice.say(message("Goal or action")), share=2),
        Column(voice.say(words.DECISION)),
        Column(voice.say(message("Decided by")), share=1.2),
        Column(voice.say(message("Day")), kind=ColumnKind.DATE),
        Column(voice.say(words.REASON), share=1.8),
    ]
    if several:
        columns.insert(1, Column(voice.say(message("Round")), share=0.7))
    rows = [
        _row(teller, decision, cell(follow_up.period.raw) if several else None)
        for follow_up in rounds
        for decision in follow_up.decisions
    ]
    return Table(voice.say(caption), columns, rows)


def _row(teller: Teller, decision: Decision, of_round: Cell | None) -> Row:
    voice = teller.voice
    cells = [
        cell(teller.mention(decision.item), header=True),
        cell(voice.say(DECISION_WORDS[decision.decision])),
        cell(voice.text(decision.by)),
        cell(teller.day(decision.on), value=decision.on),
        cell(voice.text(decision.reason)),
    ]
    told = cells if of_round is None else [cells[0], of_round, *cells[1:]]
    return Row(told, facets=teller.facets(decision.item))
