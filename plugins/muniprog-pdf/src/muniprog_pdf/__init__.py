"""Prints the reports of muniprog as tagged PDF (PDF/UA-1) that everybody can read.

Installed beside muniprog it is found by its name or by the ending `.pdf`:
`muniprog report programme vasa_2019_2022 -o programme.pdf`.
"""

import muniprog


class Pdf(muniprog.ReportBackend):
    """Prints a report as a tagged PDF."""

    name, suffixes, media_type = "pdf", (".pdf",), "application/pdf"
    title = muniprog.Text.of(
        {"sv": "PDF som alla kan läsa", "fi": "Saavutettava PDF", "en": "PDF that everybody can read"}
    )

    def render(self, document: "muniprog.Document") -> bytes:
        """Return the document as PDF/UA-1.

        Raises:
            PdfError: The document cannot be printed, for instance because a picture in it is none.
        """
        from muniprog_pdf.page import describe
        from muniprog_pdf.tags import with_whole_tags
        from muniprog_pdf.typesetting import typeset

        tables = [block for block in document.walk() if isinstance(block, muniprog.Table)]
        return with_whole_tags(typeset(describe(document)), tables)


@muniprog.hookimpl
def muniprog_register_report_backends() -> list[muniprog.ReportBackend]:
    """Return the one backend of this package."""
    return [Pdf()]
