"""Pictures in the text: drawn from SVG, sized for the page, and told in words to those who do not see them."""

import re
from functools import cache
from io import BytesIO

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from docx.shared import Inches, Length

import muniprog
from muniprog_docx.elements import Element, w

_DOTS_ON_PAPER = 200  # an inch: more than the eye can tell apart in a drawing
_DOTS_OF_SVG = 96
_SIDES = ("distT", "distB", "distL", "distR")
_ROOT = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r"""\sviewBox=["']\s*\S+[\s,]+\S+[\s,]+([1-9]\d*(?:\.\d+)?)[\s,]+([1-9]\d*(?:\.\d+)?)\s*["']""")


class Pictures:
    """Places pictures in the text.

    Args:
        part: The part of the file that they come into.
    """

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._next = part.next_id
        self._draw = cache(_drawing)

    def drawn(self, svg: str, alternative: str, width: Length, height: Length) -> Element:
        """Return a run with a drawing, as large as it is drawn or as fits into `width` and `height`."""
        wanted = _fitted(svg, width, height)
        return self._placed(self._draw(svg, wanted), alternative, wanted, height)

    def logo(self, logo: muniprog.Logo, width: Length, height: Length) -> Element:
        """Return a run with a logo that is as large as fits into `width` and `height`."""
        picture = logo.content
        if logo.media_type == "image/svg+xml":
            picture = self._draw(serialize_part_xml(parse_xml(picture)).decode(), width)
        return self._placed(picture, logo.alternative, width, height)

    def _placed(self, picture: bytes, alternative: str, width: Length, height: Length) -> Element:
        inline = self._part.new_pic_inline(BytesIO(picture), width=width)
        if inline.extent.cy > height:
            inline = self._part.new_pic_inline(BytesIO(picture), height=height)
        for side in _SIDES:
            inline.set(side, "0")  # LibreOffice leaves room where nothing is said
        inline.docPr.set("id", str(self._next))
        inline.docPr.set("descr", alternative)
        self._next += 1
        return w("r", w("drawing", inline))


def _drawing(svg: str, width: Length) -> bytes:
    return muniprog.picture_png(svg, width=max(1, round(width.inches * _DOTS_ON_PAPER)))


def is_tall(svg: str) -> bool:
    """Return whether a drawing is higher than wide, and wants an upright page."""
    size = _size(svg)
    return size is not None and size[1] > size[0]


def _fitted(svg: str, width: Length, height: Length) -> Length:
    """Return how wide a drawing is placed; where it does not say how large it is, it is as wide as the page."""
    size = _size(svg)
    if size is None:
        return width
    natural = Inches(size[0] / _DOTS_OF_SVG)
    return Length(min(width, natural, int(height * size[0] / size[1])))


def _size(svg: str) -> tuple[float, float] | None:
    root = _ROOT.search(svg)
    found = root and _SIZE.search(root[0])
    return (float(found[1]), float(found[2])) if found else None
