"""How the classes of the model are written: what both ways of reading and the JSON Schema must agree on."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from muniprog.conversion import values
from muniprog.identifiers import check_identifier
from muniprog.model import Baseline, Overview, Responsibility, Target
from muniprog.source import Plain
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

RENAMED = {"programme_indicators": "indicators"}
"""Attributes whose key in the file is another word than theirs."""

OPEN_MAPPINGS = ("extensions", "values", "record")

SHORT_FORMS: Mapping[type, str] = {
    Responsibility: "owner",
    Baseline: "value",
    Target: "value",
    Overview: "timeframe",
}
"""Classes that may be written as the bare value of one of their attributes."""

READERS: Mapping[Any, Callable[[Plain], Any]] = {
    str: values.read_string,
    int: values.read_whole,
    bool: values.read_yes_no,
    float: values.read_float,
    Decimal: values.read_number,
    date: values.read_date,
    Text: values.read_text,
    Timeframe: values.read_timeframe,
    Period: values.read_period,
}


def is_word(type_: Any) -> bool:
    """Return whether a type is an enumeration of words."""
    return isinstance(type_, type) and issubclass(type_, StrEnum)


def is_optional(type_: Any) -> bool:
    """Return whether a type allows None."""
    return get_origin(type_) in (Union, UnionType) and NoneType in get_args(type_)


def is_tuple(type_: Any) -> bool:
    """Return whether a type is written as a list."""
    return get_origin(type_) is tuple


def is_mapping(type_: Any) -> bool:
    """Return whether a type is a mapping with keys of the user's own."""
    return getattr(get_origin(type_), "__name__", "") == "Mapping"


def without_none(type_: Any) -> Any:
    """Return what an optional type is when it is not None."""
    rest = [part for part in get_args(type_) if part is not NoneType]
    return rest[0] if len(rest) == 1 else Union[tuple(rest)]  # noqa: UP007


def read_identifier(value: Plain) -> str:
    """Return the identifier; one that breaks the rule is refused."""
    identifier = values.read_string(value)
    check_identifier(identifier)
    return identifier


def keys_of(cls: type) -> tuple[str, ...]:
    """Return the keys that a mapping for this class may have, in canonical order."""
    return tuple(RENAMED.get(name, name) for name in attrs.fields_dict(cls) if name != "origin")
