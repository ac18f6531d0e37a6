"""What SQLite reports, in a planner's words, and how long to wait for others."""

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from muniprog.errors import StorageError
from muniprog.messages import Message, message

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


@attrs.frozen(kw_only=True)
class Patience:
    """How long to wait while another program writes.

    Attributes:
        milliseconds: How long SQLite waits for its turn before it gives up.
        attempts: How often a whole change is tried.
    """

    milliseconds: int = 5_000
    attempts: int = 4

    @property
    def seconds(self) -> Decimal:
        """How long it may take until somebody is told that it did not work."""
        return Decimal(self.milliseconds * self.attempts) / 1_000


def is_busy(error: "sqlite3.Error") -> bool:
    """Return whether another program was in the way, so that it may work a little later."""
    import sqlite3

    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_unreachable(error: "sqlite3.Error") -> bool:
    """Return whether SQLite could not make the files beside the database that it wants for writing."""
    import sqlite3

    return _code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


def is_damage(error: BaseException | None) -> bool:
    """Return whether an error means that the file, or a table in it, is not as it should be."""
    import sqlite3

    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
    return isinstance(error, sqlite3.DatabaseError) and _code(error) in damage


def failure(error: "sqlite3.Error", path: "Path", patience: Patience) -> StorageError:
    """Return the error that says what went wrong and what to do."""
    import sqlite3

    file = str(path)
    sentences: dict[int, Message] = {
        sqlite3.SQLITE_BUSY: message(
            "“{file}” is used by another program and was not free within {seconds} seconds; nothing was changed. "
            "Try again.",
            file=file,
            seconds=patience.seconds,
        ),
        sqlite3.SQLITE_READONLY: message(
            "“{file}” may be read but not written; nothing was changed. Save to another place, or have the rights "
            "to the file and its folder changed.",
            file=file,
        ),
        sqlite3.SQLITE_CANTOPEN: message(
            "“{file}” cannot be opened: the folder is not there, or you have no right to it.", file=file
        ),
        sqlite3.SQLITE_FULL: message(
            "“{file}” was not changed, because the disk is full. Make room and try again.", file=file
        ),
        sqlite3.SQLITE_CORRUPT: damaged(file),
        sqlite3.SQLITE_NOTADB: not_a_database(file),
    }
    sentences[sqlite3.SQLITE_LOCKED] = sentences[sqlite3.SQLITE_BUSY]
    otherwise = message("“{file}” cannot be used. The system says: {cause}.", file=file, cause=str(error))
    return StorageError(sentences.get(_code(error), otherwise))


def damaged(file: str) -> Message:
    """Return the sentence about a database that is damaged."""
    return message(
        "“{file}” is damaged. Take the latest copy that is whole, and keep this one for an expert.", file=file
    )


def not_a_database(file: str) -> Message:
    """Return the sentence about a file of another sort."""
    return message("“{file}” is not a SQLite database; it was left as it is.", file=file)


def _code(error: "sqlite3.Error") -> int:
    """Return SQLite's own number of an error without its details, or 0 where Python itself raised it."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
