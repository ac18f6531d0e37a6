"""A programme as rows of tables, for those who ask with SQL. The columns are those of the SQLite storage's views."""

from collections.abc import Iterator
from datetime import date

import attrs

import muniprog
from muniprog_postgres.cells import (
    Cell,
    Mapping,
    day,
    mapping_of,
    mappings_of,
    measured,
    number,
    readable,
    scalar,
    structured,
    texts,
    words_in,
)
from muniprog_postgres.words import lexemes

Row = tuple[Cell, ...]
Rows = dict[str, list[Row]]
"""The rows of each table."""

_ITEM = ("id", "title", "title_languages", "description", "description_languages", "note")
_TIMEFRAME = ("timeframe", "timeframe_start", "timeframe_end")
_OWNER = ("owner", "role", "note", "inherited")
_VALUE = ("value", "value_text", "value_kind")

COLUMNS: dict[str, tuple[str, ...]] = {
    "programmes": (
        *("id", "title", "title_languages", "summary", "summary_languages", "period", "languages"),
        *("municipality", "municipality_code", "country", "adopted_on"),
    ),
    "owners": (
        *("programme", "position", "id", "name", "name_languages", "kind", "parent", "valid_from", "valid_until"),
        "succeeded_by",
    ),
    "themes": ("programme", "position", *_ITEM, "parent"),
    "goals": ("programme", "theme", "position", *_ITEM, *_TIMEFRAME),
    "goal_owners": ("programme", "goal", *_OWNER),
    "actions": (
        *("programme", "theme", "goal", "position", *_ITEM, *_TIMEFRAME),
        *("visibility", "depends_on", "tags", "custom_values"),
    ),
    "action_owners": ("programme", "action", *_OWNER),
    "indicators": (
        *("programme", "item", "position", *_ITEM, "measure", "unit", "unit_languages", "per", "series", "direction"),
        *("baseline", "baseline_text", "baseline_kind", "baseline_period", "source"),
    ),
    "targets": ("programme", "indicator", "position", *_VALUE, "due", "comparison", "set_on", "set_by", "reason"),
    "observations": (
        *("programme", "indicator", "follow_up", "position", "period", *_VALUE, "missing", "reason", "numerator"),
        *("denominator", "dimensions", "note", "source", "reported_by", "reported_on"),
    ),
    "updates": (
        *("programme", "follow_up", "position", "item", "status", "note", "next_steps", "planned_end"),
        *("actual_start", "actual_end", "reported_by", "reported_on", "approved_by", "approved_on"),
    ),
    "texts": ("programme", "position", "item", "language", "text", "words"),
}
"""The columns of each table that a programme's mapping fills, in the order of the cells."""

STRUCTURED = frozenset(
    {column for columns in COLUMNS.values() for column in columns if column.endswith("_languages")}
    | {"languages", "depends_on", "tags", "custom_values", "dimensions"}
)
"""The columns that hold JSON."""


def rows_of(mapping: Mapping) -> Rows:
    """Return the rows of a programme in each table, in the order of the programme."""
    return _Walk(mapping).rows


@attrs.frozen
class _Above:
    """What an item has from the items above it: its theme, its goal, and who answers for what names nobody."""

    theme: str | None = None
    goal: str | None = None
    owners: tuple[Mapping, ...] = ()

    def within(self, item: Mapping, **place: str | None) -> "_Above":
        """Return what stands above the parts of an item."""
        return attrs.evolve(self, **place, owners=_responsible(item) or self.owners)


class _Walk:
    """Goes through a programme once and gathers rows."""

    def __init__(self, mapping: Mapping) -> None:
        self.rows: Rows = {table: [] for table in COLUMNS}
        languages = mapping.get("languages")
        first = languages[0] if isinstance(languages, list) and languages else None
        self.record = first if isinstance(first, str) else "und"
        self.id = readable(str(mapping.get("id", "")))
        self._programme(mapping)

    def _programme(self, mapping: Mapping) -> None:
        municipality = mapping_of(mapping.get("municipality"))
        self.rows["programmes"].append(
            (
                self.id,
                *self._texts(mapping, "title", "summary"),
                scalar(mapping.get("period")),
                structured(mapping.get("languages")),
                self._words(municipality, "name"),
                scalar(municipality.get("code")),
                scalar(municipality.get("country")),
                day(mapping_of(mapping.get("adopted")).get("on")),
            )
        )
        for owner in mappings_of(mapping.get("owners")):
            self._add(
                "owners",
                *(self._position("owners"), scalar(owner.get("id")), *self._texts(owner, "name")),
                *_scalars(owner, "kind", "parent"),
                *_days(owner, "valid_from", "valid_until"),
                *_scalars(owner, "succeeded_by"),
            )
        self._indicators(mapping, None)
        for theme in mappings_of(mapping.get("themes")):
            self._theme(theme, _Above())
        for follow_up in mappings_of(mapping.get("follow_ups")):
            self._follow_up(follow_up)
        for position, hit in enumerate(muniprog.texts_in(mapping)):
            self._add("texts", position, *map(readable, (hit.item, hit.language, hit.text)), lexemes(hit.text))

    def _theme(self, theme: Mapping, above: _Above) -> None:
        self._add("themes", self._position("themes"), *self._item(theme), above.theme)
        below = above.within(theme, theme=scalar(theme.get("id")))
        self._indicators(theme, below.theme)
        for goal in mappings_of(theme.get("goals")):
            self._goal(goal, below)
        for action in mappings_of(theme.get("actions")):
            self._action(action, below)
        for inner in mappings_of(theme.get("themes")):
            self._theme(inner, below)

    def _goal(self, goal: Mapping, above: _Above) -> None:
        self._add("goals", above.theme, self._position("goals"), *self._item(goal), *_timeframe(goal))
        below = above.within(goal, goal=scalar(goal.get("id")))
        self._responsibilities("goal_owners", below.goal, goal, above)
        self._indicators(goal, below.goal)
        for action in mappings_of(goal.get("actions")):
            self._action(action, below)

    def _action(self, action: Mapping, above: _Above) -> None:
        self._add(
            "actions",
            *(above.theme, above.goal, self._position("actions"), *self._item(action), *_timeframe(action)),
            scalar(action.get("visibility")) or "public",
            *(structured(action.get(key)) for key in ("depends_on", "tags", "values")),
        )
        identifier = scalar(action.get("id"))
        self._responsibilities("action_owners", identifier, action, above)
        self._indicators(action, identifier)

    def _responsibilities(self, table: str, item: str | None, mapping: Mapping, above: _Above) -> None:
        """Add who answers for an item: those whom it names, else those of the nearest item above it."""
        own = _responsible(mapping)
        for one in own or above.owners:
            role = scalar(one.get("role")) or "lead"
            self._add(table, item, scalar(one.get("owner")), role, self._words(one, "note"), not own)

    def _indicators(self, holder: Mapping, item: str | None) -> None:
        for indicator in mappings_of(holder.get("indicators")):
            baseline = indicator.get("baseline")
            first: Mapping = baseline if isinstance(baseline, dict) else {"value": baseline}
            self._add(
                "indicators",
                *(item, self._position("indicators"), *self._item(indicator), scalar(indicator.get("measure"))),
                *self._texts(indicator, "unit"),
                *_scalars(indicator, "per", "series", "direction"),
                *(*measured(first.get("value")), scalar(first.get("period"))),
                self._words(indicator, "source"),
            )
            identifier = scalar(indicator.get("id"))
            self._targets(indicator, identifier)
            for observation in mappings_of(indicator.get("observations")):
                self._observation(observation, identifier, None)

    def _targets(self, indicator: Mapping, identifier: str | None) -> None:
        targets = indicator.get("targets")
        for position, target in enumerate(targets if isinstance(targets, list) else []):
            one: Mapping = target if isinstance(target, dict) else {"value": target}
            by = one.get("by")
            self._add(
                "targets",
                *(identifier, position, *measured(one.get("value"))),
                scalar(by.get("text") if isinstance(by, dict) else by),
                *(scalar(one.get("comparison")), day(one.get("set_on"))),
                *(self._words(one, "set_by"), self._words(one, "reason")),
            )

    def _observation(self, observation: Mapping, indicator: str | None, follow_up: str | None) -> None:
        self._add(
            "observations",
            *(indicator, follow_up, self._position("observations"), scalar(observation.get("period"))),
            *(*measured(observation.get("value")), scalar(observation.get("missing"))),
            self._words(observation, "reason"),
            *(number(observation.get("numerator")), number(observation.get("denominator"))),
            structured(observation.get("dimensions")),
            *(self._words(observation, "note"), self._words(observation, "source")),
            *(scalar(observation.get("reported_by")), day(observation.get("reported_on"))),
        )

    def _follow_up(self, follow_up: Mapping) -> None:
        period = scalar(follow_up.get("period"))
        for observation in mappings_of(follow_up.get("observations")):
            self._observation(observation, scalar(observation.get("indicator")), period)
        for update in mappings_of(follow_up.get("updates")):
            self._add(
                "updates",
                *(period, self._position("updates"), *_scalars(update, "item", "status")),
                *(self._words(update, "note"), self._words(update, "next_steps")),
                *_days(update, "planned_end", "actual_start", "actual_end"),
                *(scalar(update.get("reported_by")), day(update.get("reported_on"))),
                *(scalar(update.get("approved_by")), day(update.get("approved_on"))),
            )

    def _add(self, table: str, *cells: Cell) -> None:
        self.rows[table].append((self.id, *cells))

    def _position(self, table: str) -> int:
        return len(self.rows[table])

    def _item(self, item: Mapping) -> Row:
        return (scalar(item.get("id")), *self._texts(item, "title", "description"), self._words(item, "note"))

    def _texts(self, item: Mapping, *keys: str) -> Iterator[Cell]:
        for key in keys:
            yield from texts(item.get(key), self.record)

    def _words(self, item: Mapping, key: str) -> str | None:
        return words_in(item.get(key), self.record)


def _scalars(item: Mapping, *keys: str) -> Iterator[str | None]:
    return (scalar(item.get(key)) for key in keys)


def _days(item: Mapping, *keys: str) -> Iterator[date | None]:
    return (day(item.get(key)) for key in keys)


def _timeframe(item: Mapping) -> Row:
    """Return a timeframe as it is written, and its dates where they are written too."""
    timeframe = item.get("timeframe")
    if isinstance(timeframe, dict):
        return tuple(_scalars(timeframe, "text", "start", "end"))
    return scalar(timeframe), None, None


def _responsible(item: Mapping) -> tuple[Mapping, ...]:
    """Return who answers for an item by its own words; a bare identifier is a lead."""
    owners = item.get("owners")
    named = owners if isinstance(owners, list) else []
    return tuple({"owner": one} if isinstance(one, str) else one for one in named if isinstance(one, (str, dict)))
