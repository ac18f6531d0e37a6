"""Copying programmes: checked first, each whole, and begun again where it stopped."""

from pathlib import Path

import pytest

from muniprog.copying import Copied, Outcome, copy
from muniprog.errors import SourceError, StorageError, UnknownNameError
from muniprog.interfaces import Listed, Stored
from muniprog.messages import message
from muniprog.source import Plain
from muniprog.storage.files import FileStorage
from muniprog.workspace import open_storage
from tests.mappings import small


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A database with three programmes."""
    address = f"sqlite:///{tmp_path / 'programmes.db'}"
    keep(address, *(small(id=name) for name in ("a", "b", "c")))
    return address


def keep(address: str, *mappings: dict[str, Plain]) -> None:
    with open_storage(address) as storage:
        for mapping in mappings:
            there = {listed.identifier for listed in storage.list()}
            storage.save(mapping, base=storage.load(str(mapping["id"])) if mapping["id"] in there else None)


def kept(address: str) -> dict[str, dict[str, Plain]]:
    with open_storage(address) as storage:
        return {listed.identifier: storage.load(listed.identifier).source.mapping for listed in storage.list()}


def outcomes(copied: Copied) -> dict[str, str]:
    return {programme.identifier: programme.outcome for programme in copied.programmes}


def test_all_programmes_of_a_storage_are_copied(database: str, tmp_path: Path) -> None:
    assert outcomes(copy(database, tmp_path / "plans")) == dict.fromkeys("abc", "copied")
    assert kept(str(tmp_path / "plans")) == kept(database)
    assert sorted(each.name for each in (tmp_path / "plans").iterdir()) == ["a", "b", "c"]


def test_from_folders_to_a_database_and_back(database: str, tmp_path: Path) -> None:
    copy(database, f"{tmp_path / 'plans'}/")
    copy(tmp_path / "plans", f"sqlite:///{tmp_path / 'other.db'}")
    assert kept(f"sqlite:///{tmp_path / 'other.db'}") == kept(database)


def test_one_programme_is_copied(database: str, tmp_path: Path) -> None:
    assert outcomes(copy(f"{database}#b", tmp_path / "b")) == {"b": "copied"}
    assert (tmp_path / "b" / "programme.yaml").is_file()


def test_the_programme_of_a_package_is_copied(tmp_path: Path) -> None:
    copied = copy("vasa_2019_2022", f"sqlite:///{tmp_path / 'x.db'}", note="Första kopian", by="Planerare")
    assert outcomes(copied) == {"vasa-2019-2022": "copied"}


def test_the_programme_of_a_package_is_found_beside_an_empty_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vasa_2019_2022").mkdir()
    assert copy("vasa_2019_2022", "memory:beside").count(Outcome.COPIED) == 1


def test_an_earlier_state_is_copied_as_the_newest(database: str, tmp_path: Path) -> None:
    with open_storage(database) as storage:
        first = storage.load("a")
    keep(database, small(id="a", note="Ändrat"))
    copy(f"{database}#a@{first.revision}", tmp_path / "a")
    assert kept(str(tmp_path / "a"))["a"] == small(id="a")


def test_a_second_run_copies_only_what_is_missing(database: str, tmp_path: Path) -> None:
    copy(f"{database}#b", f"{tmp_path / 'plans'}/")
    assert outcomes(copy(database, tmp_path / "plans")) == {"a": "copied", "b": "same", "c": "copied"}
    again = copy(database, tmp_path / "plans")
    assert again.count(Outcome.SAME) == 3
    assert again.left_out == ()


def test_what_differs_is_left_out_unless_it_shall_be_replaced(database: str) -> None:
    keep("memory:differs", small(id="a", note="Deras"))
    copied = copy(database, "memory:differs")
    assert outcomes(copied) == {"a": "differs", "b": "copied", "c": "copied"}
    assert [str(each.reason) for each in copied.left_out] == ["It is there already and differs."]
    assert kept("memory:differs")["a"]["note"] == "Deras"
    assert outcomes(copy(database, "memory:differs", update=True)) == {"a": "updated", "b": "same", "c": "same"}
    assert kept("memory:differs") == kept(database)


def test_one_and_one_point_zero_differ() -> None:
    keep("memory:one", small(extensions={"map": {"zoom": 1}}))
    keep("memory:float", small(extensions={"map": {"zoom": 1.0}}))
    assert outcomes(copy("memory:one", "memory:float")) == {"exempel": "differs"}


def test_what_does_not_load_or_has_errors_is_left_out(database: str) -> None:
    keep(database, small(id="b", period="när det går"), small(id="c", headline=["nowhere"]))
    copied = copy(database, "memory:wrong")
    assert outcomes(copied) == {"a": "copied", "b": "wrong", "c": "wrong"}
    assert [[finding.code for finding in each.findings] for each in copied.left_out] == [["F007"], ["R102"]]
    assert str(copied.left_out[0].reason) == "It has 1 error."
    assert outcomes(copy(database, "memory:wrong", unchecked=True)) == {"a": "same", "b": "copied", "c": "copied"}


def test_what_cannot_even_be_read_is_left_out_also_unchecked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_storage(f"{tmp_path}/") as storage:
        storage.save(small())
    listed = (Listed(identifier="exempel", title="", revision=""),)
    monkeypatch.setattr(FileStorage, "list", lambda storage: listed)  # it was whole when it was listed
    (tmp_path / "exempel" / "programme.yaml").write_text("muniprog: [", encoding="utf-8")

    assert outcomes(copy(tmp_path, "memory:unread", unchecked=True)) == {"exempel": "wrong"}


def test_a_folder_that_cannot_be_listed_is_an_error_with_all_its_problems(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "programme.yaml").write_text("muniprog: [", encoding="utf-8")
    with pytest.raises(SourceError):
        copy(tmp_path, "memory:unlisted")


def test_what_the_destination_refuses_is_left_out(tmp_path: Path) -> None:
    keep("memory:refused", small(id="a"), small(id="con"))
    copied = copy("memory:refused", f"{tmp_path / 'plans'}/", unchecked=True)
    assert outcomes(copied) == {"a": "copied", "con": "wrong"}
    assert "con" in str(copied.left_out[0].reason)


def test_a_conflict_while_copying_is_no_silent_winner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keep("memory:raced", small(id="a"))
    keep(str(tmp_path), small(id="b"))
    copied = copy("memory:raced", tmp_path)
    assert outcomes(copied) == {"a": "differs"}
    assert "already" in str(copied.left_out[0].reason)
    assert kept(str(tmp_path)).keys() == {"b"}


def test_an_interrupted_copy_has_kept_whole_programmes_and_goes_on(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = FileStorage.save
    left = iter([True, False])

    def full(storage: FileStorage, mapping: dict[str, Plain], **asked: object) -> Stored:
        if not next(left):
            raise StorageError(message("The disk is full."))
        return save(storage, mapping)

    monkeypatch.setattr(FileStorage, "save", full)
    with pytest.raises(StorageError):
        copy(database, tmp_path / "plans")
    monkeypatch.undo()
    assert kept(str(tmp_path / "plans")) == {"a": small(id="a")}
    assert outcomes(copy(database, tmp_path / "plans")) == {"a": "same", "b": "copied", "c": "copied"}


def test_progress_is_told(database: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    copy(database, tmp_path / "plans", progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (3, 3)]


@pytest.mark.parametrize("to", ["memory:itself", "memory:itself#a", "memory:itself#a@1", "x.json", "x@HEAD~1"])
def test_where_no_copy_can_go(to: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep("memory:itself", small(id="a"))
    with pytest.raises(StorageError):
        copy("memory:itself", to)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_copied_to_itself_under_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep(str(tmp_path / "a"), small(id="a"))
    with pytest.raises(StorageError, match="cannot be copied to itself"):
        copy("a", f"{tmp_path / 'b' / '..' / 'a'}/")


def test_what_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    for source in ("memory:nothing", str(tmp_path), str(tmp_path / "nowhere")):
        with pytest.raises(StorageError):
            copy(source, "memory:to")
    with pytest.raises(UnknownNameError):
        copy("ftp://nowhere", "memory:to")


def test_a_data_file_is_a_source(tmp_path: Path) -> None:
    from muniprog.workspace import export, load

    keep(str(tmp_path / "plan"), small())
    export(load(tmp_path / "plan"), tmp_path / "plan.json")
    assert outcomes(copy(tmp_path / "plan.json", "memory:data")) == {"exempel": "copied"}
