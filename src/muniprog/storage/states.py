"""The states that a programme has had, and what is said when a change does not start from the latest of them.

For storages that number the states of each programme: 1, 2, 3 …
"""

from collections.abc import Sequence
from datetime import datetime

import attrs

from muniprog.errors import ConflictError, StorageError
from muniprog.interfaces import Revision, Stored
from muniprog.messages import Sentences, message
from muniprog.storage.conflict import changed_parts
from muniprog.storage.kept import KeptSource

MOST_NAMED = 10
"""How many programmes an error names; there may be thousands."""


@attrs.frozen(kw_only=True)
class State:
    """One state of a programme.

    Attributes:
        number: Which one; the first is 1.
        when: The moment at which it was saved, in UTC.
        by: Who saved it.
        note: What was changed.
        text: What the programme was then; None when it was removed at that moment.
    """

    number: int
    when: datetime
    by: str
    note: str
    text: str | None = attrs.field(repr=False)

    @property
    def revision(self) -> Revision:
        """The state as a history shows it."""
        return Revision(revision=str(self.number), when=self.when, by=self.by, note=self.note)

    def stored(self) -> Stored | None:
        """Return the programme as it was, or None when it had been removed.

        Raises:
            StorageError: The text has been damaged.
        """
        if self.text is None:
            return None
        source = KeptSource(self.text)
        source.mapping  # noqa: B018  damage is told now, not when somebody first looks at the mapping
        return Stored(source, str(self.number))


def the_one(identifier: str | None, known: Sequence[str], place: str) -> str:
    """Return which programme is meant.

    Args:
        identifier: What was asked for; None for the only one.
        known: The identifiers that there are.
        place: Address of the storage.

    Raises:
        StorageError: It is not there, or there are several.
    """
    if identifier is None:
        if not known:
            raise no_programme(identifier, known, place)
        if len(known) > 1:
            raise StorageError(
                message(
                    "There are several programmes in “{folder}”; say which one: {addresses}.",
                    folder=place,
                    addresses=_some([f"{place}#{name}" for name in known]),
                )
            )
        return known[0]
    if identifier not in known:
        raise no_programme(identifier, known, place)
    return identifier


def no_programme(identifier: str | None, known: Sequence[str], place: str) -> StorageError:
    """Return the error for a programme that is not there; None is any programme."""
    if identifier is None:
        return StorageError(message("There is no programme in “{place}”.", place=place))
    if not known:
        return StorageError(message("There is no programme “{id}” in “{place}”.", id=identifier, place=place))
    return StorageError(
        message(
            "There is no programme “{id}” in “{folder}”. Known: {known}.",
            id=identifier,
            folder=place,
            known=_some(known),
        )
    )


def no_revision(identifier: str, revision: str, latest: int) -> StorageError:
    """Return the error for a state that there never was."""
    return StorageError(
        message(
            "“{id}” has no revision “{revision}”; the latest is {latest}.",
            id=identifier,
            revision=revision,
            latest=latest,
        )
    )


def not_there_on(identifier: str, day: object) -> StorageError:
    """Return the error for a day on which a programme was not there."""
    return StorageError(message("“{id}” was not kept here on {day}.", id=identifier, day=day))


def refuse_another(identifier: str, base: Stored | None) -> None:
    """Refuse to save one programme as the next state of another: each identifier has a history of its own.

    Raises:
        StorageError: `base` has another identifier.
    """
    former = base.source.mapping.get("id") if base is not None else identifier
    if former != identifier:
        raise StorageError(
            message(
                "“{former}” cannot become “{id}” here, where each identifier has a history of its own. "
                "Save it as a new programme and remove the old one.",
                former=former,
                id=identifier,
            )
        )


def conflict(identifier: str, base: Stored | None, now: State | None) -> ConflictError:
    """Return the error for a change that does not start from the latest state.

    Args:
        identifier: Which programme.
        base: The state that the change starts from; None for a new programme.
        now: The latest state; None when there is no such programme, or not any longer.
    """
    if now is None or now.text is None:
        return ConflictError(
            message("“{id}” has been removed since it was loaded; nothing was written.", id=identifier)
        )
    if base is None:
        return ConflictError(message("There is a programme “{id}” here already; nothing was written.", id=identifier))
    who = [message("It was saved by {by}.", by=now.by)] if now.by else []
    return ConflictError(
        Sentences(
            [
                message(
                    "“{id}” is no longer at revision {base} but at {now}; nothing was written.",
                    id=identifier,
                    base=base.revision,
                    now=now.number,
                ),
                *who,
                message(
                    "Changed since then: {changes}.",
                    changes=changed_parts(base.source.mapping, KeptSource(now.text).mapping),
                ),
                message("Load it again and make the change once more."),
            ]
        )
    )


def _some(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:MOST_NAMED], "…") if len(names) > MOST_NAMED else tuple(names)
