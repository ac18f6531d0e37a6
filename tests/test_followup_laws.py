"""Laws of the exchange of forms: what goes out comes back, once is enough, and no order matters."""

from collections.abc import Sequence
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.followup.collecting import collect
from muniprog.followup.form_making import make_forms
from muniprog.followup.reading.texts import is_blank, text_of
from muniprog.form_files.csv import CsvForm
from muniprog.forms import CellContent, FilledForm, Form, Question, QuestionKind
from muniprog.model import Programme
from tests.asked import ON, asked, filled

PLAN = asked()
FORMS = make_forms(PLAN, 2020)
ASKED_OF_ONE = tuple(
    (position, row.key, question)
    for position, form in enumerate(FORMS)
    for _, row, question in form.questions()
    if position == 0 or "cafe" not in row.key
)
"""The questions of both owners, those that both are asked only once."""

HOSTILE = ("=1+1", "- språkkafé", "+ 3 platser", "@alla", "'=citat", '"a"; b', "rad\nrad", "1-2", "2020-12-31", "[x]")


def _answer(question: Question) -> st.SearchStrategy[CellContent]:
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.YES_NO:
            return st.sampled_from(question.choices)
        case QuestionKind.DATE:
            return st.dates(min_value=ON.replace(year=1990)) | st.just("31.12.2020")
        case QuestionKind.NUMBER:
            return st.decimals(0, 100, places=3) | st.sampled_from(("0", "45", "0,5", "–", "K"))
        case QuestionKind.TEXT:
            return st.sampled_from(HOSTILE) | st.text(max_size=12)


@st.composite
def returned(draw: st.DrawFn) -> tuple[FilledForm, ...]:
    """Draw the forms of both owners with some answers in them; no question is answered by both."""
    answers: list[dict[tuple[str, str], CellContent]] = [{} for _ in FORMS]
    for position, key, question in draw(st.lists(st.sampled_from(ASKED_OF_ONE), max_size=12)):
        answers[position][key, question.field] = draw(_answer(question))
    return tuple(
        filled(form, given_, file=f"{form.address.owner}.xlsx") for form, given_ in zip(FORMS, answers, strict=True)
    )


def taken(plan: Programme, forms: Sequence[FilledForm]) -> Programme:
    return collect(plan, 2020, forms, on=ON, partial=True).programme


def untouched(form: Form) -> FilledForm:
    return CsvForm().read(CsvForm().write(form), "svar.csv")


@settings(deadline=None)
@given(returned())
def test_form_out_form_in_nothing_changed(forms: tuple[FilledForm, ...]) -> None:
    """Whatever has been answered, the forms that tell it change nothing when they come back as they are."""
    plan = taken(PLAN, forms)
    again = make_forms(plan, 2020)
    for back in ([filled(each) for each in again], [untouched(each) for each in again]):
        found = collect(plan, 2020, back, on=ON)
        assert (found.changes, found.findings, found.conflicts) == ((), (), ())
        assert found.programme is plan


@settings(deadline=None)
@given(returned())
def test_collecting_twice_is_collecting_once(forms: tuple[FilledForm, ...]) -> None:
    once = taken(PLAN, forms)
    again = collect(once, 2020, forms, on=ON.replace(day=30), partial=True)
    assert again.programme is once
    assert again.changes == ()


@settings(deadline=None)
@given(returned(), st.randoms(use_true_random=False))
def test_no_order_of_forms_and_rows_matters(forms: tuple[FilledForm, ...], random: Random) -> None:
    mixed = [attrs.evolve(form, cells=tuple(random.sample(form.cells, len(form.cells)))) for form in forms]
    one, other = (collect(PLAN, 2020, order, on=ON, partial=True) for order in (forms, mixed[::-1]))
    assert one.programme == other.programme
    assert set(map(str, one.changes)) == set(map(str, other.changes))
    assert {str(each) for each in one.findings} == {str(each) for each in other.findings}


@settings(deadline=None)
@given(returned())
def test_no_answer_is_lost(forms: tuple[FilledForm, ...]) -> None:
    """What somebody has typed is a change, is told as one that was not taken, or is what a mark stands for."""
    found = collect(PLAN, 2020, forms, on=ON, partial=True)
    told = {change.place for change in found.changes} | {each.place for each in found.rejected}
    for form in forms:
        for cell in form.cells:
            if cell.content != "–" and text_of(cell.content, "sv") is not None and not is_blank(cell.content):
                assert cell.place in told
