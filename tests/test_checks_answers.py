"""Answers of rounds that go on: who gave them, who approved them, and when."""

from datetime import date
from typing import Any

import pytest

from muniprog.model import FollowUp, Observation, Programme, Request, SentBack, Status, Update
from tests.builders import action, found_by, indicator, observation, owner, period, programme, text, theme

MAY, JUNE = date(2020, 5, 1), date(2020, 6, 1)
RETURNED = SentBack(on=JUNE, reason=text("Vilket år?"))


def plan_with(**round_: Any) -> Programme:
    """A programme with one action, one indicator and a round for 2020."""
    owners = (
        owner("edu", valid_until=date(2019, 12, 31), succeeded_by="bild"),
        owner("bild", former_ids=("bildning",)),
        owner("soc"),
    )
    return programme(
        theme("t", action("a", "2020"), indicators=(indicator("i"),)),
        owners=owners,
        follow_ups=(FollowUp(period=period("2020"), **round_),),
    )


def answered(**more: Any) -> Update:
    return Update(item="a", status=Status.DONE, **more)


def paths(code: str, **round_: Any) -> list[tuple[str | int, ...]]:
    return [finding.path[2:] for finding in found_by(code, plan_with(**round_))]


def test_a_deadline_is_not_before_the_opening() -> None:
    assert paths("U111", opened_on=JUNE, deadline=MAY) == [("deadline",)]
    assert paths("U111", opened_on=JUNE, deadline=JUNE) == []
    assert paths("U111", opened_on=JUNE) == paths("U111", deadline=MAY) == []


@pytest.mark.parametrize("mark", [{"approved_by": "chef"}, {"approved_on": JUNE}, {"sent_back": RETURNED}], ids=str)
def test_an_approval_wants_an_approver(mark: dict[str, Any]) -> None:
    values: tuple[Observation, ...] = (observation("2020", 1, indicator="i"), observation("2020", 2, **mark))
    both = {"updates": (answered(), answered(**mark)), "observations": values}
    assert paths("U112", **both) == [("updates", 1), ("observations", 1)]
    assert paths("U112", approver="chef", **both) == []


def test_an_answer_of_an_owner_that_was_not_asked_is_told() -> None:
    asked = (Request(owner="edu", items=("a",)), Request(owner="soc", items=("i",)))
    value = observation("2020", 1, indicator="i", owner="bild")
    found = found_by("U113", plan_with(asked=asked, updates=(answered(owner="soc"),), observations=(value,)))
    assert [str(finding.message) for finding in found] == [
        "The owner soc has answered for a in the round 2020, and was not asked about it.",
        "The owner bild has answered for i in the round 2020, and was not asked about it.",
    ]
    assert [finding.path[2:] for finding in found] == [("updates", 0, "owner"), ("observations", 0, "owner")]


def test_who_was_asked_or_has_taken_over_may_answer() -> None:
    asked = (Request(owner="edu", items=("a",)),)
    for name in ("edu", "bild", "bildning", "EDU"):
        assert paths("U113", asked=asked, updates=(answered(owner=name),)) == []
    assert paths("U113", asked=asked, updates=(answered(),)) == []
    assert paths("U113", asked=asked, updates=(answered(owner="nobody"),)) == [("updates", 0, "owner")]


def test_nobody_is_unasked_where_nothing_tells_who_was_asked() -> None:
    assert paths("U113", updates=(answered(owner="soc"),)) == []


def test_owners_that_succeed_each_other_in_a_ring_are_looked_at_once() -> None:
    ring = (owner("x", succeeded_by="y"), owner("y", succeeded_by="x"), owner("z"))
    follow_up = FollowUp(
        period=period("2020"), asked=(Request(owner="x", items=("a",)),), updates=(answered(owner="z"),)
    )
    plan = programme(theme("t", action("a")), owners=ring, follow_ups=(follow_up,))
    assert len(found_by("U113", plan)) == 1


def test_an_approval_is_not_earlier_than_the_answer() -> None:
    updates = (
        answered(reported_on=JUNE, approved_on=MAY),
        answered(reported_on=MAY, approved_on=MAY),
        answered(approved_on=MAY),
        answered(reported_on=MAY),
    )
    assert paths("U114", approver="chef", updates=updates) == [("updates", 0, "approved_on")]


@pytest.mark.parametrize("code", ["U111", "U112", "U113", "U114"])
def test_a_closed_round_is_left_as_it_is(code: str) -> None:
    wrong = answered(owner="soc", reported_on=JUNE, approved_on=MAY)
    asked = (Request(owner="edu", items=("a",)),)
    everything: dict[str, Any] = {"opened_on": JUNE, "deadline": MAY, "asked": asked, "updates": (wrong,)}
    assert len(paths(code, **everything)) == 1
    assert paths(code, closed_on=JUNE, **everything) == []
