"""Writing a mapping as YAML in the one form that muniprog gives to new files.

Block style, two spaces a level, list items in the column of their key; short lists and short sets of values
on one line. Order is the order of the mapping.
"""

from muniprog.collector import paused
from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.source import Plain
from muniprog.yaml12.blocks import WIDTH, folded, literal
from muniprog.yaml12.builder import DEEPEST
from muniprog.yaml12.quoting import key_text, scalar_text

LONGEST_KEY = 1000
"""YAML looks for the colon of a key no further than 1,024 characters away; a longer key gets a question mark."""


def write(mapping: dict[str, Plain]) -> str:
    """Return `mapping` as text that `read` turns back into an equal mapping.

    >>> print(write({"id": "vasa", "languages": ["sv", "fi"], "themes": [{"id": "boende", "goals": []}]}), end="")
    id: vasa
    languages: [sv, fi]
    themes:
    - id: boende
      goals: []

    Raises:
        ValueProblem: A value cannot be saved: an infinite number, half a character, too many levels.
    """
    with paused():
        return "\n".join(mapping_lines(mapping, 0)) + "\n" if mapping else "{}\n"


def mapping_lines(mapping: dict[str, Plain], column: int, depth: int = 1) -> list[str]:
    """Return the lines of a mapping in block style that begins in `column`."""
    _refuse_depth(depth)
    indentation = " " * column
    lines: list[str] = []
    for key, value in mapping.items():
        name = key_text(key, in_flow=False)
        if len(name) > LONGEST_KEY:
            lines.append(f"{indentation}? {name}")
            name = ""
        first, rest = value_lines(value, column, column + len(name) + 2, depth)
        lines.append(f"{indentation}{name}: {first}" if first else f"{indentation}{name}:")
        lines += rest
    return lines


def list_lines(items: list[Plain], column: int, depth: int = 1) -> list[str]:
    """Return the lines of a list in block style whose dashes stand in `column`."""
    _refuse_depth(depth)
    lines: list[str] = []
    for item in items:
        lines += item_lines(item, column, depth)
    return lines


def item_lines(item: Plain, column: int, depth: int = 1) -> list[str]:
    """Return the lines of one list item whose dash stands in `column`."""
    inner = column + 2
    if isinstance(item, (dict, list)) and item:
        one_line = None if isinstance(item, dict) and "id" in item else short_flow(item, inner)
        if one_line is not None:
            return [" " * column + "- " + one_line]
        deeper = depth + 1
        lines = mapping_lines(item, inner, deeper) if isinstance(item, dict) else list_lines(item, inner, deeper)
        lines[0] = " " * column + "- " + lines[0][inner:]
        return lines
    first, rest = value_lines(item, column, inner, depth)
    return [" " * column + "- " + first, *rest]


def value_lines(value: Plain, column: int, used: int, depth: int = 1) -> tuple[str, list[str]]:
    """Return what stands behind a key or dash on its line, and the lines below.

    Args:
        value: The value.
        column: The column of the key or dash.
        used: How many columns of the first line are taken.
        depth: How many collections the value stands in.
    """
    if isinstance(value, str):
        return _text_lines(value, column + 2, used)
    if not isinstance(value, (dict, list)):
        return scalar_text(value, in_flow=False), []
    one_line = short_flow(value, used)
    if one_line is not None:
        return one_line, []
    if isinstance(value, dict):
        return "", mapping_lines(value, column + 2, depth + 1)
    return "", list_lines(value, column, depth + 1)


def short_flow(value: dict[str, Plain] | list[Plain], used: int) -> str | None:
    """Return a collection on one line where it is simple and fits there, else None.

    Simple is a list of single values, and a mapping of those and of simple collections without further ones.
    """
    if isinstance(value, list):
        simple = all(_is_single(item) for item in value)
    else:
        simple = all(_is_single(item) or _is_flat(item) for item in value.values())
    if not simple:
        return None
    text = flow_text(value)
    return text if used + len(text) <= WIDTH or not value else None


def flow_text(value: Plain) -> str:
    """Return a value as it is written inside braces or brackets, on one line whatever its length."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_pair(key, item) for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return scalar_text(value, in_flow=True)


def flow_pair(key: str, value: Plain) -> str:
    """Return a key and its value as they are written inside braces."""
    name = key_text(key, in_flow=True)
    mark = "? " if len(name) > LONGEST_KEY else ""
    return f"{mark}{name}: {flow_text(value)}"


def _is_single(value: Plain) -> bool:
    return not isinstance(value, (dict, list)) and not (isinstance(value, str) and "\n" in value)


def _is_flat(value: Plain) -> bool:
    if isinstance(value, dict):
        return all(map(_is_single, value.values()))
    return isinstance(value, list) and all(map(_is_single, value))


def _text_lines(text: str, column: int, used: int) -> tuple[str, list[str]]:
    """Return the first line and the lines below of a text whose block would stand in `column`."""
    if "\n" in text:
        block = literal(text, column)
        if block is not None:
            return block
    one_line = scalar_text(text, in_flow=False)
    if used + len(one_line) > WIDTH:
        block = folded(text, column)
        if block is not None and len(block[1]) > 1:
            return block
    return one_line, []


def _refuse_depth(depth: int) -> None:
    if depth > DEEPEST - 2:  # within it two more levels may stand on one line
        raise ValueProblem(
            message("More than {deepest} lists and keys stand inside one another here.", deepest=DEEPEST - 2)
        )
