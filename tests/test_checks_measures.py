from decimal import Decimal
from typing import Any

import pytest

from muniprog.model import FollowUp, Formula, Measure, Rule
from tests.builders import found_by, indicator, items_found_by, observation, period, programme


def test_a_milestone_or_text_has_nothing_of_a_number() -> None:
    everything: dict[str, Any] = {
        "unit": "%",
        "scale": (Decimal(1), Decimal(5)),
        "decimals": 0,
        "baseline": 3,
        "targets": ["klar", 80, 90],
    }
    plan = programme(
        programme_indicators=(
            indicator("all", Measure.TEXT, formula=Formula(rule=Rule.SUM, of=("number",)), **everything),
            indicator("milestone", Measure.MILESTONE, targets=[True]),
            indicator("words", Measure.TEXT, baseline="ingen strategi", targets=["strategin antagen"]),
            indicator("number", **everything),
        )
    )
    (finding,) = found_by("I101", plan)
    assert finding.item == "all"
    assert finding.path == ("indicators", 0, "unit")
    left = "a unit, a scale, decimals, a formula, a number as its baseline, a number as its target"
    assert str(finding.message).endswith(f"{left}.")


def test_words_and_yes_are_no_numbers_wherever_they_stand() -> None:
    plan = programme(
        programme_indicators=(
            indicator("i", baseline="hög", targets=[5, True], observations=(observation("2020", "se bilaga"),)),
            indicator("t", Measure.TEXT, baseline="hög"),
        ),
        follow_ups=(
            FollowUp(
                period=period("2020"),
                observations=(observation("2020", "N/A", indicator="i"), observation("2020", indicator="i")),
            ),
        ),
    )
    found = found_by("I102", plan)
    assert [finding.path for finding in found] == [
        ("indicators", 0, "baseline", "value"),
        ("indicators", 0, "targets", 1, "value"),
        ("indicators", 0, "observations", 0, "value"),
        ("follow_ups", 0, "observations", 0, "value"),
    ]
    assert [str(finding.message).split(" is not")[0] for finding in found] == ["“hög”", "“yes”", "“se bilaga”", "“N/A”"]
    assert all(finding.item == "i" for finding in found)


def test_no_is_no_number_either() -> None:
    (finding,) = found_by("I102", programme(programme_indicators=(indicator("i", baseline=False),)))
    assert "“no” is not a number" in str(finding)


@pytest.mark.parametrize("measure", [Measure.COUNT, Measure.MONEY, Measure.DURATION, Measure.RATIO])
def test_a_number_of_something_wants_a_unit(measure: Measure) -> None:
    plan = programme(programme_indicators=(indicator("bare", measure), indicator("right", measure, unit="personer")))
    assert items_found_by("I103", plan) == ["bare"]


@pytest.mark.parametrize("measure", [Measure.SCALE, Measure.INDEX, Measure.MILESTONE, Measure.TEXT, Measure.SHARE])
def test_other_measures_need_no_unit(measure: Measure) -> None:
    assert found_by("I103", programme(programme_indicators=(indicator("i", measure),))) == ()


def test_a_share_says_how_it_is_given() -> None:
    parts = observation("2020", numerator=Decimal(30), denominator=Decimal(60))
    plan = programme(
        programme_indicators=(
            indicator("bare", Measure.SHARE),
            indicator("half", Measure.SHARE, observations=(observation("2020", numerator=Decimal(30)),)),
            indicator("other-unit", Measure.SHARE, unit="personer"),
            indicator("sign", Measure.SHARE, unit="%"),
            indicator("word", Measure.SHARE, unit="Procent av alla"),
            indicator("parts", Measure.SHARE, observations=(parts,)),
            indicator("computed", Measure.SHARE, formula=Formula(rule=Rule.SHARE, of=("a", "b"))),
            indicator("count"),
        )
    )
    assert items_found_by("I104", plan) == ["bare", "half", "other-unit"]


def test_a_scale_has_two_ends_in_order() -> None:
    one, five = Decimal(1), Decimal(5)
    plan = programme(
        programme_indicators=(
            indicator("none", Measure.SCALE),
            indicator("single", Measure.SCALE, scale=(one,)),
            indicator("wrong-way", Measure.INDEX, scale=(five, one)),
            indicator("right", Measure.SCALE, scale=(one, five)),
            indicator("words", Measure.TEXT, scale=(one,)),
        )
    )
    assert items_found_by("I105", plan) == ["none", "single", "wrong-way"]


def test_values_are_on_the_scale() -> None:
    plan = programme(
        programme_indicators=(
            indicator(
                "i",
                Measure.SCALE,
                scale=(Decimal(1), Decimal(5)),
                baseline=1,
                targets=[5.5],
                observations=(observation("2020", 0), observation("2021", 3), observation("2022", "hög")),
            ),
            indicator("no-scale", baseline=100),
        )
    )
    assert [finding.path[2:] for finding in found_by("I106", plan)] == [
        ("targets", 0, "value"),
        ("observations", 0, "value"),
    ]


def test_a_measure_of_a_plug_in_is_told() -> None:
    (finding,) = found_by("I107", programme(programme_indicators=(indicator("i", "climate:index"), indicator("j"))))
    assert "belongs to the plug-in “climate”" in str(finding)
