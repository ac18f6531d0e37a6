"""What a page offers to those who look for something in it, read back by an HTML5 parser."""

import re
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element

import html5lib
import pytest

from muniprog.backends.html import HtmlBackend
from muniprog.document import (
    Block,
    Cell,
    CellValue,
    Column,
    Document,
    Facet,
    Figure,
    Heading,
    InLanguage,
    Paragraph,
    Prose,
    Row,
    Span,
    Table,
    cell,
    prose,
)
from tests.test_backend_html import one, page, words

HOUSING, WORK = Facet("theme", "housing", "Housing"), Facet("theme", "a-work", "Work", rank=1)
SIDE_BY_SIDE: Prose = (
    Span("Bostad", readers=("sv",)),
    Span(" / ", readers=()),
    Span("Asunto", language="fi", readers=("fi",)),
)


def table(*rows: Row) -> Table:
    return Table("Goals", [Column("Goal"), Column("Money")], rows)


def row(*facets: Facet, first: str = "Advice", second: Cell | None = None) -> Row:
    return Row([cell(first, header=True), second or cell("1")], facets=facets)


def printed(*blocks: Block, language: str = "en") -> Element:
    return page(Document("Programme", language, blocks))


def choices(tree: Element, name: str) -> list[tuple[str | None, str]]:
    select = one(tree, f".//select[@name='{name}']")
    return [(option.get("value"), words(option)) for option in select]


# --- The form -----------------------------------------------------------------------------------------------


def test_the_form_has_a_field_for_each_kind_with_something_to_choose() -> None:
    city = Facet("owner", "city", "The City")
    tree = printed(table(row(WORK, city), row(HOUSING, city)))
    form = one(tree, "body/form")
    assert (form.get("role"), form.get("hidden")) == ("search", "")
    assert [field.get("name") for field in form.iter() if field.get("name")] == ["text", "theme"]
    assert choices(tree, "theme") == [("", "All"), ("housing", "Housing"), ("a-work", "Work")]
    assert words(one(form, f".//*[@id='{form.get('aria-labelledby')}']")) == "Find and show"
    assert [words(label) for label in form.iter("label")] == ["Free text", "Theme"]
    assert {label.get("for") for label in form.iter("label")} == {"_text", "_theme"}


def test_choices_stand_in_the_order_of_their_rank_then_of_the_alphabet_of_the_page() -> None:
    names = ("Östra", "Zetterberg", "Åbo", "Ärla")
    owners = [Facet("owner", f"o{number}", name) for number, name in enumerate(names)]
    years = [Facet("year", "continuous", "Always", rank=9999), Facet("year", "2020", "2020", rank=2020)]
    tree = printed(table(row(*owners, *years)), language="sv")
    assert [label for _, label in choices(tree, "owner")] == ["Alla", "Zetterberg", "Åbo", "Ärla", "Östra"]
    assert [label for _, label in choices(tree, "year")] == ["Alla", "2020", "Always"]


def test_a_choice_carries_what_links_called_it_before() -> None:
    library = Facet("owner", "library", "Library", former=["books", "reading-room"])
    tree = printed(table(row(Facet("owner", "city", "City"), library)))
    options = list(one(tree, ".//select[@name='owner']"))
    assert [option.get("data-former") for option in options] == [None, None, "books reading-room"]


def test_a_page_without_entries_has_neither_form_nor_script() -> None:
    tree = printed(table(row(), row()), Heading(1, "Housing"))
    assert not [element for element in tree.iter() if element.tag in ("form", "script", "button")]
    assert "script-src" not in (one(tree, "head/meta[@http-equiv]").get("content") or "")


def test_languages_that_stand_side_by_side_can_be_chosen_each_in_its_own_words() -> None:
    tree = page(Document("Program", "sv", [Paragraph(SIDE_BY_SIDE)], languages=("sv", "fi")))
    assert choices(tree, "language") == [("", "Alla sida vid sida"), ("sv", "svenska"), ("fi", "suomi")]
    assert [option.get("lang") for option in one(tree, ".//select")] == [None, "sv", "fi"]
    assert not tree.findall(".//*[@name='text']"), "there is nothing to filter"


# --- Entries ------------------------------------------------------------------------------------------------


def test_rows_and_headings_carry_by_what_they_are_found() -> None:
    year = Facet("year", "2020", "2020")
    tree = printed(Heading(1, "Jobless", facets=[WORK]), table(row(year, HOUSING, WORK), row()))
    assert one(tree, ".//h2").get("data-facets") == "theme:a-work"
    assert [each.get("data-facets") for each in tree.findall(".//tbody/tr")] == [
        "theme:housing theme:a-work year:2020",
        None,
    ]


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        (None, "x", None),
        (5, "5", None),
        (5, "5 days", "5"),
        (Decimal("1E+3"), "1 000", "1000"),
        (date(2020, 6, 1), "1 June 2020", "2020-06-01"),
        (0.5, "½", "0.5"),
        ("a", "A", "a"),
    ],
)
def test_a_cell_carries_its_value_where_its_text_does_not_say_it(
    value: CellValue, text: str, expected: str | None
) -> None:
    tree = printed(table(row(second=cell(text, value=value))))
    assert one(tree, ".//td").get("data-value") == expected


def test_a_picture_carries_what_it_shows() -> None:
    figure = Figure("<svg/>", "A bar", table=table(), caption="Figure", shows=["a1", "a2"])
    assert one(printed(figure), ".//figure").get("data-shows") == "a1 a2"


# --- Links that last ----------------------------------------------------------------------------------------


def test_headings_and_items_with_an_anchor_have_a_link_with_a_name() -> None:
    item = Row([cell("Advice", header=True, anchor="a1"), cell("1")])
    tree = printed(Heading(1, prose("To", Span("gether\nnow")), anchor="h"), Heading(1, "No anchor"), table(item))
    heading, entry = tree.findall(".//a[@class='link']")
    assert (heading.get("href"), heading.get("aria-label")) == ("#h", "Permanent link: Together now")
    assert (entry.get("href"), entry.get("aria-label")) == ("#a1", "Permanent link")
    assert len(one(tree, ".//h2[@id='h']")) == 1, "the link is no part of the heading's name"


def test_former_anchors_stand_where_the_new_ones_do() -> None:
    figure = Figure("<svg/>", "A bar", table=table(), caption="Figure", anchor="f1")
    item = Row([cell("Advice", header=True, anchor="a1"), cell("1")])
    numbered = Table("Goals", [Column("x"), Column("y")], [item], anchor="t1")
    former = [("h0", "h1"), ("a0", "a1"), ("a00", "a1"), ("t0", "t1"), ("f0", "f1")]
    blocks: list[Block] = [Heading(1, "Housing", anchor="h1"), numbered, figure]
    tree = page(Document("Programme", "en", blocks, former=former))
    for before, now in former:
        one(one(tree, f".//*[@id='{now}']"), f".//*[@id='{before}']")


# --- Languages ----------------------------------------------------------------------------------------------


def test_each_wording_carries_for_whom_it_is() -> None:
    tree = printed(Heading(1, SIDE_BY_SIDE), Paragraph(Span("Both", readers=("sv", "fi"))), language="sv")
    assert [(span.get("data-for"), span.get("lang"), words(span)) for span in one(tree, ".//h2")] == [
        ("sv", None, "Bostad"),
        ("", None, "/"),
        ("fi", "fi", "Asunto"),
    ]
    assert one(tree, "body/main/p").get("data-for") == "sv fi"


def test_a_paragraph_that_is_for_some_readers_is_for_them_as_a_whole() -> None:
    finnish = Paragraph(Span("Näin asumme.", readers=("fi",)))
    tree = printed(Paragraph(SIDE_BY_SIDE), InLanguage("fi", [finnish]), Paragraph("All"), language="sv")
    assert [each.get("data-for") for each in tree.findall("body/main//p")] == [None, "fi", None]


# --- X01, X03: whatever somebody has typed ------------------------------------------------------------------


HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "<!--",
    '"><script>alert(1)</script>',
    "' onfocus='alert(1)",
    "{{ 1 }}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_x01_no_text_makes_an_element_or_leaves_the_script(text: str) -> None:
    def tree_of(words: str) -> Element:
        title = (Span(words, readers=("en",)), Span(words, language="sv", readers=("sv",)))
        facets = [Facet("owner", "a", title), Facet("owner", "b", words)]
        blocks: list[Block] = [
            Heading(1, title, anchor="h"),
            table(row(*facets, first=words, second=cell("1", value=words))),
        ]
        return page(Document(title, "en", blocks, languages=("en", "sv")))

    hostile, harmless = tree_of(text), tree_of("x")
    assert [element.tag for element in hostile.iter()] == [element.tag for element in harmless.iter()]
    assert one(hostile, "head/script").text == one(harmless, "head/script").text
    assert sorted(label for _, label in choices(hostile, "owner")) == sorted(["All", text, text + text])


def test_the_script_holds_nothing_of_the_document_and_makes_no_code_out_of_text() -> None:
    script = one(printed(table(row(HOUSING))), "head/script").text or ""
    assert "Housing" not in script
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|</script", script)
    assert re.search(r'\bset(Timeout|Interval)\(\s*["\'`]', script) is None


def test_the_form_is_valid_html() -> None:
    text = HtmlBackend().render(Document("P", "sv", [table(row(HOUSING, WORK))], languages=("sv", "fi"))).decode()
    html5lib.HTMLParser(strict=True).parse(text)
