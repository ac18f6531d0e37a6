"""Days of a calendar as an iCalendar file (`.ics`), which every calendar program can take in."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import attrs

from muniprog.document import clean
from muniprog.errors import MuniprogError
from muniprog.messages import message
from muniprog.raw_text import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from icalendar import Event

MEDIA_TYPE = "text/calendar"
SUFFIX = ".ics"


@attrs.frozen(kw_only=True)
class CalendarDays:
    """Something that takes one or several whole days.

    Attributes:
        uid: What it is known by in every calendar: the same one moves an entry that is there already.
        title: What the calendar shows.
        description: More about it.
        language: The language of both.
        first: Its first day.
        last: Its last day; None for a point in time that has no length, such as a milestone.
    """

    uid: str
    title: str
    description: str = ""
    language: str
    first: date
    last: date | None = None


def can_be_written() -> bool:
    """Return whether the library that writes calendar files is installed."""
    from importlib.util import find_spec

    return find_spec("icalendar") is not None


def calendar_bytes(entries: Iterable[CalendarDays], *, on: date) -> bytes:
    """Return a calendar file with these entries.

    Args:
        entries: What is put into the calendar, in this order.
        on: The day on which the file is made; it is told in the file, which is otherwise the same at all times.

    Raises:
        MuniprogError: The library that writes calendar files is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        command = 'pip install "muniprog[calendar]"'
        raise MuniprogError(
            message("To write a calendar file, one more package is needed: {command}", command=command)
        ) from None
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//muniprog//muniprog//EN")
    made = datetime.combine(on, time(), tzinfo=UTC)
    for entry in entries:
        calendar.add_component(_event(entry, made))
    return bytes(calendar.to_ical())  # other versions of the library leave it open what this is


def _event(entry: CalendarDays, made: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made)
    event.add("dtstart", entry.first)
    if entry.last is not None and entry.last < date.max:
        event.add("dtend", entry.last + timedelta(days=1))  # iCalendar names the first day after it
    spoken = {"language": entry.language}
    event.add("summary", " ".join(_printed(entry.title).split()), parameters=spoken)
    if entry.description:
        event.add("description", _printed(entry.description), parameters=spoken)
    event.add("transp", "TRANSPARENT")  # a deadline does not keep anybody busy all day
    return event


def _printed(text: str) -> str:
    """Return a text without what is no part of it: a byte order mark that came along when it was copied, for one.

    Such a mark is not seen, and whoever reads the file may or may not drop it.
    """
    return clean(text).replace(BYTE_ORDER_MARK, "")
