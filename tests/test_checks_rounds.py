"""Checks of closed rounds: sealed, recorded, and computed alike today."""

import attrs
import pytest

from muniprog.conversion import structure, unstructure
from muniprog.followup.seal import seal_of
from muniprog.model import Programme
from muniprog.source import Plain, PlainSource
from tests.builders import found_by
from tests.rounds import closed, followed_up, round_2020, with_round_2020


def said(code: str, programme: Programme) -> list[str]:
    return [str(finding.message) for finding in found_by(code, programme)]


def with_record(**changes: Plain) -> Programme:
    """Return the closed programme with other values in its record, sealed anew."""
    programme = closed()
    follow_up = round_2020(programme)
    record = {**(follow_up.record or {}), **changes}
    record["seal"] = seal_of(attrs.evolve(follow_up, record=record), programme)
    rounds = (programme.follow_ups[0], attrs.evolve(follow_up, record=record))
    return attrs.evolve(programme, follow_ups=rounds)


@pytest.mark.parametrize("code", ["U101", "U102", "U103", "U104"])
@pytest.mark.parametrize("programme", [followed_up(), closed()])
def test_open_rounds_and_those_that_are_as_they_were_are_right(code: str, programme: Programme) -> None:
    assert said(code, programme) == []


def test_a_round_that_was_changed_after_it_was_closed_is_an_error() -> None:
    mapping = unstructure(closed())
    rounds = mapping["follow_ups"]
    assert isinstance(rounds, list)
    assert isinstance(rounds[1], dict)
    rounds[1]["decisions"] = []
    programme = structure(PlainSource(mapping))
    (finding,) = found_by("U101", programme)
    assert finding.path == ("follow_ups", 1, "record", "seal")
    assert str(finding.message) == (
        "The round 2020 was changed after it was closed on 1 March 2021. Restore it as it was, or open it again with "
        "a reason."
    )
    assert said("U103", programme) == []


def test_a_round_that_was_closed_by_hand_has_no_record() -> None:
    programme = with_round_2020(closed_on="2021-03-01")
    (finding,) = found_by("U102", programme)
    assert finding.path == ("follow_ups", 1, "closed_on")
    assert [said(code, programme) for code in ("U101", "U103", "U104")] == [[], [], []]


def test_other_figures_than_the_recorded_ones_are_named() -> None:
    programme = with_record(figures={"actions": [{"id": "kurser", "status": "done", "late_by": 3}]})
    (sentence,) = said("U103", programme)
    assert sentence.endswith(
        "figures of the round 2020 are others when they are computed today: kurser (late_by), kurser (reported_on), "
        "kurser (slip), …."
    )


def test_a_single_other_figure_is_named() -> None:
    figures = (round_2020(closed()).record or {})["figures"]
    assert isinstance(figures, dict)
    assert isinstance(figures["programme"], dict)
    programme = with_record(figures={**figures, "programme": {**figures["programme"], "done": "7/9"}})
    assert said("U103", programme) == [
        "1 figure of the round 2020 is another one when it is computed today: exempel (done)."
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"programme": {"muniprog": 99}}, "Install a newer muniprog"),
        ({"programme": None}, "closed by hand"),
        ({"as_of": None}, "closed by hand"),
        ({"as_of": "i våras"}, "“i våras”"),
    ],
)
def test_a_record_that_cannot_be_read_is_told_and_stops_nothing(changes: dict[str, Plain], reason: str) -> None:
    programme = with_record(**changes)
    (sentence,) = said("U104", programme)
    assert sentence.startswith("The record of the round 2020 cannot be read:")
    assert reason in sentence
    assert said("U103", programme) == []
