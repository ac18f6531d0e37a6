"""Rows of a programme as a table of a document, for people: with titles, names instead of identifiers, and days."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import attrs

import muniprog
from muniprog_sphinx.column_words import COLUMNS, TABLES
from muniprog_sphinx.words import COLUMN

Value = str | int | float | bool | date | None
TableRow = Mapping[str, Value]

USUAL: Mapping[str, tuple[str, ...]] = {
    "themes": ("title", "owners", "goals"),
    "goals": ("title", "theme", "timeframe", "owners", "actions", "indicators"),
    "actions": ("title", "goal", "timeframe", "owners"),
    "owners": ("name", "kind"),
    "indicators": ("title", "goal", "unit", "baseline", "target", "target_by"),
    "targets": ("indicator", "value", "by", "set_on", "reason"),
    "observations": ("indicator", "period", "value", "missing", "note"),
}
"""The columns that a table has where none are asked for."""

_NAMES = ("title", "name")
"""The columns that say what a row is about; they are the header of it."""

_REFERENCES = frozenset({"theme", "goal", "action", "indicator", "parent", "succeeded_by", "depends_on"})
"""The columns with identifiers, which are shown by their titles."""

_JOINER = "; "


@attrs.frozen(kw_only=True)
class Wish:
    """What a table is to show.

    Attributes:
        table: Name of the table, such as `actions`.
        language: Its language.
        columns: Names of the columns, in order; the usual ones where it is empty.
        themes: Only what stands under one of these themes; everything where it is empty.
        owners: Only what one of these owners answers for; everything where it is empty.
        caption: What stands above it; the name of the table where it is empty.
    """

    table: str
    language: str
    columns: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    caption: str = ""


def table_of(programme: muniprog.Programme, wish: Wish) -> muniprog.Table:
    """Return a table of a programme.

    Raises:
        UnknownNameError: There is no such table, column, theme or owner.
    """
    found: Sequence[TableRow] = muniprog.rows(programme, wish.table, wish.language)
    names = wish.columns or USUAL[wish.table]
    for name in names:
        if name not in COLUMNS or (found and name not in found[0]):
            raise muniprog.UnknownNameError(COLUMN, name, tuple(found[0] if found else COLUMNS))
    themes, owners = ({programme[name].id for name in asked} for asked in (wish.themes, wish.owners))
    chosen = [row for row in found if _is_wanted(programme, row, themes, owners)]
    columns = [muniprog.Column(COLUMNS[name].spoken(wish.language), kind=_kind(chosen, name)) for name in names]
    return muniprog.Table(
        wish.caption or TABLES[wish.table].spoken(wish.language),
        columns,
        [muniprog.Row(_cell(programme, row, name, wish.language) for name in names) for row in chosen],
    )


def _is_wanted(programme: muniprog.Programme, row: TableRow, themes: set[str], owners: set[str]) -> bool:
    identifier = str(row.get("id") or row.get("indicator"))
    item = programme[identifier]
    if themes and not themes & {each.id for each in (item, *programme.above(item.id))}:
        return False
    answering = {responsibility.owner for responsibility in programme.effective_owners(item.id)[0]} | {item.id}
    return not owners or bool(owners & answering)


def _kind(rows: Sequence[TableRow], name: str) -> muniprog.ColumnKind:
    values = [value for row in rows if (value := _value(row, name)) is not None]
    for types, kind in (((int, float), muniprog.ColumnKind.NUMBER), (date, muniprog.ColumnKind.DATE)):
        if values and all(isinstance(value, types) and not isinstance(value, bool) for value in values):
            return kind
    return muniprog.ColumnKind.TEXT


def _cell(programme: muniprog.Programme, row: TableRow, name: str, language: str) -> muniprog.Cell:
    value = _value(row, name)
    if name in _NAMES:
        title = _titled(programme, programme[str(row["id"])], language)
        return muniprog.cell(title, header=True, anchor=str(row["id"]), value=str(value))
    if name == "timeframe" and value is not None:
        return muniprog.cell(_when(programme, str(row["id"]), language), value=value)
    if name in _REFERENCES and value is not None:
        return muniprog.cell(*(_named(programme, each, language) for each in str(value).split(_JOINER)))
    return muniprog.cell(_in_words(value, language), value=value)


def _when(programme: muniprog.Programme, identifier: str, language: str) -> str:
    """Return when something takes place: as it is written, or the same in another language's words."""
    timeframe, _ = programme.effective_timeframe(identifier)
    if language == programme.record:
        return timeframe.raw
    words = timeframe.text(language)
    return words[:1].upper() + words[1:] if timeframe.raw[:1].isupper() else words


def _value(row: TableRow, name: str) -> Value:
    """Return what stands in a column; what was measured stands in one of three, by its type."""
    found = (row.get(each) for each in (name, f"{name}_yes_no", f"{name}_text"))
    value = next((each for each in found if each is not None), None)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _named(programme: muniprog.Programme, identifier: str, language: str) -> muniprog.Span:
    if identifier not in programme:
        return muniprog.Span(identifier, mark=muniprog.Mark.MISSING)
    item = programme[identifier]
    return attrs.evolve(_titled(programme, item, language), link=f"#{item.id}")


def _titled(programme: muniprog.Programme, item: muniprog.Entry, language: str) -> muniprog.Span:
    """Return what an item is called, tagged with its language where that is not the one of the table."""
    wording = item.title.wording(language, programme.record)
    return muniprog.Span(str(wording) or item.id, language=None if wording.language == language else wording.language)


def _in_words(value: Value, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return (muniprog.message("yes") if value else muniprog.message("no")).spoken(language)
    if isinstance(value, (int, float)):
        return muniprog.message("{number}", number=Decimal(str(value))).spoken(language)
    if isinstance(value, date):
        return muniprog.message("{day}", day=value).spoken(language)
    return value
