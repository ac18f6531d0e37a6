"""Prints the reports of muniprog as LaTeX.

Installed beside muniprog it is found by its name or by the ending `.tex`:
`muniprog report programme vasa_2019_2022 -o programme.tex`.
"""

import muniprog


class Latex(muniprog.ReportBackend):
    """Prints a report as a LaTeX document."""

    name, suffixes, media_type = "latex", (".tex",), "application/x-tex"
    title = muniprog.Text.of({"sv": "LaTeX, för tryck", "fi": "LaTeX, painoa varten", "en": "LaTeX, for print"})

    def render(self, document: "muniprog.Document") -> bytes:
        """Return the document as LaTeX in UTF-8."""
        from muniprog_latex.page import typeset

        return typeset(document).encode()


@muniprog.hookimpl
def muniprog_register_report_backends() -> list[muniprog.ReportBackend]:
    """Return the one backend of this package."""
    return [Latex()]
