"""The contract of a report backend, run on web pages."""

from collections.abc import Hashable, Iterable
from typing import ClassVar

from muniprog.backends.html import HtmlBackend
from muniprog.interfaces import ReportBackend
from muniprog.testing import ReportBackendContract
from tests.contract.readers import text_of_tree, tree_of


class TestHtml(ReportBackendContract):
    backend: ClassVar[ReportBackend] = HtmlBackend()

    def text_of(self, file: bytes) -> str:
        return text_of_tree(tree_of(file.decode()))

    def links(self, file: bytes) -> Iterable[str]:
        return [each.get("href", "") for each in tree_of(file.decode()).iter("a")]

    def shape(self, file: bytes) -> Hashable:
        return tuple((each.tag, *sorted(each.attrib)) for each in tree_of(file.decode()).iter() if each.tag != "br")
