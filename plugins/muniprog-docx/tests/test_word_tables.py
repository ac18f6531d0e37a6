"""Tables in Word documents: heads that are repeated, rows that stay whole, columns as wide as they ask for."""

from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given
from hypothesis import strategies as st

from muniprog import Column, Document, Heading, Row, Table, cell
from muniprog_docx import Docx
from muniprog_docx.tables import ends_of_pages, is_wide, widths

GOALS = Table(
    "Mål",
    [Column("Mål", share=3), Column("Åtgärd"), Column("År", kind="number"), Column("", kind="symbol")],
    [
        Row([cell("Rådgivning", header=True, rows=2), cell("a", "b", bullets=True), cell("2019"), cell("●")]),
        Row([cell("c", bullets=True), cell("2020"), cell()]),
        Row([cell(header=True), cell("d"), cell("2021"), cell()]),
    ],
)


def printed(table: Table) -> docx.table.Table:
    (found,) = docx.Document(BytesIO(Docx().render(Document("Titel", "sv", [table])))).tables
    return found


def xml(table: Table) -> BaseOxmlElement:
    root: BaseOxmlElement = printed(table)._tbl
    return root


def rows_named(*names: str) -> list[Row]:
    return [Row([cell(name)]) for name in names]


def rows_that_hold_the_next(table: Table) -> list[str]:
    """Return the rows that stay on the page of the row below them."""
    rows = xml(table).xpath("./w:tr[w:tc/w:p/w:pPr/w:keepNext]")
    return ["".join(each.text or "" for each in row.iter(qn("w:t"))) for row in rows]


def test_the_head_is_repeated_and_no_row_is_torn() -> None:
    root = xml(GOALS)
    assert len(root.xpath("./w:tr")) == len(root.xpath("./w:tr[w:trPr/w:cantSplit]")) == 4
    assert root.xpath("./w:tr/w:trPr/w:tblHeader/ancestor::w:tr") == root.xpath("./w:tr[1]")


def test_cells_are_where_they_are_and_spanned_ones_are_one() -> None:
    table = printed(GOALS)
    assert [[each.text for each in row.cells] for row in table.rows] == [
        ["Mål", "Åtgärd", "År", ""],
        ["Rådgivning", "a\nb", "2019", "●"],
        ["Rådgivning", "c", "2020", ""],
        ["", "d", "2021", ""],
    ]


def test_cells_have_styles_by_what_they_are() -> None:
    table = printed(GOALS)
    styles = [[each.paragraphs[0].style.name for each in row.cells[:2]] for row in table.rows if row.cells]
    assert styles == [
        ["muniprog Table Heading"] * 2,
        ["muniprog Row Heading", "muniprog Table Bullet"],
        ["muniprog Row Heading", "muniprog Table Text"],  # one line alone is no list
        ["muniprog Row Heading", "muniprog Table Text"],
    ]


def test_columns_are_aligned_by_what_they_hold_and_as_wide_as_they_ask() -> None:
    root = xml(GOALS)
    assert [each.xpath("string(w:p/w:pPr/w:jc/@w:val)") for each in root.xpath("./w:tr[2]/w:tc")] == [
        *("", ""),
        *("right", "center"),
    ]
    wide, *others = (int(each) for each in root.xpath("./w:tblGrid/w:gridCol/@w:w"))
    assert all(wide > 2 * other for other in others)
    assert wide + sum(others) == int(root.xpath("./w:tblPr/w:tblW/@w:w")[0])


def test_it_is_told_whether_rows_have_heads_and_what_the_table_is_called() -> None:
    plain = Table("Två\nrader", [Column("A")], rows_named("x"))
    for table, first_column in ((GOALS, "1"), (plain, "0"), (Table("Tom", [Column("A")], []), "0")):
        root = xml(table)
        assert root.xpath("./w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert root.xpath("./w:tblPr/w:tblLook/@w:firstColumn") == [first_column]
    assert xml(plain).xpath("./w:tblPr/w:tblCaption/@w:val") == ["Två rader"]
    assert xml(plain).xpath("./w:tblPr/w:tblStyle/@w:val") == ["muniprogTable"]


def test_a_long_caption_is_cut_in_the_properties_only() -> None:
    (told,) = xml(Table("å" * 300, [Column("A")], [])).xpath("./w:tblPr/w:tblCaption/@w:val")
    assert told == "å" * 255


def test_no_row_is_left_alone_and_joined_rows_stay_together() -> None:
    assert rows_that_hold_the_next(Table("T", [Column("Vad")], rows_named(*"abcde"))) == ["Vad", "a", "d"]
    joined = [Row([cell("a"), cell("1")]), Row([cell("b", rows=2), cell("2")]), Row([cell("3")])]
    table = Table("T", [Column("A"), Column("B")], [*joined, Row([cell("c"), cell("4")]), Row([cell("d"), cell("5")])])
    assert rows_that_hold_the_next(table) == ["AB", "a1", "b2", "c4"]


@pytest.mark.parametrize("count", range(4))
def test_the_end_of_a_table_is_an_end_of_a_page(count: int) -> None:
    groups = [range(number, number + 1) for number in range(count)]
    assert ends_of_pages(groups) == ({count - 1} if count else set())


def test_a_table_of_many_columns_wants_a_page_on_its_side() -> None:
    def of(*kinds: str) -> Table:
        return Table("T", [Column(kind, kind=kind) for kind in kinds], [])

    assert not is_wide(of("text", "number", "date"))
    assert is_wide(of("text", "text", "text", "text"))
    assert not is_wide(of("text", *["symbol"] * 7))
    assert is_wide(of("text", *["symbol"] * 8))


def test_a_paragraph_follows_a_table_at_the_end_and_between() -> None:
    body = docx.Document(BytesIO(Docx().render(Document("T", "sv", [Heading(1, "Mål"), GOALS])))).element.body
    assert [each.tag for each in body][-3:] == [qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


@given(
    st.lists(st.floats(min_value=-1, max_value=1e6), min_size=1, max_size=30),
    st.integers(min_value=100, max_value=20000),
)
def test_columns_fill_the_whole_width_and_none_vanishes(shares: list[float], whole: int) -> None:
    found = widths(shares, whole)
    assert sum(found) == whole
    assert all(width >= min(340, whole // len(shares)) for width in found)


@given(st.lists(st.integers(min_value=1, max_value=9), min_size=2, max_size=9))
def test_a_column_that_asks_for_more_is_no_narrower(shares: list[int]) -> None:
    found = widths(shares, 10_000)
    in_order = [width for _, width in sorted(zip(shares, found, strict=True))]
    assert all(narrow <= wide + 1 for narrow, wide in pairwise(in_order))
