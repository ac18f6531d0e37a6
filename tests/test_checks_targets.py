from datetime import date

import pytest

from muniprog.model import Comparison, Direction, Indicator, Measure, Programme, Target
from tests.builders import dated, found_by, indicator, items_found_by, programme, text, value, when


def plan_with(*indicators: Indicator) -> Programme:
    return programme(programme_indicators=indicators)


def target(given: float, by: str = "", **more: object) -> Target:
    return Target(value=value(given), by=when(by), **more)  # type: ignore[arg-type]


def test_a_number_wants_a_target_or_a_direction() -> None:
    plan = plan_with(
        indicator("neither"),
        indicator("target", targets=[5]),
        indicator("direction", direction=Direction.INCREASE),
        indicator("milestone", Measure.MILESTONE),
        indicator("plug-in", "climate:index"),
    )
    assert items_found_by("I111", plan) == ["neither"]


@pytest.mark.parametrize(
    ("baseline", "goal", "direction", "contrary"),
    [
        (18, 12, Direction.INCREASE, True),
        (12, 18, Direction.DECREASE, True),
        (12, 18, Direction.KEEP, True),
        (12, 12, Direction.INCREASE, True),
        (18, 12, Direction.DECREASE, False),
        (12, 18, Direction.INCREASE, False),
        (12, 12, Direction.KEEP, False),
        (12, 18, None, False),
        (None, 18, Direction.DECREASE, False),
        (12, "hög", Direction.DECREASE, False),
    ],
)
def test_direction_and_the_way_to_the_target_agree(
    baseline: float | None, goal: float | str, direction: Direction | None, contrary: bool
) -> None:
    plan = plan_with(indicator("i", baseline=baseline, targets=[goal], direction=direction))
    assert bool(found_by("I112", plan)) is contrary


def test_a_target_that_is_the_baseline_wants_keep() -> None:
    plan = plan_with(
        indicator("same", baseline=40, targets=[50, 40]),
        indicator("kept", baseline=40, targets=[40], direction=Direction.KEEP),
        indicator("other", baseline=40, targets=[50]),
        indicator("no-target", baseline=40),
    )
    assert items_found_by("I113", plan) == ["same"]


def test_targets_for_different_times_are_no_revision() -> None:
    assert found_by("I114", plan_with(indicator("i", targets=[target(5, "2020"), target(6, "2021"), target(7)]))) == ()


def test_a_revised_target_says_when_and_why() -> None:
    plan = plan_with(
        indicator(
            "i",
            targets=[
                target(60, "2022", set_on=date(2019, 2, 1)),
                target(70),
                target(50, "2022", set_on=date(2021, 3, 15), reason=text("Lagändring")),
                target(40, "2022", set_on=date(2022, 3, 15)),
                target(30, "2022"),
                target(80),
            ],
        )
    )
    found = found_by("I114", plan)
    assert {(finding.path[-1], str(finding.message).split("; ")[1].split(" should")[0]) for finding in found} == {
        (3, "reason"),
        (4, "set_on, reason"),
        (5, "set_on, reason"),
    }


def test_a_target_is_reached_inside_the_programme() -> None:
    late = Target(value=value(5), by=dated(None, "2023-01-01", "till 2023"))
    plan = plan_with(indicator("i", targets=[target(5, "2018"), target(5, "2019"), target(5, "2022"), late, target(9)]))
    assert [finding.path[-2] for finding in found_by("I115", plan)] == [0, 3]


@pytest.mark.parametrize(
    ("direction", "comparison", "contrary"),
    [
        (Direction.INCREASE, Comparison.AT_MOST, True),
        (Direction.DECREASE, Comparison.AT_LEAST, True),
        (None, Comparison.AT_MOST, True),
        (Direction.INCREASE, Comparison.AT_LEAST, False),
        (Direction.KEEP, Comparison.AT_MOST, False),
        (None, None, False),
    ],
)
def test_a_target_is_met_in_its_direction(
    direction: Direction | None, comparison: Comparison | None, contrary: bool
) -> None:
    plan = plan_with(indicator("i", baseline=10, direction=direction, targets=[target(20, comparison=comparison)]))
    assert bool(found_by("I116", plan)) is contrary
