"""Writes what muniprog asks the owners of a programme as Excel workbooks, and reads the answers back.

Installed beside muniprog it is found by its name or by the ending `.xlsx`:
`muniprog followup forms vasa_2019_2022_sample 2022 -o forms --to xlsx`.
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


@muniprog.hookimpl
def muniprog_register_form_files() -> list[muniprog.FormFile]:
    """Return the one form file of this package."""
    return [FormWorkbook()]
