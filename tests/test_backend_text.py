"""The text backend: aligned columns, nothing changed, nothing lost."""

import sys
import unicodedata

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.backends.columns import clusters, is_narrow, pad, share_out, width, wrap
from muniprog.backends.text import TextBackend
from muniprog.document import (
    Block,
    BulletList,
    Column,
    ColumnKind,
    Document,
    Figure,
    Heading,
    InLanguage,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
    prose,
)


def printed(*blocks: Block, columns: int = 40, contents: bool = False) -> list[str]:
    """Return the lines below the title."""
    document = Document("T", "en", blocks, contents=contents)
    return TextBackend(columns).render(document).decode().removeprefix("T\n═\n\n").splitlines()


# --- Columns ----------------------------------------------------------------------------------------


def test_a_character_and_what_combines_with_it_stay_together() -> None:
    assert list(clusters("A\u030abo")) == ["A\u030a", "b", "o"]
    assert list(clusters("\u030aA")) == ["\u030aA"]
    assert width("東京 🎉") == 7


def test_characters_known_to_be_narrow_are() -> None:
    narrow = [character for character in map(chr, range(sys.maxunicode)) if is_narrow(character)]
    assert len(narrow) > 800
    for character in narrow:
        assert unicodedata.east_asian_width(character) not in "WF"
        assert unicodedata.category(character) not in ("Mn", "Me", "Cf", "Cc")


def test_lines_break_at_spaces_only_where_they_must() -> None:
    assert wrap("Ordnande av  kurser", 40) == ["Ordnande av  kurser"]
    assert wrap("Ordnande av kurser", 11) == ["Ordnande av", "kurser"]
    assert wrap("", 10) == [""]
    assert wrap("a\n\nb", 10) == ["a", "", "b"]


def test_a_word_wider_than_the_line_breaks_after_a_hyphen_if_it_has_one() -> None:
    assert wrap("konstundervisnings-verksamhet", 20) == ["konstundervisnings-", "verksamhet"]
    assert wrap("video-/mobiltolkning", 12) == ["video-/", "mobiltolk-", "ning"]


def test_other_long_words_are_parted_before_a_consonant_and_a_vowel() -> None:
    assert wrap("x stadsorganisationen", 18) == ["x", "stadsorganisatio-", "nen"]
    assert wrap("utvecklingsarbetsgruppen", 20) == ["utvecklingsarbets-", "gruppen"]
    assert wrap("maahanmuuttajakoulutuksen", 12) == ["maahanmuut-", "tajakoulu-", "tuksen"]
    assert wrap("aa-bbbbbbbbbbbb", 6) == ["aa-", "bbbbbb", "bbbbbb"], "no vowel, no place for a hyphen"


def test_what_is_no_word_gets_no_hyphen() -> None:
    assert wrap("42924e2842924", 8) == ["42924e28", "42924"]
    assert wrap("東京東京東", 5) == ["東京", "東京", "東"]
    assert wrap("東", 1) == ["東"]


def test_the_first_line_and_the_later_ones_have_their_own_beginning() -> None:
    assert wrap("one two\nthree", 7, "• ", "  ") == ["• one", "  two", "  three"]


def test_padding_counts_columns() -> None:
    assert pad("東", 4, "left") == "東  "
    assert pad("東", 4, "right") == "  東"
    assert pad("東", 5, "center") == " 東  "
    assert pad("東京", 2, "left") == "東京"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), st.integers(2, 12))
def test_wrapping_loses_only_spaces_adds_only_hyphens_and_stays_inside(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    kept = str.maketrans("", "", " -")
    assert "".join(lines).translate(kept) == text.translate(kept)
    assert all(width(line) <= columns for line in lines)


@given(st.data())
def test_columns_share_the_room_and_keep_their_words_whole(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 6))
    least = data.draw(st.lists(st.integers(1, 30), min_size=count, max_size=count))
    wanted = [each + data.draw(st.integers(0, 60)) for each in least]
    shares = data.draw(st.lists(st.floats(0.5, 4), min_size=count, max_size=count))
    room = data.draw(st.integers(3 * count, 120))
    widths = share_out(room, wanted, least, shares)
    assert sum(widths) <= room
    assert all(got <= want for got, want in zip(widths, wanted, strict=True))
    if sum(least) <= room:
        assert all(got >= need for got, need in zip(widths, least, strict=True))


# --- Blocks -----------------------------------------------------------------------------------------


def test_a_notice_stands_above_and_below_everything() -> None:
    notice = [Span("Sample data"), Span(" / "), Span("Exempeldata", language="sv")]
    document = Document("Report", "en", [Paragraph("x")], notice=notice)
    lines = TextBackend().render(document).decode().splitlines()
    assert lines[:3] == ["Sample data / [sv] Exempeldata", "", "Report"]
    assert lines[-3:] == ["x", "", "Sample data / [sv] Exempeldata"]


def test_the_front_holds_title_subtitle_facts_and_contents() -> None:
    document = Document(
        "Programme",
        "en",
        [Heading(1, "One"), Heading(2, "Two")],
        subtitle="For all",
        metadata=[("Period", "2019–2022"), ("Source", Span("City", link="https://example.org"))],
        contents=True,
    )
    assert TextBackend().render(document).decode().splitlines()[:12] == [
        "Programme",
        "═════════",
        "",
        "For all",
        "",
        "Period: 2019–2022",
        "Source: City <https://example.org>",
        "",
        "Contents",
        "  One",
        "    Two",
        "",
    ]


def test_contents_of_a_document_without_headings_are_left_out() -> None:
    assert printed(Paragraph("x"), contents=True) == ["x"]


def test_headings_are_underlined_down_to_the_second_level() -> None:
    assert printed(Heading(1, "Ab"), Heading(2, "Cd"), Heading(3, "Ef")) == ["Ab", "══", "", "Cd", "──", "", "Ef"]


def test_a_language_that_differs_is_shown() -> None:
    finnish = Span("Asuminen", language="fi")
    assert printed(Paragraph(finnish)) == ["[fi] Asuminen"]
    assert printed(Paragraph(Span("Boende", language="en"))) == ["Boende"]
    assert printed(InLanguage("fi", [Paragraph(finnish), PageBreak()])) == ["[fi]", "", "Asuminen"]
    assert printed(Paragraph(Span("", language="fi"))) == [""]


def test_addresses_are_shown_once() -> None:
    words = prose(Span("a", link="#t"), " ", Span("b@example.org", link="mailto:b@example.org"), " ")
    link = Span("c", link="https://c.example")
    table = Table("T1", [Column("x")], [], anchor="t")
    assert printed(Paragraph(prose(words, link)), table)[0] == "a b@example.org c <https://c.example>"


def test_lists_hang_and_nest() -> None:
    item: list[Block] = [Paragraph("two"), BulletList(["a", "b"], numbered=True)]
    assert printed(BulletList(["one " * 12, item]), columns=20) == [
        "• one one one one",
        "  one one one one",
        "  one one one one",
        "• two",
        "  1. a",
        "  2. b",
    ]


def test_notes_say_what_they_are() -> None:
    assert printed(Note(NoteKind.WARNING, "Look")) == ["Warning: Look"]


def test_a_figure_is_told_and_its_rows_are_shown() -> None:
    table = Table("Rows", [Column("Year"), Column("Share", kind=ColumnKind.NUMBER)], [Row([cell("2019"), cell("5")])])
    assert printed(Figure("<svg/>", "Rises to 5", table=table, caption="After one year")) == [
        "Figure: Rises to 5",
        "",
        "Rows",
        "┌────────┬─────────┐",
        "│ Year   │   Share │",
        "├────────┼─────────┤",
        "│ 2019   │       5 │",
        "└────────┴─────────┘",
        "",
        "After one year",
    ]
    assert printed(Figure("<svg/>", "Rises", table=table, caption=""))[-1].startswith("└")
    told = Figure("<svg/>", "Rises", table=attrs.evolve(table, anchor="rows"), caption="After one year", told_at="rows")
    assert printed(told, told.table)[:3] == ["Figure: Rises", "", "After one year"]


def test_a_caption_that_repeats_the_heading_is_not_said_twice() -> None:
    assert printed(Heading(1, "Rows"), Table("Rows", [Column("x")], []))[3].startswith("┌")


def test_rows_joined_by_spans_are_one_row_of_the_grid_with_their_cells_level() -> None:
    rows = [
        Row([cell("Goal", rows=2), cell("first action, long", bullets=True), cell("2019")]),
        Row([cell("second", bullets=True), cell("2020")]),
        Row([cell("Other"), cell("a", "b"), cell()]),
    ]
    assert printed(Table("T1", [Column("G"), Column("A", share=2), Column("W")], rows), columns=34)[1:] == [
        "┌───────┬─────────────────┬──────┐",
        "│ G     │ A               │ W    │",
        "├───────┼─────────────────┼──────┤",
        "│ Goal  │ • first action, │ 2019 │",
        "│       │   long          │      │",
        "│       │ • second        │ 2020 │",
        "├───────┼─────────────────┼──────┤",
        "│ Other │ a               │      │",
        "│       │ b               │      │",
        "└───────┴─────────────────┴──────┘",
    ]


def test_a_spanning_cell_taller_than_its_rows_makes_room_below() -> None:
    rows = [Row([cell("a", "b", "c", rows=2), cell("1")]), Row([cell("2")])]
    assert [line[6] for line in printed(Table("T1", [Column("G"), Column("A")], rows))[4:-1]] == ["│", "│", "│"]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12), min_size=2, max_size=2
        ),
        max_size=3,
    )
)
@settings(max_examples=50)
def test_every_line_of_a_table_is_equally_wide(texts: list[list[str]]) -> None:
    table = Table("T1", [Column("One"), Column("Two")], [Row(map(cell, row)) for row in texts])
    lines = printed(table, columns=30)[1:]
    # What only combines sits on the frame where a cell begins with it; it takes no column there either.
    assert {width(unicodedata.normalize("NFC", line)) for line in lines} == {width(lines[0])}
    assert width(lines[0]) <= 30


def test_private_characters_of_a_user_are_not_taken_for_stand_ins() -> None:
    table = Table("T1", [Column("x")], [Row([cell("\U000f0000 \U000f0001 東")])])
    assert printed(table)[4] == "│ \U000f0000 \U000f0001 東 │"


def test_a_table_with_more_columns_than_room_is_still_printed() -> None:
    table = Table("T1", [Column(str(number)) for number in range(12)], [Row([cell("x") for _ in range(12)])])
    assert max(map(len, printed(table, columns=20))) == 12 * 6 + 1


@pytest.mark.parametrize("columns", [20, 100])
def test_the_same_document_gives_the_same_bytes(columns: int) -> None:
    document = Document("T", "sv", [Paragraph("å " * 80)])
    assert TextBackend(columns).render(document) == TextBackend(columns).render(document)
