"""An action in the cells of a table: planned and actual days, how late it is, why, and its money."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from muniprog.document import Cell, Column, ColumnKind, Prose, Row, Table, cell, prose
from muniprog.messages import Spoken, message, plural_message
from muniprog.model import Decision, Verdict
from muniprog.progress import ActionFigures
from muniprog.reports import words
from muniprog.reports.frame import joined
from muniprog.reports.occasion import RoundOccasion, in_time
from muniprog.reports.teller import DASH, Teller
from muniprog.reports.voice import BELOW

DECISION_WORDS = {
    Verdict.CONTINUE: message("goes on"),
    Verdict.CHANGE: message("is changed"),
    Verdict.END: message("is ended"),
    Verdict.START: message("is started"),
}


def late(figures: ActionFigures) -> Spoken | None:
    """Return by how much an action is late; None where it is not."""
    if not figures.is_late:
        return None
    return plural_message("{count} day late", "{count} days late", figures.late_by)


def slip(figures: ActionFigures) -> Spoken | None:
    """Return by how much the end has moved from the programme's plan; None where it has not, or nothing tells."""
    moved = figures.slip
    if not moved:
        return None
    if moved > 0:
        return plural_message("{count} day later than planned", "{count} days later than planned", moved)
    return plural_message("{count} day earlier than planned", "{count} days earlier than planned", -moved)


def delays(
    teller: Teller,
    caption: Spoken,
    actions: Iterable[ActionFigures],
    late_in: Mapping[str, Sequence[str]] | None = None,
) -> Table:
    """Return actions with planned and actual days beside each other, the slip, the reason, and the money.

    Args:
        teller: What tells about them.
        caption: The caption of the table.
        actions: The actions.
        late_in: The rounds in which each action was late, by identifier, where that is to be told.
    """
    found = tuple(actions)
    voice = teller.voice
    has_money = any(figures.money for figures in found)
    columns = [
        Column(voice.say(words.ACTION), share=1.8),
        Column(voice.say(message("Planned end"), BELOW), kind=ColumnKind.DATE),
        Column(voice.say(message("Ready, or last plan"), BELOW), kind=ColumnKind.DATE),
        Column(voice.say(message("Difference"))),
        Column(voice.say(words.REASON), share=1.8),
    ]
    if has_money:
        columns.append(Column(voice.say(message("Money")), share=1.2))
    rows = [Row(_cells(teller, each, has_money, late_in), facets=teller.facets(each.id)) for each in found]
    return Table(voice.say(caption), columns, rows)


def reasons(teller: Teller, figures: ActionFigures) -> Iterator[Prose]:
    """Yield what was last said about an action, with the round where it was an earlier one, and what was decided."""
    said = next((seen for seen in reversed(figures.reports) if seen.update.note), None)
    decisions = [(each, of) for each, of in _decisions(teller) if _is_about(teller, each, figures)]
    if said is not None:
        occasion = teller.occasion
        earlier = isinstance(occasion, RoundOccasion) and occasion.round.period.order != said.round.order
        note = teller.voice.text(said.update.note)
        yield prose(said.round.raw, ": ", note) if earlier else note
    elif not decisions:
        yield teller.voice.warn(message("no reason given"))
    for decision, of in decisions:
        label = message("Decision in the round {round}", round=of)
        yield prose(teller.voice.say(label), ": ", decided(teller, decision))


def decided(teller: Teller, decision: Decision) -> Prose:
    """Return a decision in a line: what, by whom, when and why."""
    voice = teller.voice
    by = [
        voice.say(DECISION_WORDS[decision.decision]),
        voice.name(decision.by),
        voice.say(message("{day}", day=decision.on)) if decision.on is not None else (),
    ]
    said = joined([part for part in by if part])
    return prose(said, ": ", voice.name(decision.reason)) if decision.reason else said


def _cells(
    teller: Teller, figures: ActionFigures, has_money: bool, late_in: Mapping[str, Sequence[str]] | None
) -> list[Cell]:
    voice = teller.voice
    known = [spoken for spoken in (late(figures), slip(figures)) if spoken is not None]
    if late_in is not None and (rounds := late_in[figures.id]):
        known.append(message("late in the rounds {rounds}", rounds=tuple(rounds)))
    now = figures.actual_end or figures.planned_end
    cells = [
        cell(teller.linked(figures.action), teller.owners(figures.id), header=True),
        cell(teller.day(figures.first_planned_end), value=figures.first_planned_end),
        cell(*_now(teller, figures), value=now),
        cell(*(voice.say(spoken, BELOW) for spoken in known) if known else [prose(DASH)]),
        cell(*reasons(teller, figures)),
    ]
    return [*cells, teller.money(figures.money)] if has_money else cells


def _now(teller: Teller, figures: ActionFigures) -> Iterator[Prose]:
    if figures.actual_end is not None:
        yield teller.voice.say(message("ready {day}", day=figures.actual_end), BELOW)
    elif figures.planned_end != figures.first_planned_end and figures.planned_end is not None:
        yield teller.voice.say(message("now planned for {day}", day=figures.planned_end), BELOW)
    else:
        yield prose(DASH)


def _decisions(teller: Teller) -> Iterator[tuple[Decision, str]]:
    for follow_up in in_time(teller.programme.follow_ups):
        for decision in follow_up.decisions:
            if decision.on is None or decision.on <= teller.occasion.as_of:
                yield decision, follow_up.period.raw


def _is_about(teller: Teller, decision: Decision, figures: ActionFigures) -> bool:
    return decision.item in teller.programme and teller.programme[decision.item].id == figures.id
