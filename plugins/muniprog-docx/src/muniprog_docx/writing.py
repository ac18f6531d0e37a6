"""A whole document as a Word file."""

from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn

import muniprog
from muniprog_docx.body import Body
from muniprog_docx.elements import Element
from muniprog_docx.flow import Flow
from muniprog_docx.head_and_foot import write_foot, write_notice
from muniprog_docx.links import Links
from muniprog_docx.lists import Lists
from muniprog_docx.looks import styles_in
from muniprog_docx.packing import empty_file, packed, unpacked
from muniprog_docx.pages import Pages
from muniprog_docx.pictures import Pictures
from muniprog_docx.properties import set_language, set_properties
from muniprog_docx.prose import Pen
from muniprog_docx.styles import Styles


def write(document: muniprog.Document, template: bytes | None) -> bytes:
    """Return a document as a Word file.

    Args:
        document: The document.
        template: The Word file that it is written into; None for muniprog's own looks.
    """
    ours = styles_in(document.look)
    is_ours = template is None
    file = docx.Document(BytesIO(empty_file(serialize_part_xml(ours)) if template is None else template))
    lists = Lists(file.part, is_ours=is_ours)
    styles = Styles(file.styles.element, ours, lists.list_for)
    set_language(file, document.language)
    _write_text(document, file, styles, lists, pages_may_turn=is_ours)
    if document.notice:
        write_notice(file, styles, document.notice, document.language)
    write_foot(file, styles, document.title, document.look.footer, document.language)
    set_properties(file, document.title, document.language)
    return _saved(file)


def _write_text(
    document: muniprog.Document, file: Document, styles: Styles, lists: Lists, *, pages_may_turn: bool
) -> None:
    """Write the text at the end of what is there, on the pages of that end."""
    end = file.element.body.get_or_add_sectPr()
    _remove_empty_paragraph(end.getprevious())
    pen = Pen(styles, Links(file.part, _last_bookmark(file), document.former))
    flow = Flow(styles, Pages(file.sections[-1], end, may_turn=pages_may_turn))
    Body(flow, pen, lists, Pictures(file.part)).write(document, with_logo=not _has_picture(file))
    for element in flow.elements:
        end.addprevious(element)


def _has_picture(file: Document) -> bool:
    """Return whether there is a picture already, which in a template is the municipality's arms or the like."""
    relations = (relation for part in file.part.package.iter_parts() for relation in part.rels.values())
    return any(relation.reltype == RELATIONSHIP_TYPE.IMAGE for relation in relations)


def _remove_empty_paragraph(last: Element | None) -> None:
    """Remove the empty paragraph that a template ends with, so that no empty page comes before the report."""
    if last is None or last.tag != qn("w:p") or any(child.tag != qn("w:pPr") for child in last):
        return
    if last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:  # else it ends a section, and the page goes with it
        last.getparent().remove(last)


def _last_bookmark(file: Document) -> int:
    return max((int(mark.get(qn("w:id"))) for mark in file.element.iter(qn("w:bookmarkStart"))), default=0)


def _saved(file: Document) -> bytes:
    stream = BytesIO()
    file.save(stream)
    return packed(unpacked(stream.getvalue()))
