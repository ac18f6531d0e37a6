"""Opening a round: it knows its days, its approver and who is asked, and nothing that was written is lost."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from muniprog.errors import ClosedRoundError, FollowUpError, ValueProblem
from muniprog.followup.finding import find_round
from muniprog.followup.opening import open_round
from muniprog.model import Decision, FollowUp, Programme, Request, Status, Update, Verdict
from muniprog.testing import programmes
from muniprog.workspace import load, save
from tests.builders import action, leads, owner, period, programme, text, theme

OPENED, DEADLINE = date(2020, 12, 1), date(2020, 12, 31)


def plan_with(*rounds: FollowUp) -> Programme:
    return programme(theme("t", action("a"), owners=leads("edu")), owners=(owner("edu"),), follow_ups=rounds)


def test_a_round_is_open_from_that_day_and_knows_who_is_asked() -> None:
    plan = open_round(plan_with(), 2020, opened_on=OPENED, deadline=DEADLINE, approver="chef", title="Året 2020")
    (opened,) = plan.follow_ups
    assert opened == FollowUp(
        period=period("2020"),
        opened_on=OPENED,
        deadline=DEADLINE,
        approver="chef",
        title=text("Året 2020"),
        asked=(Request(owner="edu", items=("a",)),),
    )


def test_days_may_be_text_and_a_time_of_day_is_left_out() -> None:
    plan = open_round(plan_with(), "2020", opened_on=datetime(2020, 12, 1, 9, 30), deadline="31.12.2020")  # noqa: DTZ001
    opened = find_round(plan, 2020)
    assert (opened.opened_on, type(opened.opened_on), opened.deadline) == (OPENED, date, DEADLINE)


def test_the_period_may_be_a_period_and_the_title_a_text() -> None:
    plan = open_round(plan_with(), period("2020"), opened_on=OPENED, title=text({"sv": "År", "fi": "Vuosi"}))
    assert str(find_round(plan, 2020).title) == "År"


def test_nothing_else_changes() -> None:
    before = plan_with(FollowUp(period=period("2019")), FollowUp(period=period("2021")))
    after = open_round(before, 2020, opened_on=OPENED)
    assert [each.period.raw for each in after.follow_ups] == ["2019", "2020", "2021"]
    assert after.follow_ups[0] is before.follow_ups[0]
    assert after.themes is before.themes


def test_a_round_that_is_open_is_not_opened_again() -> None:
    opened = open_round(plan_with(), 2020, opened_on=OPENED)
    for written in (2020, "2020-01–2020-12"):
        with pytest.raises(FollowUpError, match=r"2020 was opened on 1 December 2020 already; nothing was changed\."):
            open_round(opened, written, opened_on=DEADLINE)


def test_a_closed_round_is_not_opened_by_opening_it() -> None:
    closed = FollowUp(period=period("2020"), closed_on=DEADLINE)
    with pytest.raises(ClosedRoundError, match="reopen"):
        open_round(plan_with(closed), 2020, opened_on=OPENED)


def test_what_was_written_before_the_opening_is_kept() -> None:
    early: dict[str, Any] = {
        "updates": (Update(item="a", status=Status.IN_PROGRESS),),
        "decisions": (Decision(item="a", decision=Verdict.CONTINUE),),
        "title": text("Pandemiåret"),
        "deadline": DEADLINE,
        "approver": "chef",
        "extensions": {"karta": 1},
    }
    opened = find_round(open_round(plan_with(FollowUp(period=period("2020"), **early)), 2020, opened_on=OPENED), 2020)
    assert {key: getattr(opened, key) for key in early} == early
    assert opened.opened_on == OPENED
    assert opened.asked


@pytest.mark.parametrize("outside", ["2018", "2023", "2023-Q1"])
def test_a_period_outside_the_programme_is_refused(outside: str) -> None:
    with pytest.raises(FollowUpError, match=f"{outside} is outside the programme's period 2019–2022"):
        open_round(plan_with(), outside, opened_on=OPENED)


@pytest.mark.parametrize("inside", ["2019–2022", "2022–2023-06", "2020-05"])
def test_a_period_that_is_partly_inside_is_followed_up(inside: str) -> None:
    assert find_round(open_round(plan_with(), inside, opened_on=OPENED), inside).period.raw == inside


def test_a_deadline_before_the_opening_is_refused() -> None:
    with pytest.raises(FollowUpError, match="The deadline 1 December 2020 is before 31 December 2020"):
        open_round(plan_with(), 2020, opened_on=DEADLINE, deadline=OPENED)
    assert find_round(open_round(plan_with(), 2020, opened_on=OPENED, deadline=OPENED), 2020).deadline == OPENED


@pytest.mark.parametrize("wrong", [{"period": "snart"}, {"opened_on": "2020"}, {"deadline": "i vår"}], ids=str)
def test_what_is_no_period_or_day_is_refused(wrong: dict[str, Any]) -> None:
    given_: dict[str, Any] = {"period": 2020, "opened_on": OPENED, **wrong}
    with pytest.raises(ValueProblem):
        open_round(plan_with(), given_.pop("period"), **given_)


def test_an_open_round_is_saved_and_found_again(tmp_path: Path) -> None:
    kept = save(open_round(plan_with(), 2021, opened_on=OPENED), tmp_path / "plan")
    save(open_round(kept, 2020, opened_on=OPENED, deadline=DEADLINE), note="Öppnad")
    again = load(tmp_path / "plan")
    assert [each.period.raw for each in again.follow_ups] == ["2020", "2021"]
    assert again.follow_ups[0].asked == (Request(owner="edu", items=("a",)),)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(programmes())
def test_opening_twice_is_refused_and_loses_nothing(plan: Programme) -> None:
    free = attrs.evolve(plan, follow_ups=())
    opened = open_round(free, free.period, opened_on=OPENED)
    with pytest.raises(FollowUpError):
        open_round(opened, free.period, opened_on=DEADLINE)
    assert len(opened.follow_ups) == 1
