"""Who has answered what, and who has not, as things are on a day."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

from muniprog.errors import UnknownNameError, ValueProblem
from muniprog.followup.answering import STATE_WORDS, AnswerState, RoundStatus, round_status
from muniprog.model import FollowUp, Missing, Observation, Programme, Request, SentBack, Status, Update
from tests.builders import action, goal, indicator, leads, observation, owner, period, programme, text, theme

OPENED, JANUARY, FEBRUARY, MARCH = date(2020, 12, 1), date(2021, 1, 10), date(2021, 2, 1), date(2021, 3, 1)
RETURNED = SentBack(on=FEBRUARY, by="chef", reason=text("Vilket år?"))
ASKED = (Request(owner="edu", items=("a", "b")), Request(owner="soc", items=("b", "i")))


def plan_with(*answers: Update | Observation, **more: Any) -> Programme:
    """Two owners are asked about two actions and an indicator; one of the actions is asked of both."""
    round_: dict[str, Any] = {"opened_on": OPENED, "deadline": JANUARY, "asked": ASKED, **more}
    follow_up = FollowUp(
        period=period("2020"),
        updates=tuple(each for each in answers if isinstance(each, Update)),
        observations=tuple(each for each in answers if isinstance(each, Observation)),
        **round_,
    )
    owners = (owner("edu"), owner("soc"))
    below = goal("g", action("a"), action("b"), indicators=(indicator("i"),))
    return programme(theme("t", below, owners=leads("edu")), owners=owners, follow_ups=(follow_up,))


def status_of(*answers: Update | Observation, as_of: date = MARCH, **more: Any) -> RoundStatus:
    return round_status(plan_with(*answers, **more), 2020, as_of=as_of)


def done(item: str = "a", **more: Any) -> Update:
    return Update(item=item, status=Status.DONE, **more)


def value(given: int | None = 5, when: str = "2020", **more: Any) -> Observation:
    return observation(when, given, indicator="i", **more)


def test_nothing_is_answered_at_first() -> None:
    found = status_of()
    assert (found.asked, found.answered, found.missing) == (("a", "b", "i"), (), ("a", "b", "i"))
    assert [(each.owner, each.missing) for each in found.owners] == [("edu", ("a", "b")), ("soc", ("b", "i"))]
    assert not found.is_complete


def test_an_item_that_two_owners_are_asked_about_is_one_item_and_answered_for_both() -> None:
    found = status_of(done("b", owner="soc"))
    assert found.answered == ("b",)
    assert [each.answered for each in found.owners] == [("b",), ("b",)]


@pytest.mark.parametrize(
    "answer",
    [
        value(0),
        value(None, missing=Missing.SUPPRESSED),
        value(None, numerator=Decimal(1), denominator=Decimal(0)),
        value(7, "2019"),
        value(3, dimensions={"sex": "f"}),
    ],
    ids=["zero", "suppressed", "two parts", "the year before", "a part"],
)
def test_a_value_or_a_word_on_why_there_is_none_is_an_answer(answer: Observation) -> None:
    assert status_of(answer).answered == ("i",)


@pytest.mark.parametrize(
    "remark",
    [Update(item="a", note=text("Snart")), value(None), value(None, numerator=Decimal(1)), done("gone")],
    ids=["a note", "no value", "half a share", "something that is gone"],
)
def test_a_remark_is_no_answer(remark: Update | Observation) -> None:
    assert status_of(remark).answered == ()


def test_what_was_sent_back_is_not_answered_until_there_is_a_new_answer() -> None:
    back = done(reported_on=JANUARY, sent_back=RETURNED)
    assert (status_of(back).sent_back, status_of(back).answered) == (("a",), ())
    new = done(reported_on=MARCH)
    for answers in ((back, new), (new, back)):
        assert status_of(*answers).answered == ("a",)
    on_the_same_day = attrs.evolve(new, reported_on=JANUARY)
    assert status_of(back, on_the_same_day).answered == ("a",)


def test_a_remark_on_what_was_sent_back_is_no_new_answer() -> None:
    remark = Update(item="a", note=text("Vi ser på det"), reported_on=MARCH)
    assert status_of(done(sent_back=RETURNED), remark).sent_back == ("a",)


def test_each_value_of_an_indicator_has_its_own_last_word() -> None:
    first = value(1, "2020-Q1", sent_back=RETURNED, reported_on=JANUARY)
    second = value(2, "2020-Q2", reported_on=FEBRUARY)
    assert status_of(first, second).sent_back == ("i",)
    assert status_of(first, second, value(3, "2020-Q1", reported_on=MARCH)).answered == ("i",)


def test_answers_wait_where_the_round_names_an_approver() -> None:
    found = status_of(done(), done("b", approved_by="chef"), approver="chef")
    assert (found.answered, found.waiting, found.missing) == (("a", "b"), ("a",), ("i",))
    assert status_of(done()).waiting == ()


def test_what_happens_later_has_not_happened_yet() -> None:
    answer = done(reported_on=JANUARY, approved_on=FEBRUARY)
    states = [status_of(answer, approver="chef", as_of=day).states["a"] for day in (OPENED, JANUARY, FEBRUARY)]
    assert states == [AnswerState.MISSING, AnswerState.WAITING, AnswerState.ANSWERED]
    back = done(reported_on=JANUARY, sent_back=RETURNED)
    states = [status_of(back, as_of=day).states["a"] for day in (JANUARY, FEBRUARY)]
    assert states == [AnswerState.ANSWERED, AnswerState.SENT_BACK]


def test_a_round_is_complete_when_all_is_answered_and_approved() -> None:
    everything = (done(), done("b"), value())
    assert status_of(*everything).is_complete
    assert not status_of(*everything, approver="chef").is_complete


def test_a_round_is_overdue_after_its_deadline_as_long_as_something_is_missing() -> None:
    assert [status_of(as_of=day).is_overdue for day in (OPENED, JANUARY, FEBRUARY)] == [False, False, True]
    assert not status_of(done(), done("b"), value(), as_of=MARCH, approver="chef").is_overdue
    assert not status_of(deadline=None).is_overdue


def test_who_took_over_in_the_middle_answers_and_the_first_ones_are_told() -> None:
    plan = plan_with(done("a"))
    merged = (
        owner("edu", valid_until=date(2020, 12, 31), succeeded_by="bild"),
        owner("soc", valid_until=date(2020, 12, 31), succeeded_by="bild"),
        owner("bild"),
    )
    plan = attrs.evolve(plan, owners=merged)
    (bild,) = round_status(plan, 2020, as_of=MARCH).owners
    assert (bild.owner, bild.asked_at_first, bild.answered) == ("bild", ("edu", "soc"), ("a",))
    assert bild.asked == ("a", "b", "i")
    before = round_status(plan, 2020, as_of=OPENED).owners
    assert [(each.owner, each.asked_at_first) for each in before] == [("edu", ()), ("soc", ())]


def test_what_nobody_was_asked_about_is_told_until_somebody_answers() -> None:
    plan = attrs.evolve(plan_with(), programme_indicators=(indicator("lost"),))
    assert [each.item for each in round_status(plan, 2020, as_of=MARCH).unasked] == ["lost"]
    follow_up = attrs.evolve(plan.follow_ups[0], observations=(observation("2020", 1, indicator="lost"),))
    plan = attrs.evolve(plan, follow_ups=(follow_up,))
    assert round_status(plan, 2020, as_of=MARCH).unasked == ()


def test_a_round_without_a_day_of_opening_has_a_status_too() -> None:
    found = status_of(done(), opened_on=None, asked=())
    assert (found.answered, found.missing) == (("a",), ("b", "i"))


def test_there_is_no_status_without_a_round_or_a_day() -> None:
    with pytest.raises(UnknownNameError):
        round_status(plan_with(), 2021, as_of=MARCH)
    with pytest.raises(ValueProblem):
        round_status(plan_with(), 2020, as_of="i dag")


def test_a_status_says_how_many() -> None:
    assert repr(status_of(done())) == "<RoundStatus 2020 on 2021-03-01: 1 of 3>"
    assert list(STATE_WORDS) == list(AnswerState)
