"""Lines of text never grow wider than the room that they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.figures.letters import width, wrap

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def test_a_letter_with_a_ring_is_as_wide_as_without() -> None:
    assert width("å", 13) == width("a", 13)
    assert width("A\u030a", 13) == width("A", 13)


def test_bold_letters_and_large_ones_are_wider() -> None:
    assert width("mål", 13) < width("mål", 13, bold=True) < width("mål", 20)


def test_letters_that_nobody_has_measured_are_reckoned_as_wide() -> None:
    assert width("漢", 13) > width("M", 13)
    assert width("đ", 13) > width("d", 13)


def test_a_long_word_is_broken_with_a_hyphen_and_never_near_its_end() -> None:
    assert wrap("utbildningsmöjligheter", 80, 13, most=9)[0].endswith("-")
    assert len(wrap("utbildningsmöjligheter", 165, 13, most=9)[-1]) >= 3


def test_a_word_is_rather_broken_after_its_own_hyphen_or_slash() -> None:
    assert wrap("språk-och-studiefärdigheter", 120, 13, most=9)[:2] == ("språk-och-", "studiefärdigheter")
    assert wrap("åtgärder/mätare/mål", 130, 13, most=9)[0] == "åtgärder/mätare/"


def test_a_long_word_is_broken_where_a_reader_stumbles_least() -> None:
    assert wrap("integrationsprogrammet", 158, 13, most=2, bold=True) == ("integrationspro-", "grammet")
    assert wrap("kotouttamisohjelman,", 120, 13, most=2) == ("kotouttamisohjel-", "man,")


def test_numbers_get_no_hyphen() -> None:
    assert wrap("1234567890123456", 60, 13, most=9) == ("1234567", "8901234", "56")


def test_what_has_no_room_is_shown_by_an_ellipsis() -> None:
    assert wrap("Ett två tre fyra fem sex", 60, 13, most=2) == ("Ett två", "tre fyr…")


@pytest.mark.parametrize("nothing", ["", " ", "\n\t"])
def test_nothing_is_no_line(nothing: str) -> None:
    assert wrap(nothing, 100, 13, most=3) == ()


@given(TEXTS, st.integers(40, 300), st.integers(1, 4), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, room: int, most: int, bold: bool) -> None:
    lines = wrap(text, room, 13, most=most, bold=bold)
    assert len(lines) <= most
    assert all(width(line, 13, bold=bold) <= room for line in lines)


@given(TEXTS, st.integers(40, 300))
def test_nothing_is_lost_where_there_are_lines_enough(text: str, room: int) -> None:
    lines = wrap(text, room, 13, most=999)
    told = "".join(lines).replace("-", "").replace(" ", "")
    assert told == "".join(text.split()).replace("-", "")
