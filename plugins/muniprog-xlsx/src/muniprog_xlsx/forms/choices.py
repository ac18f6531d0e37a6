"""The hidden sheet with everything that can be chosen, a column for each list.

A list that is written into the rule of a cell may have 255 characters and no comma in a choice. One that stands in
cells may be as long as it likes, and a choice that begins with `=` stays a text.
"""

from typing import TYPE_CHECKING

from muniprog_xlsx.forms.memory import CHOICES_MARK
from muniprog_xlsx.workbook import cell_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


CHOICES_NAME = "muniprog_choices"


class Choices:
    """The lists of choices of a workbook, each written once."""

    def __init__(self, sheet: "Worksheet") -> None:
        self._sheet = sheet
        self._ranges: dict[tuple[str, ...], str] = {}
        sheet.write_string(0, 0, CHOICES_MARK)
        sheet.protect()
        sheet.hide()

    def range_of(self, choices: tuple[str, ...]) -> str | None:
        """Return where a list of choices stands; None where there is nothing to choose from."""
        if not choices:
            return None
        if choices not in self._ranges:
            from xlsxwriter.utility import xl_range_abs

            column = len(self._ranges) + 1
            for row, choice in enumerate(choices):
                self._sheet.write_string(row, column, cell_text(choice))
            area = xl_range_abs(0, column, len(choices) - 1, column)
            self._ranges[choices] = f"={CHOICES_NAME}!{area}"
        return self._ranges[choices]
