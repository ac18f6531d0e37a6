"""What shapes are filled with: colours, and patterns that keep them apart where nobody sees colours."""

from typing import TYPE_CHECKING

from muniprog.model import Status

if TYPE_CHECKING:
    from muniprog.figures.drawing import Drawing

PAPER, INK, QUIET, LINE_INK = "#ffffff", "#1b1f23", "#4d545b", "#7a838b"
"""The ground, text, text that steps back, and thin lines; text has 7:1 on the ground, lines have 3:1."""

BAND = "#eef1f4"
"""A ground that keeps rows together; nothing depends on seeing it."""


def stripes(drawing: "Drawing") -> str:
    """Return stripes in the accent, for what goes on."""
    colour = drawing.look.accent
    return drawing.pattern("stripes", f'<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="{colour}" stroke-width="2"/>')


def dots(drawing: "Drawing") -> str:
    """Return dots in the accent."""
    return drawing.pattern("dots", f'<circle cx="4" cy="4" r="2.2" fill="{drawing.look.accent}"/>')


def bars(drawing: "Drawing") -> str:
    """Return level lines in the second colour."""
    return drawing.pattern("bars", f'<path d="M0 2H8M0 6H8" stroke="{drawing.look.second}" stroke-width="1.6"/>')


def crosses(drawing: "Drawing") -> str:
    """Return crosses in the second colour."""
    return drawing.pattern("crosses", f'<path d="M1 1L7 7M7 1L1 7" stroke="{drawing.look.second}" stroke-width="1.4"/>')


def filling(drawing: "Drawing", status: Status | None) -> str:
    """Return what stands for a status; None is «not reported»."""
    match status:
        case Status.DONE:
            return drawing.look.accent
        case Status.IN_PROGRESS:
            return stripes(drawing)
        case Status.CONTINUOUS:
            return dots(drawing)
        case Status.POSTPONED:
            return bars(drawing)
        case Status.CANCELLED:
            return crosses(drawing)
        case Status.NOT_STARTED:
            return PAPER
        case _:
            return BAND
