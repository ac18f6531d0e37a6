"""The forms of a whole round, of the sample of Vasa, as they go out and come back untouched."""

from collections.abc import Iterable
from datetime import date

import pytest

import muniprog
from muniprog_xlsx import FormWorkbook

SAMPLE = "vasa_2019_2022_sample"


@pytest.fixture(scope="module")
def forms() -> tuple[muniprog.Form, ...]:
    """The forms of the one round of the sample that is open."""
    sample = muniprog.load(SAMPLE)
    (period,) = (follow_up.period for follow_up in sample.follow_ups if follow_up.closed_on is None)
    return muniprog.make_forms(sample, period)


def as_text(content: muniprog.CellContent) -> str:
    """Return what a cell holds as the text that an answer travels as."""
    assert not isinstance(content, bool)
    return muniprog.Question(field="any", kind=muniprog.QuestionKind.TEXT, now=content).before


def out_and_in(forms: Iterable[muniprog.Form]) -> list[tuple[muniprog.Form, muniprog.FilledForm]]:
    workbook = FormWorkbook()
    return [(form, workbook.read(workbook.write(form), f"{form.address.owner}.xlsx")) for form in forms]


def test_every_question_of_the_open_round_comes_back_unchanged(forms: tuple[muniprog.Form, ...]) -> None:
    assert any(question.now is not None for form in forms for _, _, question in form.questions())
    for form, filled in out_and_in(forms):
        assert filled.address == form.address
        assert not filled.findings
        sent = {(row.key, question.field): question.before for _, row, question in form.questions()}
        assert {(cell.key, cell.field): cell.before for cell in filled.cells} == sent
        assert {(cell.key, cell.field): as_text(cell.content) for cell in filled.cells} == sent
        assert len(filled.cells) == len(sent)


def test_collecting_untouched_workbooks_changes_nothing(forms: tuple[muniprog.Form, ...]) -> None:
    sample = muniprog.load(SAMPLE)
    filled = [found for _, found in out_and_in(forms)]
    collected = muniprog.collect(sample, forms[0].address.round, filled, on=date(2023, 1, 15))
    assert collected.programme == sample
    assert not collected.changes
