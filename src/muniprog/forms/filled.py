"""A form that has come back: what stands in its cells, before anybody has judged it."""

from datetime import date, datetime
from decimal import Decimal

import attrs

from muniprog.forms.form import FormAddress
from muniprog.source import Finding, Place

CellContent = str | Decimal | bool | date | datetime | None
"""What a cell can hold. A file type that knows only text gives text."""


@attrs.frozen(kw_only=True)
class FilledCell:
    """One answer as it was found.

    Attributes:
        key: The key of its row.
        field: The key of its column.
        content: What stands there; None for an empty cell.
        before: The answer that stood there when the form was written (`Question.before`); None where the form
            does not tell any more.
        place: Where it stands.
        column: Its column as it is headed in the file, for messages.
        per_cent: Whether the cell shows a number as per cent: `0.45` is shown as 45 %.
    """

    key: str
    field: str
    content: CellContent
    before: str | None
    place: Place
    column: str = ""
    per_cent: bool = False


@attrs.frozen(kw_only=True, repr=False)
class FilledForm:
    """A form that has come back.

    Attributes:
        file: Name of the file.
        address: What it carried.
        cells: Its answers, in the order of the file. Rows that were taken out are simply not there.
        findings: What is odd about the file itself: a column or row that nobody asked for, a formula without a
            stored result, an error value. An error here refuses the form.
    """

    file: str
    address: FormAddress
    cells: tuple[FilledCell, ...]
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        return f"<FilledForm {self.file}: {self.address.round} of {self.address.owner}, {len(self.cells)} cells>"
