"""The history of folders that lie in a git repository: read from its commits, never written."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path as FilePath

import attrs

from muniprog.errors import MuniprogError, SourceError, StorageError, ValueProblem
from muniprog.folders import safe_path
from muniprog.interfaces import KeepsHistory, Revision, Stored
from muniprog.messages import message
from muniprog.storage.files import FileStorage
from muniprog.storage.folder import MAIN, SUFFIXES, ProgrammeFolder, read_folder, revision_of
from muniprog.storage.names import FOLLOW_UPS, THEMES
from muniprog.storage.repository import Commit, Repository, exactly, matching


@attrs.frozen
class _State:
    """A commit, where the programme's main file stood in it, and whether it was there at all."""

    commit: Commit
    main: str
    is_there: bool


class GitFileStorage(FileStorage, KeepsHistory):
    """Folders of YAML files whose history is that of the git repository that they lie in.

    What is saved is not committed; only what somebody has committed is in the history.

    Args:
        path: The folder or file.
        repository: The repository that it lies in.
        several: As in `FileStorage`.
    """

    def __init__(self, path: FilePath, repository: Repository, *, several: bool = False) -> None:
        super().__init__(path, several=several)
        self.repository = repository

    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        """Return a programme as it lies there, or as it was in the commit that `revision` names."""
        if revision is None:
            return super().load(identifier)
        self._refuse_closed()
        commit = self.repository.commit(revision)
        if commit is None:
            return self._uncommitted(identifier, revision)
        for main in dict.fromkeys(self._mains(identifier)):
            stored = self._committed(commit, main)
            if stored is not None:
                return stored
        raise StorageError(
            message(
                "The commit “{revision}” holds no such programme in “{folder}”.",
                revision=revision,
                folder=str(self.path),
            )
        )

    def history(self, identifier: str) -> tuple[Revision, ...]:
        """Return the commits that changed a file of the programme, also under the names that it had before."""
        self._refuse_closed()
        return tuple(
            Revision(revision=state.commit.name, when=state.commit.when, by=state.commit.by, note=state.commit.note)
            for state in self._states(identifier)
            if state.is_there
        )

    def revision_on(self, identifier: str, day: date) -> str:
        """Return the last commit of the programme on or before a day (UTC)."""
        self._refuse_closed()
        last = next((state for state in self._states(identifier) if state.commit.when.date() <= day), None)
        if last is None or not last.is_there:
            raise StorageError(message("“{id}” was not there on {day}, as far as git knows.", id=identifier, day=day))
        return last.commit.name

    def _uncommitted(self, identifier: str | None, revision: str) -> Stored:
        """Return what lies there if that is the revision: a save is known by it before anybody commits it."""
        stored = super().load(identifier)
        if stored.revision != revision:
            raise StorageError(
                message(
                    "“{revision}” is no commit in the history of “{folder}”.", revision=revision, folder=str(self.path)
                )
            )
        return stored

    def _committed(self, commit: str, main: str) -> Stored | None:
        """Return the programme as it was in a commit, or None where its main file was not there."""
        from tempfile import TemporaryDirectory

        folder, _, name = main.rpartition("/")
        files = self.repository.files(commit, folder or ".")
        if name not in files:
            return None
        real = ProgrammeFolder(self.repository.root / folder, name)
        readable = {each: blob for each, blob in files.items() if each.endswith(SUFFIXES)}
        with TemporaryDirectory(prefix="muniprog-") as temporary:
            there = ProgrammeFolder(FilePath(temporary), name)
            for each, content in zip(readable, self.repository.contents(tuple(readable.values())), strict=True):
                _write(there.folder, each, content)
            source = read_folder(there, shown_as=real.folder)
        return Stored(attrs.evolve(source, folder=real), revision_of(source.contents))

    def _states(self, identifier: str) -> Iterator[_State]:
        """Yield the states of a programme, the latest first.

        Raises:
            StorageError: There never was such a programme.
        """
        tip = self.repository.commit("HEAD")
        mains = tuple(self._mains(identifier))
        if tip is None or not mains:
            raise StorageError(
                message("git knows of no programme “{id}” in “{folder}”.", id=identifier, folder=str(self.path))
            )
        return self._walk(tip, mains[0])

    def _walk(self, tip: str, main: str) -> Iterator[_State]:
        """Yield the states under the present name, then those under the name before it, and so on."""
        renames = self.repository.renames(tip, main)
        ends = [f"{commit}^" for commit, _ in renames]
        names = [main, *(before for _, before in renames)]
        for begin, name, end in zip((tip, *ends), names, (*ends, None), strict=True):
            removals = self.repository.removals(begin, name)
            for commit in self.repository.commits(begin, self._paths(name), until=end):
                yield _State(commit, name, commit.name not in removals)

    def _paths(self, main: str) -> Iterator[str]:
        """Yield the pathspecs of everything that may belong to a programme."""
        folder, _, name = main.rpartition("/")
        yield exactly(main)
        if name != MAIN:
            return
        where = ProgrammeFolder(self.repository.root / folder)
        try:
            named = set(read_folder(where).contents) if where.is_there() else set()
        except MuniprogError:  # being edited, perhaps; the usual names must do
            named = set()
        yield from (exactly(f"{folder}/{each}" if folder else each) for each in sorted(named))
        yield from (matching(folder or ".", f"{each}/*.yaml") for each in (THEMES, FOLLOW_UPS))

    def _mains(self, identifier: str | None) -> Iterator[str]:
        """Yield where the main file of a programme is and was: as it lies there, under former names, then removed."""
        tip = self.repository.commit("HEAD")
        if tip is None:
            return
        try:
            main = self.repository.name_of(self._find(identifier).path)
        except (SourceError, StorageError):
            yield from (name for name, found in self._removed(tip) if identifier in (None, found))
            return
        yield main
        yield from (before for _, before in self.repository.renames(tip, main))

    def _removed(self, tip: str) -> Iterator[tuple[str, str]]:
        """Yield the main files that were here once, each with the identifier of its programme."""
        from muniprog.yaml12 import read

        own = ProgrammeFolder.of(self.path)
        mains = [exactly(self.repository.name_of(own.path))]
        if own.main == MAIN:
            mains.append(matching(self.repository.name_of(self.path), f"*/{MAIN}"))
        for commit, main in self.repository.removed_files(tip, mains):
            folder, _, name = main.rpartition("/")
            blob = self.repository.files(f"{commit}^", folder or ".")[name]
            try:
                mapping = read(next(self.repository.contents((blob,))), main).mapping
            except SourceError:
                continue
            yield main, str(mapping.get("id"))


def _write(folder: FilePath, name: str, content: bytes) -> None:
    """Write a file below a folder, unless its name leads out of it."""
    try:
        path = safe_path(folder, name)
    except ValueProblem:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
