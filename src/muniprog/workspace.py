"""The shell around the model: load, save, check, print and export, for scripts, notebooks and the command line.

Everything here finds its parts through the plug-ins and leaves the thinking to the floors below.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from muniprog.addresses import Address, shown
from muniprog.collector import paused
from muniprog.conversion import refuse_unreadable, structure, unstructure, unstructure_change
from muniprog.errors import StorageError, UnknownNameError
from muniprog.interfaces import KeepsHistory, Storage, Stored, Written
from muniprog.messages import message
from muniprog.model import Origin, Programme, expect_programme
from muniprog.plugins import Plugins, load_plugins, missing_extensions
from muniprog.printed import Printed, build, expect_programmes, options_for
from muniprog.source import Finding, Plain
from muniprog.timeframe import Period

if TYPE_CHECKING:
    from muniprog.document import Look

MAIN_FILE = "programme.yaml"
YAML_SUFFIXES = (".yaml", ".yml")


@cache
def plugins() -> Plugins:
    """Return the built-ins and the installed plug-ins; they are looked up once."""
    return load_plugins()


def load(address: str | Path) -> Programme:
    """Return the programme at an address.

    Args:
        address: The name of an installed package's programme (`vasa_2019_2022`), the path of a programme's folder
            or of a file in one of the known formats, or a storage's address (`sqlite:///file.db#id`). With
            `@revision` or `@2021-12-31` at the end it is an earlier state, where the storage keeps history.

    Raises:
        SourceError: What is there is not a programme; every problem with its place.
        StorageError: There is nothing there, or it cannot be read.
        UnknownNameError: No programme, path or storage answers to the address.
    """
    place, stored = fetch(address)
    return structure(stored.source, address=place, revision=stored.revision)


def load_all(address: str | Path) -> tuple[Programme, ...]:
    """Return all programmes of the storage at an address, by identifier.

    Raises:
        SourceError: One of them is not a programme; every problem with its place.
        StorageError: There is nothing there, or it cannot be read.
        UnknownNameError: No storage answers to the address.
    """
    with open_storage(address) as storage:
        listed = storage.list()
        found = [(each, storage.load(each.identifier)) for each in listed]
    place = str(Address.of(str(address)))
    return tuple(
        structure(stored.source, address=f"{place}#{each.identifier}", revision=stored.revision)
        for each, stored in found
    )


def fetch(address: str | Path) -> tuple[str, Stored]:
    """Return where an address leads, and what is kept there before it is made a programme.

    Raises:
        SourceError, StorageError, UnknownNameError: As in `load`.
    """
    where = Address.of(str(address))
    if where.scheme == "file":
        path = _spelled_as_found(Path(where.location))
        if path.is_file() and path.suffix.lower() not in YAML_SUFFIXES:
            read = plugins().formats.by_suffix(path.suffix).read
            return str(path), Stored(read(_bytes_of(path), str(path)), "")
    if where.identifier is None and _is_package_name(where.location):
        package = plugins().programmes.find(where.location)
        where = attrs.evolve(where, location=str(package.folder))
    with _open(where) as storage:
        return str(where), storage.load(where.identifier, revision=_revision(storage, where))


def _revision(storage: Storage, where: Address) -> str | None:
    """Return the revision that an address asks for; a day, `@2021-12-31`, asks for the last one of that day."""
    if where.revision is None or not isinstance(storage, KeepsHistory):
        return where.revision
    try:
        day = date.fromisoformat(where.revision)
    except ValueError:
        return where.revision
    identifier = where.identifier or str(storage.load().source.mapping.get("id"))
    return storage.revision_on(identifier, day)


def _is_package_name(address: str) -> bool:
    """Return whether an address can only be the name of an installed programme: a bare word that no path answers to."""
    if not address.replace("-", "_").isidentifier():
        return False
    path = _spelled_as_found(Path(address))
    return not (path.is_file() or (path / MAIN_FILE).is_file() or any(path.glob(f"*/{MAIN_FILE}")))


def open_storage(address: str | Path) -> Storage:
    """Return the storage at an address: a path, or `scheme:` and what the storage understands.

    Raises:
        UnknownNameError: No storage has the scheme.
        StorageError: Nothing can be kept there.
    """
    return _open(Address.of(str(address)))


def _open(address: Address) -> Storage:
    return plugins().storages.by_scheme(address.scheme).open(address.location)


def save(programme: Programme, address: str | Path | None = None, *, note: str = "", by: str = "") -> Programme:
    """Keep a programme and return it as it is now kept; save the next change from what is returned.

    Args:
        programme: The programme.
        address: Where; the place that it was loaded from when it is not said. At another place a new programme is made.
        note: What was changed, for storages that keep history.
        by: Who changed it, for storages that keep history.

    Raises:
        ConflictError: It has changed there since it was loaded, or another programme is there already.
        ClosedRoundError: A round that was closed is changed or gone; it can be opened again with a reason.
        SourceError: It holds what no file may hold, such as an identifier that is used twice.
        StorageError: It cannot be written, or it is not said where.
    """
    expect_programme(programme)
    origin = programme.origin
    given = str(address) if address is not None else origin.address if origin is not None else ""
    if not given:
        raise StorageError(message("This programme was not loaded from anywhere; say where to save it."))
    where = Address.of(given)
    _refuse_misunderstood(where, programme)
    with _open(where) as storage:
        if origin is not None and str(where) == origin.address and origin.revision:
            _refuse_changed_rounds(programme, origin.loaded)
            old, new = unstructure_change(programme, origin)
            refuse_unreadable(programme, new, old)
            stored = storage.save(new, old=old, base=Stored(origin.source, origin.revision), note=note, by=by)
        else:
            new = unstructure(programme)
            refuse_unreadable(programme, new)
            stored = storage.save(new, note=note, by=by)
    loaded = attrs.evolve(programme, origin=None)
    kept = Origin(address=str(where), revision=stored.revision, source=stored.source, loaded=loaded)
    return attrs.evolve(programme, origin=kept)


def _refuse_changed_rounds(programme: Programme, loaded: Programme) -> None:
    """Refuse a programme in which a round that was closed is no longer what it was."""
    if any(follow_up.is_closed for follow_up in loaded.follow_ups):
        from muniprog.followup.guarding import refuse_changed_rounds

        refuse_changed_rounds(programme, loaded)


def _refuse_misunderstood(where: Address, programme: Programme) -> None:
    """Refuse an address at which something else would be kept than it says."""
    if where.revision is not None:
        raise StorageError(
            message(
                "“{address}” names the state {revision}; what is saved is always the newest state. Leave that out.",
                address=f"{shown(str(where))}@{where.revision}",
                revision=where.revision,
            )
        )
    loaded = programme.origin.loaded.id if programme.origin is not None else programme.id
    if where.identifier not in (None, programme.id, loaded):
        raise StorageError(
            message(
                "“{address}” names another programme than “{id}”; leave out what stands after the #.",
                address=shown(str(where)),
                id=programme.id,
            )
        )
    refuse_format(where)


def refuse_format(where: Address) -> None:
    """Do nothing if programmes can be kept at an address.

    Raises:
        StorageError: It is a file of a format that programmes are exported to.
    """
    suffix = Path(where.location).suffix.lower()
    formats = (format_ for format_ in plugins().formats.values() if suffix in format_.suffixes)
    if where.scheme == "file" and suffix not in YAML_SUFFIXES and any(True for _ in formats):
        raise StorageError(
            message(
                "A {suffix} file is a copy, not a place where a programme is kept; export it instead.", suffix=suffix
            )
        )


def rewrite(
    address: str | Path, change: Callable[[dict[str, Plain]], dict[str, Plain]]
) -> tuple[dict[str, Plain], dict[str, Plain]]:
    """Change the plain mapping at an address, which need not be a programme yet, and return it before and after.

    Args:
        address: As in `load`.
        change: Returns the mapping as it shall be; parts that do not change are the same objects.

    Raises:
        SourceError, StorageError, UnknownNameError: As in `load` and `save`.
    """
    place, stored = fetch(address)
    before = stored.source.mapping
    after = change(before)
    if after != before:
        with open_storage(place) as storage:
            storage.save(after, old=before, base=stored)
    return before, after


def check(programme: Programme, *, silenced: bool = False) -> tuple[Finding, ...]:
    """Return what the checks find, in the order of the programme, and which plug-ins are missing for its data.

    Args:
        programme: The programme.
        silenced: Whether findings that the programme silences are shown too.
    """
    from muniprog.checks import run_checks
    from muniprog.findings import Findings

    expect_programme(programme)
    found = run_checks(programme, tuple(plugins().checks.values()), silenced=silenced)
    return Findings((*found, *missing_extensions(programme, plugins())))


def report(
    name: str,
    programme: Programme | Sequence[Programme],
    *,
    languages: Sequence[str] | str | None = None,
    period: str | int | Period | None = None,
    as_of: str | None = None,
    owners: Sequence[str] | str = (),
    internal: bool = False,
    notes: bool = False,
    look: "Look | str | Path | None" = None,
) -> Printed:
    """Return a report of a programme, ready to be shown or saved as any file type that can be printed.

    Args:
        name: Name of the report, such as `programme` or `timetable`.
        programme: The programme; or several, for a report that can be about several, such as `owners`.
        languages: One language, or several that are printed side by side; the language of record when not said.
        period: The period that the report is about; the programme's own, or its latest round, when not said.
        as_of: The day on which things stand, such as 2021-12-31.
        owners: The owners that the report is about, by identifier or name; all of them when not said.
        internal: Whether what is marked internal is printed too.
        notes: Whether the notes of those who keep the programme are printed too.
        look: The municipality's own look, or the path of a look file; when not said, what the file `look.yaml`
            beside `programme.yaml` says, and muniprog's own where there is none.

    Raises:
        SourceError: Something in the look file is wrong; every problem with its place.
        StorageError: The look file or its logo cannot be read.
        UnknownNameError: There is no such report, or the programme does not have one of the languages or owners.
        ValueProblem: The period or the day is none, or the report is about one programme at a time.
    """
    from muniprog.look_files import look_for  # only reports have a look

    programmes = expect_programmes(programme)
    options = options_for(programmes, languages, period, as_of, owners, internal=internal, notes=notes)
    options = attrs.evolve(options, look=look_for(look, programmes, options.languages))
    found = plugins().reports.find(name)
    with paused():
        document = build(found, programme, options)
    return Printed(document=document, plugins=plugins())


def export(programme: Programme, path: str | Path | None = None, *, to: str | None = None) -> Written:
    """Return a programme as a data file, and write it when a path is given.

    Args:
        programme: The programme.
        path: The file to write; its ending chooses the format.
        to: Name of the format, when there is no path or its ending says something else.

    Raises:
        UnknownNameError: There is no such format.
        StorageError: The file cannot be written.
    """
    expect_programme(programme)
    if to is None and path is None:
        raise UnknownNameError(message("format"), "", tuple(plugins().formats))
    format_ = plugins().formats.find(to) if to is not None else plugins().formats.by_suffix(Path(str(path)).suffix)
    written: Written = format_.write(unstructure(programme))
    if path is not None:
        write_file(path, written.data)
    return written


def write_file(path: str | Path, data: bytes) -> None:
    """Write a file so that either its old or its new content is there, whatever happens.

    Raises:
        StorageError: It cannot be written.
    """
    from muniprog.storage.atomic import write_files

    write_files({Path(path): data})


def _bytes_of(path: Path) -> bytes:
    from muniprog.storage.folder import bytes_of

    return bytes_of(path)


def _spelled_as_found(path: Path) -> Path:
    from muniprog.storage.names import spelled_as_found

    return spelled_as_found(path)
