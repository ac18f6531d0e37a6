"""Prints the reports of muniprog as Word documents.

Installed beside muniprog it is found by its name or by the ending `.docx`:
`muniprog report programme vasa_2019_2022 -o programme.docx`.
"""

from pathlib import Path

import attrs

import muniprog


@attrs.frozen
class Docx(muniprog.ReportBackend):
    """Prints a report as a Word document.

    Attributes:
        template: The path of the municipality's own Word file (.docx or .dotx), whose styles, page, head and foot
            are used; that of the document's look where it is None, and muniprog's own where that has none either.
    """

    name, suffixes = "docx", (".docx",)
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    title = muniprog.Text.of({"en": "Word document", "sv": "Word-dokument", "fi": "Word-asiakirja"})

    template: str | Path | None = None

    def render(self, document: muniprog.Document) -> bytes:
        """Return the file.

        Raises:
            TemplateError: The template cannot be read, or brings along what no published file may hold.
            ValueProblem: The template is too large, or no .docx or .dotx file.
        """
        from muniprog_docx.template import read
        from muniprog_docx.trial import tried
        from muniprog_docx.writing import write

        template = document.look.template if self.template is None else read(self.template)
        return write(document, None if template is None else tried(template))


@muniprog.hookimpl
def muniprog_register_report_backends() -> list[muniprog.ReportBackend]:
    """Return the one backend of this package."""
    return [Docx()]
