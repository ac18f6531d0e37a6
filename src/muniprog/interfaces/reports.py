"""What makes a document out of a programme, and what prints a document."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

import attrs

from muniprog.interfaces.contribution import Contribution
from muniprog.model import Programme
from muniprog.timeframe import Period

if TYPE_CHECKING:
    from muniprog.document import Document, Look


class ReportBackend(Contribution):
    """Prints a document as a file of one type.

    Attributes:
        suffixes: Endings of file names, with the dot; the first is the usual one.
        media_type: Media type of the file.
    """

    suffixes: ClassVar[tuple[str, ...]]
    media_type: ClassVar[str]

    @abstractmethod
    def render(self, document: "Document") -> bytes:
        """Return the file. The same document gives the same bytes, wherever and whenever it is printed."""


def _plain_look() -> "Look":
    from muniprog.document import Look  # documents are loaded where one is made, not where plug-ins are listed

    return Look()


@attrs.frozen(kw_only=True)
class ReportOptions:
    """What a report is asked for.

    Attributes:
        languages: One language, or several that are printed side by side.
        period: The period that the report is about; None means the programme's own.
        as_of: The day on which things stand; an ISO date. None where the report does not reckon with days.
        owners: The owners that the report is about, by identifier or name; empty means all of them.
        internal: Whether what is marked internal is printed too.
        notes: Whether the notes of those who keep the programme are printed too.
        look: How the municipality wants it to look. The finished document is given it (`muniprog.report` does that
            for every report); a report needs it only for what it draws itself, such as the colours of a figure.
    """

    languages: tuple[str, ...]
    period: Period | None = None
    as_of: str | None = None
    owners: tuple[str, ...] = ()
    internal: bool = False
    notes: bool = False
    look: "Look" = attrs.field(factory=_plain_look)


class Report(Contribution):
    """Makes a document out of a programme, whatever file it will be printed as."""

    @abstractmethod
    def build(self, programme: Programme, options: ReportOptions) -> "Document":
        """Return the document."""


class ReportOfSeveral(Report):
    """A report that can also be about several programmes at once, such as all those of a storage."""

    @abstractmethod
    def build_of_several(self, programmes: Sequence[Programme], options: ReportOptions) -> "Document":
        """Return the document about all of these programmes.

        Two programmes may have items with the same identifier, so anchors need to say which programme they are of.
        """
