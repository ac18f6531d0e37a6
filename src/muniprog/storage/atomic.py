"""Writing files so that either the old or the new content is there, whatever happens in between."""

import json
import os
import re
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import attrs

from muniprog.errors import StorageError
from muniprog.folders import safe_path
from muniprog.messages import message

TEMPORARY = re.compile(r"\.muniprog-[0-9a-f]{16}\.new")
"""The name of a new file that is not in place yet."""


def write_files(contents: Mapping[Path, bytes], *, gone: Sequence[Path] = (), journal: Path | None = None) -> None:
    """Replace several files. Every one is written beside its target first; only then are they put in place.

    Links are followed, so that a link stays a link; the mode of a file that exists is kept. When anything goes
    wrong, those already put in place are put back, no target has changed, and nothing is left behind.

    Args:
        contents: What the files shall hold.
        gone: Files that are removed when the others are in place.
        journal: Where to note down what is about to be done, so that `finish` can do the rest when the machine
            stops in between. Without it each file is whole even then, but one may be new and the other old.

    Raises:
        StorageError: A file cannot be written or removed, with what the system said.
    """
    written: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for path, content in contents.items():
            target = Path(os.path.realpath(path))
            made += _make_folder(target.parent)
            written.append((_write_beside(target, content), target))
        if journal is not None and len(written) + len(gone) > 1:
            _note(journal, dict(zip(contents, written, strict=True)), gone)
        _put_in_place(written, journal)
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
            with suppress(OSError):  # in place already, or else left over under a name that no programme uses
                temporary.unlink()
        for folder in reversed(made):
            with suppress(OSError):  # it is there, empty and in nobody's way
                folder.rmdir()
    try:
        for path in gone:
            remove_file(path)
    finally:
        _forget(journal)


def finish(journal: Path) -> None:
    """Do the rest of a save that was interrupted, as its journal says. It can be interrupted too, and begun again.

    Raises:
        StorageError: The rest cannot be done, or the file is no journal of muniprog's.
    """
    try:
        plan = _plan(journal)
        for name, temporary in plan.put.items():
            target = Path(os.path.realpath(safe_path(journal.parent, name)))
            new = target.with_name(temporary)
            if new.exists():
                new.replace(target)
                _sync_folder(target.parent)
        for name in plan.gone:
            remove_file(safe_path(journal.parent, name))
        _forget(journal)
    except OSError as error:
        raise StorageError(
            message(
                "A save was interrupted in “{folder}” and cannot be finished. The system says: {cause}.",
                folder=str(journal.parent),
                cause=error.strerror or str(error),
            )
        ) from error


@attrs.frozen
class _Plan:
    """What a journal says: file → the new file beside it, and the files that go."""

    put: dict[str, str]
    gone: list[str]


def _plan(journal: Path) -> _Plan:
    """Return what a journal says; whatever else lies there under its name is left alone."""
    try:
        plan = json.loads(journal.read_bytes())
        put, gone = plan["put"], plan["gone"]
        for name in (*put, *gone):
            safe_path(journal.parent, name)
        if all(TEMPORARY.fullmatch(temporary) for temporary in put.values()):
            return _Plan(put, gone)
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    raise StorageError(
        message("“{file}” should tell of an interrupted save, but does not. Take it away.", file=str(journal))
    )


def _note(journal: Path, written: Mapping[Path, tuple[Path, Path]], gone: Sequence[Path]) -> None:
    put = {path.relative_to(journal.parent).as_posix(): temporary.name for path, (temporary, _) in written.items()}
    plan = {"put": put, "gone": [path.relative_to(journal.parent).as_posix() for path in gone]}
    temporary = _write_beside(journal, json.dumps(plan).encode())
    try:
        temporary.replace(journal)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(journal.parent)


def _forget(journal: Path | None) -> None:
    if journal is not None and journal.exists():
        remove_file(journal)
        _sync_folder(journal.parent)


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


def _put_in_place(written: list[tuple[Path, Path]], journal: Path | None) -> None:
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
        _forget(journal)  # first: what is put back shall not be done once more
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
