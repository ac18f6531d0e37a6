"""Places in a document that an address may lead to, such as `programme.pdf#boende`.

By itself the typesetter makes such places of headings only. Here all anchors become some, also former ones: who has
kept an address from before an identifier was changed still comes to the right place.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from pikepdf import Pdf

QUESTION = """query(selector(heading).or(metadata)).filter(it => it.has("label") and it.label != <_sign>).map(it => {
  let place = it.location().position()
  (str(it.label), place.page, place.x.pt(), place.y.pt())
})"""
"""What the typesetter is asked about a document that it has set."""

_LINE = 10.0
"""How far above its place, in points, a reader begins to look, so that the line there is seen whole."""


@attrs.frozen
class Place:
    """A place on a page.

    Attributes:
        page: Number of the page; the first is 1.
        left: How far it is from the left edge of the page, in points.
        top: How far it is from the top edge of the page, in points.
    """

    page: int
    left: float
    top: float


def places(answer: str) -> dict[str, Place]:
    """Return the place of each anchor, as the typesetter told it.

    >>> places('[["boende", 2, 42.5, 76.3]]')
    {'boende': Place(page=2, left=42.5, top=76.3)}
    """
    return {anchor: Place(page, left, top) for anchor, page, left, top in json.loads(answer)}


def name_places(file: "Pdf", found: Mapping[str, Place], former: Iterable[tuple[str, str]]) -> None:
    """Give a PDF its named places.

    Args:
        file: The PDF.
        found: Where each anchor is.
        former: Anchors of before, each with its anchor of now.
    """
    from pikepdf import Array, Dictionary, Name, NameTree

    named = {**{anchor: anchor for anchor in found}, **dict(former)}
    if not named:
        return
    if Name.Names not in file.Root:
        file.Root.Names = Dictionary()
    if Name.Dests not in file.Root.Names:
        file.Root.Names.Dests = NameTree.new(file).obj
    tree = NameTree(file.Root.Names.Dests)
    for name, anchor in named.items():
        place = found[anchor]
        page = file.pages[place.page - 1]
        height = float(page.mediabox[3])
        top = min(height, height - place.top + _LINE)
        tree[name] = Array([page.obj, Name.XYZ, round(place.left, 2), round(top, 2), None])
