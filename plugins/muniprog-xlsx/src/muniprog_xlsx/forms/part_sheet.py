"""The sheet of one part: a row for each thing that is asked about."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

import muniprog
from muniprog_xlsx.forms.choices import Choices
from muniprog_xlsx.forms.columns import Role, SheetColumn
from muniprog_xlsx.forms.looks import Looks
from muniprog_xlsx.forms.memory import KEY_MARK, NOT_ASKED
from muniprog_xlsx.forms.sizes import width_of
from muniprog_xlsx.forms.validation import Guide, asks_for, guide_for, options_for
from muniprog_xlsx.sizes import RowHeights
from muniprog_xlsx.workbook import cell_text, cell_texts, lay_out_pages, write_content

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

KEYS_ROW, TITLE_ROW, ABOUT_ROW, HEADER_ROW, FIRST_ROW = range(5)
_TITLE_HEIGHT = 24
_FILTER_BUTTON = 3  # how much of a heading it covers, in characters
_ALLOWED = {
    "sort": True,
    "autofilter": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


class PartSheet:
    """Writes the sheet of one part."""

    def __init__(
        self,
        sheet: "Worksheet",
        form: muniprog.Form,
        part: muniprog.FormPart,
        columns: list[SheetColumn],
        looks: Looks,
        choices: Choices,
    ) -> None:
        self._sheet, self._form, self._part, self._columns = sheet, form, part, columns
        self._looks, self._choices = looks, choices
        self._last_row = FIRST_ROW + len(part.rows) - 1
        self._heights = RowHeights()

    def write(self) -> dict[str, str]:
        """Write the sheet and return the heading of each column by its key."""
        self._write_top()
        self._write_keys()
        for position, column in enumerate(self._columns, 1):
            match column.role:
                case Role.SHOWN:
                    self._write_shown(position, column)
                case Role.UNIT:
                    self._write_beside(position, column, "unit", self._looks.shown)
                case Role.LAST:
                    self._write_beside(position, column, "last", self._looks.last)
                case _:
                    self._write_answers(position, column)
        self._arrange()
        headings = {KEY_MARK: self._form.words["key"], **{column.key: column.heading for column in self._columns}}
        return {key: cell_text(heading) for key, heading in headings.items()}

    def _write_top(self) -> None:
        form, sheet, looks = self._form, self._sheet, self._looks
        about = [line for line in (form.notice, form.owner, form.round) if line]
        if form.deadline is not None:
            day = form.deadline
            about.append(f"{form.words['deadline']}: {day.day}.{day.month}.{day.year}")
        sheet.write_string(TITLE_ROW, 1, cell_text(self._part.title), looks.title)
        sheet.write_string(ABOUT_ROW, 1, cell_text(" · ".join(about)), looks.line)
        sheet.write_string(KEYS_ROW, 0, KEY_MARK)
        sheet.write_string(HEADER_ROW, 0, cell_text(form.words["key"]), looks.header)
        for position, column in enumerate(self._columns, 1):
            look = looks.answer_header if column.role is Role.ANSWER else looks.header
            self._heights.make_room(HEADER_ROW, column.heading, width_of(column) - _FILTER_BUTTON)
            sheet.write_string(KEYS_ROW, position, column.key)
            sheet.write_string(HEADER_ROW, position, cell_text(column.heading), look)

    def _write_keys(self) -> None:
        write, look = self._sheet.write_string, self._looks.key
        for line, row in enumerate(self._part.rows, FIRST_ROW):
            write(line, 0, row.key, look)

    def _write_shown(self, position: int, column: SheetColumn) -> None:
        field = column.column.field
        texts = [row.shown.get(field, "") for row in self._part.rows]
        self._write_texts(position, column, texts, self._looks.shown)

    def _write_beside(self, position: int, column: SheetColumn, attribute: str, look: "Format") -> None:
        """Write what belongs to each question of a column: its unit, or last round's answer."""
        questions = [row.questions.get(column.column.field) for row in self._part.rows]
        texts = ["" if question is None else getattr(question, attribute) for question in questions]
        self._write_texts(position, column, texts, look)

    def _write_texts(self, position: int, column: SheetColumn, texts: list[str], look: "Format") -> None:
        write, room = self._sheet.write_string, int(width_of(column))
        for line, text in enumerate(cell_texts(texts), FIRST_ROW):
            write(line, position, text, look)
            if len(text) > room or "\n" in text:
                self._heights.make_room(line, text, room)

    def _write_answers(self, position: int, column: SheetColumn) -> None:
        sheet, field, room = self._sheet, column.column.field, width_of(column)
        alike: dict[Hashable, tuple[muniprog.Question, list[int]]] = {}
        for line, row in enumerate(self._part.rows, FIRST_ROW):
            question = row.questions.get(field)
            if question is None:
                sheet.write_string(line, position, NOT_ASKED, self._looks.unasked)
                continue
            write_content(sheet, line, position, question.now, self._look_of(question))
            if question.kind is muniprog.QuestionKind.TEXT:
                self._heights.make_room_for_answer(line, question.now, room)
            asked = asks_for(question)
            if asked not in alike:
                alike[asked] = (question, [])
            alike[asked][1].append(line)
        for question, lines in alike.values():
            self._guide(position, guide_for(column.column, question, self._form.address.language), lines)

    def _look_of(self, question: muniprog.Question) -> "Format":
        if question.kind is muniprog.QuestionKind.NUMBER:
            # Who types `45 %` gets a per cent format, and is understood by it, only where there was no format.
            decimals = None if "%" in question.unit else question.decimals
            return self._looks.numbers.with_decimals(decimals)
        return self._looks.date if question.kind is muniprog.QuestionKind.DATE else self._looks.text

    def _guide(self, position: int, guide: Guide, lines: list[int]) -> None:
        options = options_for(guide, self._form.address.language, self._choices.range_of(guide.choices))
        (first, last), *others = _runs(lines)
        options["other_cells"] = [(start, position, end, position) for start, end in others]
        self._sheet.data_validation(first, position, last, position, options)

    def _arrange(self) -> None:
        """Set widths, what stays in view, the printed page, and what is locked."""
        sheet = self._sheet
        sheet.set_column(0, 0, None, None, {"hidden": True})
        for position, column in enumerate(self._columns, 1):
            sheet.set_column(position, position, width_of(column))
        sheet.set_row(TITLE_ROW, _TITLE_HEIGHT)
        for line, height in self._heights.heights():
            sheet.set_row(line, height)
        sheet.set_row(KEYS_ROW, None, None, {"hidden": True})
        # The keys belong to what is sorted: left outside, they would stay behind and answers change their rows.
        sheet.autofilter(HEADER_ROW, 0, self._last_row, len(self._columns))
        sheet.freeze_panes(FIRST_ROW, 2)
        sheet.repeat_rows(HEADER_ROW)
        sheet.print_area(TITLE_ROW, 1, self._last_row, len(self._columns))
        lay_out_pages(sheet, notice=self._form.notice, footer=self._form.title)
        sheet.protect("", _ALLOWED)
        first = next((at for at, column in enumerate(self._columns, 1) if column.role is Role.ANSWER), 1)
        sheet.set_selection(FIRST_ROW, first, FIRST_ROW, first)


def _runs(lines: list[int]) -> list[tuple[int, int]]:
    """Return rising line numbers as runs: `[4, 5, 6, 9]` is `[(4, 6), (9, 9)]`."""
    runs = [(lines[0], lines[0])]
    for line in lines[1:]:
        start, end = runs[-1]
        if line == end + 1:
            runs[-1] = (start, line)
        else:
            runs.append((line, line))
    return runs
