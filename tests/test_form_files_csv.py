"""Forms as CSV: out, through many hands, and in again."""

import csv
import io
from datetime import date
from decimal import Decimal

import attrs
import pytest

from muniprog.errors import SourceError
from muniprog.form_files.csv import ASKED_TWICE, COLUMN_TWICE, UNKNOWN_COLUMN, CsvForm, _written
from muniprog.forms import FilledForm, Form, FormAddress, FormColumn, FormPart, FormRow, Question, QuestionKind
from muniprog.source import Severity

ADDRESS = FormAddress(programme="exempel", round="2019 / 2020", owner="bildning", language="sv", edition="3f2a")
HEADINGS = "key;field;part;asked about;question;choices or unit;last round;so far;ANSWER"


def question(field: str, kind: QuestionKind, now: str | Decimal | date | None = None, unit: str = "") -> Question:
    return Question(field=field, kind=kind, now=now, unit=unit)


def form(language: str = "sv", **answers: str | Decimal | date | None) -> Form:
    kinds = {
        "status": QuestionKind.CHOICE,
        "note": QuestionKind.TEXT,
        "value": QuestionKind.NUMBER,
        "planned_end": QuestionKind.DATE,
    }
    questions = {field: question(field, kind, answers.get(field)) for field, kind in kinds.items()}
    columns = (
        FormColumn(field="title", title="Åtgärd"),
        *(FormColumn(field=field, title=field.title(), kind=kind) for field, kind in list(kinds.items())[1:]),
    )
    row = FormRow(key="1-2", shown={"title": "=Språkkafé"}, questions=questions)
    return Form(
        address=FormAddress(
            programme="exempel", round="2019 / 2020", owner="bildning", language=language, edition="3f2a"
        ),
        title="Uppföljning 2020: Bildning",
        programme="Ett påhittat program",
        owner="Bildning",
        round="Uppföljning 2020",
        last_round="",
        deadline=date(2021, 1, 31),
        notice="",
        instructions=("Svara för er egen organisation.",),
        words={"deadline": "Svara senast"},
        parts=(FormPart(name="actions", title="Åtgärder", columns=columns, rows=(row,)),),
    )


def written(made: Form) -> list[list[str]]:
    text = CsvForm().write(made).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def read(*lines: str, encoding: str = "utf-8") -> FilledForm:
    address = "[muniprog: exempel / 2019 / 2020 / bildning / sv / 3f2a]"
    return CsvForm().read("\r\n".join((HEADINGS, address, *lines)).encode(encoding), "svar.csv")


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        CsvForm().read(data, "svar.csv")
    (finding,) = caught.value.problems
    return str(finding)


def contents(found: FilledForm) -> dict[tuple[str, str], object]:
    return {(cell.key, cell.field): cell.content for cell in found.cells}


def test_a_form_comes_back_as_it_went_out() -> None:
    asked = form(note="- språkkafé\n=> klart", status="pågår", value=Decimal("1.50"), planned_end=date(2020, 12, 31))
    found = CsvForm().read(CsvForm().write(asked), "svar.csv")
    assert found.address == ADDRESS
    assert not found.findings
    assert contents(found) == {
        ("1-2", "status"): "pågår",
        ("1-2", "note"): "- språkkafé\n=> klart",
        ("1-2", "value"): "1,5",
        ("1-2", "planned_end"): "2020-12-31",
    }
    assert [cell.before for cell in found.cells] == [each.before for _, _, each in asked.questions()]


def test_an_english_form_has_a_decimal_point() -> None:
    assert written(form("en", value=Decimal("1.5")))[-2][-1] == "1.5"


def test_what_is_not_answered_is_empty() -> None:
    found = CsvForm().read(CsvForm().write(form()), "svar.csv")
    assert {cell.content for cell in found.cells} == {None}
    assert {cell.before for cell in found.cells} == {""}


def test_a_column_of_a_question_that_has_no_heading_is_called_by_its_key() -> None:
    assert written(form())[-4][4] == "status"


def test_the_notice_and_the_deadline_stand_in_the_form_where_there_are_any() -> None:
    shown = [line[4] for line in written(attrs.evolve(form(), notice="Exempeldata"))]
    assert {"Exempeldata", "Svara senast: 2021-01-31", "Svara för er egen organisation."} <= set(shown)
    silent = [line[4] for line in written(attrs.evolve(form(), deadline=None))]
    assert not any("Svara senast" in words for words in silent)


def test_e01_what_a_spreadsheet_would_run_is_guarded_and_comes_back_whole() -> None:
    hostile = '=HYPERLINK("http://x.example";"y")'
    for line in written(form(note=hostile)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in line)
    for text in (hostile, "'=1", "''+1", "'t Hof", "@alla", "- punkt"):
        found = CsvForm().read(CsvForm().write(form(note=text)), "svar.csv")
        assert contents(found)["1-2", "note"] == text


def test_e14_bullets_are_kept_as_they_are_typed() -> None:
    found = read("[a];[note];;;;;;;- språkkafé", "[b];[note];;;;;;;=> klart", "[c];[note];;;;;;;+ 3 platser")
    assert list(contents(found).values()) == ["- språkkafé", "=> klart", "+ 3 platser"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_e13_every_encoding_that_spreadsheet_programs_save_is_read(encoding: str) -> None:
    assert contents(read("[a];[note];;;;;;;Sländan", encoding=encoding)) == {("a", "note"): "Sländan"}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_i01_the_delimiter_is_found_by_the_headings(delimiter: str) -> None:
    lines = ["key;field;ANSWER", "[muniprog: p / 2020 / o / sv / e];;", "[a];[note];ja"]
    found = CsvForm().read("\n".join(lines).replace(";", delimiter).encode(), "svar.csv")
    assert contents(found) == {("a", "note"): "ja"}
    assert found.cells[0].before is None


def test_i01_a_file_of_one_column_is_refused_with_a_hint() -> None:
    said = refusal(b"key|field|ANSWER\r\n[a]|[note]|ja")
    assert "svar.csv:1:1: error Q301" in said
    assert "semicolons, commas or tabs" in said


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\ufeff \u00a0", "  "])
def test_i03_i04_marks_and_spaces_in_the_headings_do_not_matter(mark: str) -> None:
    text = f"{mark}Key ; field;  answer\n[muniprog: p / 2020 / o / sv / e];;\n [a] ;[note];ja"
    assert contents(CsvForm().read(text.encode(), "svar.csv")) == {("a", "note"): "ja"}


def test_i10_empty_lines_and_lines_of_spaces_are_passed_over() -> None:
    assert contents(read("[a];[note];;;;;;;ja", "", ";;;;;;;; ", "[b];[note];;;;;;;nej")).keys() == {
        ("a", "note"),
        ("b", "note"),
    }


def test_i11_the_headings_need_not_stand_on_the_first_line() -> None:
    data = CsvForm().write(form(status="klar"))
    found = CsvForm().read("Svar från Bildning\r\n\r\n".encode() + data.removeprefix(b"\xef\xbb\xbf"), "svar.csv")
    assert contents(found)["1-2", "status"] == "klar"


def test_i12_an_inserted_column_is_told_and_sorted_lines_are_found() -> None:
    lines = written(form(status="klar"))
    altered = [[*line[:3], ("Kommentar 2", "x")[min(number, 1)], *line[3:]] for number, line in enumerate(lines)]
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([altered[0], *sorted(altered[1:])])
    found = CsvForm().read(stream.getvalue().encode(), "svar.csv")
    assert contents(found)["1-2", "status"] == "klar"
    (finding,) = found.findings
    assert (finding.code, "Kommentar 2" in str(finding)) == (UNKNOWN_COLUMN, True)


def test_an_inserted_column_without_heading_is_told_and_an_empty_one_is_not() -> None:
    assert [finding.code for finding in read("[a];[note];;;;;;;ja;utanför").findings] == [UNKNOWN_COLUMN]
    assert not read("[a];[note];;;;;;;ja;").findings


def test_i16_a_question_that_stands_twice_is_told_with_both_lines() -> None:
    found = read("[a];[note];;;Anteckning;;;;ja", "[b];[note];;;;;;;", '[a];[note];;;;;;;"nej\ntack"')
    (finding,) = found.findings
    assert finding.code == ASKED_TWICE
    assert "line 3 and on line 5" in str(finding)


def test_i20_two_columns_with_one_heading_are_refused_by_their_letters() -> None:
    text = "key;field;ANSWER;answer \n[muniprog: p / 2020 / o / sv / e];;;\n[a];[note];ja;nej"
    (finding,) = CsvForm().read(text.encode(), "svar.csv").findings
    assert (finding.code, finding.severity) == (COLUMN_TWICE, Severity.ERROR)
    assert "“ANSWER” is there more than once: C, D." in str(finding)


def test_a_column_far_to_the_right_is_told_by_its_number() -> None:
    text = f"key;field;ANSWER{';' * 27}ANSWER\n[muniprog: p / 2020 / o / sv / e]"
    (finding,) = CsvForm().read(text.encode(), "svar.csv").findings
    assert "more than once: C, 30." in str(finding)


def test_a_number_that_looks_like_thousands_is_written_with_one_decimal_more() -> None:
    assert [_written(Decimal(number), "sv") for number in ("1.234", "-12.345", "0.123", "1234.567")] == [
        "1,2340", "-12,3450", "0,123", "1234,567",
    ]  # fmt: skip


def test_i27_line_breaks_and_quotes_stay_in_the_answer() -> None:
    found = read('[a];[note];;;;;;;"Rad ett\r\nsade ""ja"""', "[b];[note];;;;;;;slut")
    assert contents(found)["a", "note"] == 'Rad ett\r\nsade "ja"'
    assert found.cells[1].place.line == 5


def test_a_form_that_has_lost_its_address_is_refused() -> None:
    said = refusal(f"{HEADINGS}\r\n[a];[note];;;;;;;ja".encode())
    assert "begins with “[muniprog:” is missing" in said
    assert "is missing" in refusal(f"{HEADINGS}\r\n[muniprog: p / o]".encode())


def test_what_is_no_text_is_refused() -> None:
    assert "no text file" in refusal(b"PK\x03\x04\x00\x00\x81")


def test_a_cell_that_never_ends_is_refused_with_its_line() -> None:
    said = refusal(f"{HEADINGS}\r\n[a];[note];;;;;;;ja\r\n[b];".encode() + b"x" * 140_000)
    assert "svar.csv:3:1" in said


def test_the_same_form_gives_the_same_bytes() -> None:
    assert CsvForm().write(form(note="ja")) == CsvForm().write(form(note="ja"))
