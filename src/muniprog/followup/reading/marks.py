"""Marks that say that there is no value. A dash is never zero."""

from collections.abc import Mapping

from muniprog.followup.reading.texts import visible
from muniprog.model import Missing

MARKS: Mapping[str, Missing] = dict.fromkeys(
    ("-", "‐", "‑", "–", "—", "−", ":", ".", "..", "...", "…", "x"), Missing.NOT_AVAILABLE
)
"""What people write where there is no value, and what it stands for. `collect` takes another table."""


def mark_in(text: str, marks: Mapping[str, Missing]) -> Missing | None:
    """Return why there is no value, where a text is a mark for that; None for everything else.

    >>> mark_in(" – ", MARKS), mark_in("X", MARKS), mark_in("0", MARKS)
    (<Missing.NOT_AVAILABLE: 'not_available'>, <Missing.NOT_AVAILABLE: 'not_available'>, None)
    """
    bare = visible(text)
    return marks.get(bare, marks.get(bare.casefold()))
