"""Programmes kept as folders of YAML files, which anybody can read, edit and keep in git."""

import os
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import ClassVar

from muniprog.errors import ConflictError, SourceError, StorageError
from muniprog.folders import safe_path
from muniprog.identifiers import shown
from muniprog.interfaces import Listed, Storage, StorageDriver, Stored
from muniprog.messages import message
from muniprog.source import Finding, Plain
from muniprog.storage.folder import FolderSource, ProgrammeFolder, bytes_of, read_folder, revision_of


class FileDriver(StorageDriver):
    """Opens folders."""

    name = "files"
    title = message("Folders of YAML files")
    schemes: ClassVar[tuple[str, ...]] = ("file",)

    def open(self, location: str) -> Storage:
        """Return the storage of a folder or of one YAML file; with a slash at the end, of a folder for several.

        Where it lies in a git repository, and `git` is there to ask, it is one that keeps history.
        """
        from muniprog.storage.repository import Repository

        path, several = FilePath(location), location.endswith(("/", os.sep))
        repository = Repository.around(path)
        if repository is None:
            return FileStorage(path, several=several)
        from muniprog.storage.git import GitFileStorage

        return GitFileStorage(path, repository, several=several)


class FileStorage(Storage):
    """A folder with a `programme.yaml`, a single YAML file, or a folder with such folders in it.

    Themes and rounds of follow-up may have files of their own.

    Args:
        path: The folder or file.
        several: Whether each new programme gets a folder of its own in it, the first one too.
    """

    def __init__(self, path: FilePath, *, several: bool = False) -> None:
        self.path, self.several = path, several
        self._closed = False

    def close(self) -> None:
        """Let go of the folder; nothing is asked of it any more."""
        self._closed = True

    def list(self) -> tuple[Listed, ...]:
        """Return the programmes in the folder. Where some cannot be read, all that is wrong with them is said."""
        self._refuse_closed()
        listed: list[Listed] = []
        problems: list[Finding] = []
        for folder in self._folders():
            try:
                listed.append(_listed(read_folder(folder)))
            except SourceError as error:
                problems.extend(error.problems)
        if problems:
            raise SourceError(problems)
        return tuple(sorted(listed, key=lambda each: each.identifier))

    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        """Return a programme of the folder; the only revision that it knows is the one that lies there now."""
        self._refuse_closed()
        source = read_folder(self._find(identifier))
        now = revision_of(source.contents)
        if revision is not None and revision != now:
            raise StorageError(
                message(
                    "A folder keeps no earlier states, so there is no “{revision}” in “{folder}”.",
                    revision=revision,
                    folder=str(self.path),
                )
            )
        return Stored(source, now)

    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        """Write what differs from `old` and nothing else; a new programme gets a file for each round of follow-up."""
        # What writes is imported when somebody writes: most commands only read.
        from muniprog.storage.kept import identifier_of
        from muniprog.storage.lock import locked
        from muniprog.storage.saving import create, refuse_changed, write_change

        self._refuse_closed()
        identifier = identifier_of(mapping)
        source = None if base is None else base.source
        if source is not None and not isinstance(source, FolderSource):
            raise StorageError(
                message("This was not loaded from “{folder}”; save it as a new programme.", folder=str(self.path))
            )
        with locked((ProgrammeFolder.of(self.path) if source is None else source.folder).folder):
            if source is None:
                where = self._place_for(identifier)
                contents = create(where, mapping)
            else:
                where = source.folder
                refuse_changed(source)
                contents = write_change(source, source.mapping if old is None else old, mapping)
            return Stored(read_folder(where), revision_of(contents))

    def delete(self, identifier: str, *, base: Stored) -> None:
        """Remove the files of a programme, and its folder when nothing else is in it."""
        from muniprog.storage.lock import locked
        from muniprog.storage.saving import remove

        self._refuse_closed()
        where = self._find(identifier)
        with locked(where.folder):
            where.finish()
            source = read_folder(where)
            if revision_of(source.contents) != base.revision:
                raise ConflictError(
                    message("“{id}” has changed since it was loaded; nothing was removed.", id=identifier)
                )
            remove(source)

    def _folders(self) -> Iterator[ProgrammeFolder]:
        own = ProgrammeFolder.of(self.path)
        if own.is_there():
            yield own
        elif self.path.is_dir():
            inside = (ProgrammeFolder(path) for path in sorted(self.path.iterdir()) if path.is_dir())
            yield from (folder for folder in inside if folder.is_there())

    def _find(self, identifier: str | None) -> ProgrammeFolder:
        own = ProgrammeFolder.of(self.path)
        if identifier is None and own.is_there():
            return own
        named = dict(self._named())
        if not named:
            raise StorageError(
                message("There is no programme in “{folder}”: no {file} there.", folder=str(self.path), file=own.main)
            )
        if identifier is None and len(named) > 1:
            raise StorageError(
                message(
                    "There are several programmes in “{folder}”; say which one: {addresses}.",
                    folder=str(self.path),
                    addresses=tuple(f"{self.path}#{name}" for name in named),
                )
            )
        if identifier is not None and identifier not in named:
            raise StorageError(
                message(
                    "There is no programme “{id}” in “{folder}”. Known: {known}.",
                    id=identifier,
                    folder=str(self.path),
                    known=tuple(named),
                )
            )
        return named[identifier] if identifier is not None else next(iter(named.values()))

    def _named(self) -> Iterator[tuple[str, ProgrammeFolder]]:
        """Yield each programme by its identifier; one whose main file cannot be read goes by its folder's name."""
        from muniprog.yaml12 import read

        for folder in self._folders():
            try:
                identifier = read(bytes_of(folder.path), str(folder.path)).mapping.get("id")
            except SourceError:
                identifier = folder.folder.name
            yield str(identifier), folder

    def _place_for(self, identifier: str) -> ProgrammeFolder:
        """Return where a new programme goes: the folder itself while it is empty, else a folder of its own in it."""
        own = ProgrammeFolder.of(self.path)
        holds_others = not own.is_there() and (self.several or any(True for _ in self._folders()))
        if not holds_others:
            return own
        if "/" in identifier:
            raise StorageError(message("“{id}” cannot be the name of a folder.", id=shown(identifier)))
        return ProgrammeFolder(safe_path(self.path, identifier))

    def _refuse_closed(self) -> None:
        if self._closed:
            raise StorageError(message("“{folder}” was closed; open it again.", folder=str(self.path)))


def _listed(source: FolderSource) -> Listed:
    from muniprog.storage.kept import title_of

    return Listed(
        identifier=str(source.mapping.get("id", "")),
        title=title_of(source.mapping),
        revision=revision_of(source.contents),
    )
