"""What a document needs to know of the page that it is printed on."""

from typing import Protocol

from docutils import nodes


class Surroundings(Protocol):
    """Knows the names that links of a document lead to, and what they are called on this page."""

    def settle(self, node: nodes.Element, anchor: str) -> None:
        """Let links to the anchor arrive at a node; nothing for no anchor."""
        ...

    def number(self, section: nodes.section, title: str) -> None:
        """Give a section that has no anchor a name made out of its title; contents and search need one."""
        ...

    def lead(self, anchor: str, inside: list[nodes.Node]) -> nodes.Node:
        """Return a link to the anchor around nodes, or something else around them where it leads nowhere."""
        ...

    def name(self, anchor: str, inside: list[nodes.Node]) -> list[nodes.Node]:
        """Return what names the thing that is shown at the anchor: the nodes, or a link to where it is told in full."""
        ...
