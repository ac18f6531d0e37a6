"""A row is high enough for its texts, whatever their words are like; no program that prints would make it so."""

from io import BytesIO
from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import muniprog
from muniprog_xlsx import ReportWorkbook
from muniprog_xlsx.sizes import bold_room, height_of, lines_in

LONG_WORDS = "Maahanmuuttajataustaisten työntekijöiden määrän kartoittaminen kaupunkiorganisaatiossa"


def test_long_words_leave_room_at_the_end_of_a_line() -> None:
    assert [len(line) for line in wrap(LONG_WORDS, 33)] == [25, 21, 14, 23]
    assert lines_in(LONG_WORDS, 33) == 4


def test_a_word_that_is_wider_than_the_column_goes_on_in_the_next_line() -> None:
    assert lines_in("erfarenhetssakkunnigverksamheten", 10) == 4
    assert lines_in("en erfarenhetssakkunnigverksamhet nu", 10) == 5


@given(st.lists(st.text("aåb", min_size=1, max_size=12), min_size=1, max_size=40), st.integers(12, 80))
def test_there_are_never_fewer_lines_than_where_words_stay_whole(words: list[str], width: int) -> None:
    text = " ".join(words)
    assert lines_in(text, width) >= len(wrap(text, width))


def test_names_of_rows_are_bold_and_need_more() -> None:
    name = "n" * 30
    assert lines_in(name, bold_room(33)) == 2
    table = muniprog.Table(
        "T",
        [muniprog.Column("a", share=33), muniprog.Column("b", share=92)],
        [muniprog.Row([muniprog.cell(LONG_WORDS, header=True), muniprog.cell("b " * 300)])],
    )
    book = load_workbook(BytesIO(ReportWorkbook().render(muniprog.Document("D", "fi", [table]))))
    sheet = book.worksheets[2]
    (found,) = sheet.tables.values()
    assert sheet.row_dimensions[sheet[found.ref][1][0].row].height >= height_of(4)


def test_a_long_label_of_a_fact_is_seen_whole() -> None:
    label = "Svaren godkänns av / Vastaukset hyväksyy"
    document = muniprog.Document("D", "sv", [], metadata=[(muniprog.prose(label), muniprog.prose("Direktören"))])
    sheet = load_workbook(BytesIO(ReportWorkbook().render(document))).worksheets[0]
    (row,) = [cell.row for cell in sheet["A"] if cell.value == label]
    assert sheet.row_dimensions[row].height == height_of(2)
