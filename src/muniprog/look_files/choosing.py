"""Which look a report gets: the one that is given, or the one that lies beside the programme."""

from collections.abc import Sequence
from pathlib import Path

from muniprog.document import Look
from muniprog.look_files.reading import read_look
from muniprog.model import Programme
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
    file = look_file_of(programme)
    return Look() if file is None else read_look(file, languages=languages)


def look_file_of(programme: Programme) -> Path | None:
    """Return the look file beside a programme, or None where there is none."""
    source = programme.origin.source if programme.origin is not None else None
    if not isinstance(source, FolderSource) or source.folder.main != MAIN:
        return None
    file = source.folder.folder / LOOK_FILE
    return file if file.is_file() else None
