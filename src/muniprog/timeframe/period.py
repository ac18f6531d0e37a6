"""`Period`: a stretch of time that has a beginning and an end, such as a programme's or an observation's."""

from datetime import date
from functools import lru_cache

import attrs

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import Calendar, Precision
from muniprog.timeframe.refusals import ambiguous, not_understood, reversed_ends
from muniprog.timeframe.texts import as_text, plain_years
from muniprog.timeframe.units import Unit, day_unit, holding, year_unit

_STANDARD = Calendar()


@attrs.frozen
class Period:
    """A stretch of time from one day to another, both included.

    Attributes:
        raw: How it is written.
        start: Its first day.
        end: Its last day.
        precision: How exactly both ends are told; `day` where the two differ.
        first: The stretch of the calendar that it starts with, for its label.
        last: The one that it ends with.
    """

    raw: str
    start: date
    end: date
    precision: Precision = Precision.DAY
    first: Unit | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    last: Unit | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise reversed_ends(self.raw, self.start, self.end)

    @classmethod
    def parse(
        cls, text: str | int, *, language: str = "sv", calendar: Calendar = _STANDARD, whole_years: bool = False
    ) -> "Period":
        """Return the period that `text` names.

        Two years that follow each other (“2019–2020”, “2019/20”) are a school or fiscal year if the calendar
        declares one; otherwise they are refused, because a figure for 2019–2020 may be for either. `whole_years`
        says that calendar years are meant, as in a programme's own period.

        >>> Period.parse("2019–2022", language="sv").days
        1461

        Raises:
            ValueProblem: The text is no period, has an open end, or can mean several.
        """
        if type(text) is not str and type(text) is not int:
            raise not_understood(text, language)
        return _parsed(text, language, calendar, whole_years)

    @classmethod
    def holding(
        cls, day: date, precision: Precision, *, calendar: Calendar = _STANDARD, language: str = "en"
    ) -> "Period":
        """Return the week, month, quarter, school year, fiscal year … that `day` lies in; it is written in `language`.

        >>> Period.holding(date(2021, 2, 1), Precision.FISCAL_YEAR, calendar=Calendar(fiscal_year=8)).raw
        '2020/21'
        """
        unit = holding(day, precision, calendar)
        if unit is None:
            raise ValueProblem(
                message("The calendar has no {precision} that holds {day}.", precision=precision, day=day.isoformat()),
                code="F007",
            )
        period = cls("", unit.start, unit.end, unit.precision, first=unit, last=unit)
        return attrs.evolve(period, raw=period.label(language))

    @property
    def days(self) -> int:
        """How many days it has, both ends included."""
        return (self.end - self.start).days + 1

    @property
    def order(self) -> tuple[date, date]:
        """A key that sorts periods by their dates, never by their labels."""
        return self.start, self.end

    def covers(self, when: "int | date | Period") -> bool:
        """Return whether the day lies in the period, or at least one day of the year or period does."""
        start, end = bounds_of(when)
        return self.start <= end and start <= self.end

    def label(self, language: str) -> str:
        """Return the period in the words of `language`: 2019–2022, hösten 2021, läsåret 2019/20, 2020/21.

        >>> Period.parse("2020-05", language="sv").label("fi")
        'toukokuu 2020'
        """
        from muniprog.timeframe.wording import span_text, two_years

        if self.precision is Precision.FISCAL_YEAR and (self.first is None or self.first == self.last):
            return two_years(self.start.year, self.end.year)
        first = self.first or day_unit(self.start)
        return span_text(first, self.last or day_unit(self.end), language)

    def __str__(self) -> str:
        return self.raw

    def __repr__(self) -> str:
        return f"<Period {self.raw}: {self.start}…{self.end}>"


def bounds_of(when: int | date | Period) -> tuple[date, date]:
    """Return the first and last day of a year, a day or a period."""
    if isinstance(when, int):
        return date(when, 1, 1), date(when, 12, 31)
    if isinstance(when, date):
        return when, when
    return when.start, when.end


def years_period(raw: str, first: int, last: int) -> Period:
    """Return the period of whole calendar years."""
    start, end = year_unit(first), year_unit(last)
    return Period(raw, start.start, end.end, Precision.YEAR, first=start, last=end)


@lru_cache(maxsize=16384, typed=True)
def _parsed(text: str | int, language: str, calendar: Calendar, whole_years: bool) -> Period:
    raw = as_text(text, language)
    plain = plain_years(raw)
    if plain is not None and (whole_years or plain[0] + 1 != plain[1]):
        return years_period(raw, *plain)
    from muniprog.timeframe.names import pair_unit
    from muniprog.timeframe.notations import Notations
    from muniprog.timeframe.parsing import read

    reading = read(raw, language, calendar)
    first, last = reading.start, reading.end
    if first is None or last is None or not reading.exact:
        why = message("A period has a beginning and an end, and says nothing else.")
        raise not_understood(raw, language, why)
    year = first.start.year
    two_years = first.precision is last.precision is Precision.YEAR and last.end.year == year + 1
    if two_years and not whole_years:
        first = last = pair_unit(year, Notations(raw, language, calendar)) or _undeclared(raw, year, language)
    same = first.precision is last.precision
    precision = first.precision if same else Precision.DAY
    return Period(raw, first.start, last.end, precision, first=first, last=last)


def _undeclared(raw: str, year: int, language: str) -> Unit:
    from muniprog.timeframe.wording import long_year_text

    school = long_year_text(Precision.SCHOOL_YEAR, year, year + 1, language)
    raise ambiguous(raw, [school, f"{year}-01–{year + 1}-12", f"{year}", f"{year + 1}"])
