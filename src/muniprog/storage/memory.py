"""Programmes kept in memory: for tests, for notebooks, and as the smallest storage that does everything right."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from threading import RLock

import attrs

from muniprog.errors import StorageError
from muniprog.interfaces import (
    ChecksItself,
    Hit,
    KeepsHistory,
    Listed,
    Revision,
    SavesTogether,
    Searches,
    Storage,
    Stored,
)
from muniprog.messages import message
from muniprog.source import Finding, Plain
from muniprog.storage.kept import KeptSource, identifier_of, kept_text, title_of
from muniprog.storage.states import (
    State,
    conflict,
    no_programme,
    no_revision,
    not_there_on,
    refuse_another,
    the_one,
)
from muniprog.storage.wordsearch import stands_in, texts_in, words_in

States = list[State]


@attrs.define(eq=False)
class Memory:
    """What one memory holds: the states of each programme, the earliest first."""

    states: dict[str, States] = attrs.field(factory=dict)
    lock: RLock = attrs.field(factory=RLock)


class MemoryStorage(Storage, KeepsHistory, Searches, ChecksItself, SavesTogether):
    """A memory of its own. Programmes are kept as texts, so that nobody's later change of a mapping shows in it.

    Args:
        memory: What keeps them; a new one when it is not said.
        place: What it is called in sentences.
        now: Returns the moment at which something is saved, in UTC.
    """

    def __init__(
        self,
        memory: Memory | None = None,
        *,
        place: str = "memory:",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.place = place
        self._memory, self._now, self._closed = memory or Memory(), now, False

    def list(self) -> tuple[Listed, ...]:
        """Return the programmes that are kept here."""
        with self._open() as states:
            latest = sorted((identifier, kept[-1]) for identifier, kept in states.items() if kept[-1].text is not None)
        return tuple(
            Listed(identifier=identifier, title=title_of(_mapping_of(state)), revision=str(state.number))
            for identifier, state in latest
        )

    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        """Return a programme; with a revision also one that has been removed."""
        with self._open() as states:
            known = [name for name, kept in states.items() if kept[-1].text is not None]
            if identifier is None or revision is None:
                identifier = the_one(identifier, sorted(known), self.place)
            kept = states.get(identifier)
        if kept is None:
            raise no_programme(identifier, sorted(known), self.place)
        found = [state for state in kept if revision in (None, str(state.number))]
        stored = found[-1].stored() if found else None
        if stored is None:
            raise no_revision(identifier, str(revision), kept[-1].number)
        return stored

    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        """Keep a programme as its next state."""
        identifier, text = identifier_of(mapping), kept_text(mapping)
        kept_text({"note": note, "by": by})
        refuse_another(identifier, base)
        with self._open() as states:
            state = self._next(states, identifier, base, text=text, note=note, by=by)
        return Stored(KeptSource(text), str(state.number))

    def delete(self, identifier: str, *, base: Stored) -> None:
        """Remove a programme; its earlier states stay."""
        with self._open() as states:
            known = sorted(name for name, kept in states.items() if kept[-1].text is not None)
            if identifier not in known:
                raise no_programme(identifier, known, self.place)
            self._next(states, identifier, base, text=None, note="", by="")

    def history(self, identifier: str) -> tuple[Revision, ...]:
        """Return the states of a programme, the latest first."""
        kept = self._states_of(identifier)
        return tuple(state.revision for state in reversed(kept) if state.text is not None)

    def revision_on(self, identifier: str, day: date) -> str:
        """Return the revision that was the latest at the end of a day (UTC)."""
        until = [state for state in self._states_of(identifier) if state.when.date() <= day]
        if not until or until[-1].text is None:
            raise not_there_on(identifier, day)
        return str(until[-1].number)

    def search(self, words: str) -> tuple[Hit, ...]:
        """Return where all of the words stand together in a title or description."""
        wanted = words_in(words)
        with self._open() as states:
            latest = [kept[-1] for _, kept in sorted(states.items()) if kept[-1].text is not None]
        return tuple(
            hit for state in latest for hit in texts_in(_mapping_of(state)) if wanted and stands_in(wanted, hit.text)
        )

    def integrity(self) -> tuple[Finding, ...]:
        """Return nothing: a memory that were damaged could not say so."""
        with self._open():
            return ()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep what is saved inside the `with` block all together, or nothing of it when the block fails."""
        with self._open() as states:
            before = {identifier: [*kept] for identifier, kept in states.items()}
            try:
                yield
            except BaseException:
                states.clear()
                states.update(before)
                raise

    def close(self) -> None:
        """Answer no longer; what is kept stays for whoever opens the same memory again."""
        self._closed = True

    @contextmanager
    def _open(self) -> Iterator[dict[str, States]]:
        """Give what is kept to one thread at a time."""
        if self._closed:
            raise StorageError(message("“{place}” has been closed; open it again.", place=self.place))
        with self._memory.lock:
            yield self._memory.states

    def _states_of(self, identifier: str) -> States:
        with self._open() as states:
            if identifier not in states:
                raise no_programme(identifier, sorted(states), self.place)
            return [*states[identifier]]

    def _next(
        self,
        states: dict[str, States],
        identifier: str,
        base: Stored | None,
        *,
        text: str | None,
        note: str,
        by: str,
    ) -> State:
        kept = states.get(identifier, [])
        now = kept[-1] if kept and kept[-1].text is not None else None
        if (str(now.number) if now is not None else None) != (base.revision if base is not None else None):
            raise conflict(identifier, base, now)
        state = State(number=len(kept) + 1, when=self._now(), by=by, note=note, text=text)
        states[identifier] = [*kept, state]
        return state


def _mapping_of(state: State) -> dict[str, Plain]:
    return KeptSource(state.text or "").mapping
