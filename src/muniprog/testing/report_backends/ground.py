"""What the author of a report backend gives to the tests, and what all of them look with."""

from collections.abc import Hashable, Iterable
from typing import ClassVar

import pytest

from muniprog.document import Document
from muniprog.interfaces import ReportBackend
from muniprog.testing.report_backends.said import AnyOrder, pieces, said_by, unsaid


class Ground:
    """What the author of a backend gives: the backend, and how its files are read."""

    backend: ClassVar[ReportBackend]
    """The backend under test."""

    reading_order: ClassVar[bool] = True
    """Whether a file is read from its beginning to its end; the sheets of a workbook are not."""

    def text_of(self, file: bytes) -> str:
        """Return all that a reader reads in a file, in reading order: alternatives of pictures too, markup never."""
        raise NotImplementedError("Give the class a method `text_of` that returns what a reader reads in a file.")

    def pages(self, file: bytes) -> list[str]:
        """Return what a reader reads on each page; a type of file without pages has one."""
        return [self.text_of(file)]

    def links(self, file: bytes) -> Iterable[str]:
        """Return the addresses that a reader can follow."""
        pytest.skip("The class does not tell which links a file has.")

    def shape(self, file: bytes) -> Hashable:
        """Return what a file is besides its words, such as the names of all its elements one after the other."""
        pytest.skip("The class does not tell the shape of a file.")

    def fold(self, text: str) -> str:
        """Return a text as it is compared: without spaces, for lines are broken where they end.

        A backend whose files cannot tell more apart, or whose fonts lack letters, leaves out more of it.
        """
        return "".join(text.split())

    def assert_reads(self, document: Document) -> None:
        """Check that everything that a document says can be read in its file, in reading order."""
        said = said_by(document)
        wanted = said if self.reading_order else AnyOrder(pieces(said))
        read = self.text_of(self.backend.render(document))
        lost = list(unsaid(wanted, read, self.fold))
        assert not lost, "\n".join([*lost, "What was read:", read[:10_000]])
