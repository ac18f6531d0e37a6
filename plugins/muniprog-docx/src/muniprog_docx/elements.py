"""The XML of Word, element by element. Text and attributes are data here; whatever they hold, they make no markup.

Word calls a file damaged in which the children of an element stand in another order than its schema says. So what
has an order is written in one place each: runs and paragraphs here, tables in `tables`.
"""

import re
from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from muniprog_docx.languages import is_right_to_left, word_tag

Element = BaseOxmlElement

_OWN_ELEMENT = {"\n": "br", "\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}
_APART = re.compile(f"([{''.join(_OWN_ELEMENT)}])")


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element of WordprocessingML with these children and attributes."""
    return _filled(
        OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()}), children
    )


def _filled(element: Element, children: Iterable[Element]) -> Element:
    element.extend(children)
    return element


def run(
    text: str,
    language: str,
    *,
    style: str | None = None,
    bold: bool = False,
    italic: bool = False,
    struck: bool = False,
) -> Element:
    """Return a run of text that is alike all through.

    Args:
        text: Its characters; a line feed breaks the line.
        language: The language that it is in.
        style: The identifier of its character style.
        bold: Whether it is bold beside its style.
        italic: Whether it is in italics beside its style.
        struck: Whether it is struck through beside its style.
    """
    properties = w("rPr", *_run_properties(language, style, bold, italic, struck))
    return w("r", *([properties] if len(properties) else []), *_characters(text))


def _run_properties(language: str, style: str | None, bold: bool, italic: bool, struck: bool) -> Iterator[Element]:
    if style is not None:
        yield w("rStyle", val=style)
    if bold:
        yield w("b")
        yield w("bCs")
    if italic:
        yield w("i")
        yield w("iCs")
    if struck:
        yield w("strike")
    rtl = is_right_to_left(language)
    if rtl:
        yield w("rtl")
    tag = word_tag(language)
    if tag is not None:
        yield w("lang", bidi=tag) if rtl else w("lang", val=tag)


def _characters(text: str) -> Iterator[Element]:
    for piece in _APART.split(text):
        if piece in _OWN_ELEMENT:
            yield w(_OWN_ELEMENT[piece])
        elif piece:
            yield _text("t", piece)


def _text(tag: str, text: str) -> Element:
    element = w(tag)
    element.set(qn("xml:space"), "preserve")
    element.text = text
    return element


def paragraph(
    style: str,
    content: Iterable[Element] = (),
    *,
    language: str,
    keep_next: bool = False,
    on_new_page: bool = False,
    numbering: tuple[int, int] | None = None,
    right_tab: int | None = None,
    space_before: int | None = None,
    room_beside: int = 0,
    align: str | None = None,
) -> Element:
    """Return a paragraph.

    Args:
        style: The identifier of its style.
        content: Its runs, links and bookmarks.
        language: The language that it is in; it says where the line begins.
        keep_next: Whether it stays on the page of what follows.
        on_new_page: Whether it begins a new page.
        numbering: Which list numbers it, and on which level.
        right_tab: Where a tabulator leads whose text ends there, in twentieths of a point.
        space_before: Room above it, in twentieths of a point.
        room_beside: Room at the end of its lines.
        align: `center` or `right`.
    """
    properties = [w("pStyle", val=style)]
    if keep_next:
        properties.append(w("keepNext"))
    if on_new_page:
        properties.append(w("pageBreakBefore"))
    if numbering is not None:
        properties.append(w("numPr", w("ilvl", val=numbering[1]), w("numId", val=numbering[0])))
    if right_tab is not None:
        properties.append(w("tabs", w("tab", val="right", pos=right_tab)))
    if is_right_to_left(language):
        properties.append(w("bidi"))
    if space_before is not None:
        properties.append(w("spacing", before=space_before))
    if room_beside:
        properties.append(w("ind", right=room_beside))
    if align is not None:
        properties.append(w("jc", val=align))
    return w("p", w("pPr", *properties), *content)


def tabulator() -> Element:
    """Return a run that leads to the next tabulator stop."""
    return w("r", w("tab"))


def field(instruction: str, shown: Iterable[Element]) -> Element:
    """Return a field that Word computes, with what is shown until it does."""
    return w("fldSimple", *shown, instr=f" {instruction} ")


def field_mark(kind: str) -> Element:
    """Return a run that marks where a field of many paragraphs begins, has its result (`separate`) or ends."""
    return w("r", w("fldChar", fldCharType=kind))


def field_instruction(instruction: str) -> Element:
    """Return the run that tells what a field of many paragraphs computes."""
    return w("r", _text("instrText", f" {instruction} "))
