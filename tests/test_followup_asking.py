"""Who is asked for what: each item once for each owner that answers for it on the day."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.followup.asking import asked_now, who_is_asked
from muniprog.model import (
    Action,
    FollowUp,
    Formula,
    Owner,
    Programme,
    Request,
    Responsibility,
    Role,
    Rule,
    Status,
    Theme,
    Update,
    Visibility,
)
from tests.builders import action, goal, indicator, leads, owner, period, programme, theme

DAY = date(2020, 12, 1)
OWNERS = (owner("edu"), owner("soc"), owner("kult"))


def asked(plan: Programme, when: str = "2020", on: date = DAY) -> dict[str, list[str]]:
    """What each owner is asked about."""
    return {request.owner: list(request.items) for request in who_is_asked(plan, period(when), on).requests}


def plan_of(*below: Action | Theme, owners: tuple[Owner, ...] = OWNERS, **more: Any) -> Programme:
    themes = [each for each in below if isinstance(each, Theme)]
    actions = [each for each in below if isinstance(each, Action)]
    return programme(*themes, *([theme("t", *actions)] if actions else []), owners=owners, **more)


def shares(*pairs: tuple[str, Role]) -> tuple[Responsibility, ...]:
    return tuple(Responsibility(owner=name, role=role) for name, role in pairs)


def reported(when: str, **statuses: Status | None) -> FollowUp:
    return FollowUp(
        period=period(when), updates=tuple(Update(item=item, status=status) for item, status in statuses.items())
    )


def test_the_lead_is_asked_and_not_the_partners() -> None:
    assert asked(plan_of(action("a", owners=("edu", "soc")))) == {"edu": ["a"]}


def test_all_leads_are_asked() -> None:
    both = shares(("edu", Role.LEAD), ("soc", Role.LEAD), ("kult", Role.PARTNER))
    assert asked(plan_of(theme("t", goal("g", action("a"), owners=both)))) == {"edu": ["a"], "soc": ["a"]}


def test_where_nobody_leads_all_owners_are_asked_but_contacts() -> None:
    some = shares(("edu", Role.PARTNER), ("soc", Role.PARTNER), ("kult", Role.CONTACT))
    assert asked(plan_of(theme("t", goal("g", action("a"), owners=some)))) == {"edu": ["a"], "soc": ["a"]}


def test_a_mere_contact_is_not_asked_and_that_is_told() -> None:
    contact = shares(("edu", Role.CONTACT))
    found = who_is_asked(plan_of(theme("t", goal("g", owners=contact, title="Fler jobb"))), period("2020"), DAY)
    assert found.requests == ()
    assert [(each.item, each.spoken("sv")) for each in found.unasked] == [
        ("g", "Ingen tillfrågas om ”Fler jobb”: den har ingen ansvarsinstans som svarar för den.")
    ]


def test_owners_of_a_theme_answer_for_what_names_nobody() -> None:
    below = goal("g", action("a"), action("b", owners=("soc",)), indicators=(indicator("i"),))
    assert asked(plan_of(theme("t", below, owners=leads("edu")))) == {"edu": ["a", "i"], "soc": ["b"]}


def test_actions_goals_without_actions_and_indicators_are_asked_about() -> None:
    with_actions = goal("g1", action("a", indicators=(indicator("i"),)), indicators=(indicator("j"),))
    bare = goal("g2", indicators=(indicator("k"),))
    plan = plan_of(
        theme("t", with_actions, bare, owners=leads("edu"), indicators=(indicator("l"),)),
        programme_indicators=(indicator("m", owners=leads("edu")),),
    )
    assert asked(plan) == {"edu": ["m", "a", "i", "j", "g2", "k", "l"]}


def test_an_indicator_is_asked_of_its_own_owner_and_not_where_a_formula_computes_it() -> None:
    computed = indicator("sum", formula=Formula(rule=Rule.SUM, of=("i",)))
    below = goal("g", action("a"), indicators=(indicator("i", owners=leads("soc")), computed))
    assert asked(plan_of(theme("t", below, owners=leads("edu")))) == {"edu": ["a"], "soc": ["i"]}


def test_internal_actions_are_asked_about_too() -> None:
    assert asked(plan_of(action("a", owners=("edu",), visibility=Visibility.INTERNAL))) == {"edu": ["a"]}


def test_what_was_done_or_cancelled_earlier_is_not_asked_about_again() -> None:
    owned = [action(name, owners=("edu",)) for name in ("a", "b", "c", "d", "e")]
    before = reported(
        "2019", a=Status.DONE, b=Status.CANCELLED, c=Status.POSTPONED, d=Status.CONTINUOUS, e=Status.IN_PROGRESS
    )
    later = reported("2021", c=Status.DONE)
    assert asked(plan_of(*owned, follow_ups=(before, later))) == {"edu": ["c", "d", "e"]}


def test_a_goal_without_actions_that_was_reached_is_not_asked_about_again() -> None:
    plan = plan_of(theme("t", goal("g"), owners=leads("edu")), follow_ups=(reported("2019", g=Status.DONE),))
    assert asked(plan) == {}


def test_the_last_status_decides_and_a_remark_is_none() -> None:
    plan = plan_of(
        action("a", owners=("edu",)),
        follow_ups=(reported("2017", a=Status.DONE), reported("2018", a=Status.IN_PROGRESS), reported("2019", a=None)),
    )
    assert asked(plan) == {"edu": ["a"]}


def test_what_a_part_of_the_year_says_counts_for_the_round_of_the_year() -> None:
    plan = plan_of(action("a", owners=("edu",)), follow_ups=(reported("2020-Q4", a=Status.DONE),))
    assert asked(plan, "2020") == {}
    assert asked(plan, "2020-Q4") == {"edu": ["a"]}


def test_indicators_of_a_cancelled_action_are_not_asked_about_and_those_of_a_done_one_are() -> None:
    plan = plan_of(
        action("a", owners=("edu",), indicators=(indicator("i"),)),
        action("b", owners=("edu",), indicators=(indicator("j"),)),
        follow_ups=(reported("2019", a=Status.CANCELLED, b=Status.DONE),),
    )
    assert asked(plan) == {"edu": ["j"]}


def test_who_is_not_there_on_the_day_is_not_asked() -> None:
    gone = owner("edu", "Utbildning", valid_until=date(2020, 11, 30))
    plan = plan_of(action("a", owners=("edu",)), owners=(gone,))
    assert asked(plan, on=date(2020, 11, 30)) == {"edu": ["a"]}
    assert asked(plan) == {}
    (told,) = who_is_asked(plan, period("2020"), DAY).unasked
    assert told.spoken("en") == (
        "Nobody is asked about “a”: on 1 December 2020 there is no Utbildning, and nobody has taken over."
    )


def test_who_is_not_there_yet_is_not_asked_and_partners_stand_in() -> None:
    coming = owner("bild", valid_from=date(2021, 1, 1))
    plan = plan_of(action("a", owners=("bild", "soc")), owners=(coming, owner("soc")))
    assert asked(plan) == {"soc": ["a"]}
    assert asked(plan, on=date(2021, 1, 1)) == {"bild": ["a"]}


def test_an_owner_that_is_not_in_the_programme_is_nobody() -> None:
    found = who_is_asked(plan_of(action("a", owners=("nobody",))), period("2020"), DAY)
    assert [each.item for each in found.unasked] == ["a"]


MERGED = (
    owner("edu", valid_until=date(2020, 12, 31), succeeded_by="bild"),
    owner("kult", valid_until=date(2020, 12, 31), succeeded_by="bild"),
    owner("bild"),
)
JANUARY = date(2021, 1, 15)


def round_of(*requests: Request, **more: Any) -> FollowUp:
    return FollowUp(period=period("2020"), opened_on=DAY, asked=requests, **more)


def test_who_takes_over_in_the_middle_of_a_round_answers_once_for_each_item() -> None:
    plan = plan_of(action("a"), action("b"), owners=MERGED)
    opened = round_of(
        Request(owner="edu", items=("a", "b")), Request(owner="kult", items=("b",)), Request(owner="bild", items=("a",))
    )
    assert asked_now(plan, opened, DAY) == opened.asked
    assert asked_now(plan, opened, JANUARY) == (Request(owner="bild", items=("a", "b")),)


def test_what_is_gone_is_not_asked_about_and_what_is_renamed_is() -> None:
    plan = plan_of(action("new", former_ids=("old",)), owners=(owner("edu", former_ids=("skola",)),))
    opened = round_of(Request(owner="skola", items=("old", "gone")), Request(owner="lost", items=("new",)))
    assert asked_now(plan, opened, DAY) == (
        Request(owner="edu", items=("new",)),
        Request(owner="lost", items=("new",)),
    )


def test_a_round_that_was_opened_by_hand_asks_whoever_answered_on_that_day() -> None:
    plan = plan_of(action("a", owners=("edu",)), owners=MERGED)
    by_hand = FollowUp(period=period("2020"), opened_on=DAY)
    assert asked_now(plan, by_hand, DAY) == (Request(owner="edu", items=("a",)),)
    assert asked_now(plan, by_hand, JANUARY) == (Request(owner="bild", items=("a",)),)
    assert asked_now(plan, FollowUp(period=period("2020")), JANUARY) == (Request(owner="bild", items=("a",)),)


LAW = settings(max_examples=60, deadline=None)
NAMES = ("edu", "kult", "bild", "soc")


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Action], list[Owner]]:
    """Actions with any owners in any roles, and owners of which some have ended or begun."""
    days = st.sampled_from([None, date(2020, 6, 30), date(2021, 6, 30)])
    owners = [
        owner(name, valid_until=draw(days), valid_from=draw(days), succeeded_by=draw(st.sampled_from([None, *NAMES])))
        for name in NAMES
    ]
    share = st.builds(
        lambda name, role: Responsibility(owner=name, role=role), st.sampled_from(NAMES), st.sampled_from(Role)
    )
    actions = [
        Action(id=f"a{number}", title=action("x").title, owners=tuple(each))
        for number, each in enumerate(draw(st.lists(st.lists(share, max_size=3), max_size=5)))
    ]
    return actions, owners


@LAW
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_owners_and_actions_changes_nobodys_questions(
    drawn: tuple[list[Action], list[Owner]], chance: Any
) -> None:
    actions, owners = drawn
    before = asked(plan_of(*actions, owners=tuple(owners)))
    chance.shuffle(actions)
    chance.shuffle(owners)
    after = asked(plan_of(*actions, owners=tuple(owners)))
    assert {name: set(items) for name, items in after.items()} == {name: set(items) for name, items in before.items()}


@LAW
@given(plans())
def test_each_item_stands_once_for_each_owner_and_is_asked_about_or_told(
    drawn: tuple[list[Action], list[Owner]],
) -> None:
    actions, owners = drawn
    plan = plan_of(*actions, owners=tuple(owners))
    found = who_is_asked(plan, period("2020"), DAY)
    for request in found.requests:
        assert len(set(request.items)) == len(request.items) > 0
    names = [request.owner for request in found.requests]
    assert len(set(names)) == len(names)
    somebody = {item for request in found.requests for item in request.items}
    nobody = [each.item for each in found.unasked]
    assert somebody.isdisjoint(nobody)
    assert {*somebody, *nobody} == {each.id for each in actions}


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_what_nobody_answers_for_is_told_in_every_language(language: str) -> None:
    (told,) = who_is_asked(plan_of(action("språkkafé")), period("2020"), DAY).unasked
    assert "språkkafé" in told.spoken(language)
