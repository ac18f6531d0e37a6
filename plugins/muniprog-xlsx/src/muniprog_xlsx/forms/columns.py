"""The columns of a sheet: what is shown, last round's answer, and beside it the cell for this round's."""

from enum import Enum, auto

import attrs

import muniprog
from muniprog_xlsx.forms.memory import ONLY_SHOWN


class Role(Enum):
    """What a column of a sheet is there for."""

    SHOWN = auto()
    UNIT = auto()
    LAST = auto()
    ANSWER = auto()


@attrs.frozen(kw_only=True)
class SheetColumn:
    """A column of a sheet.

    Attributes:
        role: What it is there for.
        column: The column of the form that it belongs to.
        heading: What stands above it; a second line says whose answer it is.
    """

    role: Role
    column: muniprog.FormColumn
    heading: str

    @property
    def key(self) -> str:
        """What is written, hidden, above it; only a column of answers has the name of its field alone."""
        field = self.column.field
        return field if self.role is Role.ANSWER else f"{ONLY_SHOWN}{self.role.name.lower()}:{field}"


def sheet_columns(form: muniprog.Form, part: muniprog.FormPart) -> list[SheetColumn]:
    """Return the columns of a part's sheet from left to right, without the one that holds the keys.

    A column for units or for last round's answers is only there where a row has something for it.
    """
    columns: list[SheetColumn] = []
    for column in part.columns:
        if not column.is_asked:
            columns.append(SheetColumn(role=Role.SHOWN, column=column, heading=column.title))
            continue
        questions = [row.questions[column.field] for row in part.rows if column.field in row.questions]
        if any(question.unit for question in questions):
            heading = f"{column.title}\n{form.words['unit']}"
            columns.append(SheetColumn(role=Role.UNIT, column=column, heading=heading))
        if any(question.last for question in questions):
            heading = f"{column.title}\n{form.last_round or form.words['last']}"
            columns.append(SheetColumn(role=Role.LAST, column=column, heading=heading))
        heading = f"{column.title}\n{form.words['answer']}"
        columns.append(SheetColumn(role=Role.ANSWER, column=column, heading=heading))
    return columns
