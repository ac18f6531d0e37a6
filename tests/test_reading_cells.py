"""Laws of reading cells, and whole rows through the reading of a form: nothing is guessed, nothing breaks off."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.errors import ValueProblem
from muniprog.followup.collecting import collect
from muniprog.followup.finding import find_round
from muniprog.followup.reading.cells import CellReader
from muniprog.followup.reading.days import read_day
from muniprog.followup.reading.marks import MARKS, mark_in
from muniprog.followup.reading.numbers import read_number
from muniprog.forms import CellContent, FilledForm, Question, QuestionKind
from muniprog.model import Missing
from tests.asked import ON, asked, cell, filled, form

INVISIBLE = ("\u200b", "\u2060", "\ufeff")
READER = CellReader(asked(), "sv")
NUMBER = Question(field="value", kind=QuestionKind.NUMBER)

amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


def returned(answers: Mapping[tuple[str, str], CellContent], before: Mapping[tuple[str, str], str]) -> FilledForm:
    """The form of Bildning with these answers, where what stood there before has been changed as well."""
    found = filled(form(), answers)
    cells = tuple(attrs.evolve(each, before=before.get((each.key, each.field), each.before)) for each in found.cells)
    return attrs.evolve(found, cells=cells)


def outcome(read: Callable[[], object]) -> str:
    """What came of reading: «read», or the code of the problem."""
    try:
        read()
    except ValueProblem as problem:
        return problem.code
    return "read"


# --- Laws ---------------------------------------------------------------------------------------------------------


@given(amounts, st.sampled_from(" \u00a0\u202f\u2009\u2007"))
def test_a_number_with_spaces_and_a_decimal_comma_is_that_number(number: Decimal, space: str) -> None:
    written = f"{number:,.2f}".replace(",", space).replace(".", ",")
    assert read_number(written) == number


@given(st.one_of(st.text(), st.text("0123456789.,-+% \u00a0\u00ad\u200b\u2212")))
def test_any_text_is_a_number_or_a_problem(text: str) -> None:
    assert outcome(lambda: read_number(text, unit="%")) in ("read", "Q202", "Q203")


@given(st.one_of(st.text(), st.decimals(), st.dates(), st.datetimes(), st.booleans()))
def test_any_content_is_a_day_or_a_problem(content: CellContent) -> None:
    assert outcome(lambda: read_day(content)) in ("read", "Q205")


# --- Invisible signs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", INVISIBLE)
@pytest.mark.parametrize("written", ["{}45", "45{}", "4{}5"])
def test_what_nobody_sees_is_no_part_of_a_number(sign: str, written: str) -> None:
    assert read_number(written.format(sign)) == 45


@pytest.mark.parametrize("sign", INVISIBLE)
def test_what_nobody_sees_is_no_part_of_a_day_or_a_mark(sign: str) -> None:
    assert read_day(f"{sign}1.1.2020{sign}").day == date(2020, 1, 1)
    assert mark_in(f"–{sign}", MARKS) is Missing.NOT_AVAILABLE
    assert READER.read(NUMBER, cell(f"{sign}–")).mark == "–"


@pytest.mark.parametrize("written", ["\u00ad5", "5\u00ad"])
def test_a_soft_hyphen_may_be_meant_as_a_minus_and_is_not_left_out(written: str) -> None:
    with pytest.raises(ValueProblem, match="is not a number"):
        read_number(written)


@pytest.mark.parametrize("written", ["-0", "−0,00", "0"])
def test_zero_has_no_sign(written: str) -> None:
    number = read_number(written)
    assert number == 0
    assert not number.is_signed()


# --- What stood there before ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["x", "NaN", "sNaN", "-Infinity"])
def test_a_base_that_is_no_number_is_refused(before: str) -> None:
    with pytest.raises(ValueProblem, match="is not a number"):
        READER.before(NUMBER, before)


@pytest.mark.parametrize("before", ["x", "NaN", "sNaN", "Infinity"])
def test_a_base_that_somebody_has_spoiled_does_not_stop_an_answer(before: str) -> None:
    """Then it is not known what stood there, and the answer is taken where the round holds none."""
    spoiled = returned({("andel@2020", "value"): Decimal(5)}, {("andel@2020", "value"): before})
    found = collect(asked(), 2020, [spoiled], on=ON)
    assert found.is_taken
    assert [each.value for each in find_round(found.programme, 2020).observations] == [5]


# --- Rows that are one answer ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"value": "-", "numerator": "1", "denominator": "2"}, "Q209"),
        ({"value": "-", "numerator": "1"}, "Q210"),
        ({"numerator": "1", "denominator": "0"}, "Q210"),
        ({"value": "50", "numerator": "1", "denominator": "3"}, "Q211"),
        ({"value": "K", "numerator": "1", "denominator": "3"}, "Q202"),
    ],
)
def test_a_row_with_a_fault_is_left_as_a_whole_and_the_others_are_read(answers: dict[str, str], code: str) -> None:
    given_answers: dict[tuple[str, str], CellContent] = {("andel@2020", field): said for field, said in answers.items()}
    given_answers["antal@2020", "value"] = "12"
    found = collect(asked(), 2020, [filled(form(), given_answers)], on=ON, partial=True)
    assert [finding.code for finding in found.findings] == [code]
    assert [(each.key, each.new.answer) for each in found.changes] == [("antal@2020", 12)]
