"""Two people who change one programme: the second is told, and nothing is lost."""

from collections.abc import Callable

import pytest

from muniprog.errors import ConflictError, StorageError
from muniprog.interfaces import Storage, Stored
from muniprog.testing.storages.ground import Ground, assert_kept
from muniprog.testing.storages.samples import plan, retitled


def assert_untouched(storage: Storage, there: Stored) -> None:
    """Say if a refused save or delete has changed something after all."""
    now = storage.load("plan")
    assert now.revision == there.revision
    assert_kept(now, there.source.mapping)
    assert [each.revision for each in storage.list()] == [there.revision]


class Conflicts(Ground):
    """A storage never lets the last one win in silence."""

    def test_a_save_from_an_old_state_is_a_conflict(self, reopen: Callable[[], Storage]) -> None:
        """Who saves from a state that somebody else has changed since gets a `ConflictError`; nothing is written."""
        with reopen() as mine, reopen() as theirs:
            base = mine.save(plan())
            there = theirs.save(retitled(plan(), "Deras"), base=theirs.load("plan"))
            with pytest.raises(ConflictError):
                mine.save(retitled(plan(), "Min"), base=base)
            assert_untouched(theirs, there)
            assert_untouched(mine, there)

    def test_a_conflict_says_what_has_changed(self, storage: Storage) -> None:
        """The sentence names what somebody else has changed by its title, in words that a planner understands."""
        base = storage.save(plan())
        storage.save(retitled(plan(), "Kurser i simning"), base=base)
        with pytest.raises(ConflictError) as refused:
            storage.save(plan(note="Min"), base=base)
        assert "Kurser" in str(refused.value), f"It says only: {refused.value}"
        for language in ("sv", "fi"):
            assert "Kurser" in refused.value.spoken(language)

    def test_a_conflict_goes_away_when_the_change_is_made_again(self, storage: Storage) -> None:
        """Load, change, save: after a conflict the same change can be made to what is there now."""
        base = storage.save(plan())
        storage.save(retitled(plan(), "Deras"), base=base)
        with pytest.raises(ConflictError):
            storage.save(plan(note="Min"), base=base)
        now = storage.load("plan")
        assert_kept(
            storage.save({**now.source.mapping, "note": "Min"}, base=now), {**retitled(plan(), "Deras"), "note": "Min"}
        )

    def test_a_new_programme_never_replaces_one_that_is_there(self, storage: Storage) -> None:
        """Without a base a programme is new; where its identifier is taken, that is a conflict."""
        there = storage.save(plan())
        with pytest.raises(ConflictError):
            storage.save(retitled(plan(), "Ny"))
        assert_untouched(storage, there)

    def test_a_change_of_a_programme_that_is_gone_is_a_conflict(self, reopen: Callable[[], Storage]) -> None:
        """Who saves a change of what somebody else has deleted is told, and it does not come back by itself."""
        with reopen() as mine, reopen() as theirs:
            base = mine.save(plan())
            theirs.delete("plan", base=theirs.load("plan"))
            with pytest.raises(ConflictError):
                mine.save(retitled(plan(), "Min"), base=base)
            assert theirs.list() == ()

    def test_an_old_state_of_an_earlier_programme_is_no_base_for_a_later_one(self, storage: Storage) -> None:
        """A programme that was deleted and made anew with other content is another one."""
        base = storage.save(plan())
        storage.delete("plan", base=base)
        there = storage.save(retitled(plan(), "En annan"))
        with pytest.raises(ConflictError):
            storage.save(retitled(plan(), "Min"), base=base)
        assert_untouched(storage, there)

    def test_deleting_from_an_old_state_is_a_conflict(self, reopen: Callable[[], Storage]) -> None:
        """Who deletes what somebody else has changed since gets a `ConflictError`; it stays."""
        with reopen() as mine, reopen() as theirs:
            base = mine.save(plan())
            there = theirs.save(retitled(plan(), "Deras"), base=theirs.load("plan"))
            with pytest.raises(ConflictError):
                mine.delete("plan", base=base)
            assert_untouched(theirs, there)

    def test_deleting_twice_is_an_error(self, storage: Storage) -> None:
        """What is not there cannot be deleted."""
        base = storage.save(plan())
        storage.delete("plan", base=base)
        with pytest.raises(StorageError, match="plan"):
            storage.delete("plan", base=base)
