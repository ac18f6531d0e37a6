"""The document: what it holds, and what it refuses so that every backend can print it."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.document import (
    Block,
    BulletList,
    Cell,
    Column,
    ColumnKind,
    Document,
    DocumentError,
    Figure,
    Heading,
    InLanguage,
    Mark,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    Row,
    Span,
    Table,
    as_prose,
    caption_repeats,
    cell,
    clean,
    plain,
    prose,
    safe_link,
)


def table(*rows: tuple[Cell, ...], columns: int = 2, anchor: str = "") -> Table:
    return Table("Goals", [Column(str(number)) for number in range(columns)], map(Row, rows), anchor=anchor)


def document(*blocks: Block) -> Document:
    return Document("Programme", "en", blocks)


# --- Text -------------------------------------------------------------------------------------------


def test_prose_is_made_of_strings_spans_and_other_prose() -> None:
    words = prose("a", Span("b", emphasis=True), prose("c", "d"))
    assert plain(words) == "abcd"
    assert words[1].emphasis
    assert as_prose("a") == (Span("a"),)


def test_line_ends_of_every_kind_become_line_feeds() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_what_no_file_can_carry_is_shown_as_missing() -> None:
    assert Span("a\x00b\x1b[2Jc\ud800d\uffffe").text == "a�b�[2Jc�d�e"
    assert Span("a\tb").text == "a b"


@given(st.text())
def test_clean_text_is_clean_for_good_and_can_be_encoded(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8")[:0] == b""


@pytest.mark.parametrize(
    "address",
    [
        "https://vaasa.fi/sv/integrationsprogram?a=1&b=2#mål",
        "HTTP://example.org",
        "mailto:programme@example.org",
        "#boende",
        "?page=2",
        "/sv/program",
        "../2015/program.html",
        "program.html",
        "program%20sv.html#boende",
    ],
)
def test_links_that_lead_to_pages_are_kept(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "<javascript:alert(1)>",
        "//example.org/x",
        "\\\\server\\share",
        "https://",
        "mailto:",
        'https://example.org/"onclick="x',
        "https://example.org/a b",
        "x:y",
    ],
)
def test_other_links_are_no_links(address: str) -> None:
    assert safe_link(address) is None
    assert Span("text", link=address).link is None


def test_space_around_a_link_is_not_part_of_it() -> None:
    assert safe_link(" https://ok.example ") == "https://ok.example"
    assert safe_link(None) is None


# --- Tables -----------------------------------------------------------------------------------------


def test_a_spanning_cell_stands_in_every_row_that_it_spans() -> None:
    goal, first, second = cell("goal", rows=2, header=True), cell("first"), cell("second")
    grid = table((goal, first), (second,)).grid()
    assert [[slot.cell for slot in row] for row in grid] == [[goal, first], [goal, second]]
    assert [[slot.first for slot in row] for row in grid] == [[True, True], [False, True]]


def test_rows_that_spanning_cells_join_are_a_group() -> None:
    long, short, one = cell("long", rows=3), cell("short", rows=2), cell("one")
    joined = table((one, one), (long, short), (), (one,))
    assert joined.groups() == (range(1), range(1, 4))
    assert table().groups() == ()


def test_spans_that_overlap_join_their_rows() -> None:
    left, right, one = cell("left", rows=2), cell("right", rows=2), cell("one")
    assert table((left, one), (right,), (one,), (one, one)).groups() == (range(3), range(3, 4))


@pytest.mark.parametrize(
    "rows",
    [
        [(cell("a"),)],
        [(cell("a"), cell("b"), cell("c"))],
        [(cell("a", rows=2), cell("b"))],
        [(cell("a", rows=2), cell("b")), (cell("c"), cell("d"))],
        [(cell("a", rows=0), cell("b"))],
    ],
    ids=["too few", "too many", "span past the end", "too many beside a span", "span of nothing"],
)
def test_rows_must_fit_the_columns(rows: list[tuple[Cell, ...]]) -> None:
    with pytest.raises(DocumentError, match=r"Row 1|Row 2") as caught:
        table(*rows)
    assert "“Goals” does not fit its 2 columns" in str(caught.value)


def test_a_table_has_a_caption_and_columns() -> None:
    with pytest.raises(DocumentError, match="needs a caption"):
        Table(" ", [Column("a")], [])
    with pytest.raises(DocumentError, match="at least one column"):
        Table("Goals", [], [])


def test_kinds_may_be_given_by_name() -> None:
    assert Column("2019", kind="symbol").kind is ColumnKind.SYMBOL
    assert Note(NoteKind.WARNING, "x").kind == "warning"
    assert Mark("bad") is Mark.BAD


@given(st.data())
def test_every_grid_of_spans_is_covered_once(data: st.DataObject) -> None:
    columns = data.draw(st.integers(1, 4))
    height = data.draw(st.integers(1, 6))
    free = [0] * columns
    rows = []
    begun = 0
    for index in range(height):
        cells = []
        for column in range(columns):
            if free[column] <= index:
                span = data.draw(st.integers(1, height - index))
                cells.append(cell(str(column), rows=span))
                free[column] = index + span
        begun += len(cells)
        rows.append(tuple(cells))
    made = table(*rows, columns=columns)
    grid = made.grid()
    assert all(len(row) == columns for row in grid)
    assert sum(slot.first for row in grid for slot in row) == begun
    assert [index for group in made.groups() for index in group] == list(range(height))


# --- Blocks and the whole ---------------------------------------------------------------------------


def test_list_items_are_words_or_blocks() -> None:
    blocks: list[Block] = [Paragraph("e"), PageBreak()]
    nothing: list[Block] = []
    items = BulletList(["a", Span("b"), prose("c", "d"), blocks, nothing]).items
    assert items[:3] == ((Paragraph("a"),), (Paragraph("b"),), (Paragraph(prose("c", "d")),))
    assert items[3] == (Paragraph("e"), PageBreak())
    assert items[4] == ()


def test_walking_meets_every_block_in_reading_order() -> None:
    inner = table((cell("a"), cell("b")))
    figure = Figure("<svg/>", "A bar", table=inner, caption="Figure 1")
    item: list[Block] = [Paragraph("p"), figure]
    walked = document(BulletList([item]), InLanguage("fi", [PageBreak()])).walk()
    assert [type(block).__name__ for block in walked] == [
        "BulletList",
        "Paragraph",
        "Figure",
        "Table",
        "InLanguage",
        "PageBreak",
    ]


def test_a_figure_that_is_told_elsewhere_brings_no_second_table() -> None:
    shown = attrs.evolve(table((cell("a"), cell("b"))), anchor="rows")
    figure = Figure("<svg/>", "A bar", table=shown, caption="Figure 1", told_at="rows")
    assert [type(block).__name__ for block in document(figure, shown).walk()] == ["Figure", "Table"]
    with pytest.raises(DocumentError, match="“Figure 1” is told at “rows”, which is nowhere"):
        document(figure)


def test_a_notebook_shows_the_picture_of_a_figure() -> None:
    figure = Figure("<svg/>", "A bar", table=table((cell("a"), cell("b"))), caption="Figure 1")
    assert figure._repr_svg_() == "<svg/>"


def test_headings_begin_at_one_and_do_not_skip() -> None:
    made = document(Heading(1, "a"), Heading(2, "b"), Heading(3, "c"), Heading(1, "d"))
    assert [heading.level for heading in made.headings()] == [1, 2, 3, 1]
    for levels in ([2], [1, 3], [0], [1, 2, 4]):
        with pytest.raises(DocumentError, match="has level"):
            document(*(Heading(level, "x") for level in levels))


def test_headings_inside_other_blocks_count() -> None:
    with pytest.raises(DocumentError, match="after level 1 at most 2"):
        document(Heading(1, "a"), InLanguage("fi", [Heading(3, "b")]))


def test_an_anchor_is_set_once() -> None:
    with pytest.raises(DocumentError, match="“a1” is set twice"):
        document(Heading(1, "a", anchor="a1"), table((cell("x", anchor="a1"), cell("y"))))


def test_an_anchor_is_an_identifier() -> None:
    with pytest.raises(DocumentError, match="cannot be an anchor"):
        document(Heading(1, "a", anchor='x" onclick="'))


def test_links_inside_the_document_arrive() -> None:
    document(Paragraph(Span("see", link="#t")), table(anchor="t"))
    with pytest.raises(DocumentError, match="“gone”, which is nowhere"):
        document(Paragraph(Span("see", link="#gone")))
    with pytest.raises(DocumentError, match="“gone”"):
        Document("Title", "en", [], metadata=[("Source", Span("see", link="#gone"))])


def test_a_caption_that_only_repeats_the_heading_above_need_not_be_seen() -> None:
    assert caption_repeats(table(), Heading(2, "Goals"))
    assert not caption_repeats(table(), Heading(2, "Other"))
    assert not caption_repeats(table(), None)


# --- Former anchors ---------------------------------------------------------------------------------


def test_a_former_anchor_leads_to_one_that_is_there() -> None:
    heading = Heading(1, "Housing", anchor="housing")
    known = Document("Programme", "en", [heading], former=[("dwelling", "housing")])
    assert known.former == (("dwelling", "housing"),)
    with pytest.raises(DocumentError, match="The former anchor “dwelling” leads to “work”, which is nowhere"):
        Document("Programme", "en", [heading], former=[("dwelling", "work")])


@pytest.mark.parametrize("former", ["housing", "two words", "dwelling"])
def test_a_former_anchor_is_an_anchor_like_the_others(former: str) -> None:
    with pytest.raises(DocumentError, match="is set twice|cannot be an anchor"):
        Document(
            "Programme",
            "en",
            [Heading(1, "Housing", anchor="housing")],
            former=[("dwelling", "housing"), (former, "housing")],
        )


def test_a_link_leads_to_the_anchor_of_now() -> None:
    blocks: list[Block] = [Heading(1, "Housing", anchor="housing"), Paragraph(Span("there", link="#dwelling"))]
    with pytest.raises(DocumentError, match="A link leads to “dwelling”"):
        Document("Programme", "en", blocks, former=[("dwelling", "housing")])
