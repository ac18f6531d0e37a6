"""What a plain scalar means: few words and canonical numbers mean something, all else is text.

YAML 1.1 makes `no` false, `010` eight, `12:30` 750 and `1_000` a thousand. Here a scalar is a number only
where it is written as a number would be written back, so that nothing that somebody typed changes its look.
"""

import re

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
# More digits than Python turns into a number by default are no number but a very long text.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?")
_INFINITE = (float("inf"), float("-inf"))

MEANINGFUL_STARTS = frozenset("0123456789+-~tfn")
"""The characters with which a plain scalar may begin that is not text."""


def meaning(plain: str) -> Scalar:
    """Return what a plain (unquoted) scalar means.

    >>> [meaning(plain) for plain in ("12", "1.5", "true", "", "010", "1_000", "12:30", "no", "2019-01-01")]
    [12, 1.5, True, None, '010', '1_000', '12:30', 'no', '2019-01-01']
    """
    if plain in _WORDS:
        return _WORDS[plain]
    if _INTEGER.fullmatch(plain):
        return int(plain)
    if _FLOAT.fullmatch(plain):
        number = float(plain)
        return plain if number in _INFINITE else number
    return plain


class Meanings(dict[str, Scalar]):
    """Plain scalars that were met before, so that the year 2019 is worked out once and kept once."""

    def __missing__(self, plain: str) -> Scalar:
        """Work out a scalar that is met for the first time."""
        value = self[plain] = meaning(plain)
        return value
