"""A programme's folder as one source: `programme.yaml`, its files of themes and its files of follow-up.

The files are joined into one plain mapping, and each path of it still leads to the right file and line.
"""

from collections.abc import Mapping
from pathlib import Path as FilePath

import attrs

from muniprog.errors import SourceError, StorageError, ValueProblem
from muniprog.folders import safe_path
from muniprog.messages import Spoken, message
from muniprog.source import Finding, Path, Place, Plain, Severity
from muniprog.storage.names import FOLLOW_UPS, THEMES, order, spelled_as_found
from muniprog.yaml12 import YamlSource, read

MAIN = "programme.yaml"
SUFFIXES = (".yaml", ".yml")


@attrs.frozen
class ProgrammeFolder:
    """The folder of one programme and the name of its main file.

    Attributes:
        folder: The folder.
        main: Name of the main file; only `programme.yaml` has files of follow-up beside it.
    """

    folder: FilePath
    main: str = MAIN

    @classmethod
    def of(cls, path: FilePath) -> "ProgrammeFolder":
        """Return what a path names: a folder, or a YAML file."""
        found = spelled_as_found(path)
        return cls(found.parent, found.name) if found.suffix.lower() in SUFFIXES else cls(found)

    @property
    def path(self) -> FilePath:
        """The main file."""
        return self.folder / self.main

    @property
    def journal(self) -> FilePath:
        """The file that tells of a save while it is going on; it is there afterwards when the save was interrupted."""
        return self.folder / f".{self.main}.saving"

    def is_there(self) -> bool:
        """Return whether there is a programme, or the rest of a save that will make it one."""
        return self.path.is_file() or self.journal.is_file()

    def finish(self) -> None:
        """Do the rest of an interrupted save, if there is one. The folder is locked by whoever calls this."""
        if self.journal.is_file():
            from muniprog.storage.atomic import finish

            finish(self.journal)

    def round_files(self) -> list[str]:
        """Return the names of the files of follow-up, in order."""
        return self.files_in(FOLLOW_UPS) if self.main == MAIN else []

    def files_in(self, name: str) -> list[str]:
        """Return the names of the YAML files in a folder of this folder, in order."""
        return sorted((f"{name}/{path.name}" for path in (self.folder / name).glob("*.yaml")), key=order)


@attrs.frozen
class FolderSource:
    """What a programme's folder holds.

    Attributes:
        folder: The folder and its main file.
        mapping: All files joined.
        files: Each file's own source, by its name within the folder, with slashes.
        parts: Which file holds the value at a path of the joined mapping: themes and rounds that have their own.
        contents: The bytes of each file.
    """

    folder: ProgrammeFolder
    mapping: dict[str, Plain]
    files: Mapping[str, YamlSource]
    parts: Mapping[Path, str]
    contents: Mapping[str, bytes]

    def where(self, path: Path) -> Place | None:
        """Return where the value at `path` starts."""
        source, inner = self._locate(path)
        return source.where(inner)

    def where_key(self, path: Path) -> Place | None:
        """Return where the key that ends `path` stands."""
        source, inner = self._locate(path)
        return source.where_key(inner)

    def written(self, path: Path) -> str | None:
        """Return the scalar at `path` as it is written."""
        source, inner = self._locate(path)
        return source.written(inner)

    def _locate(self, path: Path) -> tuple[YamlSource, Path]:
        name = self.parts.get(path[:2])
        if name is not None:
            return self.files[name], path[2:]
        return self.files[self.folder.main], path


def read_folder(folder: ProgrammeFolder, *, shown_as: FilePath | None = None) -> FolderSource:
    """Return the source of a programme's folder.

    Args:
        folder: The folder.
        shown_as: The folder that places name, where what is read is a copy of it.

    Raises:
        StorageError: There is no programme in the folder, or a file cannot be read.
        SourceError: A file cannot be read as YAML, or a file of a theme is missing; all problems of all files.
    """
    if folder.journal.is_file():
        from muniprog.storage.lock import locked

        with locked(folder.folder):  # the save may still be going on
            folder.finish()
    reader = _FolderReader(folder, shown_as or folder.folder)
    mapping = reader.whole()
    if reader.problems:
        raise SourceError(reader.problems)
    return FolderSource(folder, mapping, reader.files, reader.parts, reader.contents)


class _FolderReader:
    """Reads one file after the other and keeps what is wrong with any of them."""

    def __init__(self, folder: ProgrammeFolder, shown_as: FilePath) -> None:
        self.folder, self.shown_as = folder, shown_as
        self.files: dict[str, YamlSource] = {}
        self.contents: dict[str, bytes] = {}
        self.parts: dict[Path, str] = {}
        self.problems: list[Finding] = []
        self._named: list[FilePath] = []

    def whole(self) -> dict[str, Plain]:
        """Return all files joined; parts that cannot be read are left out."""
        rounds = self.folder.round_files()
        main = self.read(self.folder.main)
        if main is None:  # it cannot say which themes there are: look at all that lie where themes usually do
            for name in (*self.folder.files_in(THEMES), *rounds):
                self.read(name)
            return {}
        mapping = dict(main.mapping)
        themes = mapping.get("themes")
        if isinstance(themes, list) and any(isinstance(theme, str) for theme in themes):
            self._named = [self.folder.path, *(self.folder.folder / name for name in rounds)]
            mapping["themes"] = [
                self.theme(theme, position) if isinstance(theme, str) else theme
                for position, theme in enumerate(themes)
            ]
        if rounds:
            inline = mapping.get("follow_ups")
            own = list(inline) if isinstance(inline, list) else []
            mapping["follow_ups"] = own + [
                self.part(name, ("follow_ups", position)) for position, name in enumerate(rounds, start=len(own))
            ]
        return mapping

    def read(self, name: str) -> YamlSource | None:
        """Return the file's source, or None when it has problems, which are kept."""
        path = self.folder.folder / name
        self.contents[name] = bytes_of(path)
        try:
            self.files[name] = read(self.contents[name], str(self.shown_as / name))
        except SourceError as error:
            self.problems.extend(error.problems)
            return None
        return self.files[name]

    def part(self, name: str, path: Path) -> Plain:
        """Return what a file holds that stands for the value at `path`."""
        self.parts[path] = name
        source = self.read(name)
        return None if source is None else source.mapping

    def theme(self, name: str, position: int) -> Plain:
        """Return the theme that the main file names."""
        path: Path = ("themes", position)
        try:
            file = spelled_as_found(safe_path(self.folder.folder, name))
        except ValueProblem as problem:
            return self._refuse(problem.message, path)
        if not file.is_file():
            return self._refuse(message("There is no file “{file}” in the programme's folder.", file=name), path)
        if any(file.samefile(other) for other in self._named):
            return self._refuse(message("The file “{file}” is read already; it stands for one thing.", file=name), path)
        self._named.append(file)
        return self.part(file.relative_to(self.folder.folder).as_posix(), path)

    def _refuse(self, sentence: Spoken, path: Path) -> Plain:
        place = self.files[self.folder.main].where(path)
        self.problems.append(Finding(code="F013", severity=Severity.ERROR, message=sentence, path=path, place=place))
        return None


def bytes_of(path: FilePath) -> bytes:
    """Return what a file holds.

    Raises:
        StorageError: It cannot be read, with what the system said.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(
            message(
                "“{file}” cannot be read. The system says: {cause}.", file=str(path), cause=error.strerror or str(error)
            )
        ) from error


def revision_of(contents: Mapping[str, bytes]) -> str:
    """Return the revision of a folder: a hash of its files' names and bytes."""
    import hashlib

    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
