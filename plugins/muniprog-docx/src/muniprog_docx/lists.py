"""Lists as Word knows them: definitions, and a number for each list that counts from one."""

from copy import deepcopy

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from docx.parts.numbering import NumberingPart

from muniprog_docx.elements import Element, w
from muniprog_docx.packing import skeleton

LEVELS = 5
"""How deep lists may stand in each other; deeper ones look like the deepest."""

_COUNTING = 7  # the list of our own that counts


class Lists:
    """The lists of a document that is being written. Those of the skeleton are added to a template when one is used."""

    def __init__(self, part: DocumentPart, *, is_ours: bool) -> None:
        self._part = part
        self._known = {number: number for number in range(1, _COUNTING + 1)} if is_ours else {}

    def list_for(self, ours: int) -> int:
        """Return the number that one of our own lists has in this document."""
        if ours not in self._known:
            definition = self._define(ours)
            self._known[ours] = self._add(w("abstractNumId", val=definition))
        return self._known[ours]

    def counting(self) -> int:
        """Return the number of a new list that counts from one."""
        root = self._root()
        ours = self.list_for(_COUNTING)
        (alike,) = (each for each in root.findall(qn("w:num")) if each.get(qn("w:numId")) == str(ours))
        restarts = (w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in range(LEVELS))
        return self._add(deepcopy(alike.find(qn("w:abstractNumId"))), *restarts)

    def _add(self, *content: Element) -> int:
        root = self._root()
        number = _next(root, "w:num", "w:numId")
        nums = root.findall(qn("w:num")) or root.findall(qn("w:abstractNum"))
        nums[-1].addnext(w("num", *content, numId=number))
        return number

    def _define(self, ours: int) -> int:
        root = self._root()
        definitions = parse_xml(skeleton("numbering.xml")).findall(qn("w:abstractNum"))
        (definition,) = (each for each in definitions if each.get(qn("w:abstractNumId")) == str(ours))
        number = _next(root, "w:abstractNum", "w:abstractNumId")
        definition.set(qn("w:abstractNumId"), str(number))
        there = root.findall(qn("w:abstractNum"))
        if there:
            there[-1].addnext(definition)
        else:
            root.insert(0, definition)
        return number

    def _root(self) -> Element:
        """Return the root of the lists, in a part of their own that is made where a template has none."""
        part = self._part
        if not any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in part.rels.values()):
            made = NumberingPart(
                PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, w("numbering"), part.package
            )
            part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        root: Element = part.numbering_part.element
        return root


def _next(root: Element, tag: str, attribute: str) -> int:
    return 1 + max((int(each.get(qn(attribute))) for each in root.findall(qn(tag))), default=0)
