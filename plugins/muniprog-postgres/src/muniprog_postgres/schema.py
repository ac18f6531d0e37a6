"""The schema on the server: which version of it is there, and how an older one becomes a newer one.

Each migration is one script with a number. The table `schema_version` tells which of them have been run.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import muniprog
from muniprog_postgres import integrity, refusals
from muniprog_postgres.location import Location

if TYPE_CHECKING:
    from psycopg import Cursor
    from psycopg.rows import TupleRow

HERE = Path(__file__).parent

MIGRATIONS = tuple(sorted((HERE / "migrations").glob("[0-9]*.sql")))
"""The scripts in their order; the first makes version 1 out of nothing."""

VERSION = len(MIGRATIONS)
"""The version that this package works with."""

_IS_THERE = """
    SELECT EXISTS (
        SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
        WHERE nspname = %s AND relname = 'schema_version'
    )
"""
_BECOME_OWNER = """
    SELECT set_config('role', rolname, true) FROM pg_roles
    WHERE rolname = %s AND pg_has_role(rolname, 'MEMBER')
"""
_SCHEMA_VERSION = """
    CREATE TABLE IF NOT EXISTS schema_version (
        version integer PRIMARY KEY,
        script text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now(),
        applied_by text NOT NULL DEFAULT session_user
    )
"""


def version_of(cursor: "Cursor[TupleRow]", location: Location) -> int:
    """Return which version of the schema is there; 0 where there is none.

    Raises:
        StorageError: It is there, but not for this user.
    """
    if not _first(cursor.execute(_IS_THERE, (location.schema,))):
        return 0
    _refuse_strangers(cursor, location, "USAGE")
    return int(str(_first(cursor.execute("SELECT max(version) FROM schema_version")) or 0))


def is_there(cursor: "Cursor[TupleRow]", location: Location) -> bool:
    """Return whether the schema is there, in the version that this package works with.

    Raises:
        StorageError: It is there in another version.
    """
    version = version_of(cursor, location)
    if version > VERSION:
        raise muniprog.StorageError(refusals.too_new(location, version, VERSION))
    if 0 < version < VERSION:
        raise muniprog.StorageError(refusals.too_old(location, version, VERSION))
    return version == VERSION


def make(cursor: "Cursor[TupleRow]", location: Location) -> None:
    """Make the schema where there is none yet. An older one is left to its owner, since older programs use it too.

    Raises:
        StorageError: It is there in another version.
    """
    if not is_there(cursor, location):
        migrate(cursor, location)


def migrate(cursor: "Cursor[TupleRow]", location: Location, scripts: Sequence[Path] = MIGRATIONS) -> int:
    """Run the migrations that have not been run yet. Of several clients that do so at once, one does it.

    Args:
        cursor: In a transaction, at whose end all of them have been run or none.
        location: The server's address, with the name of the schema.
        scripts: The migrations, from the first.

    Returns:
        The version that was there before.

    Raises:
        StorageError: A newer version is there, or the database cannot hold every letter.
    """
    from psycopg import sql

    encoding = str(_first(cursor.execute("SELECT current_setting('server_encoding')")))
    if encoding != "UTF8":
        raise muniprog.StorageError(refusals.wrong_encoding(location, encoding))
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext('muniprog'), hashtext(%s))", (location.schema,))
    version = version_of(cursor, location)
    if version > len(scripts):
        raise muniprog.StorageError(refusals.too_new(location, version, len(scripts)))
    if version == len(scripts):
        return version
    cursor.execute(_BECOME_OWNER, (f"{location.schema}_owner",))
    if not cursor.execute("SELECT FROM pg_namespace WHERE nspname = %s", (location.schema,)).fetchall():
        cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(location.schema)))
    _refuse_strangers(cursor, location, "USAGE")
    _refuse_strangers(cursor, location, "CREATE")
    cursor.execute(_SCHEMA_VERSION)
    for number, script in enumerate(scripts[version:], start=version + 1):
        cursor.execute(script.read_bytes())
        cursor.execute("INSERT INTO schema_version (version, script) VALUES (%s, %s)", (number, script.name))
    cursor.execute((HERE / "grants.sql").read_bytes())
    if version:
        integrity.rebuild(cursor)
    return version


def roles(schema: str) -> str:
    """Return the SQL that makes the roles of an owner, a writer and a reader of a schema, and the schema itself.

    >>> print(roles("plans").splitlines()[-1])
    CREATE SCHEMA "plans" AUTHORIZATION "plans_owner";
    """
    from psycopg import sql

    names = {kind: f"{schema}_{kind}" for kind in ("owner", "writer", "reader")} | {"schema": schema}
    quoted = {kind: sql.Identifier(name).as_string(None) for kind, name in names.items()}
    return (HERE / "roles.sql").read_text(encoding="utf-8").format_map(quoted)


def _refuse_strangers(cursor: "Cursor[TupleRow]", location: Location, right: str) -> None:
    """Refuse who lacks a right to the schema: PostgreSQL passes over it for them, and uses what else there is."""
    if not _first(cursor.execute("SELECT has_schema_privilege(%s, %s)", (location.schema, right))):
        raise muniprog.StorageError(refusals.stranger(location))


def _first(cursor: "Cursor[TupleRow]") -> object:
    """Return the only value of an answer."""
    ((value,),) = cursor.fetchall()
    return value
