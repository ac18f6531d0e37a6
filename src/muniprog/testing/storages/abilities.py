"""What a storage can do beside keeping, when it says so: search, look after itself, save several together."""

import unicodedata
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from muniprog.errors import ConflictError
from muniprog.interfaces import ChecksItself, Hit, KeepsHistory, SavesTogether, Searches, Storage
from muniprog.source import Plain
from muniprog.testing.storages.ground import Ground, assert_kept
from muniprog.testing.storages.samples import ACTION_TITLE, TITLE, plan, retitled

HOSTILE_QUERIES = (
    '"',
    "'",
    "*",
    "(",
    ")",
    "-kurser",
    "kurser*",
    '"kurser',
    "kurser AND",
    "NOT kurser",
    "title:kurser",
    "NEAR(kurser)",
    "^kurser",
    "kurser'; DROP TABLE programmes; --",
    "%",
    "_",
    "\\",
    "kurser & lätt | !x:*",
    "\0",
    "\ud800",
    "k" * 100_000,
)


class Searching(Ground):
    """A storage that is a `Searches` finds words as a reader of Swedish and Finnish means them."""

    def test_a_word_is_found_with_its_place(self, storage: Storage) -> None:
        """A hit tells the programme, the item, the language and the whole text."""
        search = searches(storage)
        storage.save(plan())
        assert search("kurser") == (Hit(programme="plan", item="kurser", language="sv", text=ACTION_TITLE),)
        assert search("edistäminen") == (
            Hit(programme="plan", item="boende", language="fi", text="Asumisen edistäminen"),
        )
        assert search("åland") == (Hit(programme="plan", item="plan", language="sv", text=TITLE),)

    @pytest.mark.parametrize(
        "words", ["kurs", "KURSER", "Lätt", "lätt kurser", "svenska  lätt", unicodedata.normalize("NFD", "LÄTT")]
    )
    def test_found_whatever_the_case_order_and_composition(self, storage: Storage, words: str) -> None:
        """Words may be begun only, in any case and order, and a decomposed letter equals a composed one."""
        search = searches(storage)
        storage.save(plan())
        assert [hit.item for hit in search(words)] == ["kurser"]

    def test_decomposed_texts_are_found_and_given_back_as_they_are(self, storage: Storage) -> None:
        """It does not matter how the letters of the programme are composed; the text of the hit is the kept one."""
        search = searches(storage)
        text = unicodedata.normalize("NFD", "Språkcafé på Öja")
        storage.save(retitled(plan(), text))
        assert [hit.text for hit in search("språkcafé öja")] == [text]

    @pytest.mark.parametrize("words", ["latt", "aland", "edistaminen", "urser", "kurser simning", "lätt främjande"])
    def test_not_found(self, storage: Storage, words: str) -> None:
        """Å, ä and ö are letters of their own, words are found from their beginning, and all of them in one text."""
        search = searches(storage)
        storage.save(plan())
        assert search(words) == ()

    @pytest.mark.parametrize("words", HOSTILE_QUERIES, ids=lambda words: ascii(words[:20]))
    def test_nothing_that_is_asked_is_a_command(self, storage: Storage, words: str) -> None:
        """Signs are passed over and no word is an operator; whatever is asked, it is answered."""
        search = searches(storage)
        storage.save(plan())
        assert {hit.item for hit in search(words)} <= {"kurser"}
        assert [hit.item for hit in search("kurser")] == ["kurser"]

    @pytest.mark.parametrize("words", ["", " ", "\n", "-", "* *"])
    def test_no_word_finds_nothing(self, storage: Storage, words: str) -> None:
        """Where no word is left nothing is found, rather than everything."""
        search = searches(storage)
        storage.save(plan())
        assert search(words) == ()

    def test_descriptions_and_summaries_are_found(self, storage: Storage) -> None:
        """Not only titles: a programme's summary and an item's description are found too."""
        search = searches(storage)
        theme: Plain = {"id": "boende", "title": "Boende", "description": {"sv": "Stöd", "fi": "Neuvontaa"}}
        storage.save(plan(summary="Sammanfattning", themes=[theme]))
        assert search("sammanfattning") == (Hit(programme="plan", item="plan", language="sv", text="Sammanfattning"),)
        assert search("neuvontaa") == (Hit(programme="plan", item="boende", language="fi", text="Neuvontaa"),)

    def test_only_what_is_there_now_is_found(self, storage: Storage) -> None:
        """A change and a deletion change what is found at once."""
        search = searches(storage)
        saved = storage.save(retitled(plan(), "Simning"), base=storage.save(plan()))
        assert search("kurser") == ()
        assert [hit.text for hit in search("simning")] == ["Simning"]
        storage.delete("plan", base=saved)
        assert search("simning") == search("åland") == ()

    def test_all_programmes_are_searched(self, storage: Storage) -> None:
        """Every programme of the place is searched."""
        search = searches(storage)
        for identifier in ("b", "a"):
            storage.save(plan(identifier))
        assert {hit.programme for hit in search("kurser")} == {"a", "b"}


class Wholeness(Ground):
    """A storage that is a `ChecksItself` finds nothing wrong where nothing is."""

    def test_nothing_is_wrong_with_a_place_in_daily_use(self, storage: Storage) -> None:
        """Empty, after saves, changes, refusals and deletions: `integrity` finds nothing."""
        if not isinstance(storage, ChecksItself):
            pytest.skip("This storage does not check itself.")
        assert storage.integrity() == ()
        base = storage.save(plan())
        gone = storage.save(plan("gone"))
        storage.save(retitled(plan(), "Ny"), base=base)
        with pytest.raises(ConflictError):
            storage.save(plan(), base=base)
        storage.delete("gone", base=gone)
        assert storage.integrity() == ()


class Together(Ground):
    """A storage that is a `SavesTogether` keeps several programmes or none of them."""

    def test_all_are_kept_when_the_block_ends(self, storage: Storage, reopen: Callable[[], Storage]) -> None:
        """What is saved, changed and removed in one block is kept like one by one."""
        together = saves_together(storage)
        base, gone = storage.save(plan()), storage.save(plan("gone"))
        with together():
            storage.save(plan("new"))
            storage.save(retitled(plan(), "Två"), base=storage.save(retitled(plan(), "Ett"), base=base))
            storage.delete("gone", base=gone)
            assert_kept(storage.load("new"), plan("new"))
        with reopen() as again:
            assert [each.identifier for each in again.list()] == ["new", "plan"]
            assert_kept(again.load("plan"), retitled(plan(), "Två"))

    def test_none_is_kept_when_the_block_ends_with_an_error(
        self, storage: Storage, reopen: Callable[[], Storage]
    ) -> None:
        """After an error, a conflict for instance, everything is as it was before the block."""
        together = saves_together(storage)
        base, stays = storage.save(plan()), storage.save(plan("stays"))
        with pytest.raises(ConflictError), together():
            storage.save(plan("new"))
            storage.save(retitled(plan(), "Ny"), base=base)
            storage.delete("stays", base=stays)
            storage.save(plan("plan"))
        for look in (storage, reopen()):
            with look:
                assert [each.identifier for each in look.list()] == ["plan", "stays"]
                assert look.load("plan").revision == base.revision
                assert_kept(look.load("plan"), plan())
                assert not isinstance(look, KeepsHistory) or len(look.history("plan")) == 1
                assert not isinstance(look, Searches) or {hit.programme for hit in look.search("kurser")} == {
                    "plan",
                    "stays",
                }

    def test_the_storage_goes_on_after_a_block(self, storage: Storage) -> None:
        """After a block, whether it ended well or not, the next save and the next block are like any other."""
        together = saves_together(storage)
        with pytest.raises(ConflictError), together():
            storage.save(plan(), base=storage.save(plan()))
            storage.save(plan())
        base = storage.save(plan())
        with together():
            storage.save(retitled(plan(), "Ny"), base=base)
        assert_kept(storage.load(), retitled(plan(), "Ny"))


def searches(storage: Storage) -> Callable[[str], tuple[Hit, ...]]:
    """Return the search of a storage; a test of one that has none is left out."""
    if not isinstance(storage, Searches):
        pytest.skip("This storage does not search.")
    return storage.search


def saves_together(storage: Storage) -> Callable[[], AbstractContextManager[None]]:
    """Return what opens a block of saves; a test of a storage that has none is left out."""
    if not isinstance(storage, SavesTogether):
        pytest.skip("This storage saves programmes one by one.")
    return storage.together
