"""Fields: what Word computes when it opens, prints or renews a document."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn

from muniprog_docx.elements import Element

_NAME = re.compile(r"\s*(=|[A-Za-z]+)")
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_WITHIN = "\\l"  # the link leads to a bookmark
_HARMLESS = frozenset(
    "= ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE DOCPROPERTY "
    "DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK IF INDEX INFO KEYWORDS "
    "LASTSAVEDBY LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE QUOTE REF REVNUM SAVEDATE SECTION "
    "SECTIONPAGES SEQ SET STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME "
    "XE".split()
)


def instructions(root: Element) -> Iterator[str]:
    """Yield the instruction of each field in a part; that of a field inside another one comes by itself."""
    for simple in root.iter(qn("w:fldSimple")):
        yield simple.get(qn("w:instr"), "")
    begun: list[str] = []
    for each in root.iter(qn("w:fldChar"), qn("w:instrText")):
        kind = each.get(qn("w:fldCharType"))
        if kind == "begin":
            begun.append("")
        elif kind == "end" and begun:
            yield begun.pop()
        elif kind is None and begun:
            begun[-1] += each.text or ""
    yield from begun


def is_harmless(instruction: str) -> bool:
    """Return whether a field only shows what is in the document, the day, or who reads it.

    One whose name is computed by another field is not.

    >>> is_harmless(" PAGE "), is_harmless(" DDEAUTO cmd"), is_harmless(" ")
    (True, False, False)
    """
    name = _NAME.match(instruction)
    return name is not None and name[1].upper() in _HARMLESS


def address_of(instruction: str) -> str | None:
    """Return the address that a field is a link to; None for a field that is no link, or one within the document.

    >>> address_of('HYPERLINK "https://example.org"'), address_of("PAGE")
    ('https://example.org', None)
    """
    found = _ADDRESS.match(instruction)
    address = None if found is None else found[1] if found[2] is None else found[2]
    return None if address == _WITHIN else address
