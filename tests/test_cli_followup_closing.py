"""`muniprog followup close` and `reopen`: what they say, what they write, and with which exit code."""

from pathlib import Path

import pytest

import muniprog as mp
from tests.command_line import muniprog, said
from tests.rounds import followed_up, round_2020, with_round_2020


@pytest.fixture
def place(tmp_path: Path) -> Path:
    mp.save(followed_up(), tmp_path / "exempel")
    return tmp_path / "exempel"


def test_a_round_is_closed_and_kept(place: Path) -> None:
    assert said(muniprog("followup", "close", place, "2020", "--on", "2021-03-01")) == (
        "The round 2020 is closed as of 1 March 2021, and does not change any more.\n"
    )
    assert round_2020(mp.load(place)).is_closed
    assert said(muniprog("check", place, "--fail-on", "error")).count(" U1") == 0


def test_what_is_open_stops_the_closing(tmp_path: Path) -> None:
    mp.save(with_round_2020(updates=[]), tmp_path / "exempel")
    stopped = said(muniprog("followup", "close", tmp_path / "exempel", "2020", "--on", "2021-03-01"), 2)
    assert "--anyway" in stopped
    assert "soc: warning U011: Social has not answered for: Broschyr." in stopped
    assert not round_2020(mp.load(tmp_path / "exempel")).is_closed
    result = muniprog("followup", "close", tmp_path / "exempel", "2020", "--on", "2021-03-01", "--anyway")
    said(result)
    assert "Social has not answered for: Broschyr." in result.stderr
    assert round_2020(mp.load(tmp_path / "exempel")).is_closed


def test_a_closed_round_is_opened_again_and_closed_once_more(place: Path) -> None:
    said(muniprog("followup", "close", place, "2020", "--on", "2021-03-01"))
    again = said(muniprog("followup", "close", place, "2020", "--on", "2021-03-02"), 2)
    assert "does not change any more" in again
    reopened = muniprog(
        "followup", "reopen", place, "2020", "--on", "2021-03-20", "--by", "planeringschef", "--reason", "Fel antal."
    )
    assert said(reopened) == "The round 2020 is open again.\n"
    said(muniprog("followup", "close", place, "2020", "--on", "2021-04-01"))
    (reopening,) = round_2020(mp.load(place)).reopened
    assert (reopening.by, str(reopening.reason)) == ("planeringschef", "Fel antal.")


def test_opening_again_needs_a_reason(place: Path) -> None:
    assert "--reason" in said(muniprog("followup", "reopen", place, "2020", "--on", "2021-03-20"), 2)
