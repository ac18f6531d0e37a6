"""Two or more names become one span: what one of them leaves out, the other tells.

“maj – aug 2021” has one year for two months, “25.5.–26.6.2023” for two days, “2018–19” one century for two years,
“1.–6.5.2021” one month. A season at the turn of the year that borrows its year keeps to it: winter and spring of 2026
start in January, since the text says 2026.
"""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from muniprog.messages import message
from muniprog.timeframe.calendar import DECEMBER, Precision
from muniprog.timeframe.names import Named, no_year, resolve, wraps
from muniprog.timeframe.notations import Notations
from muniprog.timeframe.refusals import not_understood, reversed_ends
from muniprog.timeframe.units import Unit, month_unit

_SCHOOL = (Precision.TERM, Precision.SCHOOL_YEAR)
_SUMMER = 62  # days: July, and August or June where terms are set so
_LONG_YEARS = (Precision.SCHOOL_YEAR, Precision.FISCAL_YEAR)


def joined(names: Sequence[Named], notations: Notations, *, contiguous: bool = False) -> tuple[Unit, Unit] | None:
    """Return the first and the last stretch of the names, or None where none of them has a year.

    Args:
        names: Two or more names in the order of the text.
        notations: The text's language and calendar.
        contiguous: The names are a list, which is one span only if nothing lies between its members.
    """
    known = _completed(list(names), notations)
    if any(named.precision is None for named in known):
        raise not_understood(notations.raw, notations.language, message("It has a number that nothing explains."))
    units = [resolve(named, notations) for named in known]
    if all(unit is None for unit in units):
        return None
    whole = [unit for unit in units if unit is not None]
    if len(whole) < len(units):
        raise no_year(notations)
    first, last = _within_year(known[0], whole[0], start=True), _within_year(known[-1], whole[-1], start=False)
    if last.end < first.start:
        raise reversed_ends(notations.raw, first.start, last.end)
    if contiguous and not all(_follow(one, after) for one, after in pairwise(whole)):
        why = message("These are several times with a gap between them; one timeframe is one span.")
        raise not_understood(notations.raw, notations.language, why)
    return first, last


def _follow(one: Unit, after: Unit) -> bool:
    """Return whether nothing lies between the two, except the summer between two terms or school years."""
    between = (after.start - one.end).days - 1
    school = one.precision in _SCHOOL and after.precision in _SCHOOL
    return between == 0 or (school and 0 < between <= _SUMMER)


def _completed(names: list[Named], notations: Notations) -> list[Named]:
    """Return the names, each with what it borrows from its neighbour."""
    first, last = names[0], names[-1]
    if last.precision is None and first.precision is Precision.YEAR and first.year is not None:
        names[-1] = attrs.evolve(last, precision=Precision.YEAR, year=notations.second_year(first.year, last.number))
    elif first.precision is None:
        names[0] = _number_explained(first, last)
    elif last.last_year is not None and first.precision is Precision.SEASON and not first.dated:
        names[0], names[-1] = _seasons_of_two_years(first, last, last.last_year, notations)
    elif last.last_year is not None and last.precision is Precision.YEAR and first.precision in _LONG_YEARS:
        names[-1] = attrs.evolve(last, precision=first.precision, text=first.text)
    lender = names[-1]
    if first.year_first and not lender.dated:
        return [first, *(_lent(named, first.year) for named in names[1:])]
    year = lender.unit.end.year if lender.unit is not None else lender.year
    if lender.precision is Precision.YEAR and not first.dated:
        raise no_year(notations)  # “maj – 2021” may be a month with a dash too many
    days = lender.precision is Precision.DAY  # “4/21” beside a month is a month itself and needs no year
    return [named if named.dated or (named.slashed and not days) else _lent(named, year) for named in names]


def _lent(named: Named, year: int | None) -> Named:
    return attrs.evolve(named, year=year, borrowed=True)


def _number_explained(number: Named, neighbour: Named) -> Named:
    """Return the 1 of “1.–6.5.2021” as a day of that month and the 1 of “1–6/2021” as a month of that year."""
    if neighbour.precision is Precision.DAY and neighbour.slashed is None:
        day, month = number.number, neighbour.number
        if neighbour.unit is not None:
            month, year = neighbour.unit.start.month, neighbour.unit.start.year
            return attrs.evolve(number, precision=Precision.DAY, day=day, number=month, year=year)
        return attrs.evolve(number, precision=Precision.DAY, day=day, number=month, year=neighbour.year)
    if neighbour.precision is Precision.MONTH and neighbour.text[:1].isdigit():
        return attrs.evolve(number, precision=Precision.MONTH)
    return number


def _seasons_of_two_years(first: Named, last: Named, last_year: int, notations: Notations) -> tuple[Named, Named]:
    """Return the seasons of “höst/vinter 2025/2026”: each in its year, a winter over the turn of the two."""
    if wraps(first, notations.calendar):
        return attrs.evolve(first, year=last.year, last_year=last_year), attrs.evolve(
            last, year=last_year, last_year=None
        )
    if wraps(last, notations.calendar):
        return attrs.evolve(first, year=last.year), last
    return attrs.evolve(first, year=last.year), attrs.evolve(last, year=last_year, last_year=None)


def _within_year(named: Named, unit: Unit, *, start: bool) -> Unit:
    """Return the stretch, or the month in which the named year starts or ends where the stretch leaves that year."""
    year = named.year
    if unit.precision is not Precision.SEASON or named.last_year is not None or year is None:
        return unit
    if unit.start.year == unit.end.year:
        return unit
    return month_unit(year, 1 if start else DECEMBER)
