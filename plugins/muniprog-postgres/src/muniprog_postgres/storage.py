"""Programmes on a PostgreSQL server, with every state that they have had."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import TYPE_CHECKING, NoReturn, TypeVar
from uuid import uuid4

import muniprog
from muniprog_postgres import integrity, refusals, schema, states, tables
from muniprog_postgres.location import Location
from muniprog_postgres.rows import Rows, rows_of
from muniprog_postgres.server import Server
from muniprog_postgres.words import question

if TYPE_CHECKING:
    from psycopg import Cursor
    from psycopg.rows import TupleRow

Result = TypeVar("Result")
Mapping = dict[str, muniprog.Plain]

_LIST = "SELECT id, coalesce(title, ''), revision FROM programmes ORDER BY id"
_SEARCH = """
    SELECT programme, item, language, text FROM texts
    WHERE words @@ %(question)s::tsquery OR words IS NULL ORDER BY programme, position
"""


class PostgresStorage(
    muniprog.Storage, muniprog.KeepsHistory, muniprog.Searches, muniprog.ChecksItself, muniprog.SavesTogether
):
    """A schema in a server's database. The server is reached when something is first asked of it.

    Threads may share a storage, but then they wait for each other: better give each its own.

    Args:
        location: The address.
    """

    def __init__(self, location: Location) -> None:
        self.location = location
        self._server = Server(location)

    def __repr__(self) -> str:
        return f"<PostgresStorage {self.location.shown}>"

    def list(self) -> tuple[muniprog.Listed, ...]:
        """Return the programmes that are kept here, by identifier."""

        def work(cursor: "Cursor[TupleRow]") -> tuple[muniprog.Listed, ...]:
            return tuple(
                muniprog.Listed(identifier=identifier, title=title, revision=str(revision))
                for identifier, title, revision in cursor.execute(_LIST)
            )

        return self._read(work, tuple)

    def load(self, identifier: str | None = None, *, revision: str | None = None) -> muniprog.Stored:
        """Return a programme; with a revision also one that has been removed."""

        def work(cursor: "Cursor[TupleRow]") -> muniprog.Stored:
            which = muniprog.the_one(None, states.known(cursor), self._place) if identifier is None else identifier
            state = states.latest(cursor, which) if revision is None else states.numbered(cursor, which, revision)
            stored = None if state is None else state.stored()
            if stored is not None:
                return stored
            latest = states.latest(cursor, which)
            if latest is None or revision is None:
                raise muniprog.no_programme(which, states.known(cursor), self._place)
            raise muniprog.no_revision(which, revision, latest.number)

        return self._read(work, lambda: self._nothing(identifier))

    def save(
        self,
        mapping: Mapping,
        *,
        old: Mapping | None = None,
        base: muniprog.Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> muniprog.Stored:
        """Keep a programme as its next state."""
        identifier, text = muniprog.identifier_of(mapping), muniprog.kept_text(mapping)
        muniprog.refuse_another(identifier, base)
        if not states.is_storable(identifier, note, by):
            raise muniprog.StorageError(refusals.unstorable(self.location))
        change = states.Change(programme=identifier, text=text, by=by, note=note, save_id=uuid4())
        rows = rows_of(mapping)

        def work(cursor: "Cursor[TupleRow]") -> int:
            schema.make(cursor, self.location)
            return self._next(cursor, change, base, rows)

        return muniprog.Stored(muniprog.KeptSource(text), str(self._server.run(work)))

    def delete(self, identifier: str, *, base: muniprog.Stored) -> None:
        """Remove a programme; its earlier states stay."""
        change = states.Change(programme=identifier, text=None, save_id=uuid4())

        def work(cursor: "Cursor[TupleRow]") -> int:
            return self._next(cursor, change, base, None)

        self._read(work, lambda: self._nothing(identifier))

    def history(self, identifier: str) -> tuple[muniprog.Revision, ...]:
        """Return the states of a programme, the latest first."""

        def work(cursor: "Cursor[TupleRow]") -> tuple[muniprog.Revision, ...]:
            found = states.history(cursor, identifier)
            return found or self._unknown(cursor, identifier)

        return self._read(work, lambda: self._nothing(identifier))

    def revision_on(self, identifier: str, day: date) -> str:
        """Return the revision that was the latest at the end of a day (UTC)."""

        def work(cursor: "Cursor[TupleRow]") -> str:
            if not states.history(cursor, identifier):
                self._unknown(cursor, identifier)
            number = states.number_on(cursor, identifier, day)
            if number is None:
                raise muniprog.not_there_on(identifier, day)
            return str(number)

        return self._read(work, lambda: self._nothing(identifier))

    def search(self, words: str) -> tuple[muniprog.Hit, ...]:
        """Return where all of the words stand together in a title or description."""
        asked, wanted = question(words), muniprog.words_in(words)

        def work(cursor: "Cursor[TupleRow]") -> tuple[muniprog.Hit, ...]:
            return tuple(
                muniprog.Hit(programme=programme, item=item, language=language, text=text)
                for programme, item, language, text in cursor.execute(_SEARCH, {"question": asked})
                if muniprog.stands_in(wanted, text)
            )

        return self._read(work if asked is not None else lambda _: (), tuple)

    def integrity(self) -> tuple[muniprog.Finding, ...]:
        """Return what is damaged, with advice; nothing when all is well."""
        return self._read(lambda cursor: tuple(integrity.findings(cursor, self.location)), tuple)

    def together(self) -> AbstractContextManager[None]:
        """Keep what is saved inside the `with` block in one transaction."""
        return self._server.together()

    def close(self) -> None:
        """Let the connection go."""
        self._server.close()

    @property
    def _place(self) -> str:
        return self.location.shown

    def _read(self, work: "Callable[[Cursor[TupleRow]], Result]", nothing: Callable[[], Result]) -> Result:
        """Return what `work` finds on the server, or what `nothing` says where nothing was ever saved."""
        location = self.location
        return self._server.run(lambda cursor: work(cursor) if schema.is_there(cursor, location) else nothing())

    def _next(
        self,
        cursor: "Cursor[TupleRow]",
        change: states.Change,
        base: muniprog.Stored | None,
        rows: Rows | None,
    ) -> int:
        """Make a change the next state of its programme, and return the number of that state."""
        number, is_kept = states.lock(cursor, change.programme)
        already = states.done(cursor, change)
        if already is not None:
            return already
        if rows is None and not is_kept:
            self._unknown(cursor, change.programme)
        if (str(number) if is_kept else None) != (None if base is None else base.revision):
            raise muniprog.conflict(change.programme, base, states.latest(cursor, change.programme))
        states.add(cursor, change, number + 1)
        if is_kept:
            tables.clear(cursor, change.programme)
        if rows is not None:
            tables.fill(cursor, number + 1, rows)
        return number + 1

    def _nothing(self, identifier: str | None) -> NoReturn:
        if identifier is None:
            muniprog.the_one(None, (), self._place)
        raise muniprog.no_programme(identifier, (), self._place)

    def _unknown(self, cursor: "Cursor[TupleRow]", identifier: str) -> NoReturn:
        raise muniprog.no_programme(identifier, states.known(cursor), self._place)
