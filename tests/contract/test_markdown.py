"""The contract of a report backend, run on Markdown as a parser of it reads it."""

from collections.abc import Hashable, Iterable
from typing import ClassVar

from muniprog.backends.markdown import MarkdownBackend
from muniprog.interfaces import ReportBackend
from muniprog.testing import ReportBackendContract
from tests.contract.readers import page_of_markdown, text_of_tree, tree_of


class TestMarkdown(ReportBackendContract):
    backend: ClassVar[ReportBackend] = MarkdownBackend()

    def text_of(self, file: bytes) -> str:
        return text_of_tree(tree_of(page_of_markdown(file.decode())))

    def links(self, file: bytes) -> Iterable[str]:
        page = tree_of(page_of_markdown(file.decode()))
        return [address for each in page.iter("a") if (address := each.get("href"))]

    def shape(self, file: bytes) -> Hashable:
        page = tree_of(page_of_markdown(file.decode()))
        return tuple(each.tag for each in page.iter() if each.tag != "br")
