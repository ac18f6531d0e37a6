"""The contract of a form file, run on CSV."""

import csv
import io

from muniprog.form_files.csv import CsvForm
from muniprog.testing import FormFileContract


class TestCsv(FormFileContract):
    form_file = CsvForm()

    def fill(self, data: bytes, answers: dict[tuple[str, str], str]) -> bytes:
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        for line in lines:
            name = (line[0].strip("[]"), line[1].strip("[]"))
            line[-1] = answers.get(name, line[-1])
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=";").writerows(lines)
        return stream.getvalue().encode()


class TestCsvThatNobodyFillsIn(FormFileContract):
    """A form file that no program can fill in keeps the rest of the contract."""

    form_file = CsvForm()
