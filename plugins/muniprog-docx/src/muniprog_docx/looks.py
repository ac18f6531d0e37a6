"""Our own styles in the municipality's colour and fonts.

The skeleton is written in one accent colour and one font. Wherever these two stand, those of the municipality are
put; so the skeleton alone says what is coloured, and what has a heading's font.
"""

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

import muniprog
from muniprog_docx.elements import Element
from muniprog_docx.packing import skeleton

_ACCENT = "0A4F8F"


def styles_in(look: muniprog.Look) -> Element:
    """Return our own styles in this look."""
    styles = parse_xml(skeleton("styles.xml"))
    _paint(styles, look.accent.removeprefix("#").upper())
    for fonts in styles.iter(qn("w:rFonts")):
        is_of_heading = next(fonts.iterancestors(qn("w:style")), None) is not None
        _set_font(fonts, (look.heading_font if is_of_heading else "") or look.font)
    return styles


def _paint(styles: Element, accent: str) -> None:
    for element in styles.iter():
        for name, value in element.attrib.items():
            if value == _ACCENT:
                element.set(name, accent)


def _set_font(fonts: Element, family: str) -> None:
    if family:
        for name in fonts.attrib:
            fonts.set(name, family)
