"""Storages that each break one promise, and the contract run on them. Not collected by itself: see `test_broken.py`."""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from muniprog.errors import ConflictError
from muniprog.interfaces import Hit, Listed, Revision, Storage, Stored
from muniprog.messages import message
from muniprog.source import Plain, PlainSource
from muniprog.storage.drivers import MemoryDriver
from muniprog.storage.memory import Memory, MemoryStorage
from muniprog.testing import StorageContract

Change = Callable[[Plain], Plain]


def everywhere(value: Plain, change: Change) -> Plain:
    """Return a value with every value in it changed."""
    if isinstance(value, dict):
        return change({key: everywhere(each, change) for key, each in value.items()})
    if isinstance(value, list):
        return change([everywhere(each, change) for each in value])
    return change(value)


class ChangesValues(MemoryStorage):
    """Keeps something else than it was given."""

    @staticmethod
    def changed(value: Plain) -> Plain:
        return value

    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        kept = everywhere(mapping, self.changed)
        assert isinstance(kept, dict)
        return super().save(kept, old=old, base=base, note=note, by=by)


class LosesNone(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return {key: each for key, each in value.items() if each is not None} if isinstance(value, dict) else value


class CastsNumbers(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return int(value) if isinstance(value, float) and value.is_integer() else value


class ComposesLetters(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


class TrimsTexts(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return value.strip(" ") if isinstance(value, str) else value


class CutsTexts(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return value[:65535] if isinstance(value, str) else value


class SortsKeys(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return dict(sorted(value.items())) if isinstance(value, dict) else value


class ReplacesHalves(ChangesValues):
    @staticmethod
    def changed(value: Plain) -> Plain:
        return value.encode(errors="replace").decode() if isinstance(value, str) else value


class LetsTheLastWin(MemoryStorage):
    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        known = [listed.identifier for listed in self.list()]
        if mapping["id"] in known:
            base = self.load(str(mapping["id"]))
        return super().save(mapping, old=old, base=base, note=note, by=by)


class SaysOnlyConflict(MemoryStorage):
    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        try:
            return super().save(mapping, old=old, base=base, note=note, by=by)
        except ConflictError as error:
            raise ConflictError(message("There is a conflict.")) from error


class HandsOutItsOwn(MemoryStorage):
    handed: Mapping[str, dict[str, Plain]] = {}

    def save(
        self,
        mapping: dict[str, Plain],
        *,
        old: dict[str, Plain] | None = None,
        base: Stored | None = None,
        note: str = "",
        by: str = "",
    ) -> Stored:
        stored = super().save(mapping, old=old, base=base, note=note, by=by)
        self.handed = {**self.handed, str(mapping["id"]): mapping}
        return stored

    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        stored = super().load(identifier, revision=revision)
        return Stored(PlainSource(self.handed[str(stored.source.mapping["id"])]), stored.revision)


class ForgetsToDelete(MemoryStorage):
    def delete(self, identifier: str, *, base: Stored) -> None:
        self.load(identifier)


class DeletesWhateverIsThere(MemoryStorage):
    def delete(self, identifier: str, *, base: Stored) -> None:
        super().delete(identifier, base=self.load(identifier))


class StaysOpen(MemoryStorage):
    def close(self) -> None:
        pass


class ListsAsItPleases(MemoryStorage):
    def list(self) -> tuple[Listed, ...]:
        return super().list()[::-1]


class KeepsOneState(MemoryStorage):
    def history(self, identifier: str) -> tuple[Revision, ...]:
        return super().history(identifier)[:1]


class ForgetsWho(MemoryStorage):
    def history(self, identifier: str) -> tuple[Revision, ...]:
        return tuple(Revision(revision=each.revision, when=each.when) for each in super().history(identifier))


class LoadsTheLatest(MemoryStorage):
    def load(self, identifier: str | None = None, *, revision: str | None = None) -> Stored:
        return super().load(identifier)


class TakesOffRings(MemoryStorage):
    def search(self, words: str) -> tuple[Hit, ...]:
        plain = unicodedata.normalize("NFD", words).encode("ascii", "ignore").decode()
        found = (hit for each in self.list() for hit in self._texts(each.identifier))
        return tuple(hit for hit in found if plain and plain in hit.text)

    def _texts(self, identifier: str) -> Iterator[Hit]:
        text = json.dumps(self.load(identifier).source.mapping, ensure_ascii=False)
        bare = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
        yield Hit(programme=identifier, item=identifier, language="sv", text=bare)


class SavesOneByOne(MemoryStorage):
    @contextmanager
    def together(self) -> Iterator[None]:
        yield


BROKEN: dict[type[MemoryStorage], str] = {
    LosesNone: "test_data_of_plug_ins_is_kept",
    CastsNumbers: "test_data_of_plug_ins_is_kept",
    SortsKeys: "test_data_of_plug_ins_is_kept",
    ComposesLetters: "test_every_kind_of_text_is_kept",
    TrimsTexts: "test_every_kind_of_text_is_kept",
    CutsTexts: "test_every_kind_of_text_is_kept",
    ReplacesHalves: "test_what_no_file_can_hold_is_refused",
    LetsTheLastWin: "test_a_save_from_an_old_state_is_a_conflict",
    SaysOnlyConflict: "test_a_conflict_says_what_has_changed",
    HandsOutItsOwn: "test_what_is_kept_is_not_what_was_handed_over",
    ForgetsToDelete: "test_a_deleted_programme_is_gone",
    DeletesWhateverIsThere: "test_deleting_from_an_old_state_is_a_conflict",
    StaysOpen: "test_a_closed_storage_does_nothing",
    ListsAsItPleases: "test_the_list_tells_identifier_title_and_revision",
    KeepsOneState: "test_every_state_can_be_loaded",
    ForgetsWho: "test_history_tells_the_latest_first_and_who_and_why",
    LoadsTheLatest: "test_every_state_can_be_loaded",
    TakesOffRings: "test_not_found",
    SavesOneByOne: "test_none_is_kept_when_the_block_ends_with_an_error",
}
"""Each broken storage, and the test of the contract that must catch it."""


class Broken(StorageContract):
    other_processes = False

    @pytest.fixture
    def location(self, request: pytest.FixtureRequest) -> str:
        return f"memory:{request.node.name}"


def driver_of(storage: type[MemoryStorage]) -> MemoryDriver:
    """A driver that opens broken storages."""

    class Driver(MemoryDriver):
        def open(self, location: str) -> Storage:
            return storage(self._memories.setdefault(location, Memory()), place=location)

    return Driver()


for _storage in BROKEN:
    _name = f"Test{_storage.__name__}"
    globals()[_name] = type(_name, (Broken,), {"driver": driver_of(_storage), "__module__": __name__})


class TestWithoutAPlace(StorageContract):
    driver = MemoryDriver()
