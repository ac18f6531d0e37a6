"""The few pieces of Markdown that the lists are made of."""

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a cell may hold Markdown but no line break."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """Return text as code.

    >>> code("--to")
    '`--to`'
    """
    return f"`{text}`"


def choices(words: Iterable[str]) -> str:
    """Return words as code, with commas.

    >>> choices(["a", "b"])
    '`a`, `b`'
    """
    return ", ".join(code(word) for word in words)
