"""Colours that can be read: how strong the contrast between two is, and the nearest one that has enough of it.

The formulas are those of relative luminance and contrast ratio in WCAG 2.1. They are computed in decimals, so that
every machine finds the same colour.
"""

import re
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache

from muniprog.document.inline import clean
from muniprog.errors import ValueProblem
from muniprog.messages import message

READABLE = Decimal("4.5")
"""The contrast that WCAG 2.1 asks of text, at level AA."""

WHITE, BLACK = "#ffffff", "#000000"

_COLOUR = re.compile("#[0-9a-f]{6}")
_STEPS = 255
_EVEN = Decimal("0.18")  # on what reflects about this much, black and white are read equally well


def contrast(one: str, other: str) -> Decimal:
    """Return the contrast ratio of two colours, from 1 (the same) to 21 (black on white).

    >>> print(round(contrast("#000000", "#ffffff"), 2), round(contrast("#777777", "#ffffff"), 2))
    21.00 4.48
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + Decimal("0.05")) / (darker + Decimal("0.05"))


def luminance(colour: str) -> Decimal:
    """Return how much light a colour reflects, from 0 (black) to 1 (white)."""
    red, green, blue = map(_linear, _channels(colour))
    return Decimal("0.2126") * red + Decimal("0.7152") * green + Decimal("0.0722") * blue


def readable(colour: str, on: str, least: Decimal = READABLE) -> str:
    """Return the colour that is nearest to `colour` and can be read on `on`: itself, or a darker or a lighter one.

    On a light ground black is mixed in and on a dark one white, no more than is needed. Where not even black or
    white would do, that is what is returned.

    >>> readable("#0a4f8f", on="#ffffff"), readable("#ffcc00", on="#ffffff"), readable("#0a4f8f", on="#14181c")
    ('#0a4f8f', '#907300', '#5484b1')
    """
    goal = BLACK if luminance(on) > _EVEN else WHITE
    mixtures = (_mixed(colour, goal, step) for step in range(_STEPS))
    return next((mixed for mixed in mixtures if contrast(mixed, on) >= least), goal)


def as_colour(text: str) -> str:
    """Return a colour for text, in small letters.

    Raises:
        ValueProblem: It is no colour, or too pale to be read on white; the nearest darker one is named.
    """
    return _checked(text)


@lru_cache
def _checked(text: str) -> str:
    colour = text.lower()
    if not _COLOUR.fullmatch(colour):
        raise ValueProblem(message('Expected a colour such as "#0a4f8f", found “{found}”.', found=clean(text[:40])))
    found = contrast(colour, WHITE)
    if found < READABLE:
        raise ValueProblem(
            message(
                "{colour} is too pale to be read on white: its contrast is {contrast}:1, and {least}:1 is needed. "
                "The nearest darker colour that everybody can read is {darker}.",
                colour=colour,
                contrast=found.quantize(Decimal("0.01"), ROUND_DOWN),
                least=READABLE,
                darker=readable(colour, on=WHITE),
            )
        )
    return colour


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, goal: str, step: int) -> str:
    """Return `colour` with `step` parts of 255 of `goal` in it."""
    pairs = zip(_channels(colour), _channels(goal), strict=True)
    return "#" + "".join(f"{(own * (_STEPS - step) + other * step + 127) // _STEPS:02x}" for own, other in pairs)


@lru_cache(maxsize=256)
def _linear(channel: int) -> Decimal:
    """Return the light of one channel of sRGB."""
    share = Decimal(channel) / 255
    if share <= Decimal("0.04045"):
        return share / Decimal("12.92")
    return ((share + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
