"""Field cases about what is printed: tables, links, hostile text, anchors."""

from collections import Counter
from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from muniprog.backends.html import HtmlBackend
from muniprog.backends.markdown import MarkdownBackend
from muniprog.backends.text import TextBackend
from muniprog.document import (
    Block,
    BulletList,
    Column,
    Document,
    Figure,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
    prose,
)
from muniprog.reports.anchors import settle_anchors


def markdown(*blocks: Block) -> list[Token]:
    text = MarkdownBackend().render(Document("T", "sv", blocks)).decode()
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def web_page(*blocks: Block, title: str = "T") -> Element:
    text = HtmlBackend().render(Document(title, "sv", blocks)).decode()
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return page


# --- E09–E11: tables --------------------------------------------------------------------------------


def test_e09_every_row_has_the_columns_of_the_header_whatever_is_in_the_cells() -> None:
    rows = [
        Row([cell("a|b"), cell("rad 1\nrad 2")]),
        Row([cell("ends with \\"), cell("\\|")]),
        Row([cell("`|`"), cell()]),
    ]
    tokens = markdown(Table("T|1", [Column("mål|delmål"), Column("b")], rows))
    counts = []
    for token in tokens:
        if token.type == "tr_open":
            counts.append(0)
        counts[-1:] = [counts[-1] + (token.type in ("th_open", "td_open"))] if counts else []
    assert counts == [2, 2, 2, 2]
    cells = [token.content for token in tokens if token.type == "inline"]
    assert "rad 1<br>rad 2" in cells
    assert "ends with \\\\" in cells


@pytest.mark.parametrize("text", ["1.10", "007", "0.0", "42924e28", "1e5", "nan"])
def test_e10_what_looks_like_a_number_is_printed_as_it_is(text: str) -> None:
    printed = TextBackend().render(Document("T", "sv", [Table("T1", [Column("x")], [Row([cell(text)])])])).decode()
    assert f"│ {text} " in printed


def test_e11_wide_texts_beside_numbers_with_commas_are_printed() -> None:
    texts = ["100,120", "80,443", "True", "en mycket lång åtgärd " * 5]
    rows = [Row([cell(text), cell(text)]) for text in texts] + [Row([cell(), cell()])]
    printed = TextBackend(40).render(Document("T", "sv", [Table("T1", [Column("a"), Column("b")], rows)])).decode()
    for text in texts[:3]:
        assert printed.count(f"│ {text} ") == 2
    assert printed.count("mycket") == 10


# --- X01: hostile text ------------------------------------------------------------------------------

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!-- ",
    "]]>\u2028</style></title></textarea>",
    '" onmouseover="alert(1)" x=\'',
    "<svg/onload=alert(1)> &lt;b&gt; {{ 7 * 7 }} {% raw %}",
]


def everywhere(text: str) -> tuple[Block, ...]:
    """Return blocks that have `text` in every field that a user's text can reach."""
    span = Span(text, language=text, emphasis=True, meaning=text)
    table = Table(prose(text, span), [Column(text), Column(span)], [Row([cell(text, header=True), cell(span, text)])])
    return (
        Heading(1, text, anchor="a"),
        Paragraph(span),
        BulletList([text, span]),
        table,
        Figure(text, text, table=table, caption=text),
        Note(NoteKind.NOTE, span),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_x01_hostile_text_makes_no_element_and_is_shown(text: str) -> None:
    harmless = text.replace("\u2028", "\n").translate(dict.fromkeys(map(ord, "<>&\"'{}%"), "x"))
    hostile_page, harmless_page = (
        web_page(*everywhere(text), title=text),
        web_page(*everywhere(harmless), title=harmless),
    )

    def shape(page: Element) -> list[tuple[object, list[str]]]:
        return [(element.tag, sorted(element.attrib)) for element in page.iter()]

    assert shape(hostile_page) == shape(harmless_page)
    shown = "\n".join(" ".join(part.split()) for part in hostile_page.itertext())
    for line in text.replace("\u2028", "\n").split("\n"):
        assert " ".join(line.split()) in shown


# --- X02: links -------------------------------------------------------------------------------------

DANGEROUS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&#58;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<javascript:alert(1)>",
    "\x01javascript:alert(1)",
]


def html_links(span: Span) -> list[str | None]:
    return [link.get("href") for link in web_page(Paragraph(span)).findall("body/main/p/a")]


def markdown_links(span: Span) -> list[str | None]:
    inline = [child for token in markdown(Paragraph(span)) for child in token.children or []]
    return [str(child.attrs["href"]) for child in inline if child.type == "link_open"]


def text_links(span: Span) -> list[str | None]:
    shown = TextBackend().render(Document("T", "sv", [Paragraph(span)])).decode()
    return [shown.rpartition("<")[2].rstrip(">\n")] if "<" in shown.replace(span.text, "") else []


LINKS = pytest.mark.parametrize("links", [html_links, markdown_links, text_links])


@LINKS
@pytest.mark.parametrize("address", DANGEROUS)
def test_x02_links_with_a_dangerous_scheme_are_text(links: Callable[[Span], list[str | None]], address: str) -> None:
    assert links(Span("see", link=address)) == []
    assert links(Span(address)) == []


@LINKS
def test_x02_other_links_are_links(links: Callable[[Span], list[str | None]]) -> None:
    for address in ("https://ok.example/", "http://ok.example/", "mailto:a@ok.example", "program.html"):
        assert links(Span("see", link=f" {address}")) == [address]


# --- R04: anchors -----------------------------------------------------------------------------------


def test_r04_an_action_shown_three_times_is_anchored_once_and_linked_twice() -> None:
    def shown(caption: str) -> Table:
        return Table(caption, [Column("Action")], [Row([cell("Språkkafé", anchor="ACT-1")])])

    blocks = settle_anchors([shown("Theme"), shown("EDU"), Paragraph(Span("overdue", link="#ACT-1"))])
    page = web_page(*blocks)
    identifiers = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert set(identifiers.values()) == {1}
    assert "ACT-1" in identifiers
    links = [link for link in page.findall(".//main//a") if "".join(link.itertext())]
    assert [link.get("href") for link in links] == ["#ACT-1", "#ACT-1"]
