"""Writing a new scalar in the manner of the old one: in the same quotes, as the same kind of block."""

import re

from muniprog.yaml12.blocks import folded, literal
from muniprog.yaml12.quoting import double_quoted, is_single_quotable, scalar_text, single_quoted
from muniprog.yaml12.scalars import Scalar

_HEADER = re.compile(r"[|>][-+0-9]*")


def restyled(old: str, new: Scalar, *, in_flow: bool) -> str:
    """Return `new` on one line, in the quotes of the text `old` where it is a text that they can hold.

    >>> restyled("'Boende'", "Arbete", in_flow=False), restyled("'Boende'", 3, in_flow=False)
    ("'Arbete'", '3')
    """
    if isinstance(new, str) and old.startswith('"'):
        return double_quoted(new)
    if isinstance(new, str) and old.startswith("'") and is_single_quotable(new):
        return single_quoted(new)
    return scalar_text(new, in_flow=in_flow)


def restyled_block(old: str, new: Scalar, column: int) -> tuple[str, list[str]] | None:
    """Return header and lines of `new` as a block like the block `old`, or None where it cannot be one.

    Args:
        old: The old block with its header.
        new: The new text.
        column: The column of the key or dash before it.
    """
    if not isinstance(new, str) or not _HEADER.match(old):
        return None
    _, *lines = old.splitlines()
    first = next((line for line in lines if line.strip()), "")
    inner = max(len(first) - len(first.lstrip(" ")), column + 1) if first else column + 2
    if old.startswith(">"):
        return folded(new, inner) or literal(new, inner)
    return literal(new, inner)
