"""Weights: what cannot be weighed is found where the programme weighs its parts."""

from decimal import Decimal

from muniprog.model import ProgressRules, RollUp
from tests.builders import found_by, goal, indicator, items_found_by, programme, theme

WEIGHTED = ProgressRules(roll_up=RollUp.WEIGHTED)
NOTHING, LESS = Decimal(0), Decimal(-1)


def test_parts_that_all_weigh_nothing_are_found_for_each_whole() -> None:
    goals = (goal("G1", weight=NOTHING), goal("G2", weight=NOTHING))
    plan = programme(theme("t", *goals), progress=WEIGHTED)
    (finding,) = found_by("C109", plan)
    assert finding.item == "t"
    assert str(finding.message) == "All parts of “t” weigh zero, so none of them counts."


def test_a_programme_whose_parts_weigh_nothing_is_found() -> None:
    plan = programme(theme("t", weight=NOTHING), progress=WEIGHTED)
    (finding,) = found_by("C109", plan)
    assert finding.item == ""
    assert "“Program”" in str(finding)


def test_a_weight_below_zero_is_found() -> None:
    measured = (indicator("k", weight=LESS), indicator("l", weight=Decimal(2)), indicator("m"))
    plan = programme(theme("t", goal("g", indicators=measured)), progress=WEIGHTED)
    assert items_found_by("C109", plan) == ["k"]


def test_weights_that_are_not_used_are_left_alone() -> None:
    assert items_found_by("C109", programme(theme("t", weight=LESS))) == []


def test_no_weights_and_some_zeros_are_fine() -> None:
    goals = (goal("G1"), goal("G2", weight=NOTHING))
    assert items_found_by("C109", programme(theme("t", *goals), progress=WEIGHTED)) == []
