"""Field cases, as far as they concern workbooks."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO

import attrs
import openpyxl
import pytest

import muniprog
from muniprog_xlsx import FormWorkbook
from muniprog_xlsx.spreadsheets import open_book

K = muniprog.QuestionKind
Asking = Callable[..., muniprog.Form]
Returned = Callable[..., muniprog.FilledForm]
Package = Callable[..., bytes]
INJECTIONS = (
    '=HYPERLINK("http://x")',
    "+358 40 0000000",
    "-avslutad",
    "@ansvarig",
    "\t=1+1",
    "==== rubrik",
    "rad 1\n=rad 2",
)


def sent_and_back(form: muniprog.Form) -> tuple[muniprog.FilledCell, ...]:
    return FormWorkbook().read(FormWorkbook().write(form), "svar.xlsx").cells


def test_i05_a_formula_counts_by_its_stored_result(package: Package) -> None:
    data = package('<row r="7"><c r="F7"><f>B2/C2*100</f><v>45</v></c></row>')
    assert open_book(data, "bok.xlsx").sheets[0].rows == {7: {6: Decimal(45)}}


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("=B2/C2*100", "The cell E6 holds a formula without a stored result. Open the file in Excel"),
        ("#DIV/0!", "The cell E6 shows the error #DIV/0!."),
    ],
)
def test_i05_a_formula_without_a_result_and_an_error_are_named(returned: Returned, written: str, sentence: str) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        workbook["Mätare"]["E6"] = written

    filled = returned(write)
    (finding,) = filled.findings
    assert finding.severity is muniprog.Severity.ERROR
    assert str(finding.place) == "svar.xlsx:Mätare!E6"
    assert sentence in str(finding)
    assert "matare-2@2020" not in {cell.key for cell in filled.cells}


@pytest.mark.parametrize(
    ("content", "number_format", "read", "is_per_cent"),
    [
        (0.45, "0%", Decimal("0.45"), True),
        (0.455, "0.0 %", Decimal("0.455"), True),
        ("45 %", "@", "45 %", False),
        (45, "General", Decimal(45), False),
        (0.45, "General", Decimal("0.45"), False),
        (1, "0%", Decimal(1), True),
        (45, '0.0" %"', Decimal(45), False),
    ],
)
def test_i06_a_cell_says_whether_it_shows_per_cent(
    returned: Returned, content: object, number_format: str, read: object, is_per_cent: bool
) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        cell = workbook["Mätare"]["E5"]
        cell.value, cell.number_format = content, number_format

    cell = next(cell for cell in returned(write).cells if cell.key == "matare-1@2020")
    assert (cell.content, cell.per_cent) == (read, is_per_cent)


@pytest.mark.parametrize(
    ("content", "number_format", "read"),
    [
        (date(2020, 1, 1), "d.m.yyyy", date(2020, 1, 1)),
        (43831, "General", Decimal(43831)),
        ("1.1.2020", "@", "1.1.2020"),
        (datetime(2020, 1, 1, 23, 30), "yyyy-mm-dd hh:mm", datetime(2020, 1, 1, 23, 30)),  # noqa: DTZ001
    ],
)
@pytest.mark.parametrize("epoch", [openpyxl.utils.datetime.WINDOWS_EPOCH, openpyxl.utils.datetime.MAC_EPOCH])
def test_i07_no_day_is_shifted(
    returned: Returned, content: object, number_format: str, read: object, epoch: datetime
) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        workbook.epoch = epoch
        cell = workbook["Åtgärder"]["H6"]
        cell.value, cell.number_format = content, number_format

    cell = next(cell for cell in returned(write).cells if (cell.key, cell.field) == ("atgard-2", "planned_end"))
    assert cell.content == read


def renamed(form: muniprog.Form, key: str) -> muniprog.Form:
    """Return the form with another key for its second action."""
    first, second, third = form.parts[0].rows
    rows = (first, attrs.evolve(second, key=key), third)
    return attrs.evolve(form, parts=(attrs.evolve(form.parts[0], rows=rows), *form.parts[1:]))


@pytest.mark.parametrize(
    ("key", "content", "number_format"),
    [("12", 12, "General"), ("005", 5, "000"), ("1.5", 1.5, "General")],
)
def test_i08_a_key_that_has_become_a_number_is_known_again_and_told(
    form: muniprog.Form, returned: Returned, key: str, content: object, number_format: str
) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        cell = workbook["Åtgärder"]["A6"]
        cell.value, cell.number_format = content, number_format

    filled = returned(write, renamed(form, key))
    assert key in {cell.key for cell in filled.cells}
    (finding,) = filled.findings
    assert (finding.code, finding.severity) == ("X115", muniprog.Severity.NOTE)
    assert str(finding.place) == "svar.xlsx:Åtgärder!A6"
    assert f"The key in A6 has become a number; it was read as “{key}”." in str(finding)


def test_i08_a_key_that_looks_like_a_number_stays_a_text(form: muniprog.Form) -> None:
    sent = renamed(form, "1.10")
    filled = FormWorkbook().read(FormWorkbook().write(sent), "svar.xlsx")
    assert "1.10" in {cell.key for cell in filled.cells}
    assert not filled.findings


def test_i08_a_key_that_has_become_a_date_is_refused(form: muniprog.Form, returned: Returned) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        cell = workbook["Åtgärder"]["A6"]
        cell.value, cell.number_format = date(2021, 1, 2), "d.m.yyyy"

    findings = returned(write, renamed(form, "1-2")).findings
    assert (findings[0].code, findings[0].severity) == ("X111", muniprog.Severity.ERROR)
    assert "The key in A6 has become a date, 2021-01-02." in str(findings[0])


def test_i10_formatted_rows_without_content_cost_nothing(package: Package) -> None:
    """They are left out before anything looks at them; a row in between or at the very end is read in its place."""
    empty = "".join(f'<c r="{letter}5" s="1"/>' for letter in "ABCDEFGHIJKL")
    rows = ['<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="50"><c r="B50" t="str"><v> </v></c></row>']
    rows.extend(f'<row r="{number}" s="1" customFormat="1">{empty}</row>' for number in range(51, 100_000))
    rows.append(
        '<row r="100000" ht="15"/><row r="1048576"><c r="A1048576" s="1"></c><c r="B1048576"><v>2</v></c></row>'
    )
    (sheet,) = open_book(package("".join(rows)), "bok.xlsx").sheets
    assert sheet.rows == {1: {1: 1}, 50: {2: " "}, 1048576: {2: 2}}


def test_i12_a_form_that_was_altered_is_read_by_its_keys(form: muniprog.Form, returned: Returned) -> None:
    def alter(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["Åtgärder"]
        sheet.title = "Svar från oss"
        sheet["E7"], sheet["G7"] = "Klar", "färdigt"
        sheet.insert_cols(5)
        sheet["E4"], sheet["E6"] = "Kommentar 2", "ska inte läsas"
        sheet.delete_rows(6)
        sheet["A9"], sheet["F9"] = "atgard-77", "Klar"

    filled = returned(alter)
    assert {(cell.key, cell.field): cell.content for cell in filled.cells if cell.key.startswith("atgard")} == {
        ("atgard-1", "status"): "Pågår",
        ("atgard-1", "note"): "=> på gång",
        ("atgard-1", "planned_end"): date(2020, 12, 31),
        ("atgard-3", "status"): "Klar",
        ("atgard-3", "note"): "färdigt",
    }
    assert [finding.code for finding in filled.findings] == ["X109"]
    assert str(filled.cells[0].place) == "svar.xlsx:Svar från oss!F5"


def test_i12_an_older_form_tells_its_edition(form: muniprog.Form) -> None:
    older = attrs.evolve(form, address=attrs.evolve(form.address, edition="old"))
    assert FormWorkbook().read(FormWorkbook().write(older), "svar.xlsx").address.edition == "old"


def test_i14_what_is_written_is_read_without_a_difference(form: muniprog.Form) -> None:
    asked = {(row.key, question.field): question.now for _, row, question in form.questions()}
    assert {(cell.key, cell.field): cell.content for cell in sent_and_back(form)} == asked


def test_i16_both_rows_of_a_key_are_told_with_their_titles(returned: Returned) -> None:
    def copy(workbook: openpyxl.Workbook) -> None:
        sheet = workbook["Åtgärder"]
        sheet.insert_rows(6, 2)
        sheet.row_dimensions[8].hidden = True
        sheet["A10"], sheet["B10"], sheet["E10"] = "atgard-1", "Åtgärd 1 (kopia)", "Klar"

    (finding,) = returned(copy).findings
    assert (finding.code, finding.severity) == ("X110", muniprog.Severity.ERROR)
    assert finding.message.spoken("sv") == (
        "”atgard-1” finns på rad 5 på bladet ”Åtgärder” (Åtgärd 1), rad 10 på bladet ”Åtgärder” (Åtgärd 1 (kopia)). "
        "Behåll raden med de rätta svaren och ta bort den andra."
    )


def test_i16_a_copied_sheet_makes_every_key_double(returned: Returned) -> None:
    def copy(workbook: openpyxl.Workbook) -> None:
        workbook.copy_worksheet(workbook["Mätare"])

    findings = returned(copy).findings
    assert [finding.code for finding in findings] == ["X110", "X110"]
    assert "Mätare Copy" in str(findings[0])


@pytest.mark.parametrize("written", ["atgard-2 ", "atgard-2\u00a0", "\u200batgard-2"])
def test_i17_spaces_around_a_key_are_left_out_and_told(returned: Returned, written: str) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        workbook["Åtgärder"]["A6"] = written

    filled = returned(write)
    assert "atgard-2" in {cell.key for cell in filled.cells}
    assert [(finding.code, finding.severity) for finding in filled.findings] == [("X112", muniprog.Severity.NOTE)]


@pytest.mark.parametrize("written", ["atgard 2", "ATGARD-2", "atgard/2"])
def test_i17_another_key_is_no_spelling_of_it(returned: Returned, written: str) -> None:
    def write(workbook: openpyxl.Workbook) -> None:
        workbook["Åtgärder"]["A6"] = written

    filled = returned(write)
    assert "atgard-2" not in {cell.key for cell in filled.cells}
    assert [finding.code for finding in filled.findings] == ["X109"]


@pytest.mark.parametrize("text", INJECTIONS)
def test_e01_e02_a_text_stays_a_text_everywhere(asking: Asking, text: str) -> None:
    question = muniprog.Question(field="status", kind=K.CHOICE, choices=(text, "b"), unit=text, last=text, now=text)
    form = attrs.evolve(asking(question), title=text, notice=text, owner=text, instructions=(text,))
    workbook = openpyxl.load_workbook(BytesIO(FormWorkbook().write(form)))
    kinds = {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    (cell,) = sent_and_back(form)
    assert cell.content == text


def test_e01_a_number_stays_a_number(asking: Asking) -> None:
    question = muniprog.Question(field="value", kind=K.NUMBER, now=Decimal("-1.5"))
    (cell,) = sent_and_back(asking(question))
    assert cell.content == Decimal("-1.5")


def test_e03_parts_may_be_called_anything(form: muniprog.Form) -> None:
    titles = [
        "Sysselsättning och utbildning för vuxna",
        "Sysselsättning och utbildning för unga",
        "Språk/kommunikation: mål [2]",
        "History",
        "'citat'",
        "",
    ]
    parts = tuple(
        attrs.evolve(
            form.parts[0],
            title=title,
            rows=tuple(attrs.evolve(row, key=f"{number}-{row.key}") for row in form.parts[0].rows),
        )
        for number, title in enumerate(titles)
    )
    form = attrs.evolve(form, parts=parts)
    workbook = openpyxl.load_workbook(BytesIO(FormWorkbook().write(form)))
    names = [name for name in workbook.sheetnames if not name.startswith("muniprog_")]
    assert len(names) == 7
    assert all(len(name) <= 31 for name in names)
    assert [workbook[name]["B2"].value or "" for name in names[1:]] == titles
    assert len(sent_and_back(form)) == 6 * 8


def test_e04_a_long_list_of_choices_can_be_chosen_from(asking: Asking) -> None:
    choices = (*(f"Enheten för ärenden nummer {number}" for number in range(38)), "Bildning, kultur", "=Åbo")
    form = asking(muniprog.Question(field="owner", kind=K.CHOICE, choices=choices, now="=Åbo"))
    workbook = openpyxl.load_workbook(BytesIO(FormWorkbook().write(form)))
    (rule,) = workbook["Åtgärder"].data_validations.dataValidation
    assert rule.formula1 == "muniprog_choices!$B$1:$B$40"
    assert tuple(cell.value for cell in workbook["muniprog_choices"]["B"]) == choices
    assert {cell.data_type for cell in workbook["muniprog_choices"]["B"]} == {"s"}


def test_e05_control_signs_stop_no_form(asking: Asking) -> None:
    question = muniprog.Question(field="note", kind=K.TEXT, last="titel\x02", now="Mål\x0bdelmål\uffff")
    form = attrs.evolve(asking(question), title="Titel\x02", instructions=("a\x0bb",), notice="n\x01")
    (cell,) = sent_and_back(form)
    assert cell.content == cell.before == "Mål\ndelmål"


@pytest.mark.parametrize("hours", [2, -5, 0])
def test_e12_a_time_is_shown_as_its_own_clock_showed_it(asking: Asking, hours: int) -> None:
    moment = datetime(2020, 3, 1, 10, 0, tzinfo=timezone(timedelta(hours=hours)))
    (cell,) = sent_and_back(asking(muniprog.Question(field="when", kind=K.DATE, now=moment)))
    assert cell.content == datetime(2020, 3, 1, 10, 0)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["- språkkafé", "=> klart", "+ 3 platser", "@ bibban", "1.10", "007", "1-2", "1e5"])
def test_e14_a_free_text_is_whatever_is_typed(asking: Asking, text: str) -> None:
    (cell,) = sent_and_back(asking(muniprog.Question(field="note", kind=K.TEXT, now=text)))
    assert cell.content == text
