"""What a workbook remembers out of sight, so that its answers find their way back whatever is done to it.

Three things are hidden: the key of each row in a column of its own, the key of each column in a row of its own, and a
sheet with the address of the form, all keys and the answers that stood there when it was written. That sheet holds
JSON, cut into pieces that fit into cells.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

import attrs

import muniprog
from muniprog_xlsx.workbook import cell_text

KEY_MARK = "muniprog:key"
"""Stands where the column of row keys and the row of column keys cross."""
INSTRUCTIONS_MARK, CHOICES_MARK, MEMORY_MARK = "muniprog:instructions", "muniprog:choices", "muniprog:form"
"""The first cells of the sheets that hold no answers."""
ONLY_SHOWN = ":"
"""Begins the key of a column that is only shown; no question has it in its name."""
NOT_ASKED = "–"
"""Stands in a cell of an answers' column where nothing is asked."""

_VERSION = 1
_PIECE = 30_000


@attrs.frozen(kw_only=True)
class RememberedPart:
    """A part of the form as it was written.

    Attributes:
        headings: Key of a column → what stood above it.
        rows: Key → field → the answer that stood there.
    """

    headings: Mapping[str, str]
    rows: Mapping[str, Mapping[str, str]]


@attrs.frozen(kw_only=True)
class Memory:
    """All that a workbook remembers."""

    address: muniprog.FormAddress
    parts: tuple[RememberedPart, ...]


def remembered_part(part: muniprog.FormPart, headings: Mapping[str, str]) -> RememberedPart:
    """Return what is to be remembered of a part; answers as the cells hold them."""
    rows = {
        row.key: {field: cell_text(question.before) for field, question in row.questions.items()} for row in part.rows
    }
    return RememberedPart(headings=headings, rows=rows)


def pieces(memory: Memory) -> Iterator[str]:
    """Yield a memory as texts that each fit into a cell."""
    parts = [{"headings": dict(part.headings), "rows": part.rows} for part in memory.parts]
    text = json.dumps(
        {"muniprog": _VERSION, "address": attrs.asdict(memory.address), "parts": parts}, separators=(",", ":")
    )
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE]


def from_pieces(texts: Iterable[str]) -> Memory | None:
    """Return what the pieces say; None where somebody has changed them so that they say nothing any more."""
    try:
        found = json.loads("".join(texts))
        address = muniprog.FormAddress(**_words(found["address"]))
        parts = tuple(_part(part) for part in found["parts"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return Memory(address=address, parts=parts)


def _part(part: dict[str, object]) -> RememberedPart:
    headings, rows = _words(part["headings"]), part["rows"]
    if KEY_MARK not in headings or not isinstance(rows, dict):
        raise ValueError(headings)
    return RememberedPart(headings=headings, rows={key: _words(answers) for key, answers in rows.items()})


def _words(found: object) -> dict[str, str]:
    """Return a mapping of words to words, if it is one."""
    if not isinstance(found, dict) or not all(isinstance(word, str) for word in found.values()):
        raise TypeError(found)
    return found
