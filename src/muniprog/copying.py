"""Copying programmes from one place to another: checked first, each of them whole, and begun again where it stopped."""

import json
from collections.abc import Callable, Container, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import StrEnum
from pathlib import Path

import attrs

from muniprog.addresses import Address, shown
from muniprog.conversion import structure
from muniprog.errors import ConflictError, SourceError, StorageError, ValueProblem
from muniprog.interfaces import SavesTogether, Storage, Stored
from muniprog.messages import Spoken, message, plural_message
from muniprog.source import Finding, Plain, Severity
from muniprog.workspace import check, fetch, open_storage, refuse_format

TOGETHER = 100
"""How many programmes are kept in one go where the storage can do that."""


class Outcome(StrEnum):
    """What became of a programme that was to be copied."""

    COPIED = "copied"
    UPDATED = "updated"
    SAME = "same"
    DIFFERS = "differs"
    WRONG = "wrong"


@attrs.frozen(kw_only=True)
class CopiedProgramme:
    """What became of one programme.

    Attributes:
        identifier: Identifier of the programme.
        outcome: What became of it.
        reason: Why it was left out; None where it was not.
        findings: The errors in it, when that is why.
    """

    identifier: str
    outcome: Outcome
    reason: Spoken | None = None
    findings: tuple[Finding, ...] = ()


@attrs.frozen
class Copied:
    """What became of each programme, in the order in which they were copied.

    Attributes:
        programmes: The programmes.
    """

    programmes: tuple[CopiedProgramme, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many programmes ended so."""
        return sum(programme.outcome is outcome for programme in self.programmes)

    @property
    def left_out(self) -> tuple[CopiedProgramme, ...]:
        """The programmes that are not at the destination as they are at the source."""
        return tuple(programme for programme in self.programmes if programme.reason is not None)


Progress = Callable[[int, int], None]
"""Is told how many programmes are done, and of how many."""


@attrs.frozen(kw_only=True)
class _Wish:
    """How to copy; as in `copy`."""

    update: bool
    unchecked: bool
    note: str
    by: str


@attrs.frozen
class _Origin:
    """Where programmes are copied from."""

    place: str
    identifiers: tuple[str, ...]
    load: Callable[[str], Stored]


def copy(
    source: str | Path,
    destination: str | Path,
    *,
    update: bool = False,
    unchecked: bool = False,
    note: str = "",
    by: str = "",
    progress: Progress = lambda done, total: None,
) -> Copied:
    """Copy one programme, or all that a storage holds, as they are now; their earlier states stay where they are.

    What is at the destination already and is the same is left alone, so that a copy that was interrupted goes on
    where it stopped. Each programme is kept whole or not at all.

    Args:
        source: Address of a programme (as in `load`), or of a storage, for all programmes in it.
        destination: Address of a storage. In a folder several programmes each get a folder of their own.
        update: Whether a programme that is at the destination and differs is replaced.
        unchecked: Whether programmes with errors are copied too.
        note: What is said in the destination's history.
        by: Who copies, for the destination's history.
        progress: Is told how many are done, and of how many.

    Raises:
        SourceError: The programmes at the source cannot even be listed.
        StorageError: The source cannot be read or the destination not be written. What has been copied stays.
        UnknownNameError: Nothing answers to one of the addresses.
    """
    wish = _Wish(update=update, unchecked=unchecked, note=note, by=by)
    with _origin(str(source)) as origin:
        where = _destination(str(destination), origin)
        with open_storage(where) as storage:
            return Copied(tuple(_copy_all(origin, storage, wish, progress)))


@contextmanager
def _origin(address: str) -> Iterator[_Origin]:
    """Open where to copy from: a storage with all its programmes, or one programme."""
    asked = Address.of(address)
    names_one = asked.identifier is not None or asked.revision is not None
    if not names_one and (asked.scheme != "file" or Path(asked.location).is_dir()):
        with open_storage(address) as storage:
            identifiers = tuple(listed.identifier for listed in storage.list())
            if identifiers:
                yield _Origin(str(asked), identifiers, storage.load)
                return
    place, only = fetch(address)
    yield _Origin(place, (str(only.source.mapping.get("id", "")),), lambda _: only)


def _destination(address: str, origin: _Origin) -> str:
    where = Address.of(address)
    if where.identifier is not None or where.revision is not None:
        raise StorageError(
            message(
                "A copy keeps its identifier and becomes the newest state. Leave out what follows “{location}”.",
                location=shown(where.location),
            )
        )
    refuse_format(where)
    if _resolved(where) == _resolved(Address.of(origin.place)):
        raise StorageError(message("“{address}” cannot be copied to itself.", address=shown(address)))
    several = len(origin.identifiers) > 1 and where.scheme == "file" and not address.endswith("/")
    return f"{where.location}/" if several else where.location


def _resolved(where: Address) -> str:
    return str(Path(where.location).resolve()) if where.scheme == "file" else where.location


def _copy_all(origin: _Origin, storage: Storage, wish: _Wish, progress: Progress) -> Iterator[CopiedProgramme]:
    there = {listed.identifier for listed in storage.list()}
    total = len(origin.identifiers)
    progress(0, total)
    for start in range(0, total, TOGETHER):
        with _together(storage):
            done = [
                _copy_one(identifier, origin, storage, there, wish)
                for identifier in origin.identifiers[start : start + TOGETHER]
            ]
        yield from done  # only now they are kept
        progress(start + len(done), total)


def _together(storage: Storage) -> AbstractContextManager[None]:
    return storage.together() if isinstance(storage, SavesTogether) else nullcontext()


def _copy_one(
    identifier: str, origin: _Origin, storage: Storage, there: Container[str], wish: _Wish
) -> CopiedProgramme:
    try:
        stored = origin.load(identifier)
        errors = () if wish.unchecked else _errors(stored)
    except SourceError as error:
        errors = error.problems
    if errors:
        reason = plural_message("It has {count} error.", "It has {count} errors.", len(errors))
        return CopiedProgramme(identifier=identifier, outcome=Outcome.WRONG, reason=reason, findings=errors)
    try:
        outcome = _keep(identifier, stored.source.mapping, storage, there, wish)
    except ConflictError as error:
        return CopiedProgramme(identifier=identifier, outcome=Outcome.DIFFERS, reason=error.message)
    except ValueProblem as error:
        return CopiedProgramme(identifier=identifier, outcome=Outcome.WRONG, reason=error.message)
    return CopiedProgramme(identifier=identifier, outcome=outcome)


def _keep(identifier: str, mapping: dict[str, Plain], storage: Storage, there: Container[str], wish: _Wish) -> Outcome:
    if identifier not in there:
        storage.save(mapping, note=wish.note, by=wish.by)
        return Outcome.COPIED
    base = storage.load(identifier)
    if _text(base.source.mapping) == _text(mapping):
        return Outcome.SAME
    if not wish.update:
        raise ConflictError(message("It is there already and differs."))
    storage.save(mapping, base=base, note=wish.note, by=wish.by)
    return Outcome.UPDATED


def _errors(stored: Stored) -> tuple[Finding, ...]:
    """Return the errors in a programme; that it does not load at all is raised."""
    return tuple(finding for finding in check(structure(stored.source)) if finding.severity is Severity.ERROR)


def _text(mapping: dict[str, Plain]) -> str:
    """Return a text that two mappings share if they are the same: 1 is not 1.0, and the order of keys is no matter."""
    return json.dumps(mapping, sort_keys=True)
