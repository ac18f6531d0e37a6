"""Field cases about single cells, read as a workbook hands them over: what `test_forms` proves of files of text."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import pytest

from muniprog.followup.collected import Collected
from muniprog.followup.collecting import collect
from muniprog.followup.finding import find_round
from muniprog.forms import CellContent
from muniprog.model import Missing, Observation, Status, Update
from tests.asked import ON, asked, filled, form

Answers = Mapping[tuple[str, str], CellContent]


def collected(answers: Answers, *, partial: bool = False) -> Collected:
    return collect(asked(), 2020, [filled(form(), answers)], on=ON, partial=partial)


def codes(found: Collected) -> list[str]:
    return [finding.code for finding in found.findings]


def value(found: Collected) -> Observation:
    (only,) = find_round(found.programme, 2020).observations
    return only


def report(found: Collected) -> Update:
    (only,) = find_round(found.programme, 2020).updates
    return only


def test_i01_numbers_that_disagree_on_their_mark_decide_nothing() -> None:
    """With 52,5 and 0.5 in one form, 1,286 stays ambiguous: it is never guessed."""
    answers: Answers = {
        ("andel@2020", "value"): "52,5",
        ("cafe$2020", "actual"): "0.5",
        ("antal@2020", "value"): "1,286",
    }
    assert codes(collected(answers)) == ["Q203"]


@pytest.mark.parametrize("written", ["14 00,5", "14 000 5", "1 4000"])
def test_i02_a_part_of_a_number_is_never_read(written: str) -> None:
    found = collected({("antal@2020", "value"): written})
    assert codes(found) == ["Q202"]
    assert not found.changes


def test_i06_a_text_with_a_sign_for_per_cent_is_no_number_of_people() -> None:
    assert codes(collected({("antal@2020", "value"): "45 %"})) == ["Q202"]


def test_i07_late_in_the_evening_is_still_that_day() -> None:
    late = datetime(2020, 1, 1, 23, 30)  # noqa: DTZ001  what a workbook holds has no time zone
    found = collected({("cafe", "actual_start"): late, ("cafe", "status"): "klar"})
    assert str(report(found).actual_start) == "2020-01-01"
    assert not found.findings


@pytest.mark.parametrize("number", [Decimal(2020), Decimal(-43831), Decimal(20200101)])
def test_i07_a_number_that_counts_no_sane_day_is_refused(number: Decimal) -> None:
    assert codes(collected({("cafe", "actual_start"): number})) == ["Q205"]


def test_i07_a_number_among_numbers_is_no_day() -> None:
    found = collected({("antal@2020", "value"): Decimal(43831)})
    assert value(found).value == 43831
    assert not found.findings


def test_i15_one_fault_in_one_cell_is_one_finding_with_column_and_cell() -> None:
    found = collected({("cafe", "status"): "kalr", ("broschyr", "status"): "klar"}, partial=True)
    (finding,) = found.findings
    assert str(finding).startswith("svar.xlsx:Åtgärder!")
    assert "Läge, “Språkkafé”: “kalr” is none of the choices." in str(finding)
    assert report(found).status is Status.DONE


@pytest.mark.parametrize("key", ["broschyr ", "broschyr\u00a0", "BROSCHYR", "bro\u00adschyr\u200b"])
def test_i17_a_key_that_was_read_otherwise_is_told(key: str) -> None:
    found = collect(asked(), 2020, [filled(form(), {(key, "status"): "klar"}, without=("broschyr",))], on=ON)
    assert report(found).status is Status.DONE
    assert codes(found) == ["Q109"]


def test_i17_two_keys_that_are_equal_but_for_case_are_one_question_asked_twice() -> None:
    found = collected({("BROSCHYR", "status"): "klar"})
    assert codes(found) == ["Q108"]
    assert not found.is_taken


@pytest.mark.parametrize("mark", ["-\u200b", "\ufeff–", " .. "])
def test_i23_a_dash_is_a_dash_whatever_clings_to_it(mark: str) -> None:
    seen = value(collected({("antal@2020", "value"): mark}))
    assert (seen.value, seen.missing) == (None, Missing.NOT_AVAILABLE)
    assert str(seen.reason) in ("-", "–", "..")


@pytest.mark.parametrize("zero", ["0", "-0", "0,0", Decimal(0)])
def test_i23_zero_is_zero(zero: CellContent) -> None:
    seen = value(collected({("antal@2020", "value"): zero}))
    assert (seen.value, seen.missing) == (0, None)


def test_i32_a_number_in_a_field_for_text_is_the_text_that_the_cell_shows() -> None:
    found = collected({("cafe", "note"): Decimal("12.50"), ("cafe", "next_steps"): "0/ 0"})
    assert (str(report(found).note), str(report(found).next_steps)) == ("12.50", "0/ 0")
    assert not found.findings
