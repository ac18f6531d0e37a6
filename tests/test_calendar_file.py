"""Calendar files: what is in them. The field cases E06–E08 stand in tests/cases/test_calendar.py."""

import sys
from datetime import date

import attrs
import pytest
from icalendar import Calendar

from muniprog.calendar_file import CalendarDays, calendar_bytes, can_be_written
from muniprog.errors import MuniprogError

MADE = date(2021, 1, 11)
DEADLINE = CalendarDays(
    uid="kultur.2020@muniprog",
    title="Svar till uppföljningen 2020",
    language="sv",
    first=date(2021, 1, 31),
    last=date(2021, 1, 31),
)


def test_the_file_says_who_made_it_and_when() -> None:
    calendar = Calendar.from_ical(calendar_bytes([DEADLINE], on=MADE))
    (entry,) = calendar.walk("VEVENT")
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//muniprog//muniprog//EN")
    assert entry["dtstamp"].to_ical() == b"20210111T000000Z"
    assert entry["uid"] == DEADLINE.uid


def test_title_and_description_name_their_language() -> None:
    data = calendar_bytes([attrs.evolve(DEADLINE, description="Lomake on viestin liitteenä.", language="fi")], on=MADE)
    (entry,) = Calendar.from_ical(data).walk("VEVENT")
    assert entry["summary"].params["language"] == "fi"
    assert entry["description"].params["language"] == "fi"


def test_a_deadline_keeps_nobody_busy_and_an_empty_description_is_none() -> None:
    (entry,) = Calendar.from_ical(calendar_bytes([DEADLINE], on=MADE)).walk("VEVENT")
    assert entry["transp"] == "TRANSPARENT"
    assert "description" not in entry


def test_entries_keep_their_order_and_the_bytes_are_the_same_every_time() -> None:
    entries = [attrs.evolve(DEADLINE, uid=f"{number}@muniprog") for number in (2, 10, 1)]
    data = calendar_bytes(entries, on=MADE)
    assert [str(entry["uid"]) for entry in Calendar.from_ical(data).walk("VEVENT")] == [each.uid for each in entries]
    assert data == calendar_bytes(entries, on=MADE)


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_be_written()
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert not can_be_written()
    with pytest.raises(MuniprogError, match=r"muniprog\[calendar\]"):
        calendar_bytes([DEADLINE], on=MADE)
