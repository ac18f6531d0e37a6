"""Goals, themes, owners and the programme: what stands below them counts once, and rolls up by a rule."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from muniprog.errors import UnknownNameError
from muniprog.model import FollowUp, Indicator, ProgressRules, RollUp, Status, Theme, Update
from muniprog.progress import Figures, Standing, assess
from tests.builders import action, goal, indicator, leads, observation, owner, period, programme, theme


def come(identifier: str, share: int, **more: Any) -> Indicator:
    return indicator(identifier, baseline=0, targets=[100], observations=(observation("2020", share),), **more)


def figures_of(*themes: Theme, rules: ProgressRules | None = None, **more: Any) -> Figures:
    return assess(programme(*themes, **more), as_of="2020-12-31", rules=rules)


def test_a_theme_rolls_up_goals_themes_and_its_own_indicators() -> None:
    inner = theme("inner", goal("g2", indicators=(come("k2", 20),)))
    loose = action("a", indicators=(come("k3", 30),))
    outer = theme("outer", goal("g1", indicators=(come("k1", 10),)), loose, inner, indicators=(come("k4", 40),))
    figures = figures_of(outer, programme_indicators=(come("k5", 75),))
    assert figures.group("outer").attainment == Fraction(25, 100)
    assert str(figures.group("outer").rolled_up.coverage) == "4 of 4 parts assessed."
    assert figures.programme.attainment == Fraction(50, 100)
    assert [indicator.id for indicator in figures.programme.indicators] == ["k1", "k2", "k3", "k4", "k5"]
    assert str(figures_of(outer).programme.rolled_up.coverage) == "1 of 1 theme assessed."


def test_weights_count_where_the_programme_says_so() -> None:
    weighed = goal("g", indicators=(come("k1", 10, weight=Decimal(3)), come("k2", 50)))
    figures = figures_of(theme("t", weighed), progress=ProgressRules(roll_up=RollUp.WEIGHTED))
    assert figures.group("g").attainment == Fraction(20, 100)
    assert "k1: 10%, weight 3." in figures["g"].explain("en")
    assert figures_of(theme("t", weighed)).group("g").attainment == Fraction(30, 100)


def test_a_weight_below_zero_is_told() -> None:
    weighed = goal("g", indicators=(come("k1", 10, weight=Decimal(-1)), come("k2", 50)))
    rolled_up = figures_of(theme("t", weighed), rules=ProgressRules(roll_up=RollUp.WEIGHTED)).group("g").rolled_up
    assert (rolled_up.attainment, str(rolled_up.reason)) == (
        None,
        "A weight is less than zero; weights are zero or more.",
    )


def test_what_has_no_parts_has_no_figure() -> None:
    rolled_up = figures_of(theme("t")).group("t").rolled_up
    assert (rolled_up.attainment, [str(line) for line in rolled_up.results]) == (None, ["No part could be assessed."])


def test_a_goal_has_the_status_that_was_reported_for_itself() -> None:
    reported = FollowUp(period=period("2020"), updates=(Update(item="g", status=Status.IN_PROGRESS),))
    figures = figures_of(theme("t", goal("g")), follow_ups=(reported,))
    assert (figures.group("g").status, figures.group("t").status) == (Status.IN_PROGRESS, None)
    assert "The status is “in progress”" in figures["g"].explain("en")


def test_an_action_is_counted_once_however_many_owners_it_has() -> None:
    shared = action("a", owners=("x", "y"))
    figures = figures_of(theme("t", shared, action("b", owners=("x",))), owners=(owner("x"), owner("y"), owner("z")))
    assert figures.programme.counts.total == 2
    assert {each.id: each.counts.total for each in figures.owners} == {"x": 2, "y": 1, "z": 0}
    assert "Each action is counted once" in figures.programme.explain("en")


def test_late_silent_and_continuous_actions_are_named() -> None:
    reported = FollowUp(
        period=period("2019"),
        updates=(Update(item="a", status=Status.IN_PROGRESS), Update(item="b", status=Status.CONTINUOUS)),
    )
    actions = (action("a", "2019"), action("b", "2019"), action("c", "2022"))
    group = figures_of(theme("t", *actions), follow_ups=(reported,)).group("t")
    assert [late.id for late in group.late] == ["a"]
    assert [silent.id for silent in group.never_reported] == ["c"]
    assert (group.completion.done, group.completion.base) == (0, 2)
    said = group.explain("en")
    assert "Late: “a”." in said
    assert "1 continuous action is not counted, since it is never completed: “b”." in said


def test_verdicts_are_counted() -> None:
    group = figures_of(theme("t", indicators=(come("k1", 100), indicator("k2")))).group("t")
    assert {standing: count for standing, count in group.verdicts.items() if count} == {
        Standing.MET: 1,
        Standing.NOT_ASSESSABLE: 1,
    }
    assert "Indicators that are met: 1." in group.explain("en")


def test_an_owner_rolls_up_the_indicators_that_it_answers_for() -> None:
    mine = goal("g", owners=leads("x"), indicators=(come("k1", 10), come("k2", 30)))
    figures = figures_of(theme("t", mine), owners=(owner("x"),))
    assert figures.owners[0].attainment == Fraction(20, 100)


def test_a_chain_of_successors_is_followed_and_a_ring_is_not() -> None:
    long_ago, lately = date(2018, 12, 31), date(2019, 12, 31)
    chain = (
        owner("x", valid_until=long_ago, succeeded_by="y"),
        owner("y", valid_until=lately, succeeded_by="z"),
        owner("z"),
        owner("r", valid_until=long_ago, succeeded_by="s"),
        owner("s", valid_until=long_ago, succeeded_by="r"),
        owner("lost", valid_until=long_ago, succeeded_by="nobody"),
        owner("ended", valid_until=long_ago),
    )
    actions = (action(f"of-{name}", owners=(name,)) for name in ("x", "r", "lost", "ended", "unknown"))
    figures = figures_of(theme("t", *actions), owners=chain)
    assert {each.id: [found.id for found in each.actions] for each in figures.owners if each.actions} == {
        "z": ["of-x"],
        "r": ["of-r"],
        "lost": ["of-lost"],
        "ended": ["of-ended"],
    }


def test_an_owner_succeeded_by_what_is_no_owner_stays() -> None:
    ended = owner("x", valid_until=date(2018, 12, 31), succeeded_by="t")
    figures = figures_of(theme("t", action("a", owners=("x", "t"))), owners=(ended,))
    assert [found.id for found in figures.owners[0].actions] == ["a"]


def test_figures_are_found_by_identifier_whatever_the_case() -> None:
    figures = figures_of(theme("t", goal("g", action("a"), former_ids=("old",))), owners=(owner("x"),))
    assert figures["G"] is figures["old"] is figures.goals[0]
    assert (list(figures), len(figures)) == (["x", "t", "g", "a"], 4)
    assert "a" in figures
    assert "b" not in figures
    assert repr(figures) == "<Figures of program on 2020-12-31: 0 of 1 (0%) done>"
    assert repr(figures["g"]) == "<GroupFigures g: 1 actions, 0 of 1 (0%) done>"


def test_figures_of_another_kind_are_refused_with_what_there_is() -> None:
    figures = figures_of(theme("t", action("a")))
    with pytest.raises(UnknownNameError, match=r"There is no action called “t”. Known: a."):
        figures.action("t")
    with pytest.raises(UnknownNameError, match="nobody"):
        figures["nobody"]


def test_an_explanation_is_text() -> None:
    group = figures_of(theme("t")).group("t")
    assert str(group.explanation) == group.explain("en")
    assert group.explain("fi").splitlines()[:2] == ["t", "Tulos: Toimenpiteitä ei ole."]


def test_counts_are_found_by_status() -> None:
    counts = figures_of(theme("t", action("a"))).group("t").counts
    assert (counts[None], counts[Status.DONE], counts.shares[None]) == (1, 0, 100)
