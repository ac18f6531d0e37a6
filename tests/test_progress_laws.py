"""Laws that figures keep whatever the programme: no order and no cancelled action changes them, and nothing breaks."""

import math
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniprog.model import (
    Action,
    Baseline,
    FollowUp,
    Goal,
    Indicator,
    Measure,
    Missing,
    Observation,
    Per,
    Programme,
    ProgressRules,
    Responsibility,
    RollUp,
    Series,
    Status,
    Target,
    Theme,
    Unassessed,
    Update,
    Value,
)
from muniprog.progress import ActionFigures, Figures, GroupFigures, IndicatorFigures, assess, shares
from muniprog.testing import programmes
from muniprog.timeframe import Period, Timeframe
from tests.builders import owner, programme, text

Thing = TypeVar("Thing")

SLOW = settings(
    max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
DAYS = st.dates(date(2018, 1, 1), date(2023, 12, 31))
ANY_DAY = st.dates()
PERIODS = st.sampled_from([Period.parse(raw) for raw in ("2019", "2020", "2021", "2020-Q1", "2020-05")])
NUMBERS = st.decimals(-1000, 1000, places=2)
ODD = st.one_of(st.decimals(), st.booleans(), st.sampled_from(["", "-", "hög"]))
OWNERS = ("a", "b", "c")


def some(strategy: st.SearchStrategy[Thing]) -> st.SearchStrategy[Thing | None]:
    return st.one_of(st.none(), strategy)


def observations(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Observation, ...]]:
    one = st.builds(
        Observation,
        period=PERIODS,
        value=some(values),
        missing=st.sampled_from([None, None, None, *Missing]),
        numerator=some(NUMBERS),
        denominator=some(NUMBERS),
        dimensions=st.sampled_from([{}, {}, {"sex": "f"}]),
        reported_on=some(DAYS),
    )
    return st.lists(one, max_size=5).map(tuple)


def indicators(
    identifier: str, measures: st.SearchStrategy[Measure], values: st.SearchStrategy[Value]
) -> st.SearchStrategy[Indicator]:
    return st.builds(
        Indicator,
        id=st.just(identifier),
        title=st.just(text(identifier)),
        measure=measures,
        unit=st.sampled_from([None, text("%"), text("personer")]),
        per=some(st.sampled_from(Per)),
        series=some(st.sampled_from(Series)),
        baseline=some(st.builds(Baseline, value=values, period=some(PERIODS))),
        targets=st.lists(
            st.builds(
                Target,
                value=values,
                by=st.sampled_from([Timeframe(), Timeframe.parse(2022), Timeframe.parse("2019–2022")]),
                set_on=some(DAYS),
            ),
            max_size=2,
        ).map(tuple),
        observations=observations(values),
        weight=some(st.decimals(0, 3, places=1)),
    )


NUMERIC = st.sampled_from([measure for measure in Measure if measure not in (Measure.MILESTONE, Measure.TEXT)])


@st.composite
def small_programmes(draw: st.DrawFn, values: st.SearchStrategy[Value] = NUMBERS) -> Programme:
    """Draw one theme with two goals, a few actions each, indicators and two rounds."""
    goals = []
    for name in ("g", "h"):
        actions = tuple(
            Action(
                id=f"{name}-{number}",
                title=text(f"{name}-{number}"),
                owners=tuple(Responsibility(owner=each) for each in draw(st.sets(st.sampled_from(OWNERS)))),
                timeframe=draw(st.sampled_from([Timeframe(), Timeframe.parse(2020), Timeframe.parse("Kontinuerlig")])),
            )
            for number in range(draw(st.integers(0, 3)))
        )
        measured = tuple(
            draw(indicators(f"{name}k{number}", NUMERIC, values)) for number in range(draw(st.integers(0, 2)))
        )
        goals.append(Goal(id=name, title=text(name), actions=actions, indicators=measured))
    items = [action.id for goal in goals for action in goal.actions]
    update = st.builds(
        Update,
        item=st.sampled_from([*items, "nobody"]),
        status=some(st.sampled_from(Status)),
        planned_end=some(DAYS),
        actual_end=some(DAYS),
        reported_on=some(DAYS),
    )
    rounds = tuple(
        FollowUp(period=Period.parse(year), updates=tuple(draw(st.lists(update, max_size=4)))) for year in (2019, 2020)
    )
    rules = draw(st.builds(ProgressRules, roll_up=st.sampled_from(RollUp), unassessed=st.sampled_from(Unassessed)))
    return programme(
        Theme(id="t", title=text("t"), goals=tuple(goals)),
        owners=tuple(owner(each) for each in OWNERS),
        follow_ups=rounds,
        progress=rules,
    )


def numbers(figures: Figures) -> dict[str, object]:
    """Every figure, as plain values without the objects that it was computed from."""
    found: dict[str, object] = {}
    for name, each in figures.items():
        match each:
            case ActionFigures():
                found[name] = (each.status, each.late_by, each.time_passed, each.slip, each.never_reported)
            case IndicatorFigures():
                values = tuple((value.period.order, value.value, value.availability) for value in each.timeline)
                found[name] = (values, each.total.value, each.attainment, each.verdict, len(each.parts))
            case GroupFigures():
                found[name] = of_group(each)
    return found | {"": of_group(figures.programme)}


def of_group(group: GroupFigures) -> tuple[object, ...]:
    return (
        dict(group.counts.by_status),
        group.completion,
        group.attainment,
        [late.id for late in group.late],
        dict(group.verdicts),
    )


def with_theme(plan: Programme, change: Callable[[Theme], Theme]) -> Programme:
    return attrs.evolve(plan, themes=tuple(change(theme) for theme in plan.themes))


def with_goals(plan: Programme, change: Callable[[Goal], Goal]) -> Programme:
    return with_theme(plan, lambda theme: attrs.evolve(theme, goals=tuple(change(goal) for goal in theme.goals)))


def shuffled(draw: st.DataObject, things: Sequence[Thing]) -> tuple[Thing, ...]:
    return tuple(draw.draw(st.permutations(things)))


@SLOW
@given(small_programmes(st.one_of(NUMBERS, ODD)), DAYS, st.data())
def test_no_order_of_goals_actions_rounds_updates_or_observations_changes_a_figure(
    plan: Programme, as_of: date, data: st.DataObject
) -> None:
    def mixed_indicator(indicator: Indicator) -> Indicator:
        return attrs.evolve(indicator, observations=shuffled(data, indicator.observations))

    def mixed_goal(goal: Goal) -> Goal:
        mixed = tuple(mixed_indicator(indicator) for indicator in shuffled(data, goal.indicators))
        return attrs.evolve(goal, actions=shuffled(data, goal.actions), indicators=mixed)

    mixed = with_goals(plan, mixed_goal)
    mixed = with_theme(mixed, lambda theme: attrs.evolve(theme, goals=shuffled(data, theme.goals)))
    rounds = (attrs.evolve(each, updates=shuffled(data, each.updates)) for each in shuffled(data, plan.follow_ups))
    mixed = attrs.evolve(mixed, follow_ups=tuple(rounds), owners=shuffled(data, plan.owners))
    before, after = assess(plan, as_of=as_of), assess(mixed, as_of=as_of)
    assert numbers(before) == numbers(after)
    for name, each in before.items():
        assert each.explain("en") == after[name].explain("en")


@SLOW
@given(small_programmes(), DAYS)
def test_a_cancelled_action_changes_no_percentage(plan: Programme, as_of: date) -> None:
    given_up = Action(id="x", title=text("x"), owners=(Responsibility(owner="a"),))
    more = with_goals(
        plan, lambda goal: attrs.evolve(goal, actions=(*goal.actions, given_up)) if goal.id == "g" else goal
    )
    cancelled = FollowUp(
        period=Period.parse(2018), updates=(Update(item="x", status=Status.CANCELLED, reported_on=date(2018, 1, 1)),)
    )
    more = attrs.evolve(more, follow_ups=(*plan.follow_ups, cancelled))
    before, after = assess(plan, as_of=as_of), assess(more, as_of=as_of)
    for old, new in zip(groups(before), groups(after), strict=True):
        assert old.completion.share == new.completion.share
        assert old.attainment == new.attainment
        assert [late.id for late in old.late] == [late.id for late in new.late]


def groups(figures: Figures) -> tuple[GroupFigures, ...]:
    return figures.programme, *figures.themes, *figures.goals, *figures.owners


@SLOW
@given(small_programmes(), DAYS)
def test_each_action_counts_once_in_every_total(plan: Programme, as_of: date) -> None:
    figures = assess(plan, as_of=as_of)
    assert figures.programme.counts.total == len(plan.actions)
    assert sum(goal.counts.total for goal in figures.goals) == len(plan.actions)
    for group in groups(figures):
        assert len({action.id for action in group.actions}) == len(group.actions) == group.counts.total
        assert sum(group.counts.shares.values()) == (100 if group.actions else 0)


@SLOW
@given(small_programmes())
def test_before_the_first_report_nothing_is_reported(plan: Programme) -> None:
    figures = assess(plan, as_of="2017-12-31")
    assert all(action.status is None and action.never_reported for action in figures.actions)
    assert all(indicator.latest is None for indicator in figures.indicators)
    assert figures.programme.counts.by_status[None] == len(plan.actions)


@SLOW
@given(small_programmes(), DAYS, st.decimals(Decimal("0.01"), 1000, places=2))
def test_scaling_an_indicator_changes_no_attainment(plan: Programme, as_of: date, factor: Decimal) -> None:
    def number(value: Value) -> Value:
        return value * factor if isinstance(value, Decimal) else value

    def larger(indicator: Indicator) -> Indicator:
        return attrs.evolve(
            indicator,
            baseline=indicator.baseline and attrs.evolve(indicator.baseline, value=number(indicator.baseline.value)),
            targets=tuple(attrs.evolve(target, value=number(target.value)) for target in indicator.targets),
            observations=tuple(
                attrs.evolve(
                    seen,
                    value=None if seen.value is None else number(seen.value),
                    numerator=None if seen.numerator is None else seen.numerator * factor,
                )
                for seen in indicator.observations
            ),
        )

    scaled = with_goals(
        plan, lambda goal: attrs.evolve(goal, indicators=tuple(larger(each) for each in goal.indicators))
    )
    before, after = assess(plan, as_of=as_of), assess(scaled, as_of=as_of)
    for old, new in zip(before.indicators, after.indicators, strict=True):
        assert (old.attainment, old.verdict) == (new.attainment, new.verdict)


@SLOW
@given(programmes(), ANY_DAY)
def test_no_programme_breaks_it_and_every_figure_explains_itself(plan: Programme, as_of: date) -> None:
    whole(assess(plan, as_of=as_of))


@SLOW
@given(small_programmes(st.one_of(NUMBERS, ODD)), ANY_DAY)
def test_no_value_breaks_it_or_becomes_infinite(plan: Programme, as_of: date) -> None:
    whole(assess(plan, as_of=as_of))


def whole(figures: Figures) -> None:
    for each in (figures.programme, *figures.values()):
        for language in ("sv", "fi", "en"):
            assert each.explain(language)
    for indicator in figures.indicators:
        assert all(finite(value.value) for value in indicator.timeline)
        assert finite(indicator.total.value)
        assert indicator.attainment is None or isinstance(indicator.attainment, Fraction)


def finite(value: object) -> bool:
    return not isinstance(value, (Decimal, Fraction)) or math.isfinite(value)


@given(st.dictionaries(st.integers(), st.integers(0, 10**6)))
def test_shares_add_up_and_are_next_to_the_exact_ones(counts: dict[int, int]) -> None:
    total = sum(counts.values())
    found = shares(counts)
    assert sum(found.values()) == (100 if total else 0)
    assert all(abs(Fraction(100 * counts[key], total) - share) < 1 for key, share in found.items())
