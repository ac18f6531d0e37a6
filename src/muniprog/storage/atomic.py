"""Writing a file so that either the old or the new content is there, whatever happens in between."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from muniprog.errors import StorageError
from muniprog.messages import message


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Replace several files. Every one is written beside its target first; only then are they put in place.

    Links are followed, so that a link stays a link; the mode of a file that exists is kept. When anything goes
    wrong before the first is put in place, no target has changed and nothing is left behind.

    Raises:
        StorageError: A file cannot be written, with what the system said.
    """
    written: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            target = Path(os.path.realpath(path))
            target.parent.mkdir(parents=True, exist_ok=True)
            written.append((_write_beside(target, content), target))
        for temporary, target in written:
            os.replace(temporary, target)
            _sync_folder(target.parent)
    except OSError as error:
        raise StorageError(
            message(
                "“{file}” was not saved; the earlier content is untouched. The system says: {cause}.",
                file=", ".join(path.name for path in contents),
                cause=error.strerror or str(error),
            )
        ) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)


def _write_beside(target: Path, content: bytes) -> Path:
    import tempfile  # which takes longer to import than the rest of a small command

    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    temporary = Path(name)
    try:
        with open(handle, "wb", buffering=0) as stream:
            rest = memoryview(content)
            while rest:  # one call may write less than it was given
                rest = rest[stream.write(rest) :]
            os.fsync(stream.fileno())
        if temporary.stat().st_size != len(content):
            raise OSError(None, "the file is shorter than what was written")
        os.chmod(temporary, _mode_of(target))
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _mode_of(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
