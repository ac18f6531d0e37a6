"""A form as a workbook, as another library sees it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import attrs
import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

import muniprog
from muniprog_xlsx import FormWorkbook

Asking = Callable[..., muniprog.Form]
K = muniprog.QuestionKind


def opened(form: muniprog.Form) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(FormWorkbook().write(form)))


def sheet_of(form: muniprog.Form, name: str = "Åtgärder") -> Worksheet:
    sheet = opened(form)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def column(sheet: Worksheet, field: str) -> str:
    return next(str(cell.column_letter) for cell in sheet[1] if cell.value == field)


def validation(sheet: Worksheet, cell: str) -> DataValidation:
    (found,) = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    return found


def test_the_same_form_gives_the_same_bytes(form: muniprog.Form) -> None:
    assert FormWorkbook().write(form) == FormWorkbook().write(form)


def test_a_workbook_names_its_title_and_language_but_nobody(form: muniprog.Form) -> None:
    properties = opened(form).properties
    assert properties.title == "Uppföljning 2020: Welcome Office"
    assert properties.subject == form.programme
    assert not properties.creator
    assert opened(form).custom_doc_props["Language"].value == "sv"
    with ZipFile(BytesIO(FormWorkbook().write(form))) as zipped:
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_there_is_a_sheet_for_each_part_and_hidden_ones_for_what_nobody_needs_to_see(form: muniprog.Form) -> None:
    states = {sheet.title: sheet.sheet_state for sheet in opened(form)}
    assert states == {
        "Anvisningar": "visible",
        "Åtgärder": "visible",
        "Mätare": "visible",
        "muniprog_choices": "hidden",
        "muniprog_form": "veryHidden",
    }


def test_the_first_sheet_says_what_is_wanted_and_by_when(form: muniprog.Form) -> None:
    sheet = sheet_of(form, "Anvisningar")
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for text in (form.title, form.notice, form.programme, form.owner, form.round, *form.instructions):
        assert text in texts
    assert "Skriv ditt svar här: gul, med kraftig ram." in texts
    deadline = next(row for row in sheet.iter_rows() if row[1].value == "Senast")[2]
    assert deadline.is_date
    assert deadline.number_format == "d.m.yyyy"
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Åtgärder'!B2", "'Mätare'!B2"]


def test_an_owner_that_is_asked_nothing_is_told_so(form: muniprog.Form) -> None:
    empty = attrs.evolve(form, parts=(), deadline=None, notice="")
    texts = [cell.value for row in sheet_of(empty, "Anvisningar").iter_rows() for cell in row]
    assert "Den här gången frågas du inte om något." in texts
    assert "Vad cellerna betyder" not in texts


def test_last_years_answer_stands_beside_this_years_cell(form: muniprog.Form) -> None:
    sheet = sheet_of(form)
    assert [cell.value for cell in sheet[4]] == [
        "Nyckel",
        "Åtgärd",
        "Tidtabell",
        "Läge\n2019",
        "Läge\nSvar",
        "Vad har gjorts\n2019",
        "Vad har gjorts\nSvar",
        "Planerat slut\nSvar",
    ]
    assert [cell.value for cell in sheet[5]][:7] == [
        "atgard-1", "Åtgärd 1", "2019–2022", "Pågår", "Pågår", "- språkkafé", "=> på gång"
    ]  # fmt: skip


def test_where_the_last_round_has_no_name_it_is_called_the_last_one(form: muniprog.Form) -> None:
    sheet = sheet_of(attrs.evolve(form, last_round=""))
    assert sheet["D4"].value == "Läge\nFörra gången"


def test_the_keys_are_hidden_and_text(form: muniprog.Form) -> None:
    sheet = sheet_of(form)
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden
    assert sheet["A5"].number_format == "@"
    assert sheet["A5"].protection.locked


def test_only_the_cells_for_answers_can_be_written_into(form: muniprog.Form) -> None:
    sheet = sheet_of(form)
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == {"E5", "E6", "E7", "G5", "G6", "G7", "H5", "H6"}
    assert sheet["H7"].value == "–"
    protection = sheet.protection
    assert protection.sheet
    assert protection.password is None
    allowed = ("sort", "autoFilter", "formatColumns", "formatRows", "insertRows", "selectLockedCells")
    assert not any(getattr(protection, name) for name in allowed)  # an attribute says what is forbidden


def test_choices_come_from_a_list_and_are_explained_in_the_forms_language(form: muniprog.Form) -> None:
    workbook = opened(form)
    rule = validation(workbook["Åtgärder"], "E6")
    assert (rule.type, rule.formula1) == ("list", "muniprog_choices!$B$1:$B$4")
    assert [cell.value for cell in workbook["muniprog_choices"]["B"]] == ["Inte påbörjad", "Pågår", "Klar", "Inställd"]
    assert (rule.promptTitle, rule.prompt) == ("Läge", "Hur långt den har kommit. Välj ur listan.")
    assert rule.errorTitle == "Titta gärna igen"
    assert rule.error == "Det här passar inte. Så här ska det vara: Välj ur listan."


@pytest.mark.parametrize(
    ("cell", "least", "most", "prompt"),
    [
        ("E5", "0", "100", "Ett tal från 0 till 100. Enhet: %."),
        ("E6", "0", "1000000000000000", "Ett tal, minst 0. Enhet: personer."),
    ],
)
def test_numbers_have_a_range_and_a_unit(form: muniprog.Form, cell: str, least: str, most: str, prompt: str) -> None:
    sheet = sheet_of(form, "Mätare")
    rule = validation(sheet, cell)
    assert (rule.type, rule.operator or "between") == ("decimal", "between")
    assert (Decimal(rule.formula1), Decimal(rule.formula2)) == (Decimal(least), Decimal(most))
    assert rule.prompt == prompt
    assert [sheet["C5"].value, sheet["C6"].value] == ["%", "personer"]
    assert [sheet["E5"].number_format, sheet["E6"].number_format] == ["General", "#,##0"]


@pytest.mark.parametrize(
    ("limits", "prompt"),
    [
        ({}, "Ett tal."),
        ({"maximum": Decimal("9.50")}, "Ett tal, högst 9.5."),
        ({"minimum": Decimal(-2)}, "Ett tal, minst -2."),
    ],
)
def test_a_range_may_be_open(asking: Asking, limits: dict[str, Decimal], prompt: str) -> None:
    sheet = sheet_of(asking(muniprog.Question(field="value", kind=K.NUMBER, **limits)))  # type: ignore[arg-type]
    assert validation(sheet, "C5").prompt == prompt
    assert sheet["C5"].number_format == "General"


@pytest.mark.parametrize(("decimals", "code"), [(None, "General"), (0, "#,##0"), (2, "#,##0.00")])
def test_numbers_are_shown_with_their_decimals(asking: Asking, decimals: int | None, code: str) -> None:
    sheet = sheet_of(asking(muniprog.Question(field="value", kind=K.NUMBER, unit="euro", decimals=decimals)))
    assert sheet["D5"].number_format == code


def test_dates_are_dates_and_wanted_as_such(form: muniprog.Form) -> None:
    sheet = sheet_of(form)
    assert sheet["H5"].is_date
    assert validation(sheet, "H6").type == "date"
    assert validation(sheet, "H6").prompt == "Ett datum, såsom 31.12.2020."


def test_texts_are_text_wrapped_and_have_room(form: muniprog.Form) -> None:
    sheet = sheet_of(form)
    assert sheet["G6"].number_format == "@"
    assert sheet["G6"].alignment.wrap_text
    assert sheet.row_dimensions[6].height >= 45
    rule = validation(sheet, "G6")
    assert (rule.type, rule.prompt) == (None, "Skriv fritt. En text får börja med - eller =.")


@pytest.mark.parametrize(
    ("choices", "listed"), [((), ["ja", "nej"]), (("stämmer", "stämmer inte"), ["stämmer", "stämmer inte"])]
)
def test_yes_and_no_are_chosen(asking: Asking, choices: tuple[str, ...], listed: list[str]) -> None:
    workbook = opened(asking(muniprog.Question(field="yes", kind=K.YES_NO, choices=choices)))
    assert validation(workbook["Åtgärder"], "C5").formula1 == "muniprog_choices!$B$1:$B$2"
    assert [cell.value for cell in workbook["muniprog_choices"]["B"]] == listed


def test_questions_that_are_alike_share_their_help(asking: Asking) -> None:
    share = muniprog.Question(field="value", kind=K.NUMBER, maximum=Decimal(100))
    count = muniprog.Question(field="value", kind=K.NUMBER)
    sheet = sheet_of(asking(share, share, count, share))
    assert sorted(str(rule.sqref) for rule in sheet.data_validations.dataValidation) == ["C5:C6 C8", "C7"]


def test_the_heading_stays_in_view_and_is_repeated_on_each_page(form: muniprog.Form) -> None:
    sheet = sheet_of(form)
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.auto_filter.ref == "A4:H7"  # the hidden keys are sorted along
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_area == "'Åtgärder'!$B$2:$H$7"


def test_the_first_answer_is_where_the_cursor_stands(form: muniprog.Form) -> None:
    selections = sheet_of(form).sheet_view.selection
    assert "E5" in [selection.activeCell for selection in selections]


def test_every_printed_page_bears_the_notice(form: muniprog.Form) -> None:
    for sheet in opened(form):
        if sheet.sheet_state == "visible":
            assert sheet.oddHeader.center.text == form.notice


def test_a_part_that_only_shows_is_only_shown(form: muniprog.Form) -> None:
    part = attrs.evolve(form.parts[0], columns=form.parts[0].columns[:2])
    sheet = sheet_of(attrs.evolve(form, parts=(part,)))
    assert [cell.value for cell in sheet[4]] == ["Nyckel", "Åtgärd", "Tidtabell"]
    assert not FormWorkbook().read(FormWorkbook().write(attrs.evolve(form, parts=(part,))), "x.xlsx").cells


@pytest.mark.parametrize(("lines", "height"), [(1, 45), (20, 180), (200, 405)])
def test_a_long_text_makes_its_row_higher(asking: Asking, lines: int, height: int) -> None:
    long = "Språkkafé " * lines
    sheet = sheet_of(asking(muniprog.Question(field="note", kind=K.TEXT, last=long, now=long)))
    assert sheet.row_dimensions[5].height == height


@pytest.mark.parametrize(("language", "prompt"), [("fi", "Valitse luettelosta."), ("en", "Choose from the list.")])
def test_a_form_speaks_its_language(asking: Asking, language: str, prompt: str) -> None:
    form = asking(muniprog.Question(field="status", kind=K.CHOICE, choices=("a",)))
    form = attrs.evolve(form, address=attrs.evolve(form.address, language=language))
    assert validation(sheet_of(form), "C5").prompt == prompt


def test_a_day_before_excels_first_is_kept_as_text(asking: Asking) -> None:
    form = asking(muniprog.Question(field="day", kind=K.DATE, now=date(1899, 5, 1)))
    (cell,) = FormWorkbook().read(FormWorkbook().write(form), "svar.xlsx").cells
    assert (cell.content, cell.before) == ("1899-05-01", "1899-05-01")
