"""One writer at a time: between comparing a folder with what was loaded and writing it, nobody else shall write."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let no other muniprog write in a folder, or make it, inside the `with` block.

    Where the system or the drive knows no such locks the block runs all the same: what is left without one is a
    moment of some thousandths of a second.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = _lock(folder, lambda handle: fcntl.flock(handle, fcntl.LOCK_EX))
    try:
        yield
    finally:
        os.close(handle)


def _lock(folder: Path, lock: Callable[[int], None]) -> int:
    """Return the handle of the folder that is locked: `folder`, or the nearest around it while it is not there."""
    while True:
        handle = os.open(_nearest(folder), os.O_RDONLY)
        with suppress(OSError):
            lock(handle)
        # While this one waited, somebody may have made the folder, or removed it.
        if os.path.samestat(os.fstat(handle), _nearest(folder).stat()):
            return handle
        os.close(handle)


def _nearest(folder: Path) -> Path:
    return next((each for each in (folder, *folder.absolute().parents) if each.is_dir()), Path.cwd())
