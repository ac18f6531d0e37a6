"""A source without some of its parts, which still knows where everything else stands."""

from collections.abc import Mapping
from functools import cached_property

import attrs

from muniprog.source import Path, Place, Plain, Source


@attrs.frozen(eq=False)
class Remainder:
    """What is left of a source. It fulfils `muniprog.source.Source`.

    Attributes:
        source: The whole source.
        gone: Paths, in the whole source, of what is left out.
        stand_ins: What stands there instead of what is wrong or missing, by path in the whole source.
    """

    source: Source
    gone: frozenset[Path] = frozenset()
    stand_ins: Mapping[Path, Plain] = attrs.field(factory=dict)

    @cached_property
    def mapping(self) -> dict[str, Plain]:
        """The plain mapping without what is gone."""
        left = self._left(self.source.mapping, ())
        return left if isinstance(left, dict) else {}

    @cached_property
    def _added(self) -> dict[Path, list[str]]:
        """The keys that stand-ins have in each mapping."""
        added: dict[Path, list[str]] = {}
        for path in self.stand_ins:
            added.setdefault(path[:-1], []).append(str(path[-1]))
        return added

    def _left(self, value: Plain, path: Path) -> Plain:
        if path in self.stand_ins:
            return self.stand_ins[path]
        if isinstance(value, dict):
            keys = dict.fromkeys([*value, *self._added.get(path, ())])
            inside = ((key, (*path, key)) for key in keys)
            return {key: self._left(value.get(key), below) for key, below in inside if below not in self.gone}
        if isinstance(value, list):
            places = ((element, (*path, position)) for position, element in enumerate(value))
            return [self._left(element, below) for element, below in places if below not in self.gone]
        return value

    def original(self, path: Path) -> Path:
        """Return where the value at a path of what is left stands in the whole source."""
        found: Path = ()
        for step in path:
            found = (*found, step if isinstance(step, str) else self._position(found, step))
        return found

    def _position(self, path: Path, left: int) -> int:
        """Return the position in the whole list of the element that has `left` others before it in what is left."""
        position = 0
        while True:
            if (*path, position) not in self.gone:
                if left == 0:
                    return position
                left -= 1
            position += 1

    def where(self, path: Path) -> Place | None:
        """Return where the value at a path of what is left starts."""
        return self.source.where(self.original(path))

    def where_key(self, path: Path) -> Place | None:
        """Return where the key that ends a path of what is left stands."""
        return self.source.where_key(self.original(path))

    def written(self, path: Path) -> str | None:
        """Return the scalar at a path of what is left as it is written."""
        return self.source.written(self.original(path))
