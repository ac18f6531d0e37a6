"""From events to a plain mapping and the position of everything in it, as fast as Python can.

This loop looks at every key and value of a programme, so it does nothing but build. Wherever it meets
what the format does not allow it gives up; `problems` then reads the text once more and says what is wrong.
"""

import re
from array import array
from bisect import bisect_left
from sys import intern

from muniprog.source import Plain
from muniprog.yaml12.events import kinds, next_event
from muniprog.yaml12.scalars import MEANINGFUL_STARTS, Meanings

DEEPEST = 100
"""How many collections may stand inside one another."""

_PROPERTY = re.compile(r"[&*!]|<<[ \t]*:(?=\s|\Z)")
_OFTEN_REPEATED = 32
"""Texts shorter than this, such as the identifiers of owners, are kept once however often they are written."""


class Refused(Exception):
    """The text is not in the format; what is wrong with it is for `problems` to say."""


def build(text: str) -> tuple[dict[str, Plain], "array[int]"]:
    """Return the mapping that `text` holds, and where each of its keys and values starts.

    The starts are in the order of the text, one for the root, one for each key and one for each value, so
    that `positions` can find the start of any value by counting.

    Raises:
        Refused: The format does not allow something in the text.
        yaml.YAMLError: It is no YAML.
    """
    document_start, mapping_start, mapping_end, list_start, list_end, scalar, _, stream_end = kinds()
    following = next_event(text)
    following()
    if type(following()) is not document_start or type(event := following()) is not mapping_start:
        raise Refused
    starts = array("I", [event.start_mark.index])
    started = starts.append
    meanings = Meanings()
    texts: dict[str, str] = {}
    once = texts.setdefault
    key = ""
    root: dict[str, Plain] = {}
    mapping: dict[str, Plain] | None = root  # the collection that is open is this mapping,
    sequence: list[Plain] = []  # or, where there is no mapping, this sequence
    around: list[dict[str, Plain] | list[Plain]] = []
    while True:
        event = following()
        kind = type(event)
        if mapping is not None:
            if kind is scalar:
                key = intern(event.value)
                if key in mapping:
                    raise Refused
                started(event.start_mark.index)
                event = following()
                kind = type(event)
            elif kind is not mapping_end:
                raise Refused
        if kind is scalar:
            started(event.start_mark.index)
            written = event.value
            value: Plain = once(written, written) if len(written) < _OFTEN_REPEATED else written
            if (not written or written[0] in MEANINGFUL_STARTS) and not event.style:
                value = meanings[written]
            if mapping is not None:
                mapping[key] = value
            else:
                sequence.append(value)
        elif kind is mapping_start or kind is list_start:
            started(event.start_mark.index)
            inner: dict[str, Plain] | list[Plain] = {} if kind is mapping_start else []
            if mapping is not None:
                around.append(mapping)
                mapping[key] = inner
            else:
                around.append(sequence)
                sequence.append(inner)
            if len(around) >= DEEPEST:
                raise Refused
            if isinstance(inner, dict):
                mapping = inner
            else:
                mapping, sequence = None, inner
        elif kind is mapping_end or kind is list_end:
            if not around:
                break
            outer = around.pop()
            if isinstance(outer, dict):
                mapping = outer
            else:
                mapping, sequence = None, outer
        else:
            raise Refused
    following()
    if type(following()) is not stream_end or _has_properties(text, starts):
        raise Refused
    return root, starts


def _has_properties(text: str, starts: "array[int]") -> bool:
    """Return whether a key or value begins with an anchor, an alias or a tag, or is a merge key.

    Looking for the few such signs in the text is much faster than asking every event.
    """
    for sign in ("&", "*", "!", "<<"):
        index = text.find(sign)
        while index >= 0:
            order = bisect_left(starts, index)
            if order < len(starts) and starts[order] == index and _PROPERTY.match(text, index):
                return True
            index = text.find(sign, index + 1)
    return False
