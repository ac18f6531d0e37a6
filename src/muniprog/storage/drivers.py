"""Opens the storages that are built in beside folders of files; each is imported when its first address is met."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from muniprog.errors import StorageError
from muniprog.interfaces import Storage, StorageDriver
from muniprog.messages import message

if TYPE_CHECKING:
    from muniprog.storage.memory import Memory


class MemoryDriver(StorageDriver):
    """Opens memories: `memory:` is one for the whole process, `memory:name` another one of its own."""

    name = "memory"
    title = message("The memory of this process, for trying things out")
    schemes: ClassVar[tuple[str, ...]] = ("memory",)

    def __init__(self) -> None:
        self._memories: dict[str, Memory] = {}

    def open(self, location: str) -> Storage:
        """Return the memory with the name that stands after `memory:`; what it keeps ends with the process."""
        from muniprog.storage.memory import Memory, MemoryStorage

        memory = self._memories.setdefault(location.removeprefix("memory:").lstrip("/"), Memory())
        return MemoryStorage(memory, place=location)


class SqliteDriver(StorageDriver):
    """Opens SQLite databases: `sqlite:///programmes.db`, and with four slashes from the root of the file system."""

    name = "sqlite"
    title = message("One SQLite file that holds many programmes and all their earlier states")
    schemes: ClassVar[tuple[str, ...]] = ("sqlite",)

    def open(self, location: str) -> Storage:
        """Return the database in a file; the file is made when something is saved there."""
        from muniprog.storage.sqlite.storage import SqliteStorage

        return SqliteStorage(path_of(location))


def path_of(location: str) -> Path:
    """Return the file that an address of a SQLite database names.

    >>> path_of("sqlite:///plans/programmes.db").as_posix()
    'plans/programmes.db'
    >>> path_of("sqlite:////srv/programmes.db").as_posix()
    '/srv/programmes.db'

    Raises:
        StorageError: It names no file.
    """
    head, slashes, name = location.partition("///")
    if head != "sqlite:" or not slashes or not name or name == ":memory:" or "\0" in name:
        raise StorageError(
            message(
                "“{address}” names no file. Write {relative}, or {absolute} from the root; {memory} lasts only as "
                "long as the program runs.",
                address=location.replace("\0", "\\0"),
                relative="sqlite:///programmes.db",
                absolute="sqlite:////srv/programmes.db",
                memory="memory:",
            )
        )
    return Path(name)
