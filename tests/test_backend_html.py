"""The HTML backend, read back by an HTML5 parser: complete, accessible, self-contained."""

import base64
import hashlib
import re
from xml.etree.ElementTree import Element

import attrs
import html5lib
import pytest

from muniprog.backends.html import HtmlBackend
from muniprog.document import (
    Block,
    BulletList,
    Column,
    ColumnKind,
    Document,
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
    cell,
    prose,
)

FIGURE = Figure(
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "Rises to 5 “per cent”",
    table=Table("Rows", [Column("Year"), Column("Share", kind=ColumnKind.NUMBER)], [Row([cell("2019"), cell("5")])]),
    caption="After one year",
    anchor="figure",
)


def page(document: Document) -> Element:
    """Return the page as a tree; the parser is strict, so a page that is not valid fails."""
    text = HtmlBackend().render(document).decode()
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return tree


def printed(*blocks: Block, language: str = "en", contents: bool = False) -> Element:
    return page(Document("Programme", language, blocks, subtitle="For all", contents=contents))


def one(tree: Element, path: str) -> Element:
    found = tree.findall(path)
    assert len(found) == 1, f"{len(found)} of {path}"
    return found[0]


def words(element: Element) -> str:
    return "".join(element.itertext()).strip()


# --- The page ---------------------------------------------------------------------------------------


def test_a_notice_stands_first_and_last_and_in_its_own_languages() -> None:
    notice = [Span("Sample <data>"), Span(" / "), Span("Exempeldata", language="sv")]
    body = one(page(Document("Programme", "en", [], notice=notice)), "body")
    first, last = one(body, "header")[0], one(body, "footer")[0]
    assert (first.tag, first.get("class")) == ("p", "notice")
    for each in (first, last):
        assert words(each) == "Sample <data> / Exempeldata"
        assert one(each, ".//*[@lang='sv']") is not None


def test_without_a_notice_there_is_none() -> None:
    assert printed().findall(".//*[@class='notice']") == []


def test_the_page_says_its_language_and_title_and_lets_readers_skip_to_the_content() -> None:
    tree = page(Document(prose("Programme ", Span("2019", emphasis=True)), "fi", [], metadata=[("Kausi", "2019–2022")]))
    assert (tree.get("lang"), tree.get("dir")) == ("fi", "ltr")
    assert words(one(tree, "head/title")) == "Programme 2019"
    skip, main = one(tree, "body/a"), one(tree, "body/main")
    assert skip.get("href") == f"#{main.get('id')}"
    assert words(one(tree, "body/header/h1")) == "Programme 2019"
    assert [words(part) for part in one(tree, "body/header/dl")] == ["Kausi", "2019–2022"]


def test_everything_stands_in_a_landmark_and_the_end_leads_back_to_the_top() -> None:
    body = one(printed(Heading(1, "One", anchor="one"), contents=True), "body")
    assert [element.tag for element in body] == ["a", "header", "nav", "main", "footer"]
    navigation, title = one(body, "nav"), one(body, "nav/h2")
    assert (navigation.get("aria-labelledby"), words(title)) == (title.get("id"), "Contents")
    assert one(body, "footer//a").get("href") == f"#{one(body, 'header').get('id')}"


def test_a_language_written_from_the_right_is_laid_out_from_the_right() -> None:
    assert page(Document("برنامج", "ar", [])).get("dir") == "rtl"


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    tree = printed(FIGURE, Paragraph(Span("x", link="https://example.org")))
    style = one(tree, "head/style").text or ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = one(tree, "head/meta[@http-equiv]").get("content") or ""
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")
    assert "script-src" not in policy
    assert not [element for element in tree.iter() if element.tag in ("script", "link", "iframe", "object")]
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert "url(" not in style
    assert "@import" not in style


def test_the_same_document_gives_the_same_bytes() -> None:
    document = Document("Programme", "sv", [FIGURE, FIGURE.table])
    assert HtmlBackend().render(document) == HtmlBackend().render(document)


def test_contents_lead_to_headings_that_have_an_anchor() -> None:
    two = Heading(1, prose(Span("Two", link="#one"), Span("Kaksi", language="fi")))
    tree = printed(Heading(1, "One", anchor="one"), two, InLanguage("fi", [Heading(1, "Kolme")]), contents=True)
    items = tree.findall(".//nav//li")
    assert [words(item) for item in items] == ["One", "TwoKaksi", "Kolme"]
    assert [link.get("href") for item in items for link in item.iter("a")] == ["#one"]
    assert [[span.get("lang") for span in item.iter("span")] for item in items] == [[], ["fi"], ["fi"]]
    assert one(tree, ".//h2[@id='one']").text == "One"


def test_the_contents_are_lists_as_deep_as_the_headings() -> None:
    levels = (1, 2, 3, 2, 1, 2)
    tree = printed(*(Heading(level, str(number)) for number, level in enumerate(levels)), contents=True)

    def outline(entries: Element) -> list[object]:
        return [((item.text or "").strip(), *(outline(below) for below in item.findall("ul"))) for item in entries]

    assert outline(one(tree, "body/nav/ul")) == [
        ("0", [("1", [("2",)]), ("3",)]),
        ("4", [("5",)]),
    ]


def test_without_headings_there_are_no_contents() -> None:
    assert not printed(Paragraph("x"), contents=True).findall(".//nav")


# --- Text -------------------------------------------------------------------------------------------


def test_every_change_of_language_is_tagged_and_seen() -> None:
    finnish = Span("Asuminen", language="fi")
    paragraph, division = printed(Paragraph(finnish), InLanguage("fi", [Paragraph(finnish)])).findall("body/main/*")
    assert paragraph[0].attrib == {"class": "other", "lang": "fi", "dir": "ltr"}
    assert (division.get("lang"), division.get("class")) == ("fi", "other")
    assert len(division[0]) == 0, "Finnish inside Finnish is no change"
    arabic = printed(Paragraph(Span("سكن", language="ar")))
    assert one(arabic, ".//p/span").get("dir") == "rtl"


def test_emphasis_marks_meanings_and_links_have_their_elements() -> None:
    spans = (
        Span("a", emphasis=True),
        Span("b", mark=Mark.ADDED),
        Span("c", mark=Mark.REMOVED),
        Span("d", mark=Mark.BAD, link="https://example.org/?a=1&b=2"),
        Span("●", meaning="planned"),
    )
    paragraph = printed(Paragraph(spans)).findall("body/main/p")[0]
    assert [element.tag for element in paragraph] == ["em", "ins", "del", "a", "span"]
    assert paragraph[3].get("href") == "https://example.org/?a=1&b=2"
    assert paragraph[3][0].get("class") == "bad"
    assert paragraph[4].attrib == {"role": "img", "aria-label": "planned"}


def test_what_leads_to_one_place_is_one_link() -> None:
    title = (Span("Boende", link="#b"), Span(" / ", link="#b"), Span("Asuminen", language="fi", link="#b"))
    paragraph = printed(Heading(1, "B", anchor="b"), Paragraph((*title, Span(".")))).findall("body/main/p")[0]
    (link,) = paragraph
    assert (words(link), link.tail) == ("Boende / Asuminen", ".")
    assert [span.get("lang") for span in link] == ["fi"]


@pytest.mark.parametrize(
    ("text", "address", "bare"),
    [
        ("https://example.org/", "https://example.org/", "bare"),
        ("registry@example.org", "mailto:registry@example.org", "bare"),
        ("the programme", "https://example.org/", None),
    ],
)
def test_paper_tells_where_a_link_leads_unless_its_words_say_so(text: str, address: str, bare: str | None) -> None:
    tree = printed(Paragraph(Span(text, link=address)))
    assert one(tree, "body/main/p/a").get("class") == bare
    assert 'a[href^="http"]:not(.bare)::after' in (one(tree, "head/style").text or "")


def test_line_feeds_break_lines() -> None:
    paragraph = printed(Paragraph("a\nb")).findall("body/main/p")[0]
    assert [(element.tag, element.tail) for element in paragraph] == [("br", "b")]


# --- Blocks -----------------------------------------------------------------------------------------


def test_headings_follow_the_title_and_stop_at_the_sixth_element() -> None:
    tree = printed(*(Heading(level, "x") for level in range(1, 7)))
    headings = tree.findall("body/main/*")
    assert [heading.tag for heading in headings] == ["h2", "h3", "h4", "h5", "h6", "h6"]
    assert [heading.get("aria-level") for heading in headings] == [None] * 5 + ["7"]


def test_lists_notes_and_page_breaks() -> None:
    item: list[Block] = [Paragraph("two"), BulletList(["a"], numbered=True)]
    tree = printed(BulletList(["one", item]), Note(NoteKind.WARNING, "Look"), PageBreak())
    bullets, note, page_break = tree.findall("body/main/*")
    assert [words(part) for part in bullets] == ["one", "two\n\na"]
    assert [element.tag for element in bullets[1]] == ["p", "ol"]
    assert (note.get("role"), words(note)) == ("note", "Warning: Look")
    assert page_break.get("class") == "page-break"


def test_a_figure_has_its_words_and_its_rows() -> None:
    figure = one(printed(FIGURE), ".//figure")
    image = one(figure, "div/img")
    assert figure.get("id") == "figure"
    assert image.get("alt") == "Rises to 5 “per cent”"
    source = (image.get("src") or "").removeprefix("data:image/svg+xml;base64,")
    assert base64.b64decode(source).decode() == FIGURE.svg
    assert words(one(figure, "figcaption")) == "After one year"
    assert words(one(figure, "details//caption")) == "Rows"


def test_a_figure_that_is_told_elsewhere_leads_there() -> None:
    told = attrs.evolve(FIGURE, told_at="rows")
    figure = one(printed(told, attrs.evolve(FIGURE.table, anchor="rows")), ".//figure")
    assert one(figure, "p/a").get("href") == "#rows"
    assert figure.find("details") is None


def test_a_picture_can_be_moved_into_view_with_the_keyboard() -> None:
    frame = one(printed(FIGURE), ".//figure/div")
    assert (frame.get("role"), frame.get("tabindex")) == ("group", "0")
    assert words(one(printed(FIGURE), f".//*[@id='{frame.get('aria-labelledby')}']")) == "After one year"


# --- Tables -----------------------------------------------------------------------------------------


def goals() -> Table:
    rows = [
        Row([cell("Goal", rows=2, header=True, anchor="g"), cell("a", bullets=True), cell("5")]),
        Row([cell("b", "c", bullets=True), cell()]),
        Row([cell("Other", header=True), cell("d", "e"), cell("6")]),
    ]
    columns = [Column("Goal", share=2), Column("Action"), Column("Number", kind=ColumnKind.NUMBER)]
    return Table("Goals", columns, rows, anchor="t")


def test_header_cells_say_what_they_head() -> None:
    table = one(printed(goals()), ".//table")
    assert [header.get("scope") for header in table.findall("thead//th")] == ["col"] * 3
    first, other = table.findall("tbody//th")
    assert (first.get("scope"), first.get("rowspan"), first.get("id")) == ("rowgroup", "2", "g")
    assert (other.get("scope"), other.get("rowspan")) == ("row", None)


def test_rows_joined_by_spans_are_a_body_of_their_own() -> None:
    bodies = one(printed(goals()), ".//table").findall("tbody")
    assert [len(body) for body in bodies] == [2, 1]
    plain = Table("T1", [Column("x")], [Row([cell("a")]), Row([cell("b")])])
    assert [len(body) for body in printed(plain).findall(".//tbody")] == [2]
    assert not printed(Table("T1", [Column("x")], [])).findall(".//tbody")


def test_cells_hold_words_lines_or_a_list() -> None:
    cells = one(printed(goals()), ".//table").findall("tbody//td")
    assert [[element.tag for element in each] for each in cells] == [[], [], ["ul"], [], ["p", "p"], []]
    assert [each.get("class") for each in cells] == [None, "number", None, "number", None, "number"]


def table_of(texts: int, symbols: int = 0) -> Table:
    kinds = [ColumnKind.TEXT] * texts + [ColumnKind.SYMBOL] * symbols
    return Table("Goals", [Column("x", kind=kind) for kind in kinds], [])


@pytest.mark.parametrize(("texts", "symbols"), [(3, 0), (4, 0), (2, 1), (1, 5)])
def test_a_table_that_may_be_too_wide_scrolls_in_a_group_that_has_a_name_and_takes_the_focus(
    texts: int, symbols: int
) -> None:
    tree = printed(table_of(texts, symbols))
    group, caption = one(tree, ".//div[@class='scroll']"), one(tree, ".//caption")
    assert (group.get("role"), group.get("tabindex")) == ("group", "0")
    assert (group.get("aria-labelledby"), words(caption)) == (caption.get("id"), "Goals")


@pytest.mark.parametrize(("texts", "symbols"), [(1, 0), (2, 0), (1, 4)])
def test_a_table_that_always_fits_is_no_stop_on_the_way(texts: int, symbols: int) -> None:
    group = one(printed(table_of(texts, symbols)), ".//div[@class='fits']")
    assert (group.get("role"), group.get("tabindex")) == (None, None)


@pytest.mark.parametrize(("texts", "symbols", "width"), [(3, 0, None), (4, 0, "wide"), (3, 1, "wide")])
def test_a_table_of_many_columns_keeps_its_width(texts: int, symbols: int, width: str | None) -> None:
    assert one(printed(table_of(texts, symbols)), ".//table").get("class") == width


def test_the_names_of_two_tables_do_not_clash() -> None:
    captions = printed(goals(), FIGURE).findall(".//caption")
    assert [caption.get("id") for caption in captions] == ["_table-1", "_table-2"]


def test_a_caption_that_repeats_the_heading_is_there_for_screen_readers_only() -> None:
    assert one(printed(Heading(1, "Goals"), goals()), ".//caption").get("class") == "unseen"
    assert one(printed(goals()), ".//caption").get("class") is None


@pytest.mark.parametrize(
    ("shares", "expected"),
    [([2, 1, 1], ["w50", "w25", "w25"]), ([1] * 3, ["w33"] * 3), ([1000, 1], ["w99", "w1"])],
)
def test_column_widths_are_classes(shares: list[float], expected: list[str]) -> None:
    table = Table("T1", [Column("x", share=share) for share in shares], [])
    assert [column.get("class") for column in printed(table).findall(".//col")] == expected


# --- Colours ----------------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2.1 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_is_readable_on_every_ground_in_light_in_dark_and_on_paper() -> None:
    style = one(printed(), "head/style").text or ""
    schemes = [dict(re.findall(r"--(\w+): (#\w{6})", rule)) for rule in re.findall(r":root \{([^}]*)\}", style)]
    light, dark, paper = schemes
    for colours in (light, dark, paper):
        for ground in (colours["paper"], colours["band"]):
            for name in ("ink", "quiet", "link", "good", "caution", "bad"):
                darker, lighter = sorted((luminance(colours[name]), luminance(ground)))
                assert (lighter + 0.05) / (darker + 0.05) >= 4.5, f"{name} on {ground}"
