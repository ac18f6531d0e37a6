"""Pictures on sheets: those of figures, and the municipality's logo. Each says in words what it shows."""

from io import BytesIO
from math import ceil
from xml.etree import ElementTree

import muniprog
from muniprog_xlsx.reports.pen import Pen

PICTURE_WIDTH = 103.0
"""How wide the picture of a figure is shown, in characters."""

_SHOWN, _DRAWN = 720, 1440  # dots across on the screen, and in the file: enough for paper
_LOGO_SHOWN, _LOGO_HEIGHT, _LOGO_DRAWN = 320, 64, 960
_ROW, _SCREEN = 20, 96  # dots; dots an inch
_MOVES_WITH_CELLS = 2


def draw_figure(pen: Pen, row: int, figure: muniprog.Figure) -> int:
    """Draw the picture of a figure, and return how many rows it covers.

    Raises:
        MuniprogError: The drawing cannot be read.
    """
    picture = muniprog.picture_png(figure.svg, width=_DRAWN)
    return _insert(pen, row, picture, figure.alternative, _SHOWN, None)


def draw_logo(pen: Pen, row: int, logo: muniprog.Logo) -> int:
    """Draw the logo, and return how many rows it covers."""
    if logo.media_type == "image/svg+xml":  # one without definitions of its own: no other can be a logo
        drawing = ElementTree.tostring(ElementTree.fromstring(logo.content), encoding="unicode")  # noqa: S314
        content = muniprog.picture_png(drawing, width=_LOGO_DRAWN)
    else:
        content = logo.content
    return _insert(pen, row, content, logo.alternative, _LOGO_SHOWN, _LOGO_HEIGHT)


def _insert(pen: Pen, row: int, content: bytes, alternative: str, widest: int, highest: int | None) -> int:
    from xlsxwriter.image import Image

    image = Image(BytesIO(content))
    scale = widest / image.width
    if highest is not None:
        scale = min(scale, highest / image.height)
    options = {
        "x_scale": scale * image.x_dpi / _SCREEN,
        "y_scale": scale * image.y_dpi / _SCREEN,
        "description": alternative,
        "object_position": _MOVES_WITH_CELLS,
    }
    pen.sheet.insert_image(row, 0, image, options)
    return ceil(image.height * scale / _ROW) + 1
