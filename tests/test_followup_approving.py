"""Answers are approved, or sent back with a reason; what was sent back counts in no figure."""

from datetime import date
from typing import Any

import pytest

from muniprog.errors import ClosedRoundError, FollowUpError, UnknownNameError
from muniprog.followup.answering import round_status
from muniprog.followup.approving import approve, send_back
from muniprog.followup.finding import find_round
from muniprog.model import FollowUp, Observation, Programme, Request, SentBack, Status, Update
from muniprog.progress import ReservationKind, assess
from tests.builders import action, goal, indicator, leads, observation, owner, period, programme, text, theme

JANUARY, FEBRUARY, MARCH = date(2021, 1, 10), date(2021, 2, 1), date(2021, 3, 1)
WHY = "Personer eller procent?"


def done(item: str = "a", **more: Any) -> Update:
    return Update(item=item, status=Status.DONE, **{"reported_on": JANUARY, **more})


def value(given: int = 5, when: str = "2020", **more: Any) -> Observation:
    return observation(when, given, indicator="i", **{"reported_on": JANUARY, **more})


def plan_with(*answers: Update | Observation, **more: Any) -> Programme:
    round_: dict[str, Any] = {
        "approver": "chef",
        "asked": (Request(owner="edu", items=("a", "i")), Request(owner="soc", items=("b",))),
        **more,
    }
    follow_up = FollowUp(
        period=period("2020"),
        updates=tuple(each for each in answers if isinstance(each, Update)),
        observations=tuple(each for each in answers if isinstance(each, Observation)),
        **round_,
    )
    below = goal("g", action("a", former_ids=("old",)), action("b"), indicators=(indicator("i"),))
    return programme(
        theme("t", below, owners=leads("edu")), owners=(owner("edu"), owner("soc")), follow_ups=(follow_up,)
    )


ALL = (done(), done("b"), value())


def approved(plan: Programme) -> list[str]:
    """The items of the answers that are approved."""
    found = find_round(plan, 2020)
    return [
        *(each.item for each in found.updates if each.approved_on),
        *(str(each.indicator) for each in found.observations if each.approved_on),
    ]


def test_everything_that_is_answered_is_approved() -> None:
    plan = approve(plan_with(*ALL), 2020, on=FEBRUARY)
    assert approved(plan) == ["a", "b", "i"]
    assert find_round(plan, 2020).updates[0] == done(approved_by="chef", approved_on=FEBRUARY)
    assert round_status(plan, 2020, as_of=FEBRUARY).is_complete


def test_only_some_items_are_approved() -> None:
    assert approved(approve(plan_with(*ALL), 2020, on=FEBRUARY, items=["i", "OLD"])) == ["a", "i"]


def test_only_what_an_owner_is_asked_about_is_approved() -> None:
    assert approved(approve(plan_with(*ALL), 2020, on=FEBRUARY, owner="edu")) == ["a", "i"]
    assert approved(approve(plan_with(*ALL), 2020, on=FEBRUARY, owner="soc", items=["a", "b"])) == ["b"]


def test_another_role_may_sign() -> None:
    (update,) = find_round(approve(plan_with(done()), 2020, on="2021-02-01", by="ställföreträdare"), 2020).updates
    assert (update.approved_by, update.approved_on) == ("ställföreträdare", FEBRUARY)


def test_what_is_approved_already_stays_as_it_is() -> None:
    once = approve(plan_with(*ALL), 2020, on=FEBRUARY)
    assert approve(once, 2020, on=MARCH, by="någon annan") == once
    assert approve(plan_with(), 2020, on=MARCH) == plan_with()
    by_name = plan_with(done(approved_by="chef"))
    assert approve(by_name, 2020, on=MARCH) == by_name


def test_a_remark_and_what_was_sent_back_are_not_approved() -> None:
    remark = Update(item="a", note=text("Snart"))
    back = done("b", sent_back=SentBack(on=FEBRUARY, reason=text(WHY)))
    assert approved(approve(plan_with(remark, back, value()), 2020, on=MARCH)) == ["i"]


def test_what_has_no_answer_cannot_be_approved_and_all_of_it_is_named() -> None:
    back = done("b", sent_back=SentBack(on=FEBRUARY, reason=text(WHY)))
    with pytest.raises(FollowUpError, match=r"2020 there is no answer that counts on: i, b\. Nothing was changed\."):
        approve(plan_with(done(), back), 2020, on=MARCH, items=["a", "i", "b"])


@pytest.mark.parametrize("wrong", [{"items": ["akt"]}, {"owner": "sco"}], ids=str)
def test_what_is_not_there_is_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(UnknownNameError):
        approve(plan_with(*ALL), 2020, on=FEBRUARY, **wrong)


def test_an_answer_goes_back_with_a_reason() -> None:
    plan = send_back(approve(plan_with(*ALL), 2020, on=FEBRUARY), 2020, "a", on=MARCH, reason=WHY)
    back, other = find_round(plan, 2020).updates
    assert back == done(sent_back=SentBack(on=MARCH, by="chef", reason=text(WHY)))
    assert other.approved_on == FEBRUARY
    assert round_status(plan, 2020, as_of=MARCH).sent_back == ("a",)


def test_all_values_of_an_indicator_go_back_together_and_only_the_last_words() -> None:
    old = value(1, "2020-Q1", reported_on=date(2020, 5, 1))
    plan = plan_with(done(), old, value(2, "2020-Q1"), value(3, "2020-Q2"))
    seen = find_round(send_back(plan, 2020, "i", on=MARCH, reason=text(WHY), by="nämnden"), 2020).observations
    assert [each.sent_back is not None for each in seen] == [False, True, True]
    assert seen[1].sent_back is not None
    assert seen[1].sent_back.by == "nämnden"


def test_of_two_equal_answers_only_the_last_goes_back() -> None:
    updates = find_round(send_back(plan_with(done(), done()), 2020, "a", on=MARCH, reason=WHY), 2020).updates
    assert [each.sent_back is not None for each in updates] == [False, True]


def test_only_those_values_go_back_that_are_not_back_already() -> None:
    first = SentBack(on=FEBRUARY, reason=text("Se bilagan"))
    plan = plan_with(value(1, "2020-Q1", sent_back=first), value(2, "2020-Q2"))
    seen = find_round(send_back(plan, 2020, "i", on=MARCH, reason=WHY), 2020).observations
    assert [each.sent_back and each.sent_back.on for each in seen] == [FEBRUARY, MARCH]


def test_what_has_no_answer_that_counts_cannot_be_sent_back() -> None:
    plan = send_back(plan_with(done()), 2020, "a", on=FEBRUARY, reason=WHY)
    for item in ("a", "b"):
        with pytest.raises(FollowUpError, match=f"no answer that counts on: {item}"):
            send_back(plan, 2020, item, on=MARCH, reason=WHY)
    with pytest.raises(UnknownNameError):
        send_back(plan, 2020, "gone", on=MARCH, reason=WHY)


def test_a_reason_is_wanted() -> None:
    for nothing in ("", text({"sv": ""})):
        with pytest.raises(FollowUpError, match="sent back with a reason"):
            send_back(plan_with(*ALL), 2020, "a", on=MARCH, reason=nothing)


def test_a_round_without_an_approver_approves_and_returns_nothing() -> None:
    plan = plan_with(*ALL, approver=None)
    with pytest.raises(FollowUpError, match="need no approval"):
        approve(plan, 2020, on=FEBRUARY)
    with pytest.raises(FollowUpError, match="need no approval"):
        send_back(plan, 2020, "a", on=FEBRUARY, reason=WHY)


def test_a_closed_round_refuses_both() -> None:
    plan = plan_with(*ALL, closed_on=MARCH)
    with pytest.raises(ClosedRoundError):
        approve(plan, 2020, on=MARCH)
    with pytest.raises(ClosedRoundError):
        send_back(plan, 2020, "a", on=MARCH, reason=WHY)


def test_figures_leave_out_what_was_sent_back_and_say_so() -> None:
    plan = send_back(plan_with(*ALL), 2020, "a", on=FEBRUARY, reason=WHY)
    plan = send_back(plan, 2020, "i", on=FEBRUARY, reason=WHY)
    figures = assess(plan, as_of=MARCH)
    assert figures.action("a").status is None
    assert figures.indicator("i").latest is None
    for explained in (figures.action("a"), figures.indicator("i")):
        assert "Note: An answer in the round 2020 was sent back on 1 February 2021 and does not count. Reason: " in (
            explained.explain("en")
        )
        assert WHY in explained.explain("sv")
        assert [each.kind for each in explained.reservations] == [ReservationKind.SENT_BACK]


def test_figures_count_what_is_not_approved_yet_and_say_so() -> None:
    plan = plan_with(*ALL)
    note = "The answer in the round 2020 has not been approved yet."
    figures = assess(plan, as_of=MARCH)
    assert figures.action("a").status is Status.DONE
    assert [each.spoken("en") for each in figures.action("a").explanation.footnotes].count(note) == 1
    assert [each.spoken("en") for each in figures.indicator("i").explanation.footnotes].count(note) == 1
    approved_ones = assess(approve(plan, 2020, on=FEBRUARY), as_of=MARCH)
    assert approved_ones.action("a").reservations == approved_ones.indicator("i").reservations == ()
    assert len(assess(approve(plan, 2020, on=FEBRUARY), as_of=JANUARY).action("a").reservations) == 1


def test_a_new_answer_replaces_what_was_sent_back_in_figures_too() -> None:
    back = done(sent_back=SentBack(on=FEBRUARY, reason=text(WHY)))
    new = Update(item="a", status=Status.IN_PROGRESS, reported_on=MARCH)
    figures = assess(plan_with(back, new), as_of=MARCH).action("a")
    assert figures.status is Status.IN_PROGRESS
    assert [each.kind for each in figures.reservations] == [ReservationKind.NOT_APPROVED]


def test_each_reservation_is_told_once_for_a_round() -> None:
    quarters = (value(1, "2020-Q1"), value(2, "2020-Q2"))
    assert len(assess(plan_with(*quarters), as_of=MARCH).indicator("i").reservations) == 1
    assert assess(plan_with(*quarters, approver=None), as_of=MARCH).indicator("i").reservations == ()


def test_what_is_known_only_later_is_no_reservation_yet() -> None:
    assert assess(plan_with(*ALL), as_of=date(2020, 12, 31)).action("a").reservations == ()
