"""The converter: every class of the model, each with hooks that cast nothing and collect every problem."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from typing import Any, get_args

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from muniprog.conversion import values
from muniprog.conversion.advice import list_meant
from muniprog.conversion.reading import Reading, reading
from muniprog.conversion.refusals import Inside, WrongType
from muniprog.conversion.settings import settings_in_round, settings_of_round
from muniprog.conversion.shapes import (
    OPEN_MAPPINGS,
    READERS,
    RENAMED,
    SHORT_FORMS,
    is_mapping,
    is_optional,
    is_tuple,
    read_identifier,
    without_none,
)
from muniprog.messages import message
from muniprog.model import FollowUp, Measure, Programme
from muniprog.source import Plain
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

Hook = Callable[[Any, Any], Any]

WRITERS: Mapping[Any, Callable[[Any], Plain]] = {
    Decimal: values.write_number,
    date: date.isoformat,
    Text: values.write_text,
    Timeframe: values.write_timeframe,
    Period: values.write_period,
}


@cache
def converter() -> cattrs.Converter:
    """Return the one converter; it is made when the first programme is read."""
    made = cattrs.Converter(forbid_extra_keys=True, omit_if_default=True)
    # What is registered later is asked first: single values, which may be classes too, come after classes.
    made.register_structure_hook_factory(attrs.has, lambda cls: _reader_of_class(cls, made))
    made.register_unstructure_hook_factory(attrs.has, lambda cls: _writer_of_class(cls, made))
    made.register_structure_hook_factory(_is(FollowUp), lambda cls: _reader_of_rounds(cls, made))
    made.register_unstructure_hook_factory(_is(FollowUp), lambda cls: _writer_of_rounds(cls, made))
    for type_, read in READERS.items():
        made.register_structure_hook(type_, _hook(read))
    for type_, write in WRITERS.items():
        made.register_unstructure_hook(type_, write)
    made.register_structure_hook(StrEnum, _read_word)
    made.register_unstructure_hook(StrEnum, str)
    made.register_structure_hook_factory(is_optional, lambda type_: _optional(type_, made))
    made.register_unstructure_hook_factory(is_optional, lambda type_: _optional_writer(type_, made))
    made.register_structure_hook_factory(is_tuple, lambda type_: _list_of(type_, made))
    made.register_unstructure_hook_factory(is_tuple, lambda type_: _writer_of_list(get_args(type_)[0], made))
    made.register_structure_hook_factory(is_mapping, lambda type_: _mapping_of(get_args(type_)[1], made))
    made.register_unstructure_hook_factory(is_mapping, lambda type_: _writer_of_mapping(get_args(type_)[1], made))
    made.register_structure_hook_func(_is(Decimal | bool | str), _hook(values.read_value))
    made.register_unstructure_hook_func(_is(Decimal | bool | str), values.write_value)
    made.register_structure_hook_func(_is(Measure | str), _hook(values.read_measure))
    made.register_unstructure_hook_func(_is(Measure | str), str)
    return made


def _is(type_: Any) -> Callable[[Any], bool]:
    return lambda candidate: candidate == type_


def _hook(read: Callable[[Plain], Any]) -> Hook:
    return lambda value, _: read(value)


def _read_word(value: Plain, words: type[StrEnum]) -> StrEnum:
    word: StrEnum = values.read_word(words)(value)
    return word


def _optional(type_: Any, made: cattrs.Converter) -> Hook:
    inner = without_none(type_)
    hook = made.get_structure_hook(inner)
    return lambda value, _: None if value is None else hook(value, inner)


def _optional_writer(type_: Any, made: cattrs.Converter) -> Callable[[Any], Plain]:
    hook = made.get_unstructure_hook(without_none(type_))
    return lambda value: None if value is None else hook(value)


def _list_of(tuple_type: Any, made: cattrs.Converter) -> Hook:
    parts = get_args(tuple_type)
    type_, length = parts[0], None if parts[-1] is Ellipsis else len(parts)
    hook = made.get_structure_hook(type_, cache_result=False)

    def read(value: Plain, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            if value is None:  # an empty key means the same as no key
                return ()
            bare = type_ in (str, Text) or type_ in SHORT_FORMS
            raise WrongType(values.LIST, list_meant(value, bare=bare))
        if length is not None and len(value) != length:
            raise WrongType(message("a list of {length}", length=length))
        try:
            return tuple([hook(element, type_) for element in value])
        except Exception:  # noqa: BLE001  as below
            raise Inside(_refusals(value, type_, hook)) from None

    return read


def _refusals(elements: list[Plain], type_: Any, hook: Hook) -> list[tuple[str | int, Exception]]:
    problems: list[tuple[str | int, Exception]] = []
    for position, element in enumerate(elements):
        try:
            hook(element, type_)
        except Exception as problem:  # noqa: BLE001  every problem is collected; `problems` raises what is none
            problems.append((position, problem))
    return problems


def _writer_of_list(type_: Any, made: cattrs.Converter) -> Callable[[Any], Plain]:
    hook = made.get_unstructure_hook(type_, cache_result=False)
    return lambda elements: [hook(element) for element in _several(elements)]


def _several(elements: Any) -> tuple[Any, ...] | list[Any]:
    """Return a list's elements; a string, which would be written letter by letter, is none."""
    if not isinstance(elements, (tuple, list)):
        raise TypeError
    return elements


def _mapping_of(type_: Any, made: cattrs.Converter) -> Hook:
    if type_ is int:
        return _hook(values.read_years)
    hook = made.get_structure_hook(type_)

    def read(value: Plain, _: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        problems: list[tuple[str | int, Exception]] = []
        for key, element in values.read_open_mapping(value).items():
            try:
                found[key] = hook(element, type_)
            except Exception as problem:  # noqa: BLE001  as above
                problems.append((key, problem))
        if problems:
            raise Inside(problems)
        return found

    return read


def _writer_of_mapping(type_: Any, made: cattrs.Converter) -> Callable[[Any], Plain]:
    hook = made.get_unstructure_hook(type_)
    return lambda mapping: {str(key): hook(element) for key, element in mapping.items()}


def _reader_of_class(cls: type, made: cattrs.Converter) -> Hook:
    overrides: dict[str, Any] = {}
    for name in attrs.fields_dict(cls):
        if name == "origin":
            overrides[name] = override(omit=True)
        elif name in OPEN_MAPPINGS:
            overrides[name] = override(struct_hook=_hook(values.read_open_mapping))
        elif name == "id":
            overrides[name] = override(struct_hook=_hook(read_identifier))
        elif name == "period" and cls is Programme:
            overrides[name] = override(struct_hook=_hook(partial(values.read_period, whole_years=True)))
        elif name in RENAMED:
            overrides[name] = override(rename=RENAMED[name])
    structure: Hook = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True, **overrides)
    short = SHORT_FORMS.get(cls)
    if short is None:

        def read(value: Plain, _: Any) -> Any:
            if type(value) is not dict:
                raise WrongType(values.MAPPING)
            return structure(value, cls)

        return read

    bare_type = attrs.fields_dict(cls)[short].type
    bare = made.get_structure_hook(bare_type)

    def read_short(value: Plain, _: Any) -> Any:
        return structure(value, cls) if type(value) is dict else cls(**{short: bare(value, bare_type)})

    return read_short


def _writer_of_class(cls: type, made: cattrs.Converter) -> Callable[[Any], Plain]:
    overrides: dict[str, Any] = {}
    for name in attrs.fields_dict(cls):
        if name == "origin":
            overrides[name] = override(omit=True)
        elif name == "muniprog":
            overrides[name] = override(omit_if_default=False)
        elif name in OPEN_MAPPINGS:
            overrides[name] = override(unstruct_hook=lambda mapping: mapping)
        elif name in RENAMED:
            overrides[name] = override(rename=RENAMED[name])
    unstructure: Callable[[Any], dict[str, Plain]] = make_dict_unstructure_fn(
        cls, made, _cattrs_omit_if_default=True, **overrides
    )
    short = SHORT_FORMS.get(cls)
    if short is None:
        return unstructure

    def write(value: Any) -> Plain:
        written = unstructure(value)
        if written.keys() == {short} and type(written[short]) is not dict:
            return written[short]
        return written

    return write


def _reader_of_rounds(cls: type, made: cattrs.Converter) -> Hook:
    hook = _reader_of_class(cls, made)

    def read(value: Plain, _: Any) -> Any:
        with _as_on_its_day(settings_in_round(value)):
            return hook(value, cls)

    return read


def _writer_of_rounds(cls: type, made: cattrs.Converter) -> Callable[[Any], Plain]:
    hook = _writer_of_class(cls, made)

    def write(follow_up: FollowUp) -> Plain:
        with _as_on_its_day(settings_of_round(follow_up)):
            return hook(follow_up)

    return write


def _as_on_its_day(settings: Reading | None) -> AbstractContextManager[None]:
    """Read or write a closed round as on its day, whatever the programme's languages and calendar are now."""
    return nullcontext() if settings is None else reading(settings)


def read_programme(mapping: dict[str, Plain]) -> Programme:
    """Return the programme; raises cattrs' groups of problems."""
    read: Programme = converter().structure(mapping, Programme)
    return read


def write_programme(programme: Programme) -> dict[str, Plain]:
    """Return the plain mapping of a programme in canonical form."""
    written: dict[str, Plain] = converter().unstructure(programme)
    return written


def write_round(follow_up: FollowUp) -> dict[str, Plain]:
    """Return the plain mapping of a round of follow-up in canonical form."""
    written: dict[str, Plain] = converter().unstructure(follow_up)
    return written


def write_attribute(name: str, value: object, kept: Mapping[int, Plain]) -> Plain:
    """Return one attribute of a programme as it is written, or None where it is left out.

    Args:
        name: The attribute.
        value: Its value.
        kept: Elements of a list that are already written, by the identity of the element.
    """
    field = attrs.fields_dict(Programme)[name]
    if name != "muniprog" and value == _default_of(field):
        return None
    if name in OPEN_MAPPINGS:
        written: Plain = dict(value)  # type: ignore[call-overload]
        return written
    type_ = field.type
    if is_tuple(type_):
        hook = converter().get_unstructure_hook(get_args(type_)[0])
        return [kept[id(element)] if id(element) in kept else hook(element) for element in _several(value)]
    plain: Plain = converter().get_unstructure_hook(type_)(value)
    return plain


def _default_of(field: "attrs.Attribute[object]") -> object:
    default: Any = field.default  # attrs types a factory as the value that it makes
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
