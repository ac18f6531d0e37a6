"""Figures as plain rows: the way to pandas, polars, spreadsheets and CSV.

What rows are like is told in `table_rows`. Shares are whole per cent, as reports print them.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from muniprog.errors import UnknownNameError
from muniprog.messages import message
from muniprog.model import Programme, Status
from muniprog.progress.figures import Figures
from muniprog.progress.groups import GroupFigures
from muniprog.progress.numbers import whole_per_cent
from muniprog.table_rows import TableRow, TableRows, measured, number


def figure_rows(figures: Figures, table: str, language: str | None = None) -> TableRows:
    """Return one table of the figures of a day: a list with a dictionary for each row.

    Args:
        figures: The figures.
        table: `progress` (a row for each action), `attainment` (for each indicator) or `counts` (for the programme,
            each theme, goal and owner).
        language: Language of the titles; the language of record when it is not said.

    Raises:
        UnknownNameError: There is no such table, or the programme does not have the language.
    """
    programme = figures.source
    if table not in FIGURE_TABLES:
        raise UnknownNameError(message("table"), table, tuple(FIGURE_TABLES))
    if language is not None and language not in programme.languages:
        raise UnknownNameError(message("language"), language, programme.languages)
    asked = language or programme.record
    return TableRows(FIGURE_TABLES[table](figures, asked), name=table, language=asked)


def _progress(figures: Figures, language: str) -> Iterator[TableRow]:
    for action in figures.actions:
        yield {
            "id": action.id,
            "title": str(action.action.title[language]),
            "as_of": figures.as_of,
            "status": _word(action.status),
            "reported_on": None if action.reported is None else action.reported.day,
            "round": None if action.reported is None else action.reported.round.raw,
            "late_by": action.late_by,
            "first_planned_end": action.first_planned_end,
            "planned_end": action.planned_end,
            "actual_end": action.actual_end,
            "slip": action.slip,
            "time_passed_percent": _per_cent(action.time_passed),
            "reservations": len(action.reservations),
        }


def _attainment(figures: Figures, language: str) -> Iterator[TableRow]:
    for indicator in figures.indicators:
        latest, target = indicator.latest, indicator.target
        yield {
            "id": indicator.id,
            "title": str(indicator.indicator.title[language]),
            "as_of": figures.as_of,
            "period": None if latest is None else latest.period.raw,
            **measured("value", None if latest is None else latest.value),
            **measured("target", None if target is None else target.target.value),
            "target_due": None if target is None else target.due,
            "target_changed": target is not None and target.is_revised,
            "attainment_percent": _per_cent(indicator.attainment),
            "verdict": str(indicator.verdict),
            "why": None if indicator.why is None else indicator.why.spoken(language),
            "total": number(indicator.total.value),
            "reservations": len(indicator.reservations),
        }


def _counts(figures: Figures, language: str) -> Iterator[TableRow]:
    yield _group(figures, figures.programme, language)
    for group in (*figures.themes, *figures.goals, *figures.owners):
        yield _group(figures, group, language)


def _group(figures: Figures, group: GroupFigures, language: str) -> TableRow:
    statuses = {str(status): group.counts[status] for status in Status}
    return {
        "kind": "programme" if isinstance(group.item, Programme) else type(group.item).__name__.lower(),
        "id": group.id,
        "title": str(group.item.title[language]),
        "as_of": figures.as_of,
        "actions": group.counts.total,
        **statuses,
        "not_reported": group.counts[None],
        "completed": group.completion.done,
        "to_complete": group.completion.base,
        "completion_percent": _per_cent(group.completion.share),
        "late": len(group.late),
        "attainment_percent": _per_cent(group.attainment),
        "assessed": len(group.rolled_up.assessed),
        "to_assess": len(group.rolled_up.parts),
    }


def _word(status: Status | None) -> str | None:
    return None if status is None else str(status)


def _per_cent(share: Fraction | None) -> int | None:
    return None if share is None else int(whole_per_cent(share))


FIGURE_TABLES: Mapping[str, Callable[[Figures, str], Iterator[TableRow]]] = {
    "progress": _progress,
    "attainment": _attainment,
    "counts": _counts,
}
"""The tables of figures, by name."""
