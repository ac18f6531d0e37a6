"""Reading a mapping that is right: the same values as the converter gives, without its bookkeeping for problems.

Nearly every file is right, and a large one should be read quickly. So it is first read by the functions here,
which stop at the first thing that does not fit; only then does the converter read it again and collect all that
is wrong. A property test holds the two together.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, get_args

import attrs

from muniprog.conversion import values
from muniprog.conversion.reading import reading
from muniprog.conversion.settings import settings_in_round
from muniprog.conversion.shapes import (
    OPEN_MAPPINGS,
    READERS,
    RENAMED,
    SHORT_FORMS,
    is_mapping,
    is_optional,
    is_tuple,
    is_word,
    read_identifier,
    without_none,
)
from muniprog.model import FollowUp, Measure, Programme
from muniprog.source import Plain
from muniprog.timeframe import Calendar

Read = Callable[[Any], Any]


class Misfit(Exception):
    """Something does not fit. What and where is for the converter to say."""


def read_quickly(mapping: dict[str, Plain]) -> Programme:
    """Return the programme, or raise any exception where something does not fit."""
    programme: Programme = _reader(Programme)(mapping)
    return programme


def read_calendar(value: Plain) -> Calendar:
    """Return a programme's calendar, or raise any exception where something does not fit."""
    calendar: Calendar = _reader(Calendar)(value)
    return calendar


def _make_reader(type_: Any) -> Read:
    if type_ in READERS:
        return READERS[type_]
    if is_word(type_):
        return {word.value: word for word in type_}.__getitem__
    if is_optional(type_):
        return _unless_none(_reader(without_none(type_)))
    if is_tuple(type_):
        return _reader_of_list(type_)
    if is_mapping(type_):
        return _reader_of_mapping(get_args(type_)[1])
    if type_ == Measure | str:
        return values.read_measure
    if type_ is FollowUp:
        return _reader_of_rounds()
    return _reader_of_class(type_) if attrs.has(type_) else values.read_value


_reader: Callable[[Any], Read] = cache(_make_reader)
"""Return the reader of a type; each is made once."""


def _unless_none(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _reader_of_list(type_: Any) -> Read:
    parts = get_args(type_)
    length = None if parts[-1] is Ellipsis else len(parts)
    element_type = parts[0]

    def read(value: Plain) -> tuple[Any, ...]:
        if type(value) is not list or (length is not None and len(value) != length):
            if value is None:
                return ()
            raise Misfit
        element = _reader(element_type)  # looked up here, since a theme may hold themes
        return tuple([element(part) for part in value])

    return read


def _reader_of_mapping(type_: Any) -> Read:
    if type_ is int:
        return values.read_years
    element = _reader(type_)
    return lambda value: {key: element(part) for key, part in values.read_open_mapping(value).items()}


def _reader_of_class(cls: Any) -> Read:
    fields = attrs.fields_dict(cls)
    readers = {
        RENAMED.get(name, name): _special(cls, name) or _reader(field.type)
        for name, field in fields.items()
        if name != "origin"
    }
    names = {key: name for name, key in RENAMED.items() if name in fields}
    short = SHORT_FORMS.get(cls)

    def read(value: Plain) -> Any:
        if type(value) is not dict:
            if short is None:
                raise Misfit
            return cls(**{short: readers[short](value)})
        return cls(**{key: readers[key](part) for key, part in value.items()})

    def read_renamed(value: Plain) -> Any:
        if type(value) is not dict:
            raise Misfit
        return cls(**{names.get(key, key): readers[key](part) for key, part in value.items()})

    return read_renamed if names else read


def _reader_of_rounds() -> Read:
    read = _reader_of_class(FollowUp)

    def read_as_written(value: Plain) -> Any:
        own = settings_in_round(value)
        if own is None:
            return read(value)
        with reading(own):
            return read(value)

    return read_as_written


def _special(cls: Any, name: str) -> Read | None:
    if name in OPEN_MAPPINGS:
        return values.read_open_mapping
    if name == "id":
        return read_identifier
    if name == "period" and cls is Programme:
        return partial(values.read_period, whole_years=True)
    return None
