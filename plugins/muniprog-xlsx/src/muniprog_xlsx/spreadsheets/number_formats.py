"""What the number format of a cell says: a day, per cent, or a code with leading zeros."""

import re

import attrs

_DAYS_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PER_CENT_BUILT_IN = frozenset({9, 10})
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DAY_LETTERS = re.compile("[dmyhs]", re.IGNORECASE)


@attrs.frozen
class NumberFormat:
    """What a number format says.

    Attributes:
        is_day: Whether it shows a number as a day or a time.
        is_per_cent: Whether it shows a number as per cent.
        zeros: How many digits it always shows; 0 where it fills up with no zeros.
    """

    is_day: bool = False
    is_per_cent: bool = False
    zeros: int = 0


GENERAL = NumberFormat()


def number_format(number: int, code: str | None) -> NumberFormat:
    """Return what a format says, by its built-in number or by its code.

    >>> number_format(164, '0.0" %"').is_per_cent, number_format(165, "0.0 %").is_per_cent
    (False, True)
    """
    if code is None:
        return NumberFormat(is_day=number in _DAYS_BUILT_IN, is_per_cent=number in _PER_CENT_BUILT_IN)
    first = _SILENT.sub("", code).partition(";")[0]
    if "general" in first.casefold() or first.strip() == "@":
        return GENERAL
    is_code = len(first) > 1 and set(first) == {"0"}
    return NumberFormat(
        is_day=_DAY_LETTERS.search(first) is not None, is_per_cent="%" in first, zeros=len(first) if is_code else 0
    )
