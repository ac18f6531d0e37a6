"""The values of an indicator as a picture in a report."""

from collections.abc import Iterator

from muniprog.document import Block, Figure
from muniprog.figures import draw_series
from muniprog.progress import IndicatorFigures
from muniprog.reports.pictures import told_by
from muniprog.reports.teller import Teller

_DRAWN_FROM = 2  # one number alone is no picture
_MOST_INDICATORS = 300  # a page with more pictures is too heavy for a browser; the rows say the same


def curve(teller: Teller, figures: IndicatorFigures, *, told_at: str) -> Iterator[Block]:
    """Yield the picture of an indicator in every language; nothing where there are fewer than two numbers.

    In a programme with more than 300 indicators none is drawn.

    Args:
        teller: What tells about the indicator.
        figures: The figures of the indicator.
        told_at: The anchor of what tells its values in rows.
    """

    def draw(language: str) -> Iterator[Figure]:
        drawn = draw_series(teller.figures, figures.id, language=language, look=teller.look)
        if drawn is not None:
            yield drawn

    numbers = sum(value.number is not None for value in figures.values)
    if numbers >= _DRAWN_FROM and len(teller.programme.indicators) <= _MOST_INDICATORS:
        yield from told_by(teller, draw, told_at=told_at)
