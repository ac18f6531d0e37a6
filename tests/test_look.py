"""The municipality's look as a value: whatever it holds is safe in a style sheet and can be read."""

from collections.abc import Callable
from struct import pack

import attrs
import pytest

from muniprog import Logo, Look, Span, Template, ValueProblem
from muniprog.document.look import LARGEST_TEMPLATE
from muniprog.document.pictures import LARGEST, picture_type

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>'
NAMES = b'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'


def png(width: int = 2, height: int = 1) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", width, height) + b"\x08\2\0\0\0"


def jpeg(width: int = 2, height: int = 1) -> bytes:
    tables = b"\xff\xc4\0\5xxx\xff\xe0\0\4xx"
    return b"\xff\xd8" + tables + b"\xff\xc2\0\x0b\x08" + pack(">HH", height, width) + b"\1\1\x11\0"


def svg(content: str, before: str = "") -> bytes:
    return before.encode() + b"<svg " + NAMES + b">" + content.encode() + b"</svg>"


def test_a_look_without_wishes_is_that_of_muniprog() -> None:
    look = Look()
    assert (look.font, look.heading_font, look.footer, look.logo) == ("", "", (), None)


def test_colours_are_kept_in_small_letters() -> None:
    assert Look(accent="#7A0026", second="#00594F") == Look(accent="#7a0026", second="#00594f")


def test_a_colour_that_not_everybody_can_read_makes_no_look() -> None:
    with pytest.raises(ValueProblem, match="#ffcc00 is too pale"):
        Look(accent="#ffcc00")
    with pytest.raises(ValueProblem, match="#ffcc00 is too pale"):
        attrs.evolve(Look(), second="#ffcc00")


@pytest.mark.parametrize("name", ["Arial", "Source Sans 3", "Åbo Sans", "DIN-Pro", ""])
def test_a_font_has_the_name_of_a_family(name: str) -> None:
    assert Look(font=name).font == Look(heading_font=name).heading_font == name


@pytest.mark.parametrize(
    "name", ["Arial, sans-serif", '"', "a;b", " Arial", "Arial ", "A_B", "x" * 65, "a\nb", "a\\b", "a  b", "-a"]
)
def test_what_could_be_more_than_a_name_is_no_font(name: str) -> None:
    with pytest.raises(ValueProblem, match="cannot be the name of a font"):
        Look(font=name)


def test_a_footer_is_a_line_that_has_room() -> None:
    assert Look(footer="Town Hall").footer == (Span("Town Hall"),)
    with pytest.raises(ValueProblem, match="The footer has 301 characters; at most 300"):
        Look(footer="x" * 301)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (SVG, "image/svg+xml"),
        (b"\xef\xbb\xbf" + SVG, "image/svg+xml"),
        (b"\n" + SVG, "image/svg+xml"),
        (SVG.decode().encode("utf-16"), "image/svg+xml"),
        (png(), "image/png"),
        (jpeg(), "image/jpeg"),
    ],
)
def test_the_content_of_a_picture_tells_what_it_is(content: bytes, media_type: str) -> None:
    assert Logo(content=content, alternative="Town").media_type == media_type


def test_a_logo_is_called_what_it_is() -> None:
    assert Logo(content=SVG, alternative="Town", media_type="image/svg+xml") == Logo(content=SVG, alternative="Town")
    with pytest.raises(ValueProblem, match="is called image/png, but is image/svg"):
        Logo(content=SVG, alternative="Town", media_type="image/png")


def test_a_logo_says_in_words_what_it_says() -> None:
    assert Logo(content=SVG, alternative=" The  town\nof Example ").alternative == "The town of Example"
    with pytest.raises(ValueProblem, match="Say in words"):
        Logo(content=SVG, alternative=" ")


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"\x1f\x8b\x08", b"RIFF....WEBP"])
def test_other_files_are_no_pictures_that_every_file_can_hold(content: bytes) -> None:
    with pytest.raises(ValueProblem, match="Use an SVG, PNG or JPEG"):
        picture_type(content)


@pytest.mark.parametrize(
    "content",
    [png()[:20], png(0, 3), jpeg()[:-6], jpeg(3, 0), b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\0\4xx--------------"],
)
def test_a_picture_that_does_not_tell_its_size_is_damaged(content: bytes) -> None:
    with pytest.raises(ValueProblem, match="damaged"):
        picture_type(content)


@pytest.mark.parametrize("picture", [png, jpeg])
def test_a_picture_is_not_larger_than_a_page_can_show(picture: Callable[[int, int], bytes]) -> None:
    assert picture_type(picture(5000, 5000))
    with pytest.raises(ValueProblem, match="has 5001 × 1 pixels; at most 5000 × 5000"):
        picture_type(picture(5001, 1))


def test_a_file_is_not_larger_than_is_good_in_every_report() -> None:
    with pytest.raises(ValueProblem, match=f"has {LARGEST + 1} bytes; at most {LARGEST}"):
        picture_type(SVG + b" " * (LARGEST + 1 - len(SVG)))


@pytest.mark.parametrize(
    "content",
    [
        svg('<g id="a"/><use x:href="#a"/><rect fill="url(#b)" style="fill: url( \'#b\' )"/>'),
        svg('<image href="data:image/png;base64,AAAA"/>'),
        svg("<style>path { fill: url(#c); }</style><text>@import \\ url(x)</text>"),
        svg(
            "",
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.org/x.dtd">',
        ),
        svg("<?drawing-program x?>"),
        svg('<g xmlns:i="http://example.org/drawing" i:export="C:\\logo.png" i:onsave="x"/>'),
        svg('<use href="#a"/>' * 16),
    ],
)
def test_what_drawing_programs_write_is_taken(content: bytes) -> None:
    assert picture_type(content) == "image/svg+xml"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (svg("<script>alert(1)</script>"), "script"),
        (svg("<x:script/>"), "script"),
        (svg('<path onload="alert(1)"/>'), "script"),
        (svg('<path ONLOAD="alert(1)"/>'), "script"),
        (svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'), "another document"),
        (svg('<animate attributeName="href" to="javascript:x"/>'), "stands still"),
        (svg('<set attributeName="x"/>'), "stands still"),
        (svg('<image href="https://example.org/a.png"/>'), "fetches"),
        (svg('<image x:href="file:///etc/passwd"/>'), "fetches"),
        (svg('<image href="a.png"/>'), "fetches"),
        (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), "fetches"),
        (svg('<a x:href="javascript:alert(1)"/>'), "fetches"),
        (svg('<g xml:base="https://example.org/"/>'), "fetches"),
        (svg('<rect fill="url(https://example.org/#a)"/>'), "fetches"),
        (svg("<rect style=\"fill: url('x.svg#a')\"/>"), "fetches"),
        (svg("<style>@import 'x.css';</style>"), "fetches"),
        (svg("<style>@im<!-- -->port 'x.css';</style>"), "fetches"),
        (svg("<style><![CDATA[a { fill: URL(x) }]]></style>"), "fetches"),
        (svg("<style>a { fill: u\\72l(x) }</style>"), "fetches"),
        (svg("<rect style=\"background: image-set('x')\"/>"), "fetches"),
        (svg("", '<?xml-stylesheet href="x.css"?>'), "fetches"),
        (svg("&a;", '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "DOCTYPE"),
        (svg("&b;", '<!DOCTYPE svg [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;&a;">]>'), "DOCTYPE"),
        (svg('<use href="#a"/>' * 17), "too often"),
    ],
)
def test_a_picture_that_does_more_than_to_show_something_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(ValueProblem, match=why) as caught:
        picture_type(content)
    assert str(caught.value).endswith("Save it as a plain SVG, with texts as paths and pictures inside it.")


@pytest.mark.parametrize("content", [b"<html/>", b"<svg/>", b'<g xmlns="http://www.w3.org/2000/svg"/>'])
def test_xml_that_no_browser_shows_as_a_picture_is_no_logo(content: bytes) -> None:
    with pytest.raises(ValueProblem, match="does not begin with <svg xmlns"):
        picture_type(content)


@pytest.mark.parametrize(
    "content", [svg("<g>"), svg("&nbsp;"), SVG[:-3], b'<?xml version="1.0" encoding="klingon"?>' + SVG, svg("\0"), b"<"]
)
def test_xml_that_cannot_be_read_tells_the_line(content: bytes) -> None:
    with pytest.raises(ValueProblem, match="damaged: line 1"):
        picture_type(content)


@pytest.mark.parametrize("name", ["mall.docx", "Mall.DOTX"])
def test_a_template_is_a_word_file(name: str) -> None:
    assert Template(name=name, content=b"").name == name


@pytest.mark.parametrize("name", ["mall.docm", "mall.odt", "mall", ""])
def test_another_file_is_no_template(name: str) -> None:
    with pytest.raises(ValueProblem, match=f"ends in .docx or .dotx, not “{name}”"):
        Template(name=name, content=b"")


def test_a_template_has_a_size_that_every_document_can_bear() -> None:
    assert len(Template(name="mall.docx", content=bytes(LARGEST_TEMPLATE)).content) == LARGEST_TEMPLATE
    with pytest.raises(ValueProblem, match=r"has 10000001 bytes; at most 10000000 are wanted. Make the pictures"):
        Template(name="mall.docx", content=bytes(LARGEST_TEMPLATE + 1))
