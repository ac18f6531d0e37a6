"""Which entries a changed collection shall have, and which old ones they continue."""

import attrs

from muniprog.source import Plain
from muniprog.yaml12.alignment import NEW, aligned


@attrs.frozen
class Planned:
    """One entry that a collection shall have.

    Attributes:
        key: Its key, or None in a list.
        value: Its value.
        origin: The position of the old entry that it continues, or `NEW`.
    """

    key: str | None
    value: Plain
    origin: int


def plan(old: Plain, new: Plain) -> list[Planned]:
    """Return the entries that the collection `old` shall have to become `new`; none where they differ in kind.

    Keys that stay keep their order in the file; a new key comes after its neighbour in `new`.

    >>> [step.key for step in plan({"b": 1, "a": 2}, {"a": 2, "c": 3, "b": 1})]
    ['b', 'a', 'c']
    """
    if isinstance(old, list) and isinstance(new, list):
        return [Planned(None, item, origin) for item, origin in zip(new, aligned(old, new), strict=True)]
    if isinstance(old, dict) and isinstance(new, dict):
        return _plan_mapping(old, new)
    return []


def is_in_place(length: int, steps: list[Planned]) -> bool:
    """Return whether none of the `length` old entries goes or moves, and no new one comes."""
    return [step.origin for step in steps] == list(range(length))


def _plan_mapping(old: dict[str, Plain], new: dict[str, Plain]) -> list[Planned]:
    following: dict[str | None, list[Planned]] = {}
    neighbour: str | None = None
    for key, value in new.items():
        if key in old:
            neighbour = key
        else:
            following.setdefault(neighbour, []).append(Planned(key, value, NEW))
    steps = following.get(None, [])
    for position, key in enumerate(old):
        if key in new:
            steps += [Planned(key, new[key], position), *following.get(key, [])]
    return steps
