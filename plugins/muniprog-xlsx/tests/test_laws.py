"""What holds for every form and every file."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st

import muniprog
from muniprog_xlsx import FormWorkbook
from muniprog_xlsx.workbook import cell_text

K = muniprog.QuestionKind
ANYTHING = st.text(st.characters(), max_size=40)
ANSWERS = {
    K.TEXT: ANYTHING,
    K.CHOICE: ANYTHING,
    K.NUMBER: st.decimals(-(10**9), 10**9, places=3),
    K.DATE: st.dates(date(1900, 3, 1), date(2199, 12, 31)),
    K.YES_NO: ANYTHING,
}
QUESTIONS = st.sampled_from(list(K)).flatmap(
    lambda kind: st.lists(st.none() | ANSWERS[kind], min_size=1, max_size=5).map(lambda answers: (kind, answers))
)
WORDS = ("instructions", "last", "answer", "unit", "deadline", "so_far", "question", "part", "key")


def form_of(kind: muniprog.QuestionKind, answers: list[str | Decimal | date | None], text: str) -> muniprog.Form:
    rows = tuple(
        muniprog.FormRow(
            key=f"rad-{number}",
            shown={"title": text},
            questions={"field": muniprog.Question(field="field", kind=kind, choices=(text,), last=text, now=answer)},
        )
        for number, answer in enumerate(answers)
    )
    columns = (
        muniprog.FormColumn(field="title", title=text),
        muniprog.FormColumn(field="field", title=text, kind=kind, help=text),
    )
    return muniprog.Form(
        address=muniprog.FormAddress(programme=text, round="2020", owner=text, language="fi", edition="1"),
        title=text,
        programme=text,
        owner=text,
        round=text,
        last_round=text,
        deadline=None,
        notice=text,
        instructions=(text,),
        words=dict.fromkeys(WORDS, text),
        parts=(muniprog.FormPart(name="actions", title=text, columns=columns, rows=rows),),
    )


@given(QUESTIONS, ANYTHING)
def test_form_out_form_in_nothing_changed(
    question: tuple[muniprog.QuestionKind, list[str | Decimal | date | None]], text: str
) -> None:
    form = form_of(*question, text)
    filled = FormWorkbook().read(FormWorkbook().write(form), "svar.xlsx")
    assert not filled.findings
    assert filled.address == form.address
    for cell, (_, row, asked) in zip(filled.cells, form.questions(), strict=True):
        assert cell.key == row.key
        assert cell.before == cell_text(asked.before)
        assert cell.content == ((cell_text(asked.now) or None) if isinstance(asked.now, str) else asked.now)


@given(st.data())
def test_a_damaged_form_is_read_or_refused_but_stops_nothing(data: st.DataObject) -> None:
    target = BytesIO()
    with ZipFile(BytesIO(SENT)) as old, ZipFile(target, "w") as new:
        chosen = data.draw(st.sampled_from([name for name in old.namelist() if name.startswith("xl/")]))
        for name in old.namelist():
            content = old.read(name)
            if name == chosen:
                start = data.draw(st.integers(0, len(content)))
                length = data.draw(st.integers(0, 60))
                instead = data.draw(st.sampled_from([b"", b"<", b'"', b"-1", b"99999999", b"x", b"\xff", b"<!-- -->"]))
                content = content[:start] + instead + content[start + length :]
            new.writestr(name, content)
    codes: set[str] = set()
    try:
        FormWorkbook().read(target.getvalue(), "svar.xlsx")
    except muniprog.SourceError as error:
        codes = {problem.code for problem in error.problems}
    assert codes <= {"X101", "X102"}


SENT = FormWorkbook().write(form_of(K.TEXT, ["a", None, "b"], "text"))
