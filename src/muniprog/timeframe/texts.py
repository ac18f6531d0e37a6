"""The quick road for what most cells hold: a plain year, two years with a dash, or “Kontinuerlig”."""

from muniprog.language import canonical
from muniprog.timeframe.refusals import not_understood
from muniprog.timeframe.units import FIRST_YEAR, LAST_YEAR

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Hyphen-minus, hyphen, no-break hyphen, figure, en, em and bar dash, minus, small and full-width ones."""

_LARGEST = 99_999_999  # two years whose dash was lost
_YEAR, _RANGE = 4, 9


CONTINUOUS = frozenset(("kontinuerlig", "kontinuerligt", "jatkuva", "continuous"))
"""What says in one word that something goes on all the time."""


def as_text(value: str | int, language: str) -> str:
    """Return a number as the text that it is, in composed letters (Unicode NFC)."""
    if isinstance(value, str):
        return canonical(value)
    if not 0 <= value <= _LARGEST:
        raise not_understood("…", language)
    return str(value)


def plain_years(text: str) -> tuple[int, int] | None:
    """Return the years of “2019” or “2019–2022”; None for everything that needs the grammar.

    >>> plain_years("2019"), plain_years("2019–2022"), plain_years("hösten 2019")
    ((2019, 2019), (2019, 2022), None)
    """
    if len(text) == _YEAR:
        years = text, text
    elif len(text) == _RANGE and text[_YEAR] in DASHES:
        years = text[:_YEAR], text[_YEAR + 1 :]
    else:
        return None
    if not all(year.isascii() and year.isdigit() for year in years):
        return None
    first, last = int(years[0]), int(years[1])
    return (first, last) if FIRST_YEAR <= first <= last <= LAST_YEAR else None
