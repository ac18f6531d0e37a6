"""What keeps programmes: a driver opens a storage, and a storage may be able to do more than keep."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import ClassVar, Self

import attrs

from muniprog.interfaces.contribution import Contribution
from muniprog.source import Finding, Plain, Source


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


class SavesTogether(ABC):
    """A storage that can keep several programmes in one go: much faster, and either all of them or none."""

    @abstractmethod
    def together(self) -> AbstractContextManager[None]:
        """Return a context: what is saved and removed in its `with` block is kept when the block ends.

        When the block ends with an error, everything is as it was before it. Only the thread that opened the context
        reaches the storage meanwhile. Contexts do not stand inside one another.

        Raises:
            StorageError: When the block ends: what was saved cannot be kept, and nothing of it is.
        """


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
