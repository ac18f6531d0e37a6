"""How lines of a document stand in cells."""

from muniprog import Prose, Span, prose
from muniprog_xlsx.reports.prose import Said, said, short, words

PAGE = "https://example.org"


def test_lines_stand_below_each_other_each_with_its_bullet() -> None:
    assert said([prose("a"), prose("b")], "sv", bullet="• ") == Said("• a\n• b")
    assert said([], "sv") == Said("")


def test_a_line_that_is_wholly_in_another_language_says_in_which() -> None:
    assert words(prose(Span("koti", language="fi")), "sv") == "[fi] koti"
    assert words(prose(Span("ko", language="fi"), Span("ti", language="fi")), "sv") == "[fi] koti"
    assert words(prose(Span("koti", language="fi"), ", ", Span("home", language="en")), "sv") == "[fi] koti, [en] home"


def test_what_needs_no_tag_has_none() -> None:
    assert words(prose("hem / ", Span("koti", language="fi")), "sv") == "hem / koti"
    assert words(prose(Span("hem", language="sv-FI")), "sv") == "hem"
    assert words(prose(Span("100 %", language="fi")), "sv") == "100 %"


def test_a_link_is_where_the_cell_leads_and_its_address_is_written_out() -> None:
    assert said([prose("se ", Span("sidan", link=PAGE))], "sv") == Said(f"se sidan <{PAGE}>", PAGE)
    assert said([prose(Span("se ", link=PAGE), Span("sidan", link=PAGE))], "sv") == Said(f"se sidan <{PAGE}>", PAGE)
    assert said([prose(Span(PAGE, link=PAGE))], "sv") == Said(PAGE, PAGE)
    assert said([prose(Span("a@example.org", link="mailto:a@example.org"))], "sv").text == "a@example.org"
    assert said([prose(Span("dit", link="#mal"))], "sv") == Said("dit", "#mal")


def test_a_cell_with_several_links_leads_nowhere_but_tells_them() -> None:
    two = prose(Span("en", link=PAGE), Span("två", link=f"{PAGE}/2"))
    assert said([two], "sv") == Said(f"en <{PAGE}>två <{PAGE}/2>")
    assert said([prose(Span("en", link=PAGE)), prose(Span("dit", link="#mal"))], "sv").link is None


def test_an_address_that_starts_nowhere_is_told_and_no_link() -> None:
    assert said([prose(Span("fil", link="setup.exe"))], "sv") == Said("fil <setup.exe>")


def test_short_leaves_out_the_other_languages() -> None:
    def pair(first: Span) -> Prose:
        return prose(first, Span(" / "), Span("koti", language="fi"))

    assert short(pair(Span("hem")), "sv") == "hem"
    assert short(pair(Span("2019", language="en")), "sv") == "2019 / koti"
    assert short(prose(Span("koti", language="fi")), "sv") == "koti"
