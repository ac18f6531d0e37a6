"""Ten owners answer in their own ways; the script `vasa-round-2020.sh` lets them.

All answers are invented. They are made from the questions alone and alike for everybody, so that owners who share an
action agree. What differs is what happens to a file on its way: rows are sorted, columns inserted, sheets renamed,
numbers typed as text. `WAYS` tells who does what.

    python ten_owners.py fill vasa 2020 forms answers
    python ten_owners.py mend answers
"""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import muniprog
from muniprog import QuestionKind

KEYS = "muniprog:key"
FIRST_ROW = 5
ANSWERED = ("status", "note", "value")
BULLETS = "- två kvällar med barnpassning\n- => fortsätter på våren\n+ en broschyr"
UNREADABLE = "ungefär 12"

Answer = str | Decimal
Answers = Mapping[tuple[str, str], Answer]
"""The answers of an owner, by the key of the row and the field."""


def answers_to(form: muniprog.Form) -> Answers:
    """Return an answer to each question that the owners care to answer."""
    return {
        (row.key, question.field): answer_to(question)
        for _, row, question in form.questions()
        if question.field in ANSWERED
    }


def answer_to(question: muniprog.Question) -> Answer:
    """Return an answer of the kind that a question wants: “in progress”, “yes”, 12, or 12.5 of 100."""
    if question.kind is QuestionKind.CHOICE:
        return question.choices[1]
    if question.kind is QuestionKind.YES_NO:
        return question.choices[0]
    if question.kind is QuestionKind.NUMBER:
        return Decimal("12.5") if question.unit == "%" else Decimal(12)
    return "Enligt planen."


def sheets_of(workbook: Workbook) -> Iterator[Worksheet]:
    """Yield the sheets that ask something."""
    return (sheet for sheet in workbook.worksheets if sheet.cell(1, 1).value == KEYS)


def answer_cells(workbook: Workbook) -> Iterator[tuple[tuple[str, str], Cell]]:
    """Yield each cell of the sheets that ask something, with its row's key and its column's."""
    for sheet in sheets_of(workbook):
        for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=2):
            for cell in row:
                yield (str(sheet.cell(cell.row, 1).value), str(sheet.cell(1, cell.column).value)), cell


def write(cell: Cell, value: object) -> None:
    """Write into a cell; a text that begins with `=` stays a text, as where somebody types an apostrophe."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def fill(workbook: Workbook, answers: Answers) -> None:
    """Write answers into the cells that they belong to."""
    for place, cell in answer_cells(workbook):
        if place in answers:
            write(cell, answers[place])


def sort_rows(workbook: Workbook) -> None:
    """Turn the rows of each sheet upside down."""
    for sheet in sheets_of(workbook):
        places = range(FIRST_ROW, sheet.max_row + 1)
        rows = [[cell.value for cell in sheet[place]] for place in places]
        for place, row in zip(places, reversed(rows), strict=True):
            for column, value in enumerate(row, start=1):
                write(sheet.cell(place, column), value)


def insert_column(workbook: Workbook) -> None:
    """Insert a column of one's own among the others."""
    for sheet in sheets_of(workbook):
        sheet.insert_cols(3)
        sheet.cell(FIRST_ROW - 1, 3).value = "Eget"


def rename_sheets(workbook: Workbook) -> None:
    """Give the sheets other names."""
    for sheet in sheets_of(workbook):
        sheet.title = f"{sheet.title} (svar)"


def delete_row(workbook: Workbook) -> None:
    """Take the first question of each sheet out."""
    for sheet in sheets_of(workbook):
        sheet.delete_rows(FIRST_ROW)


def type_numbers_as_text(workbook: Workbook) -> None:
    """Type numbers as text, with a decimal comma; the last of them is no number at all."""
    cells = [cell for (_, field), cell in answer_cells(workbook) if field == "value" and cell.data_type == "n"]
    typed = [cell for cell in cells if cell.value is not None]
    for cell in typed:
        write(cell, str(cell.value).replace(".", ","))
    write(typed[-1], UNREADABLE)


def type_bullets(workbook: Workbook) -> None:
    """Type lists into the cells for notes, with the signs that come to hand."""
    for (_, field), cell in answer_cells(workbook):
        if field == "note" and cell.value is not None:
            write(cell, BULLETS)


def leave_as_it_is(workbook: Workbook) -> None:
    """Do nothing else to the workbook."""


WAYS: Mapping[str, tuple[str, Callable[[Workbook], None]]] = {
    "integrationsservicen": ("sorts the rows", sort_rows),
    "vaasan-lyseon-lukio": ("inserts a column", insert_column),
    "forvaltningsservicen": ("renames the sheets", rename_sheets),
    "invandrarradet": ("deletes a row in each sheet", delete_row),
    "personalservicen": ("types numbers as text, one of them unreadable", type_numbers_as_text),
    "utvecklingsgruppen-invandrarutbildning": ("types bullets", type_bullets),
    "utvecklingsgruppen-erfarenhetssakkunniga": ("fills in a form that will be an older one", leave_as_it_is),
    "welcome-office": ("saves with LibreOffice", leave_as_it_is),
    "mottagningsservicen": ("answers twice", leave_as_it_is),
    "pikipruukki": ("answers in the CSV form", leave_as_it_is),
}
"""What each of the ten owners does, in words, and what that means for the workbook."""

IN_LIBREOFFICE, TWICE, IN_CSV = "welcome-office", "mottagningsservicen", "pikipruukki"
TYPED_AS_TEXT = "personalservicen"


def save_by_libreoffice(file: Path) -> bool:
    """Open a workbook in LibreOffice and save it there; return whether there is a LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        return False
    folder = file.parent / "libreoffice"
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    shutil.move(folder / file.name, file)
    shutil.rmtree(folder)
    return True


def fill_in_csv(form: Path, filled: Path, answers: Answers) -> None:
    """Fill in a CSV form: the answers stand in the last column."""
    with form.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream, delimiter=";"))
    for line in lines:
        answer = answers.get((line[0].strip("[]"), line[1].strip("[]")))
        line[-1] = line[-1] if answer is None else str(answer)
    with filled.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(lines)


def second_answer(file: Path) -> Path:
    """Return the name that a mail program gives to a second file of the same name."""
    return file.with_stem(f"{file.stem} (2)")


def answer_again(file: Path) -> None:
    """Send the workbook a second time, with 21 instead of 12."""
    workbook = load_workbook(file)
    for (_, field), cell in answer_cells(workbook):
        if field == "value" and cell.value is not None:
            write(cell, Decimal(21))
    workbook.save(second_answer(file))


def answer_all(address: str, period: str, forms: Path, answers: Path) -> None:
    """Let each of the ten owners answer in its own way."""
    programme = muniprog.load(address)
    answers.mkdir()
    for owner in WAYS:
        print(f"{owner} {answer(muniprog.make_form(programme, period, owner), forms, answers)}.")


def answer(form: muniprog.Form, forms: Path, answers: Path) -> str:
    """Let the owner of a form answer in its own way; return in words what it has done."""
    owner = form.address.owner
    words, change = WAYS[owner]
    if owner == IN_CSV:
        name = f"{form.address.file_stem}.csv"
        fill_in_csv(forms / name, answers / name, answers_to(form))
        return words
    name = f"{form.address.file_stem}.xlsx"
    workbook = load_workbook(forms / name)
    fill(workbook, answers_to(form))
    change(workbook)
    workbook.save(answers / name)
    if owner == TWICE:
        answer_again(answers / name)
    if owner == IN_LIBREOFFICE and not save_by_libreoffice(answers / name):
        return "would save with LibreOffice, which is not installed here"
    return words


def mend_all(answers: Path) -> None:
    """Mend what was wrong: a number instead of words, and one answer instead of two."""
    (file,) = answers.glob(f"*-{TYPED_AS_TEXT}.xlsx")
    workbook = load_workbook(file)
    for _, cell in answer_cells(workbook):
        if cell.value == UNREADABLE:
            write(cell, "12")
    workbook.save(file)
    print(f"{TYPED_AS_TEXT} types 12.")
    (withdrawn,) = answers.glob(f"*-{TWICE}.xlsx")
    withdrawn.unlink()
    print(f"{TWICE} takes the first of its two workbooks back.")


def main() -> None:
    """Answer or mend, as the command line says."""
    match sys.argv[1:]:
        case ["fill", address, period, forms, answers]:
            answer_all(address, period, Path(forms), Path(answers))
        case ["mend", answers]:
            mend_all(Path(answers))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
