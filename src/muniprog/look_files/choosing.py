"""Which look a report gets: the one that is given, or the one that lies beside the programme."""

from collections.abc import Sequence
from pathlib import Path

from muniprog.document import Look
from muniprog.errors import SourceError
from muniprog.look_files.reading import read_look
from muniprog.model import Programme
from muniprog.source import Finding, Source
from muniprog.storage.folder import MAIN, FolderSource

LOOK_FILE = "look.yaml"


def look_for(given: Look | str | Path | None, programmes: Sequence[Programme], languages: Sequence[str]) -> Look:
    """Return the look of a report.

    Args:
        given: A look, or the path of a look file; None for what lies beside the programmes.
        programmes: What the report is about.
        languages: The languages of the report.

    Raises:
        SourceError: Something in the look file is wrong; every problem with its place.
        StorageError: The look file or the logo cannot be read.
    """
    if isinstance(given, Look):
        return given
    if given is not None:
        return read_look(given, languages=languages)
    looks = {look_beside(programme, languages) for programme in programmes}
    return looks.pop() if len(looks) == 1 else Look()  # towns that look different share none of their looks


def look_beside(programme: Programme, languages: Sequence[str] = ()) -> Look:
    """Return the look in the file `look.yaml` beside a programme's `programme.yaml`, or muniprog's own.

    A programme that code has made, and one in a database, lies beside nothing.

    Raises:
        SourceError, StorageError: As in `look_for`.
    """
    file = None if programme.origin is None else _file_beside(programme.origin.source)
    return Look() if file is None else read_look(file, languages=languages)


def look_problems(source: Source) -> tuple[Finding, ...]:
    """Return everything that is wrong with the look file beside what was read; nothing where there is none.

    Raises:
        StorageError: The look file or the logo cannot be read.
    """
    file = _file_beside(source)
    if file is not None:
        try:
            read_look(file)
        except SourceError as error:
            return error.problems
    return ()


def _file_beside(source: Source) -> Path | None:
    if not isinstance(source, FolderSource) or source.folder.main != MAIN:
        return None
    file = source.folder.folder / LOOK_FILE
    return file if file.is_file() else None
