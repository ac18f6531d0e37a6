"""The JSON Schema of the file format, made from the model, so that editors complete and check while one types."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from muniprog.conversion.shapes import OPEN_MAPPINGS, RENAMED, SHORT_FORMS
from muniprog.descriptions import descriptions_of, summary_of
from muniprog.identifiers import PATTERN
from muniprog.language import LANGUAGE_TAG
from muniprog.model import FORMAT_VERSION, FollowUp, Measure, Programme, Theme
from muniprog.source import Plain
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

Schema = dict[str, Plain]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: Mapping[str, type] = {"programme": Programme, "theme": Theme, "followup": FollowUp}
"""What a file of a programme's folder may hold, and the class of the model that it becomes."""


def json_schema(file: str = "programme") -> Schema:
    """Return the schema of a file: `programme`, `theme` (one theme's own file) or `followup` (one round's own file)."""
    definitions: Schema = {}
    root = _reference(FILES[file], definitions)
    return {
        "$schema": DIALECT,
        "$comment": f"muniprog file format {FORMAT_VERSION}",
        "title": f"muniprog {file}",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _reference(cls: type, definitions: Schema) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # a class may hold itself, as themes do
        definitions[cls.__name__] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _object(cls: type, definitions: Schema) -> Schema:
    meanings = descriptions_of(cls)
    hints = get_type_hints(cls)
    properties: Schema = {}
    required: list[Plain] = []
    for name, field in attrs.fields_dict(cls).items():
        if name == "origin":
            continue
        key = RENAMED.get(name, name)
        shape = _special(cls, name, definitions) or _shape(hints[name], definitions)
        properties[key] = {"description": meanings[name], **shape} if name in meanings else shape
        if field.default is attrs.NOTHING or name == "muniprog":
            required.append(key)
    whole: Schema = {
        "type": "object",
        "description": summary_of(cls),
        "properties": properties,
        "additionalProperties": False,
        "required": required,
    }
    short = SHORT_FORMS.get(cls)
    if short is None:
        return whole
    return {"description": whole.pop("description"), "anyOf": [_shape(hints[short], definitions), whole]}


def _special(cls: type, name: str, definitions: Schema) -> Schema | None:
    if name == "id":
        return {"type": "string", "pattern": f"^{PATTERN}$"}
    if name in OPEN_MAPPINGS:
        return {"type": ["object", "null"]}
    if name == "muniprog":
        return {"const": FORMAT_VERSION}
    if name == "themes" and cls is Programme:
        named: Schema = {"type": "string", "description": "Name of the theme's own file.", "pattern": "\\.ya?ml$"}
        return {"type": ["array", "null"], "items": {"anyOf": [named, _reference(Theme, definitions)]}}
    return None


TEXT: Schema = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{LANGUAGE_TAG}$"},
            "additionalProperties": {
                "anyOf": [
                    {"type": ["string", "null"]},
                    {
                        "type": "object",
                        "properties": {"text": {"type": "string"}, "translates": {"type": "string"}},
                        "required": ["text", "translates"],
                        "additionalProperties": False,
                    },
                ]
            },
        },
    ]
}
PARTIAL_DATE: Schema = {"type": ["string", "integer", "null"]}
TIMEFRAME: Schema = {
    "anyOf": [
        {"type": ["string", "integer", "null"]},
        {
            "type": "object",
            "properties": {"text": {"type": "string"}, "start": PARTIAL_DATE, "end": PARTIAL_DATE},
            "additionalProperties": False,
        },
    ]
}
SIMPLE: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "number"},
    date: {"type": "string", "examples": ["2019-02-01"]},
    Period: {"type": ["string", "integer"], "examples": [2019, "2019–2022"]},
}


def _shape(type_: Any, definitions: Schema) -> Schema:
    if type_ in SIMPLE:
        return dict(SIMPLE[type_])
    if type_ is Text:
        return _shared("Text", TEXT, definitions)
    if type_ is Timeframe:
        return _shared("Timeframe", TIMEFRAME, definitions)
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return {"enum": [word.value for word in type_]}
    if attrs.has(type_):
        return _reference(type_, definitions)
    return COMPOSED[_origin_name(type_)](type_, definitions)


def _shared(name: str, shape: Schema, definitions: Schema) -> Schema:
    definitions[name] = shape
    return {"$ref": f"#/$defs/{name}"}


def _origin_name(type_: Any) -> str:
    origin = get_origin(type_)
    return "union" if origin in (Union, UnionType) else str(origin.__name__)


def _union(type_: Any, definitions: Schema) -> Schema:
    parts = get_args(type_)
    if Measure in parts:
        return {"anyOf": [_shape(Measure, definitions), {"type": "string", "pattern": "^[a-z][a-z0-9_-]*:"}]}
    shapes: list[Plain] = [{"type": "null"} if part is NoneType else _shape(part, definitions) for part in parts]
    return {"anyOf": shapes}


def _array(type_: Any, definitions: Schema) -> Schema:
    return {"type": ["array", "null"], "items": _shape(get_args(type_)[0], definitions)}


def _mapping(type_: Any, definitions: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": _shape(get_args(type_)[1], definitions)}


COMPOSED: Mapping[str, Callable[[Any, Schema], Schema]] = {"union": _union, "tuple": _array, "Mapping": _mapping}
