"""What goes out to an owner and what comes back, as values."""

from datetime import date
from decimal import Decimal

import pytest

from muniprog.forms import FilledForm, Form, FormAddress, FormColumn, FormPart, FormRow, Question, QuestionKind

ADDRESS = FormAddress(programme="p", round="2020", owner="skolan", language="sv", edition="e")


@pytest.mark.parametrize(
    ("answer", "before"),
    [
        (None, ""),
        ("", ""),
        ("pågår", "pågår"),
        (Decimal("1.50"), "1.5"),
        (Decimal(1200), "1200"),
        (date(2020, 1, 2), "2020-01-02"),
    ],
)
def test_an_answer_so_far_is_the_same_text_in_every_language(answer: str | Decimal | date | None, before: str) -> None:
    assert Question(field="value", kind=QuestionKind.TEXT, now=answer).before == before


def test_forms_show_themselves_in_one_line() -> None:
    row = FormRow(key="a", shown={}, questions={"note": Question(field="note", kind=QuestionKind.TEXT)})
    form = Form(
        address=ADDRESS,
        title="t",
        programme="p",
        owner="o",
        round="r",
        last_round="",
        deadline=None,
        notice="",
        instructions=(),
        words={},
        parts=(FormPart(name="actions", title="t", columns=(), rows=(row,)),),
    )
    assert repr(form) == "<Form 2020 of skolan: 1 questions>"
    assert repr(FilledForm(file="a.csv", address=ADDRESS, cells=())) == "<FilledForm a.csv: 2020 of skolan, 0 cells>"


def test_the_file_of_a_form_is_named_after_its_round_and_owner() -> None:
    assert ADDRESS.file_stem == "2020-skolan"
    long = FormAddress(programme="p", round="hösten 2020 / våren", owner="con", language="sv", edition="e")
    assert long.file_stem == "hosten-2020-varen-con"


def test_a_column_with_a_kind_is_asked() -> None:
    assert FormColumn(field="note", title="Vad", kind=QuestionKind.TEXT).is_asked
    assert not FormColumn(field="title", title="Vad").is_asked
