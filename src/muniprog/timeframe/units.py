"""The stretches of the calendar that have a name: a day, a quarter, an autumn, a school year.

pendulum does the arithmetic (ends of months, months added); a year's first and last day need none, and most
timeframes are years, so pendulum is loaded when something else is met for the first time. What leaves this module is a
`datetime.date`, never an instant.
"""

from datetime import date, timedelta

import attrs

from muniprog.timeframe.calendar import DECEMBER, Calendar, Precision

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""The years that a programme can speak of; anything else is a typing mistake or another kind of number."""

SUNDAY = 7


@attrs.frozen
class Unit:
    """One stretch of the calendar, both ends included.

    Attributes:
        precision: What kind of stretch it is.
        start: Its first day.
        end: Its last day.
        number: Which quarter, half year, season or term of its year; 0 for what needs no number.
    """

    precision: Precision
    start: date
    end: date
    number: int = 0


def day_unit(day: date) -> Unit:
    """Return the day as a stretch of one day."""
    return Unit(Precision.DAY, day, day)


def year_unit(year: int) -> Unit:
    """Return the calendar year."""
    return Unit(Precision.YEAR, date(year, 1, 1), date(year, 12, 31))


def month_unit(year: int, month: int) -> Unit:
    """Return the month, up to its last day."""
    return _from_month(Precision.MONTH, year, month, 1)


def quarter_unit(year: int, number: int, calendar: Calendar) -> Unit:
    """Return quarter `number` (1–4) of the fiscal year that starts in `year`."""
    return _from_month(Precision.QUARTER, *_month_after(year, calendar.fiscal_year, 3 * (number - 1)), 3, number)


def half_year_unit(year: int, number: int, calendar: Calendar) -> Unit:
    """Return half `number` (1 or 2) of the fiscal year that starts in `year`."""
    return _from_month(Precision.HALF_YEAR, *_month_after(year, calendar.fiscal_year, 6 * (number - 1)), 6, number)


def week_unit(year: int, week: int) -> Unit:
    """Return the ISO week, Monday to Sunday; ValueError where the year has no such week."""
    return Unit(Precision.WEEK, date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, SUNDAY))


def season_unit(year: int, number: int, calendar: Calendar) -> Unit:
    """Return season `number` (1 spring … 4 winter) that starts in `year`."""
    first, last = calendar.season(number)
    return _from_month(Precision.SEASON, year, first, (last - first) % DECEMBER + 1, number)


def term_unit(year: int, number: int, calendar: Calendar) -> Unit:
    """Return the spring term (1: January to the end of the school year) or the autumn term (2) of `year`."""
    if number == 1:
        return _from_month(Precision.TERM, year, 1, _last_school_month(calendar), number)
    first = calendar.school_starts
    return _from_month(Precision.TERM, year, first, DECEMBER - first + 1, number)


def school_year_unit(year: int, calendar: Calendar) -> Unit:
    """Return the school year that starts in `year`: ten full months and the one it ends in, August to June."""
    return _from_month(Precision.SCHOOL_YEAR, year, calendar.school_starts, 11)


def fiscal_year_unit(year: int, calendar: Calendar) -> Unit:
    """Return the fiscal year that starts in `year`; one that starts in January is the calendar year."""
    if calendar.fiscal_year == 1:
        return year_unit(year)
    return _from_month(Precision.FISCAL_YEAR, year, calendar.fiscal_year, DECEMBER)


def council_term_unit(first_year: int, last_year: int, calendar: Calendar, language: str) -> Unit:
    """Return the council's term from `first_year` to `last_year`."""
    first, last = calendar.council_months(first_year, last_year, language)
    end = month_unit(last_year, last).end
    return Unit(Precision.COUNCIL_TERM, date(first_year, first, 1), end)


def holding(day: date, precision: Precision, calendar: Calendar) -> Unit | None:
    """Return the stretch of this precision that `day` lies in; None where only the text can tell, or no such one is."""
    fiscal = day.year if day.month >= calendar.fiscal_year else day.year - 1
    into = (day.month - calendar.fiscal_year) % DECEMBER
    match precision:
        case Precision.DAY:
            return day_unit(day)
        case Precision.WEEK:
            year, week, _ = day.isocalendar()
            return week_unit(year, week)
        case Precision.MONTH:
            return month_unit(day.year, day.month)
        case Precision.QUARTER:
            return quarter_unit(fiscal, into // 3 + 1, calendar)
        case Precision.HALF_YEAR:
            return half_year_unit(fiscal, into // 6 + 1, calendar)
        case Precision.YEAR:
            return year_unit(day.year)
        case Precision.FISCAL_YEAR:
            return fiscal_year_unit(fiscal, calendar)
        case Precision.COUNCIL_TERM:
            return None
    return _among(day, precision, calendar)


def _among(day: date, precision: Precision, calendar: Calendar) -> Unit | None:
    """Return the season, term or school year that holds `day`; a programme's settings may leave gaps between them."""
    for year in (day.year, day.year - 1):
        candidates = {
            Precision.SEASON: lambda year: [season_unit(year, number, calendar) for number in (1, 2, 3, 4)],
            Precision.TERM: lambda year: [term_unit(year, number, calendar) for number in (1, 2)],
            Precision.SCHOOL_YEAR: lambda year: [school_year_unit(year, calendar)],
        }[precision](year)
        for unit in candidates:
            if unit.start <= day <= unit.end:
                return unit
    return None


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """Return the day after."""
    return day + timedelta(days=1)


def _last_school_month(calendar: Calendar) -> int:
    return (calendar.school_starts + 9) % DECEMBER + 1


def _month_after(year: int, month: int, months: int) -> tuple[int, int]:
    moved = month - 1 + months
    return year + moved // DECEMBER, moved % DECEMBER + 1


def _from_month(precision: Precision, year: int, month: int, months: int, number: int = 0) -> Unit:
    import pendulum

    end = pendulum.date(year, month, 1).add(months=months - 1).end_of("month")
    return Unit(precision, date(year, month, 1), date(end.year, end.month, end.day), number)
