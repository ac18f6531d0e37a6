"""What the page is told about a document: plain values, never markup."""

import pytest

import muniprog
from muniprog import (
    BulletList,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    InLanguage,
    Look,
    Note,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
)
from muniprog_pdf.blocks import describe_blocks
from muniprog_pdf.languages import voice
from muniprog_pdf.page import describe
from muniprog_pdf.pictures import with_weights
from muniprog_pdf.prose import Scribe
from muniprog_pdf.tables import describe_table

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">1</text></svg>'
SWEDISH = Scribe("sv")
NO_ROWS = Table("Tom", [Column("a")], [])


def block(given: muniprog.Block) -> dict[str, muniprog.Plain]:
    (found,) = describe_blocks([given], SWEDISH)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [
        ("sv", "sv", None),
        ("SV-fi", "sv", "FI"),
        ("zh-Hans-CN", "zh", "CN"),
        ("sma", "sma", None),
        ("sv-x-lätt", "sv", None),
        ("x-klingon", "und", None),
        ("", "und", None),
        ("swedish", "und", None),
        ("sv\n", "und", None),
    ],
)
def test_a_language_tag_is_a_voice_or_an_undetermined_one(tag: str, language: str, region: str | None) -> None:
    assert voice(tag) == {"lang": language, "region": region}


def test_spans_that_lead_to_one_place_are_one_link() -> None:
    line = (Span("Boende", link="#b"), Span(" / ", link="#b"), Span("Asuminen", link="#b", language="fi"), Span("."))
    assert SWEDISH.prose(line) == [
        {
            "place": "b",
            "spans": [
                {"text": "Boende"},
                {"text": " / "},
                {"text": "Asuminen", "tag": {"lang": "fi", "region": None}, "sign": "[fi]"},
            ],
        },
        {"spans": [{"text": "."}]},
    ]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("https://example.org", {"link": "https://example.org", "address": "https://example.org"}),
        ("mailto:a@example.org", {"link": "mailto:a@example.org"}),
        ("bilaga.html", {"link": "bilaga.html"}),
    ],
)
def test_paper_tells_the_address_of_a_page(link: str, told: dict[str, str]) -> None:
    assert SWEDISH.prose((Span("läs", link=link),)) == [{"spans": [{"text": "läs"}], **told}]


def test_an_address_that_is_printed_already_is_not_told_again() -> None:
    address = "https://example.org"
    assert SWEDISH.prose((Span(address, link=address),)) == [{"spans": [{"text": address}], "link": address}]


def test_all_that_a_span_signals_is_told() -> None:
    span = Span("●", emphasis=True, mark=muniprog.Mark.GOOD, meaning="klar", language="sv")
    assert SWEDISH.prose((span,)) == [{"spans": [{"text": "●", "emphasis": True, "mark": "good", "meaning": "klar"}]}]


def test_no_text_turns_the_direction_of_another() -> None:
    assert SWEDISH.prose((Span("a\u202eb\u202cc"),)) == [{"spans": [{"text": "abc"}]}]


def test_a_byte_order_mark_within_a_text_is_none() -> None:
    assert SWEDISH.prose((Span("a\ufeffb"),)) == [{"spans": [{"text": "a\u2060b"}]}]


def test_the_title_is_a_heading_so_all_others_stand_below_it() -> None:
    assert block(Heading(1, "Mål", anchor="mal")) == {
        "block": "heading",
        "level": 2,
        "content": [{"spans": [{"text": "Mål"}]}],
        "anchor": "mal",
    }


def test_no_heading_is_empty() -> None:
    assert block(Heading(1, " "))["content"] == [{"spans": [{"text": "–"}]}]


def test_lists_are_wide_where_something_wide_stands_in_them() -> None:
    assert block(BulletList(["Ett"]))["wide"] is False
    assert block(BulletList(["Ett", [InLanguage("fi", [NO_ROWS])]], numbered=True))["wide"] is True
    assert describe_blocks([BulletList([])], SWEDISH) == []


def test_a_note_says_what_it_is_in_the_language_around_it() -> None:
    (found,) = describe_blocks([InLanguage("fi", [Note(muniprog.NoteKind.WARNING, "Varo")])], SWEDISH)
    assert found == {
        "block": "language",
        "tag": {"lang": "fi", "region": None},
        "sign": "[fi]",
        "blocks": [
            {"block": "note", "note": "warning", "word": "Varoitus", "content": [{"spans": [{"text": "Varo"}]}]}
        ],
    }


def test_the_rows_of_a_figure_follow_it_unless_they_are_told_elsewhere() -> None:
    figure = Figure(SVG, "En etta", table=NO_ROWS, caption="Ettan", anchor="etta")
    assert [found["block"] for found in describe_blocks([figure], SWEDISH) if isinstance(found, dict)] == [
        "figure",
        "table",
    ]
    told = Figure(SVG, "En etta", table=NO_ROWS, caption="Ettan", told_at="rader")
    found = block(told)
    assert (found["block"], found["alternative"]) == ("figure", "En etta")


@pytest.mark.parametrize(("caption", "words"), [("Ettan", "Ettan"), ("", "Figur")])
def test_a_figure_without_an_alternative_has_one_all_the_same(caption: str, words: str) -> None:
    found = describe_blocks([Figure(SVG, " ", table=NO_ROWS, caption=caption)], SWEDISH)[0]
    assert isinstance(found, dict)
    assert found["alternative"] == words


def test_a_caption_that_repeats_the_heading_is_not_printed() -> None:
    _, table = describe_blocks([Heading(1, "Tom"), NO_ROWS], SWEDISH)
    assert isinstance(table, dict)
    assert "caption" not in table


def test_cells_stand_where_the_grid_puts_them() -> None:
    table = Table(
        "Mål",
        [Column("Mål", share=2), Column("År", kind="number")],
        [Row([cell("a", header=True, rows=2, anchor="x"), cell("1", "2", bullets=True)]), Row([Cell()])],
        anchor="t",
    )
    found = describe_table(table, SWEDISH, caption=True)
    place = {"breakable": False}
    assert found["rows"] == [
        [
            {
                "lines": [[{"spans": [{"text": "a"}]}]],
                "rows": 2,
                "header": True,
                "anchor": "x",
                "row": 0,
                "column": 0,
                **place,
            },
            {
                "lines": [[{"spans": [{"text": "1"}]}], [{"spans": [{"text": "2"}]}]],
                "rows": 1,
                "bullets": True,
                "row": 0,
                "column": 1,
                **place,
            },
        ],
        [{"lines": [], "rows": 1, "row": 1, "column": 1, **place}],
    ]
    assert (found["anchor"], found["whole"]) == ("t", True)


def test_what_may_be_longer_than_a_page_may_be_divided() -> None:
    long = Row([cell("Ett ord och ett till. " * 200), cell("x")])
    found = describe_table(
        Table("Lång", [Column("a"), Column("b")], [long, Row([cell("y"), cell()])]), SWEDISH, caption=True
    )
    rows = found["rows"]
    assert isinstance(rows, list)
    assert [each["breakable"] for row in rows if isinstance(row, list) for each in row if isinstance(each, dict)] == [
        True,
        True,
        False,
        False,
    ]
    assert found["whole"] is False


def test_a_page_has_room_for_its_head_and_foot() -> None:
    look = Look(footer="Vasa stad\nStadsstyrelsen")
    page = describe(Document("T", "sv", [], notice="Exempeldata " * 20, look=look))
    assert (page["head_lines"], page["foot_lines"]) == (3, 2)
    assert describe(Document("T", "sv", [], notice="ord " * 10_000))["head_lines"] == 12


def test_a_document_without_a_title_has_one() -> None:
    assert describe(Document(" ", "sv", []))["plain_title"]
    page = describe(Document("Ett\nprogram " + "å" * 90, "sv", []))
    assert page["plain_title"] == "Ett program " + "å" * 90
    assert page["short_title"] == [{"spans": [{"text": "Ett program " + "å" * 78 + "…"}]}]


def test_contents_are_wanted_only_where_there_are_headings() -> None:
    assert "contents" not in describe(Document("T", "sv", [Paragraph("x")], contents=True))
    assert describe(Document("T", "sv", [Heading(1, "x")], contents=True))["contents"] == "Innehåll"


def test_the_look_is_told_with_its_logo() -> None:
    logo = muniprog.Logo(content=SVG.encode(), alternative="Vasa")
    found = describe(Document("T", "sv", [], look=Look(accent="#123456", heading_font="libertinus serif", logo=logo)))[
        "look"
    ]
    assert isinstance(found, dict)
    assert found["accent"] == "#123456"
    assert found["fonts"] == ["Source Sans 3", "Libertinus Serif"]
    assert found["heading_fonts"] == ["Libertinus Serif", "Source Sans 3"]
    assert found["logo"] == {"content": [*SVG.encode()], "format": "svg", "alternative": "Vasa"}


def test_a_font_that_is_not_there_is_replaced() -> None:
    found = describe(Document("T", "sv", [], look=Look(font="Vasa Grotesk")))["look"]
    assert isinstance(found, dict)
    assert found["fonts"] == found["heading_fonts"] == ["Source Sans 3", "Libertinus Serif"]


@pytest.mark.parametrize("root", ["<svg a=\"b>c\" d='>'>", "<?xml version='1.0'?><svg>"])
def test_letters_of_drawings_get_their_weight(root: str) -> None:
    assert with_weights(f"{root}<text/></svg>").startswith(f'{root}<style>svg{{font-variation-settings:"wght" 400}}')


def test_a_drawing_of_nothing_stays_as_it_is() -> None:
    assert with_weights('<svg width="9"/>') == '<svg width="9"/>'
