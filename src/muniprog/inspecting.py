"""Looking through what is kept at an address, also where it is no programme yet: everything wrong, in one go."""

from collections.abc import Iterable
from pathlib import Path

import attrs

from muniprog.conversion import structure
from muniprog.errors import SourceError
from muniprog.source import Finding, Severity
from muniprog.workspace import check, fetch


@attrs.frozen(kw_only=True)
class Inspected:
    """What was found in the programme at an address, also when it could not be loaded.

    Attributes:
        findings: What was found, in the order of the file.
        languages: The programme's languages, as far as they could be read.
    """

    findings: tuple[Finding, ...]
    languages: tuple[str, ...]


def inspect(address: str | Path, *, silenced: bool = False) -> Inspected:
    """Return everything that is wrong at an address, in one go.

    Where the programme cannot be loaded, the errors that the checks find in the rest of it are there as well. What is
    wrong with the look file beside it is there too.

    Raises:
        StorageError, UnknownNameError: As in `load`.
    """
    from muniprog.conversion.salvage import salvage
    from muniprog.look_files import look_problems

    try:
        place, stored = fetch(address)
    except SourceError as error:
        return Inspected(findings=error.problems, languages=())
    look = look_problems(stored.source)
    try:
        programme = structure(stored.source, address=place, revision=stored.revision)
    except SourceError as error:
        saved = salvage(stored.source, error.problems)
        if saved is None:
            return Inspected(findings=(*error.problems, *look), languages=())
        errors = [finding for finding in check(saved.programme) if finding.severity is Severity.ERROR]
        found = (*in_order((*saved.problems, *saved.of_its_own(errors))), *look)
        return Inspected(findings=found, languages=saved.programme.languages)
    return Inspected(findings=(*check(programme, silenced=silenced), *look), languages=programme.languages)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the files that they stand in."""
    return tuple(
        sorted(
            findings,
            key=lambda each: (each.place.file, each.place.line, each.place.column) if each.place else ("", 0, 0),
        )
    )
