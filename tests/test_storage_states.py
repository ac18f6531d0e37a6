"""What memory and SQLite have in common: numbered states, conflicts, history, search, all or nothing."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.errors import ConflictError, StorageError
from muniprog.interfaces import Hit, Listed, Revision
from muniprog.source import Plain, PlainSource
from muniprog.storage.memory import MemoryStorage
from muniprog.storage.sqlite.storage import SqliteStorage

Kind = type[MemoryStorage] | type[SqliteStorage]
Opened = MemoryStorage | SqliteStorage


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
def storage(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Opened]:
    if request.param == "memory":
        opened: Opened = MemoryStorage(now=clock)
    else:
        opened = SqliteStorage(tmp_path / "programmes.db", now=clock)
    with opened:
        yield opened


def plan(identifier: str = "plan", **more: Plain) -> dict[str, Plain]:
    return {"muniprog": 1, "id": identifier, "title": "Plan", "period": 2026, "languages": ["sv", "fi"], **more}


def test_a_storage_is_empty_before_anything_is_saved(storage: Opened) -> None:
    assert storage.list() == ()
    assert storage.search("plan") == ()
    assert storage.integrity() == ()


def test_what_was_saved_is_loaded(storage: Opened) -> None:
    saved = storage.save(plan())
    loaded = storage.load("plan")
    assert (saved.revision, saved.source.mapping) == (loaded.revision, loaded.source.mapping) == ("1", plan())


def test_the_only_programme_need_not_be_named(storage: Opened) -> None:
    storage.save(plan())
    assert storage.load().source.mapping == plan()


def test_of_several_programmes_one_must_be_named(storage: Opened) -> None:
    storage.save(plan("b"))
    storage.save(plan("a"))
    with pytest.raises(StorageError, match=r"several programmes .* say which one: \S+#a, \S+#b\."):
        storage.load()


def test_of_very_many_programmes_only_some_are_named(storage: Opened) -> None:
    with storage.together():
        for number in range(30):
            storage.save(plan(f"plan-{number}"))
    with pytest.raises(StorageError) as refused:
        storage.load("plan")
    assert str(refused.value).count("plan-") == 10
    assert str(refused.value).endswith(", ….")


@pytest.mark.parametrize("name", [None, "plan"])
def test_nothing_is_found_in_an_empty_storage(storage: Opened, name: str | None) -> None:
    with pytest.raises(StorageError, match="There is no programme "):
        storage.load(name)


def test_what_is_not_there_is_not_loaded_removed_or_remembered(storage: Opened) -> None:
    stored = storage.save(plan())
    with pytest.raises(StorageError, match="no programme “plant” in .*Known: plan."):
        storage.load("plant")
    with pytest.raises(StorageError, match="no programme “plant” in .*Known: plan."):
        storage.load("plant", revision="1")
    with pytest.raises(StorageError, match="no programme “plant” in .*Known: plan."):
        storage.delete("plant", base=stored)
    with pytest.raises(StorageError, match="no programme “plant” in .*Known: plan."):
        storage.history("plant")
    with pytest.raises(StorageError, match="no programme “plant” in .*Known: plan."):
        storage.revision_on("plant", date(2026, 3, 1))


def test_history_of_an_empty_storage(storage: Opened) -> None:
    with pytest.raises(StorageError, match="There is no programme “plan”"):
        storage.history("plan")


def test_removing_from_an_empty_storage(storage: Opened) -> None:
    from muniprog.interfaces import Stored

    with pytest.raises(StorageError, match="There is no programme “plan”"):
        storage.delete("plan", base=Stored(PlainSource(plan()), "1"))


def test_the_list_tells_titles_and_revisions(storage: Opened) -> None:
    storage.save(plan("b", title={"fi": "Ohjelma", "sv": "Program"}))
    changed = storage.save(plan("a", title={"fi": "Vain suomeksi", "sv": ""}))
    storage.save({**plan("a"), "title": {"fi": {"text": "Vain suomeksi", "translates": "x"}}}, base=changed)
    assert storage.list() == (
        Listed(identifier="a", title="Vain suomeksi", revision="2"),
        Listed(identifier="b", title="Program", revision="1"),
    )


def test_a_change_from_an_earlier_state_is_a_conflict_that_says_what_changed(storage: Opened) -> None:
    first = storage.save(plan(themes=[{"id": "t", "title": "Tema"}]))
    storage.save(plan(themes=[{"id": "t", "title": "Annat tema"}]), base=first, by="planeraren")
    with pytest.raises(ConflictError) as conflict:
        storage.save(plan(title="Ny plan"), base=first)
    assert str(conflict.value) == (
        "“plan” is no longer at revision 1 but at 2; nothing was written. It was saved by planeraren. "
        "Changed since then: “Annat tema” (t). Load it again and make the change once more."
    )
    assert storage.load().revision == "2"


def test_removing_what_has_changed_is_a_conflict(storage: Opened) -> None:
    first = storage.save(plan())
    storage.save(plan(title="B"), base=first)
    with pytest.raises(ConflictError, match="“plan” is no longer at revision 1 but at 2; nothing was written. Changed"):
        storage.delete("plan", base=first)


def test_a_new_programme_does_not_take_the_place_of_another(storage: Opened) -> None:
    storage.save(plan())
    with pytest.raises(ConflictError, match="There is a programme “plan” here already; nothing was written."):
        storage.save(plan(title="B"))


def test_a_change_of_what_has_been_removed_is_a_conflict(storage: Opened) -> None:
    first = storage.save(plan())
    storage.delete("plan", base=first)
    with pytest.raises(ConflictError, match="“plan” has been removed since it was loaded; nothing was written."):
        storage.save(plan(title="B"), base=first)


def test_a_change_of_what_never_was_there_is_a_conflict(storage: Opened, tmp_path: Path) -> None:
    elsewhere = MemoryStorage().save(plan())
    with pytest.raises(ConflictError, match="“plan” has been removed"):
        storage.save(plan(title="B"), base=elsewhere)


def test_one_programme_does_not_become_the_next_state_of_another(storage: Opened) -> None:
    first = storage.save(plan("a"))
    storage.save(plan("b"))
    with pytest.raises(StorageError, match="“a” cannot become “b” here"):
        storage.save(plan("b"), base=first)


def test_every_state_is_kept_with_who_when_and_why(storage: Opened, clock: Clock) -> None:
    first = storage.save(plan(), by="planeraren", note="som i utkastet")
    clock.moment += timedelta(days=1)
    storage.save(plan(title="Ny"), base=first, note="ny rubrik")
    assert storage.history("plan") == (
        Revision(revision="2", when=clock.moment, note="ny rubrik"),
        Revision(revision="1", when=clock.moment - timedelta(days=1), by="planeraren", note="som i utkastet"),
    )
    assert storage.load("plan", revision="1").source.mapping == plan()
    assert storage.load(revision="2").source.mapping == plan(title="Ny")


@pytest.mark.parametrize("revision", ["3", "0", "-1", "1.0", "", "seven", "1" * 40, "1\0"])
def test_a_revision_that_never_was(storage: Opened, revision: str) -> None:
    storage.save(plan(title="B"), base=storage.save(plan()))
    with pytest.raises(StorageError, match="“plan” has no revision “.*”; the latest is 2."):
        storage.load("plan", revision=revision)


def test_a_removed_programme_keeps_its_history_and_its_identifier_can_be_used_anew(
    storage: Opened, clock: Clock
) -> None:
    storage.delete("plan", base=storage.save(plan(title="A")))
    assert storage.list() == ()
    with pytest.raises(StorageError, match="There is no programme"):
        storage.load("plan")
    assert storage.load("plan", revision="1").source.mapping == plan(title="A")
    with pytest.raises(StorageError, match="“plan” has no revision “2”; the latest is 2."):
        storage.load("plan", revision="2")
    assert storage.save(plan(title="B")).revision == "3"
    assert [each.revision for each in storage.history("plan")] == ["3", "1"]


def test_which_state_was_the_latest_on_a_day(storage: Opened, clock: Clock) -> None:
    first = storage.save(plan())  # a second before midnight
    clock.moment += timedelta(seconds=1)
    second = storage.save(plan(title="B"), base=first)
    clock.moment += timedelta(days=5)
    storage.delete("plan", base=second)
    assert storage.revision_on("plan", date(2026, 3, 1)) == "1"
    assert storage.revision_on("plan", date(2026, 3, 2)) == "2"
    assert storage.revision_on("plan", date(2026, 3, 6)) == "2"
    for day in (date(2026, 2, 28), date(2026, 3, 7), date.max):
        with pytest.raises(StorageError, match="“plan” was not kept here on"):
            storage.revision_on("plan", day)


def test_what_changes_outside_does_not_change_what_is_kept(storage: Opened) -> None:
    mapping = plan(themes=[{"id": "t", "title": "Tema"}])
    before = deepcopy(mapping)
    saved = storage.save(mapping)
    themes = mapping["themes"]
    assert isinstance(themes, list)
    themes.clear()
    storage.load().source.mapping["title"] = "Annan"
    assert saved.source.mapping == storage.load().source.mapping == before


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("\ud800", "half a character (U+D800)"),
        (float("inf"), "An infinite number or “not a number”"),
        (float("nan"), "An infinite number or “not a number”"),
    ],
)
def test_what_cannot_be_given_back_is_refused(storage: Opened, value: Plain, sentence: str) -> None:
    with pytest.raises(StorageError) as refused:
        storage.save(plan(note=[value]))
    assert sentence in str(refused.value)
    assert storage.list() == ()


def test_what_has_no_end_is_refused(storage: Opened) -> None:
    circle: list[Plain] = []
    circle.append(circle)
    with pytest.raises(StorageError, match="too deep inside one another"):
        storage.save(plan(note=circle))


def test_half_a_character_in_a_note_is_refused(storage: Opened) -> None:
    with pytest.raises(StorageError, match="half a character"):
        storage.save(plan(), note="\udfff")
    with pytest.raises(StorageError, match="half a character"):
        storage.save(plan(), by="\udfff")
    assert storage.list() == ()


@pytest.mark.parametrize("identifier", [None, "", 7])
def test_a_programme_without_an_identifier_is_refused(storage: Opened, identifier: Plain) -> None:
    with pytest.raises(StorageError, match="without an identifier"):
        storage.save({"id": identifier})


def test_a_closed_storage_says_so(storage: Opened) -> None:
    stored = storage.save(plan())
    storage.close()
    storage.close()
    for ask in (
        storage.list,
        storage.load,
        lambda: storage.save(plan(), base=stored),
        lambda: storage.delete("plan", base=stored),
        lambda: storage.history("plan"),
        lambda: storage.revision_on("plan", date(2026, 3, 1)),
        lambda: storage.search("plan"),
        storage.integrity,
        lambda: storage.together().__enter__(),
    ):
        with pytest.raises(StorageError, match="has been closed; open it again"):
            ask()


def test_together_all_is_kept(storage: Opened) -> None:
    with storage.together():
        first = storage.save(plan("a"))
        second = storage.save(plan("a", title="B"), base=first)
        assert storage.load("a").source.mapping == plan("a", title="B")
        storage.save(plan("b"))
        storage.delete("a", base=second)
    assert [listed.identifier for listed in storage.list()] == ["b"]
    assert len(storage.history("a")) == 2


def test_together_nothing_is_kept_when_something_fails(storage: Opened) -> None:
    kept = storage.save(plan("a"))
    with pytest.raises(ConflictError), storage.together():
        storage.save(plan("a", title="B"), base=kept)
        storage.save(plan("b"))
        storage.save(plan("a", title="C"), base=kept)
    assert storage.list() == (Listed(identifier="a", title="Plan", revision="1"),)
    assert len(storage.history("a")) == 1


def test_together_a_conflict_that_is_caught_takes_only_itself_back(storage: Opened) -> None:
    with storage.together():
        storage.save(plan("a"))
        with pytest.raises(ConflictError):
            storage.save(plan("a"))
        storage.save(plan("b"))
    assert [listed.identifier for listed in storage.list()] == ["a", "b"]


def test_threads_lose_nothing(storage: Opened) -> None:
    def work(name: str) -> None:
        stored = storage.save(plan(name))
        for number in range(10):
            stored = storage.save(plan(name, note=number), base=stored)

    threads = [Thread(target=work, args=(f"plan-{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [listed.revision for listed in storage.list()] == ["11"] * 4


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=12,
)


def in_order(value: Plain) -> object:
    """The value with the type of everything in it and the order of all keys."""
    if isinstance(value, dict):
        return [(key, in_order(inner)) for key, inner in value.items()]
    return [in_order(inner) for inner in value] if isinstance(value, list) else (type(value), repr(value))


@settings(max_examples=40, deadline=None)
@given(more=st.dictionaries(TEXTS, PLAIN, max_size=4))
def test_every_mapping_comes_back_equal(more: dict[str, Plain], tmp_path_factory: pytest.TempPathFactory) -> None:
    mapping = {**more, "id": "plan"}
    path = tmp_path_factory.mktemp("kept") / "x.db"
    for kind in (MemoryStorage(), SqliteStorage(path)):
        with kind as storage:
            storage.save(mapping)
            assert in_order(storage.load().source.mapping) == in_order(mapping)
            assert storage.integrity() == ()


def test_a_search_finds_words_in_every_language(storage: Opened) -> None:
    storage.save(
        plan(
            summary="Boendet först",
            owners=[{"id": "hus", "name": "Boendebyrån"}],
            themes=[
                {
                    "id": "t",
                    "title": {"sv": "Boende", "fi": {"text": "Asuminen", "translates": "Boende"}, "en": None},
                    "description": "Alla skall bo",
                    "note": "boende",
                }
            ],
        )
    )
    assert storage.search("BOENDE") == (
        Hit(programme="plan", item="plan", language="sv", text="Boendet först"),
        Hit(programme="plan", item="hus", language="sv", text="Boendebyrån"),
        Hit(programme="plan", item="t", language="sv", text="Boende"),
    )
    assert storage.search("asum") == (Hit(programme="plan", item="t", language="fi", text="Asuminen"),)
    assert storage.search("först boendet") == (Hit(programme="plan", item="plan", language="sv", text="Boendet först"),)
    assert storage.search("först boendes") == ()


@pytest.mark.parametrize(
    ("title", "found", "not_found"),
    [
        ("Ålderdom", ["ålder", "ÅLDER", "A\u030alder"], ["alder"]),
        ("Människa", ["människa", "ma\u0308nniska"], ["manniska"]),
        ("A\u030abo", ["åbo"], ["abo"]),
        ("Yö-työ", ["YÖ", "työ", "yö työ"], ["yo", "tyo"]),
        ("Straße 🏠 12", ["STRASSE", "12", "strass 🏠"], ["🏠", "2"]),
    ],
)
def test_letters_are_what_they_are_in_swedish_and_finnish(
    storage: Opened, title: str, found: list[str], not_found: list[str]
) -> None:
    storage.save(plan(title=title))
    assert [bool(storage.search(words)) for words in found] == [True] * len(found)
    assert [bool(storage.search(words)) for words in not_found] == [False] * len(not_found)


@pytest.mark.parametrize(
    "words", ['"', "*", "a OR b", "NOT", "NEAR(a b)", "title:x", "^a", "a - b", "'; DROP TABLE latest; --", "a\0b", ""]
)
def test_nothing_in_what_is_searched_is_a_command(storage: Opened, words: str) -> None:
    storage.save(plan())
    assert storage.search(words) == ()
    assert storage.search(f"Plan {words}") in ((), storage.search("plan"))
    assert [listed.identifier for listed in storage.list()] == ["plan"]


def test_a_very_long_search(storage: Opened) -> None:
    words = " ".join(f"ord{number}" for number in range(2_000))
    storage.save(plan(title=words))
    assert len(storage.search(words)) == 1


def test_a_search_finds_what_is_kept_now(storage: Opened) -> None:
    first = storage.save(plan(title="Gammal"))
    storage.save(plan("other", title="Gammal"))
    assert len(storage.search("gammal")) == 2
    second = storage.save(plan(title="Ny"), base=first)
    assert [hit.programme for hit in storage.search("gammal")] == ["other"]
    assert [hit.programme for hit in storage.search("ny")] == ["plan"]
    storage.delete("plan", base=second)
    assert storage.search("ny") == ()
    assert len(storage.search("gammal")) == 1
