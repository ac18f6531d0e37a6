"""Where the items of a programme stand in its plain mapping, also when the mapping is not (yet) a programme."""

from collections.abc import Iterator

import attrs

from muniprog.source import Path, Plain

KEPT_IN = {"owners": "owner", "themes": "theme", "goals": "goal", "actions": "action", "indicators": "indicator"}
"""Keys whose lists hold items, and the kind of item that they hold."""


@attrs.frozen
class Placed:
    """An item of a plain mapping.

    Attributes:
        kind: `owner`, `theme`, `goal`, `action` or `indicator`.
        path: Where it stands.
        mapping: The item itself.
    """

    kind: str
    path: Path
    mapping: dict[str, Plain]

    @property
    def id(self) -> str:
        """The identifier, or an empty string where there is none."""
        identifier = self.mapping.get("id")
        return identifier if isinstance(identifier, str) else ""


def items_in(mapping: dict[str, Plain]) -> Iterator[Placed]:
    """Yield every item of a programme's plain mapping, parents before children, in the order of the file.

    >>> [(item.kind, item.id, item.path) for item in items_in({"themes": [{"id": "t", "goals": [{"id": "g"}]}]})]
    [('theme', 't', ('themes', 0)), ('goal', 'g', ('themes', 0, 'goals', 0))]
    """
    waiting: list[Placed] = [Placed("programme", (), mapping)]
    while waiting:
        holder = waiting.pop()
        if holder.path:
            yield holder
        below = [
            Placed(kind, (*holder.path, key, position), element)
            for key, elements in holder.mapping.items()
            if (kind := _kind(key, holder.kind)) and isinstance(elements, list)
            for position, element in enumerate(elements)
            if isinstance(element, dict)
        ]
        waiting.extend(reversed(below))


def _kind(key: str, holder: str) -> str | None:
    if key == "owners" and holder != "programme":
        return None  # there they are references
    return KEPT_IN.get(key)


def paths_of(mapping: dict[str, Plain]) -> dict[str, Path]:
    """Return the path of every item by its identifier; of two with the same one, the first."""
    found: dict[str, Path] = {}
    for item in items_in(mapping):
        found.setdefault(item.id, item.path)
    return found


def value_at(path: Path, mapping: Plain) -> Plain:
    """Return the value at a path of a plain mapping, or None where there is none."""
    value = mapping
    for key in path:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value


def item_at(path: Path, mapping: Plain) -> str:
    """Return the identifier of the innermost item that a path leads through, or an empty string."""
    value, found = mapping, ""
    for key in path:
        value = value_at((key,), value)
        match value:
            case {"id": str(identifier)} if identifier.strip():
                found = identifier
    return found
