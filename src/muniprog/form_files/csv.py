"""A form as CSV, for those who have no spreadsheet program that reads workbooks: one line for each question.

What stands in brackets is for muniprog: the key of each line, and the answer so far. In brackets no spreadsheet program
takes it for a number or a date and rewrites it.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from string import ascii_uppercase

from muniprog.errors import SourceError
from muniprog.form_files.csv_text import bare, bracketed, decoded, guarded, unguarded
from muniprog.forms import FilledCell, FilledForm, Form, FormAddress, FormPart, FormRow, Question
from muniprog.interfaces import FormFile
from muniprog.language import primary
from muniprog.messages import Message, message
from muniprog.source import Finding, Place, Severity

NOT_A_FORM = "Q301"
ASKED_TWICE = "Q302"
UNKNOWN_COLUMN = "Q303"
COLUMN_TWICE = "Q305"

DELIMITER = ";"
DELIMITERS = (";", ",", "\t")
ADDRESS = "muniprog: "
BETWEEN = " / "

KEY, FIELD, SO_FAR, ANSWER = "key", "field", "so_far", "answer"
COLUMNS = {
    KEY: "key",
    FIELD: "field",
    "part": "part",
    "item": "asked about",
    "question": "question",
    "choices": "choices or unit",
    "last": "last round",
    SO_FAR: "so far",
    ANSWER: "ANSWER",
}
"""The columns from left to right, and what stands above each: the same in every language, so that it is found again."""

READ = {KEY, FIELD, SO_FAR, ANSWER}
"""The columns that are read; the others are only shown."""

LIKE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
"""What a decimal number looks like that somebody could take for thousands."""

Line = tuple[int, list[str]]
"""Number of a line as an editor counts it, and its cells."""


class CsvForm(FormFile):
    """Writes a form as CSV: UTF-8 with a byte order mark, semicolons, a line for each question."""

    name = "csv"
    title = message("Form as CSV, one line for each question")
    suffixes = (".csv",)
    media_type = "text/csv"

    def write(self, form: Form) -> bytes:
        """Return the file."""
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=DELIMITER)
        writer.writerow(COLUMNS.values())
        writer.writerows([guarded(cell) for cell in line] for line in _head(form))
        for part, row, question in form.questions():
            writer.writerow(_line(form, part, row, question))
        return stream.getvalue().encode("utf-8-sig")

    def read(self, data: bytes, file: str) -> FilledForm:
        """Return what stands in the lines, whatever their order."""
        columns, lines = _table(decoded(data, file), file)
        address: FormAddress | None = None
        cells: dict[tuple[str, str], FilledCell] = {}
        findings: list[Finding] = [*_unknown(lines, file), *_doubled(lines[0], file)]
        for number, line in lines[1:]:
            found = _Cells(columns, line)
            key = bare(found[KEY])
            if key.startswith(ADDRESS):
                address = _address(key.removeprefix(ADDRESS)) or address
            elif key and key.casefold() != COLUMNS[KEY]:
                cell = _filled(key, found, Place(file, number, columns[ANSWER] + 1))
                other = cells.setdefault((key, cell.field), cell)
                if other is not cell:
                    findings.append(_twice(cell, other))
        if address is None:
            raise _refused(
                message(
                    "The line that begins with “[{begin}” is missing: it tells whose form this is. Ask for the form "
                    "again and move the answers into it.",
                    begin=ADDRESS.strip(),
                ),
                Place(file, 1, 1),
            )
        return FilledForm(file=file, address=address, cells=tuple(cells.values()), findings=tuple(findings))


def _head(form: Form) -> Iterator[list[str]]:
    """Yield the line that carries the address, and below it how the form is filled in."""
    address = form.address
    names = (address.programme, address.round, address.owner, address.language, address.edition)
    day = f"{form.words['deadline']}: {form.deadline.isoformat()}" if form.deadline is not None else ""
    yield [bracketed(ADDRESS + BETWEEN.join(names)), "", "", form.owner, form.title, "", "", "", ""]
    for words in (form.notice, form.programme, day, *form.instructions):
        if words:
            yield ["", "", "", "", words, "", "", "", ""]


def _line(form: Form, part: FormPart, row: FormRow, question: Question) -> list[str]:
    heading = next((column.title for column in part.columns if column.field == question.field), question.field)
    about = " – ".join(row.shown[column.field] for column in part.columns if row.shown.get(column.field))
    return [
        bracketed(row.key),
        bracketed(question.field),
        guarded(part.title),
        guarded(about),
        guarded(heading),
        guarded(" | ".join(question.choices) or question.unit),
        guarded(question.last),
        bracketed(question.before) if question.now is not None else "",
        _written(question.now, form.address.language),
    ]


def _written(answer: "str | Decimal | date | None", language: str) -> str:
    """Return an answer as people write it in a language; numbers have its decimal mark.

    A number that could be read as thousands has one decimal more: 1.234 is written 1,2340.
    """
    if answer is None:
        return ""
    if isinstance(answer, Decimal):
        mark = "." if primary(language) == "en" else ","
        plain = f"{answer.normalize():f}"
        return f"{plain}0".replace(".", mark) if LIKE_THOUSANDS.fullmatch(plain) else plain.replace(".", mark)
    return answer.isoformat() if isinstance(answer, date) else guarded(answer)


class _Cells:
    """The cells of a line by the key of their column; a cell that is not there is empty."""

    def __init__(self, columns: dict[str, int], line: list[str]) -> None:
        self._columns, self._line = columns, line

    def __getitem__(self, key: str) -> str:
        position = self._columns.get(key)
        return self._line[position] if position is not None and position < len(self._line) else ""

    def tells(self, key: str) -> bool:
        """Return whether there is such a column at all."""
        return key in self._columns


def _filled(key: str, found: _Cells, place: Place) -> FilledCell:
    answer = unguarded(found[ANSWER])
    return FilledCell(
        key=key,
        field=bare(found[FIELD]),
        content=answer if answer.strip() else None,
        before=bare(found[SO_FAR]) if found.tells(SO_FAR) else None,
        place=place,
        column=unguarded(found["question"]),
    )


def _table(text: str, file: str) -> tuple[dict[str, int], list[Line]]:
    """Return where each column stands, and the lines from the headings on; whatever parts the cells."""
    for delimiter in DELIMITERS:
        lines = _lines(text, delimiter, file)
        for position, (_, line) in enumerate(lines):
            columns = _columns(line)
            if {KEY, FIELD, ANSWER} <= columns.keys():
                return columns, _lines(text, delimiter, file, strict=True)[position:]
    raise _refused(
        message(
            "There is no line of headings with {headings}. A form has them, parted by semicolons, commas or tabs; "
            "leave them as they are.",
            headings=tuple(COLUMNS[key] for key in (KEY, FIELD, ANSWER)),
        ),
        Place(file, 1, 1),
    )


def _columns(line: list[str]) -> dict[str, int]:
    """Return the columns that a line of headings names; of two that are named alike the first counts."""
    headings = {heading.casefold(): key for key, heading in COLUMNS.items()}
    found: dict[str, int] = {}
    for position, heading in enumerate(line):
        key = headings.get(" ".join(bare(heading).casefold().split()))
        if key is not None:
            found.setdefault(key, position)
    return found


def _lines(text: str, delimiter: str, file: str, *, strict: bool = False) -> list[Line]:
    """Return the lines; strictly read, a quotation mark that is opened must be closed where its cell ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    lines: list[Line] = []
    begin = 1
    try:
        for line in reader:
            lines.append((begin, line))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise _refused(
            message("The lines cannot be parted into cells from here on ({cause}).", cause=str(error)),
            Place(file, begin, 1),
        ) from None
    return lines


def _doubled(headings: Line, file: str) -> Iterator[Finding]:
    """Yield the columns that are read and are there twice: nothing tells which of them counts."""
    number, line = headings
    positions: dict[str, list[int]] = {}
    for position, heading in enumerate(line):
        for key in _columns([heading]).keys() & READ:
            positions.setdefault(key, []).append(position)
    for key, found in positions.items():
        if len(found) > 1:
            yield Finding(
                code=COLUMN_TWICE,
                severity=Severity.ERROR,
                message=message(
                    "The column “{heading}” is there more than once: {columns}. Leave one of them.",
                    heading=COLUMNS[key],
                    columns=tuple(_letter(position) for position in found),
                ),
                place=Place(file, number, found[1] + 1),
            )


def _letter(position: int) -> str:
    """Return what a spreadsheet program calls one of the first columns; the number of a later one."""
    return ascii_uppercase[position] if position < len(ascii_uppercase) else str(position + 1)


def _unknown(lines: list[Line], file: str) -> Iterator[Finding]:
    """Yield the columns that nobody asked for, where somebody has written into them."""
    number, headings = lines[0]
    widest = max(len(line) for _, line in lines)
    known = {position for position, heading in enumerate(headings) if _columns([heading])}
    for position in sorted(set(range(widest)) - known):
        if any(line[position].strip() for _, line in lines[1:] if position < len(line)):
            heading = headings[position] if position < len(headings) else ""
            yield Finding(
                code=UNKNOWN_COLUMN,
                severity=Severity.WARNING,
                message=message(
                    "The column “{heading}” is none of the form's; what stands in it is not read.", heading=heading
                ),
                place=Place(file, number, position + 1),
            )


def _twice(cell: FilledCell, other: FilledCell) -> Finding:
    return Finding(
        code=ASKED_TWICE,
        severity=Severity.ERROR,
        message=message(
            "“{key}” ({question}) stands on line {line} and on line {other}. Leave one of them.",
            key=cell.key,
            question=cell.column or cell.field,
            line=other.place.line,
            other=cell.place.line,
        ),
        place=cell.place,
        item=cell.key,
    )


def _address(words: str) -> FormAddress | None:
    """Return the address; the name of a round may itself hold what stands between the names."""
    match [name.strip() for name in words.split(BETWEEN)]:
        case [programme, *period, owner, language, edition] if period:
            return FormAddress(
                programme=programme, round=BETWEEN.join(period), owner=owner, language=language, edition=edition
            )
        case _:
            return None


def _refused(sentence: Message, place: Place) -> SourceError:
    return SourceError([Finding(code=NOT_A_FORM, severity=Severity.ERROR, message=sentence, place=place)])
