"""A programme as plain rows: the way to pandas, polars, spreadsheets and CSV.

What rows are like is told in `table_rows`. A list inside a cell is joined with `; `.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from muniprog.errors import UnknownNameError
from muniprog.messages import message
from muniprog.model import (
    Action,
    Goal,
    Indicator,
    Observation,
    Programme,
    Responsibility,
    Target,
    Theme,
    expect_programme,
)
from muniprog.table_rows import TableRow, TableRows, measured, number
from muniprog.text import Text

JOINER = "; "


def rows(programme: Programme, table: str, language: str | None = None) -> TableRows:
    """Return one table of a programme: a list with a dictionary for each row.

    Args:
        programme: The programme.
        table: `themes`, `goals`, `actions`, `owners`, `indicators`, `targets` or `observations`.
        language: Language of the texts; the language of record when it is not said. A text that is not
            translated is given in the language that it has.

    Raises:
        UnknownNameError: There is no such table, or the programme does not have the language.
    """
    expect_programme(programme)
    if table not in TABLES:
        raise UnknownNameError(message("table"), table, tuple(TABLES))
    if language is not None and language not in programme.languages:
        raise UnknownNameError(message("language"), language, programme.languages)
    asked = language or programme.record
    return TableRows(TABLES[table](programme, asked), name=table, language=asked)


def _themes(programme: Programme, language: str) -> Iterator[TableRow]:
    for theme in programme.all_themes:
        yield {
            **_naming(programme, theme, language),
            "owners": _owners(programme, theme.owners, language),
            "goals": len(theme.goals),
        }


def _goals(programme: Programme, language: str) -> Iterator[TableRow]:
    for goal in programme.goals:
        overview = goal.overview
        yield {
            **_naming(programme, goal, language),
            **_answering(programme, goal, language),
            "overview": overview.timeframe.raw if overview is not None else None,
            "overview_title": _say(overview.title, language) if overview is not None else None,
            "actions": len(goal.actions),
            "indicators": len(goal.all_indicators),
        }


def _actions(programme: Programme, language: str) -> Iterator[TableRow]:
    for action in programme.actions:
        yield {
            **_naming(programme, action, language),
            **_answering(programme, action, language),
            "depends_on": _join(action.depends_on),
            "visibility": str(action.visibility),
        }


def _owners_table(programme: Programme, language: str) -> Iterator[TableRow]:
    for owner in programme.owners:
        yield {
            "id": owner.id,
            "name": str(owner.name[language]),
            "kind": str(owner.kind) if owner.kind is not None else None,
            "aliases": _join(owner.aliases),
            "parent": owner.parent,
            "valid_from": owner.valid_from,
            "valid_until": owner.valid_until,
            "succeeded_by": owner.succeeded_by,
            "note": _say(owner.note, language),
        }


def _indicators(programme: Programme, language: str) -> Iterator[TableRow]:
    for indicator in programme.indicators:
        latest = indicator.targets[-1] if indicator.targets else None
        yield {
            **_naming(programme, indicator, language),
            "measure": str(indicator.measure),
            "unit": _say(indicator.unit, language),
            "per": _word(indicator.per),
            "series": _word(indicator.series),
            "direction": _word(indicator.direction),
            **measured("baseline", indicator.baseline.value if indicator.baseline is not None else None),
            **measured("target", latest.value if latest is not None else None),
            "target_by": latest.by.raw or None if latest is not None else None,
            "source": _say(indicator.source, language),
        }


def _targets(programme: Programme, language: str) -> Iterator[TableRow]:
    for indicator in programme.indicators:
        for target in indicator.targets:
            yield {"indicator": indicator.id, **_target(target, language)}


def _target(target: Target, language: str) -> TableRow:
    return {
        **measured("value", target.value),
        "by": target.by.raw or None,
        "by_end": target.by.end,
        "comparison": _word(target.comparison),
        "set_on": target.set_on,
        "set_by": _say(target.set_by, language),
        "reason": _say(target.reason, language),
    }


def _observations(programme: Programme, language: str) -> Iterator[TableRow]:
    for indicator in programme.indicators:
        for observation in programme.observations_of(indicator.id):
            yield {"indicator": indicator.id, **_observation(observation, language)}


def _observation(observation: Observation, language: str) -> TableRow:
    return {
        "period": observation.period.raw,
        "period_start": observation.period.start,
        "period_end": observation.period.end,
        **measured("value", observation.value),
        "missing": _word(observation.missing),
        "reason": _say(observation.reason, language),
        "numerator": number(observation.numerator),
        "denominator": number(observation.denominator),
        "dimensions": _join(f"{name}={value}" for name, value in observation.dimensions.items()),
        "note": _say(observation.note, language),
        "source": _say(observation.source, language),
        "reported_by": observation.reported_by,
        "reported_on": observation.reported_on,
    }


def _naming(programme: Programme, item: Theme | Goal | Action | Indicator, language: str) -> TableRow:
    above: TableRow = {"theme": None, "goal": None, "action": None}
    for entry in programme.above(item.id):
        kind = type(entry).__name__.lower()
        above[kind] = above[kind] or entry.id
    return {
        "id": item.id,
        "title": str(item.title[language]),
        **above,
        "description": _say(item.description, language),
        "tags": _join(item.tags),
        "note": _say(item.note, language),
    }


def _answering(programme: Programme, item: Goal | Action, language: str) -> TableRow:
    timeframe, _ = programme.effective_timeframe(item.id)
    owners, _ = programme.effective_owners(item.id)
    return {
        "timeframe": timeframe.raw or None,
        "start": timeframe.start,
        "end": timeframe.end,
        "continuous": timeframe.continuous,
        "owner_ids": _join(responsibility.owner for responsibility in owners),
        "owners": _owners(programme, owners, language),
    }


def _owners(programme: Programme, owners: Iterable[Responsibility], language: str) -> str | None:
    return _join(
        programme[responsibility.owner].title[language] if responsibility.owner in programme else responsibility.owner
        for responsibility in owners
    )


def _say(text: Text | None, language: str) -> str | None:
    return str(text[language]) if text else None


def _word(word: object) -> str | None:
    return None if word is None else str(word)


def _join(words: Iterable[str]) -> str | None:
    return JOINER.join(words) or None


TABLES: Mapping[str, Callable[[Programme, str], Iterator[TableRow]]] = {
    "themes": _themes,
    "goals": _goals,
    "actions": _actions,
    "owners": _owners_table,
    "indicators": _indicators,
    "targets": _targets,
    "observations": _observations,
}
"""The tables that a programme has, by name."""
