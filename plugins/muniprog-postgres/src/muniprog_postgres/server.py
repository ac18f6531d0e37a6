"""Work on the server: one transaction after the other, each of them whole or not at all.

The connection is made when it is first needed. What a transaction needs to know is set within it, so that a
pooler between here and the server does no harm.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

import muniprog
from muniprog_postgres import refusals
from muniprog_postgres.location import Location

if TYPE_CHECKING:
    from psycopg import Connection, Cursor, Error
    from psycopg.rows import TupleRow

Result = TypeVar("Result")

CONNECT_TIMEOUT = "10"
"""Seconds to wait for a server that does not answer, unless the address or PGCONNECT_TIMEOUT says otherwise."""

LIMITS = {
    "lock_timeout": "10s",
    "statement_timeout": "60s",
    # A client that was unplugged in the midst of a save holds its locks no longer than this.
    "idle_in_transaction_session_timeout": "60s",
}
"""How long the server may wait and work, unless the address, the role or the database says otherwise."""

BEGIN = """
    SELECT set_config('search_path', quote_ident(%s) || ', pg_temp', true), set_config('TimeZone', 'UTC', true)
"""
LIMIT = "SELECT set_config(%(name)s, %(limit)s, true) WHERE current_setting(%(name)s) = '0'"


class Server:
    """A server's database, reached when it is needed. Threads may share it; their transactions follow one another.

    Args:
        location: Its address.
    """

    def __init__(self, location: Location) -> None:
        self.location = location
        self._connection: Connection[TupleRow] | None = None
        self._closed = False
        self._together = False
        self._lock = RLock()

    def run(self, work: "Callable[[Cursor[TupleRow]], Result]") -> Result:
        """Return what `work` returns, done in one transaction.

        It is done a second time when the server gave it up because of others who worked at the same time, and when
        the connection was cut. The first time may have been done all the same: `work` must be able to see that.

        Raises:
            StorageError: What `work` refuses, or why it could not be done.
        """
        import psycopg

        with self._turn():
            cut = False
            try:
                return self._transaction(work)
            except psycopg.Error as error:
                cut = self._is_cut()
                if self._together or not (cut or _is_because_of_others(error)):
                    raise refusals.of(error, self.location, cut=cut) from error
            try:
                return self._transaction(work)
            except psycopg.Error as error:
                raise refusals.of(error, self.location, cut=cut) from error

    @contextmanager
    def together(self) -> Iterator[None]:
        """Do all that is done in the `with` block in one transaction.

        Each part of it is whole or not at all, as ever; but none of it is tried a second time, since what was done
        before it would be missing then.

        Raises:
            StorageError: When the block ends: it could not be done, and nothing of it is.
        """
        import psycopg

        with self._turn():
            try:
                with self._connected().transaction():
                    self._together = True
                    yield
            except psycopg.Error as error:
                raise refusals.of(error, self.location, cut=self._is_cut()) from error
            finally:
                self._together = False

    def close(self) -> None:
        """Let the connection go; nothing can be done any more."""
        with self._lock:
            self._closed = True
            if self._connection is not None:
                self._connection.close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let one thread in at a time, until the storage is closed."""
        with self._lock:
            if self._closed:
                raise muniprog.StorageError(refusals.closed(self.location))
            yield

    def _transaction(self, work: "Callable[[Cursor[TupleRow]], Result]") -> Result:
        connection = self._connected()
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute(BEGIN, (self.location.schema,))
            for name, limit in LIMITS.items():
                cursor.execute(LIMIT, {"name": name, "limit": limit})
            return work(cursor)

    def _connected(self) -> "Connection[TupleRow]":
        import psycopg
        from psycopg.conninfo import make_conninfo

        if self._connection is None or self._connection.closed:
            self._connection = None
            parameters = {"fallback_application_name": "muniprog", **self.location.parameters}
            if "PGCONNECT_TIMEOUT" not in os.environ:
                parameters.setdefault("connect_timeout", CONNECT_TIMEOUT)
            # No statement is prepared on the server: a pooler may give the next one to another connection.
            conninfo = make_conninfo("", **{**parameters, "client_encoding": "utf8"})
            self._connection = psycopg.connect(conninfo, autocommit=True, prepare_threshold=None)
        return self._connection

    def _is_cut(self) -> bool:
        return self._connection is not None and self._connection.closed


def _is_because_of_others(error: "Error") -> bool:
    from psycopg import errors

    return isinstance(error, (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation))
