"""Texts of many lines, written as blocks below their key: `|` keeps the lines, `>-` folds one long line."""

import re

from muniprog.yaml12.quoting import is_single_quotable

WIDTH = 88
"""How many columns a line may take where it can be broken at all."""

_FOLDING_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")


def literal(text: str, column: int) -> tuple[str, list[str]] | None:
    """Return the header and lines of `text` as a block that keeps its lines, or None where it cannot be one.

    >>> literal("Två\\nrader\\n", 2)
    ('|', ['  Två', '  rader'])
    """
    lines = text.split("\n")
    if text[:1] in ("", " ", "\t", "\n") or len(lines) == 1 or not all(map(_can_stand_in_a_block, lines)):
        return None
    header = "|-" if lines[-1] else "|"
    if header == "|":
        lines.pop()
    # Empty lines at the end would have to be told from the space below the block, which people may change.
    if not lines[-1].strip():
        return None
    indentation = " " * column
    return header, [indentation + line if line else "" for line in lines]


def folded(text: str, column: int) -> tuple[str, list[str]] | None:
    """Return the header and lines of the one line `text`, folded, or None where it cannot be folded.

    >>> folded("ett två", 2)[0]
    '>-'
    """
    if text.strip(" ") != text or not is_single_quotable(text) or not text:
        return None
    indentation = " " * column
    lines = [indentation]
    for word in _FOLDING_SPACE.split(text):
        if len(lines[-1]) == column:
            lines[-1] += word
        elif len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += " " + word
        else:
            lines.append(indentation + word)
    return ">-", lines


def _can_stand_in_a_block(line: str) -> bool:
    return is_single_quotable(line.replace("\t", "")) and not line.startswith("\t")
