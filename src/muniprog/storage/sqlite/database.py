"""One open database: work is done in transactions, one thread at a time, with patience for other programs."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from muniprog.errors import StorageError
from muniprog.messages import message
from muniprog.storage.kept import half_character
from muniprog.storage.sqlite.connecting import connect, create
from muniprog.storage.sqlite.failures import Patience, failure, is_busy

if TYPE_CHECKING:
    import sqlite3

Result = TypeVar("Result")


class Database:
    """A database file that is opened when it is first needed and made when something is first written.

    Args:
        path: The file.
        patience: How long to wait for other programs.
        vfs: SQLite's name for another way to use the file system.
    """

    def __init__(self, path: Path, patience: Patience, *, vfs: str = "") -> None:
        self.path, self.patience = path, patience
        self._vfs, self._lock = vfs, RLock()
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self._in_context = False

    def read(self, work: "Callable[[sqlite3.Connection], Result]", nothing: Result) -> Result:
        """Return what `work` finds in one state of the database, or `nothing` where there is no database yet.

        Raises:
            StorageError: The database cannot be read.
        """
        with self._alone():
            return self._patiently(lambda: self._read(work, nothing))

    def write(self, work: "Callable[[sqlite3.Connection], Result]") -> Result:
        """Do `work` and return what it returns. Either all of it is kept or nothing.

        Raises:
            StorageError: The database cannot be written.
        """
        with self._alone():
            return self._patiently(lambda: self._in_transaction(work, "BEGIN IMMEDIATE"))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep everything that is written inside the `with` block in one transaction.

        Raises:
            StorageError: It cannot be kept, and nothing of it is.
        """
        with self._alone():
            connection = self._patiently(self._begun)
            try:
                self._in_context = True
                try:
                    yield
                finally:
                    self._in_context = False
                self._patiently(lambda: connection.execute("COMMIT"))
            except BaseException:
                connection.rollback()  # after some errors SQLite has done so by itself, and nothing happens here
                raise

    def close(self) -> None:
        """Let go of the file. Closing twice is no mistake."""
        with self._lock:
            self._closed = True
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other threads out."""
        with self._lock:
            if self._closed:
                raise StorageError(message("“{place}” has been closed; open it again.", place=str(self.path)))
            yield

    def _patiently(self, work: Callable[[], Result]) -> Result:
        """Do `work`, and do it again when another program was in the way, but not for ever."""
        import sqlite3

        attempts_left = self.patience.attempts
        while True:
            attempts_left -= 1
            try:
                return work()
            except UnicodeEncodeError as error:
                raise half_character(error) from None
            except sqlite3.Error as error:
                if self._in_context or not is_busy(error) or not attempts_left:
                    raise failure(error, self.path, self.patience) from error
            time.sleep(random.uniform(0, 0.02))  # noqa: S311  so that two who wait do not meet again

    def _read(self, work: "Callable[[sqlite3.Connection], Result]", nothing: Result) -> Result:
        if self._connection is None:
            self._connection = connect(self.path, self.patience, vfs=self._vfs)
        return nothing if self._connection is None else self._in_transaction(work, "BEGIN")

    def _to_write(self) -> "sqlite3.Connection":
        if self._connection is None:
            self._connection = connect(self.path, self.patience, vfs=self._vfs) or create(
                self.path, self.patience, vfs=self._vfs
            )
        return self._connection

    def _begun(self) -> "sqlite3.Connection":
        connection = self._to_write()
        connection.execute("BEGIN IMMEDIATE")
        return connection

    def _in_transaction(self, work: "Callable[[sqlite3.Connection], Result]", begin: str) -> Result:
        connection = self._to_write()
        inner = self._in_context
        connection.execute("SAVEPOINT one" if inner else begin)
        try:
            result = work(connection)
            connection.execute("RELEASE one" if inner else "COMMIT")
        except BaseException:
            if inner and connection.in_transaction:
                connection.execute("ROLLBACK TO one")
                connection.execute("RELEASE one")
            elif not inner:
                connection.rollback()
            raise
        return result
