"""Numbers of days as Excel counts them."""

from datetime import date, datetime, timedelta

_FIRST_1900, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # a cell knows no time zone
_UNREAL_DAY = 60  # 29 February 1900, which Excel believes in
_LAST = 2_958_466  # the day after 31 December 9999


def day_of(serial: float, *, from_1904: bool) -> date | datetime | None:
    """Return the day, with a time where it has one; None for a number that is no day.

    >>> day_of(43831, from_1904=False)
    datetime.date(2020, 1, 1)
    """
    if not 0 <= serial < (_LAST - 1462 if from_1904 else _LAST):
        return None
    first = _FIRST_1904 if from_1904 else _FIRST_1900
    if not from_1904 and serial < _UNREAL_DAY:
        serial += 1
    whole = int(serial)
    seconds = round((serial - whole) * 86_400)
    moment = first + timedelta(days=whole, seconds=seconds)
    return moment if seconds % 86_400 else moment.date()


def day_from_text(text: str) -> date | datetime | None:
    """Return the day that a cell holds as text in ISO form; a time zone is left out, since a cell shows local time."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    moment = moment.replace(tzinfo=None)
    return moment if moment.time() != datetime.min.time() else moment.date()
