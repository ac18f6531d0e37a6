from datetime import date
from decimal import Decimal

from muniprog.model import FollowUp, Missing, Observation, Programme
from tests.builders import found_by, indicator, observation, owner, period, programme, text


def plan_with(*observations: Observation) -> Programme:
    return programme(programme_indicators=(indicator("i", observations=observations),))


def positions(code: str, *observations: Observation) -> list[str | int]:
    return [finding.path[3] for finding in found_by(code, plan_with(*observations))]


def test_a_value_from_outside_the_programme_is_told() -> None:
    years = [observation(year, 1) for year in ("2018", "2019", "2022", "2022-01–2023-12", "2023")]
    assert positions("I121", *years) == [0, 4]


def test_a_value_of_zero_is_a_value() -> None:
    assert positions("I122", observation("2020", 0)) == []


def test_no_value_wants_a_word_about_it() -> None:
    parts = observation("2021", numerator=Decimal(1), denominator=Decimal(2))
    missing = observation("2022", missing=Missing.NOT_AVAILABLE)
    assert positions("I122", observation("2020"), parts, missing) == [0]


def test_a_value_is_not_also_missing() -> None:
    assert positions("I123", observation("2020", 0, missing=Missing.SUPPRESSED), observation("2021", 1)) == [0]


def test_a_missing_value_wants_a_reason() -> None:
    told = observation("2020", missing=Missing.SUPPRESSED, reason=text("För få svar"))
    assert positions("I124", told, observation("2021", missing=Missing.SUPPRESSED), observation("2022", 1)) == [1]


def test_numerator_and_denominator_fit() -> None:
    one, none = Decimal(1), Decimal(0)
    found = found_by(
        "I125",
        plan_with(
            observation("2019", numerator=one),
            observation("2020", denominator=one),
            observation("2021", numerator=one, denominator=none),
            observation("2022", numerator=none, denominator=one),
        ),
    )
    assert [str(finding.message) for finding in found] == [
        "“i” lacks the denominator for 2019.",
        "“i” lacks the numerator for 2020.",
        "The denominator of “i” for 2021 is zero.",
    ]


def test_two_values_for_one_time_want_days() -> None:
    june, december = date(2020, 6, 30), date(2020, 12, 15)
    assert positions("I126", observation("2020", 1), observation("2021", 1)) == []
    assert (
        positions("I126", observation("2020", 1, reported_on=june), observation("2020", 2, reported_on=december)) == []
    )
    assert positions("I126", observation("2020", 1, reported_on=june), observation("2020", 2, reported_on=june)) == [1]
    assert positions("I126", observation("2020", 1), observation("2020", 2, reported_on=june)) == [1]
    assert positions("I126", observation("2020", 1, reported_on=june), observation("2020", 2)) == [1]


def test_values_of_different_parts_are_different_values() -> None:
    women, men = observation("2020", 1, dimensions={"sex": "f"}), observation("2020", 1, dimensions={"sex": "m"})
    assert positions("I126", women, men) == []
    assert positions("I126", women, men, women) == [2]


def test_what_stands_under_the_indicator_and_what_a_round_reports_are_one_series() -> None:
    plan = programme(
        programme_indicators=(indicator("i", observations=(observation("2020", 1),)),),
        follow_ups=(FollowUp(period=period("2020"), observations=(observation("2020", 2, indicator="I"),)),),
    )
    (finding,) = found_by("I126", plan)
    assert finding.path == ("follow_ups", 0, "observations", 0)
    assert finding.item == "i"


def test_what_belongs_to_no_indicator_is_left_to_the_references() -> None:
    stray = (observation("2018", 1, indicator="gone"), observation("2018", 1, indicator="o"), observation("2018", 1))
    plan = programme(owners=(owner("o"),), follow_ups=(FollowUp(period=period("2020"), observations=stray),))
    assert found_by("I121", plan) == ()
