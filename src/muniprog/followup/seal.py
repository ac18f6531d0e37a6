"""The seal of a closed round: a hash over all that it says, so that anybody can see whether it was changed."""

import json
from hashlib import sha256

from muniprog.conversion import unstructure_round
from muniprog.model import FollowUp, Programme
from muniprog.source import EMPTY, Plain

_WITH_EXPONENT = 1e16
"""From here on a number with decimals is written with an exponent."""


def seal_of(follow_up: FollowUp, programme: Programme) -> str:
    """Return the seal that belongs to a closed round.

    It is the SHA-256 of the round as muniprog writes it, without the seal itself, as JSON in one form only
    (`one_form`). So comments, quotes and the order of keys in the file change nothing, and everything that is
    said does.
    """
    written = unstructure_round(follow_up, programme)
    written["record"] = {key: value for key, value in (follow_up.record or EMPTY).items() if key != "seal"}
    return sha256(one_form(written).encode("utf-8", "surrogatepass")).hexdigest()


def kept_seal(follow_up: FollowUp) -> str | None:
    """Return the seal that a round was closed with, or None where it has none."""
    seal = None if follow_up.record is None else follow_up.record.get("seal")
    return seal if isinstance(seal, str) else None


def is_intact(follow_up: FollowUp, programme: Programme) -> bool:
    """Return whether a closed round says what it said when it was closed."""
    seal = kept_seal(follow_up)
    return seal is not None and seal == seal_of(follow_up, programme)


def one_form(value: Plain) -> str:
    """Return a value as JSON in the one form that the seal is made of: keys in order, no spaces, no empty keys.

    >>> one_form({"b": [1, 0.10, True], "a": "Å", "c": None, "d": 1e22})
    '{"a":"Å","b":[1,0.1,true],"d":10000000000000000000000}'
    """
    return json.dumps(_one_form(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _one_form(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _one_form(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_one_form(part) for part in value]
    if isinstance(value, float) and value.is_integer() and abs(value) >= _WITH_EXPONENT:
        return int(value)  # databases write the zeros out, and then it is read as a whole number
    return value
