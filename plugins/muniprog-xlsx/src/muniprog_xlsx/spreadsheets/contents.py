"""What a cell of an Excel workbook holds, from what is written for it."""

from collections.abc import Sequence
from decimal import Decimal
from math import isfinite

import attrs

import muniprog
from muniprog_xlsx.spreadsheets.book import Oddity, Sheet
from muniprog_xlsx.spreadsheets.days import day_from_text, day_of
from muniprog_xlsx.spreadsheets.number_formats import GENERAL, NumberFormat
from muniprog_xlsx.spreadsheets.shared_texts import decoded

_EXACT_DIGITS, _GREATEST = 15, 1e15


@attrs.frozen(kw_only=True)
class Conventions:
    """What all sheets of a workbook share.

    Attributes:
        texts: The shared texts.
        formats: What the number format of each style says.
        from_1904: Whether days are counted from 1904 on, as old Excel for Mac did.
    """

    texts: Sequence[str]
    formats: Sequence[NumberFormat]
    from_1904: bool


@attrs.frozen
class Contents:
    """Fills a sheet with what its cells hold.

    Attributes:
        sheet: The sheet.
        conventions: What it shares with the other sheets of the workbook.
    """

    sheet: Sheet
    conventions: Conventions

    def take(self, row: int, column: int, kind: str, style: int, written: str) -> None:
        """Take a cell that holds something; one that only has a formula comes with nothing written.

        Args:
            row: Its row.
            column: Its column.
            kind: Its type, as Excel writes it.
            style: Number of its style.
            written: Its value, as Excel writes it.
        """
        content: muniprog.CellContent
        match kind:
            case "s":
                content = self.conventions.texts[int(written)]
            case "str" | "inlineStr":
                content = decoded(written)
            case "b":
                content = written in {"1", "true"}
            case "e":
                content = written
                self.sheet.oddities[row, column] = Oddity.ERROR
            case "d":
                content = day_from_text(written) or written
            case _ if written:
                content = self._number(row, column, style, written)
            case _:
                content = None
                self.sheet.oddities[row, column] = Oddity.NO_RESULT
        if content != "":
            self.sheet.rows.setdefault(row, {})[column] = content

    def _number(self, row: int, column: int, style: int, written: str) -> muniprog.CellContent:
        formats = self.conventions.formats
        shown = formats[style] if style < len(formats) else GENERAL
        if shown.is_day and (day := day_of(float(written), from_1904=self.conventions.from_1904)) is not None:
            return day
        if shown.is_per_cent:
            self.sheet.oddities[row, column] = Oddity.PER_CENT
        if shown.zeros:
            self.sheet.zeros[row, column] = shown.zeros
        return exact(written)


def exact(text: str) -> Decimal:
    """Return the number that a cell shows, without the noise of binary fractions behind its 15th digit.

    >>> exact("0.28999999999999998"), exact("45")
    (Decimal('0.29'), Decimal('45'))
    """
    if text.isdecimal() and len(text) < _EXACT_DIGITS:
        return Decimal(text)
    value = float(text)
    if not isfinite(value):
        raise ValueError(text)
    return Decimal(int(value)) if value.is_integer() and abs(value) < _GREATEST else Decimal(f"{value:.15g}")
