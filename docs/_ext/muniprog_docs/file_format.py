"""Every key of the file format, from the classes of the model and their docstrings."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import attrs

from muniprog.conversion.shapes import RENAMED, SHORT_FORMS
from muniprog.descriptions import descriptions_of, summary_of
from muniprog.model import Measure, Programme, Value
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe
from muniprog_docs.markdown import choices, code, table

NOT_WRITTEN = {"origin"}
"""Attributes that say where a programme came from, not what it is."""

ALWAYS = {"muniprog"}
"""Attributes with a default that a file must have all the same."""

WORDS: Mapping[object, str] = {
    str: "words",
    int: "whole number",
    bool: "`true` or `false`",
    Decimal: "number",
    date: "day, as in `2019-02-01`",
    Text: "[text](#format-texts)",
    Timeframe: "[timeframe](#format-timeframes)",
    Period: "[period](#format-timeframes)",
    Value: "number, `true` or `false`, or words",
    Measure | str: f"{choices(Measure)}, or a plug-in's `plugin:kind`",
}


def keys() -> str:
    """Return a section for each kind of mapping that a programme's files hold, with all its keys."""
    return "\n".join(_section(kind) for kind in kinds())


def kinds() -> tuple[type, ...]:
    """Return the classes that a programme is written as, the programme first and each where it is first met."""
    found: dict[type, None] = {}
    waiting: list[type] = [Programme]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            hints = get_type_hints(kind)
            waiting.extend(inner for name in written(kind) for inner in _classes_in(hints[name]))
    return tuple(found)


def written(kind: type) -> tuple[str, ...]:
    """Return the attributes of a class that are written to files, in their order there."""
    return tuple(name for name in attrs.fields_dict(kind) if name not in NOT_WRITTEN)


def key_of(attribute: str) -> str:
    """Return the key that an attribute is written under."""
    return RENAMED.get(attribute, attribute)


def _section(kind: type) -> str:
    said, hints = descriptions_of(kind), get_type_hints(kind)
    rows = [[_key(kind, name), _value(kind, name, hints[name]), said[name]] for name in written(kind)]
    return (
        f"({target(kind)})=\n\n### {kind.__name__}\n\n{summary_of(kind)}\n\n{table(['Key', 'Value', 'Meaning'], rows)}"
    )


def _key(kind: type, name: str) -> str:
    required = attrs.fields_dict(kind)[name].default is attrs.NOTHING or name in ALWAYS
    return code(key_of(name)) + (" (required)" if required else "")


def _value(kind: type, name: str, hint: object) -> str:
    if name == "id":
        return "[identifier](#format-identifiers)"
    if kind is Programme and name == "themes":
        return f"{words_for(hint)}, or list of: name of the theme's own file"
    return words_for(hint)


def target(kind: type) -> str:
    """Return the name that links to the section of a class."""
    return f"format-{kind.__name__.lower()}"


def words_for(hint: object) -> str:
    """Return in words what may stand under a key."""
    if hint in WORDS:
        return WORDS[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return choices(hint)
    if isinstance(hint, type) and attrs.has(hint):
        bare = f", or its bare {code(SHORT_FORMS[hint])}" if hint in SHORT_FORMS else ""
        return f"[{hint.__name__}](#{target(hint)}){bare}"
    inner = [part for part in get_args(hint) if part not in {NoneType, Ellipsis}]
    if get_origin(hint) is tuple:
        return f"list of: {words_for(inner[0])}"
    if get_origin(hint) in {Union, UnionType} and len(inner) == 1:
        return words_for(inner[0])
    if len(inner) == 2 and inner[1] in WORDS:
        return f"mapping from words to: {words_for(inner[1])}"
    if set(inner) == set(get_args(Value)):
        return WORDS[Value]
    return "mapping"


def _classes_in(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and attrs.has(hint) and hint not in WORDS:
        yield hint
    for inner in get_args(hint):
        yield from _classes_in(inner)
