"""One writer at a time: between comparing a folder with what was loaded and writing it, nobody else shall write."""

import os
from collections.abc import Iterator
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
    there = next((each for each in (folder, *folder.absolute().parents) if each.is_dir()), Path.cwd())
    handle = os.open(there, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
