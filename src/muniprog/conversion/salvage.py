"""What can be read of a programme that has problems, so that its other mistakes are found in the same run."""

from collections.abc import Iterable, Iterator

import attrs

from muniprog.conversion import structure
from muniprog.conversion.languages import languages_of
from muniprog.conversion.remainder import Remainder
from muniprog.errors import SourceError
from muniprog.identifiers import fold
from muniprog.model import Programme
from muniprog.paths import item_at, value_at
from muniprog.source import Finding, Path, Plain, Source

ROUNDS = 8
"""How many times what does not fit is left out; each time can only lay bare what stands around it."""

WORD = "…"
"""What stands for words that are missing."""


@attrs.frozen
class Salvage:
    """What could be saved of a programme that cannot be loaded. It is only for finding more mistakes.

    Attributes:
        programme: The programme without what has problems.
        problems: All that is wrong with the source itself: what was known, and what only the rest could tell.
        remainder: What the programme was read from.
    """

    programme: Programme
    problems: tuple[Finding, ...]
    remainder: Remainder

    def of_its_own(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield what checks found in the programme and no problem explains, as it stands in the whole source."""
        troubled = _Troubled.of(self.problems, self.remainder)
        for finding in findings:
            path = self.remainder.original(finding.path)
            # What has no identifier of its own goes by that of what it stands in.
            own = finding.item not in self.remainder.stand_ins.values()
            item = finding.item if own else item_at(path, self.remainder.source.mapping)
            if not troubled.explains(finding.code, path):
                yield attrs.evolve(finding, path=path, item=item)


def salvage(source: Source, problems: Iterable[Finding]) -> Salvage | None:
    """Return what can be read of a source without what has problems, or None where too little is left."""
    known = tuple(problems)
    remainder, found = Remainder(source), known
    for _ in range(ROUNDS):
        remainder = _without(found, remainder)
        try:
            programme = structure(remainder)
        except SourceError as error:
            found = tuple(attrs.evolve(each, path=remainder.original(each.path)) for each in error.problems)
            known += tuple(each for each in found if _is_news(each, known))
            continue
        return Salvage(programme, known, remainder)
    return None


def _is_news(problem: Finding, known: Iterable[Finding]) -> bool:
    """Return whether a problem of what is left was there before anything was taken away."""
    if problem.code in ("F004", "F011"):  # the first reading has named all keys that the file itself lacks
        return False
    return not any(each.path[: len(problem.path)] == problem.path for each in known)


def _without(problems: Iterable[Finding], remainder: Remainder) -> Remainder:
    """Return the remainder also without what these problems are about, or with something harmless in its place."""
    whole = remainder.source.mapping
    gone, stand_ins = set(remainder.gone), dict(remainder.stand_ins)
    for problem in problems:
        path = problem.path
        harmless = None if problem.code == "F003" else _stand_in(path, whole, len(stand_ins))
        if path[:1] == ("languages",):
            path = path[:1]
        if harmless is not None and path not in stand_ins:
            stand_ins[path] = harmless
        else:
            # Without a key that it must have, and that nothing can stand for, the mapping around it goes.
            gone.add(path[:-1] if problem.code == "F004" and path[:-1] else path)
    return Remainder(remainder.source, frozenset(gone), stand_ins)


def _stand_in(path: Path, whole: dict[str, Plain], number: int) -> Plain:
    """Return what can stand at a path so that the item around it, and references to it, survive; None for nothing."""
    match path:
        case (*_, "id"):
            return f"salvaged-{number}"
        case (*_, "title" | "name" | "reason"):
            return WORD
        case (*_, "measure") | ("fields", _, "kind"):
            return "text"
        case ("period",) | ("follow_ups", _, "period"):
            return 1900 + number
        case ("languages",) | ("languages", _):
            return [*languages_of(whole)]
    return None


@attrs.frozen
class _Troubled:
    """What has problems, and therefore explains findings elsewhere.

    Attributes:
        whole: The whole mapping.
        paths: Where the problems are.
        names: Identifiers of what could not be read, or has an identifier that is not its own; in one case.
    """

    whole: dict[str, Plain]
    paths: tuple[Path, ...]
    names: frozenset[str]

    @classmethod
    def of(cls, problems: Iterable[Finding], remainder: Remainder) -> "_Troubled":
        """Return what has problems in the source of a remainder."""
        whole = remainder.source.mapping
        unread = [value_at(path, whole) for path in remainder.gone]
        bare = [value for value in unread if isinstance(value, str)]  # perhaps of a misspelt `id`
        renamed = [value_at(path, whole) for path in remainder.stand_ins if path[-1] == "id"]
        return cls(
            whole=whole,
            paths=tuple(problem.path for problem in problems),
            names=frozenset(fold(name) for name in (*_names_in(unread), *map(str, renamed), *bare)),
        )

    def explains(self, code: str, path: Path) -> bool:
        """Return whether a check found only what follows from something that could not be read."""
        if code in ("R101", "R102", "R103"):
            return fold(str(value_at(path, self.whole))) in self.names
        if code in ("R121", "R122"):
            return ("fields",) in self.paths or fold(str(path[-1])) in self.names | self._fields
        return code in ("C106", "R124") and any(other[: len(path)] == path for other in self.paths)

    @property
    def _fields(self) -> frozenset[str]:
        """The identifiers of custom fields with problems, in one case."""
        places = (path[:2] for path in self.paths if path[:1] == ("fields",))
        return frozenset(fold(str(value_at((*place, "id"), self.whole))) for place in places)


def _names_in(value: Plain) -> Iterator[str]:
    """Yield every identifier, of today and former, of whatever is inside a value."""
    if isinstance(value, list):
        for element in value:
            yield from _names_in(element)
    elif isinstance(value, dict):
        if "id" in value:
            yield str(value["id"])
        former = value.get("former_ids")
        yield from map(str, former if isinstance(former, list) else ())
        for inner in value.values():
            yield from _names_in(inner)
