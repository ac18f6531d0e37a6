"""Programmes kept as a folder of YAML files, which anybody can read, edit and keep in git."""

import hashlib
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import ClassVar

from muniprog.errors import ConflictError, StorageError
from muniprog.identifiers import slug
from muniprog.interfaces import Storage, Stored
from muniprog.messages import message
from muniprog.source import Plain
from muniprog.storage.atomic import write_files
from muniprog.storage.folder import FOLLOW_UPS, MAIN, FolderSource, read_folder


class FileStorage(Storage):
    """A folder with a `programme.yaml`; themes and rounds of follow-up may have files of their own."""

    name = "files"
    title = message("A folder of YAML files")
    schemes: ClassVar[tuple[str, ...]] = ("file",)

    def load(self, address: str) -> Stored:
        """Return the programme in the folder, or in the folder of the `programme.yaml`, that `address` names."""
        folder = folder_of(address)
        if not (folder / MAIN).is_file():
            raise StorageError(
                message("There is no programme in “{address}”: no {file} there.", address=address, file=MAIN)
            )
        source = read_folder(folder)
        return Stored(source, revision_of(source.contents))

    def save(self, address: str, mapping: dict[str, Plain], *, old: dict[str, Plain] | None, base: Stored | None) -> str:
        """Write what differs from `old` and nothing else; a new programme becomes one `programme.yaml`."""
        folder = folder_of(address)
        if base is None or old is None:
            return self._create(folder, mapping)
        source = base.source
        if not isinstance(source, FolderSource):
            raise StorageError(message("“{address}” was not loaded from a folder; save it as a new one.", address=address))
        self._refuse_changed(folder, source, base.revision)
        return FolderEdit(folder, source, old, mapping).write()

    def _create(self, folder: FilePath, mapping: dict[str, Plain]) -> str:
        from muniprog.yaml12 import write

        if (folder / MAIN).exists():
            raise ConflictError(
                message("There is a programme in “{folder}” already; nothing was written.", folder=str(folder))
            )
        rounds = mapping.get("follow_ups")
        main = {key: value for key, value in mapping.items() if key != "follow_ups"}
        contents = {MAIN: write(main).encode()}
        for follow_up in rounds if isinstance(rounds, list) else []:
            if isinstance(follow_up, dict):
                contents[new_round_file(follow_up, contents)] = write(follow_up).encode()
        write_files({folder / name: content for name, content in contents.items()})
        return revision_of(contents)

    def _refuse_changed(self, folder: FilePath, source: FolderSource, revision: str) -> None:
        try:
            now = read_folder(folder).contents
        except StorageError as error:
            raise ConflictError(
                message("The programme in “{folder}” is no longer there; nothing was written.", folder=str(folder))
            ) from error
        if revision_of(now) == revision:
            return
        names = sorted({*now, *source.contents})
        changed = tuple(name for name in names if now.get(name) != source.contents.get(name))
        raise ConflictError(
            message(
                "Somebody else has changed {files} since it was loaded; nothing was written. "
                "Load it again and make the change once more.",
                files=changed,
            )
        )


class FolderEdit:
    """One change of a programme, spread over the files that its parts stand in."""

    def __init__(
        self, folder: FilePath, source: FolderSource, old: dict[str, Plain], new: dict[str, Plain]
    ) -> None:
        self.folder, self.source, self.old, self.new = folder, source, old, new
        self.contents: dict[str, bytes] = dict(source.contents)

    def write(self) -> str:
        """Write the files that change, remove those whose theme or round is gone, and return the new revision."""
        main_old, main_new = dict(self.old), dict(self.new)
        for key in ("themes", "follow_ups"):
            self._spread(key, main_old, main_new)
        self._edit(MAIN, main_old, main_new)
        changed = {
            self.folder / name: content
            for name, content in sorted(self.contents.items(), key=lambda entry: entry[0] == MAIN)
            if self.source.contents.get(name) != content
        }
        if changed:
            write_files(changed)
        for name in self.source.contents.keys() - self.contents.keys():
            (self.folder / name).unlink(missing_ok=True)
        return revision_of(self.contents)

    def _spread(self, key: str, main_old: dict[str, Plain], main_new: dict[str, Plain]) -> None:
        """Edit the files of the themes or rounds that have their own, and leave their names or nothing to the main file."""
        files = [self.source.parts.get((key, position)) for position in range(len(_elements(self.old, key)))]
        if not any(files):
            return
        before = dict(zip(map(_name_of, _elements(self.old, key)), zip(files, _elements(self.old, key), strict=True), strict=True))
        kept: list[Plain] = []
        for element in _elements(self.new, key):
            file, old = before.pop(_name_of(element), (None, None))
            if old is None:
                file = self._new_file(key, element)
                self.contents[file] = self._written(element)
            elif file is not None:
                self._edit(file, old, element)
            if file is None:
                kept.append(element)
            elif key == "themes":
                kept.append(file)
        for file, _ in before.values():
            if file is not None:
                del self.contents[file]
        main_new[key] = kept
        main_old[key] = [
            element if file is None else file
            for file, element in zip(files, _elements(self.old, key), strict=True)
            if file is None or key == "themes"
        ]
        for main in (main_old, main_new):
            if not main[key]:
                del main[key]

    def _edit(self, name: str, old: dict[str, Plain], new: dict[str, Plain]) -> None:
        from muniprog.yaml12 import edit

        if old != new:
            self.contents[name] = edit(self.source.files[name], old, new).encode()

    def _written(self, element: dict[str, Plain]) -> bytes:
        from muniprog.yaml12 import write

        return write(element).encode()

    def _new_file(self, key: str, element: dict[str, Plain]) -> str:
        if key == "follow_ups":
            return new_round_file(element, self.contents)
        return f"themes/{element['id']}.yaml"


def _elements(mapping: dict[str, Plain], key: str) -> list[dict[str, Plain]]:
    elements = mapping.get(key)
    return [element for element in elements if isinstance(element, dict)] if isinstance(elements, list) else []


def _name_of(element: dict[str, Plain]) -> str:
    return str(element.get("id", element.get("period")))


def new_round_file(follow_up: dict[str, Plain], taken: Mapping[str, bytes]) -> str:
    """Return the name of the file for a new round of follow-up: its period, made safe."""
    names = {name.removeprefix(f"{FOLLOW_UPS}/").removesuffix(".yaml") for name in taken}
    return f"{FOLLOW_UPS}/{slug(str(follow_up.get('period')), names)}.yaml"


def folder_of(address: str) -> FilePath:
    """Return the folder that an address names: a path, a `file:` address, or the path of a `programme.yaml`."""
    path = FilePath(address.removeprefix("file://").removeprefix("file:"))
    return path.parent if path.name == MAIN else path


def revision_of(contents: Mapping[str, bytes]) -> str:
    """Return the revision of a folder: a hash of its files' names and bytes."""
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
