"""Programmes kept as a folder of YAML files, which anybody can read, edit and keep in git."""

import hashlib
from collections.abc import Mapping
from typing import ClassVar

from muniprog.errors import ConflictError, StorageError
from muniprog.interfaces import Storage, Stored
from muniprog.messages import message
from muniprog.source import Plain
from muniprog.storage.atomic import write_files
from muniprog.storage.change import elements_of, new_round_file, write_change
from muniprog.storage.folder import MAIN, Address, FolderSource, bytes_of, read_folder


class FileStorage(Storage):
    """A folder with a `programme.yaml`; themes and rounds of follow-up may have files of their own."""

    name = "files"
    title = message("A folder of YAML files")
    schemes: ClassVar[tuple[str, ...]] = ("file",)

    def load(self, address: str) -> Stored:
        """Return the programme in the folder, or in the YAML file, that `address` names."""
        where = Address.of(address)
        if not where.path.is_file():
            raise StorageError(
                message("There is no programme in “{address}”: no {file} there.", address=address, file=where.main)
            )
        source = read_folder(where)
        return Stored(source, revision_of(source.contents))

    def save(
        self,
        address: str,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None,
        base: Stored | None,
        note: str = "",
    ) -> Stored:
        """Write what differs from `old` and nothing else; a new programme becomes one `programme.yaml`."""
        where = Address.of(address)
        if base is None or old is None:
            contents = self._create(where, mapping)
        elif isinstance(base.source, FolderSource):
            self._refuse_changed(where, base.source)
            contents = write_change(base.source, old, mapping)
        else:
            raise StorageError(message("“{address}” was not loaded from a folder; save it as a new one.", address=address))
        return Stored(read_folder(where), revision_of(contents))

    def _create(self, where: Address, mapping: dict[str, Plain]) -> dict[str, bytes]:
        from muniprog.yaml12 import write

        if where.path.exists():
            raise ConflictError(
                message("There is a programme in “{address}” already; nothing was written.", address=str(where.path))
            )
        main = dict(mapping)
        contents: dict[str, bytes] = {}
        if where.main == MAIN:
            for follow_up in elements_of(main.pop("follow_ups", None)):
                contents[new_round_file(follow_up, contents)] = write(follow_up).encode()
        contents[where.main] = write(main).encode()
        write_files({where.folder / name: content for name, content in contents.items()})
        return contents

    def _refuse_changed(self, where: Address, source: FolderSource) -> None:
        """Refuse to write over what somebody else has changed since `source` was read."""
        names = {*source.contents, *where.round_files()}
        now = {name: bytes_of(where.folder / name) for name in names if (where.folder / name).is_file()}
        changed = tuple(sorted(name for name in names if now.get(name) != source.contents.get(name)))
        if changed:
            raise ConflictError(
                message(
                    "Somebody else has changed {files} since it was loaded; nothing was written. "
                    "Load it again and make the change once more.",
                    files=changed,
                )
            )


def revision_of(contents: Mapping[str, bytes]) -> str:
    """Return the revision of a folder: a hash of its files' names and bytes."""
    digest = hashlib.sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
