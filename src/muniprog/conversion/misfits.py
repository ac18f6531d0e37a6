"""What stands in a programme that code has made, and cannot be written: a string for a text, a word for a list.

Only type checkers hold the classes of the model to what they are made for. This is looked for when writing fails.
"""

from collections.abc import Iterator
from typing import Any, get_args

import attrs

from muniprog.conversion.shapes import READERS, is_optional, is_tuple, without_none
from muniprog.identifiers import shown
from muniprog.messages import Sentences, Spoken, message
from muniprog.model import Programme
from muniprog.source import Finding, Path, Severity
from muniprog.text import Text
from muniprog.timeframe import Period, Timeframe

_MADE_BY = {Text: 'Text.of("…", "sv")', Timeframe: 'Timeframe.parse("…")', Period: 'Period.parse("…")'}


def misfits(programme: Programme) -> Iterator[Finding]:
    """Yield a finding for each value that is of another class than its attribute holds."""
    yield from _inside(programme, Programme, (), programme.id)


def _inside(value: object, type_: Any, path: Path, item: str) -> Iterator[Finding]:
    if is_optional(type_):
        if value is not None:
            yield from _inside(value, without_none(type_), path, item)
    elif is_tuple(type_):
        if not isinstance(value, (tuple, list)):
            yield _misfit(value, message("a tuple"), None, path, item)
            return
        for position, element in enumerate(value):
            yield from _inside(element, get_args(type_)[0], (*path, position), item)
    elif type_ in _MADE_BY or (isinstance(type_, type) and attrs.has(type_) and type_ not in READERS):
        if not isinstance(value, type_):
            hint = message("Write {call}.", call=_MADE_BY[type_]) if type_ in _MADE_BY else None
            yield _misfit(value, message("a {name}", name=type_.__name__), hint, path, item)
        elif type_ not in _MADE_BY:
            here = str(getattr(value, "id", item))
            for field in attrs.fields(type_):
                if field.name != "origin":
                    yield from _inside(getattr(value, field.name), field.type, (*path, field.name), here)


def _misfit(value: object, expected: Spoken, hint: Spoken | None, path: Path, item: str) -> Finding:
    attribute = next((step for step in reversed(path) if isinstance(step, str)), "")
    sentence: Spoken = message(
        "“{attribute}” should be {expected}, found {found}.",
        attribute=attribute,
        expected=expected,
        found=shown(repr(value)),
    )
    return Finding(
        code="F005",
        severity=Severity.ERROR,
        message=sentence if hint is None else Sentences((sentence, hint)),
        path=path,
        item=item,
    )
