"""Titles and widths of the columns of a table's sheet."""

from hypothesis import given
from hypothesis import strategies as st

from muniprog import Column
from muniprog_xlsx.reports.columns import LONGEST_TITLE, columns_across, lines_of_title, titles, widths

ANYTHING = st.text(st.characters())


@given(st.lists(ANYTHING, max_size=6))
def test_titles_are_something_and_unlike_whatever_their_case(wanted: list[str]) -> None:
    found = titles(wanted, "sv")
    assert len({title.casefold() for title in found}) == len({title.lower() for title in found}) == len(wanted)
    assert all(title.strip() for title in found)
    assert max((len(title.encode("utf-16-le")) // 2 for title in found), default=0) <= LONGEST_TITLE


def test_twins_are_numbered_and_nameless_ones_called_by_their_place() -> None:
    assert titles(["Mål", "mål", "", " MÅL"], "sv") == ["Mål", "mål (2)", "Kolumn 3", "MÅL (3)"]
    long = "å" * 300
    assert [len(title) for title in titles([long, long], "fi")] == [255, 255]


def test_a_column_is_no_wider_than_what_stands_in_it_and_its_title() -> None:
    found = widths([Column("a"), Column("b")], ["År", "Sysselsättning"], [["2019", "2020"], ["x", "y"]], [0, 0])
    assert found[0] == 8
    assert 17 < found[1] < 22


def test_what_narrow_columns_leave_goes_to_the_others_by_their_share() -> None:
    texts = [["2019"], ["ord " * 60], ["ord " * 60]]
    columns = [Column("a"), Column("b", share=2), Column("c")]
    narrow, broad, middle = widths(columns, ["a", "b", "c"], texts, [0, 0, 0])
    assert narrow == 8
    assert broad > middle * 1.5
    assert round(narrow + broad + middle) == 125


def test_a_column_without_texts_or_rows_is_wide_enough_for_its_title() -> None:
    (width,) = widths([Column("a")], ["Ansvarsinstans"], [[]], [0])
    assert width >= len("Ansvarsinstans")


def test_a_number_has_room_for_all_its_words() -> None:
    columns = [Column(str(number)) for number in range(9)]
    found = widths(columns, list("abcdefghi"), [["3 företagsbesök i år"]] * 9, [20] * 9)
    assert min(found) > 20


def test_a_long_text_gets_a_column_in_which_one_row_can_show_it() -> None:
    columns = [Column(str(number)) for number in range(9)]
    texts = [["kort"]] * 8 + [["ord " * 250]]
    assert widths(columns, list("abcdefghi"), texts, [0] * 9)[8] > 48


def test_columns_that_need_all_the_room_get_what_they_need() -> None:
    columns = [Column(str(number)) for number in range(30)]
    assert set(widths(columns, ["Titel"] * 30, [["text"] * 3] * 30, [0] * 30)) == {5 / 0.85 + 3}


def test_a_page_shows_as_many_columns_as_a_long_line_needs() -> None:
    assert columns_across([60.0, 60.0], 100.0) == 2
    assert columns_across([20.0], 30.0) == 3


def test_a_title_is_broken_beside_the_button_of_its_filter() -> None:
    assert lines_of_title("inte påbörjad\nei aloitettu", 20.0) == 2
    assert lines_of_title("Klar, eller senaste plan", 16.0) == 3
