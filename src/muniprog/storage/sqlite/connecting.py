"""Opening a database file: nothing is trusted that stands in it, and no file of another sort is touched."""

import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from muniprog.errors import StorageError
from muniprog.messages import Message, message
from muniprog.storage.sqlite.failures import Patience, is_unreachable, not_a_database
from muniprog.storage.sqlite.schema import APPLICATION_ID, VERSION, migrations

if TYPE_CHECKING:
    import sqlite3

HEADER = b"SQLite format 3\0"


class NetworkDriveWarning(UserWarning):
    """Warns that several people may not be able to use a database at once where it is kept.

    Args:
        sentence: What to know and do, in any of muniprog's languages.
    """

    def __init__(self, sentence: Message) -> None:
        super().__init__(str(sentence))
        self.message = sentence


def connect(path: Path, patience: Patience, *, vfs: str = "") -> "sqlite3.Connection | None":
    """Return a connection to a database, or None where there is none yet.

    Raises:
        StorageError: There is something else, or a database that this version cannot read.
        sqlite3.Error: It cannot be read.
    """
    import sqlite3

    if not _holds_something(path):
        return None
    _warn_of_network_drive(path)
    try:
        return _recognised(_connection(path, "rw", patience, vfs), path)
    except sqlite3.OperationalError as error:
        if not is_unreachable(error) or _has_unfinished(path):
            raise
    # In a folder that may only be read, SQLite cannot make the files that it wants beside the database.
    return _recognised(_connection(path, "ro&immutable=1", patience, vfs), path)


def create(path: Path, patience: Patience, *, vfs: str = "") -> "sqlite3.Connection":
    """Return a connection to a new database. Another process may make the same one at the same time.

    Raises:
        sqlite3.Error: It cannot be made.
    """
    network = _warn_of_network_drive(path)
    connection = _connection(path, "rwc", patience, vfs)
    try:
        if not network:
            _ask_for_write_ahead(connection, path)
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _holds_something(path: Path) -> bool:
    """Return whether there is a database; an empty file is none yet.

    Raises:
        StorageError: There is something else, or it cannot be looked at.
    """
    try:
        with path.open("rb") as stream:
            beginning = stream.read(len(HEADER))
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StorageError(
            message(
                "“{file}” cannot be read. The system says: {cause}.", file=str(path), cause=error.strerror or str(error)
            )
        ) from error
    if beginning and beginning != HEADER:
        raise StorageError(not_a_database(str(path)))
    return bool(beginning)


def _connection(path: Path, mode: str, patience: Patience, vfs: str) -> "sqlite3.Connection":
    import sqlite3

    # An absolute path, so that a later change of the working folder changes nothing; SQLite follows links itself.
    absolute = quote(os.fsencode(Path(os.path.abspath(path)).as_posix()))  # noqa: PTH100  two slashes must stay two
    address = f"file://{'' if absolute.startswith('/') else '/'}{absolute}?mode={mode}{f'&vfs={vfs}' if vfs else ''}"
    connection = sqlite3.connect(
        address, uri=True, timeout=patience.milliseconds / 1_000, isolation_level=None, check_same_thread=False
    )
    for setting in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _recognised(connection: "sqlite3.Connection", path: Path) -> "sqlite3.Connection | None":
    """Return the connection when the database is muniprog's own and not newer than this version; None for an empty one.

    When it is not to be had, the connection is closed.
    """
    try:
        mark, version = _mark_of(connection)
        if mark != APPLICATION_ID and _is_empty(connection):
            connection.close()
            return None
        _refuse_foreign(mark, version, path)
        if version < VERSION:
            _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_foreign(mark: int, version: int, path: Path) -> None:
    if mark != APPLICATION_ID:
        raise StorageError(
            message("“{file}” is the database of another program; it was left as it is.", file=str(path))
        )
    if version > VERSION:
        raise StorageError(
            message("“{file}” was written by a newer muniprog; it was left as it is. Upgrade muniprog.", file=str(path))
        )


def _mark_of(connection: "sqlite3.Connection") -> tuple[int, int]:
    ((mark,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    return mark, version


def _is_empty(connection: "sqlite3.Connection") -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def _migrate(connection: "sqlite3.Connection") -> None:
    """Bring a database to today's version; of several processes that try, one does it and the others see it done."""
    import sqlite3

    connection.execute("BEGIN IMMEDIATE")
    try:
        _, version = _mark_of(connection)
        for step in migrations(sqlite3.sqlite_version_info)[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(version, VERSION)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _ask_for_write_ahead(connection: "sqlite3.Connection", path: Path) -> None:
    """Let readers and a writer work side by side, where the file system can; what SQLite answers is what holds.

    It is asked once, when the database is made: whoever sets another journal later has a reason.
    """
    ((answer,),) = connection.execute("PRAGMA journal_mode = WAL")
    if answer != "wal":
        _warn(
            message(
                "The place of “{file}” does not let several programs use a database at once very well. It works; on a "
                "network drive, let only one person write at a time.",
                file=str(path),
            )
        )


def _warn_of_network_drive(path: Path) -> bool:
    r"""Warn when a path begins like `\\server\share`, and return whether it does."""
    if not str(path).startswith(("\\\\", "//")):
        return False
    _warn(
        message(
            "“{file}” is on a network drive, where databases come to harm when two people write at once. Let only one "
            "person write at a time, or use PostgreSQL.",
            file=str(path),
        )
    )
    return True


def _warn(sentence: Message) -> None:
    warnings.warn(NetworkDriveWarning(sentence), stacklevel=2)


def _has_unfinished(path: Path) -> bool:
    """Return whether a change waits beside the database that only somebody who may write can bring into it."""
    return any(Path(f"{path}{ending}").is_file() for ending in ("-wal", "-journal"))
