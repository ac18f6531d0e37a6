"""Shares: whole per cent that add up to 100, and shares of a stated base."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import TypeVar

import attrs

from muniprog.messages import message
from muniprog.progress.numbers import per_cent

Key = TypeVar("Key", bound=Hashable)

WHOLE = 100


def shares(counts: Mapping[Key, int]) -> dict[Key, int]:
    """Return counts as whole per cent that add up to 100, by largest remainder; nothing where there is nothing.

    Each share is rounded down, and the per cent that are then left over go to those that lost most by it; where two
    lost the same, to the larger count and then to the first.

    >>> shares({"done": 1, "in_progress": 1, "not_started": 1})
    {'done': 34, 'in_progress': 33, 'not_started': 33}
    >>> shares({"done": 0})
    {}

    Raises:
        ValueError: A count is less than zero.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("A count is not less than zero.")
    total = sum(counts.values())
    if not total:
        return {}
    found = {key: count * WHOLE // total for key, count in counts.items()}
    lost_most = sorted(counts, key=lambda key: (counts[key] * WHOLE % total, counts[key]), reverse=True)
    for key in lost_most[: WHOLE - sum(found.values())]:
        found[key] += 1
    return found


@attrs.frozen
class ShareOf:
    """A part of a stated base, such as 2 of 3 actions (67%).

    Attributes:
        count: How many.
        base: Of how many.
    """

    count: int
    base: int

    @property
    def share(self) -> Fraction | None:
        """The exact share; None where the base is nothing."""
        return Fraction(self.count, self.base) if self.base else None

    def spoken(self, language: str) -> str:
        """Return the count, its base and the share in `language`."""
        if self.share is None:
            return message("no actions").spoken(language)
        sentence = message("{count} of {base} ({share})", count=self.count, base=self.base, share=per_cent(self.share))
        return sentence.spoken(language)

    def __str__(self) -> str:
        return self.spoken("en")
