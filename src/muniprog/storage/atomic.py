"""Writing files so that either the old or the new content is there, whatever happens in between."""

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
    wrong, those already put in place are put back, no target has changed, and nothing is left behind. (Where the
    machine itself stops between two files, each of them is whole, but one may be new and the other old.)

    Raises:
        StorageError: A file cannot be written, with what the system said.
    """
    written: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for path, content in contents.items():
            target = Path(os.path.realpath(path))
            made += _make_folder(target.parent)
            written.append((_write_beside(target, content), target))
        _put_in_place(written)
        made.clear()
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
        for folder in reversed(made):
            with suppress(OSError):  # it is there, empty and in nobody's way
                folder.rmdir()


def remove_file(path: Path) -> None:
    """Remove a file; that it is gone already is fine.

    Raises:
        StorageError: It cannot be removed, with what the system said.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            message(
                "“{file}” could not be removed. The system says: {cause}.",
                file=str(path),
                cause=error.strerror or str(error),
            )
        ) from error


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those that it stands in; return the new ones, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _write_beside(target: Path, content: bytes) -> Path:
    """Write a new file in the target's folder, through to the disk, and return it."""
    temporary = target.with_name(f".muniprog-{os.urandom(8).hex()}.new")
    try:
        _write_whole(temporary, content)
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _write_whole(path: Path, content: bytes) -> None:
    with path.open("xb", buffering=0) as stream:
        rest = memoryview(content)
        while rest:  # one call may write less than it was given
            rest = rest[stream.write(rest) :]
        os.fsync(stream.fileno())
    if path.stat().st_size != len(content):
        raise OSError("the file is shorter than what was written")


def _put_in_place(written: list[tuple[Path, Path]]) -> None:
    replaced: list[tuple[Path, bytes | None]] = []
    try:
        for position, (temporary, target) in enumerate(written, start=1):
            # After the last one nothing can go wrong any more.
            to_keep = position < len(written) and target.exists()
            earlier = target.read_bytes() if to_keep else None
            temporary.replace(target)
            replaced.append((target, earlier))
            _sync_folder(target.parent)
    except BaseException:
        for target, earlier in reversed(replaced):
            _put_back(target, earlier)
        raise


def _put_back(target: Path, earlier: bytes | None) -> None:
    try:
        if earlier is None:
            target.unlink()
        else:
            _write_beside(target, earlier).replace(target)
    except OSError as error:
        raise StorageError(
            message(
                "Not all files could be saved, and “{file}” could not be put back as it was. The system says: {cause}.",
                file=str(target),
                cause=error.strerror or str(error),
            )
        ) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
