"""Whether what is kept is whole; and the tables made anew where they are not."""

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import muniprog
from muniprog_postgres import refusals, tables
from muniprog_postgres.location import Location
from muniprog_postgres.rows import COLUMNS, STRUCTURED, rows_of
from muniprog_postgres.sentences import Sentence

if TYPE_CHECKING:
    from psycopg import Cursor
    from psycopg.rows import TupleRow

_DAMAGED = """
    SELECT programme, number FROM revisions
    WHERE encode(sha256(convert_to(mapping::text, 'UTF8')), 'hex') <> sha256 ORDER BY programme, number
"""
_INCOMPLETE = """
    SELECT programme FROM revisions FULL JOIN latest USING (programme)
    GROUP BY programme
    HAVING max(revisions.number) IS DISTINCT FROM max(latest.number) OR count(revisions.number) <> max(latest.number)
    ORDER BY programme
"""
_KEPT = """
    SELECT programme, number FROM revisions JOIN latest USING (programme, number)
    WHERE mapping IS NOT NULL ORDER BY programme
"""
_MAPPING = "SELECT mapping::text FROM revisions WHERE programme = %s AND number = %s"


def findings(cursor: "Cursor[TupleRow]", location: Location) -> Iterator[muniprog.Finding]:
    """Yield what is damaged: a text that was changed, a history with a gap, tables that say something else."""
    damaged = cursor.execute(_DAMAGED).fetchall()
    for programme, number in damaged:
        yield _finding("K103", programme, refusals.damaged(location, programme, number))
    for (programme,) in cursor.execute(_INCOMPLETE).fetchall():
        yield _finding("K102", programme, refusals.incomplete(location, programme))
    kept = cursor.execute(_KEPT).fetchall()
    for programme, number in kept:
        if (programme, number) not in damaged and not _stands_in_tables(cursor, programme, number):
            yield _finding("K105", programme, refusals.not_in_tables(location, programme))
    for programme in sorted(_in_tables(cursor) - {programme for programme, _ in kept}):
        yield _finding("K105", programme, refusals.not_in_tables(location, programme))


def rebuild(cursor: "Cursor[TupleRow]") -> int:
    """Make the tables anew from what is kept, and return for how many programmes."""
    for programme in _in_tables(cursor):
        tables.clear(cursor, programme)
    kept = cursor.execute(_KEPT).fetchall()
    for programme, number in kept:
        tables.fill(cursor, number, rows_of(_mapping(cursor, programme, number)))
    return len(kept)


def _finding(code: str, programme: str, sentence: Sentence) -> muniprog.Finding:
    return muniprog.Finding(code=code, severity=muniprog.Severity.ERROR, message=sentence, item=programme)


def _mapping(cursor: "Cursor[TupleRow]", programme: str, number: int) -> dict[str, muniprog.Plain]:
    ((text,),) = cursor.execute(_MAPPING, (programme, number))
    return muniprog.KeptSource(text).mapping


def _in_tables(cursor: "Cursor[TupleRow]") -> set[str]:
    """Return the identifiers of all programmes of which something stands in a table."""
    from psycopg import sql

    parts = [sql.SQL("SELECT programme FROM {}").format(sql.Identifier(table)) for table in tables.PARTS]
    everywhere = sql.SQL(" UNION ").join([sql.SQL("SELECT id FROM programmes"), *parts])
    return {programme for (programme,) in cursor.execute(everywhere)}


def _stands_in_tables(cursor: "Cursor[TupleRow]", programme: str, number: int) -> bool:
    """Return whether the tables hold the rows of a programme, and no others of it."""
    from psycopg import sql

    of_number = "SELECT FROM programmes WHERE id = %s AND revision = %s"
    if not cursor.execute(of_number, (programme, number)).fetchall():
        return False
    for table, rows in rows_of(_mapping(cursor, programme, number)).items():
        columns = COLUMNS[table]
        names = sql.SQL(", ").join(map(sql.Identifier, columns))
        query = sql.SQL("SELECT {} FROM {} WHERE {} = %s")
        found = cursor.execute(query.format(names, sql.Identifier(table), sql.Identifier(columns[0])), (programme,))
        if Counter(_alike(columns, row) for row in found) != Counter(_alike(columns, row) for row in rows):
            return False
    return True


def _alike(columns: tuple[str, ...], row: tuple[object, ...]) -> tuple[object, ...]:
    """Return the cells of a row so that what was put into a table equals what it gives back."""
    return tuple(_comparable(column, cell) for column, cell in zip(columns, row, strict=True))


def _comparable(column: str, cell: object) -> object:
    if column in STRUCTURED and cell is not None:
        value = json.loads(cell) if isinstance(cell, str) else cell
        return json.dumps(value, sort_keys=True)
    if column == "words" and isinstance(cell, str):
        return frozenset(cell.split())  # the server has an order of its own
    is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
    return Decimal(str(cell)) if is_number else cell
