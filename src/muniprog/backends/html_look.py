"""The municipality's look on a web page: its colours on light and on dark ground, and its letters."""

from decimal import Decimal

import attrs

from muniprog.document import Look
from muniprog.document.colours import readable

_ON_THE_DARK = Decimal(7)  # what is lightened anyway is made as light as is pleasant to read


@attrs.frozen
class Ground:
    """What stands behind the text in one colour scheme.

    Attributes:
        paper: The page itself.
        band: Heads of tables, notes, and the place to which a link has led.
    """

    paper: str
    band: str


LIGHT = Ground("#ffffff", "#eaf0f5")
DARK = Ground("#14181c", "#242c34")


@attrs.frozen
class Shade:
    """The colours of a look in one colour scheme; all of them can be read there.

    Attributes:
        accent: What colours headings: on paper, or large on a band.
        link: What colours links, which stand on both.
    """

    ground: Ground
    accent: str
    link: str


def shades(look: Look) -> tuple[Shade, Shade]:
    """Return how a look is coloured on a light page and on a dark one.

    >>> light, dark = shades(Look(accent="#767676"))
    >>> light.accent, light.link, dark.link
    ('#767676', '#6d6d6d', '#b7b7b7')
    """
    lightened = readable(look.accent, on=DARK.band, least=_ON_THE_DARK)
    return (
        Shade(LIGHT, look.accent, readable(look.accent, on=LIGHT.band)),
        Shade(DARK, lightened, lightened),
    )
