"""A SQLite file as a storage."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from muniprog.errors import StorageError
from muniprog.interfaces import (
    ChecksItself,
    Hit,
    KeepsHistory,
    Listed,
    Revision,
    SavesTogether,
    Searches,
    Storage,
    Stored,
)
from muniprog.source import Finding, Plain
from muniprog.storage.kept import KeptSource, identifier_of, kept_text, title_of
from muniprog.storage.sqlite import rows
from muniprog.storage.sqlite.database import Database
from muniprog.storage.sqlite.failures import Patience
from muniprog.storage.states import State, conflict, no_programme, no_revision, not_there_on, refuse_another, the_one

if TYPE_CHECKING:
    import sqlite3


class SqliteStorage(Storage, KeepsHistory, Searches, ChecksItself, SavesTogether):
    """A SQLite file with any number of programmes and every state that they have had.

    Threads may share it. Nothing is made at `path` before something is saved.

    Args:
        path: The file.
        patience: How long to wait while another program writes.
        vfs: SQLite's name for another way to use the file system, such as `unix-dotfile` for network drives whose
            locks cannot be relied on.
        now: Returns the moment at which something is saved, in UTC.
    """

    def __init__(
        self,
        path: Path,
        *,
        patience: Patience = Patience(),  # noqa: B008  it is frozen
        vfs: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.database = Database(path, patience, vfs=vfs)
        self._now = now

    @property
    def place(self) -> str:
        """The address of the database."""
        return f"sqlite:///{self.database.path.as_posix()}"

    def list(self) -> tuple[Listed, ...]:
        """Return the programmes that are kept here."""
        return self.database.read(rows.listed, ())

    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        """Return a programme; with a revision also one that has been removed."""

        def find(connection: "sqlite3.Connection") -> Stored:
            known = rows.identifiers(connection) if identifier is None else []
            programme = the_one(None, known, self.place) if identifier is None else identifier
            latest = rows.latest_state(connection, programme)
            if latest is None or (revision is None and latest.text is None):
                raise self._missing(connection, programme)
            state = latest if revision is None else rows.state(connection, programme, revision)
            stored = state.stored() if state is not None else None
            if stored is None:
                raise no_revision(programme, str(revision), latest.number)
            return stored

        stored = self.database.read(find, None)
        if stored is None:
            raise self._empty(identifier)
        return stored

    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        """Keep a programme as its next state."""
        identifier, text = identifier_of(mapping), kept_text(mapping)
        title = title_of(mapping)
        refuse_another(identifier, base)

        def keep(connection: "sqlite3.Connection") -> int:
            now, last = rows.numbers(connection, identifier)
            if (None if now is None else str(now)) != (None if base is None else base.revision):
                raise conflict(identifier, base, rows.latest_state(connection, identifier))
            state = State(number=last + 1, when=self._now(), by=by, note=note, text=text)
            rows.add(connection, identifier, state, title)
            return state.number

        return Stored(KeptSource(text), str(self.database.write(keep)))

    def delete(self, identifier: str, *, base: Stored) -> None:
        """Remove a programme; its earlier states stay, and it may be saved anew."""

        def remove(connection: "sqlite3.Connection") -> None:
            now, last = rows.numbers(connection, identifier)
            if now is None:
                raise self._missing(connection, identifier)
            if str(now) != base.revision:
                raise conflict(identifier, base, rows.latest_state(connection, identifier))
            rows.add(connection, identifier, State(number=last + 1, when=self._now(), by="", note="", text=None), "")

        if not self.database.read(lambda _: True, False):
            raise self._empty(identifier)
        self.database.write(remove)

    def history(self, identifier: str) -> tuple[Revision, ...]:
        """Return the states of a programme, the latest first."""
        nothing: tuple[State, ...] = ()
        states = self.database.read(lambda connection: rows.states(connection, identifier), nothing)
        if not states:
            raise self.database.read(lambda connection: self._missing(connection, identifier), self._empty(identifier))
        return tuple(state.revision for state in states if state.text is not None)

    def revision_on(self, identifier: str, day: date) -> str:
        """Return the revision that was the latest at the end of a day (UTC)."""
        self.history(identifier)
        state = self.database.read(lambda connection: rows.state_on(connection, identifier, day.isoformat()), None)
        if state is None or state.text is None:
            raise not_there_on(identifier, day)
        return str(state.number)

    def search(self, words: str) -> tuple[Hit, ...]:
        """Return where all of the words stand together in a title or description."""
        from muniprog.storage.sqlite.searching import search

        return search(self.database, words)

    def integrity(self) -> tuple[Finding, ...]:
        """Return what is damaged in the file and in what is kept in it."""
        from muniprog.storage.sqlite.integrity import integrity

        return integrity(self.database)

    def together(self) -> AbstractContextManager[None]:
        """Keep what is saved inside the `with` block all together, or nothing of it when the block fails."""
        return self.database.together()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _missing(self, connection: "sqlite3.Connection", identifier: str) -> StorageError:
        return no_programme(identifier, rows.identifiers(connection), self.place)

    def _empty(self, identifier: str | None) -> StorageError:
        return no_programme(identifier, [], self.place)
