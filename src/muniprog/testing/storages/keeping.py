"""What is kept is given back as it was, listed, changed and removed."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from muniprog.errors import StorageError
from muniprog.interfaces import Storage
from muniprog.source import Plain
from muniprog.testing.storages.ground import Ground, assert_kept
from muniprog.testing.storages.samples import TITLE, Mapping, plan, retitled, with_actions
from muniprog.testing.strategies import programme_mappings

TEXTS: dict[str, str] = {
    "empty": "",
    "emoji": "👩‍👩‍👧 🇫🇮 🏳️‍🌈",
    "composed": "\u00e5\u00e4\u00f6",
    "decomposed": "a\u030aa\u0308o\u0308",
    "nul": "before\0after",
    "control": "".join(map(chr, range(1, 32))) + "\x7f\x80\x85\x9f",
    "line separators": "one\u2028two\u2029three\x0bfour\x0cfive",
    "line ends": "one\r\ntwo\rthree\nfour\n\n",
    "byte order mark": "\ufeffbefore and after\ufeff",
    "no characters": "\ufffe\uffff\U0010ffff",
    "private use": "\ue000\U000f0000",
    "right to left": "\u202eabc\u202c שלום",
    "spaces": "  two before, a tab and a space after\t ",
    "hard spaces": "\u00a0\u2009\u3000",
    "quotes": "' \" ` \\ \\\\ ''' \"\"\" \\n \\u0041",
    "places": "%s %(x)s {x} {} $1 :x ? @x",
    "sql": "'; DROP TABLE programmes; --",
    "markup": "<b>&amp;</b> ]]> <!-- -->",
    "yaml": "- a: b # c\n---\n...\n? !!x &y *z | > %TAG",
    "merge": "<<<<<<< ours\n=======\n>>>>>>> theirs",
    "null": "null",
    "number": "1.10",
    "formula": '=HYPERLINK("x")',
    "long": "å" * 200_000,
}

ODD_VALUES: Mapping = {
    "nothing": None,
    "empty": [{}, [], "", None],
    "true and one": [True, 1, 1.0, False, 0, 0.0, -0.0],
    "big": [2**63, -(2**80), 10**40],
    "small": [5e-324, 1e-7, 0.1, 1.7976931348623157e308, 1e16],
    "nested": [[[[]]], {"a": {"b": {"c": [None, {"d": None}]}}}],
    "order": {"z": 1, "a": 2, "å": 3, "B": 4, "10": 5, "9": 6},
    "words": ["yes", "no", "on", "off", "~", "true", "1_000", "0x1f", "1e3", "12:30", "2019-02-01", ".nan", "="],
    "": {" ": {"\n": "odd keys", "a.b": 1, "a/b": 2, "#": 3, "\0": 4}},
}

quietly = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,  # each example begins by cleaning up
        HealthCheck.differing_executors,  # a contract is made to be inherited
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


def remove_all(storage: Storage) -> None:
    """Remove what an earlier example has left."""
    for listed in storage.list():
        storage.delete(listed.identifier, base=storage.load(listed.identifier))


class Keeping(Ground):
    """A storage gives back what it was given."""

    @quietly
    @given(mapping=programme_mappings())
    def test_any_programme_is_given_back_as_it_was(self, reopen: Callable[[], Storage], mapping: Mapping) -> None:
        """Whatever a programme holds is equal when it is loaded again: keys, their order, types, letters."""
        with reopen() as storage:
            remove_all(storage)
            assert_kept(storage.save(mapping), mapping)
        with reopen() as storage:
            assert_kept(storage.load(str(mapping["id"])), mapping)

    @quietly
    @given(before=programme_mappings(), after=programme_mappings())
    def test_any_programme_may_become_any_other(
        self, reopen: Callable[[], Storage], before: Mapping, after: Mapping
    ) -> None:
        """A change may be as large as it likes; afterwards exactly the new programme is there.

        Keys that were there before may stay in their earlier order, as they do in a file that people edit.
        """
        changed = {**after, "id": before["id"]}
        with reopen() as storage:
            remove_all(storage)
            assert_kept(storage.save(changed, base=storage.save(before)), changed, in_order=False)
        with reopen() as storage:
            assert_kept(storage.load(), changed, in_order=False)

    @pytest.mark.parametrize("name", TEXTS)
    def test_every_kind_of_text_is_kept(self, reopen: Callable[[], Storage], name: str) -> None:
        """A text is kept to the letter: nothing is composed, trimmed, escaped twice or cut."""
        text = TEXTS[name]
        mapping = retitled(plan(note=text, extensions={"map": {text[:1000]: [text]}}), text)
        with reopen() as storage:
            storage.save(mapping)
        with reopen() as storage:
            assert_kept(storage.load("plan"), mapping)

    @pytest.mark.parametrize("name", ODD_VALUES)
    def test_data_of_plug_ins_is_kept(self, reopen: Callable[[], Storage], name: str) -> None:
        """What stands under `extensions` is nobody else's business: null stays null, 1 stays 1 and 1.0 stays 1.0."""
        mapping = plan(extensions={"map": {name: ODD_VALUES[name]}})
        with reopen() as storage:
            storage.save(mapping)
        with reopen() as storage:
            assert_kept(storage.load("plan"), mapping)

    def test_a_large_programme_is_kept(self, reopen: Callable[[], Storage]) -> None:
        """Two thousand actions are kept like one, and one of them can be changed."""
        many: list[Plain] = [{"id": f"a{n}", "title": f"Åtgärd {n}", "timeframe": 2020} for n in range(2000)]
        mapping = with_actions(plan(), *many)
        changed = retitled(mapping, "Något annat")
        with reopen() as storage:
            storage.save(changed, old=mapping, base=storage.save(mapping))
        with reopen() as storage:
            assert_kept(storage.load("plan"), changed)

    def test_a_fresh_place_is_empty(self, storage: Storage) -> None:
        """A place where nothing was saved can be opened and lists nothing."""
        assert storage.list() == ()

    def test_the_list_tells_identifier_title_and_revision(self, storage: Storage) -> None:
        """Programmes are listed by identifier, with the title in the first of their languages and their revision."""
        revisions = {name: storage.save(plan(name)).revision for name in ("c", "a", "B.1", "b")}
        listed = storage.list()
        assert [each.identifier for each in listed] == sorted(revisions)
        assert {each.title for each in listed} == {TITLE}
        assert {each.identifier: each.revision for each in listed} == revisions

    @pytest.mark.parametrize(
        "title", ["Bara på svenska", "", {"fi": "Vain suomeksi"}, {"sv": None, "fi": "Suomeksi"}, {}]
    )
    def test_the_list_copes_with_a_title_that_is_not_in_every_language(self, storage: Storage, title: Plain) -> None:
        """A title is a text or a mapping, and need not be in the first language; the list has what there is."""
        storage.save(plan(title=title))
        there = [words for words in title.values() if words] if isinstance(title, dict) else [title]
        assert [each.title for each in storage.list()] == (there or [""])

    def test_the_only_programme_need_not_be_named(self, storage: Storage) -> None:
        """Where there is one programme, `load()` gives that one."""
        saved = storage.save(plan())
        assert storage.load().revision == storage.load("plan").revision == saved.revision
        assert_kept(storage.load(), plan())

    def test_several_programmes_do_not_touch_each_other(self, storage: Storage) -> None:
        """What happens to one programme does not change another."""
        first, second = storage.save(plan("first")), storage.save(plan("second"))
        storage.save(retitled(plan("first"), "Ny"), base=first)
        assert storage.load("second").revision == second.revision
        assert_kept(storage.load("second"), plan("second"))
        storage.delete("first", base=storage.load("first"))
        assert_kept(storage.load("second"), plan("second"))

    def test_everyday_identifiers_are_kept(self, storage: Storage) -> None:
        """Every identifier that a programme may have is an identifier that it may be kept under."""
        for identifier in ("A", "1", "1.1", "1.10", "2019-2022", "x_y-z.1", "x" * 80):
            storage.save(plan(identifier))
            assert_kept(storage.load(identifier), plan(identifier))
        assert len(storage.list()) == 7

    def test_a_save_goes_on_from_the_last(self, reopen: Callable[[], Storage]) -> None:
        """What a save returns is the base of the next one, also when the place was closed in between."""
        with reopen() as storage:
            saved = storage.save(plan())
            for number in range(3):
                saved = storage.save(retitled(plan(), str(number)), base=saved)
        with reopen() as storage:
            storage.save(retitled(plan(), "3"), base=saved)
            assert_kept(storage.load(), retitled(plan(), "3"))

    def test_only_what_differs_from_old_is_a_change(self, storage: Storage) -> None:
        """A save may be told what the base looked like, so that the rest need not be compared."""
        old = plan()
        new = retitled(old, "Ny")
        assert_kept(storage.save(new, old=old, base=storage.save(old)), new)

    def test_a_revision_tells_whether_something_changed(self, storage: Storage) -> None:
        """`save`, `load` and `list` name the same revision; loading never changes it and a change always does."""
        first = storage.save(plan())
        assert first.revision
        assert [storage.load().revision, storage.load().revision] == [first.revision] * 2
        second = storage.save(retitled(plan(), "Ny"), base=first)
        assert second.revision != first.revision
        assert storage.load().revision == storage.list()[0].revision == second.revision

    def test_saving_the_same_again_is_no_error(self, storage: Storage) -> None:
        """A save that changes nothing is fine. Whether it makes a new revision is the storage's business."""
        again = storage.save(plan(), base=storage.save(plan()))
        assert storage.load().revision == again.revision
        assert_kept(storage.load(), plan())

    def test_what_is_kept_is_not_what_was_handed_over(self, storage: Storage) -> None:
        """Who goes on writing in a mapping that was saved changes nothing of what is kept."""
        mapping = plan(tags=["one"])
        storage.save(mapping)
        mapping["tags"] = ["another"]
        themes = mapping["themes"]
        assert isinstance(themes, list)
        themes.clear()
        assert_kept(storage.load(), plan(tags=["one"]))

    def test_a_deleted_programme_is_gone(self, reopen: Callable[[], Storage]) -> None:
        """After `delete` the programme is neither listed nor loaded, and its identifier is free."""
        with reopen() as storage:
            storage.delete("plan", base=storage.save(plan()))
            assert storage.list() == ()
        with reopen() as storage:
            assert storage.list() == ()
            with pytest.raises(StorageError, match="plan"):
                storage.load("plan")
            storage.save(retitled(plan(), "Anew"))
            assert_kept(storage.load(), retitled(plan(), "Anew"))
