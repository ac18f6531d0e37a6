"""Dates in ISO form, no more exact than they are known: 2020, 2020-10, 2020-10-01, 2020-Q3, 2020-H1, 2020-W36."""

import re
from datetime import date

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import Calendar, Precision
from muniprog.timeframe.days import parse_day
from muniprog.timeframe.refusals import CODE
from muniprog.timeframe.units import (
    FIRST_YEAR,
    LAST_YEAR,
    Unit,
    day_unit,
    half_year_unit,
    month_unit,
    quarter_unit,
    week_unit,
    year_unit,
)

_FORM = re.compile("([0-9]{4})(?:-(?:([0-9]{2})(?:-([0-9]{2}))?|Q([1-4])|H([12])|W([0-9]{2})))?")


def iso_unit(written: str | int | date, calendar: Calendar) -> Unit:
    """Return the stretch that an ISO date or a part of one names.

    >>> iso_unit("2020-02", Calendar()).end
    datetime.date(2020, 2, 29)
    """
    if isinstance(written, date):
        return day_unit(date(written.year, written.month, written.day))
    found = _FORM.fullmatch(str(written))
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise _not_partial(written)
    year, month, day, quarter, half, week = (int(part or 0) for part in found.groups())
    try:
        if found[3]:
            return day_unit(date(year, month, day))
        if found[2]:
            return month_unit(year, month)
        if found[6]:
            return week_unit(year, week)
    except ValueError:
        raise _not_partial(written) from None
    if quarter:
        return quarter_unit(year, quarter, calendar)
    return half_year_unit(year, half, calendar) if half else year_unit(year)


def iso_text(day: date, precision: Precision | None, unit: Unit | None) -> str:
    """Return the ISO form of a bound; the day itself where ISO has no form for its precision."""
    match precision:
        case Precision.YEAR:
            return f"{day:%Y}"
        case Precision.MONTH:
            return f"{day:%Y-%m}"
        case Precision.WEEK:
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02}"
        case Precision.QUARTER | Precision.HALF_YEAR if unit is not None:
            code, months = ("Q", 3) if precision is Precision.QUARTER else ("H", 6)
            months_before = unit.start.year * 12 + unit.start.month - 1 - months * (unit.number - 1)
            return f"{months_before // 12}-{code}{unit.number}"
    return day.isoformat()


def _not_partial(written: object) -> ValueProblem:
    try:
        day = parse_day(str(written))
    except ValueProblem:
        sentence = message(
            "“{found}” is not a date, or a part of one, that the calendar has. Write for example {choices}.",
            found=str(written),
            choices=("2020", "2020-10", "2020-10-01", "2020-Q3", "2020-H1", "2020-W36"),
        )
    else:
        sentence = message("Write the day “{found}” as {written}.", found=str(written), written=day.isoformat())
    return ValueProblem(sentence, code=CODE)
