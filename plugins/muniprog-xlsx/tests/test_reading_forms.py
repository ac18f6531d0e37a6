"""A form that has come back: every answer is found by its keys."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import attrs
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import muniprog
from muniprog_xlsx import FormWorkbook

Returned = Callable[[Callable[[openpyxl.Workbook], object]], muniprog.FilledForm]


def answers(filled: muniprog.FilledForm) -> dict[tuple[str, str], object]:
    return {(cell.key, cell.field): cell.content for cell in filled.cells}


def codes(filled: muniprog.FilledForm) -> list[str]:
    return [finding.code for finding in filled.findings]


def actions(workbook: openpyxl.Workbook) -> Worksheet:
    sheet = workbook["Åtgärder"]
    assert isinstance(sheet, Worksheet)
    return sheet


def at(sheet: Worksheet, key: str, field: str) -> str:
    """Return the name of a cell by its keys."""
    row = next(row for row in range(1, 20) if sheet.cell(row, 1).value == key)
    column = next(column for column in range(1, 20) if sheet.cell(1, column).value == field)
    return str(sheet.cell(row, column).coordinate)


def test_a_form_that_nobody_has_touched_says_what_it_was_sent_with(form: muniprog.Form) -> None:
    filled = FormWorkbook().read(FormWorkbook().write(form), "svar.xlsx")
    assert filled.address == form.address
    assert not filled.findings
    assert answers(filled) == {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert [cell.before for cell in filled.cells] == [question.before for _, _, question in form.questions()]


def test_a_cell_knows_its_place_and_its_heading(form: muniprog.Form) -> None:
    cell = FormWorkbook().read(FormWorkbook().write(form), "svar.xlsx").cells[0]
    assert (cell.column, str(cell.place)) == ("Läge", "svar.xlsx:Åtgärder!E5")


def test_sorted_rows_are_read_by_their_keys(form: muniprog.Form, returned: Returned) -> None:
    def turn_round(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(5, 7)]
        for target, row in zip(sheet.iter_rows(5, 7), reversed(rows), strict=True):
            for cell, value in zip(target, row, strict=True):
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type  # openpyxl takes = for a formula

    filled = returned(turn_round)
    assert answers(filled) == {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert filled.cells[0].key == "atgard-3"
    assert not filled.findings


def put_in_order(sheet: Worksheet, first: int, order: list[int]) -> None:
    """Let whole rows, the hidden keys as well, stand in another order from a row on."""
    rows = {number: [cell.value for cell in sheet[number]] for number in order}
    for target, number in enumerate(order, first):
        for cell, value in zip(sheet[target], rows[number], strict=True):
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type


@pytest.mark.parametrize(
    ("first", "order"),
    [(4, [5, 4, 6, 7]), (4, [7, 6, 4, 5]), (4, [5, 6, 7, 4]), (1, [6, 1, 2, 5, 3, 4, 7]), (1, [7, 6, 5, 4, 3, 2, 1])],
)
def test_headings_sorted_in_among_the_answers_lose_none(
    form: muniprog.Form, returned: Returned, first: int, order: list[int]
) -> None:
    filled = returned(lambda workbook: put_in_order(actions(workbook), first, order))
    assert answers(filled) == {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert not filled.findings


def test_what_is_odd_above_headings_that_were_sorted_in_is_told(returned: Returned) -> None:
    def sort(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["A8"], sheet["E9"], sheet["K5"] = "atgard-99", "Klar", "viktigt"
        put_in_order(sheet, 4, [9, 8, 5, 4, 6, 7])

    filled = returned(sort)
    assert {cell.key for cell in filled.cells} >= {"atgard-1", "atgard-2", "atgard-3"}
    assert [(finding.code, str(finding.place)) for finding in filled.findings] == [
        ("X108", "svar.xlsx:Åtgärder!E4"),
        ("X109", "svar.xlsx:Åtgärder!A5"),
        ("X104", "svar.xlsx:Åtgärder!K6"),
    ]


def test_headings_sorted_in_without_the_hidden_keys_are_refused(returned: Returned) -> None:
    def sort(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        keys = [sheet.cell(row, 1).value for row in range(1, 8)]
        put_in_order(sheet, 4, [5, 6, 4, 7])
        for row, key in enumerate(keys, 1):
            sheet.cell(row, 1).value = key

    filled = returned(sort)
    assert {cell.key for cell in filled.cells} == {"matare-1@2020", "matare-2@2020"}
    (finding,) = filled.findings
    assert (finding.code, finding.severity) == ("X116", muniprog.Severity.ERROR)
    assert str(finding.place) == "svar.xlsx:Åtgärder!A6"
    assert "The headings of the sheet “Åtgärder” stand on row 6" in str(finding)


def test_notes_above_the_headings_are_nobodys_answers(returned: Returned) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        actions(workbook)["E2"] = "Hälsningar från oss"

    assert not returned(write).findings


@pytest.mark.parametrize("position", [1, 2, 5, 7])
def test_an_inserted_column_moves_nothing(form: muniprog.Form, returned: Returned, position: int) -> None:
    filled = returned(lambda workbook: actions(workbook).insert_cols(position))
    assert answers(filled) == {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert not filled.findings


@pytest.mark.parametrize("position", [1, 2, 4, 5, 6])
def test_an_inserted_row_moves_nothing(form: muniprog.Form, returned: Returned, position: int) -> None:
    filled = returned(lambda workbook: actions(workbook).insert_rows(position, 3))
    assert answers(filled) == {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert not filled.findings


def test_a_deleted_row_is_simply_not_there(returned: Returned) -> None:
    filled = returned(lambda workbook: actions(workbook).delete_rows(6))
    assert "atgard-2" not in {cell.key for cell in filled.cells}
    assert not filled.findings


def test_a_deleted_sheet_is_simply_not_there(returned: Returned) -> None:
    filled = returned(lambda workbook: workbook.remove(workbook["Mätare"]))
    assert {cell.key for cell in filled.cells} == {"atgard-1", "atgard-2", "atgard-3"}


def test_a_column_that_nobody_asked_for_is_told(returned: Returned) -> None:
    def add(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["K4"], sheet["K6"], sheet["K7"], sheet["L6"] = "Kommentar 2", "viktigt", "också", "  "

    (finding,) = returned(add).findings
    assert finding.severity is muniprog.Severity.WARNING
    assert str(finding) == (
        "svar.xlsx:Åtgärder!K6: warning X104: Nobody asked for the column “Kommentar 2”; "
        "what stands in it (K6: “viktigt”) was not read."
    )


def test_a_row_without_a_key_is_told_if_it_holds_an_answer(returned: Returned) -> None:
    def add(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["E9"], sheet["B10"], sheet["E11"] = "Klar " * 20, "bara en rubrik", " "

    (finding,) = returned(add).findings
    assert (finding.code, str(finding.place)) == ("X108", "svar.xlsx:Åtgärder!E9")
    assert "E9: “Klar Klar" in str(finding)
    assert "…”" in str(finding)


def test_a_key_that_nobody_gave_out_is_told(returned: Returned) -> None:
    def add(workbook: openpyxl.Workbook) -> None:
        actions(workbook)["A9"] = "atgard-99"

    (finding,) = returned(add).findings
    assert (finding.code, finding.severity) == ("X109", muniprog.Severity.WARNING)
    assert "“atgard-99”" in str(finding)


def test_a_sheet_without_keys_is_told_and_an_empty_one_is_not(returned: Returned) -> None:
    def add(workbook: openpyxl.Workbook) -> None:
        workbook.create_sheet("Tomt")
        workbook.create_sheet("Egna anteckningar")["B2"] = "Ring"

    (finding,) = returned(add).findings
    assert (finding.code, str(finding.place)) == ("X103", "svar.xlsx:Egna anteckningar!B2")


def test_a_column_that_has_lost_its_key_is_known_by_its_heading(form: muniprog.Form, returned: Returned) -> None:
    def lose(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["E1"], sheet["E4"] = None, " läge "
        sheet["E6"] = "Klar"

    filled = returned(lose)
    assert answers(filled)["atgard-2", "status"] == "Klar"
    assert codes(filled) == ["X105"]


def test_a_sheet_whose_hidden_row_is_gone_is_read_by_its_headings(form: muniprog.Form, returned: Returned) -> None:
    filled = returned(lambda workbook: actions(workbook).delete_rows(1))
    assert answers(filled) == {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert set(codes(filled)) == {"X105"}


def test_without_hidden_row_and_headings_the_answers_are_told_to_be_lost(returned: Returned) -> None:
    filled = returned(lambda workbook: actions(workbook).delete_rows(1, 4))
    assert {cell.key for cell in filled.cells} == {"matare-1@2020", "matare-2@2020"}
    assert {"X104", "X106"} == set(codes(filled))


def test_a_column_that_is_gone_is_told(returned: Returned) -> None:
    filled = returned(lambda workbook: actions(workbook).delete_cols(5))
    assert ("atgard-1", "status") not in answers(filled)
    (finding,) = filled.findings
    assert finding.code == "X106"
    assert "“Läge”" in str(finding)


def test_a_copied_column_with_other_answers_is_refused(returned: Returned) -> None:
    def copy(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["K1"], sheet["K4"], sheet["K5"] = "status", "Läge", "Klar"

    (finding,) = returned(copy).findings
    assert (finding.code, finding.severity) == ("X107", muniprog.Severity.ERROR)
    assert "E4, K4" in str(finding)


def test_a_copied_column_that_is_empty_says_nothing(returned: Returned) -> None:
    def copy(workbook: openpyxl.Workbook) -> None:
        actions(workbook)["K1"] = "status"

    filled = returned(copy)
    assert answers(filled)["atgard-1", "status"] == "Pågår"
    assert not filled.findings


def test_of_a_copied_column_and_its_empty_copies_the_first_is_taken(returned: Returned) -> None:
    def copy(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["K1"] = "status"
        sheet["E5"] = None

    filled = returned(copy)
    assert answers(filled)["atgard-1", "status"] is None
    assert not filled.findings


def test_an_answer_where_nothing_is_asked_is_handed_on(returned: Returned) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet[at(sheet, "atgard-3", "planned_end")] = date(2021, 5, 1)

    (cell,) = [cell for cell in returned(write).cells if (cell.key, cell.field) == ("atgard-3", "planned_end")]
    assert (cell.content, cell.before) == (date(2021, 5, 1), None)


def test_every_kind_of_content_is_read_as_what_it_is(returned: Returned) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        sheet = actions(workbook)
        sheet["E5"], sheet["E6"], sheet["E7"] = True, 12, datetime(2020, 5, 1, 23, 30)  # noqa: DTZ001
        sheet["E6"].number_format = sheet["E7"].number_format = "General"
        sheet["E7"].number_format = "yyyy-mm-dd hh:mm"

    filled = answers(returned(write))
    assert filled["atgard-1", "status"] is True
    assert filled["atgard-2", "status"] == Decimal(12)
    assert filled["atgard-3", "status"] == datetime(2020, 5, 1, 23, 30)  # noqa: DTZ001


def test_a_workbook_that_is_no_form_is_refused() -> None:
    saved = BytesIO()
    openpyxl.Workbook().save(saved)
    with pytest.raises(muniprog.SourceError) as caught:
        FormWorkbook().read(saved.getvalue(), "annat.xlsx")
    (finding,) = caught.value.problems
    assert finding.code == "X102"
    assert "annat.xlsx" in str(finding)


ADDRESS = '{"programme": "v", "round": "2020", "owner": "o", "language": "sv", "edition": "1"}'


@pytest.mark.parametrize(
    "piece",
    [
        "{",
        "[]",
        "[" * 20_000,
        '{"address": {}}',
        '{"address": {"nobody": "1"}, "parts": []}',
        '{"address": {"programme": 1}, "parts": []}',
        f'{{"address": {ADDRESS}, "parts": [{{"headings": {{"status": "Läge"}}, "rows": {{}}}}]}}',
        f'{{"address": {ADDRESS}, "parts": [{{"headings": {{"muniprog:key": "Nyckel"}}, "rows": []}}]}}',
        f'{{"address": {ADDRESS}, "parts": [{{"headings": {{"muniprog:key": "Nyckel"}}, "rows": {{"a": 1}}}}]}}',
    ],
)
def test_a_memory_that_says_nothing_any_more_is_refused(returned: Returned, piece: str) -> None:
    def change(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["muniprog_form"]
        for row in range(3, 50):
            sheet.cell(row, 1).value = None
        sheet["A2"] = piece

    with pytest.raises(muniprog.SourceError, match="X102"):
        returned(change)


def test_a_form_that_asks_nothing_comes_back_with_nothing(form: muniprog.Form) -> None:
    empty = attrs.evolve(form, parts=(), notice="", deadline=None)
    filled = FormWorkbook().read(FormWorkbook().write(empty), "svar.xlsx")
    assert filled.cells == ()
    assert filled.findings == ()
