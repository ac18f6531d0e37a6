"""Where each value of a mapping starts, found by counting.

A reader writes down the start of every key and value in the order of the text and nothing else: four bytes
for each. Which number belongs to which path follows from the mapping itself, and is worked out when somebody
asks for the first time.
"""

from array import array
from functools import cached_property

import attrs

from muniprog.source import Path, Plain

ROOT = 0
"""The order of the root: it starts first."""


@attrs.frozen(eq=False)
class Positions:
    """The starts of all keys and values of `mapping`, in the order of the text."""

    mapping: dict[str, Plain]
    starts: "array[int]"
    _children: dict[int, list[int]] = attrs.field(factory=dict, init=False)

    def find(self, path: Path) -> tuple[Plain, int] | None:
        """Return the value at `path` and its order, or None where there is no such value."""
        value: Plain = self.mapping
        order = ROOT
        for step in path:
            if isinstance(value, dict) and isinstance(step, str) and step in value:
                order = self.children(value, order)[list(value).index(step)]
                value = value[step]
            elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
                order = self.children(value, order)[step]
                value = value[step]
            else:
                return None
        return value, order

    def start(self, path: Path) -> int | None:
        """Return where the value at `path` starts, or None where there is no such value."""
        found = self.find(path)
        return None if found is None else self.starts[found[1]]

    def key_start(self, path: Path) -> int | None:
        """Return where the key that ends `path` starts; for a list item and the root the same as `start`."""
        found = self.find(path)
        if found is None:
            return None
        return self.starts[found[1] - 1 if path and isinstance(path[-1], str) else found[1]]

    def children(self, collection: dict[str, Plain] | list[Plain], order: int) -> list[int]:
        """Return the orders of the values in `collection`, whose own order is `order`.

        In a mapping the key of a value has the order before it.
        """
        known = self._children.get(id(collection))
        if known is not None:
            return known
        orders = []
        for value in collection.values() if isinstance(collection, dict) else collection:
            order += 2 if isinstance(collection, dict) else 1
            orders.append(order)
            if isinstance(value, (dict, list)):
                order = self._last_orders[id(value)]
        self._children[id(collection)] = orders
        return orders

    def last(self, value: Plain, order: int) -> int:
        """Return the order of the last value inside `value`, or its own where nothing is inside."""
        return self._last_orders[id(value)] if isinstance(value, (dict, list)) else order

    @cached_property
    def _last_orders(self) -> dict[int, int]:
        """The order of the last value inside each collection, by the identity of the collection."""
        last: dict[int, int] = {}

        def count(collection: dict[str, Plain] | list[Plain], order: int) -> int:
            step = 2 if isinstance(collection, dict) else 1
            for value in collection.values() if isinstance(collection, dict) else collection:
                order += step
                if isinstance(value, (dict, list)):
                    order = count(value, order)
            last[id(collection)] = order
            return order

        count(self.mapping, ROOT)
        return last
