"""The notations that are made of figures: 31.5.2020, 2020-05, 2020/21, 2025-Q1, 2024-W13-7.

A date in figures is never turned round to make it fit: what could be two dates is refused with both.
"""

import re
from collections.abc import Sequence
from datetime import date

import attrs

from muniprog.errors import ValueProblem
from muniprog.language import primary
from muniprog.messages import message
from muniprog.timeframe.calendar import DECEMBER, Calendar, DateOrder
from muniprog.timeframe.refusals import ambiguous, no_such_day, not_understood
from muniprog.timeframe.tokens import Token
from muniprog.timeframe.units import (
    FIRST_YEAR,
    LAST_YEAR,
    Unit,
    day_unit,
    month_unit,
    week_unit,
)
from muniprog.timeframe.words import Kind

_ISO_WEEK = re.compile("([0-9]{4})-?w([0-9]{1,2})(?:-?([0-9]))?")
_TYPO_YEARS = range(1900, 2101)
_YEAR_DIGITS = 4


@attrs.frozen
class Notations:
    """Reads figures in one text.

    Attributes:
        raw: The text as it was given, for the sentence of a refusal.
        language: The programme's language.
        calendar: The programme's calendar.
    """

    raw: str
    language: str
    calendar: Calendar

    @property
    def reads_month_first(self) -> bool:
        """Whether “4/21” may be 21 April here: in English, or where the calendar says that the month comes first."""
        order = self.calendar.date_order
        return order is DateOrder.MONTH_FIRST or (order is None and primary(self.language) not in ("sv", "fi"))

    def tokens(self, form: str, piece: str, numbers: Sequence[int], text: str) -> list[Token]:
        """Return the tokens for a `piece` of `text` that the scanner found to have this `form`."""
        match form:
            case "year":
                return [self.year(numbers[0])]
            case "lost_dash":  # “20162018”: no day has month 19 or 20, so this can only be two years
                return [self.year(int(piece[:4])), Token(kind=Kind.DASH, text="-"), self.year(int(piece[4:]))]
            case "count":
                return [self._count(numbers[0], piece, text)]
            case "code":
                return [self._code(piece, numbers[0])]
            case "part":  # “2025-Q1”, “2026H2”
                return [self.year(numbers[0]), self._code(piece[-2:], numbers[1])]
            case "numbered":  # “5/2020”, the month or, after the word, the week
                slash = Token(kind=Kind.SLASH, text="/")
                return [Token(kind=Kind.NUMBER, text=piece, number=numbers[0]), slash, self.year(numbers[1])]
            case "pair":
                return [self._pair(piece, numbers)]
            case "month":
                return self._month(piece, numbers, text)
            case _:
                return [Token(kind=Kind.WHOLE, text=piece, unit=self._whole(form, piece, numbers))]

    def year(self, number: int) -> Token:
        """Return the year as a token, if it is one that a programme can speak of."""
        return Token(kind=Kind.YEAR, text=str(number), number=self._plausible(number))

    def day(self, year: int, month: int, day: int, piece: str) -> Unit:
        """Return the day; `piece` is how it was written."""
        self._plausible(year)
        try:
            return day_unit(date(year, month, day))
        except ValueError:
            raise no_such_day(self.raw, piece, self.language) from None

    def week(self, year: int, week: int, piece: str) -> Unit:
        """Return the ISO week; `piece` is how it was written."""
        try:
            return week_unit(self._plausible(year), week)
        except ValueProblem:
            raise
        except ValueError:
            raise no_such_day(self.raw, piece, self.language) from None

    def unsure_day(self, first: int, second: int, year: int, piece: str) -> Unit:
        """Return the day of 5/4/2020 in the programme's order, or in the only order that the calendar has."""
        order = self.calendar.date_order
        if order is None:
            if first <= DECEMBER and second <= DECEMBER and first != second:
                raise ambiguous(self.raw, [f"{first}.{second}.{year}", f"{second}.{first}.{year}"])
            order = DateOrder.DAY_FIRST if second <= DECEMBER else DateOrder.MONTH_FIRST
        day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
        return self.day(year, month, day, piece)

    def swedish_day(self, first: int, second: int, year: int, piece: str) -> Unit:
        """Return the day of “15/9-2024” or “15/9 2024”, a notation that has the day first in Swedish and Finnish."""
        if primary(self.language) in ("sv", "fi"):
            return self.day(year, second, first, piece)
        return self.unsure_day(first, second, year, piece)

    def _whole(self, form: str, piece: str, numbers: Sequence[int]) -> Unit:
        match form:
            case "ymd":
                return self.day(numbers[0], numbers[1], numbers[2], piece)
            case "dmy":
                return self.day(numbers[2], numbers[1], numbers[0], piece)
            case "unsure":
                swedish = "/" in piece and "-" in piece
                read = self.swedish_day if swedish else self.unsure_day
                return read(numbers[0], numbers[1], numbers[2], piece)
            case _:
                return self._iso_week(piece)

    def _iso_week(self, piece: str) -> Unit:
        found = _ISO_WEEK.fullmatch(piece)
        year, week, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
        whole = self.week(year, week, piece)
        if not day:
            return whole
        try:
            return day_unit(date.fromisocalendar(year, week, day))
        except ValueError:
            raise no_such_day(self.raw, piece, self.language) from None

    def _code(self, piece: str, number: int) -> Token:
        kind, most = (Kind.QUARTER, 4) if piece[0] == "q" else (Kind.HALF, 2)
        if number not in range(1, most + 1):
            raise no_such_day(self.raw, piece, self.language)
        return Token(kind=kind, text=piece, number=number)

    def _pair(self, piece: str, numbers: Sequence[int]) -> Token:
        first = self._plausible(numbers[0])
        last = self.second_year(first, numbers[1])
        if last != first + 1:
            why = message("A slash joins two years that follow each other, such as 2020/21.")
            raise not_understood(self.raw, self.language, why)
        return Token(kind=Kind.YEAR_PAIR, text=piece, number=first, second=last)

    def second_year(self, first: int, written: int) -> int:
        """Return the second year of 2018–19 or 2018–2019; two figures take the century of the first."""
        if written > 99:
            return self._plausible(written)
        century = first - first % 100
        return century + 100 if (first % 100, written) == (99, 0) else century + written

    def _month(self, piece: str, numbers: Sequence[int], text: str) -> list[Token]:
        """Return the month of “2020-05”, or the parts of “2018-19”; “2010-11” alone could be either."""
        year, number = self._plausible(numbers[0]), numbers[1]
        coded = "m" in piece  # 2010-M11, as statistical offices write
        if not coded and number > DECEMBER:
            return [self.year(year), Token(kind=Kind.DASH, text="-"), self._count(number, piece[-2:], text)]
        if not coded and piece == text and number > year % 100:
            raise ambiguous(self.raw, [f"{year}-M{number:02}", f"{year}–{year - year % 100 + number}"])
        if number not in range(1, DECEMBER + 1):
            raise no_such_day(self.raw, piece, self.language)
        return [Token(kind=Kind.WHOLE, text=piece, unit=month_unit(year, number))]

    def _count(self, number: int, piece: str, text: str) -> Token:
        digits = len(piece.rstrip(".:aestndrh"))
        if digits > _YEAR_DIGITS:
            raise self._mistyped(piece, text)
        return Token(kind=Kind.NUMBER, text=piece, number=number)

    def _mistyped(self, piece: str, text: str) -> ValueProblem:
        """Return the refusal of “20223–2024”: the years that are left when one figure is taken away."""
        left = {piece[:position] + piece[position + 1 :] for position in range(len(piece))}
        choices = [text.replace(piece, year).replace("-", "–") for year in sorted(left) if _is_year(year)]
        if not choices:
            return not_understood(self.raw, self.language)
        return ambiguous(self.raw, choices)

    def _plausible(self, year: int) -> int:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            why = message("A year is between {first} and {last}.", first=FIRST_YEAR, last=LAST_YEAR)
            raise not_understood(self.raw, self.language, why)
        return year


def _is_year(written: str) -> bool:
    return len(written) == _YEAR_DIGITS and int(written) in _TYPO_YEARS
