"""The municipality's own template: the Word file that a report is written into.

What is in a template would be published with every report. So one that holds macros, leads to other files or names
people is refused, with what to do about it.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

import muniprog
from muniprog_docx.elements import Element
from muniprog_docx.links import outside_address
from muniprog_docx.packing import CONTENT_TYPES, packed, unpacked

_KIND = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEMPLATE, _DOCUMENT = _KIND + b"template.main+xml", _KIND + b"document.main+xml"
_MACROS = b"macroEnabled"
_ABOUT_THE_TEMPLATE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",  # in somebody's folders
    RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,  # labels of document management, with the addresses of people
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,  # the organisation, the hours of work
    RELATIONSHIP_TYPE.THUMBNAIL,
)


class TemplateError(muniprog.MuniprogError, ValueError):
    """A template that no report can be printed in."""


def read(path: str | Path) -> muniprog.Template:
    """Return the template in a .docx or .dotx file.

    Raises:
        TemplateError: The file cannot be read.
    """
    try:
        return muniprog.Template(name=Path(path).name, content=Path(path).read_bytes())
    except OSError as error:
        raise _error(
            f"The template “{path}” cannot be read: {error.strerror}.",
            f"Mallen ”{path}” kan inte läsas: {error.strerror}.",
            f"Mallipohjaa ”{path}” ei voi lukea: {error.strerror}.",
        ) from error


def opened(template: muniprog.Template) -> Document:
    """Return a template as the document to write into.

    Raises:
        TemplateError: It is no Word file, holds macros or entities, leads to other files, or names people.
    """
    document, name = _document(template), template.name
    _forget_its_making(document)
    _refuse(
        sorted(_parts_with_definitions(document)),
        f"The template “{name}” holds definitions of its own (DOCTYPE) in {{found}}. Save it anew with Word.",
        f"Mallen ”{name}” innehåller egna definitioner (DOCTYPE) i {{found}}. Spara den på nytt med Word.",
        f"Mallipohjassa ”{name}” on omia määrittelyjä (DOCTYPE): {{found}}. Tallenna se uudelleen Wordilla.",
    )
    _refuse(
        sorted(_other_files(document)),
        f"The template “{name}” leads to other files: {{found}}. Put them into it, or take them out.",
        f"Mallen ”{name}” leder till andra filer: {{found}}. Bädda in dem eller ta bort dem.",
        f"Mallipohja ”{name}” viittaa muihin tiedostoihin: {{found}}. Upota ne tai poista ne.",
    )
    _refuse(
        sorted(_people(document)),
        f"The template “{name}” holds comments or tracked changes of {{found}}. Accept or delete them.",
        f"Mallen ”{name}” innehåller kommentarer eller spårade ändringar av {{found}}. Godkänn eller ta bort dem.",
        f"Mallipohjassa ”{name}” on kommentteja tai jäljitettyjä muutoksia: {{found}}. Hyväksy tai poista ne.",
    )
    return document


def _document(template: muniprog.Template) -> Document:
    name = template.name
    try:
        parts = unpacked(template.content)
        types = parts.get(CONTENT_TYPES, b"")
        parts[CONTENT_TYPES] = types.replace(_TEMPLATE, _DOCUMENT)
        document = None if _MACROS in types else docx.Document(BytesIO(packed(parts)))
    except (AttributeError, BadZipFile, KeyError, SyntaxError, ValueError) as error:
        raise _error(
            f"The template “{name}” is no Word file. Expected is a .docx or .dotx file.",
            f"Mallen ”{name}” är ingen Word-fil. En .docx- eller .dotx-fil väntas.",
            f"Mallipohja ”{name}” ei ole Word-tiedosto. Odotettu tiedosto on .docx tai .dotx.",
        ) from error
    if document is None:
        raise _error(
            f"The template “{name}” holds macros. Save it as .docx or .dotx.",
            f"Mallen ”{name}” innehåller makron. Spara den som .docx eller .dotx.",
            f"Mallipohjassa ”{name}” on makroja. Tallenna se .docx- tai .dotx-tiedostona.",
        )
    return document


def _forget_its_making(document: Document) -> None:
    """Forget where a template comes from: what it was made from, by whom, and how it was filed."""
    settings: Element = document.settings.element
    for attached in settings.findall(qn("w:attachedTemplate")):
        settings.remove(attached)
    package = document.part.package
    for relations in (package.rels, *(part.rels for part in package.iter_parts())):
        for relation in list(relations.values()):
            if relation.reltype in _ABOUT_THE_TEMPLATE:
                del relations[relation.rId]


def _other_files(document: Document) -> Iterator[str]:
    for part in document.part.package.iter_parts():
        for relation in part.rels.values():
            is_link = relation.reltype == RELATIONSHIP_TYPE.HYPERLINK
            if relation.is_external and not (is_link and outside_address(relation.target_ref)):
                yield relation.target_ref


def _people(document: Document) -> set[str]:
    return {str(name) for part in _parts_read(document) for name in part.element.xpath("//@w:author")}


def _parts_with_definitions(document: Document) -> Iterator[str]:
    """Yield the parts with entities of their own; nothing puts them in but somebody who means harm."""
    for part in _parts_read(document):
        if part.element.getroottree().docinfo.doctype:
            yield part.partname


def _parts_read(document: Document) -> Iterator[XmlPart]:
    return (part for part in document.part.package.iter_parts() if isinstance(part, XmlPart))


def _refuse(found: list[str], english: str, swedish: str, finnish: str) -> None:
    if found:
        listed = ", ".join(found)
        raise _error(*(words.replace("{found}", listed) for words in (english, swedish, finnish)))


def _error(english: str, swedish: str, finnish: str) -> TemplateError:
    return TemplateError(muniprog.Text.of({"en": english, "sv": swedish, "fi": finnish}))
