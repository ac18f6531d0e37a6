"""Field cases about calendar files: the last day, folding, and signs that mean something."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from muniprog.calendar_file import CalendarDays, calendar_bytes
from muniprog.document import clean


def written(title: str = "T", description: str = "", first: str = "2020-06-01", last: str | None = None) -> bytes:
    days = CalendarDays(
        uid="t@muniprog",
        title=title,
        description=description,
        language="sv",
        first=date.fromisoformat(first),
        last=None if last is None else date.fromisoformat(last),
    )
    return calendar_bytes([days], on=date(2020, 1, 2))


def entry(data: bytes) -> Event:
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def assert_folded(data: bytes) -> None:
    """Every line is short, ends with CRLF and holds whole letters."""
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


@pytest.mark.parametrize(
    ("first", "last", "end"),
    [
        ("2020-06-01", "2020-06-30", b"20200701"),
        ("2020-06-01", "2020-06-01", b"20200602"),
        ("2020-02-01", "2020-02-29", b"20200301"),
        ("2020-12-31", "2020-12-31", b"20210101"),
        ("2020-06-01", None, None),
        ("9999-12-31", "9999-12-31", None),
    ],
)
def test_e06_the_end_is_the_day_after_the_last_one(first: str, last: str | None, end: bytes | None) -> None:
    data = written(first=first, last=last)
    event = entry(data)
    assert event["dtstart"].to_ical() == first.replace("-", "").encode()
    assert (event["dtend"].to_ical() if "dtend" in event else None) == end
    assert f"DTSTART;VALUE=DATE:{first.replace('-', '')}\r\n".encode() in data
    assert b"TZID" not in data


@pytest.mark.parametrize(
    "title",
    ["å" * 80, "x" * (74 - len("SUMMARY;LANGUAGE=sv:")) + "🎈 kalas", "A\u030abo " * 30, "👩‍👩‍👧" * 20, "öäå" * 400],
    ids=["å", "emoji at the fold", "decomposed", "joined emoji", "long"],
)
def test_e07_lines_are_folded_between_letters(title: str) -> None:
    data = written(title=title, description=title)
    assert_folded(data)
    assert entry(data)["summary"] == title.strip()
    assert entry(data)["description"] == title


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=300))
def test_e07_whatever_is_written_is_folded_and_comes_back(text: str) -> None:
    data = written(title=text, description=text)
    assert_folded(data)
    seen = clean(text).replace("\ufeff", "")
    assert entry(data)["summary"] == " ".join(seen.split())
    assert entry(data).get("description", "") == seen


@pytest.mark.parametrize("text", ["\ufeff", "\ufeffSpråk", "Språk\ufeff", "\ufeff\ufeffSpråk \ufeff och kultur"])
def test_e07_a_byte_order_mark_is_no_part_of_a_text(text: str) -> None:
    data = written(title=text, description=text)
    assert "\ufeff" not in data.decode()
    assert entry(data)["summary"] == " ".join(text.replace("\ufeff", "").split())


def test_e08_commas_semicolons_backslashes_and_line_breaks_come_back_as_they_were() -> None:
    data = written(title="Språk, kultur; mål", description="rad 1\nrad 2 \\ slut, \\n är ingen ny rad; \\, inte heller")
    assert b"SUMMARY;LANGUAGE=sv:Spr\xc3\xa5k\\, kultur\\; m\xc3\xa5l\r\n" in data
    assert entry(data)["summary"] == "Språk, kultur; mål"
    assert entry(data)["description"] == "rad 1\nrad 2 \\ slut, \\n är ingen ny rad; \\, inte heller"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028"])
def test_e08_a_title_has_no_line_break(end: str) -> None:
    data = written(title=f"Språk{end}kultur", description=f"rad 1{end}rad 2")
    assert entry(data)["summary"] == "Språk kultur"
    assert entry(data)["description"] == "rad 1\nrad 2"


def test_e08_no_text_begins_a_line_of_its_own() -> None:
    planted = "T\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT"
    assert set(entry(written(title=planted, description=planted))) == {
        "SUMMARY",
        "DESCRIPTION",
        "DTSTART",
        "DTSTAMP",
        "UID",
        "TRANSP",
    }
