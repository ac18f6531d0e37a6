"""The first sheet: what this is, by when it is wanted, and how it is filled in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import muniprog
from muniprog_xlsx.forms.looks import Looks
from muniprog_xlsx.forms.memory import INSTRUCTIONS_MARK, NOT_ASKED
from muniprog_xlsx.forms.words import (
    LEGEND,
    LEGEND_ASKED,
    LEGEND_LAST,
    LEGEND_SHOWN,
    LEGEND_UNASKED,
    NOTHING_ASKED,
    OWNER,
    PROGRAMME,
    ROUND,
    SHEETS,
    say,
)
from muniprog_xlsx.sizes import height_of, lines_in
from muniprog_xlsx.workbook import cell_text, lay_out_pages, write_content

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LABEL_WIDTH, _TEXT_WIDTH = 22, 90
_TITLE_HEIGHT = 24
_LABEL, _TEXT = 1, 2  # columns; the first one holds the mark


def write_instructions(sheet: "Worksheet", form: muniprog.Form, names: list[str], looks: Looks) -> None:
    """Write the first sheet.

    Args:
        sheet: The sheet.
        form: The form.
        names: What the sheets of its parts are called.
        looks: The formats of the workbook.
    """
    sheet.write_string(0, 0, INSTRUCTIONS_MARK)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(_LABEL, _LABEL, _LABEL_WIDTH)
    sheet.set_column(_TEXT, _TEXT, _TEXT_WIDTH)
    sheet.write_string(0, _LABEL, cell_text(form.title), looks.title)
    sheet.set_row(0, _TITLE_HEIGHT)
    row = 1
    if form.notice:
        sheet.write_string(row, _LABEL, cell_text(form.notice), looks.notice)
        row += 1
    row = _facts(sheet, form, looks, row + 1)
    row = _paragraphs(sheet, form.instructions if form.parts else (_nothing_asked(form),), looks, row + 1)
    if form.parts:
        row = _links(sheet, form, names, looks, row + 1)
        row = _legend(sheet, form.address.language, looks, row + 1)
    lay_out_pages(sheet, notice=form.notice, footer=form.title, landscape=False)
    sheet.print_area(0, _LABEL, row, _TEXT)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_selection(0, _LABEL, 0, _LABEL)


def _nothing_asked(form: muniprog.Form) -> str:
    return say(NOTHING_ASKED)[form.address.language]


def _facts(sheet: "Worksheet", form: muniprog.Form, looks: Looks, row: int) -> int:
    language = form.address.language
    facts = [(say(PROGRAMME), form.programme), (say(OWNER), form.owner), (say(ROUND), form.round)]
    for word, fact in facts:
        sheet.write_string(row, _LABEL, word[language], looks.label)
        sheet.write_string(row, _TEXT, cell_text(fact), looks.paragraph)
        row += 1
    if form.deadline is not None:
        sheet.write_string(row, _LABEL, cell_text(form.words["deadline"]), looks.label)
        write_content(sheet, row, _TEXT, form.deadline, looks.day)
        row += 1
    return row


def _paragraphs(sheet: "Worksheet", paragraphs: Iterable[str], looks: Looks, row: int) -> int:
    for paragraph in paragraphs:
        sheet.write_string(row, _TEXT, cell_text(paragraph), looks.paragraph)
        sheet.set_row(row, height_of(lines_in(paragraph, _TEXT_WIDTH)))
        row += 1
    return row


def _links(sheet: "Worksheet", form: muniprog.Form, names: list[str], looks: Looks, row: int) -> int:
    """Write which sheets there are; each name leads to its sheet."""
    sheet.write_string(row, _LABEL, say(SHEETS)[form.address.language], looks.label)
    for part, name in zip(form.parts, names, strict=True):
        target = name.replace("'", "''")
        sheet.write_url(row, _TEXT, f"internal:'{target}'!B2", looks.link, cell_text(part.title) or name)
        row += 1
    return row


def _legend(sheet: "Worksheet", language: str, looks: Looks, row: int) -> int:
    sheet.write_string(row, _LABEL, say(LEGEND)[language], looks.label)
    lines: list[tuple[Format, str, dict[str, str]]] = [
        (looks.answer_sample, "", LEGEND_ASKED),
        (looks.shown, "", LEGEND_SHOWN),
        (looks.last, "", LEGEND_LAST),
        (looks.unasked, NOT_ASKED, LEGEND_UNASKED),
    ]
    for look, sample, meaning in lines:
        row += 1
        sheet.write_string(row, _LABEL, sample, look)
        sheet.write_string(row, _TEXT, say(meaning)[language], looks.paragraph)
    return row
