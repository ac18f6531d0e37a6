"""Numbers and days in cells: as numbers and days wherever these show what the report says.

The report has worded each figure: `41,5 %`, `klar 27.8.2021`. The cell gets the value behind it and a number format
that puts the same words around it. Where the words say something else – a dash, beside a day that is only there for
sorting – the words stand, for they are what the report says.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

import attrs

import muniprog

_MOST_DIGITS = 15  # what Excel's numbers hold exactly
_MOST_DECIMALS = 12
_MOST_SHOWN = 40  # characters
_FIRST_DAY = date(1900, 3, 1)  # Excel believes in a 29 February 1900
_BETWEEN = " / "

_NUMBER = re.compile(r"[-\u2212]?\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)*")
_SPACE = re.compile(r"[ \u00a0\u202f]")
_IN_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SIMPLE = re.compile(r"\d+(?:[.,]\d+)?")
# What may stand in quotes in a number format; `_x` could begin an escape of the file's own.
_LITERAL = re.compile(r'(?:(?!_x)[^"\\\x00-\x1f])*')
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)  # fmt: skip

Number = int | float | Decimal
CellValue = Number | date | str | None


@attrs.frozen
class Typed:
    """A number or a day, and the number format in which it shows as the report words it.

    Attributes:
        value: The number or the day.
        number_format: The number format.
        shown: How it then shows, in characters; it needs them all, for only texts are broken.
    """

    value: float | date
    number_format: str
    shown: int


@attrs.frozen
class _Found:
    """A value in a line of text: what stands before it, its bare number format, its length, what stands after it."""

    before: str
    code: str
    length: int
    after: str


def typed(value: CellValue, kind: muniprog.ColumnKind, text: str) -> Typed | None:
    """Return the number or the day behind a cell; None where the text has to stand.

    >>> typed(41.46, muniprog.ColumnKind.NUMBER, "41,5 %")
    Typed(value=41.46, number_format='0.0" %"', shown=6)

    Args:
        value: The value behind the cell.
        kind: What its column holds.
        text: What it says; a line for each language where there are several.
    """
    if value is None or isinstance(value, str) or kind not in (muniprog.ColumnKind.NUMBER, muniprog.ColumnKind.DATE):
        return None
    if isinstance(value, date):
        return _typed_day(value, text.split("\n"))
    return _typed_number(value, text.split("\n"))


def _typed_day(day: date, lines: list[str]) -> Typed | None:
    if isinstance(day, datetime) or day < _FIRST_DAY:
        return None
    found = [_day_in(day, line) for line in lines]
    return _in_words(day, found)


def _typed_number(number: Number, lines: list[str]) -> Typed | None:
    if isinstance(number, bool) or not isfinite(number):
        return None
    exact = Decimal(str(number))
    if not isinstance(number, float) and len(exact.as_tuple().digits) > _MOST_DIGITS:
        return None
    found = [_number_in(exact, line) for line in lines]
    return _in_words(float(number), found)


def _day_in(day: date, line: str) -> _Found | None:
    spellings = {
        f"{day.day}.{day.month}.{day.year}": "d.m.yyyy",
        day.isoformat(): "yyyy-mm-dd",
        f"{day.day} {_MONTHS[day.month - 1]} {day.year}": "[$-809]d mmmm yyyy",
    }
    for spelling, code in spellings.items():
        before, separator, after = line.partition(spelling)
        if separator and not before[-1:].isdigit() and not after[:1].isdigit():
            return _Found(before, code, len(spelling), after)
    return None


def _number_in(number: Decimal, line: str) -> _Found | None:
    for match in _NUMBER.finditer(line):
        for written, is_grouped in _readings(match[0]):
            decimals = -int(written.as_tuple().exponent)
            if decimals <= _MOST_DECIMALS and _rounded(number, decimals) == written:
                code = ("#,##0" if is_grouped else "0") + ("." + "0" * decimals if decimals else "")
                return _Found(line[: match.start()], code, len(match[0]), line[match.end() :])
    return None


def _readings(written: str) -> Iterator[tuple[Decimal, bool]]:
    """Yield what a written number can mean, and whether it has thousands apart; `1,234` is read in both ways."""
    sign = "-" if written[0] in "-\u2212" else ""
    digits = _SPACE.sub("", written.lstrip("-\u2212"))
    if _SIMPLE.fullmatch(digits):
        yield Decimal(sign + digits.replace(",", ".")), bool(_SPACE.search(written))
    if _IN_THOUSANDS.fullmatch(digits):
        yield Decimal(sign + digits.replace(",", "")), True


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _in_words(value: float | date, found: list[_Found | None]) -> Typed | None:
    """Return a value with the words of all lines around it; None where a line has it not."""
    lines = [each for each in found if each is not None]
    if len(lines) < len(found):
        return None
    before, after = (_joined(words) for words in zip(*((each.before, each.after) for each in lines), strict=True))
    if not _LITERAL.fullmatch(before) or not _LITERAL.fullmatch(after):
        return None
    shown = len(before) + lines[0].length + len(after)
    return Typed(value, _number_format(value, before, lines[0].code, after), shown) if shown <= _MOST_SHOWN else None


def _number_format(value: float | date, before: str, code: str, after: str) -> str:
    first, last = _quoted(before), _quoted(after)
    is_negative = not isinstance(value, date) and value < 0
    # A sign would stand before the words, unless negative numbers have a format of their own.
    return f"{first}{code}{last};{first}-{code}{last}" if is_negative and before else f"{first}{code}{last}"


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""


def _joined(wordings: Iterable[str]) -> str:
    """Return what stands beside a value in several languages, each wording once, with the spaces of the first."""
    different = [each for each in dict.fromkeys(wordings) if each]
    others = "".join(f"{_BETWEEN}{each.strip()}" for each in different[1:])
    first = "".join(different[:1])
    bare = first.rstrip()
    return bare + others + first[len(bare) :]
