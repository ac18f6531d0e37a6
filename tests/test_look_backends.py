"""The municipality's look in the files that muniprog itself prints."""

from base64 import b64encode

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog import Document, Heading, Logo, Look, Paragraph, Span
from muniprog.backends.html import HtmlBackend
from muniprog.backends.html_look import DARK, LIGHT, shades
from muniprog.backends.markdown import MarkdownBackend
from muniprog.backends.text import TextBackend
from muniprog.document.colours import READABLE, contrast, readable

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>'
FOOTER = (Span("Torget *1*"), Span(" / "), Span("Tori 1", language="fi"))
LARGE = 3  # the contrast that WCAG asks of large letters


def page(look: Look) -> str:
    return HtmlBackend().render(Document("Plan", "sv", [Heading(1, "Boende"), Paragraph("Text")], look=look)).decode()


@given(st.integers(0, 0xFFFFFF))
def test_every_look_can_be_read_in_light_and_in_dark(number: int) -> None:
    look = Look(accent=readable(f"#{number:06x}", on="#ffffff"))
    for shade in shades(look):
        assert contrast(shade.link, shade.ground.paper) >= READABLE
        assert contrast(shade.link, shade.ground.band) >= READABLE
        assert contrast(shade.accent, shade.ground.paper) >= READABLE
        assert contrast(shade.accent, shade.ground.band) >= LARGE
    assert [shade.ground for shade in shades(look)] == [LIGHT, DARK]


def test_on_light_paper_the_accent_is_exactly_the_one_that_was_chosen() -> None:
    assert shades(Look(accent="#767676"))[0].accent == "#767676"
    assert "--accent: #7a0026;" in page(Look(accent="#7a0026"))


def test_a_web_page_has_the_letters_that_were_chosen_and_others_where_they_are_missing() -> None:
    style = page(Look(font="Source Sans 3", heading_font="Lato"))
    assert 'font: 1rem/1.5 "Source Sans 3", system-ui' in style
    assert 'font-family: "Lato", "Source Sans 3", system-ui' in style
    assert "font-family" not in page(Look())
    assert "font: 1rem/1.5 system-ui" in page(Look())


def test_a_web_page_has_the_logo_above_its_title_with_what_it_says() -> None:
    html = page(Look(logo=Logo(content=SVG, alternative='Town "X" <b>')))
    source = f"data:image/svg+xml;base64,{b64encode(SVG).decode()}"
    assert f'<img class="logo" src="{source}" alt="Town &#34;X&#34; &lt;b&gt;">' in html
    assert html.index('class="logo"') < html.index("<h1")
    assert "<img" not in page(Look())


def test_a_web_page_has_the_footer_at_its_foot_in_its_languages() -> None:
    html = page(Look(footer=FOOTER))
    line = '<p class="foot">Torget *1* / <span class="other" lang="fi" dir="ltr">Tori 1</span></p>'
    assert html.index("<footer>") < html.index(line)
    assert 'class="foot"' not in page(Look())


def test_markdown_and_text_end_with_the_footer() -> None:
    document = Document("Plan", "sv", [Paragraph("Text")], notice="Exempel", look=Look(footer=FOOTER))
    assert MarkdownBackend().render(document).decode().endswith("\nText\n\n---\n\nTorget \\*1\\* / \\[fi\\] Tori 1\n")
    assert TextBackend().render(document).decode().endswith("\nExempel\n\nTorget *1* / [fi] Tori 1\n")


@pytest.mark.parametrize("backend", [HtmlBackend(), MarkdownBackend(), TextBackend()], ids=lambda each: each.name)
def test_a_footer_is_text_whatever_it_looks_like(backend: HtmlBackend) -> None:
    document = Document("Plan", "sv", [], look=Look(footer="<script>x</script>"))
    rendered = backend.render(document).decode()
    assert "<script>x" not in rendered or backend.name == "text"


@given(st.text(max_size=300), st.from_regex(r"[^\W_](?:[^\W_]|[ -](?=[^\W_])){0,20}", fullmatch=True))
def test_whatever_a_look_holds_leaves_the_page_whole(footer: str, font: str) -> None:
    html = page(Look(footer=footer, font=font, heading_font=font))
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    styles = [style.text or "" for style in root.iter("style")]
    assert len(styles) == 1
    assert styles[0].count("{") == styles[0].count("}")
    assert f'"{font}"' in styles[0]
    assert len(list(root.iter("footer"))) == 1
