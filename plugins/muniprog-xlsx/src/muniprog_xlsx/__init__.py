"""Forms and reports as Excel workbooks.

Installed beside muniprog both are found by their name or by the ending `.xlsx`:
`muniprog followup forms vasa_2019_2022_sample 2022 -o forms --to xlsx` writes what the owners of a programme are asked,
and `muniprog report followup vasa_2019_2022_sample -o followup.xlsx` prints a report.
"""

import muniprog


class FormWorkbook(muniprog.FormFile):
    """Writes the form of one owner as an Excel workbook, and reads it back also when LibreOffice has saved it."""

    name, suffixes = "xlsx", (".xlsx", ".xlsm", ".ods")
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    title = muniprog.Text.of(
        {"sv": "Excel-arbetsbok, även för LibreOffice", "fi": "Excel-työkirja, myös LibreOfficelle",
         "en": "Excel workbook, for LibreOffice too"}
    )  # fmt: skip

    def write(self, form: "muniprog.Form") -> bytes:
        """Return the form as a workbook. The same form gives the same bytes."""
        from muniprog_xlsx.forms.writing import write_form

        return write_form(form)

    def read(self, data: bytes, file: str) -> "muniprog.FilledForm":
        """Return what stands in a form that has come back, found by its keys.

        Raises:
            SourceError: It is no workbook that can be read, or no form.
        """
        from muniprog_xlsx.forms.reading import read_form

        return read_form(data, file)


class ReportWorkbook(muniprog.ReportBackend):
    """Prints a report as an Excel workbook: an index, the running text, and a sheet with filters for each table."""

    name, suffixes = "xlsx", (".xlsx",)
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    title = muniprog.Text.of({"sv": "Excel-arbetsbok", "fi": "Excel-työkirja", "en": "Excel workbook"})

    def render(self, document: "muniprog.Document") -> bytes:
        """Return the document as a workbook. The same document gives the same bytes.

        Raises:
            MuniprogError: The drawing of a figure cannot be read.
        """
        from muniprog_xlsx.reports.writing import write_report

        return write_report(document)


@muniprog.hookimpl
def muniprog_register_report_backends() -> list[muniprog.ReportBackend]:
    """Return the one report backend of this package."""
    return [ReportWorkbook()]


@muniprog.hookimpl
def muniprog_register_form_files() -> list[muniprog.FormFile]:
    """Return the one form file of this package."""
    return [FormWorkbook()]
