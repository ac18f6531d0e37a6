"""Field cases about forms of follow-up: each was met by somebody who sent spreadsheets out and got them back.

The forms here are CSV files, as a person has them in hands; what concerns workbooks is proved in `muniprog-xlsx`.
"""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import attrs
import pytest

from muniprog.errors import SourceError
from muniprog.followup.collected import Collected
from muniprog.followup.collecting import collect
from muniprog.followup.finding import find_round
from muniprog.form_files.csv import CsvForm
from muniprog.forms import CellContent, FilledForm
from muniprog.model import Measure, Missing, Observation, Programme, Request, Status
from muniprog.progress import assess
from muniprog.text import Text
from tests.asked import ON, asked, filled, form
from tests.builders import action, goal, indicator, leads, measured, owner, programme, round_of, theme, update

Lines = list[list[str]]
Change = Callable[[Lines], Lines]

KEY, FIELD, ANSWER = 0, 1, 8


def sent(change: Change, plan: Programme | None = None, *, separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """The form of Bildning as a file, after somebody has worked on it."""
    text = CsvForm().write(form(plan)).decode("utf-8-sig")
    lines = change(list(csv.reader(io.StringIO(text, newline=""), delimiter=";")))
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(lines)
    return stream.getvalue().encode(encoding)


def typed(answers: Mapping[tuple[str, str], str]) -> Change:
    """Type answers into a form, by key and field."""

    def change(lines: Lines) -> Lines:
        for line in lines:
            name = (line[KEY].strip("[]"), line[FIELD].strip("[]"))
            line[ANSWER] = answers.get(name, line[ANSWER])
        return lines

    return change


def collected(data: bytes, plan: Programme | None = None, *, partial: bool = False) -> Collected:
    return collect(plan or asked(), 2020, [CsvForm().read(data, "svar.csv")], on=ON, partial=partial)


def values(found: Collected) -> dict[str, object]:
    return {str(each.indicator): each.value for each in find_round(found.programme, 2020).observations}


def codes(found: Collected) -> list[str]:
    return [finding.code for finding in found.findings]


def shares(*answers: CellContent, per_cent: tuple[int, ...] = ()) -> Collected:
    """Shares in per cent with these answers, some of them in cells that show per cent."""
    names = [f"i{number}" for number in range(len(answers))]
    plan = programme(
        theme(
            "t",
            goal(
                "g",
                action("a"),
                owners=leads("bild"),
                indicators=tuple(indicator(name, Measure.SHARE, unit="%") for name in names),
            ),
        ),
        owners=(owner("bild"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01", asked=(Request(owner="bild", items=tuple(names)),)),),
    )
    given = {(f"{name}@2020", "value"): answer for name, answer in zip(names, answers, strict=True)}
    returned = filled(form(plan), given)
    shown = {f"i{number}@2020" for number in per_cent}
    cells = tuple(attrs.evolve(each, per_cent=each.key in shown and each.field == "value") for each in returned.cells)
    return collect(plan, 2020, [attrs.evolve(returned, cells=cells)], on=ON)


# --- Numbers, days and marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_i01_a_decimal_comma_is_decided_for_the_whole_form(separator: str) -> None:
    """0,435 tells that 1,286 has decimals; neither becomes 435 or 1286."""
    answers = typed({("andel@2020", "value"): "0,435", ("antal@2020", "value"): "1,286"})
    assert values(collected(sent(answers, separator=separator))) == {
        "andel": Decimal("0.435"),
        "antal": Decimal("1.286"),
    }


def test_i01_a_file_that_yields_one_column_is_refused_with_a_hint() -> None:
    with pytest.raises(SourceError, match="headings"):
        CsvForm().read(sent(lambda lines: lines, separator="|"), "svar.csv")


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_i02_every_space_is_a_thousands_mark(space: str) -> None:
    answers = {("antal@2020", "value"): f"14{space}000,5", ("cafe$2020", "actual"): f"\u22121{space}234"}
    found = collected(sent(typed(answers)))
    assert values(found) == {"antal": Decimal("14000.5")}
    assert [change.new.answer for change in found.changes if change.field == "actual"] == [Decimal(-1234)]


@pytest.mark.parametrize("written", ["1.234", "1,234"])
def test_i02_what_can_be_two_numbers_is_refused_with_both(written: str) -> None:
    found = collected(sent(typed({("antal@2020", "value"): written})))
    assert codes(found) == ["Q203"]
    assert "can be 1,234 or 1.234" in str(found.findings[0])


def test_i06_per_cent_is_read_however_it_is_typed() -> None:
    """45 shown by the cell's format, as text, as a number; 0.45 is told; 1 shown as 100 %."""
    found = shares(Decimal("0.45"), "45 %", Decimal(45), Decimal("0.45"), Decimal(1), per_cent=(0, 4))
    assert list(values(found).values()) == [45, 45, 45, Decimal("0.45"), 100]
    assert codes(found) == ["Q207"]
    assert "Did you mean 45?" in str(found.findings[0])


@pytest.mark.parametrize("content", [date(2020, 1, 1), Decimal(43831), "43831", "1.1.2020", "2020-01-01 23:30"])
def test_i07_every_way_to_keep_a_day_is_the_same_day(content: CellContent) -> None:
    plan = asked()
    returned = filled(form(plan), {("cafe", "actual_start"): content, ("cafe", "status"): "klar"})
    found = collect(plan, 2020, [returned], on=ON)
    assert find_round(found.programme, 2020).updates[0].actual_start == date(2020, 1, 1)
    assert codes(found) == (["Q206"] if "43831" in str(content) else [])


@pytest.mark.parametrize("mark", ["-", "–", ":", ".", "..", "x"])
def test_i23_a_dash_is_missing_and_never_zero(mark: str) -> None:
    found = collected(sent(typed({("antal@2020", "value"): mark, ("cafe$2020", "actual"): mark})))
    (seen,) = find_round(found.programme, 2020).observations
    assert (seen.value, seen.missing, seen.reason) == (None, Missing.NOT_AVAILABLE, Text.of(mark, "sv"))
    assert [change.field for change in found.changes] == ["missing", "reason"]


def test_i23_only_zero_is_zero_and_empty_is_no_answer() -> None:
    found = collected(sent(typed({("antal@2020", "value"): "0", ("andel@2020", "value"): ""})))
    assert values(found) == {"antal": Decimal(0)}


def test_m08_zero_counts_as_an_answer() -> None:
    found = collected(sent(typed({("antal@2020", "value"): "0", ("cafe$2020", "actual"): "0"})))
    assert {"antal@2020", "cafe$2020"}.isdisjoint(each.key for each in found.unanswered)
    again = form(found.programme)
    held = {(row.key, question.field): question.now for _, row, question in again.questions()}
    assert held["antal@2020", "value"] == held["cafe$2020", "actual"] == Decimal(0)


def test_m16_several_reports_inside_one_period_are_kept() -> None:
    """A snapshot of June stays when that of December comes; both have their day, and the latest counts."""
    plan = asked(measured("andel", "2020", 42, owner="bild", reported_on="2020-06-30"))
    found = collected(sent(typed({("andel@2020", "value"): "55"}), plan), plan)
    assert [(each.value, str(each.reported_on)) for each in find_round(found.programme, 2020).observations] == [
        (Decimal(42), "2020-06-30"),
        (Decimal(55), "2020-12-18"),
    ]
    latest = assess(found.programme, as_of="2020-12-31").indicator("andel").latest
    assert latest is not None
    assert latest.value == Decimal(55)


def test_i32_types_come_from_the_model_and_one_fault_is_one_error() -> None:
    plan = programme(
        theme("t", *(action(f"a{number}", owners=("bild",)) for number in range(60))),
        programme_indicators=tuple(indicator(f"i{number}", owners=leads("bild")) for number in range(60)),
        owners=(owner("bild"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    answers = {(f"i{number}@2020", "value"): str(number) for number in range(58)}
    answers |= {("i58@2020", "value"): " ", ("i59@2020", "value"): "K"}
    answers |= {("a0", "note"): "00:10", ("a1", "note"): "0/ 0", ("a2", "note"): "012"}
    found = collected(sent(typed(answers), plan), plan, partial=True)
    assert codes(found) == ["Q202"]
    assert "“i59”: “K” is not a number" in str(found.findings[0])
    notes = [str(each.note) for each in find_round(found.programme, 2020).updates]
    assert notes == ["00:10", "0/ 0", "012"]
    assert len(values(found)) == 58


# --- What spreadsheet programs and people do to a file -----------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_e13_a_form_is_read_in_every_encoding_that_excel_saves(encoding: str) -> None:
    found = collected(sent(typed({("cafe", "note"): "Sländan; åäö"}), encoding=encoding))
    assert str(find_round(found.programme, 2020).updates[0].note) == "Sländan; åäö"


def test_e13_excel_shows_the_form_as_it_is() -> None:
    """A byte order mark for the letters, semicolons for the columns, a decimal comma for the numbers."""
    data = CsvForm().write(form(asked(measured("antal", "2020", 9.1))))
    assert data.startswith(b"\xef\xbb\xbfkey;")
    assert ";9,1\r\n" in data.decode()


def test_i03_i04_invisible_marks_and_spaces_in_headings_do_not_matter() -> None:
    def change(lines: Lines) -> Lines:
        lines[0][KEY] = "\ufeff\u200bKEY "
        lines[0][ANSWER] = "Answer\u00a0"
        return typed({("cafe", "status"): "klar"})(lines)

    assert collected(sent(change)).is_taken


def test_i04_a_column_that_nobody_knows_is_told() -> None:
    def change(lines: Lines) -> Lines:
        return [[*line, "Kommentar från nämnden" if number == 0 else "Bra!"] for number, line in enumerate(lines)]

    found = collected(sent(change))
    assert ["“Kommentar från nämnden”" in str(finding) for finding in found.findings] == [True]
    assert not found.has_problems


def test_i10_empty_lines_and_gaps_do_not_matter() -> None:
    def change(lines: Lines) -> Lines:
        empty = [[""] * 9, [" "] * 9, []]
        return [*lines[:5], *empty, *typed({("cafe", "status"): "klar"})(lines[5:]), *empty * 1000]

    assert [each.status for each in find_round(collected(sent(change)).programme, 2020).updates] == [Status.DONE]


def test_i11_the_headings_need_not_be_on_the_first_line() -> None:
    def change(lines: Lines) -> Lines:
        return [["Uppföljning 2020"], [], *typed({("cafe", "status"): "klar"})(lines)]

    assert collected(sent(change)).is_taken


def test_i12_a_form_that_was_altered_is_read_by_its_keys() -> None:
    """A column put in, lines sorted, a row taken out, a row pasted in."""

    def change(lines: Lines) -> Lines:
        head, *rest = typed({("broschyr", "status"): "klar"})(lines)
        kept = [line for line in reversed(rest) if line[KEY] != "[cafe]"]
        pasted = ["[klistrad]", "[status]", "", "", "", "", "", "", "klar"]
        return [["Kommentar 2", *head], *(["", *line] for line in kept), ["", *pasted]]

    found = collected(sent(change))
    assert [(each.item, each.status) for each in find_round(found.programme, 2020).updates] == [
        ("broschyr", Status.DONE)
    ]
    assert codes(found) == ["Q105"]
    assert (found.unanswered[0].key, found.unanswered[0].is_gone) == ("cafe", True)


def test_i12_an_older_form_is_taken_with_a_notice() -> None:
    older = asked(asked=(Request(owner="bild", items=("cafe",)),))
    assert codes(collected(sent(typed({("cafe", "status"): "klar"}), older))) == ["Q104"]


def test_i13_the_second_run_changes_nothing_and_one_change_is_one_change() -> None:
    answers = {("cafe", "status"): "pågår", ("broschyr", "status"): "klar", ("antal@2020", "value"): "12"}
    first = collected(sent(typed(answers)))
    assert len(first.changes) == 3
    assert collected(sent(typed(answers)), first.programme).changes == ()
    today = first.programme
    third = collected(sent(typed({("cafe", "status"): "klar"}), today), today)
    assert [(each.field, each.old.answer, each.new.answer) for each in third.changes] == [
        ("status", Status.IN_PROGRESS, Status.DONE)
    ]


def test_i15_repeated_causes_are_one_finding_with_the_column_as_it_is_headed() -> None:
    plan = programme(
        theme("t", *(action(f"a{number}", owners=("bild",)) for number in range(200))),
        owners=(owner("bild"),),
        follow_ups=(round_of("2020", opened_on="2020-12-01"),),
    )
    answers = {(f"a{number}", "status"): "klappad" for number in range(199)} | {("a199", "actual_end"): "i höst"}
    found = collected(sent(typed(answers), plan), plan)
    assert codes(found) == ["Q201", "Q205"]
    assert "Läge: “klappad” is none of the choices." in str(found.findings[0])
    assert "So it is in 199 cells: " in str(found.findings[0])
    assert "Verkligt slut, “a199”: “i höst” is not a day" in str(found.findings[1])


def test_i16_a_question_that_is_there_twice_is_told_with_both_lines() -> None:
    def change(lines: Lines) -> Lines:
        return [*lines, list(next(line for line in lines if line[KEY] == "[cafe]"))]

    data = sent(change)
    last = data.decode("utf-8-sig").count("\r\n")
    found = collected(data)
    (finding,) = found.findings
    first = next(number for number, line in enumerate(data.decode().splitlines(), 1) if "[cafe]" in line)
    assert f"on line {first} and on line {last}" in str(finding)
    assert found.has_problems


@pytest.mark.parametrize("key", ["[cafe ]", " [cafe]\u00a0", "[CAFE]"])
def test_i17_spaces_around_a_key_and_its_case_do_not_matter(key: str) -> None:
    def change(lines: Lines) -> Lines:
        changed = typed({("cafe", "status"): "klar"})(lines)
        return [[key, *line[1:]] if line[KEY] == "[cafe]" else line for line in changed]

    assert collected(sent(change)).is_taken


@pytest.mark.parametrize("key", ["ca fe", "ca/fe", "ca|fe"])
def test_i17_another_key_is_another_key(key: str) -> None:
    def change(lines: Lines) -> Lines:
        changed = typed({("cafe", "status"): "klar"})(lines)
        return [[f"[{key}]", *line[1:]] if line[KEY] == "[cafe]" else line for line in changed]

    found = collected(sent(change))
    assert codes(found) == ["Q105"]
    assert "Did you mean “cafe”?" in str(found.findings[0])


def test_i18_nothing_or_all() -> None:
    plan = asked()
    answers = {("cafe", "status"): "klar", ("cafe", "actual_end"): "31.2.2020", ("broschyr", "status"): "kalr"}
    found = collected(sent(typed(answers)), plan)
    assert found.programme is plan
    assert sorted(codes(found)) == ["Q201", "Q205"]
    mended = answers | {("cafe", "actual_end"): "28.2.2020", ("broschyr", "status"): "klar"}
    assert len(find_round(collected(sent(typed(mended))).programme, 2020).updates) == 2


def test_i18_a_part_is_taken_only_where_it_is_asked_for_and_the_rest_is_returned() -> None:
    answers = {("cafe", "status"): "klar", ("cafe", "actual_end"): "31.2.2020"}
    found = collected(sent(typed(answers)), partial=True)
    assert [(each.key, each.field, each.content) for each in found.rejected] == [("cafe", "actual_end", "31.2.2020")]
    assert find_round(found.programme, 2020).updates[0].status is Status.DONE


def test_i20_two_columns_with_one_heading_are_refused() -> None:
    def change(lines: Lines) -> Lines:
        return [[*line, "Answer " if number == 0 else "klar"] for number, line in enumerate(lines)]

    found = collected(sent(change))
    assert codes(found) == ["Q305"]
    assert ": I, J." in str(found.findings[0])
    assert not found.is_taken


def test_i27_line_breaks_and_quotes_stay_in_the_answer() -> None:
    found = collected(sent(typed({("cafe", "note"): 'rad 1\rrad 2\r\nrad 3 "citat"'})))
    assert str(find_round(found.programme, 2020).updates[0].note) == 'rad 1\nrad 2\nrad 3 "citat"'


def test_i27_a_quote_that_is_not_closed_is_told_with_the_line_on_which_it_begins() -> None:
    lines = sent(typed({("cafe", "status"): "klar"})).decode().split("\r\n")
    number = next(number for number, line in enumerate(lines) if "[broschyr]" in line)
    lines[number] += '"klar'
    with pytest.raises(SourceError) as caught:
        CsvForm().read("\r\n".join(lines).encode(), "svar.csv")
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.line == number + 1


@pytest.mark.parametrize("text", ["=1+1", "+358 40 0000000", "-avslutad", "@ansvarig", "\t=1+1", "'=1", "'t Hof"])
def test_e01_what_a_spreadsheet_would_run_is_guarded_on_the_way_out_and_whole_on_the_way_in(text: str) -> None:
    plan = asked(update("cafe", Status.DONE, note=text))
    data = CsvForm().write(form(plan)).decode()
    assert f";{text}\r\n" not in data or text == "'t Hof"
    assert collected(data.encode(), plan).changes == ()


def test_e01_numbers_are_not_guarded() -> None:
    cafe = asked()
    spent = collected(sent(typed({("cafe$2020", "actual"): "-1,5"})), cafe).programme
    assert ";-1,5\r\n" in CsvForm().write(form(spent)).decode()


@pytest.mark.parametrize("text", ["- språkkafé", "=> klart", "+ 3 platser"])
def test_e14_bullets_stay_as_they_are_typed(text: str) -> None:
    found = collected(sent(typed({("cafe", "note"): text})))
    assert str(find_round(found.programme, 2020).updates[0].note) == text
    assert collected(CsvForm().write(form(found.programme)), found.programme).changes == ()


def test_nothing_is_read_of_what_is_no_form() -> None:
    seen: list[FilledForm | Observation] = []
    with pytest.raises(SourceError):
        seen.append(CsvForm().read(b"Id;Titel\nACT-1;Kurs", "svar.csv"))
    assert not seen
