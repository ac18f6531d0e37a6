"""The properties of the file: what it is called and in which language, and neither who nor when nor where."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

import muniprog
from muniprog_docx.elements import Element
from muniprog_docx.languages import word_tag

_LONGEST = 255
_NO_LANGUAGE = "x-none"


def set_properties(document: Document, title: muniprog.Prose, language: str) -> None:
    """Set the title and the language of the file, and nothing else: what a template tells is about the template."""
    properties = document.core_properties  # made where a template has none
    root: Element = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for each in list(root):
        root.remove(each)
    properties.title = muniprog.plain(title).replace("\n", " ")[:_LONGEST]
    properties.language = word_tag(language) or ""


def set_language(document: Document, language: str) -> None:
    """Set the language of everything that names none."""
    for default in document.styles.element.iter(qn("w:rPrDefault")):
        for each in default.iter(qn("w:lang")):
            each.set(qn("w:val"), word_tag(language) or _NO_LANGUAGE)
