"""TOML text: read with Python's own parser, written with the small library that belongs to it.

TOML has no word for “nothing”, so what is empty is left out, and whoever writes is told what was. It has
dates of its own, which become the text that they are in the other formats.
"""

import re
from datetime import date, datetime, time
from functools import cached_property
from math import isfinite

import attrs

from muniprog.errors import MuniprogError, SourceError, ValueProblem
from muniprog.messages import Spoken, message
from muniprog.raw_text import RawText, in_item, key_twice, raw_text
from muniprog.source import Finding, Path, Place, Plain, Severity

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_NAME})[ \t]*\]")
_ASSIGNMENT = re.compile(rf"[ \t]*({_NAME})[ \t]*=[ \t]*")
_SCALAR = re.compile(r"""\"(?!"")(?:[^"\\\n]|\\.)*\"|'(?!'')[^'\n]*'|[^\s"'\[{#,\]}][^\s#,\]}]*""")
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)\Z")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_LONG_QUOTE = re.compile(r'"""|' + "'''")


@attrs.frozen
class _Written:
    """One line with a key, or the head of a table: its path, and where key and value stand."""

    path: Path
    key: int
    value: int


@attrs.frozen(eq=False)
class TomlSource:
    """A mapping that was read from TOML. It fulfils `muniprog.source.Source` as far as each key has a line.

    Attributes:
        raw: The text that it was read from.
        mapping: The plain mapping itself; never changed after reading.
    """

    raw: RawText
    mapping: dict[str, Plain] = attrs.field(repr=False)

    @cached_property
    def _lines(self) -> dict[Path, _Written]:
        return {line.path: line for line in reversed(_lines(self.raw))}

    def where(self, path: Path) -> Place | None:
        """Return where the value at `path` starts, or None where it does not stand on a line of its own."""
        if not path:
            return self.raw.place(0)
        line = self._lines.get(path)
        return None if line is None else self.raw.place(line.value)

    def where_key(self, path: Path) -> Place | None:
        """Return where the key at `path` stands, or None where it does not stand on a line of its own."""
        line = self._lines.get(path)
        return None if line is None else self.raw.place(line.key)

    def written(self, path: Path) -> str | None:
        """Return the scalar at `path` exactly as it is written on the line of its key, or None."""
        line = self._lines.get(path)
        scalar = None if line is None or line.value == line.key else _SCALAR.match(self.raw.text, line.value)
        return None if scalar is None else scalar[0]


def read_toml(text: str | bytes, file: str) -> TomlSource:
    """Return what a TOML text says.

    >>> read_toml('id = "vasa"\\nclosed_on = 2021-12-31\\n', "vasa.toml").mapping
    {'id': 'vasa', 'closed_on': '2021-12-31'}

    Args:
        text: The text, or its bytes in UTF-8.
        file: The name of the file, for places in messages.

    Raises:
        SourceError: It is no TOML, a key stands twice in it, or a number is infinite.
    """
    import tomllib

    raw = raw_text(text, file)
    try:
        found = tomllib.loads(raw.text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(_keys_twice(raw) or [_syntax_problem(raw, str(error))]) from None
    infinite: list[Path] = []
    mapping = {key: _plain(value, (key,), infinite) for key, value in found.items()}
    source = TomlSource(raw, mapping)
    if infinite:
        sentence = message("An infinite number or “not a number” cannot stand in a programme. Leave the key out.")
        raise SourceError(
            Finding(code="F005", severity=Severity.ERROR, message=sentence, path=path, place=source.where(path))
            for path in infinite
        )
    return source


def write_toml(mapping: dict[str, Plain]) -> tuple[str, tuple[Path, ...]]:
    """Return `mapping` as TOML, and the paths of the empty values that TOML cannot hold and that are left out.

    Raises:
        MuniprogError: The library that writes TOML is not installed.
        ValueProblem: An infinite number or half a character cannot be saved.
    """
    try:
        from tomli_w import dumps
    except ImportError:
        raise MuniprogError(
            message("To write TOML, one more package is needed: {command}", command='pip install "muniprog[toml]"')
        ) from None
    losses: list[Path] = []
    return dumps({key: _kept(value, (key,), losses) for key, value in _holding(mapping, (), losses)}), tuple(losses)


def _holding(mapping: dict[str, Plain], path: Path, losses: list[Path]) -> list[tuple[str, Plain]]:
    """Return the keys that hold something, with their values; the others are losses."""
    losses += [(*path, key) for key, value in mapping.items() if value is None]
    return [(key, value) for key, value in mapping.items() if value is not None]


def _kept(value: Plain, path: Path, losses: list[Path]) -> Plain:
    """Return `value` without the empty values in it."""
    if isinstance(value, dict):
        return {key: _kept(inner, (*path, key), losses) for key, inner in _holding(value, path, losses)}
    if isinstance(value, list):
        losses += [(*path, position) for position, inner in enumerate(value) if inner is None]
        return [_kept(inner, (*path, position), losses) for position, inner in enumerate(value) if inner is not None]
    if isinstance(value, float) and not isfinite(value):
        raise ValueProblem(message("An infinite number or “not a number” cannot be saved."))
    if isinstance(value, str) and (half := _HALF_CHARACTER.search(value)):
        code = f"{ord(half[0]):04X}"
        raise ValueProblem(message("The text holds half a character (U+{code}) and cannot be saved.", code=code))
    return value


def _plain(value: object, path: Path, infinite: list[Path]) -> Plain:
    """Return a value as TOML has it as it is in the other formats, and keep the path of each infinite number."""
    if isinstance(value, dict):
        return {key: _plain(inner, (*path, key), infinite) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, (*path, position), infinite) for position, inner in enumerate(value)]
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        infinite.append(path)
    return value if isinstance(value, (bool, int, float)) else str(value)


def _lines(raw: RawText) -> list[_Written]:
    """Return the keys and tables that have a line of their own, in order."""
    found: list[_Written] = []
    table: Path = ()
    arrays: dict[Path, int] = {}
    in_long_text = False
    for start in raw.line_starts:
        line = raw.line(start)
        head, assignment = _TABLE.match(line), _ASSIGNMENT.match(line)
        if not in_long_text and head is not None:
            table = _table(_names(head[2]), arrays, is_array=head[1] == "[[")
            found.append(_Written(table, start + head.start(2), start + head.start(1)))
        elif not in_long_text and assignment is not None:
            path = (*table, *_names(assignment[1]))
            found.append(_Written(path, start + assignment.start(1), start + assignment.end()))
        in_long_text ^= len(_LONG_QUOTE.findall(line)) % 2 == 1
    return found


def _names(dotted: str) -> tuple[str, ...]:
    """Return the names in a dotted key.

    >>> _names("themes . 'a.b'")
    ('themes', 'a.b')
    """
    return tuple(_name(part) for part in re.findall(_PART, dotted))


def _name(part: str) -> str:
    if part.startswith('"'):
        from json import loads

        return str(loads(part))
    return part.strip("'")


def _table(names: tuple[str, ...], arrays: dict[Path, int], *, is_array: bool) -> Path:
    """Return the path of a table, with the positions of the list items that it stands in."""
    if is_array:
        arrays[names] = arrays.get(names, -1) + 1
        for below in [known for known in arrays if known[: len(names)] == names and known != names]:
            del arrays[below]
    path: Path = ()
    for length, name in enumerate(names, start=1):
        position = arrays.get(names[:length])
        path = (*path, name) if position is None else (*path, name, position)
    return path


def _keys_twice(raw: RawText) -> list[Finding]:
    """Return a finding for each key or table that stands in the text already."""
    lines = _lines(raw)
    first: dict[Path, _Written] = {}
    findings = []
    for line in lines:
        before = first.setdefault(line.path, line)
        if before is not line:
            item = _item(raw, line.path, first)
            sentence = in_item(key_twice(raw, str(line.path[-1]), before.key, line.key), item)
            findings.append(_finding(raw, "F002", line.key, sentence, path=line.path, item=item))
    return findings


def _item(raw: RawText, path: Path, lines: dict[Path, _Written]) -> str:
    """Return the identifier of the innermost table around `path` that has one."""
    for length in range(len(path) - 1, -1, -1):
        line = lines.get((*path[:length], "id"))
        scalar = None if line is None else _SCALAR.match(raw.text, line.value)
        if scalar is not None:
            return scalar[0].strip("\"'")
    return ""


def _syntax_problem(raw: RawText, words: str) -> Finding:
    place = _POSITION.search(words)
    index = len(raw.text) if place is None else raw.line_starts[int(place[1]) - 1] + int(place[2]) - 1
    problem, _, _ = words.partition(" (at ")
    return _finding(raw, "F001", index, message("This is not TOML: {problem}.", problem=problem))


def _finding(raw: RawText, code: str, index: int, sentence: Spoken, *, path: Path = (), item: str = "") -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=sentence, path=path, place=raw.place(index), item=item)
