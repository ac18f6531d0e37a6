"""What a storage refuses, and that it does so in a sentence."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from muniprog.addresses import Address
from muniprog.errors import MuniprogError, StorageError
from muniprog.interfaces import ChecksItself, KeepsHistory, Searches, Storage
from muniprog.source import Plain
from muniprog.testing.storages.ground import Ground, assert_kept
from muniprog.testing.storages.samples import Mapping, plan

HOSTILE = (
    "../x",
    "..",
    ".",
    "/x",
    "a/b",
    "a\\b",
    "C:x",
    "~",
    "-x",
    "--help",
    "x' OR 1=1 --",
    'x"; DROP TABLE programmes; --',
    "%",
    "_",
    "*",
    "x#y",
    "x@1",
    "x\ny",
    "x\0y",
    "åäö",
    "👩‍👩‍👧",
    "x" * 5000,
    "$(touch x)",
    "`touch x`",
    " ",
    "",
)
UNKEEPABLE: dict[str, Plain] = {
    "half a character": "\ud83d",
    "half a character as a key": {"\udc00": 1},
    "no number": float("nan"),
    "infinity": float("inf"),
}


class Refusals(Ground):
    """A storage refuses what it cannot do, with a sentence, and nothing has changed then."""

    def test_the_driver_answers_to_its_addresses(self, location: str) -> None:
        """The scheme of the address is one of the driver's `schemes`, and the driver has a name and a title."""
        assert Address.of(location).scheme in self.driver.schemes
        assert self.driver.name
        assert self.driver.title.spoken("sv")

    def test_wrong_addresses_are_refused(self, wrong_locations: list[str]) -> None:
        """Where nothing can be kept, opening or the first save says so with a `StorageError`."""
        if not wrong_locations:
            pytest.skip("The class gives no `wrong_locations`.")
        for wrong in wrong_locations:
            with pytest.raises(StorageError), self.driver.open(wrong) as storage:
                storage.save(plan())

    def test_a_programme_that_is_not_there(self, storage: Storage) -> None:
        """An unknown identifier is a `StorageError`, which names it where there are others."""
        with pytest.raises(StorageError):
            storage.load("nowhere")
        storage.save(plan())
        with pytest.raises(StorageError, match="nowhere"):
            storage.load("nowhere")
        with pytest.raises(StorageError, match="nowhere"):
            storage.delete("nowhere", base=storage.load("plan"))

    def test_no_programme_at_all(self, storage: Storage) -> None:
        """`load()` of an empty place is a `StorageError`."""
        with pytest.raises(StorageError):
            storage.load()

    def test_several_programmes_and_none_is_named(self, storage: Storage) -> None:
        """`load()` where there are several is a `StorageError` that names them."""
        storage.save(plan("first"))
        storage.save(plan("second"))
        with pytest.raises(StorageError, match="first.*second"):
            storage.load()

    @pytest.mark.parametrize("identifier", HOSTILE, ids=lambda identifier: ascii(identifier[:20]))
    def test_no_identifier_leads_out_of_the_place(
        self, reopen: Callable[[], Storage], tmp_path: Path, identifier: str
    ) -> None:
        """Whatever the identifier, it is refused with a sentence or kept like any other; nothing else is touched."""
        with reopen() as storage:
            storage.save(plan())
        around = sorted(tmp_path.iterdir())
        with reopen() as storage:
            with pytest.raises(StorageError):
                storage.load(identifier)
            with pytest.raises(StorageError):
                storage.delete(identifier, base=storage.load("plan"))
            saved = None
            with suppress(MuniprogError):
                saved = storage.save(plan(identifier))
            if saved is not None:
                assert_kept(storage.load(identifier), plan(identifier))
                assert sorted(each.identifier for each in storage.list()) == sorted(["plan", identifier])
                storage.delete(identifier, base=saved)
        with reopen() as storage:
            assert [each.identifier for each in storage.list()] == ["plan"]
            assert_kept(storage.load("plan"), plan())
        assert sorted(tmp_path.iterdir()) == around

    @pytest.mark.parametrize("named", [{}, {"id": None}, {"id": 1}, {"id": ["plan"]}], ids=repr)
    def test_a_programme_without_an_identifier_is_refused(self, storage: Storage, named: Mapping) -> None:
        """A programme is kept under its `id`, which is a text."""
        mapping = plan()
        del mapping["id"]
        with pytest.raises(MuniprogError):
            storage.save({**mapping, **named})
        assert storage.list() == ()

    @pytest.mark.parametrize("what", UNKEEPABLE)
    def test_what_no_file_can_hold_is_refused(self, storage: Storage, what: str) -> None:
        """Halves of characters and what is no number are refused with a sentence, by every storage alike."""
        with pytest.raises(MuniprogError):
            storage.save(plan(extensions={"map": {"value": UNKEEPABLE[what]}}))
        assert storage.list() == ()
        there = storage.save(plan())
        with pytest.raises(MuniprogError):
            storage.save(plan(extensions={"map": {"value": UNKEEPABLE[what]}}), base=there)
        assert storage.load().revision == there.revision
        assert_kept(storage.load(), plan())

    def test_a_closed_storage_does_nothing(self, reopen: Callable[[], Storage]) -> None:
        """After `close`, which may be called twice, every method is a `StorageError`."""
        storage = reopen()
        there = storage.save(plan())
        storage.close()
        storage.close()
        asked: list[Callable[[], object]] = [
            storage.list,
            storage.load,
            lambda: storage.load("plan"),
            lambda: storage.save(plan("new")),
            lambda: storage.save(plan(note="x"), base=there),
            lambda: storage.delete("plan", base=there),
        ]
        if isinstance(storage, KeepsHistory):
            asked += [lambda: storage.history("plan"), lambda: storage.revision_on("plan", date(2020, 1, 1))]
        if isinstance(storage, Searches):
            asked.append(lambda: storage.search("kurser"))
        if isinstance(storage, ChecksItself):
            asked.append(storage.integrity)
        for ask in asked:
            with pytest.raises(StorageError):
                ask()
        with reopen() as again:
            assert_kept(again.load(), plan())
