"""What a template may not bring along: it would be published with every report, or take effect when one is opened.

Each function returns what it has found, sorted. Of relationships and fields those that are known to be harmless are
let through, since the others are too many to know.
"""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

import muniprog
from muniprog_docx.elements import Element
from muniprog_docx.fields import address_of, instructions, is_harmless
from muniprog_docx.links import outside_address

_HARMLESS_PARTS = frozenset(
    "chart chartColorStyle chartStyle chartUserShapes comments diagramColors diagramData diagramDrawing diagramLayout "
    "diagramQuickStyle endnotes font fontTable footer footnotes glossaryDocument hdphoto header hyperlink image "
    "numbering settings styles theme themeOverride webSettings".split()
)
_DRAWN = "{urn:schemas-microsoft-com:vml}*"  # drawings of the old kind name files without a relationship
_NAMES_FILE = re.compile(r"(\{urn:schemas-microsoft-com:office:office\})?(src|href|althref)")
_PICTURES = ("imagedata", "fill", "stroke")
_FILM = "{http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing}webVideoPr"
_AUTHORS = "//@*[local-name() = 'author']"


def definitions(document: Document) -> list[str]:
    """Return the parts with entities of their own; nothing puts them in but somebody who means harm."""
    return sorted({part.partname for part, root in _roots(document) if root.getroottree().docinfo.doctype})


def other_files(document: Document) -> list[str]:
    """Return the addresses that the file leads to, but for links to pages and mail, which somebody has to click."""
    found: set[str] = set()
    for part in _parts(document):
        for relation in part.rels.values():
            is_link = relation.reltype == RELATIONSHIP_TYPE.HYPERLINK
            if relation.is_external and not (is_link and outside_address(relation.target_ref)):
                found.add(relation.target_ref)
    for _, root in _roots(document):
        found.update(_files_of_drawings(root))
        addresses = filter(None, map(address_of, instructions(root)))
        found.update(address for address in addresses if not outside_address(address))
    return sorted(found)


def _files_of_drawings(root: Element) -> Iterator[str]:
    for drawn in root.iter(_DRAWN):
        for name, value in drawn.attrib.items():
            is_link = name == "href" and not drawn.tag.endswith(_PICTURES)
            if _NAMES_FILE.fullmatch(name) and not (is_link and outside_address(value)):
                yield value


def people(document: Document) -> list[str]:
    """Return the names of people in comments and tracked changes."""
    return sorted({str(name) for _, root in _roots(document) for name in root.xpath(_AUTHORS)})


def effects(document: Document) -> list[str]:
    """Return what could take effect: programs, embedded objects, films, fields that fetch or run something."""
    found: set[str] = set()
    for part in _parts(document):
        kinds = {relation.reltype.rpartition("/")[2] for relation in part.rels.values()}
        found |= kinds - _HARMLESS_PARTS
        if part.content_type == "image/svg+xml" and not _is_plain_picture(part.blob):
            found.add(part.partname)
    for _, root in _roots(document):
        found |= {field.strip() or "{ }" for field in instructions(root) if not is_harmless(field)}
        found |= {"webVideoPr" for _ in root.iter(_FILM)}
    return sorted(found)


def _is_plain_picture(content: bytes) -> bool:
    try:
        muniprog.Logo(content=content, alternative="?")  # it looks at its picture closely
    except muniprog.ValueProblem:
        return False
    return True


def _parts(document: Document) -> Iterator[Part]:
    yield from document.part.package.iter_parts()


def _roots(document: Document) -> Iterator[tuple[Part, Element]]:
    """Yield each part that is XML, also those of which the library keeps the bytes only."""
    for part in _parts(document):
        if isinstance(part, XmlPart):
            yield part, part.element
        elif part.content_type.endswith("xml"):
            yield part, parse_xml(part.blob)
