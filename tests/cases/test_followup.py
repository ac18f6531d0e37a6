"""Field cases about rounds of follow-up: who is asked, and what counts as an answer."""

from datetime import date

import attrs
import pytest

from muniprog.followup.answering import round_status
from muniprog.followup.asking import asked_now
from muniprog.followup.finding import find_round
from muniprog.followup.opening import open_round
from muniprog.model import Observation, Programme, Responsibility, Role
from tests.builders import action, goal, indicator, leads, observation, owner, programme, theme

ENDED = date(2020, 12, 31)


def merged(second: Role = Role.LEAD) -> Programme:
    """EDU and KULT end with 2020, and BILD takes over; ACT-2 is of both."""
    both = (Responsibility(owner="EDU"), Responsibility(owner="KULT", role=second))
    owners = (
        owner("EDU", valid_until=ENDED, succeeded_by="BILD"),
        owner("KULT", valid_until=ENDED, succeeded_by="BILD"),
        owner("BILD"),
    )
    shared = attrs.evolve(action("ACT-2"), owners=both)
    below = theme("t", action("ACT-1", owners=("EDU",)), shared, action("ACT-3", owners=("BILD",)))
    return programme(below, owners=owners)


def asked(plan: Programme, when: str, on: date) -> dict[str, tuple[str, ...]]:
    opened = find_round(open_round(plan, when, opened_on=on), when)
    return {request.owner: request.items for request in opened.asked}


@pytest.mark.parametrize("second", [Role.LEAD, Role.PARTNER])
def test_m13_after_the_merger_the_form_goes_to_the_new_owner_with_each_action_once(second: Role) -> None:
    assert asked(merged(second), "2022", date(2022, 12, 1)) == {"BILD": ("ACT-1", "ACT-2", "ACT-3")}


def test_m13_before_the_merger_the_old_owners_are_asked() -> None:
    assert asked(merged(), "2020", ENDED) == {"EDU": ("ACT-1", "ACT-2"), "KULT": ("ACT-2",), "BILD": ("ACT-3",)}


def test_m13_a_round_that_is_open_at_the_merger_goes_on_with_the_new_owner() -> None:
    plan = open_round(merged(), 2020, opened_on=date(2020, 12, 1))
    opened = find_round(plan, 2020)
    (now,) = asked_now(plan, opened, date(2021, 1, 15))
    assert now.owner == "BILD"
    assert sorted(now.items) == ["ACT-1", "ACT-2", "ACT-3"]
    assert round_status(plan, 2020, as_of="2021-01-15").owners[0].asked_at_first == ("EDU", "KULT")
    assert len(opened.asked) == 3  # what was asked on the first day stays written


def test_m14_an_owner_that_ended_without_a_successor_is_told_and_not_asked() -> None:
    plan = programme(theme("t", action("ACT-1", owners=("chef",))), owners=(owner("chef", valid_until=ENDED),))
    assert asked(plan, "2021", date(2021, 12, 1)) == {}
    (told,) = round_status(open_round(plan, 2021, opened_on="2021-12-01"), 2021, as_of="2021-12-01").unasked
    assert told.item == "ACT-1"


def test_m15_a_renamed_indicator_stays_the_one_that_was_asked_about() -> None:
    below = goal("g", action("a"), indicators=(indicator("IND-3"),), owners=leads("edu"))
    plan = open_round(programme(theme("t", below), owners=(owner("edu"),)), 2020, opened_on="2020-12-01")
    renamed = goal("g", action("a"), indicators=(indicator("IND-SYS-01", former_ids=("IND-3",)),), owners=leads("edu"))
    plan = attrs.evolve(plan, themes=(theme("t", renamed),))
    assert round_status(plan, 2020, as_of="2020-12-01").missing == ("a", "IND-SYS-01")
    assert round_status(with_values(plan, observation("2020", 4, indicator="IND-3")), 2020, as_of="2020-12-01").answered


def with_values(plan: Programme, *observations: Observation) -> Programme:
    (follow_up,) = plan.follow_ups
    return attrs.evolve(plan, follow_ups=(attrs.evolve(follow_up, observations=observations),))


def one_indicator() -> Programme:
    below = goal("g", action("a"), indicators=(indicator("A", owners=leads("edu")),))
    return open_round(programme(theme("t", below), owners=(owner("edu"),)), 2021, opened_on="2021-12-01")


def test_m08_zero_is_an_answer_and_nothing_is_none() -> None:
    plan = one_indicator()
    assert round_status(plan, 2021, as_of="2022-01-31").missing == ("A",)
    zero = with_values(plan, observation("2021", 0, indicator="A"))
    assert round_status(zero, 2021, as_of="2022-01-31").answered == ("A",)


def test_m16_several_reports_inside_one_period_answer_one_question() -> None:
    june = observation("2021", 42, indicator="A", reported_on=date(2021, 6, 30))
    december = observation("2021", 55, indicator="A", reported_on=date(2021, 12, 15))
    plan = with_values(one_indicator(), june, december)
    assert round_status(plan, 2021, as_of="2022-01-31").answered == ("A",)
    assert round_status(plan, 2021, as_of="2021-07-01").answered == ("A",)
    assert len(find_round(plan, 2021).observations) == 2
