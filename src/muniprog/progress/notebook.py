"""What figures show of themselves in a notebook: the results, and in words how they came about."""

from collections.abc import Iterator, Sequence

from muniprog.document import Column, ColumnKind, Row, Span, Table, cell
from muniprog.model import Programme
from muniprog.progress.actions import ActionFigures
from muniprog.progress.explanation import Explanation
from muniprog.progress.figures import Figures
from muniprog.progress.groups import GroupFigures
from muniprog.progress.indicators import IndicatorFigures
from muniprog.progress.numbers import per_cent
from muniprog.progress.words import called, status_word

_COUNTS = ("Actions", "Completed", "Late", "Attainment")


def all_tables(figures: Figures) -> Iterator[Table]:
    """Yield what the figures of a day show: those of the programme and of each theme."""
    groups = (figures.programme, *figures.themes)
    columns = [Column("Identifier"), Column("Title"), *(Column(title, kind=ColumnKind.NUMBER) for title in _COUNTS)]
    yield Table(f"Figures of {figures.source.id} on {figures.as_of}", columns, [_counted(group) for group in groups])


def action_tables(figures: ActionFigures) -> Iterator[Table]:
    """Yield what the figures of an action show."""
    yield _explained(figures.id, figures.explanation)


def indicator_tables(figures: IndicatorFigures) -> Iterator[Table]:
    """Yield what the figures of an indicator show: how it stands, and the values."""
    yield _explained(figures.id, figures.explanation)
    if figures.values:
        rows = [Row([cell(value.period.raw, header=True), cell(value.spoken("en"))]) for value in figures.values]
        yield Table("Values", [Column("Period"), Column("Value", kind=ColumnKind.NUMBER)], rows)


def group_tables(figures: GroupFigures) -> Iterator[Table]:
    """Yield what the figures of a goal, a theme, an owner or a programme show: how it stands, and the actions."""
    yield _explained(figures.id, figures.explanation)
    if figures.actions and not isinstance(figures.item, Programme):
        yield _actions(figures.actions)


def _explained(identifier: str, explanation: Explanation) -> Table:
    rows = [
        Row([cell(part.spoken("en"), header=True), cell(sentence.spoken("en"))])
        for part, sentences in explanation.parts()
        for sentence in sentences
    ]
    return Table(f"{explanation.subject.spoken('en')} ({identifier})", [Column(""), Column("")], rows)


def _counted(group: GroupFigures) -> Row:
    attainment = "–" if group.attainment is None else per_cent(group.attainment).spoken("en")
    counts = (str(group.counts.total), str(group.completion), str(len(group.late)), attainment)
    return Row([cell(group.id, header=True), cell(_title(group)), *map(cell, counts)])


def _actions(actions: Sequence[ActionFigures]) -> Table:
    columns = [Column("Identifier"), Column("Title"), Column("Status"), Column("Days late", kind=ColumnKind.NUMBER)]
    rows = [
        Row(
            [
                cell(action.id, header=True),
                cell(_title(action)),
                cell(status_word(action.programme, action.status).spoken("en")),
                cell(str(action.late_by)),
            ]
        )
        for action in actions
    ]
    return Table("Actions", columns, rows)


def _title(figures: ActionFigures | GroupFigures) -> Span:
    item = figures.action if isinstance(figures, ActionFigures) else figures.item
    title = item.title.wording("en", figures.programme.record)
    return Span(title or called(item).spoken("en"), language=title.language if title else None)
