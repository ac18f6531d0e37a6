"""A page of the documentation, as the surroundings of what a directive prints on it."""

from collections.abc import Iterable

from docutils import nodes
from sphinx import addnodes

import muniprog
from muniprog_sphinx.domain import MENTION, MuniprogDomain, Shown


class Place:
    """Where a directive prints a document: settles the anchors of the document among the names of the page.

    The identifier of an item is its name on the page too, unless the page has that name already.

    Args:
        domain: What remembers where items are shown.
        page: The page.
        programme: The programme that the document is about.
        blocks: What is printed.
        former: Earlier anchors, each with its anchor of now.
        rank: How good a place this is to send readers of an item to; less is better. None for no place at all.
    """

    def __init__(
        self,
        domain: MuniprogDomain,
        page: nodes.document,
        programme: muniprog.Programme,
        blocks: Iterable[muniprog.Block],
        *,
        former: Iterable[tuple[str, str]] = (),
        rank: int | None = None,
    ) -> None:
        self._domain, self._page, self._programme, self._rank = domain, page, programme, rank
        self._reserved: set[str] = set()
        anchors = {anchor for block in muniprog.walk(blocks) for anchor in muniprog.anchors_of(block)}
        self._names: dict[str, str] = {anchor: self._free(anchor) for anchor in sorted(anchors)}
        self._former: dict[str, list[str]] = {}
        for before, now in former:
            self._former.setdefault(now, []).append(before)

    def settle(self, node: nodes.Element, anchor: str) -> None:
        """Let links to the anchor arrive at a node, and remember that its item is shown there."""
        if not anchor:
            return
        for name in (self._names[anchor], *map(self._free, self._former.get(anchor, ()))):
            self._take(node, name)
        if self._rank is not None and anchor in self._programme:
            item = self._programme[anchor]
            self._domain.note(self._programme, item, Shown(self._rank, self._domain.env.docname, self._names[anchor]))

    def number(self, section: nodes.section, title: str) -> None:
        """Give a section without an anchor a name out of its title: contents and search need one."""
        self._take(section, self._free(nodes.make_id(title) or "section"))

    def lead(self, anchor: str, inside: list[nodes.Node]) -> nodes.Node:
        """Return a link to the anchor; where it is on another page, Sphinx finds out when it knows all pages."""
        if anchor in self._names:
            return nodes.reference("", "", *inside, refid=self._names[anchor], internal=True)
        if anchor in self._programme:
            return self._elsewhere(anchor, inside)
        return nodes.inline("", "", *inside)

    def name(self, anchor: str, inside: list[nodes.Node]) -> list[nodes.Node]:
        """Return what names the item that is shown at the anchor; a link, where another page tells it in full."""
        if anchor not in self._programme or any(map(_has_link, inside)):
            return inside
        return [self._elsewhere(anchor, inside, here=self._names[anchor])]

    def _elsewhere(self, anchor: str, inside: list[nodes.Node], here: str = "") -> addnodes.pending_xref:
        """Return a link to the best place that shows an item; `here` is where it stands itself on such a place."""
        return addnodes.pending_xref(
            "",
            nodes.inline("", "", *inside),
            refdomain=MuniprogDomain.name,
            reftype=MENTION,
            reftarget=anchor,
            programme=self._programme.id,
            item=self._programme[anchor].id,
            refdoc=self._domain.env.docname,
            here=here,
        )

    def _free(self, name: str) -> str:
        """Return the name, or the name and a number where something on the page has it already."""
        names = (name, *(f"{name}-{number}" for number in range(2, len(self._page.ids) + len(self._reserved) + 3)))
        free = next(each for each in names if each not in self._page.ids and each not in self._reserved)
        self._reserved.add(free)
        return free

    def _take(self, node: nodes.Element, name: str) -> None:
        node["ids"].append(name)
        self._page.ids[name] = node


def _has_link(node: nodes.Node) -> bool:
    return any(isinstance(below, (nodes.reference, addnodes.pending_xref)) for below in node.findall())
