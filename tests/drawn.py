"""What a drawing shows, read back by a strict XML parser."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from muniprog.document import Figure

SVG = "{http://www.w3.org/2000/svg}"


def tree(figure: Figure) -> ET.Element:
    """The drawing as a parsed document."""
    return ET.fromstring(figure.svg)


def words(figure: Figure) -> list[str]:
    """All lines of text, in the order in which they are drawn."""
    return ["".join(each.itertext()) for each in tree(figure).iter(f"{SVG}text")]


def shapes(figure: Figure, name: str, **style: str) -> list[ET.Element]:
    """The shapes of a kind that have these attributes, without the ground and what patterns hold."""
    root = tree(figure)
    inside = {id(each) for pattern in root.iter(f"{SVG}pattern") for each in pattern.iter()}
    found = [each for each in root.iter(SVG + name) if id(each) not in inside]
    return [
        each
        for each in (found[1:] if name == "rect" else found)
        if all(each.get(key.replace("_", "-")) == value for key, value in style.items())
    ]


def points(shape: ET.Element) -> list[tuple[float, float]]:
    """The corners of a polygon or polyline."""
    pairs = (pair.split(",") for pair in shape.get("points", "").split())
    return [(float(x), float(y)) for x, y in pairs]


def identifiers(figure: Figure) -> Iterator[str]:
    """The identifiers that a drawing sets, and those that it refers to."""
    for each in tree(figure).iter():
        yield from (each.get(name, "") for name in ("id",) if each.get(name))


def references(figure: Figure) -> set[str]:
    """The identifiers that a drawing refers to."""
    labelled = set((tree(figure).get("aria-labelledby") or "").split())
    return labelled | set(re.findall(r"url\(#([^)]*)\)", figure.svg))
