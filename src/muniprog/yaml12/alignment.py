"""What stayed the same between two values, and which item of a new list continues which item of an old one."""

from collections import defaultdict, deque

from muniprog.source import Plain

_FARTHEST = 20
"""How many items ahead an item that changed is looked for, so that long lists take no long time."""


def same(one: Plain, other: Plain) -> bool:
    """Return whether two values are the same, kinds included: 1, 1.0 and true differ. Keys may stand in any order.

    >>> same({"a": 1, "b": [2]}, {"b": [2], "a": 1}), same(1, True)
    (True, False)
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return len(one) == len(other) and all(key in other and same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    # Only the sign tells 0.0 and -0.0 apart.
    return one == other and (one != 0 or str(one) == str(other))


NEW = -1
"""The position in the old list of an item that was not there."""


def aligned(old: list[Plain], new: list[Plain]) -> list[int]:
    """Return for each item of `new` the position of the item of `old` that it continues, or `NEW`.

    Items with an `id` continue the item with the same one, wherever it stands now; others an equal one. What
    is left over between the same neighbours is taken for changed where it is alike.

    >>> aligned([{"id": "a"}, {"id": "b"}], [{"id": "b"}, {"id": "c"}, {"id": "a"}])
    [1, -1, 0]
    """
    shortest = min(len(old), len(new))
    first = 0
    while first < shortest and _continues(old[first], new[first]):
        first += 1
    last = 0
    while last < shortest - first and _continues(old[-1 - last], new[-1 - last]):
        last += 1
    waiting: dict[object, deque[int]] = defaultdict(deque)
    for index in range(first, len(old) - last):
        waiting[_identity(old[index])].append(index)
    middle: list[int] = []
    for item in new[first : len(new) - last]:
        places = waiting[_identity(item)]
        middle.append(places.popleft() if places else NEW)
    origins = [*range(first), *middle, *range(len(old) - last, len(old))]
    _pair_changed(old, new, origins, {index for places in waiting.values() for index in places})
    return origins


def _pair_changed(old: list[Plain], new: list[Plain], origins: list[int], left: set[int]) -> None:
    """Let new items continue old ones of the same neighbourhood that are still free and alike."""
    before = -1
    for position, origin in enumerate(origins):
        if origin != NEW:
            before = origin
            continue
        for index in range(before + 1, min(before + 1 + _FARTHEST, len(old))):
            if index not in left:
                break
            if _alike(old[index], new[position]):
                origins[position] = before = index
                left.discard(index)
                break


def _continues(old: Plain, new: Plain) -> bool:
    if old is new:
        return True
    if isinstance(old, dict) and isinstance(new, dict) and "id" in old:
        return old["id"] == new.get("id")
    return old == new


def _identity(item: Plain) -> object:
    if isinstance(item, dict) and isinstance(item.get("id"), (str, int)):
        return ("id", item["id"])
    return repr(item)


def _alike(old: Plain, new: Plain) -> bool:
    """Return whether a changed item may be the same thing: at least half of its keys still hold the same."""
    if isinstance(old, dict) and isinstance(new, dict):
        return 2 * sum(key in new and same(value, new[key]) for key, value in old.items()) >= len(old)
    return not isinstance(new, dict) and not isinstance(old, dict)
