"""Writing a programme's folder: a new one, or a change of one that nobody else has changed meanwhile."""

from muniprog.errors import ConflictError, SourceError
from muniprog.messages import Sentences, Spoken, message
from muniprog.source import Plain
from muniprog.storage.atomic import remove_file, write_files
from muniprog.storage.change import new_round_files, write_change
from muniprog.storage.conflict import changed_parts
from muniprog.storage.folder import FolderSource, ProgrammeFolder, bytes_of, read_folder
from muniprog.yaml12 import write

__all__ = ["create", "refuse_changed", "remove", "write_change"]


def create(where: ProgrammeFolder, mapping: dict[str, Plain]) -> dict[str, bytes]:
    """Write a new programme, and return what its files hold.

    Raises:
        ConflictError: There is one already.
    """
    where.finish()
    if where.is_there() or where.round_files():
        raise ConflictError(
            message("There is a programme in “{folder}” already; nothing was written.", folder=str(where.path))
        )
    main = dict(mapping)
    contents: dict[str, bytes] = {}
    rounds = main.get("follow_ups")
    if isinstance(rounds, list) and rounds:
        held: list[Plain] = []
        for follow_up, name in zip(rounds, new_round_files(where, rounds), strict=True):
            if name is not None and isinstance(follow_up, dict):
                contents[name] = write(follow_up).encode()
            else:
                held.append(follow_up)
        main["follow_ups"] = held
        if not held:
            del main["follow_ups"]
    contents[where.main] = write(main).encode()
    write_files({where.folder / name: content for name, content in contents.items()}, journal=where.journal)
    return contents


def refuse_changed(source: FolderSource) -> None:
    """Refuse to write over what somebody else has changed since `source` was read."""
    where = source.folder
    where.finish()
    names = {*source.contents, *where.round_files()}
    now = {name: bytes_of(where.folder / name) for name in names if (where.folder / name).is_file()}
    changed = tuple(sorted(name for name in names if now.get(name) != source.contents.get(name)))
    if not changed:
        return
    if not where.is_there():
        raise ConflictError(
            message(
                "“{file}” is gone since it was loaded; nothing was written. Save it at another place.",
                file=str(where.path),
            )
        )
    sentences: list[Spoken] = [
        message(
            "Somebody else has changed {files} since it was loaded; nothing was written. "
            "Load it again and make the change once more.",
            files=changed,
        )
    ]
    if parts := _changed_since(source):
        sentences.append(message("Changed there: {parts}.", parts=parts))
    raise ConflictError(Sentences(sentences))


def _changed_since(source: FolderSource) -> tuple[Spoken | str, ...]:
    try:
        return changed_parts(source.mapping, read_folder(source.folder).mapping)
    except SourceError:  # half written by hand, perhaps; the names of the files must do
        return ()


def remove(source: FolderSource) -> None:
    """Remove the files of a programme, and its folder when nothing else is in it."""
    where = source.folder
    # The main file goes first: without it nothing here is a programme any longer, not even half of one.
    for name in sorted(source.contents, key=lambda name: name != where.main):
        remove_file(where.folder / name)
    inner = {(where.folder / name).parent for name in source.contents} - {where.folder}
    for folder in (*inner, where.folder):
        if not any(folder.iterdir()):
            folder.rmdir()
