"""The programme as data that programs read: static JSON and CSV at addresses that stay the same."""

import json
from collections.abc import Iterator, Mapping, Sequence

import attrs

import muniprog

MADE_BY = "muniprog site"
"""What the index says of itself; by it an earlier site is known."""

PROGRAMME, SCHEMA, INDEX = "programme.json", "schema.json", "index.json"

KINDS: Mapping[str, str] = {
    "themes": "Theme",
    "goals": "Goal",
    "actions": "Action",
    "indicators": "Indicator",
    "owners": "Owner",
}
"""The kinds of item that have a file each, and what each is called in the schema."""

TABLES = ("themes", "goals", "actions", "owners", "indicators", "targets", "observations")
"""The tables that there are as CSV."""

Mapped = Mapping[str, muniprog.Plain]


@attrs.frozen
class _Item:
    kind: str
    parent: str | None
    mapping: Mapped

    @property
    def identifier(self) -> str:
        return str(self.mapping["id"])

    @property
    def address(self) -> str:
        return f"{self.kind}/{self.identifier}.json"


def published_data(programme: muniprog.Programme, languages: Sequence[str]) -> dict[str, bytes]:
    """Return the files, by their paths: only what anybody may have.

    Args:
        programme: The programme.
        languages: The languages of the tables.
    """
    copy = muniprog.public_copy(programme)
    written = muniprog.export(copy, to="json").data
    items = list(_items(json.loads(written), None))
    files = {PROGRAMME: written, SCHEMA: _json(muniprog.json_schema())}
    files |= {item.address: _json(_told(copy, item)) for item in items}
    for table in TABLES:
        for language in languages:
            rows = muniprog.rows_to_csv(muniprog.rows(copy, table, language))
            files[table_address(table, language, languages)] = rows
    return {INDEX: _json(_index(copy, items, languages)), **files}


def table_address(table: str, language: str, languages: Sequence[str]) -> str:
    """Return where the table in a language is; the one in the first language has the shortest address.

    >>> table_address("actions", "fi", ["sv", "fi"])
    'actions.fi.csv'
    """
    return f"{table}.csv" if language == languages[0] else f"{table}.{language}.csv"


def _told(programme: muniprog.Programme, item: _Item) -> Mapped:
    return {
        "programme": programme.id,
        "kind": KINDS[item.kind].lower(),
        "parent": item.parent,
        "schema": f"../{SCHEMA}#/$defs/{KINDS[item.kind]}",
        "item": dict(item.mapping),
    }


def _index(programme: muniprog.Programme, items: Sequence[_Item], languages: Sequence[str]) -> Mapped:
    by_kind: Mapped = {kind: {item.identifier: item.address for item in items if item.kind == kind} for kind in KINDS}
    tables: Mapped = {
        table: {language: table_address(table, language, languages) for language in languages} for table in TABLES
    }
    return {
        "made_by": MADE_BY,
        "id": programme.id,
        "languages": list(languages),
        "programme": PROGRAMME,
        "schema": SCHEMA,
        "items": dict(by_kind),
        "tables": dict(tables),
    }


def _items(mapping: Mapped, parent: str | None) -> Iterator[_Item]:
    """Yield the items below a mapping, parents before their children; who answers for something is no item."""
    for kind in KINDS:
        below = mapping.get(kind)
        for item in below if isinstance(below, list) else ():
            if isinstance(item, dict) and "id" in item:
                yield _Item(kind, parent, item)
                yield from _items(item, str(item["id"]))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
