"""Rows of a table: plain dictionaries that every library for data frames takes, in a list that shows itself.

Every row has the same keys in the same order, and a column holds one type: text, whole numbers, numbers with
decimals (all of them, also the round ones), yes or no, or days; besides None where there is nothing. So a library
that looks at the first rows alone is right about all of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from muniprog.model import Value
from muniprog.model.shown import ShowsItself

if TYPE_CHECKING:
    from muniprog.document import ColumnKind, Span, Table

CellValue = str | int | float | bool | date | None
TableRow = dict[str, CellValue]

MOST_SHOWN = 60
"""How many rows a notebook shows of a longer table."""


class TableRows(list[TableRow], ShowsItself):
    """The rows of a table. It is a list of dictionaries in every way; a notebook shows it as the table that it is."""

    __slots__ = ("language", "name")

    def __init__(self, rows: Iterable[TableRow], *, name: str, language: str) -> None:
        super().__init__(rows)
        self.name, self.language = name, language

    def _tables(self) -> "Iterator[Table]":
        from muniprog.document import Column, Row, Table, cell

        caption = f"{self.name}: {len(self)} rows"
        if len(self) > MOST_SHOWN:
            caption += f", the first {MOST_SHOWN} shown"
        names = list(self[0]) if self else [""]
        columns = [Column(name, kind=self._kind(name)) for name in names]
        rows = [
            Row(cell(self._span(value), header=not place) for place, value in enumerate(row.values()))
            for row in self[:MOST_SHOWN]
        ]
        yield Table(caption, columns, rows)

    def _kind(self, name: str) -> "ColumnKind":
        from muniprog.document import ColumnKind

        values = (row[name] for row in self)
        are_numbers = any(isinstance(value, (int, float)) and not isinstance(value, bool) for value in values)
        return ColumnKind.NUMBER if are_numbers else ColumnKind.TEXT

    def _span(self, value: CellValue) -> "Span":
        from muniprog.document import Span

        return Span(_words(value), language=self.language if isinstance(value, str) else None)


def measured(name: str, value: Value | Fraction | None) -> TableRow:
    """Return what was measured as three columns, of which one at most holds something: number, yes or no, words.

    >>> measured("target", Decimal("12"))
    {'target': 12.0, 'target_yes_no': None, 'target_text': None}
    """
    return {
        name: None if isinstance(value, (bool, str)) else number(value),
        f"{name}_yes_no": value if isinstance(value, bool) else None,
        f"{name}_text": value if isinstance(value, str) else None,
    }


def number(value: Decimal | Fraction | None) -> float | None:
    """Return a number as the float that is nearest to it; round numbers too, so that a column has one type."""
    return None if value is None else float(value)


def _words(value: CellValue) -> str:
    """Return a value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
