"""JSON text: the same mapping as in YAML, for programs.

Python's own parser is fast and knows no places, and hardly anybody asks for one in a file that a program
wrote; so they are looked up in a second reading, when somebody asks for the first time.
"""

import json
import re
from array import array
from functools import cached_property

import attrs

from muniprog.collector import paused
from muniprog.errors import SourceError, ValueProblem
from muniprog.messages import Message, Spoken, message
from muniprog.positions import Positions
from muniprog.raw_text import RawText, in_item, key_twice, raw_text
from muniprog.source import Finding, Path, Place, Plain, Severity

# A key or value that starts here, or the sign that ends a collection; colons and commas are passed over.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[^\s\[\]{}:,"]+|[\]}]', re.DOTALL)


@attrs.frozen(eq=False)
class JsonSource:
    """A mapping that was read from JSON. It fulfils `muniprog.source.Source`.

    Attributes:
        raw: The text that it was read from.
        mapping: The plain mapping itself; never changed after reading.
    """

    raw: RawText
    mapping: dict[str, Plain] = attrs.field(repr=False)

    @cached_property
    def positions(self) -> Positions:
        """Where everything in the mapping starts."""
        starts = array("I", (token.start() for token in _TOKEN.finditer(self.raw.text) if token[0] not in "]}"))
        return Positions(self.mapping, starts)

    def where(self, path: Path) -> Place | None:
        """Return where the value at `path` starts, or None where there is no such value."""
        start = self.positions.start(path)
        return None if start is None else self.raw.place(start)

    def where_key(self, path: Path) -> Place | None:
        """Return where the key that ends `path` stands; for a list item and the root the same as `where`."""
        start = self.positions.key_start(path)
        return None if start is None else self.raw.place(start)

    def written(self, path: Path) -> str | None:
        """Return the scalar at `path` exactly as it is written, quotes included, or None where there is none."""
        found = self.positions.find(path)
        if found is None or isinstance(found[0], (dict, list)):
            return None
        token = _TOKEN.match(self.raw.text, self.positions.starts[found[1]])
        return None if token is None else token[0]


class _KeyTwice(Exception):
    """A key stands twice in one object; a careful reading says which."""


class _NotFinite(Exception):
    """A number that is none, or too large; a careful reading says where."""


def read_json(text: str | bytes, file: str) -> JsonSource:
    """Return what a JSON text says.

    >>> read_json('{"id": "vasa"}', "vasa.json").mapping
    {'id': 'vasa'}

    Args:
        text: The text, or its bytes in UTF-8.
        file: The name of the file, for places in messages.

    Raises:
        SourceError: It is no JSON, no object, or a key stands twice in it.
    """
    raw = raw_text(text, file)
    try:
        with paused():
            value = json.loads(
                raw.text, object_pairs_hook=_mapping, parse_float=_finite, parse_constant=_refuse_constant
            )
    except _KeyTwice:
        raise SourceError(_keys_twice(raw)) from None
    except json.JSONDecodeError as error:
        raise SourceError([_problem(raw, "F001", _index(error), _syntax(error.msg))]) from None
    except _NotFinite:
        raise SourceError(_not_finite(raw)) from None
    except RecursionError:
        raise SourceError(
            [_problem(raw, "F001", 0, message("The values stand too deep inside one another."))]
        ) from None
    if not isinstance(value, dict):
        raise SourceError([_problem(raw, "F005", 0, message("The file must be one JSON object: {{ … }}."))])
    return JsonSource(raw, value)


def write_json(mapping: dict[str, Plain]) -> str:
    """Return `mapping` as JSON: two spaces a level, letters as they are, keys in order, a line end at the end.

    Raises:
        ValueProblem: An infinite number or half a character, which no JSON file can hold.
    """
    try:
        text = json.dumps(mapping, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        text.encode()
    except UnicodeEncodeError as error:
        code = f"{ord(error.object[error.start]):04X}"
        raise ValueProblem(
            message("The text holds half a character (U+{code}) and cannot be saved.", code=code)
        ) from None
    except ValueError:
        raise ValueProblem(message("An infinite number or “not a number” cannot be saved.")) from None
    return text


def _mapping(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _KeyTwice
    return mapping


def _finite(number: str) -> float:
    value = float(number)
    if value in (float("inf"), float("-inf")):
        _refuse_constant(number)
    return value


def _refuse_constant(name: str) -> Plain:
    raise _NotFinite(name)


def _not_finite(raw: RawText) -> list[Finding]:
    """Return a finding for each number that is none or too large."""
    return [
        _problem(
            raw,
            "F005",
            token.start(),
            message("“{name}” is not a number that a programme can hold. Leave the key out.", name=token[0]),
        )
        for token in _TOKEN.finditer(raw.text)
        if token[0] in ("NaN", "Infinity", "-Infinity") or _is_too_large(token[0])
    ]


def _is_too_large(text: str) -> bool:
    try:
        return abs(float(text)) == float("inf")
    except ValueError:
        return False


@attrs.define
class _Open:
    """An object or array that has begun: the key or position that is read, the keys so far, its identifier."""

    is_object: bool
    key: str | None = None
    position: int = 0
    keys: dict[str, int] = attrs.field(factory=dict)
    identifier: str = ""

    @property
    def step(self) -> str | int:
        """The key or position of the value that is being read."""
        return self.position if self.key is None else self.key

    def proceed(self) -> None:
        """Leave the value that was read behind."""
        self.key = None
        self.position += 1


def _keys_twice(raw: RawText) -> list[Finding]:
    """Return a finding for each key that stands in its object already."""
    found: list[tuple[str, int, int, tuple[_Open, ...], Path]] = []
    around: list[_Open] = []
    for token in _TOKEN.finditer(raw.text):
        text = token[0]
        level = around[-1] if around else _Open(is_object=False)
        if text in "]}":
            around.pop()
            if around:
                around[-1].proceed()
        elif level.is_object and level.key is None:
            level.key = str(json.loads(text))
            if level.key in level.keys:
                path = tuple(outer.step for outer in around)
                found.append((level.key, level.keys[level.key], token.start(), tuple(around), path))
            level.keys.setdefault(level.key, token.start())
        elif text in "[{":
            around.append(_Open(is_object=text == "{"))
        else:
            if level.key == "id":
                level.identifier = text.strip('"')
            level.proceed()
    return [_twice(raw, *one) for one in found]


def _twice(raw: RawText, key: str, first: int, second: int, around: tuple[_Open, ...], path: Path) -> Finding:
    item = next((level.identifier for level in reversed(around) if level.identifier), "")
    return attrs.evolve(
        _problem(raw, "F002", second, in_item(key_twice(raw, key, first, second), item)), path=path, item=item
    )


_KEY_EXPECTED = message("A key in double quotes was expected here; after the last one no comma may stand.")
_EXPLANATIONS = (
    ("property name", _KEY_EXPECTED),
    ("trailing comma before end of object", _KEY_EXPECTED),
    ("':' delimiter", message("A colon was expected here, after the key.")),
    ("',' delimiter", message("A comma or the closing bracket was expected here.")),
    ("Unterminated string", message("The text that begins here is never closed with a double quote.")),
    ("Extra data", message("Nothing more was expected after the end of the object.")),
    (
        "control character",
        message("A line break or another invisible character in a text must be written as “\\n” or the like."),
    ),
    ("escape", message("After a backslash only certain letters may follow. Write “\\\\” for a backslash.")),
)


def _index(error: json.JSONDecodeError) -> int:
    """Return where the problem is; Python 3.13 and later point to a comma that is one too many, not behind it."""
    behind = len(error.doc) - len(error.doc[error.pos + 1 :].lstrip())
    return behind if "trailing comma" in error.msg else error.pos


def _syntax(words: str) -> Message:
    for part, explanation in _EXPLANATIONS:
        if part in words:
            return explanation
    return message("A value was expected here: a text in double quotes, a number, true, false, null, [ … ] or {{ … }}.")


def _problem(raw: RawText, code: str, index: int, sentence: Spoken) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message=sentence, place=raw.place(index))
