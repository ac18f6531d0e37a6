"""The Markdown backend, read back by a parser of GitHub Flavored Markdown: text is text."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from muniprog.backends.markdown import MarkdownBackend
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

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"], include_characters=" \n"), max_size=30)
NASTY = st.text(st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&;:=$\"'/1ax \n")), max_size=20)


def printed(*blocks: Block, contents: bool = False) -> list[str]:
    """Return the lines below the title."""
    document = Document("T", "en", blocks, contents=contents)
    return MarkdownBackend().render(document).decode().removeprefix("# T\n\n").splitlines()


class _Reader(HTMLParser):
    """Collects the text of a page and the names of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.words += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_notice_stands_right_below_the_title() -> None:
    document = Document("T", "en", [], notice="Sample data *1*")
    assert MarkdownBackend().render(document).decode() == "# T\n\n**Sample data \\*1\\***\n"


def read(markdown: str) -> _Reader:
    reader = _Reader()
    reader.feed(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))
    return reader


def lines(text: str) -> Iterator[str]:
    """Return what is left of a text when the space where lines begin and end does not count."""
    return (line.strip() for line in text.strip().split("\n"))


@given(TEXT | NASTY)
@settings(max_examples=200)
def test_a_paragraph_reads_as_what_was_written(text: str) -> None:
    reader = read("\n".join(printed(Paragraph(text))))
    assert list(lines(reader.words)) == list(lines(text))
    assert set(reader.elements) <= {"p", "br"}


@given(st.lists(st.tuples(NASTY | TEXT, NASTY | TEXT), min_size=1, max_size=3))
def test_every_cell_reads_as_what_was_written(rows: list[tuple[str, str]]) -> None:
    table = Table("T1", [Column("a"), Column("b")], [Row([cell(left), cell(right)]) for left, right in rows])
    reader = read("\n".join(printed(table)))
    assert reader.elements.count("td") == 2 * len(rows)
    assert set(reader.elements) <= {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br"}


@pytest.mark.parametrize("text", ["# x", "- x", "+ x", "1. x", "12) x", "=== ", "---", "> x", "    x", "```", "| a |"])
def test_what_begins_a_line_is_no_block(text: str) -> None:
    assert read("\n".join(printed(Paragraph(text)))).elements == ["p"]


def test_years_at_the_beginning_of_a_line_are_left_readable() -> None:
    assert printed(Paragraph("2019-2022")) == ["2019-2022"]


def test_the_front_holds_title_subtitle_facts_and_contents() -> None:
    document = Document(
        "Programme *x*",
        "en",
        [Heading(1, "One", anchor="one"), Heading(2, "Two")],
        subtitle="For all",
        metadata=[("Source", Span("City", link="https://example.org/a_(b)|c"))],
        contents=True,
    )
    assert MarkdownBackend().render(document).decode().splitlines() == [
        "# Programme \\*x\\*",
        "",
        "For all",
        "",
        "- Source: [City](https://example.org/a_%28b%29%7Cc)",
        "",
        "**Contents**",
        "",
        "- [One](#one)",
        "  - Two",
        "",
        '## <a id="one"></a>One',
        "",
        "### Two",
    ]
    assert printed(Paragraph("x"), contents=True) == ["x"]


def test_headings_stop_at_the_sixth_level() -> None:
    assert printed(*(Heading(level, "x") for level in range(1, 8)))[-1] == "###### x"


def test_a_language_that_differs_is_shown() -> None:
    finnish = Span("Asuminen", language="fi")
    assert printed(Paragraph(finnish)) == ["\\[fi\\] Asuminen"]
    assert printed(InLanguage("fi", [Paragraph(finnish), PageBreak()])) == ["\\[fi\\]", "", "Asuminen"]


def test_emphasis_stands_whatever_surrounds_it() -> None:
    words = prose("a", Span("“b”", emphasis=True), "c")
    assert read("\n".join(printed(Paragraph(words)))).elements == ["p", "em"]


def test_lists_nest() -> None:
    item: list[Block] = [Paragraph("two"), BulletList(["a", "b"], numbered=True)]
    nothing: list[Block] = []
    assert printed(BulletList(["one", item, nothing])) == ["- one", "- two", "", "  1. a", "  2. b", "-"]


def test_notes_and_figures() -> None:
    table = Table("Rows", [Column("Year"), Column("Share", kind=ColumnKind.NUMBER)], [Row([cell("2019"), cell("5")])])
    figure = Figure("<svg/>", "Rises to 5", table=table, caption="After one year", anchor="f")
    expected = [
        "> **Warning:** Look",
        "",
        '<a id="f"></a>Figure: Rises to 5',
        "",
        "**Rows**",
        "",
        "| Year | Share |",
        "| --- | ---: |",
        "| 2019 | 5 |",
    ]
    assert printed(Note(NoteKind.WARNING, "Look"), figure) == [*expected, "", "After one year"]
    without = Figure("<svg/>", "Rises to 5", table=table, caption="", anchor="f")
    assert printed(Note(NoteKind.WARNING, "Look"), without) == expected


def test_a_figure_that_is_told_elsewhere_leads_there() -> None:
    table = Table("Rows", [Column("Year")], [Row([cell("2019")])], anchor="rows")
    figure = Figure("<svg/>", "Rises to 5", table=table, caption="", told_at="rows")
    told, *_ = printed(figure, table)
    assert told == "Figure: Rises to 5 [The figures behind the picture](#rows)"


def test_spanned_rows_leave_their_cells_empty() -> None:
    rows = [
        Row([cell("Goal", rows=2, header=True, anchor="g"), cell("a", "b", bullets=True)]),
        Row([cell("c")]),
        Row([cell(header=True), cell()]),
    ]
    table = Table("Goals", [Column("Goal"), Column("Done", kind=ColumnKind.SYMBOL)], rows, anchor="t")
    assert printed(Heading(1, "Goals"), table)[2:] == [
        '<a id="t"></a>',
        "",
        "| Goal | Done |",
        "| --- | :---: |",
        '| <a id="g"></a>**Goal** | • a<br>• b |',
        "|  | c |",
        "|  |  |",
    ]
    assert printed(Heading(1, "Goals"), Table("Goals", [Column("x")], []))[2] == "| x |"
