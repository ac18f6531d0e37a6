"""The contract of a report backend, run on PDF, which is read by its tags."""

from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import ClassVar
from unicodedata import bidirectional, category, normalize

import pytest

import muniprog
from muniprog.testing import ReportBackendContract
from muniprog.testing.report_backends.samples import HOSTILE
from muniprog_pdf import Pdf
from tests.contract import pdf_reading

read = lru_cache(maxsize=100)(pdf_reading.read)  # several tests of the contract look at the same file


class TestPdf(ReportBackendContract):
    backend: ClassVar[muniprog.ReportBackend] = Pdf()

    def text_of(self, file: bytes) -> str:
        """Return what is read aloud. Whatever a document holds, its file keeps the rules of PDF/UA-1."""
        assert pdf_reading.broken_rules(file) == []
        return read(file).text

    def pages(self, file: bytes) -> list[str]:
        return pdf_reading.pages_of(file)

    def links(self, file: bytes) -> Iterable[str]:
        return pdf_reading.links_of(file)

    def fold(self, text: str) -> str:
        """Return a text without ends of lines, and without marks that only join or part letters.

        What is written from right to left is printed well, but stands in the file in the order in which it is seen.
        """
        return "".join(
            each
            for each in normalize("NFC", text)
            if not each.isspace() and category(each) != "Cf" and bidirectional(each) not in {"R", "AL"}
        )

    def shape(self, file: bytes) -> Hashable:
        """Return the kinds of tags, without those that depend on where a page ends or which letters a font has."""
        kinds = (piece.kind for piece in read(file).walk())
        return tuple(kind for kind in kinds if kind not in {"Div", "Em", "Figure", "Span", "Strong"})

    @pytest.mark.slow
    @pytest.mark.parametrize("name", HOSTILE)
    def test_every_text_stays_text_in_every_place(self, name: str) -> None:
        """A document of six pages for each text; what says it by itself is quick and runs always."""
        super().test_every_text_stays_text_in_every_place(name)

    @pytest.mark.slow
    def test_no_text_changes_the_shape_of_a_file(self) -> None:
        """The same documents once more, and their harmless twins."""
        super().test_no_text_changes_the_shape_of_a_file()
