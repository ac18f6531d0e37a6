"""The tables of a database, and how an older database becomes a newer one.

`PRAGMA application_id` marks a database as muniprog's, `PRAGMA user_version` says which of the migrations it has had.
"""

from collections.abc import Sequence

from muniprog.storage.sqlite.views import view_statements

APPLICATION_ID = int.from_bytes(b"mnpr", "big")
"""The mark of muniprog's databases; `file` and SQLite show it."""

STRICT_SINCE = (3, 37)
"""The version of SQLite from which a column keeps only values of its type."""

TABLES = (
    """
CREATE TABLE revisions (
    programme TEXT NOT NULL,
    number INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    note TEXT NOT NULL,
    mapping TEXT,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (programme, number)
)""",
    """
CREATE TABLE latest (
    programme TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    FOREIGN KEY (programme, number) REFERENCES revisions (programme, number)
)""",
)
"""All states of all programmes, and which of them is the latest of each programme that has not been removed."""


def migrations(version: Sequence[int]) -> tuple[Sequence[str], ...]:
    """Return the steps from an empty database to today's; each begins where the one before it ended.

    Args:
        version: The version of SQLite.
    """
    strict = " STRICT" if tuple(version) >= STRICT_SINCE else ""
    return ([f"{table.strip()}{strict}" for table in TABLES] + view_statements(),)


VERSION = len(migrations(STRICT_SINCE))
"""How many migrations there are: the version of a database that has had them all."""
