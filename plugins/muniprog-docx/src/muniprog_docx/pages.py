"""Which way pages lie: on their side from where a table needs it, upright again from where a picture does."""

from copy import deepcopy

from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Cm, Length

from muniprog_docx.elements import Element

_A4_WIDTH, _A4_HEIGHT = Cm(21), Cm(29.7)


def text_width(section: Section) -> Length:
    """Return how wide the text of a page is."""
    margins = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    return Length((section.page_width or _A4_WIDTH) - margins)


def text_height(section: Section) -> Length:
    """Return how high the text of a page is."""
    margins = (section.top_margin or 0) + (section.bottom_margin or 0)
    return Length((section.page_height or _A4_HEIGHT) - margins)


class Pages:
    """The pages that a document is being written on.

    Args:
        last: The section that the document ends with.
        properties: The element of that section.
        may_turn: Whether the pages may be turned; those of a template lie as they lie.
    """

    def __init__(self, last: Section, properties: Element, *, may_turn: bool) -> None:
        self._last, self._properties, self._may_turn = last, properties, may_turn
        self._line = text_width(last)

    @property
    def width(self) -> Length:
        """How wide the text of a page is from here on."""
        return text_width(self._last)

    @property
    def height(self) -> Length:
        """How high it is."""
        return text_height(self._last)

    @property
    def beside(self) -> Length:
        """How much room running text leaves beside it, so that its lines get no longer when the page is turned."""
        return Length(self.width - self._line)

    def turn(self, *, on_side: bool) -> Element | None:
        """Turn the pages from here on. Return the properties of the section that ends here, None where it goes on."""
        last = self._last
        if not self._may_turn or on_side == (last.orientation == WD_ORIENT.LANDSCAPE):
            return None
        ended = deepcopy(self._properties)
        last.orientation = WD_ORIENT.LANDSCAPE if on_side else WD_ORIENT.PORTRAIT
        last.page_width, last.page_height = last.page_height, last.page_width
        return ended
