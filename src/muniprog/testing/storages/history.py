"""The history of a storage that keeps it: every state, who made it, when and why."""

from collections.abc import Callable
from datetime import UTC, timedelta

import pytest

from muniprog.errors import ConflictError, StorageError
from muniprog.interfaces import KeepsHistory, Storage, Stored
from muniprog.testing.storages.ground import Ground, assert_kept
from muniprog.testing.storages.samples import Mapping, plan, retitled


class History(Ground):
    """A storage that is a `KeepsHistory` keeps every state and gives each back."""

    @pytest.fixture
    def save(self, location: str) -> Callable[..., Stored]:
        """Return what saves and sees to it that the save stands in the history."""

        def save(
            storage: Storage, mapping: Mapping, base: Stored | None = None, note: str = "", by: str = ""
        ) -> Stored:
            stored = storage.save(mapping, base=base, note=note, by=by)
            self.record(location, note=note, by=by)
            return stored

        return save

    @pytest.fixture
    def states(self) -> list[Mapping]:
        """Return what a programme is after each of three saves."""
        return [plan(), retitled(plan(), "Ett"), retitled(plan(note="Två"), "Två")]

    @pytest.fixture
    def kept(self, storage: Storage, save: Callable[..., Stored], states: list[Mapping]) -> KeepsHistory:
        """Return the storage after those saves."""
        history = keeps_history(storage)
        saved = None
        for number, state in enumerate(states):
            saved = save(storage, state, saved, note=f"Ändring {number}", by=f"Planerare {number}")
        return history

    def test_history_tells_the_latest_first_and_who_and_why(self, kept: KeepsHistory) -> None:
        """Each save is one state in the history, with its note and who saved it."""
        told = [(revision.note, revision.by) for revision in kept.history("plan")]
        assert told == [(f"Ändring {number}", f"Planerare {number}") for number in (2, 1, 0)]

    def test_history_is_dated_in_utc_and_never_runs_backwards(self, kept: KeepsHistory) -> None:
        """`when` is an instant in UTC, and a later state is never older than an earlier one."""
        moments = [revision.when for revision in kept.history("plan")]
        assert all(moment.tzinfo is UTC for moment in moments)
        assert moments == sorted(moments, reverse=True)

    def test_every_state_can_be_loaded(self, kept: KeepsHistory, storage: Storage, states: list[Mapping]) -> None:
        """`load` takes each revision of the history and gives what was saved then, to the letter."""
        revisions = [revision.revision for revision in kept.history("plan")]
        assert len(set(revisions)) == len(states)
        for revision, state in zip(revisions, reversed(states), strict=True):
            assert_kept(storage.load("plan", revision=revision), state)

    def test_history_outlives_closing(
        self, kept: KeepsHistory, storage: Storage, reopen: Callable[[], Storage], states: list[Mapping]
    ) -> None:
        """Opened again, the history is the same."""
        before = kept.history("plan")
        storage.close()
        with reopen() as again:
            assert keeps_history(again).history("plan") == before
            assert_kept(again.load("plan", revision=before[-1].revision), states[0])

    def test_an_unknown_revision_is_an_error(self, kept: KeepsHistory, storage: Storage) -> None:
        """What never was a revision of the programme is a `StorageError`, whatever it looks like."""
        for revision in ("nowhere", "-1", "0' OR 1=1 --", "--all", "99999999999999999999", "\0", "å", "0" * 40):
            with pytest.raises(StorageError):
                storage.load("plan", revision=revision)

    def test_the_history_of_what_never_was_is_an_error(self, kept: KeepsHistory) -> None:
        """An unknown identifier is a `StorageError` that names it."""
        with pytest.raises(StorageError, match="nowhere"):
            kept.history("nowhere")
        with pytest.raises(StorageError, match="nowhere"):
            kept.revision_on("nowhere", kept.history("plan")[0].when.date())

    def test_each_programme_has_a_history_of_its_own(
        self, kept: KeepsHistory, storage: Storage, save: Callable[..., Stored]
    ) -> None:
        """What happens to one programme is no part of another's history."""
        before = kept.history("plan")
        save(storage, plan("another"), note="Ny")
        assert kept.history("plan") == before
        assert [revision.note for revision in kept.history("another")] == ["Ny"]
        with pytest.raises(StorageError):
            storage.load("plan", revision=f"{kept.history('another')[0].revision}x")

    def test_the_revision_on_a_day_is_the_last_of_that_day(
        self, kept: KeepsHistory, storage: Storage, states: list[Mapping]
    ) -> None:
        """`revision_on` gives the state at the end of a day in UTC; before the first save there is none."""
        history = kept.history("plan")
        last_day, first_day = history[0].when.date(), history[-1].when.date()
        for day in (last_day, last_day + timedelta(days=400)):
            assert_kept(storage.load("plan", revision=kept.revision_on("plan", day)), states[-1])
        with pytest.raises(StorageError):
            kept.revision_on("plan", first_day - timedelta(days=1))

    def test_an_earlier_state_is_no_base_for_a_change(
        self, kept: KeepsHistory, storage: Storage, states: list[Mapping]
    ) -> None:
        """Who loads an earlier state and saves from it has not seen what came after: a conflict."""
        earlier = storage.load("plan", revision=kept.history("plan")[-1].revision)
        with pytest.raises(ConflictError):
            storage.save(retitled(plan(), "Ny"), base=earlier)
        assert_kept(storage.load("plan"), states[-1])

    def test_what_was_deleted_can_still_be_loaded(
        self, kept: KeepsHistory, storage: Storage, location: str, states: list[Mapping]
    ) -> None:
        """A deleted programme is not listed, but its history is there and every state of it can be loaded."""
        revisions = [revision.revision for revision in kept.history("plan")]
        storage.delete("plan", base=storage.load("plan"))
        self.record(location, note="Borttaget", by="")
        assert storage.list() == ()
        assert [each.revision for each in kept.history("plan")][-3:] == revisions
        for revision, state in zip(revisions, reversed(states), strict=True):
            assert_kept(storage.load("plan", revision=revision), state)

    def test_a_refused_save_is_no_part_of_the_history(self, kept: KeepsHistory, storage: Storage) -> None:
        """A conflict leaves no trace."""
        before = kept.history("plan")
        with pytest.raises(ConflictError):
            storage.save(plan(), note="Refused")
        assert kept.history("plan") == before


def keeps_history(storage: Storage) -> KeepsHistory:
    """Return a storage that keeps history; a test of one that does not is left out."""
    if not isinstance(storage, KeepsHistory):
        pytest.skip("This storage does not keep history.")
    return storage
