"""A drawing in the making: shapes and lines of text, put down as SVG in which nothing that a user typed is markup."""

from collections.abc import Mapping, Sequence
from html import escape

from muniprog.document import Look, clean
from muniprog.figures.ink import INK, PAPER

WIDTH = 720
"""How wide every drawing is; at this width letters of size 13 read well on a desk, and on paper across an A4 page."""

SIZE, SMALL = 13, 12
"""The sizes of letters."""

LINE = 17
"""How far apart lines of text stand."""

Value = str | float


class Drawing:
    """Collects shapes; `svg` returns them as a document that is the same on every machine.

    Args:
        name: What its parts are named after; no two drawings of one page may have the same.
        look: The municipality's look.
    """

    def __init__(self, name: str, look: Look) -> None:
        self.name = name
        self.look = look
        self._shapes: list[str] = []
        self._patterns: dict[str, str] = {}

    def rect(self, x: float, y: float, width: float, height: float, **style: Value) -> None:
        """Draw a rectangle."""
        self._add("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), **style)

    def line(self, x1: float, y1: float, x2: float, y2: float, **style: Value) -> None:
        """Draw a straight line."""
        self._add("line", x1=x1, y1=y1, x2=x2, y2=y2, **style)

    def circle(self, x: float, y: float, radius: float, **style: Value) -> None:
        """Draw a circle."""
        self._add("circle", cx=x, cy=y, r=radius, **style)

    def polygon(self, points: Sequence[tuple[float, float]], **style: Value) -> None:
        """Draw a closed shape with straight sides."""
        self._add("polygon", points=_points(points), **style)

    def polyline(self, points: Sequence[tuple[float, float]], **style: Value) -> None:
        """Draw a line through some points."""
        self._add("polyline", points=_points(points), fill="none", **style)

    def text(
        self,
        x: float,
        y: float,
        *lines: str,
        size: int = SIZE,
        bold: bool = False,
        fill: str = INK,
        anchor: str = "start",
        language: str | None = None,
    ) -> None:
        """Write lines of text, the first with its foot at `y`; `language` is named where it is not the drawing's."""
        weight = {"font-weight": "700"} if bold else {}
        tag = {"lang": language, "xml:lang": language} if language else {}
        for number, line in enumerate(lines):
            attributes: dict[str, Value] = {
                "x": x,
                "y": y + number * LINE,
                "font-size": size,
                "fill": fill,
                **weight,
                **({"text-anchor": anchor} if anchor != "start" else {}),
                **tag,
            }
            self._shapes.append(f"<text{_attributes(attributes)}>{_escaped(line)}</text>")

    def pattern(self, name: str, shapes: str) -> str:
        """Return what to fill a shape with; the pattern is put down once however often it is used."""
        identifier = f"{self.name}-{name}"
        self._patterns[name] = (
            f'<pattern id="{escape(identifier)}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<rect width="8" height="8" fill="{PAPER}"/>{shapes}</pattern>'
        )
        return f"url(#{identifier})"

    def svg(self, height: float, *, title: str, description: str, language: str) -> str:
        """Return the document.

        Args:
            height: How high it is.
            title: What it is called.
            description: What is to be seen in it.
            language: The language of its words.
        """
        names = f"{self.name}-title", f"{self.name}-description"
        family = f"'{self.look.font}', " if self.look.font else ""
        root: dict[str, Value] = {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": WIDTH,
            "height": height,
            "viewBox": f"0 0 {WIDTH} {_number(height)}",
            "role": "img",
            "lang": language,
            "xml:lang": language,
            "aria-labelledby": " ".join(names),
            "font-family": f"{family}'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
        }
        patterns = f"<defs>{''.join(self._patterns.values())}</defs>" if self._patterns else ""
        parts = [
            f"<svg{_attributes(root)}>",
            f'<title id="{escape(names[0])}">{_escaped(title)}</title>',
            f'<desc id="{escape(names[1])}">{_escaped(description)}</desc>',
            patterns,
            f'<rect width="{WIDTH}" height="{_number(height)}" fill="{PAPER}"/>',
            *self._shapes,
            "</svg>",
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _add(self, element: str, **attributes: Value) -> None:
        named = {name.replace("_", "-"): value for name, value in attributes.items()}
        self._shapes.append(f"<{element}{_attributes(named)}/>")


def _attributes(named: Mapping[str, Value]) -> str:
    return "".join(
        f' {name}="{_escaped(value) if isinstance(value, str) else _number(value)}"' for name, value in named.items()
    )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """Return a coordinate with at most one decimal, which is finer than anybody sees.

    >>> _number(12.0), _number(0.25), _number(-0.01)
    ('12', '0.2', '0')
    """
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def _escaped(text: str) -> str:
    return escape(clean(text))
