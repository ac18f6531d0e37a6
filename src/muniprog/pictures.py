"""Drawings as pictures made of dots (PNG), for types of file that show no SVG. They look alike on every machine."""

from xml.parsers.expat import ExpatError, ParserCreate

from muniprog.errors import MuniprogError
from muniprog.messages import message

FAMILY = "Source Sans 3"
"""The family of letters that pictures are drawn with, whatever is installed on the machine."""

_MOST_DOTS = 40_000_000  # 160 MB while it is drawn; an A0 sheet at 150 dots an inch fits


def picture_png(svg: str, *, width: int) -> bytes:
    """Return a drawing as a PNG file.

    Letters are drawn with a font that comes as a package, so the same drawing gives the same bytes everywhere; of the
    font that a drawing names, only weight and slope count. A background is drawn only where the drawing has one.

    Args:
        svg: The drawing. It may refer to its own parts and to pictures that it holds (`data:`), and to nothing else.
        width: How many dots wide the picture becomes; its height follows.

    Raises:
        MuniprogError: The packages of `muniprog[pictures]` are not installed, the drawing cannot be read or refers to
            something outside it, or the picture would be larger than 40 million dots.
    """
    if not 0 < width <= _MOST_DOTS:
        raise MuniprogError(message("A picture cannot be {width} dots wide.", width=width))
    _check_references(svg)
    try:
        import fontpkg_source_sans_3 as font
        from resvg_py import svg_to_bytes
    except ImportError:
        command = 'pip install "muniprog[pictures]"'
        raise MuniprogError(
            message("To make a PNG picture, more packages are needed: {command}", command=command)
        ) from None
    try:
        picture = svg_to_bytes(
            svg_string=svg,
            width=width,
            height=_MOST_DOTS // width,  # a box to fit into: nothing can ask for all memory
            dpi=96.0,
            languages=["en"],
            skip_system_fonts=True,
            font_files=sorted(map(str, (font.ROOT / "files").iterdir())),
            font_family=FAMILY,
            serif_family=FAMILY,
            sans_serif_family=FAMILY,
            cursive_family=FAMILY,
            fantasy_family=FAMILY,
            monospace_family=FAMILY,
        )
    except ValueError as error:
        raise MuniprogError(message("The drawing cannot be read: {reason}", reason=str(error))) from error
    if png_size(picture)[0] != width:
        raise MuniprogError(
            message(
                "{width} dots wide, the picture would be too high: it may have {most} dots in all.",
                width=width,
                most=_MOST_DOTS,
            )
        )
    return picture


def can_be_made() -> bool:
    """Return whether the packages that make pictures are installed."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("fontpkg_source_sans_3", "resvg_py"))


def png_size(picture: bytes) -> tuple[int, int]:
    """Return how many dots wide and high a PNG file is.

    >>> png_size(b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR\\0\\0\\3\\x20\\0\\0\\0\\xf0")
    (800, 240)
    """
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


def _check_references(svg: str) -> None:
    """Refuse a drawing that would take a file of the machine or a page of the network into the picture."""

    def look(_element: str, attributes: dict[str, str]) -> None:
        for name, value in attributes.items():
            if name.rpartition(":")[2] == "href" and not value.strip().startswith(("#", "data:")):
                raise MuniprogError(message("The drawing refers to something outside it: {address}", address=value))

    parser = ParserCreate()
    parser.StartElementHandler = look
    try:
        parser.Parse(svg, True)
    except (ExpatError, ValueError) as error:
        raise MuniprogError(message("The drawing cannot be read: {reason}", reason=str(error))) from error
