"""What can be read of a programme that has problems, so that its other mistakes are found in the same run."""

from collections.abc import Iterable

import attrs

from muniprog.conversion import structure
from muniprog.errors import SourceError
from muniprog.model import Programme
from muniprog.paths import value_at
from muniprog.source import Finding, Path, Plain, PlainSource, Source

ROUNDS = 8
"""How many times what does not fit is taken out; each time can only lay bare what stands around it."""

PLACEHOLDERS: dict[str, Plain] = {"title": "", "name": "", "measure": "text", "reason": "", "kind": "text"}
"""What stands for a missing key, so that the item around it, and references to it, survive."""


def salvage(source: Source, problems: Iterable[Finding]) -> Programme | None:
    """Return the programme without what has problems, or None where too little is left.

    It is only for finding more mistakes, never for saving or printing: its origin is the whole source, while the
    parts that `problems` point at are left out.
    """
    mapping = source.mapping
    found = tuple(problems)
    for _ in range(ROUNDS):
        # From the end of the file, so that a position in a list still means the same element.
        for problem in sorted(found, key=lambda finding: tuple(map(_as_key, finding.path)), reverse=True):
            mapping = _without(mapping, problem)
        try:
            programme = structure(PlainSource(mapping))
        except SourceError as error:
            found = error.problems
            continue
        origin = programme.origin
        return programme if origin is None else attrs.evolve(programme, origin=attrs.evolve(origin, source=source))
    return None


def _as_key(step: str | int) -> tuple[int, str]:
    return (step, "") if isinstance(step, int) else (-1, step)


def _without(mapping: dict[str, Plain], problem: Finding) -> dict[str, Plain]:
    """Return a copy without what the problem is about; what is not on its path is shared."""
    path = problem.path
    if problem.code == "F009":  # the second of two items with one identifier
        path = path[:-1] if path[-1] == "id" else path
    if problem.code == "F004":
        key = str(path[-1])
        return _changed(mapping, path, PLACEHOLDERS[key]) if key in PLACEHOLDERS else _changed(mapping, path[:-1], None)
    if path and path[-1] in PLACEHOLDERS and value_at(path, mapping) is not None:
        return _changed(mapping, path, PLACEHOLDERS[str(path[-1])])
    if path and path[-1] == "id":
        path = path[:-1]
    return _changed(mapping, path, None)


def _changed(value: dict[str, Plain], path: Path, new: Plain) -> dict[str, Plain]:
    changed = _set(value, path, new)
    return changed if isinstance(changed, dict) else {}


def _set(value: Plain, path: Path, new: Plain) -> Plain:
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, dict) and isinstance(step, str):
        if not rest and new is None:
            return {key: element for key, element in value.items() if key != step}
        return {**value, step: _set(value.get(step), rest, new)}
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        if not rest and new is None:
            return [*value[:step], *value[step + 1 :]]
        return [*value[:step], _set(value[step], rest, new), *value[step + 1 :]]
    return value
