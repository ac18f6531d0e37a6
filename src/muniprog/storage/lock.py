"""One writer at a time: between comparing a folder with what was loaded and writing it, nobody else shall write."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let no other muniprog write in a folder inside the `with` block; it is made if it is not there.

    A folder that was made for nothing is taken away again. Where the system or the drive knows no such locks the
    block runs all the same: what is left without one is a moment of some thousandths of a second.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    made = [each for each in (folder, *folder.absolute().parents) if not each.exists()]
    handle = _lock(folder, lambda handle: fcntl.flock(handle, fcntl.LOCK_EX))
    try:
        yield
    finally:
        for each in made:
            with suppress(OSError):  # something is in it
                each.rmdir()
        os.close(handle)


def _lock(folder: Path, lock: Callable[[int], None]) -> int:
    """Return the handle of the folder once it is locked; where it cannot be made, of the nearest one around it."""
    while True:
        with suppress(OSError):  # the save itself will say so, in a sentence
            folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # removed this very moment: once more
            handle = os.open(_nearest(folder), os.O_RDONLY)
            with suppress(OSError):
                lock(handle)
            # While this one waited, somebody may have removed the folder and made it anew.
            if os.path.samestat(os.fstat(handle), _nearest(folder).stat()):
                return handle
            os.close(handle)


def _nearest(folder: Path) -> Path:
    return next((each for each in (folder, *folder.absolute().parents) if each.is_dir()), Path.cwd())
