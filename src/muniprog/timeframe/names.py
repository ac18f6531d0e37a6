"""A stretch of the calendar as a text names it, its year perhaps told elsewhere, and the stretch that is meant.

“maj – aug 2021” names two months and one year. `Named` is one of the two; `resolve` turns it into a `Unit`.
"""

import attrs

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import DECEMBER, Calendar, Precision
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.refusals import ambiguous, not_understood
from muniprog.timeframe.units import (
    Unit,
    council_term_unit,
    fiscal_year_unit,
    half_year_unit,
    month_unit,
    quarter_unit,
    school_year_unit,
    season_unit,
    term_unit,
    year_unit,
)
from muniprog.timeframe.wording import long_year_text, two_years


@attrs.frozen(kw_only=True)
class Named:
    """What one name in a text says.

    Attributes:
        precision: What kind of stretch; None for a number that only its neighbour explains (“1–6/2021”).
        text: The word as written, for the choices of a refusal.
        number: Which month, quarter, season, week …; the number itself where there is no precision.
        day: The day of the month.
        slashed: Both numbers of “1/9” or “4/21”.
        year: The year, or the first of two.
        last_year: The second of two years: 2020/21, or the end of a council's term.
        year_first: The year stands before the name, as in “2025 Q1”.
        borrowed: The year was told with another name.
        unit: The stretch itself, where the notation was complete.
    """

    precision: Precision | None
    text: str = ""
    number: int = 0
    day: int = 0
    slashed: tuple[int, int] | None = None
    year: int | None = None
    last_year: int | None = None
    year_first: bool = False
    borrowed: bool = False
    unit: Unit | None = None

    @property
    def dated(self) -> bool:
        """Whether it is known which year is meant."""
        return self.unit is not None or self.year is not None


def wraps(named: Named, calendar: Calendar) -> bool:
    """Return whether this is a season that runs over the turn of the year, as winter does."""
    if named.precision is not Precision.SEASON:
        return False
    first, last = calendar.season(named.number)
    return first > last


def resolve(named: Named, notations: Notations) -> Unit | None:
    """Return the stretch that is meant, or None where the year is not told."""
    if named.unit is not None:
        return named.unit
    if named.slashed is not None:
        return _slashed(named, named.slashed, notations)
    if named.year is None:
        return None
    if named.last_year is not None:
        return _of_two_years(named, named.year, named.last_year, notations)
    return _of_one_year(named, named.year, notations)


def _of_one_year(named: Named, year: int, notations: Notations) -> Unit:
    calendar = notations.calendar
    match named.precision:
        case Precision.DAY:
            return notations.day(year, named.number, named.day, named.text)
        case Precision.WEEK:
            return notations.week(year, named.number, f"{named.text} {named.number} {year}")
        case Precision.MONTH if named.number in range(1, DECEMBER + 1):
            return month_unit(year, named.number)
        case Precision.QUARTER:
            return quarter_unit(year, named.number, calendar)
        case Precision.HALF_YEAR:
            return half_year_unit(year, named.number, calendar)
        case Precision.TERM:
            return term_unit(year, named.number, calendar)
        case Precision.YEAR:
            return year_unit(year)
        case Precision.SEASON if named.borrowed or not wraps(named, calendar):
            return season_unit(year, named.number, calendar)
        case Precision.FISCAL_YEAR if calendar.fiscal_year == 1:
            return year_unit(year)
        case Precision.SEASON | Precision.FISCAL_YEAR | Precision.SCHOOL_YEAR:
            raise ambiguous(notations.raw, [_two_years(named, year - 1), _two_years(named, year)])
        case Precision.COUNCIL_TERM:
            why = message("A council's term has two years, its first and its last.")
            raise not_understood(notations.raw, notations.language, why)
    raise not_understood(notations.raw, notations.language)


def _of_two_years(named: Named, first: int, last: int, notations: Notations) -> Unit:
    calendar = notations.calendar
    follow = last == first + 1
    match named.precision:
        case Precision.COUNCIL_TERM:
            # A valtuustokausi is a Finnish council's, whatever the language of the text around it.
            language = "fi" if named.text.startswith("valtuusto") else notations.language
            return council_term_unit(first, last, calendar, language)
        case Precision.SEASON if follow and wraps(named, calendar):
            return season_unit(first, named.number, calendar)
        case Precision.TERM if follow:
            return term_unit(last if named.number == 1 else first, named.number, calendar)
        case Precision.SCHOOL_YEAR if follow:
            return school_year_unit(first, calendar)
        case Precision.YEAR if follow:
            return pair_unit(first, notations) or Unit(Precision.YEAR, year_unit(first).start, year_unit(last).end)
        case Precision.FISCAL_YEAR | Precision.QUARTER | Precision.HALF_YEAR if follow and calendar.fiscal_year != 1:
            if named.precision is Precision.FISCAL_YEAR:
                return fiscal_year_unit(first, calendar)
            return _of_one_year(named, first, notations)
    why = message("These two years do not fit the programme's calendar.")
    raise not_understood(notations.raw, notations.language, why)


def pair_unit(first: int, notations: Notations) -> Unit | None:
    """Return the school or fiscal year that the calendar makes of 2020/21; None where it declares neither."""
    calendar = notations.calendar
    school, fiscal = school_year_unit(first, calendar), fiscal_year_unit(first, calendar)
    if calendar.school_year is None:
        return fiscal if calendar.fiscal_year != 1 else None
    if calendar.fiscal_year == 1:
        return school
    both = (Precision.SCHOOL_YEAR, Precision.FISCAL_YEAR)
    raise ambiguous(notations.raw, [long_year_text(kind, first, first + 1, notations.language) for kind in both])


def _slashed(named: Named, numbers: tuple[int, int], notations: Notations) -> Unit | None:
    """Return the day of “15/9” with a year, or the month of “4/21”, which has no 21st month and so is April 2021."""
    first, second = numbers
    if named.year is not None and named.last_year is None:
        return notations.swedish_day(first, second, named.year, named.text)
    if named.last_year is not None:
        raise not_understood(notations.raw, notations.language)
    if second <= DECEMBER < first:
        return None
    read_as_day = notations.reads_month_first
    if first <= DECEMBER and (second <= DECEMBER or read_as_day):
        day = f"{second}.{first}." if read_as_day else f"{first}.{second}."
        raise ambiguous(notations.raw, [f"{first}/20{second:02}", day])
    if first > DECEMBER:
        raise not_understood(notations.raw, notations.language)
    return month_unit(2000 + second, first)


def _two_years(named: Named, first: int) -> str:
    return f"{named.text} {two_years(first, first + 1)}"


def no_year(notations: Notations) -> ValueProblem:
    """Return the refusal of a text in which one end has a year and the other has none."""
    return not_understood(notations.raw, notations.language, message("One of its two ends has no year."))
