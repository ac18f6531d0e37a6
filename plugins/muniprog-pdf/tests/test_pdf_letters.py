"""Letters that no font has: their place is seen, and they are heard."""

import muniprog
from muniprog import Document, Heading, Paragraph, Span
from muniprog_pdf import Pdf
from muniprog_pdf.letters import missing_letters, without
from tests.contract import pdf_reading

SAID = """error: PDF/UA-1 error: the text `"東"` could not be displayed with font `"Source Sans 3"`
error: PDF/UA-1 error: the text `"a\\u{302}\\""` could not be displayed with font `"Source Sans 3"`
error: PDF/UA-1 error: the text contains the disallowed codepoint `"\\u{feff}"`"""


def test_the_typesetter_is_understood() -> None:
    assert missing_letters(SAID) == {"東", "\u0302", "\ufeff"}
    assert missing_letters("error: failed to parse SVG") == frozenset()


def test_a_span_is_what_is_seen_and_what_is_only_heard() -> None:
    page: dict[str, muniprog.Plain] = {"blocks": [{"spans": [{"text": "a東京b", "sign": "[ja]", "emphasis": True}]}]}
    assert without(page, {"東", "京"}) == {
        "blocks": [
            {
                "spans": [
                    {"text": "a", "sign": "[ja]", "emphasis": True},
                    {"text": "\ufffd\ufffd", "meaning": "東京", "emphasis": True},
                    {"text": "b", "emphasis": True},
                ]
            }
        ]
    }


def test_a_symbol_keeps_what_it_means_and_what_is_only_heard_keeps_its_letters() -> None:
    page: dict[str, muniprog.Plain] = {
        "plain_title": "東",
        "spans": [{"text": "東", "meaning": "öster 東"}],
        "svg": "<text>東</text>",
        "level": 2,
    }
    assert without(page, {"東"}) == {
        "plain_title": "東",
        "spans": [{"text": "\ufffd", "meaning": "öster 東"}],
        "svg": "<text>\ufffd</text>",
        "level": 2,
    }


def test_the_sign_of_a_language_comes_first_also_where_no_letter_is_known() -> None:
    assert without({"x": [{"text": "東b", "sign": "[ja]"}]}, {"東"}) == {
        "x": [{"text": "\ufffd", "meaning": "東", "sign": "[ja]"}, {"text": "b"}]
    }


def test_names_in_any_script_are_printed_and_heard() -> None:
    blocks: list[muniprog.Block] = [
        Heading(1, "東京"),
        Paragraph([Span("東京都", language="ja"), Span(" och Москва, Ελλάδα, Łódź, Čáhppe, Đặng")]),
    ]
    root = pdf_reading.read(Pdf().render(Document("東京", "sv", blocks)))
    assert [figure.attributes["Alt"] for figure in root.all("Figure")] == ["東京", "東京", "東京都"]
    assert "Москва, Ελλάδα, Łódź, Čáhppe, Đặng" in root.text
