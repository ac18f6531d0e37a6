"""The contract of a report backend, run on Word documents."""

from collections.abc import Hashable, Iterable
from io import BytesIO
from typing import ClassVar

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from muniprog.interfaces import ReportBackend
from muniprog.testing import ReportBackendContract
from muniprog_docx import Docx

LINES = {"p", "br", "tc"}
TEXT = {qn(f"w:{name}") for name in ("t", "br", "softHyphen", "noBreakHyphen")}
SIGNS = {"softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}


class TestDocx(ReportBackendContract):
    backend: ClassVar[ReportBackend] = Docx()

    def text_of(self, file: bytes) -> str:
        read: list[str] = []
        for each in docx.Document(BytesIO(file)).element.body.iter():
            name = each.tag.rpartition("}")[2]
            if name == "t":
                read.append(each.text or "")
            elif name == "docPr":
                read.append(each.get("descr"))
            else:
                read.append("\n" if name in LINES else SIGNS.get(name, ""))
        return "".join(read)

    def pages(self, file: bytes) -> list[str]:
        """Return head and foot of each kind of page; that they are on paper is proved with LibreOffice."""
        sections = docx.Document(BytesIO(file)).sections
        around = [(*section.header.paragraphs, *section.footer.paragraphs) for section in sections]
        return ["\n".join(line.text for line in lines) for lines in around]

    def links(self, file: bytes) -> Iterable[str]:
        relations = docx.Document(BytesIO(file)).part.rels.values()
        return [each.target_ref for each in relations if each.reltype == RELATIONSHIP_TYPE.HYPERLINK]

    def shape(self, file: bytes) -> Hashable:
        """Return all elements but those that a text consists of: hyphens and line breaks are some."""
        elements = docx.Document(BytesIO(file)).element.iter()
        return tuple((each.tag, *sorted(each.attrib)) for each in elements if each.tag not in TEXT)
