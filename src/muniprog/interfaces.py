"""What a plug-in implements. A plug-in author needs this module, the hooks and, for reports, the Document.

Storages and formats handle plain mappings and never meet the model; report backends handle a `Document` and
never meet the model either; reports and checks read the model and never meet a file.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, ClassVar, Self

import attrs

from muniprog.messages import Spoken
from muniprog.model import Programme
from muniprog.source import Finding, Path, Plain, Severity, Source
from muniprog.timeframe import Period

if TYPE_CHECKING:
    from muniprog.document import Document

API_VERSION = 1
"""The version of these interfaces. A plug-in may state the one that it was written for as `muniprog_api`."""


class Contribution(ABC):
    """Anything that a plug-in adds, found by its name.

    Attributes:
        name: The name that users type, in lower case.
        title: What it is, in a few words.
        priority: Contributions are listed by priority, higher first, then by name; the order in which
            packages were installed never matters.
    """

    name: ClassVar[str]
    title: ClassVar[Spoken]
    priority: ClassVar[int] = 0


@attrs.frozen
class Written:
    """A file that a format made.

    Attributes:
        data: The bytes of the file.
        losses: Paths of what the format could not carry; empty when nothing is lost.
    """

    data: bytes
    losses: tuple[Path, ...] = ()


class Format(Contribution):
    """Turns one programme into a file and back.

    Attributes:
        suffixes: Endings of file names, with the dot; the first is the usual one.
        media_type: Media type of the file.
    """

    suffixes: ClassVar[tuple[str, ...]]
    media_type: ClassVar[str]

    def read(self, data: bytes, file: str) -> Source:
        """Return what the file holds.

        Args:
            data: The bytes of the file.
            file: Name of the file, for messages.

        Raises:
            SourceError: The bytes are not a file of this format; all problems at once.
            FormatDirectionError: The format only writes.
        """
        raise self._one_way("read")

    def write(self, mapping: dict[str, Plain]) -> Written:
        """Return the file for a plain mapping in canonical form. The same mapping gives the same bytes.

        Raises:
            FormatDirectionError: The format only reads.
        """
        raise self._one_way("write")

    def _one_way(self, direction: str) -> Exception:
        from muniprog.errors import FormatDirectionError

        return FormatDirectionError(self.name, direction)


@attrs.frozen
class Stored:
    """A programme as a storage holds it.

    Attributes:
        source: The plain mapping with its places.
        revision: What the storage calls this state of it; a save names the revision that it started from.
    """

    source: Source
    revision: str


@attrs.frozen(kw_only=True)
class Listed:
    """One programme in a storage's list.

    Attributes:
        identifier: Identifier of the programme.
        title: Its title in the language of record.
        revision: Its revision now.
    """

    identifier: str
    title: str
    revision: str


class Storage(ABC):
    """An open place where programmes are kept. It is a context manager: leaving the `with` block closes it.

    It handles plain mappings and says nothing about what is in them. Whatever it was asked to keep, it gives back
    equal, or it has refused it.
    """

    @abstractmethod
    def list(self) -> tuple[Listed, ...]:
        """Return the programmes that are kept here, by identifier."""

    @abstractmethod
    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        """Return a programme.

        Args:
            identifier: Which; None means the only one that there is.
            revision: An earlier state, where the storage keeps history; None means the latest.

        Raises:
            StorageError: It is not there, it is not said which of several is meant, or it cannot be read.
            SourceError: What is there is not readable as a mapping; all problems at once.
        """

    @abstractmethod
    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        """Keep a programme under its `id` and return it as it is now kept. Either all of it is kept or nothing.

        Args:
            mapping: The programme as it shall be kept.
            old: What `base` holds, in the form in which `mapping` is given: the change is what differs between
                the two. Parts that have not changed are the same objects in both. None: all of it may have changed.
            base: The state that the change started from; None for a new programme.
            note: What was changed, for a storage that keeps history.
            by: Who changes it, for a storage that keeps history.

        Raises:
            ConflictError: The programme has changed since `base`, or it is there already and `base` is None.
            StorageError: It cannot be written.
        """

    @abstractmethod
    def delete(self, identifier: str, *, base: Stored) -> None:
        """Remove a programme.

        Raises:
            ConflictError: The programme has changed since `base`.
            StorageError: It is not there, or it cannot be removed.
        """

    def close(self) -> None:  # noqa: B027  a storage that holds nothing open has nothing to do
        """Let go of what is held open. What is asked of a closed storage afterwards is a `StorageError`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@attrs.frozen(kw_only=True)
class Revision:
    """One kept state of a programme.

    Attributes:
        revision: What the storage calls it; `load` takes it.
        when: The moment at which it was saved, in UTC.
        by: Who saved it; empty where that is not known.
        note: What was changed; empty where nobody said.
    """

    revision: str
    when: datetime
    by: str = ""
    note: str = ""


class KeepsHistory(ABC):
    """A storage that keeps the earlier states of its programmes, deleted ones included."""

    @abstractmethod
    def history(self, identifier: str) -> tuple[Revision, ...]:
        """Return the states of a programme, the latest first.

        Raises:
            StorageError: There never was such a programme.
        """

    @abstractmethod
    def revision_on(self, identifier: str, day: date) -> str:
        """Return the revision that was the latest at the end of a day (UTC).

        Raises:
            StorageError: The programme was not there on that day.
        """


@attrs.frozen(kw_only=True)
class Hit:
    """Something that a search found.

    Attributes:
        programme: Identifier of the programme.
        item: Identifier of the item in it; the programme's own for its title and summary.
        language: Language of the text.
        text: The text that was found.
    """

    programme: str
    item: str
    language: str
    text: str


class Searches(ABC):
    """A storage that finds words in the titles and descriptions of its programmes."""

    @abstractmethod
    def search(self, words: str) -> tuple[Hit, ...]:
        """Return where all of the words, or longer words that begin with them, stand together in a text.

        Case does not matter and a decomposed letter equals a composed one, but å, ä and ö are letters of their own.
        Nothing in `words` is a command: quotation marks, stars and the like are passed over.
        """


class ChecksItself(ABC):
    """A storage that can tell whether what it keeps is whole."""

    @abstractmethod
    def integrity(self) -> tuple[Finding, ...]:
        """Return what is damaged, with advice; nothing when all is well."""


class StorageDriver(Contribution):
    """Opens storages of one sort.

    Attributes:
        schemes: The beginnings of addresses that it answers to, such as `sqlite`; a bare path has the scheme `file`.
    """

    schemes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def open(self, location: str) -> Storage:
        """Return the storage at a location; it need not exist before something is saved there.

        Args:
            location: The address as it was given, without `#identifier` and `@revision`.

        Raises:
            StorageError: Nothing can be kept there.
        """


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


@attrs.frozen(kw_only=True)
class ReportOptions:
    """What a report is asked for.

    Attributes:
        languages: One language, or several that are printed side by side.
        period: The period that the report is about; None means the programme's own.
        as_of: The day on which things stand; an ISO date. None where the report does not reckon with days.
        internal: Whether what is marked internal is printed too.
        notes: Whether the notes of those who keep the programme are printed too.
    """

    languages: tuple[str, ...]
    period: Period | None = None
    as_of: str | None = None
    internal: bool = False
    notes: bool = False


class Report(Contribution):
    """Makes a document out of a programme, whatever file it will be printed as."""

    @abstractmethod
    def build(self, programme: Programme, options: ReportOptions) -> "Document":
        """Return the document."""


class Check(Contribution):
    """A rule that finds problems.

    Attributes:
        code: Stable code of its findings: letters and digits, such as `C102`.
        severity: How serious its findings are.
        explanation: Why the rule exists and what to do about a finding, in a few sentences.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    explanation: ClassVar[Spoken]

    @abstractmethod
    def run(self, programme: Programme) -> Iterable[Finding]:
        """Yield what the rule finds. It reads the programme and changes nothing."""


@attrs.frozen(kw_only=True)
class ProgrammePackage:
    """A programme that an installed package brings with it.

    Attributes:
        name: The name that users load it by, such as `vasa_2019_2022`.
        folder: The folder with its `programme.yaml`.
    """

    name: str
    folder: FilePath


Contributions = Sequence[Contribution]
