"""The contract of a form file, run on workbooks."""

from io import BytesIO

import openpyxl

from muniprog.testing import FormFileContract
from muniprog_xlsx import FormWorkbook


class TestWorkbook(FormFileContract):
    form_file = FormWorkbook()

    def fill(self, data: bytes, answers: dict[tuple[str, str], str]) -> bytes:
        workbook = openpyxl.load_workbook(BytesIO(data))
        filled = set()
        for sheet in workbook.worksheets:
            lines = list(sheet.iter_rows())
            fields = {cell.value: cell.column for line in lines for cell in line if isinstance(cell.value, str)}
            for line in lines:
                for (key, field), answer in answers.items():
                    if line and line[0].value == key and field in fields:
                        sheet.cell(line[0].row, fields[field]).value = answer
                        sheet.cell(line[0].row, fields[field]).data_type = "s"
                        filled.add((key, field))
        assert filled == answers.keys()
        saved = BytesIO()
        workbook.save(saved)
        return saved.getvalue()
