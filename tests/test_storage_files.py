"""Programmes in folders: what is found, what goes into which file, and what is refused."""

import builtins
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from muniprog.errors import ConflictError, SourceError, StorageError
from muniprog.interfaces import Stored
from muniprog.model import FollowUp, Programme, Theme
from muniprog.source import Plain, PlainSource
from muniprog.storage.conflict import changed_parts
from muniprog.storage.files import FileDriver, FileStorage
from muniprog.storage.names import spelled_as_found
from muniprog.text import Text
from muniprog.timeframe import Period
from muniprog.workspace import load, rewrite, save
from muniprog.yaml12 import write
from tests.edits import contents
from tests.mappings import Mapping, small

HEAD: Mapping = {"muniprog": 1, "id": "plan", "title": "Plan", "period": "2019–2022", "languages": ["sv"]}


def keep(folder: Path, mapping: Mapping, **others: str) -> Path:
    """Write a programme and other files: `themes__a="…"` is `themes/a.yaml`."""
    for name, text in {**others, "programme": write(mapping)}.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def spread(folder: Path) -> Path:
    """Write a programme whose two themes and two rounds have files of their own."""
    return keep(
        folder,
        {**HEAD, "themes": ["themes/a.yaml", "themes/b.yaml"]},
        themes__a="# first\nid: a\ntitle: A\n",
        themes__b="# second\nid: b\ntitle: B\n",
        followup__2019="# 2019\nperiod: 2019\n",
        followup__2020="# 2020\nperiod: 2020\n",
    )


def theme(identifier: str, title: str = "Nytt") -> Theme:
    return Theme(id=identifier, title=Text.of(title, "sv"))


def follow_up(period: str) -> FollowUp:
    return FollowUp(period=Period.parse(period, language="sv"))


def with_themes(programme: Programme, *themes: Theme) -> Programme:
    return attrs.evolve(programme, themes=themes)


def with_rounds(programme: Programme, *rounds: FollowUp) -> Programme:
    return attrs.evolve(programme, follow_ups=rounds)


def changes(folder: Path, change: Callable[[Programme], Programme]) -> dict[str, str | None]:
    """Save a change, and return what the files that changed hold now; None for one that is gone."""
    before = contents(folder)
    edited = change(load(folder))
    assert save(edited) == edited
    assert load(folder) == edited
    after = contents(folder)
    return {
        name: after[name].decode() if name in after else None
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    }


# Which file.


def test_an_edited_theme_changes_its_own_file_only(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, lambda old: with_themes(old, old.themes[0], attrs.evolve(old.themes[1], tags=("x",))))
    assert changed == {"themes/b.yaml": "# second\nid: b\ntitle: B\ntags: [x]\n"}


def test_a_new_theme_gets_a_file_of_its_own(tmp_path: Path) -> None:
    main = write({**HEAD, "themes": ["themes/a.yaml", "themes/c.yaml", "themes/b.yaml"]})
    first = spread(tmp_path)
    changed = changes(first, lambda old: with_themes(old, old.themes[0], theme("c"), old.themes[1]))
    assert changed == {"programme.yaml": main, "themes/c.yaml": "id: c\ntitle: Nytt\n"}


def test_a_file_that_happens_to_lie_there_is_not_written_over(tmp_path: Path) -> None:
    spread(tmp_path)
    (tmp_path / "themes" / "C.yaml").write_text("mine\n", encoding="utf-8")
    changed = changes(tmp_path, lambda old: with_themes(old, *old.themes, theme("c"), theme("c-2")))
    assert set(changed) == {"programme.yaml", "themes/c-2.yaml", "themes/c-2-2.yaml"}


def test_themes_that_lie_beside_the_main_file_get_a_neighbour(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "themes": ["a.yaml"]}, a="id: a\ntitle: A\n")
    changed = changes(tmp_path, lambda old: with_themes(old, *old.themes, theme("b")))
    assert set(changed) == {"programme.yaml", "b.yaml"}


def test_the_file_of_a_theme_that_is_gone_goes(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, lambda old: with_themes(old, old.themes[1]))
    assert changed == {"programme.yaml": write({**HEAD, "themes": ["themes/b.yaml"]}), "themes/a.yaml": None}


def test_without_any_theme_the_list_goes(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, with_themes)
    assert changed == {"programme.yaml": write(HEAD), "themes/a.yaml": None, "themes/b.yaml": None}


def test_a_theme_with_another_identifier_keeps_its_file(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, lambda old: with_themes(old, attrs.evolve(old.themes[0], id="c"), old.themes[1]))
    assert changed == {"themes/a.yaml": "# first\nid: c\ntitle: A\n"}


def test_a_theme_that_moves_changes_the_list_only(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, lambda old: with_themes(old, *reversed(old.themes)))
    assert changed == {"programme.yaml": write({**HEAD, "themes": ["themes/b.yaml", "themes/a.yaml"]})}


def test_themes_in_the_main_file_stay_there(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "themes": [{"id": "a", "title": "A"}]})
    changed = changes(tmp_path, lambda old: with_themes(old, *old.themes, theme("b")))
    assert set(changed) == {"programme.yaml"}


def test_themes_of_both_sorts_stay_where_they_are(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "themes": [{"id": "a", "title": "A"}, "themes/b.yaml"]}, themes__b="id: b\ntitle: B\n")
    changed = changes(tmp_path, lambda old: with_themes(old, old.themes[1], attrs.evolve(old.themes[0], tags=("x",))))
    themes: list[Plain] = ["themes/b.yaml", {"id": "a", "title": "A", "tags": ["x"]}]
    assert changed == {"programme.yaml": write({**HEAD, "themes": themes})}


def test_a_new_round_gets_a_file_of_its_own(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, lambda old: with_rounds(old, *old.follow_ups, follow_up("2021")))
    assert changed == {"followup/2021.yaml": "period: 2021\n"}


def test_so_does_the_first_round(tmp_path: Path) -> None:
    keep(tmp_path, HEAD)
    changed = changes(tmp_path, lambda old: with_rounds(old, follow_up("hösten 2021")))
    assert changed == {"followup/hosten-2021.yaml": "period: hösten 2021\n"}


def test_rounds_in_the_main_file_stay_there(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "follow_ups": [{"period": 2019}]})
    changed = changes(tmp_path, lambda old: with_rounds(old, *old.follow_ups, follow_up("2020")))
    assert changed == {"programme.yaml": write({**HEAD, "follow_ups": [{"period": 2019}, {"period": 2020}]})}


@pytest.mark.parametrize(
    ("position", "period", "name"),
    [
        (0, "2018", "2018"),
        (1, "2019-Q3", "2019-q3"),
        (1, "2018", "2019-2018"),
        (0, "2022", "0-2022"),
        (2, "2018", "2020-2018"),
    ],
)
def test_the_files_of_rounds_are_named_to_be_read_in_order(
    tmp_path: Path, position: int, period: str, name: str
) -> None:
    spread(tmp_path)

    def insert(old: Programme) -> Programme:
        return with_rounds(old, *old.follow_ups[:position], follow_up(period), *old.follow_ups[position:])

    assert set(changes(tmp_path, insert)) == {f"followup/{name}.yaml"}


def test_rounds_that_change_places_are_read_in_their_new_order(tmp_path: Path) -> None:
    spread(tmp_path)
    changed = changes(tmp_path, lambda old: with_rounds(old, *reversed(old.follow_ups)))
    themes: list[Plain] = ["themes/a.yaml", "themes/b.yaml"]
    assert changed == {
        "programme.yaml": write({**HEAD, "themes": themes, "follow_ups": [{"period": 2020}]}),
        "followup/2020.yaml": None,
    }


def test_rounds_of_both_sorts_stay_where_they_are(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "follow_ups": [{"period": 2019}]}, followup__2020="period: 2020\n")
    opened = attrs.evolve(follow_up("2019"), record={"x": 1})
    changed = changes(tmp_path, lambda old: with_rounds(old, opened, *old.follow_ups[1:]))
    assert set(changed) == {"programme.yaml"}


def test_a_single_file_holds_everything(tmp_path: Path) -> None:
    path = tmp_path / "plan.yml"
    path.write_text(write(HEAD), encoding="utf-8")
    (tmp_path / "followup").mkdir()
    (tmp_path / "followup" / "2018.yaml").write_text("somebody else's\n", encoding="utf-8")
    programme = load(path)
    save(with_rounds(with_themes(programme, theme("a")), follow_up("2019")))
    assert [round_.period.raw for round_ in load(path).follow_ups] == ["2019"]
    assert sorted(contents(tmp_path)) == ["followup/2018.yaml", "plan.yml"]


def test_identifiers_can_be_filled_in_where_themes_have_none(tmp_path: Path) -> None:
    main: Mapping = {**HEAD, "themes": ["themes/1.yaml", {"title": "Två"}, "themes/3.yaml"]}
    keep(tmp_path, main, themes__1="# one\ntitle: Ett\n", themes__3="title: Tre  # three\n")

    def fill(mapping: Mapping) -> Mapping:
        themes = mapping["themes"]
        assert isinstance(themes, list)
        return {**mapping, "themes": [{"id": f"t{n}", **each} for n, each in enumerate(themes)]}  # type: ignore[dict-item]

    rewrite(tmp_path, fill)
    assert contents(tmp_path)["themes/1.yaml"] == b"# one\nid: t0\ntitle: Ett\n"
    assert contents(tmp_path)["themes/3.yaml"] == b"id: t2\ntitle: Tre  # three\n"
    assert [each.id for each in load(tmp_path).themes] == ["t0", "t1", "t2"]


def test_what_is_no_programme_yet_loses_nothing_when_it_is_rewritten(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "themes": [3, "themes/a.yaml"], "follow_ups": "?"}, themes__a="id: a\n")
    rewrite(tmp_path, lambda mapping: {**mapping, "title": "Ny"})
    expected = write({**HEAD, "title": "Ny", "themes": [3, "themes/a.yaml"], "follow_ups": "?"})
    assert contents(tmp_path)["programme.yaml"].decode() == expected
    assert contents(tmp_path)["themes/a.yaml"] == b"id: a\n"


@pytest.mark.parametrize(
    "text",
    ["\ufeffid: a\ntitle: A\n", "id: a\r\ntitle: A\r\n", "id: a\ntitle: A", "# x\n\nid: a\ntitle: A\n\n"],
)
def test_marks_and_line_ends_are_kept(tmp_path: Path, text: str) -> None:
    keep(tmp_path, {**HEAD, "themes": ["themes/a.yaml"]}, themes__a=text)
    changed = changes(tmp_path, lambda old: with_themes(old, attrs.evolve(old.themes[0], title=Text.of("B", "sv"))))
    assert changed == {"themes/a.yaml": text.replace("title: A", "title: B")}


# What is refused.


def problems(folder: Path) -> list[str]:
    with pytest.raises(SourceError) as refused:
        load(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in refused.value.problems]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    names: list[Plain] = ["themes/a.yaml", "themes/./a.yaml", "programme.yaml", "followup/2019.yaml"]
    keep(tmp_path, {**HEAD, "themes": names}, themes__a="id: a\ntitle: A\n", followup__2019="period: 2019\n")
    line = "themes: [themes/a.yaml, themes/./a.yaml, programme.yaml, followup/2019.yaml]"
    assert problems(tmp_path) == [
        f"programme.yaml:6:{line.index(str(name)) + 1}: error F013: "
        f"The file “{name}” is read already; it stands for one thing."
        for name in names[1:]
    ]


def test_a_theme_that_is_missing_or_elsewhere_has_its_place(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "themes": ["themes/a.yaml", "../a.yaml"]})
    assert problems(tmp_path) == [
        "programme.yaml:6:10: error F013: There is no file “themes/a.yaml” in the programme's folder.",
        f"programme.yaml:6:25: error F013: “../a.yaml” is outside the folder {tmp_path.name}.",
    ]


def test_all_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    keep(tmp_path, {**HEAD, "themes": ["themes/a.yaml"]}, themes__a="id: [\n", followup__2019="a: 1\na: 2\n")
    assert [each.split(":")[0] for each in problems(tmp_path)] == ["themes/a.yaml", "followup/2019.yaml"]


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    keep(tmp_path, HEAD)
    (tmp_path / "followup" / "2019.yaml").mkdir(parents=True)
    with pytest.raises(StorageError, match=r"2019\.yaml” cannot be read\. The system says: "):
        load(tmp_path)


def test_an_empty_folder_holds_no_programme(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"There is no programme in “.*”: no programme\.yaml there\."):
        load(tmp_path)
    assert FileStorage(tmp_path / "nowhere").list() == ()


# Several programmes.


@pytest.fixture
def shelf(tmp_path: Path) -> FileStorage:
    """A folder with two programmes, and other things."""
    keep(tmp_path / "one", small(id="one"))
    keep(tmp_path / "2", small(id="two", title={"sv": "", "fi": "Kaksi"}))
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").touch()
    return FileStorage(tmp_path)


def test_a_folder_of_programmes_lists_them(shelf: FileStorage) -> None:
    assert [(each.identifier, each.title) for each in shelf.list()] == [("one", "Exempelprogram"), ("two", "Kaksi")]


def test_one_of_them_is_found_by_its_identifier(shelf: FileStorage) -> None:
    assert load(f"{shelf.path}#two").id == "two"
    with pytest.raises(StorageError, match=r"several programmes in .* say which one: .*#two, .*#one\."):
        load(shelf.path)
    with pytest.raises(StorageError, match=r"There is no programme “three” in “.*”\. Known: two, one\."):
        load(f"{shelf.path}#three")


def test_one_that_is_broken_does_not_hide_the_other(shelf: FileStorage) -> None:
    (shelf.path / "2" / "programme.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    assert shelf.load("one").source.mapping["id"] == "one"
    with pytest.raises(SourceError):
        shelf.load("2")
    with pytest.raises(SourceError) as refused:
        shelf.list()
    assert len(refused.value.problems) == 1


def test_the_only_one_needs_no_name(tmp_path: Path) -> None:
    keep(tmp_path / "one", small())
    assert load(tmp_path).id == "exempel"


def test_a_new_one_gets_a_folder_beside_the_others(shelf: FileStorage) -> None:
    shelf.save(small(id="three"))
    assert (shelf.path / "three" / "programme.yaml").is_file()
    with pytest.raises(ConflictError, match=r"There is a programme in “.*” already; nothing was written\."):
        shelf.save(small(id="three"))


def test_a_new_one_does_not_take_over_what_lies_there(tmp_path: Path) -> None:
    keep(tmp_path, HEAD, followup__2019="period: 2019\n")
    (tmp_path / "programme.yaml").unlink()
    with pytest.raises(ConflictError):
        FileStorage(tmp_path).save(small())


def test_a_new_one_has_a_file_for_each_round(tmp_path: Path) -> None:
    rounds: list[Plain] = [{"period": 2020}, {"period": 2019}, {"period": 2021}]
    mapping = small(follow_ups=rounds)
    stored = FileDriver().open(str(tmp_path / "new")).save(mapping)
    assert stored.source.mapping == mapping
    names = ["2020.yaml", "2020-2019.yaml", "2021.yaml"]
    assert sorted(contents(tmp_path / "new")) == sorted(["programme.yaml", *(f"followup/{name}" for name in names)])
    single = FileDriver().open(str(tmp_path / "plan.yaml"))
    assert single.save(mapping).source.mapping == mapping


@pytest.mark.parametrize("rounds", [None, "?", [3]])
def test_what_is_kept_comes_back_equal_or_without_empty_keys(tmp_path: Path, rounds: Plain) -> None:
    stored = FileStorage(tmp_path).save({**HEAD, "follow_ups": rounds})
    assert stored.source.mapping.get("follow_ups") == rounds


# Revisions and conflicts.


def test_a_folder_knows_the_state_of_now_only(tmp_path: Path) -> None:
    keep(tmp_path, HEAD)
    storage = FileStorage(tmp_path)
    now = storage.load().revision
    assert storage.load(revision=now).revision == now
    with pytest.raises(StorageError, match=r"A folder keeps no earlier states, so there is no “HEAD~3”"):
        load(f"{tmp_path}@HEAD~3")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: folder.joinpath("themes/b.yaml").write_text("id: b\ntitle: C\n", encoding="utf-8"),
         "changed themes/b.yaml since .* Changed there: “C” \\(b\\)\\."),
        (lambda folder: folder.joinpath("followup/2021.yaml").write_text("period: 2021\n", encoding="utf-8"),
         "changed followup/2021.yaml since .* Changed there: the follow-up 2021\\."),
        (lambda folder: folder.joinpath("followup/2020.yaml").unlink(),
         "changed followup/2020.yaml since .* Changed there: the follow-up 2020\\."),
        (lambda folder: folder.joinpath("themes/a.yaml").write_text("id: [", encoding="utf-8"),
         "changed themes/a.yaml since .* make the change once more\\.$"),
        (lambda folder: folder.joinpath("themes/a.yaml").write_text("title: A\nid: a\n", encoding="utf-8"),
         "changed themes/a.yaml since .* make the change once more\\.$"),
        (lambda folder: folder.joinpath("programme.yaml").unlink(), "programme.yaml” is gone since it was loaded"),
    ],
    ids=["theme", "new round", "round gone", "broken", "other order", "gone"],
)  # fmt: skip
def test_whoever_comes_second_is_told(tmp_path: Path, spoil: Callable[[Path], object], said: str) -> None:
    programme = load(spread(tmp_path))
    spoil(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(ConflictError, match=said):
        save(with_themes(programme))
    assert contents(tmp_path) == before


def test_a_conflict_names_what_has_changed() -> None:
    old = small(note="x", themes=[*small()["themes"], {"id": "idrott", "name": 3}])  # type: ignore[misc]
    new = small(title="Nytt", follow_ups=[{"period": 2020}, 3], owners=[{"id": "bild", "name": {"sv": "Skolan"}}])
    said = [str(part) for part in changed_parts(old, new)]
    assert said == [
        "“title”", "the follow-up 2020", "the follow-up ", "“Skolan” (bild)", "“note”", "“Social” (soc)", "“idrott”"
    ]  # fmt: skip
    many: list[Plain] = [{"id": f"o{number}", "name": "O"} for number in range(30)]
    assert len(changed_parts(small(), small(owners=many))) == 10


def test_what_was_loaded_elsewhere_is_not_saved_as_a_change(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="This was not loaded from"):
        FileStorage(tmp_path).save(small(), base=Stored(PlainSource(small()), "1"))


def test_without_an_old_form_the_mapping_itself_is_the_change(tmp_path: Path) -> None:
    keep(tmp_path, HEAD)
    storage = FileStorage(tmp_path)
    stored = storage.save({**HEAD, "title": "Ny"}, base=storage.load())
    assert storage.load().revision == stored.revision
    assert storage.load().source.mapping == {**HEAD, "title": "Ny"}


def test_a_programme_that_is_removed_takes_its_files_and_folder_along(tmp_path: Path) -> None:
    spread(tmp_path / "plan")
    keep(tmp_path / "other", small())
    storage = FileStorage(tmp_path)
    storage.delete("plan", base=storage.load("plan"))
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
    (tmp_path / "other" / "note.txt").touch()
    stored = storage.load("exempel")
    (tmp_path / "other" / "programme.yaml").write_text(write(small(note="x")), encoding="utf-8")
    with pytest.raises(ConflictError, match="“exempel” has changed since it was loaded; nothing was removed"):
        storage.delete("exempel", base=stored)
    storage.delete("exempel", base=storage.load("exempel"))
    assert contents(tmp_path) == {"other/note.txt": b""}


# Locks and names.


def test_without_locks_it_is_saved_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *arguments: object, **options: object) -> object:
        if name == "fcntl":
            raise ImportError
        return imported(name, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    keep(tmp_path, HEAD)
    save(with_themes(load(tmp_path), theme("a")))
    assert load(tmp_path).themes[0].id == "a"


def test_a_name_that_is_nowhere_stays_as_it_is(tmp_path: Path) -> None:
    for path in (Path(), Path("nowhere/å"), tmp_path / "nowhere" / "a", tmp_path):
        assert spelled_as_found(path) == path
