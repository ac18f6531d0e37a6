"""Styles by their names: those of the template win, and muniprog's own are added where it has none of that name.

Word keeps a built-in style under its English name, whatever language the user sees, but under an identifier in the
language of whoever made the template. So a style is found by its name.
"""

from collections.abc import Callable
from copy import deepcopy

from docx.oxml.ns import qn

from muniprog_docx.elements import Element

_REFERENCES = ("w:basedOn", "w:next", "w:link")


class Styles:
    """The styles of a document that is being written.

    Args:
        element: The styles that are there.
        ours: Our own styles.
        list_for: Returns the list of the document that stands for one of our own lists.
    """

    def __init__(self, element: Element, ours: Element, list_for: Callable[[int], int]) -> None:
        self._element = element
        self._list_for = list_for
        self._identifiers = {_key(style): _identifier(style) for style in element.findall(qn("w:style"))}
        self._ours = {_key(style): style for style in ours.findall(qn("w:style"))}

    def paragraph(self, name: str) -> str:
        """Return the identifier of a paragraph style."""
        return self._find("paragraph", name)

    def character(self, name: str) -> str:
        """Return the identifier of a character style."""
        return self._find("character", name)

    def table(self, name: str) -> str:
        """Return the identifier of a table style."""
        return self._find("table", name)

    def _find(self, kind: str, name: str) -> str:
        key = (kind, name.casefold())
        return self._identifiers[key] if key in self._identifiers else self._add(key)

    def _add(self, key: tuple[str, str]) -> str:
        style = deepcopy(self._ours[key])
        identifier = _identifier(style)
        while identifier in self._identifiers.values():
            identifier = f"{identifier}M"
        self._identifiers[key] = identifier
        style.set(qn("w:styleId"), identifier)
        style.attrib.pop(qn("w:default"), None)
        self._element.append(style)
        self._settle(style)
        return identifier

    def _settle(self, style: Element) -> None:
        """Let an added style speak of the styles and lists of this document."""
        names = {_identifier(other): key for key, other in self._ours.items()}
        for tag in _REFERENCES:
            for reference in style.findall(qn(tag)):
                reference.set(qn("w:val"), self._find(*names[reference.get(qn("w:val"))]))
        for number in style.iter(qn("w:numId")):
            number.set(qn("w:val"), str(self._list_for(int(number.get(qn("w:val"))))))


def _key(style: Element) -> tuple[str, str]:
    return style.get(qn("w:type"), "paragraph"), style.find(qn("w:name")).get(qn("w:val")).casefold()


def _identifier(style: Element) -> str:
    return str(style.get(qn("w:styleId")))
