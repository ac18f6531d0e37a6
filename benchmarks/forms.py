"""Forms as workbooks, beside libraries that write and read the same cells; only where muniprog-xlsx is."""

from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from io import BytesIO

import muniprog
from benchmarks.measure import Ratio, seconds

_STATUSES = ("Inte påbörjad", "Pågår", "Klar")
_WORDS = ("instructions", "last", "answer", "unit", "deadline", "so_far", "question", "part", "key")


def excel_forms(actions: int, runs: int) -> Iterator[Ratio]:
    """Yield the ratios of writing and reading a form with twelve columns: four shown, four answers, four last ones."""
    if find_spec("muniprog_xlsx") is None:
        return
    from python_calamine import CalamineWorkbook

    from muniprog_xlsx import FormWorkbook

    form = _form(actions)
    book = FormWorkbook()
    data = book.write(form)

    def calamine() -> None:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()

    yield Ratio(
        work="Excel form out",
        against="XlsxWriter writing the same cells",
        ours=seconds(lambda: book.write(form), runs),
        theirs=seconds(lambda: _bare_workbook(form), runs),
        limit=1.5,
        note=f"{actions} actions, {actions * 12} cells, {len(data) / 1e6:.1f} MB",
    )
    yield Ratio(
        work="Excel form in",
        against="calamine reading the same cells",
        ours=seconds(lambda: book.read(data, "form.xlsx"), runs * 3),
        theirs=seconds(calamine, runs * 3),
        limit=3,
        note="with keys, formulas, errors and per cent",
    )


def _form(actions: int) -> muniprog.Form:
    shown = ("theme", "goal", "title", "timeframe")
    asked = {
        "status": muniprog.QuestionKind.CHOICE,
        "value": muniprog.QuestionKind.NUMBER,
        "note": muniprog.QuestionKind.TEXT,
        "next_steps": muniprog.QuestionKind.TEXT,
    }
    columns = (
        *(muniprog.FormColumn(field=field, title=field) for field in shown),
        *(muniprog.FormColumn(field=field, title=field, kind=kind) for field, kind in asked.items()),
    )
    part = muniprog.FormPart(
        name="actions", title="Åtgärder", columns=columns, rows=tuple(_row(number) for number in range(actions))
    )
    return muniprog.Form(
        address=muniprog.FormAddress(programme="invented", round="2020", owner="unit", language="sv", edition="1"),
        title="Uppföljning 2020",
        programme="Ett påhittat program",
        owner="Enhet",
        round="2020",
        last_round="2019",
        deadline=None,
        notice="",
        instructions=("Fyll i de gula cellerna.",),
        words={word: word for word in _WORDS},
        parts=(part,),
    )


def _row(number: int) -> muniprog.FormRow:
    kinds = muniprog.QuestionKind
    return muniprog.FormRow(
        key=f"action-{number}",
        shown={
            "theme": f"Tema {number // 100}",
            "goal": f"Mål {number // 4}",
            "title": f"Påhittad åtgärd nummer {number}",
            "timeframe": "2019–2021",
        },
        questions={
            "status": muniprog.Question(
                field="status", kind=kinds.CHOICE, choices=_STATUSES, last="Pågår", now=_STATUSES[number % 3]
            ),
            "value": muniprog.Question(
                field="value", kind=kinds.NUMBER, minimum=Decimal(0), last="10", now=Decimal(number)
            ),
            "note": muniprog.Question(
                field="note", kind=kinds.TEXT, last=f"Gjordes {number} förra året", now=f"Gjordes {number} i år"
            ),
            "next_steps": muniprog.Question(
                field="next_steps", kind=kinds.TEXT, last=f"Planerat {number}", now=f"Nästa {number}"
            ),
        },
    )


def _bare_workbook(form: muniprog.Form) -> None:
    """Write the twelve visible cells of each row, wrapped and framed, and nothing else."""
    from xlsxwriter import Workbook

    workbook = Workbook(BytesIO(), {"in_memory": True})
    sheet = workbook.add_worksheet("Åtgärder")
    look = workbook.add_format({"text_wrap": True, "border": 1})
    for line, row in enumerate(form.parts[0].rows):
        column = 0
        for text in row.shown.values():
            sheet.write_string(line, column, text, look)
            column += 1
        for question in row.questions.values():
            sheet.write_string(line, column, question.last, look)
            if isinstance(question.now, Decimal):
                sheet.write_number(line, column + 1, float(question.now), look)
            else:
                sheet.write_string(line, column + 1, str(question.now), look)
            column += 2
    workbook.close()
