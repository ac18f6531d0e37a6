"""What a timetable shows, in words and in rows, for those who do not see the picture."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from muniprog.document import Cell, Column, ColumnKind, Row, Table, cell
from muniprog.figures.bars import Kind, kind_of
from muniprog.figures.finishing import some_of
from muniprog.figures.planned import Plan, Planned
from muniprog.messages import Spoken, message, plural_message
from muniprog.progress import status_word

_KINDS = {
    Kind.DATED: message("Planned for a certain time"),
    Kind.TENTATIVE: message("Planned for about a certain time"),
    Kind.CONTINUOUS: message("Going on all the time"),
    Kind.RECURRING: message("Coming back"),
    Kind.UNDATED: message("Without a time that can be drawn"),
}


def alternative(plan: Plan, rows: Sequence[Planned]) -> str:
    """Return what is to be seen: how many bars of which kind, the years, and what is late."""
    return " ".join(plan.speech.say(sentence) for sentence in _sentences(plan, rows))


def _sentences(plan: Plan, rows: Sequence[Planned]) -> Iterator[Spoken]:
    axis, speech = plan.axis, plan.speech
    yield plural_message(
        "{count} row under the years {first}–{last}.",
        "{count} rows under the years {first}–{last}.",
        len(rows),
        first=axis.first,
        last=axis.last,
    )
    for kind, words in _KINDS.items():
        if names := [speech.title(row.item) for row in rows if kind_of(row.time) is kind]:
            yield message("{kind} ({count}): {names}.", count=len(names), kind=words, names=some_of(names, speech))
    if plan.shown_day is not None:
        yield message("A line marks {day}.", day=plan.shown_day)
    if plan.figures is not None:
        late = [speech.title(row.item) for row in rows if row.late_by]
        yield message("Late: {names}.", names=some_of(late, speech)) if late else message("Nothing is late.")


def table(plan: Plan, rows: Sequence[Planned], caption: str) -> Table:
    """Return the rows of a picture as a table."""
    speech = plan.speech
    titles = [(message("Goal"), 1.6), (message("Action"), 2.0), (message("Timetable"), 1.2)]
    if plan.figures is not None:
        titles += [(message("Status"), 1.0)]
    columns = [Column(speech.say(title), share=share) for title, share in titles]
    if plan.figures is not None:
        columns.append(Column(speech.say(message("Days late")), kind=ColumnKind.NUMBER, share=0.7))
    return Table(caption, columns, [_row(plan, rows, index) for index in range(len(rows))])


def _row(plan: Plan, rows: Sequence[Planned], index: int) -> Row:
    """Return a row of the table; a goal stands in one cell beside all its actions."""
    speech, row = plan.speech, rows[index]
    is_action = row.item is not row.goal
    cells = [
        cell(speech.prose(speech.title(row.item)), header=True) if is_action else cell(),
        cell(speech.prose(speech.time(row.time))),
    ]
    if index == 0 or row.goal is None or rows[index - 1].goal is not row.goal:
        cells.insert(0, _goal(plan, rows[index:]))
    if plan.figures is not None:
        known = row.figures
        cells.append(cell() if known is None else cell(speech.say(status_word(plan.programme, known.status))))
        cells.append(cell(str(row.late_by), value=row.late_by) if row.late_by else cell())
    return Row(cells)


def _goal(plan: Plan, rows: Sequence[Planned]) -> Cell:
    goal = rows[0].goal
    if goal is None:
        return cell()
    actions = sum(1 for _ in takewhile(lambda row: row.goal is goal, rows))
    return cell(plan.speech.prose(plan.speech.title(goal)), header=True, rows=actions)
