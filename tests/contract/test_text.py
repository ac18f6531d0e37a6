"""The contract of a report backend, run on plain text that is wide enough for every line."""

from typing import ClassVar

from muniprog.backends.text import TextBackend
from muniprog.interfaces import ReportBackend
from muniprog.testing import ReportBackendContract
from tests.contract.readers import text_of_plain


class TestText(ReportBackendContract):
    backend: ClassVar[ReportBackend] = TextBackend(columns=10_000)

    def text_of(self, file: bytes) -> str:
        return text_of_plain(file.decode())
