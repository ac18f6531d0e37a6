"""Whether a database is whole: the file, what is kept in it, and the views that others read."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from muniprog.errors import StorageError
from muniprog.messages import Spoken, message
from muniprog.source import Finding, Severity
from muniprog.storage.kept import KeptSource
from muniprog.storage.sqlite.database import Database
from muniprog.storage.sqlite.failures import is_damage
from muniprog.storage.sqlite.rows import hash_of
from muniprog.storage.sqlite.views import VIEWS, view_statements

if TYPE_CHECKING:
    import sqlite3

MOST = 10
"""How many damaged places of a file are told; after a few more of them nobody is wiser."""


def integrity(database: Database) -> tuple[Finding, ...]:
    """Return what is damaged. Each part is looked at by itself, so that one that cannot be read hides no other.

    Raises:
        StorageError: It cannot be looked at, for another reason than damage.
    """
    found: list[Finding] = []
    for look in (_file, _references, _texts, _views):
        try:
            found.extend(database.read(_all(look), []))
        except StorageError as error:
            if not is_damage(error.__cause__):
                raise
            found.append(_finding("K101", error.message))
    return tuple(dict.fromkeys(found))


def _all(
    look: "Callable[[sqlite3.Connection], Iterable[Finding]]",
) -> "Callable[[sqlite3.Connection], list[Finding]]":
    return lambda connection: list(look(connection))


def _file(connection: "sqlite3.Connection") -> Iterator[Finding]:
    for (answer,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
        if answer != "ok":
            yield _finding(
                "K101",
                message("The file is damaged: {cause}. Take the latest copy that is whole.", cause=answer),
            )


def _references(connection: "sqlite3.Connection") -> Iterator[Finding]:
    rows = connection.execute(
        "SELECT programme FROM latest WHERE number IS NOT"
        " (SELECT max(number) FROM revisions WHERE revisions.programme = latest.programme)"
    )
    for (programme,) in rows:
        yield _finding(
            "K102",
            message("The latest state of “{id}” is not the last one that was saved.", id=programme),
            programme,
        )


def _texts(connection: "sqlite3.Connection") -> Iterator[Finding]:
    rows = connection.execute("SELECT programme, number, mapping, sha256 FROM revisions ORDER BY programme, number")
    for programme, number, text, sha256 in rows:
        if hash_of(text) != sha256:
            yield _finding(
                "K103",
                message("Revision {number} of “{id}” is not as it was saved.", number=number, id=programme),
                programme,
            )
        elif text is not None and not _is_programme(text, programme):
            yield _finding(
                "K104",
                message("Revision {number} of “{id}” is not a programme.", number=number, id=programme),
                programme,
            )


def _is_programme(text: str, identifier: str) -> bool:
    try:
        return KeptSource(text).mapping.get("id") == identifier
    except StorageError:
        return False


def _views(connection: "sqlite3.Connection") -> Iterator[Finding]:
    """Look at the views, and run them when they are ours: somebody else's SQL is not run."""
    kept = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'view'")}
    if not kept.issuperset(statement for statement in view_statements() if statement.startswith("CREATE")):
        yield _finding("K105", message("The views for SQL are not as muniprog made them."))
        return
    connection.execute("PRAGMA trusted_schema = ON")
    try:
        for view in VIEWS:
            connection.execute(f"SELECT * FROM {view}").fetchone()  # noqa: S608  the names are ours
    finally:
        connection.execute("PRAGMA trusted_schema = OFF")


def _finding(code: str, sentence: Spoken, item: str = "") -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=sentence, item=item)
