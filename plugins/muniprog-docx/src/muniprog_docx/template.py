"""The municipality's own template: the Word file that a report is written into.

What is in a template would be published with every report. So one that holds macros, leads to other files or names
people is refused, with what to do about it.
"""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

import muniprog
from muniprog_docx.forbidden import definitions, effects, other_files, people
from muniprog_docx.packing import CONTENT_TYPES, packed, unpacked, unpacked_length

_KIND = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEMPLATE, _DOCUMENT = _KIND + b"template.main+xml", _KIND + b"document.main+xml"
_MACROS = b"macroEnabled"
_OF_THE_FILE = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
_ABOUT_THE_TEMPLATE = frozenset(
    [
        "attachedTemplate",  # in somebody's folders
        *("customXml", "mailMergeHeaderSource", "mailMergeSource", "recipientData"),  # what letters were filled with
        *("people", "commentsExtended", "commentsExtensible", "commentsIds"),  # Word keeps them when comments are gone
        "printerSettings",  # the name of somebody's printer
        "stylesWithEffects",  # what Word 2010 reads instead of the styles, and ours are not in it
    ]
)
_SETTINGS_ABOUT_IT = ("w:attachedTemplate", "w:mailMerge", "w:attachedSchema", "w:saveThroughXslt")
_LARGEST_UNPACKED = 50_000_000  # bytes


class TemplateError(muniprog.MuniprogError, ValueError):
    """A template that no report can be printed in."""


def read(path: str | Path) -> muniprog.Template:
    """Return the template in a .docx or .dotx file.

    Raises:
        TemplateError: The file cannot be read.
        ValueProblem: Its name does not end in `.docx` or `.dotx`, or it is too large.
    """
    try:
        return muniprog.Template(name=Path(path).name, content=Path(path).read_bytes())
    except OSError as error:
        raise _error(
            f"The template “{path}” cannot be read: {error.strerror}.",
            f"Mallen ”{path}” kan inte läsas: {error.strerror}.",
            f"Mallipohjaa ”{path}” ei voi lukea: {error.strerror}.",
        ) from error


def ready(template: muniprog.Template) -> bytes:
    """Return a template as the file to write into, without what it tells about itself.

    Raises:
        TemplateError: It is no Word file, or holds what no published file may hold.
    """
    document, name = _document(template), template.name
    _forget_its_making(document)
    _refuse(
        definitions(document),
        f"The template “{name}” holds definitions of its own (DOCTYPE) in {{found}}. Save it anew with Word.",
        f"Mallen ”{name}” innehåller egna definitioner (DOCTYPE) i {{found}}. Spara den på nytt med Word.",
        f"Mallipohjassa ”{name}” on omia määrittelyjä (DOCTYPE): {{found}}. Tallenna se uudelleen Wordilla.",
    )
    _refuse(
        other_files(document),
        f"The template “{name}” leads to other files: {{found}}. Put them into it, or take them out.",
        f"Mallen ”{name}” leder till andra filer: {{found}}. Bädda in dem eller ta bort dem.",
        f"Mallipohja ”{name}” viittaa muihin tiedostoihin: {{found}}. Upota ne tai poista ne.",
    )
    _refuse(
        effects(document),
        f"The template “{name}” holds what could take effect in a report: {{found}}. Take it out.",
        f"Mallen ”{name}” innehåller sådant som kan få verkan i en rapport: {{found}}. Ta bort det.",
        f"Mallipohjassa ”{name}” on sellaista, millä voi olla vaikutusta raportissa: {{found}}. Poista se.",
    )
    _refuse(
        people(document),
        f"The template “{name}” holds comments or tracked changes of {{found}}. Accept or delete them.",
        f"Mallen ”{name}” innehåller kommentarer eller spårade ändringar av {{found}}. Godkänn eller ta bort dem.",
        f"Mallipohjassa ”{name}” on kommentteja tai jäljitettyjä muutoksia: {{found}}. Hyväksy tai poista ne.",
    )
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def damaged(template: muniprog.Template) -> TemplateError:
    """Return the error of a template that is a Word file, but that nothing can be written into."""
    name = template.name
    return _error(
        f"The template “{name}” is damaged. Open it with Word and save it anew.",
        f"Mallen ”{name}” är skadad. Öppna den med Word och spara den på nytt.",
        f"Mallipohja ”{name}” on vioittunut. Avaa se Wordilla ja tallenna se uudelleen.",
    )


def _document(template: muniprog.Template) -> Document:
    parts, name = _parts(template), template.name
    types = parts.get(CONTENT_TYPES, b"")
    if _MACROS in types:
        raise _error(
            f"The template “{name}” holds macros. Save it as .docx or .dotx.",
            f"Mallen ”{name}” innehåller makron. Spara den som .docx eller .dotx.",
            f"Mallipohjassa ”{name}” on makroja. Tallenna se .docx- tai .dotx-tiedostona.",
        )
    parts[CONTENT_TYPES] = types.replace(_TEMPLATE, _DOCUMENT)
    try:
        return docx.Document(BytesIO(packed(parts, smaller=False)))
    except (AttributeError, KeyError, SyntaxError, TypeError, ValueError) as error:
        raise _no_word_file(name) from error


def _parts(template: muniprog.Template) -> dict[str, bytes]:
    name = template.name
    try:
        length = unpacked_length(template.content)
        if length <= _LARGEST_UNPACKED:
            return unpacked(template.content)
    except BadZipFile as error:
        raise _no_word_file(name) from error
    raise _error(
        f"The template “{name}” grows to {length} bytes when it is opened; at most {_LARGEST_UNPACKED} are wanted.",
        f"Mallen ”{name}” blir {length} byte stor när den öppnas; högst {_LARGEST_UNPACKED} får den bli.",
        f"Mallipohja ”{name}” kasvaa avattaessa {length} tavuun; niitä saa olla enintään {_LARGEST_UNPACKED}.",
    )


def _no_word_file(name: str) -> TemplateError:
    return _error(
        f"The template “{name}” is no Word file. Expected is a .docx or .dotx file without a password.",
        f"Mallen ”{name}” är ingen Word-fil. En .docx- eller .dotx-fil utan lösenord väntas.",
        f"Mallipohja ”{name}” ei ole Word-tiedosto. Odotettu tiedosto on .docx tai .dotx ilman salasanaa.",
    )


def _forget_its_making(document: Document) -> None:
    """Forget where a template comes from: what it was made from, by whom, how it was filed, what it was filled with."""
    for name in _SETTINGS_ABOUT_IT:
        for each in document.settings.element.findall(qn(name)):
            document.settings.element.remove(each)
    package = document.part.package
    for each in document.element.findall(f".//{qn('w:sectPr')}/{qn('w:printerSettings')}"):
        each.getparent().remove(each)
    for relation in list(package.rels.values()):
        if relation.reltype not in _OF_THE_FILE:
            del package.rels[relation.rId]
    for part in list(package.iter_parts()):
        for relation in list(part.rels.values()):
            if relation.reltype.rpartition("/")[2] in _ABOUT_THE_TEMPLATE:
                del part.rels[relation.rId]


def _refuse(found: list[str], english: str, swedish: str, finnish: str) -> None:
    if found:
        listed = ", ".join(found)
        raise _error(*(words.replace("{found}", listed) for words in (english, swedish, finnish)))


def _error(english: str, swedish: str, finnish: str) -> TemplateError:
    return TemplateError(muniprog.Text.of({"en": english, "sv": swedish, "fi": finnish}))
