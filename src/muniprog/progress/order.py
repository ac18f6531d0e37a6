"""What comes last: by its day, and where the day does not tell by its words, so that no order of writing matters."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import TypeVar

Thing = TypeVar("Thing")

When = Callable[[Thing], tuple[date, ...]]


def last_one_last(things: Iterable[Thing], when: When[Thing]) -> list[Thing]:
    """Return the things in the order of their days.

    Things of the same days contradict each other; then their words decide, so that the same one is last every time.
    """
    ordered = sorted(things, key=when)
    if any(when(first) == when(second) for first, second in pairwise(ordered)):
        ordered.sort(key=lambda thing: (when(thing), repr(thing)))
    return ordered
