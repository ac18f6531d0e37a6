"""The key to the signs of a picture; only what is used in it is explained."""

from collections.abc import Callable, Sequence

import attrs

from muniprog.figures.drawing import LINE, SMALL, WIDTH, Drawing
from muniprog.figures.letters import width, wrap

SWATCH = 34
"""How much room a sign has."""

_GAP, _EDGE = 22, 12
_ROW = 24


@attrs.frozen
class Sign:
    """A sign and what it means.

    Attributes:
        draw: Draws the sign; it is told the left edge and the middle of the room that it has.
        words: What it means.
    """

    draw: Callable[[float, float], None]
    words: str


def draw_legend(drawing: Drawing, signs: Sequence[Sign], top: float) -> float:
    """Draw the signs with their words, in as many rows as they need; return where the legend ends."""
    x, y = float(_EDGE), top
    deepest = 1
    for sign in signs:
        room = WIDTH - 2 * _EDGE - SWATCH - 6
        lines = wrap(sign.words, room, SMALL, most=3)
        wide = SWATCH + 6 + max((width(line, SMALL) for line in lines), default=0)
        if x > _EDGE and x + wide > WIDTH - _EDGE:
            x, y, deepest = float(_EDGE), y + _ROW + (deepest - 1) * LINE, 1
        sign.draw(x, y + _ROW / 2)
        drawing.text(x + SWATCH + 6, y + _ROW / 2 + 4, *lines, size=SMALL)
        deepest = max(deepest, len(lines))
        x += wide + _GAP
    return y + _ROW + (deepest - 1) * LINE if signs else top
