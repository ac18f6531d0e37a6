"""Days out of cells: dates, days as text, and the numbers that a spreadsheet program counts days by."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import attrs

from muniprog.errors import ValueProblem
from muniprog.followup.reading.texts import visible
from muniprog.forms import CellContent
from muniprog.messages import Spoken, message
from muniprog.timeframe import parse_day

NOT_A_DAY = "Q205"

_COUNTED_FROM = date(1899, 12, 30)
_SANE = range(20_000, 80_000)  # from 1954 to 2119
_SERIAL = re.compile(r"[0-9]{5}(?:[.,][0-9]+)?")
_WITH_TIME = re.compile(r"(?P<day>\S+)[T ]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9.]+)?")


@attrs.frozen
class Day:
    """A day that was read.

    Attributes:
        day: The day.
        remark: What should be known about how it was read.
    """

    day: date
    remark: Spoken | None = None


def read_day(content: CellContent) -> Day:
    """Return the day that stands in a cell. The time of day is left out; no day is shifted.

    >>> read_day("1.1.2020").day == read_day(datetime(2020, 1, 1, 23, 30)).day == read_day(Decimal(43831)).day
    True

    Raises:
        ValueProblem: It is no day.
    """
    match content:
        case datetime():
            return Day(content.date())
        case date():
            return Day(content)
        case Decimal():
            return _counted(content)
        case str():
            return _written(visible(content))
        case _:
            raise _not_a_day(str(content))


def _written(text: str) -> Day:
    if _SERIAL.fullmatch(text):
        return _counted(Decimal(text.replace(",", ".")))
    timed = _WITH_TIME.fullmatch(text)
    try:
        return Day(parse_day(timed["day"] if timed else text))
    except ValueProblem as problem:
        raise ValueProblem(problem.message, code=NOT_A_DAY) from None


def _counted(number: Decimal) -> Day:
    if not number.is_finite() or int(number) not in _SANE:
        raise _not_a_day(f"{number:f}")
    day = _COUNTED_FROM + timedelta(days=int(number))
    remark = message(
        "The number {number} was read as {day}, as spreadsheet programs count days. Look whether that is right.",
        number=f"{number:f}",
        day=day,
    )
    return Day(day, remark)


def _not_a_day(found: str) -> ValueProblem:
    return ValueProblem(
        message(
            "“{found}” is not a day. Write the year, month and day (“2020-05-31”) or day.month.year (“31.5.2020”).",
            found=found,
        ),
        code=NOT_A_DAY,
    )
