from datetime import date

from muniprog.model import Contact, FollowUp, Programme, Responsibility, Role, Status, Update
from tests.builders import (
    action,
    found_by,
    goal,
    indicator,
    items_found_by,
    leads,
    owner,
    period,
    programme,
    step,
    theme,
    when,
)

END_2020 = date(2020, 12, 31)


def test_an_owner_must_be_there_when_the_work_is_done() -> None:
    plan = programme(
        theme(
            "t",
            goal(
                "g",
                action("after", "2021", owners=("ended",)),
                action("before", "2019–2020", owners=("new",)),
                action("meets", "2020–2021", owners=("ended", "new", "unknown")),
                action("always", "Kontinuerlig", owners=("ended", "new")),
                action("stepped", "2021", steps=(step("s", owners=leads("ended")),)),
                indicators=(indicator("i", owners=leads("ended")),),
                timeframe=when("2022"),
                owners=leads("forever"),
            ),
        ),
        owners=(
            owner("ended", valid_until=END_2020, succeeded_by="new"),
            owner("new", valid_from=date(2021, 1, 1)),
            owner("forever"),
        ),
    )
    found = found_by("O103", plan)
    assert [finding.item for finding in found] == ["after", "before", "stepped"]
    assert found[2].path[-4:] == ("steps", 0, "owners", 0)
    assert "ends on 31 December 2020, before the work begins (2021)" in str(found[0])
    assert "begins on 1 January 2021, after the work has ended (2019–2020)" in str(found[1])


def ended(*actions: tuple[str, str], **more: object) -> Programme:
    below = [action(identifier, words, owners=("edu",)) for identifier, words in actions]
    return programme(theme("t", goal("g", *below)), owners=(owner("edu", valid_until=END_2020),), **more)


def test_an_ended_owner_with_work_left_wants_a_successor() -> None:
    plan = ended(("done-in-time", "2020"), ("goes-on", "2020–2021"), ("always", "Kontinuerlig"), ("later", "2022"))
    (finding,) = found_by("O104", plan)
    assert finding.item == "edu"
    assert "2 actions go on: goes-on, always." in str(finding)


def test_one_action_is_one_action() -> None:
    (finding,) = found_by("O104", ended(("goes-on", "2020–2021")))
    assert "1 action goes on: goes-on." in str(finding)


def test_with_a_successor_the_work_goes_on() -> None:
    plan = programme(
        theme("t", action("a", "Kontinuerlig", owners=("edu",))),
        owners=(owner("edu", valid_until=END_2020, succeeded_by="bildn"), owner("bildn")),
    )
    assert found_by("O104", plan) == ()


def test_no_work_left_is_no_finding() -> None:
    assert found_by("O104", ended(("a", "2020"))) == ()


def test_what_was_last_reported_as_done_or_cancelled_is_not_left() -> None:
    def round_(year: str, **statuses: Status | None) -> FollowUp:
        updates = tuple(Update(item=item, status=status) for item, status in statuses.items())
        return FollowUp(period=period(year), updates=updates)

    rounds = (
        round_("2021", a=Status.DONE, b=Status.IN_PROGRESS, d=None, g=Status.DONE, gone=Status.DONE),
        round_("2020", a=Status.IN_PROGRESS, b=Status.DONE, c=Status.CANCELLED, d=Status.DONE),
    )
    plan = ended(*((identifier, "2020–2022") for identifier in "abcde"), follow_ups=rounds)
    (finding,) = found_by("O104", plan)
    assert "2 actions go on: b, e." in str(finding)


def test_several_leads_are_told() -> None:
    two = (Responsibility(owner="a"), Responsibility(owner="b"))
    plan = programme(
        theme(
            "t",
            goal("g", action("one", owners=("a", "b")), action("steps", steps=(step("s", owners=two),)), owners=two),
        ),
        owners=(owner("a"), owner("b")),
    )
    found = found_by("O105", plan)
    assert [finding.item for finding in found] == ["g", "steps"]
    assert "“g” is led by several owners: a, b." in str(found[0])


def test_an_owner_is_named_once() -> None:
    twice = (Responsibility(owner="a"), Responsibility(owner="OLD", role=Role.CONTACT), Responsibility(owner="gone"))
    plan = programme(
        theme("t", action("x", owners=("a", "b")), owners=twice), owners=(owner("a", former_ids=("old",)), owner("b"))
    )
    assert items_found_by("O106", plan) == ["t"]


def test_contact_data_is_told_without_being_shown() -> None:
    plan = programme(owners=(owner("a", contact=Contact(phone="06 000 000")), owner("b")))
    (finding,) = found_by("O107", plan)
    assert finding.item == "a"
    assert "06 000 000" not in str(finding)
