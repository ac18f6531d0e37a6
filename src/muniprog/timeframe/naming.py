"""Reads one name of a stretch from tokens: “15 december 2025”, “Q3 / 2024”, “läsåret 2016/2017”, “slutet av 2022”."""

import attrs

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import Precision
from muniprog.timeframe.names import Named, wraps
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.refusals import not_understood
from muniprog.timeframe.remarks import Part
from muniprog.timeframe.tokens import Token
from muniprog.timeframe.words import Kind

_NAMES = {
    Kind.MONTH: Precision.MONTH,
    Kind.SEASON: Precision.SEASON,
    Kind.TERM: Precision.TERM,
    Kind.QUARTER: Precision.QUARTER,
    Kind.HALF: Precision.HALF_YEAR,
}
_LONG_YEARS = {
    Kind.SCHOOL: Precision.SCHOOL_YEAR,
    Kind.FISCAL: Precision.FISCAL_YEAR,
    Kind.COUNCIL: Precision.COUNCIL_TERM,
}
_COUNTED = {Kind.QUARTER_WORD: Precision.QUARTER, Kind.HALF_WORD: Precision.HALF_YEAR}
_AFTER_YEAR = (*_NAMES, *_COUNTED, Kind.ORDINAL, Kind.WEEK_WORD)
_QUARTERS, _HALVES = 4, 2


class Naming:
    """A place in the tokens of one cell, and the reading of a name from there on."""

    def __init__(self, tokens: list[Token], notations: Notations) -> None:
        self.notations = notations
        self.parts: list[Part] = []
        self.roughly = False
        self.plus = False
        self._tokens = tokens
        self._position = 0

    @property
    def at_end(self) -> bool:
        """Whether all tokens are consumed."""
        return self._position >= len(self._tokens)

    @property
    def is_last(self) -> bool:
        """Whether one token is left."""
        return self._position == len(self._tokens) - 1

    @property
    def rest(self) -> str:
        """What is left, for a refusal."""
        return " ".join(token.text for token in self._tokens[self._position :])

    @property
    def kind(self) -> Kind | None:
        """The kind of the token that comes."""
        return self._kind_at(0)

    @property
    def next_kind(self) -> Kind | None:
        """The kind of the token after the one that comes."""
        return self._kind_at(1)

    def take(self) -> Token:
        """Return the token that comes, and go on to the next."""
        if self.at_end:
            raise not_understood(self.notations.raw, self.notations.language)
        self._position += 1
        return self._tokens[self._position - 1]

    def skip(self, *kinds: Kind) -> bool:
        """Go past the token that comes if it is one of these; return whether it was."""
        if self.kind in kinds:
            self._position += 1
            return True
        return False

    def name(self) -> Named:
        """Return the name that comes, with its year if that stands beside it."""
        token = self._after_fuzzy_words()
        match token.kind:
            case Kind.WHOLE:
                named = Named(precision=None if token.unit is None else token.unit.precision, unit=token.unit)
            case Kind.YEAR:
                named = self._year_first(token)
            case Kind.YEAR_PAIR:
                named = Named(precision=Precision.YEAR, year=token.number, last_year=token.second)
            case Kind.SLASHED:
                pair = (token.number, token.second)
                named = self._with_year(Named(precision=Precision.DAY, slashed=pair, text=token.text))
            case Kind.DAY_MONTH:
                named = self._with_year(
                    Named(precision=Precision.DAY, day=token.number, number=token.second, text=token.text)
                )
            case Kind.SCHOOL | Kind.FISCAL | Kind.COUNCIL:
                named = self._long_year(Named(precision=_LONG_YEARS[token.kind], text=token.text))
            case _:
                named = self._with_year(self._without_year(token))
        if self.kind is Kind.PART_AFTER:
            self._note(self.take().part)
        return named

    def _after_fuzzy_words(self) -> Token:
        token = self.take()
        while token.kind in (Kind.PART, Kind.ROUGHLY):
            self.roughly = self.roughly or token.kind is Kind.ROUGHLY
            self._note(token.part)
            if token.text == "mid":
                self.skip(Kind.DASH)  # “mid-2022”
            token = self.take()
        if token.kind is Kind.ORDINAL and self.kind is Kind.HALF_OF and self.next_kind is not Kind.YEAR:
            self.take()  # “andra halvan av hösten” is a part of it; before a year it is a half year
            self._note(Part.EARLY if token.number == 1 else Part.LATE)
            token = self.take()
        return token

    def _note(self, part: Part | None) -> None:
        if part is not None:
            self.parts.append(part)

    def _without_year(self, token: Token) -> Named:
        """Return the month, season, term, quarter, half year, week or day that the token starts."""
        number = token.number
        if token.kind in _NAMES:
            return self._day_after_month(token) or Named(precision=_NAMES[token.kind], number=number, text=token.text)
        if token.kind is Kind.WEEK_WORD:
            return Named(precision=Precision.WEEK, number=self._number(), text=token.text)
        if token.kind in _COUNTED:
            return self._counted(token.kind, self._number(), token.text)
        if token.kind in (Kind.NUMBER, Kind.ORDINAL):
            return self._numbered(token)
        raise self._refusal(token)

    def _numbered(self, token: Token) -> Named:
        """Return what a number starts: “15 december”, “1:a kvartalet”, “andra halvan av”, “5/2020”, “1–6/2021”."""
        number, kind = token.number, self.kind
        if kind is Kind.MONTH and token.kind is Kind.NUMBER:
            month = self.take()
            return Named(precision=Precision.DAY, day=number, number=month.number, text=f"{number} {month.text}")
        if kind in _COUNTED:
            return self._counted(self.take().kind, number, token.text)
        if kind is Kind.HALF_OF:
            self.take()
            return self._counted(Kind.HALF_WORD, number, token.text)
        if token.kind is Kind.ORDINAL:
            raise self._refusal(token)
        if kind is Kind.SLASH:
            return Named(precision=Precision.MONTH, number=number, text=token.text)
        return Named(precision=None, number=number, text=token.text)

    def _counted(self, kind: Kind, number: int, text: str) -> Named:
        precision = _COUNTED[kind]
        if number not in range(1, (_QUARTERS if precision is Precision.QUARTER else _HALVES) + 1):
            raise not_understood(self.notations.raw, self.notations.language)
        return Named(precision=precision, number=number, text=text)

    def _day_after_month(self, token: Token) -> Named | None:
        """Return the day of “December 15, 2025”."""
        if token.kind is not Kind.MONTH or self.kind is not Kind.NUMBER:
            return None
        day = self.take().number
        return Named(precision=Precision.DAY, day=day, number=token.number, text=f"{token.text} {day}")

    def _with_year(self, named: Named) -> Named:
        """Return the name with the year or pair of years that follows it, if one does."""
        if named.precision is None:
            return named
        if self.kind in (Kind.SLASH, Kind.COMMA) and self.next_kind in (Kind.YEAR, Kind.YEAR_PAIR):
            self.take()
        if self.kind is Kind.PLUS and self.next_kind is Kind.YEAR:  # “Q3+ 2027”
            self.take()
            self.plus = True
        if self.kind is Kind.YEAR_PAIR:
            pair = self.take()
            return attrs.evolve(named, year=pair.number, last_year=pair.second)
        if self.kind is not Kind.YEAR:
            return named
        year = self.take().number
        if wraps(named, self.notations.calendar) and (last := self._second_year(year)) == year + 1:
            self._position += 2  # “vintern 2024–2025”
            return attrs.evolve(named, year=year, last_year=last)
        return attrs.evolve(named, year=year)

    def _year_first(self, token: Token) -> Named:
        """Return the year, or the name that follows it: “2025 Q1”, “vuoden 2021 syksyllä”."""
        if self.kind not in _AFTER_YEAR:
            return Named(precision=Precision.YEAR, year=token.number)
        named = self._without_year(self.take())
        return attrs.evolve(named, year=token.number, year_first=True)

    def _long_year(self, named: Named) -> Named:
        """Return the school year, fiscal year or council's term with its one or two years."""
        if self.kind is Kind.YEAR_PAIR:
            pair = self.take()
            return attrs.evolve(named, year=pair.number, last_year=pair.second)
        if self.kind is not Kind.YEAR:
            return named
        year = self.take().number
        last = self._second_year(year)
        if last is None:
            return attrs.evolve(named, year=year)
        self._position += 2
        return attrs.evolve(named, year=year, last_year=last)

    def _second_year(self, first: int) -> int | None:
        """Return the year after the dash that comes: the 17 of 2016–17; None where no year follows."""
        if self.kind not in (Kind.DASH, Kind.TO) or self.next_kind not in (Kind.YEAR, Kind.NUMBER):
            return None
        return self.notations.second_year(first, self._tokens[self._position + 1].number)

    def _number(self) -> int:
        token = self.take()
        if token.kind is not Kind.NUMBER:
            raise self._refusal(token)
        return token.number

    def _kind_at(self, ahead: int) -> Kind | None:
        position = self._position + ahead
        return self._tokens[position].kind if position < len(self._tokens) else None

    def _refusal(self, token: Token) -> ValueProblem:
        why = message("“{part}” has no place there.", part=token.text)
        return not_understood(self.notations.raw, self.notations.language, why)
