"""The tables that BI tools read: emptied of a programme and filled with it again by each save."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muniprog_postgres.rows import COLUMNS, Rows

if TYPE_CHECKING:
    from psycopg import Cursor, sql
    from psycopg.rows import TupleRow

PROGRAMMES = "programmes"
"""The only table that also has something of the revision: which it is, and who saved it when."""

PARTS = tuple(table for table in COLUMNS if table != PROGRAMMES)


def clear(cursor: "Cursor[TupleRow]", identifier: str) -> None:
    """Remove a programme from all tables, in one go."""
    from psycopg import sql

    parts = sql.SQL(", ").join(
        sql.SQL("{} AS (DELETE FROM {} WHERE programme = %(programme)s)").format(
            sql.Identifier(f"gone_{table}"), sql.Identifier(table)
        )
        for table in PARTS
    )
    whole = sql.SQL("WITH {} DELETE FROM programmes WHERE id = %(programme)s").format(parts)
    cursor.execute(whole, {"programme": identifier})


def fill(cursor: "Cursor[TupleRow]", number: int, rows: Rows) -> None:
    """Put the rows of a programme into all tables.

    Args:
        cursor: In a transaction; nothing of the programme is in the tables.
        number: The revision of the programme.
        rows: Its rows in each table.
    """
    from psycopg import sql

    (programme,) = rows[PROGRAMMES]
    columns = _names(COLUMNS[PROGRAMMES])
    cells = sql.SQL(", ").join(sql.Placeholder() for _ in programme)
    query = sql.SQL(
        "INSERT INTO programmes ({}, revision, saved_at, saved_by) "
        "SELECT {}, number, saved_at, saved_by FROM revisions WHERE programme = %s AND number = %s"
    )
    cursor.execute(query.format(columns, cells), (*programme, programme[0], number))
    for table in PARTS:
        if rows[table]:
            with cursor.copy(
                sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _names(COLUMNS[table]))
            ) as copy:
                for row in rows[table]:
                    copy.write_row(row)


def _names(columns: Sequence[str]) -> "sql.Composed":
    from psycopg import sql

    return sql.SQL(", ").join(map(sql.Identifier, columns))
