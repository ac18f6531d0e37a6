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

        Where a font of its look is not there, another one is taken and a `FontWarning` says so.

        Raises:
            PdfError: The document cannot be printed, for instance because a picture in it is none.
        """
        from muniprog_pdf.finishing import finished
        from muniprog_pdf.fonts import warn_of_missing
        from muniprog_pdf.page import describe
        from muniprog_pdf.typesetting import typeset

        warn_of_missing(document.look)
        return finished(typeset(describe(document)), document)


@muniprog.hookimpl
def muniprog_register_report_backends() -> list[muniprog.ReportBackend]:
    """Return the one backend of this package."""
    return [Pdf()]
