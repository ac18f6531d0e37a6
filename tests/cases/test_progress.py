"""Field cases about progress: what figures come to, and what they must never pretend."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from muniprog.model import (
    Direction,
    FollowUp,
    Indicator,
    Measure,
    Missing,
    Observation,
    Per,
    Programme,
    ProgressRules,
    RollUp,
    Series,
    Status,
    Target,
    Unassessed,
    Update,
    Value,
)
from muniprog.progress import (
    Availability,
    IndicatorFigures,
    Standing,
    actions_by_tag,
    assess,
    per_cent,
    shares,
)
from muniprog.timeframe import Calendar
from tests.builders import action, goal, indicator, observation, owner, period, programme, text, theme, value, when

NBSP = "\u00a0"


def figures_of(measured: Indicator, as_of: str = "2022-12-31", **more: Any) -> IndicatorFigures:
    plan = programme(programme_indicators=(measured,), **more)
    return assess(plan, as_of=as_of).indicator(measured.id)


def attained(measured: Indicator, as_of: str = "2022-12-31") -> str | None:
    share = figures_of(measured, as_of).attainment
    return None if share is None else per_cent(share).spoken("sv")


def observed(*pairs: tuple[str, Value | float]) -> tuple[Observation, ...]:
    return tuple(observation(when_, given) for when_, given in pairs)


def reported(**statuses: Status) -> tuple[FollowUp, ...]:
    """One round for 2020 with the status of each action."""
    updates = tuple(Update(item=item, status=status) for item, status in statuses.items())
    return (FollowUp(period=period("2020"), updates=updates),)


@pytest.mark.parametrize(("actual", "verdict"), [(40, Standing.MET), (38, Standing.MISSED)])
def test_m01_a_level_to_keep_is_met_or_not_and_has_no_percentage(actual: int, verdict: Standing) -> None:
    kept = figures_of(indicator("K1", baseline=40, targets=[40], observations=observed(("2022", actual))))
    assert (kept.verdict, kept.attainment) == (verdict, None)
    assert "–" in kept.explain("sv")


def test_m01_a_level_that_is_lost_before_the_time_is_out_is_behind() -> None:
    lost = figures_of(indicator("K1", baseline=40, targets=[40], observations=observed(("2020", 38))), "2020-12-31")
    assert lost.verdict is Standing.BEHIND


def test_m01_a_target_of_zero_is_a_target() -> None:
    assert attained(indicator("K2", baseline=12, targets=[0], observations=observed(("2021", 3)))) == f"75{NBSP}%"


def test_m01_zero_from_zero_to_zero_is_met() -> None:
    nothing = figures_of(indicator("K3", baseline=0, targets=[0], observations=observed(("2021", 0))))
    assert (nothing.verdict, nothing.attainment) == (Standing.MET, None)


def unemployment(**more: Any) -> Indicator:
    rates = observed(("2020", 15), ("2021", 20), ("2022", 11))
    return indicator("arbetslöshet", Measure.SHARE, unit="%", baseline=18, targets=[12], observations=rates, **more)


@pytest.mark.parametrize(
    ("as_of", "share", "verdict"),
    [
        ("2020-12-31", f"50{NBSP}%", Standing.ON_THE_WAY),
        ("2021-12-31", f"−33{NBSP}%", Standing.BEHIND),
        ("2022-12-31", f"117{NBSP}%", Standing.MET),
    ],
)
def test_m02_lower_is_better_and_nothing_is_clamped(as_of: str, share: str, verdict: Standing) -> None:
    assert attained(unemployment(), as_of) == share
    assert figures_of(unemployment(), as_of).verdict is verdict


def test_m02_below_the_start_is_said_to_be_worse_than_the_start() -> None:
    assert "worse than the start" in figures_of(unemployment(), "2021-12-31").explain("en")


def test_m02_an_explicit_direction_wins_over_the_way_to_the_target() -> None:
    mistaken = figures_of(unemployment(direction=Direction.INCREASE), "2020-12-31")
    assert (mistaken.verdict, mistaken.attainment) == (Standing.MET, None)
    assert "opposite" in mistaken.explain("en")


def test_m03_shares_add_up_as_numerators_over_denominators() -> None:
    parts = (
        observation("2019", numerator=Decimal(30), denominator=Decimal(60)),
        observation("2020", numerator=Decimal(10), denominator=Decimal(100)),
    )
    total = figures_of(indicator("k", Measure.SHARE, unit="%", observations=parts)).total
    assert total.value == 25
    assert total.spoken("sv") == f"25{NBSP}%"


def test_m03_shares_without_parts_are_not_added_up() -> None:
    total = figures_of(indicator("k", Measure.SHARE, unit="%", observations=observed(("2019", 50), ("2020", 10)))).total
    assert total.value is None
    assert "without their numerators and denominators" in total.spoken("en")


M04 = programme(theme("t", goal("g", *(action(f"a{number}", "2020") for number in range(1, 6)))))
M04_ROUNDS = reported(a1=Status.DONE, a2=Status.DONE, a3=Status.CANCELLED, a4=Status.POSTPONED)


def test_m04_cancelled_is_in_neither_part_and_postponed_stays() -> None:
    figures = assess(M04, as_of="2020-12-31", rounds=M04_ROUNDS).group("g")
    assert (figures.completion.done, figures.completion.base, figures.completion.share) == (2, 4, Fraction(1, 2))
    assert figures.counts.by_status == {
        Status.NOT_STARTED: 0,
        Status.IN_PROGRESS: 0,
        Status.DONE: 2,
        Status.CONTINUOUS: 0,
        Status.POSTPONED: 1,
        Status.CANCELLED: 1,
        None: 1,
    }


def test_m04_what_is_left_out_and_what_is_not_reported_stand_in_footnotes() -> None:
    said = assess(M04, as_of="2020-12-31", rounds=M04_ROUNDS).group("g").explain("en")
    assert "1 cancelled action is not counted: “a3”." in said
    assert "The status of 1 action has not been reported" in said


def test_m04_the_same_figure_stands_for_goal_theme_and_programme() -> None:
    figures = assess(M04, as_of="2020-12-31", rounds=M04_ROUNDS)
    said = {group.completion for group in (figures.programme, *figures.themes, *figures.goals)}
    assert [str(completion) for completion in said] == ["2 of 4 (50%)"]


def m05(*weights: int) -> Programme:
    """G1 has come 80 %, G2 70 %, and G3 has nothing to measure."""
    known = {"G1": 80, "G2": 70}
    given = dict(zip(("G1", "G2", "G3"), weights, strict=False))
    goals = (
        goal(
            name,
            indicators=tuple(
                indicator(f"k{name}", baseline=0, targets=[100], observations=observed(("2020", come)))
                for come in ([known[name]] if name in known else [])
            ),
            weight=Decimal(given[name]) if name in given else None,
        )
        for name in ("G1", "G2", "G3")
    )
    return programme(theme("t", *goals))


def test_m05_what_has_nothing_to_measure_is_outside_the_mean() -> None:
    rolled_up = assess(m05(), as_of="2020-12-31").group("t").rolled_up
    assert rolled_up.attainment == Fraction(75, 100)
    assert str(rolled_up.coverage) == "2 of 3 goals assessed."


def test_m05_counting_it_as_zero_is_an_explicit_setting() -> None:
    rules = ProgressRules(unassessed=Unassessed.AS_ZERO)
    rolled_up = assess(m05(), as_of="2020-12-31", rules=rules).group("t").rolled_up
    assert rolled_up.attainment == Fraction(50, 100)
    said = assess(attrs.evolve(m05(), progress=rules), as_of="2020-12-31")["t"].explain("en")
    assert "count as 0%, by the programme's own setting" in said


def test_m05_no_weights_are_equal_weights() -> None:
    rules = ProgressRules(roll_up=RollUp.WEIGHTED)
    assert assess(m05(), as_of="2020-12-31", rules=rules).group("t").attainment == Fraction(3, 4)
    assert assess(m05(3, 1, 0), as_of="2020-12-31", rules=rules).group("t").attainment == Fraction(31, 40)


def test_m05_weights_that_are_all_zero_are_told_and_divide_nothing() -> None:
    rolled_up = assess(m05(0, 0, 0), as_of="2020-12-31", rules=ProgressRules(roll_up=RollUp.WEIGHTED)).group("t")
    assert rolled_up.attainment is None
    assert "All weights are zero" in rolled_up.explain("en")


def test_m05_the_worst_part_may_stand_for_the_whole() -> None:
    rules = ProgressRules(roll_up=RollUp.WORST)
    assert assess(m05(), as_of="2020-12-31", rules=rules).group("t").attainment == Fraction(7, 10)


@pytest.mark.parametrize("words", ["hög", "se bilaga"])
def test_m06_words_are_no_number_and_are_kept(words: str) -> None:
    figures = figures_of(indicator("k", baseline=1, targets=[2], observations=observed(("2021", words))))
    assert figures.latest is None
    assert figures.verdict is Standing.NOT_ASSESSABLE
    assert f"“{words}” cannot be read as count." in figures.explain("en")


def test_m07_a_text_indicator_has_its_words_and_no_percentage() -> None:
    strategy = figures_of(
        indicator("k", Measure.TEXT, targets=[80], observations=observed(("2021", "strategin antagen 2021-03")))
    )
    assert strategy.latest is not None
    assert strategy.latest.spoken("sv") == "strategin antagen 2021-03"
    assert (strategy.verdict, strategy.attainment, strategy.total.value) == (Standing.NOT_ASSESSABLE, None, None)


def test_m08_zero_is_a_result_and_nothing_is_none() -> None:
    zero = figures_of(indicator("A", baseline=4, targets=[8], observations=observed(("2021", 0)))).latest
    assert zero is not None
    assert (zero.value, zero.spoken("sv")) == (0, "0")
    silent = figures_of(indicator("B", targets=[8]))
    assert silent.latest is None
    assert [(each.period.raw, each.availability) for each in silent.timeline] == [
        (year, Availability.NOT_REPORTED) for year in ("2019", "2020", "2021", "2022")
    ]
    assert silent.timeline[0].spoken("sv") == "inte rapporterat"


def test_m08_a_target_of_zero_is_met_by_zero() -> None:
    met = figures_of(indicator("C", direction=Direction.DECREASE, targets=[0], observations=observed(("2021", 0))))
    assert met.verdict is Standing.MET


REVISED = indicator(
    "K",
    baseline=20,
    targets=[
        Target(value=value(60), by=when("2022"), set_on=date(2019, 2, 1)),
        Target(
            value=value(50),
            by=when("2022"),
            set_on=date(2021, 3, 15),
            set_by=text("Kommunstyrelsen"),
            reason=text("lagändring"),
        ),
    ],
    observations=observed(("2020", 40), ("2022", 50)),
)


def test_m09_a_report_is_measured_against_the_target_of_its_day() -> None:
    before, after = figures_of(REVISED, "2020-12-31"), figures_of(REVISED, "2022-12-31")
    assert before.target is not None
    assert after.target is not None
    assert (before.target.target.value, before.attainment, before.target.is_revised) == (60, Fraction(1, 2), False)
    assert (after.target.target.value, after.verdict, after.target.is_revised) == (50, Standing.MET, True)


def test_m09_the_history_of_the_target_is_told() -> None:
    assert "The target was changed from 60 to 50 on 15 March 2021. Decided by: Kommunstyrelsen. Reason: lagändring" in (
        figures_of(REVISED).explain("en")
    )
    assert "changed" not in figures_of(REVISED, "2020-12-31").explain("en")


M13 = programme(
    theme(
        "t",
        goal(
            "g",
            action("ACT-1", "2020", ("EDU",)),
            action("ACT-2", "2020", ("EDU", "KULT")),
            action("ACT-3", "", ("BILD",)),
        ),
    ),
    owners=(
        owner("EDU", valid_until=date(2020, 12, 31), succeeded_by="BILD"),
        owner("KULT", valid_until=date(2020, 12, 31), succeeded_by="BILD"),
        owner("BILD"),
    ),
)


def actions_by_owner(as_of: str) -> dict[str, list[str]]:
    return {each.id: [found.id for found in each.actions] for each in assess(M13, as_of=as_of).owners}


def test_m13_figures_name_the_owners_of_their_day() -> None:
    assert actions_by_owner("2020-12-31") == {"EDU": ["ACT-1", "ACT-2"], "KULT": ["ACT-2"], "BILD": ["ACT-3"]}
    assert actions_by_owner("2021-01-01") == {"EDU": [], "KULT": [], "BILD": ["ACT-1", "ACT-2", "ACT-3"]}


@pytest.mark.parametrize("as_of", ["2020-12-31", "2022-12-31"])
def test_m13_totals_before_and_after_add_up(as_of: str) -> None:
    named = {item for items in actions_by_owner(as_of).values() for item in items}
    assert len(named) == assess(M13, as_of=as_of).programme.counts.total == 3


def test_m13_the_one_that_took_over_says_from_whom() -> None:
    figures = assess(M13, as_of="2022-12-31")
    assert "Includes what EDU answered for, which has ended." in figures["BILD"].explain("en")
    assert "its actions stand under BILD" in figures["EDU"].explain("en")


def twice(series: Series, first: float, second: float) -> IndicatorFigures:
    seen = (
        observation("2020", second, reported_on=date(2020, 12, 15)),
        observation("2020", first, reported_on=date(2020, 6, 30)),
    )
    return figures_of(indicator("k", observations=seen, series=series))


def test_m16_a_snapshot_takes_the_latest_report_and_a_counter_adds_them() -> None:
    assert [each.value for each in twice(Series.SNAPSHOT, 42, 55).values] == [55]
    assert [each.value for each in twice(Series.PER_PERIOD, 10, 12).values] == [22]
    assert "The latest of 2 reports about 2020 counts." in twice(Series.SNAPSHOT, 42, 55).explain("en")
    assert "The sum of 2 reports about 2020." in twice(Series.PER_PERIOD, 10, 12).explain("en")


def test_m16_what_was_reported_later_is_not_known_yet() -> None:
    seen = (
        observation("2020", 42, reported_on=date(2020, 6, 30)),
        observation("2020", 55, reported_on=date(2020, 12, 15)),
    )
    latest = figures_of(indicator("k", observations=seen), "2020-07-01").latest
    assert latest is not None
    assert latest.value == 42


FISCAL = Calendar(fiscal_year=8)


def test_t06_days_belong_to_the_fiscal_year_that_holds_them() -> None:
    seen = observed(("2021-02-01", 2), ("2020-09-15", 1))
    (year,) = figures_of(indicator("k", observations=seen, per=Per.YEAR), calendar=FISCAL).values
    assert (year.period.raw, year.value) == ("2020/21", 3)
    assert (year.period.start, year.period.end) == (date(2020, 8, 1), date(2021, 7, 31))


def test_t06_a_january_year_is_plain_and_the_order_is_that_of_the_dates() -> None:
    seen = observed(("2021-02-01", 2), ("2020-09-15", 1))
    assert [each.period.raw for each in figures_of(indicator("k", observations=seen, per=Per.YEAR)).values] == [
        "2020",
        "2021",
    ]


def test_t06_quarters_follow_the_start_of_the_fiscal_year() -> None:
    seen = observed(("2020-09-15", 1), ("2020-10-31", 1), ("2020-11-01", 1))
    quarters = figures_of(indicator("k", observations=seen, per=Per.QUARTER), calendar=FISCAL).values
    assert [(each.period.start, each.value) for each in quarters] == [(date(2020, 8, 1), 2), (date(2020, 11, 1), 1)]


def test_r01_years_without_data_are_listed_and_the_trend_names_its_ends() -> None:
    seen = (
        observation("2018", 40),
        observation("2019", missing=Missing.NOT_AVAILABLE),
        observation("2021", 55),
    )
    figures = figures_of(indicator("k", observations=seen), "2022-06-30", period="2018–2022")
    assert [(each.period.raw, each.value, each.availability.value) for each in figures.timeline] == [
        ("2018", 40, "measured"),
        ("2019", None, "not_available"),
        ("2020", None, "not_reported"),
        ("2021", 55, "measured"),
        ("2022", None, "not_due"),
    ]
    assert figures.trend is not None
    assert figures.trend.spoken("sv") == "2018→2021: från 40 till 55"


def test_r02_shares_add_up_to_a_hundred() -> None:
    assert list(shares({"done": 1, "in_progress": 1, "not_started": 1}).values()) == [34, 33, 33]
    assert list(shares({"done": 3, "in_progress": 2, "not_started": 2}).values()) == [43, 29, 28]


def test_r02_no_actions_divide_nothing() -> None:
    nothing = assess(programme(theme("t")), as_of="2020-12-31").group("t")
    assert (nothing.counts.shares, nothing.completion.share) == ({}, None)
    assert str(nothing.completion) == "no actions"
    assert "There are no actions." in nothing.explain("en")


def test_r03_above_and_below_are_what_they_are() -> None:
    assert attained(indicator("k", baseline=0, targets=[100], observations=observed(("2022", 137)))) == f"137{NBSP}%"
    assert attained(indicator("k", baseline=50, targets=[100], observations=observed(("2022", 40)))) == f"−20{NBSP}%"
    assert attained(indicator("k", baseline=50, targets=[100])) is None


def test_r05_the_base_is_the_actions_and_the_untagged_have_a_row() -> None:
    tagged = (action("A", tags=("sdg:4", "sdg:8", "eget")), action("B", tags=("sdg:8",)), action("C"))
    found = actions_by_tag(tagged, "sdg")
    assert {tag: str(share) for tag, share in found.items()} == {
        "sdg:4": "1 of 3 (33%)",
        "sdg:8": "2 of 3 (67%)",
        None: "1 of 3 (33%)",
    }


@pytest.mark.parametrize("mark", ["-", "–", ":", ".", "..", "x", ""])
def test_i23_a_mark_for_nothing_is_never_zero(mark: str) -> None:
    marked = figures_of(indicator("k", series=Series.PER_PERIOD, observations=observed(("2020", mark), ("2021", 5))))
    assert [each.value for each in marked.values] == [None, 5]
    assert marked.total.value == 5


def test_i23_only_zero_is_zero() -> None:
    zero = figures_of(indicator("k", observations=observed(("2020", 0))))
    assert [each.value for each in zero.values] == [0]
