"""Field cases about what a careful planner would want to be told."""

from decimal import Decimal

import attrs

from muniprog.checks import run_checks
from muniprog.model import Direction, Measure, Programme, Target
from muniprog.source import Finding, Severity
from tests.builders import (
    action,
    dated,
    found_by,
    goal,
    indicator,
    leads,
    observation,
    owner,
    programme,
    text,
    theme,
    value,
)


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [str(finding.message) for finding in findings]


def test_m02_direction_that_contradicts_baseline_and_target_is_a_warning_that_names_the_indicator() -> None:
    unemployment = indicator("k1", Measure.SHARE, unit="%", title="Arbetslöshet", baseline=18, targets=[12])
    assert run_checks(programme(programme_indicators=(unemployment,)), only={"I112"}) == ()
    contrary = attrs.evolve(unemployment, direction=Direction.INCREASE)
    (finding,) = found_by("I112", programme(programme_indicators=(contrary,)))
    assert finding.severity is Severity.WARNING
    assert "“Arbetslöshet” has the direction “increase”, but goes from 18 to 12." in str(finding)


def test_m07_left_over_unit_and_number_of_a_text_indicator_are_one_warning() -> None:
    changed = indicator(
        "k1", Measure.TEXT, unit="%", targets=[80], observations=(observation("2021", "strategin antagen 2021-03"),)
    )
    plan = programme(theme("t", goal("g", action("a", "2020", ("o",)), indicators=(changed,))), owners=(owner("o"),))
    (finding,) = (found for found in run_checks(plan) if found.item == "k1")
    assert (finding.code, finding.severity) == ("I101", Severity.WARNING)
    assert "a unit, a number as its target" in str(finding)


def test_m09_new_target_without_date_or_reason_is_a_warning() -> None:
    first = Target(value=value(60))
    (finding,) = found_by(
        "I114",
        programme(programme_indicators=(indicator("k1", targets=[first, attrs.evolve(first, value=value(50))]),)),
    )
    assert finding.severity is Severity.WARNING
    assert "set_on, reason should say when and why" in str(finding)


def test_m11_every_dangling_reference_is_listed_in_one_run_with_the_nearest_name() -> None:
    plan = programme(
        theme("t", goal("G1", action("ACT-1", owners=("BILD",), depends_on=("ACT-999",)))),
        owners=(owner("BILDN"), owner("EDU")),
        headline=("G9",),
    )
    found = run_checks(plan, only={"R101", "R102", "R103"})
    assert said(found) == [
        "There is no “G9” in this programme; expected the identifier of an indicator.",
        "There is no owner “BILD” in this programme. Did you mean “BILDN”?",
        "There is no “ACT-999” in this programme; expected the identifier of an action.",
    ]
    assert [finding.path[-2:] for finding in found] == [("headline", 0), ("owners", 0), ("depends_on", 0)]


def test_m11_a_programme_with_dangling_references_can_still_be_read() -> None:
    plan = programme(theme("t", goal("g", action("a", owners=("BILD",)))), owners=(owner("BILDN"),))
    assert plan.effective_owners("a")[0][0].owner == "BILD"
    assert plan.actions_of("BILDN") == ()


def waits(**conditions: str) -> Programme:
    actions = (action(name, depends_on=(condition,)) for name, condition in conditions.items())
    return programme(theme("t", goal("g", *actions)))


def test_m12_a_ring_is_one_finding_with_the_way_around() -> None:
    plan = programme(
        theme(
            "t",
            goal(
                "g",
                action("ACT-1", depends_on=("ACT-2",)),
                action("ACT-2", depends_on=("ACT-3",)),
                action("ACT-3", depends_on=("ACT-1",)),
                action("ACT-5", depends_on=("nowhere",)),
            ),
        )
    )
    found = run_checks(plan, only={"R131", "R102"})
    assert said(found) == [
        "These actions wait for each other: ACT-1 → ACT-2 → ACT-3 → ACT-1.",
        "There is no “nowhere” in this programme; expected the identifier of an action.",
    ]
    assert found[0].severity is Severity.ERROR


def test_m12_an_action_that_waits_for_itself_is_a_ring() -> None:
    (finding,) = found_by("R131", waits(ACT="ACT"))
    assert "ACT → ACT" in str(finding)


def test_m12_former_identifiers_that_go_in_a_circle_end() -> None:
    plan = programme(programme_indicators=(indicator("a", former_ids=("b",)), indicator("b", former_ids=("a",))))
    assert [finding.item for finding in found_by("R141", plan)] == ["a", "b"]


def test_m12_a_ring_of_many_thousands_needs_no_stack() -> None:
    count = 20_000
    plan = waits(**{f"a{number}": f"a{(number + 1) % count}" for number in range(count)})
    (finding,) = found_by("R131", plan)
    assert finding.item == "a0"


def test_m15_a_renamed_indicator_keeps_its_series_and_old_names_are_noted() -> None:
    renamed = indicator("IND-SYS-01", former_ids=("IND-3",), observations=(observation("2019", 1),))
    plan = programme(programme_indicators=(renamed,), headline=("IND-3",))
    assert found_by("R102", plan) == ()
    (finding,) = found_by("R104", plan)
    assert finding.severity is Severity.NOTE
    assert "“IND-3” is now called “IND-SYS-01”" in str(finding)


def test_m15_an_identifier_is_not_both_live_and_former() -> None:
    plan = programme(programme_indicators=(indicator("IND-SYS-01", former_ids=("IND-3",)), indicator("IND-3")))
    (finding,) = found_by("R141", plan)
    assert finding.severity is Severity.ERROR


def test_m17_a_goal_without_anything_is_two_warnings() -> None:
    plan = programme(theme("t", goal("G2", title="Trygghet")))
    found = [finding for finding in run_checks(plan) if finding.item == "G2"]
    assert [(finding.code, finding.severity) for finding in found] == [
        ("C101", Severity.WARNING),
        ("C102", Severity.WARNING),
    ]
    assert all("“Trygghet”" in str(finding) for finding in found)


def test_p05_a_measure_of_an_absent_plug_in_is_one_note() -> None:
    foreign = indicator("k1", "climate:index", targets=["lägre"], observations=(observation("2020", "34 CO2"),))
    plan = programme(theme("t", goal("g", action("a", "2020", ("o",)), indicators=(foreign,))), owners=(owner("o"),))
    (finding,) = (found for found in run_checks(plan) if found.item == "k1")
    assert (finding.code, finding.severity) == ("I107", Severity.NOTE)


def test_t02_a_season_is_kept_as_text_and_noted() -> None:
    (finding,) = found_by("T103", programme(theme("t", action("a", "hösten 2019–våren 2021"))))
    assert "“hösten 2019–våren 2021” of “a” is a rough time" in str(finding)


def test_t08_one_day_and_an_open_start_are_fine_and_outside_is_a_warning() -> None:
    plan = programme(
        theme(
            "t",
            action("one-day", dated("2020-05-12", "2020-05-12")),
            action("end-only", dated(None, "2020-05-01")),
            action("late", "2019–2024"),
        )
    )
    (finding,) = found_by("T101", plan)
    assert (finding.item, finding.severity) == ("late", Severity.WARNING)


def test_l02_a_composed_and_a_decomposed_name_are_one_owner() -> None:
    plan = programme(owners=(owner("a", "Ba\u0308ckstro\u0308m"), owner("b", "Bäckström")))
    (finding,) = found_by("O101", plan)
    assert finding.item == "b"


def test_l03_what_is_untranslated_is_listed_once_for_each_item() -> None:
    plan = programme(
        theme("t", goal("g", title={"sv": "Mål 1", "fi": "", "en": None}, description=text("Endast svenska"))),
        languages=("sv", "fi", "en"),
        title={"sv": "Plan", "fi": "Ohjelma", "en": "Plan"},
    )
    (finding,) = (found for found in found_by("L101", plan) if found.item == "g")
    assert str(finding.message) == "“Mål 1” is not translated: title (fi, en); description (fi, en)."


def test_welcome_office_in_two_spellings_is_one_owner() -> None:
    shared = leads("welcome-office", "welcome-office-2")
    plan = programme(
        theme("t", owners=shared),
        owners=(owner("welcome-office", "Welcome Office"), owner("welcome-office-2", "Welcome office")),
    )
    (finding,) = found_by("O101", plan)
    assert (finding.item, finding.severity) == ("welcome-office-2", Severity.WARNING)


def test_m08_zero_is_a_value() -> None:
    plan = programme(programme_indicators=(indicator("a", observations=(observation("2021", Decimal(0)),)),))
    assert found_by("I122", plan) == ()
