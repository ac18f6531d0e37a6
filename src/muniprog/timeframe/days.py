"""Single days, read strictly: a day is never completed from a year, from a clock or from today's date."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from muniprog.errors import ValueProblem
from muniprog.messages import message
from muniprog.timeframe.calendar import DECEMBER, DateOrder
from muniprog.timeframe.refusals import CODE, not_a_day

_ISO_WIDTHS = [4, 2, 2]
_YEAR_WIDTH, _LONGEST = 4, 2


@lru_cache(maxsize=8192)
def parse_day(text: str) -> date:
    """Return the day of `2020-05-31` or `31.5.2020`; anything else is a ValueProblem.

    >>> parse_day("2020-05-31"), parse_day("12.05.2020")
    (datetime.date(2020, 5, 31), datetime.date(2020, 5, 12))
    """
    iso, dotted = text.split("-"), text.split(".")
    if _are_figures(iso) and [len(part) for part in iso] == _ISO_WIDTHS:
        year, month, day = iso
    elif _are_figures(dotted) and len(dotted[2]) == _YEAR_WIDTH and max(map(len, dotted[:2])) <= _LONGEST:
        day, month, year = dotted
    else:
        raise not_a_day(text)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise not_a_day(text) from None


def as_day(day: date | str) -> date:
    """Return a day that code may give as a date or as text; the time of day of a `datetime` is left out.

    >>> as_day("2021-12-31"), as_day(date(2021, 12, 31))
    (datetime.date(2021, 12, 31), datetime.date(2021, 12, 31))
    """
    return parse_day(day) if isinstance(day, str) else date(day.year, day.month, day.day)


def _are_figures(parts: list[str]) -> bool:
    return len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts)


def slash_order(texts: Iterable[str]) -> DateOrder | None:
    """Return the order in which a whole column writes dates with slashes, or None where nothing tells.

    Raises:
        ValueProblem: Some of the dates can only have the day first and others only the month.

    >>> slash_order(["05/04/2020", "26/07/2019"])
    <DateOrder.DAY_FIRST: 'dmy'>
    """
    witnesses: dict[DateOrder, str] = {}
    for text in texts:
        parts = text.strip().split("/")
        if not _are_figures(parts) or max(map(len, parts[:2])) > _LONGEST:
            continue
        first, second = int(parts[0]), int(parts[1])
        if second <= DECEMBER < first:
            witnesses.setdefault(DateOrder.DAY_FIRST, text)
        elif first <= DECEMBER < second:
            witnesses.setdefault(DateOrder.MONTH_FIRST, text)
    if len(witnesses) > 1:
        raise ValueProblem(
            message(
                "One column has one order of day and month, but “{day_first}” starts with the day and “{month_first}” "
                "with the month. Write all of them as 2020-05-31.",
                day_first=witnesses[DateOrder.DAY_FIRST],
                month_first=witnesses[DateOrder.MONTH_FIRST],
            ),
            code=CODE,
        )
    return next(iter(witnesses), None)
