"""How a sheet comes on paper: lying or upright, and where a picture begins a new page so as not to be torn."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

_ACROSS, _DOWN = 140.0, 470.0  # what a page that lies shows at full size: characters, points
_ROW, _TOP, _REPEATED = 15, 120, 45  # points: an unset row, what stands above a table, the titles of its columns
_UPRIGHT_FROM = 45  # rows


@attrs.frozen(kw_only=True)
class Paper:
    """How a sheet is printed.

    Attributes:
        is_upright: Whether its pages stand upright.
        is_one_page: Whether all of it comes on one page.
    """

    is_upright: bool = False
    is_one_page: bool = False


def paper_of_picture(rows: int) -> Paper:
    """Return how a sheet with a picture and no table is printed: on one page, upright where it is higher than wide."""
    return Paper(is_one_page=True, is_upright=rows > _UPRIGHT_FROM)


def page_breaks(height: float, across: float, starts: Sequence[int]) -> Iterator[int]:
    """Yield the rows that begin a new page: those of pictures that would not be whole on the page before.

    Args:
        height: How high the table above the pictures is, in points.
        across: How wide the sheet is, in characters.
        starts: The row in which each picture begins, and the row after the last.
    """
    page = _DOWN * max(1.0, across / _ACROSS)  # a wide sheet is printed smaller, so more goes on a page
    used = (_TOP + height) % page
    for start, end in pairwise(starts):
        picture = (end - start) * _ROW
        if used + picture > page:
            yield start
            used = _REPEATED
        used += picture
