"""What can be wrong with the file of a SQLite storage, and what is never done to it."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from muniprog.errors import StorageError
from muniprog.source import Plain
from muniprog.storage.sqlite.connecting import NetworkDriveWarning
from muniprog.storage.sqlite.failures import Patience
from muniprog.storage.sqlite.schema import APPLICATION_ID, VERSION, migrations
from muniprog.storage.sqlite.storage import SqliteStorage

IMPATIENT = Patience(milliseconds=1, attempts=2)


def plan(identifier: str = "plan", **more: Plain) -> dict[str, Plain]:
    return {"id": identifier, "title": "Plan", "languages": ["sv"], **more}


def one(path: Path, query: str) -> object:
    """What a query answers, asked past muniprog."""
    with closing(sqlite3.connect(path)) as connection:
        ((answer,),) = connection.execute(query).fetchall()
        return answer


def change(path: Path, *statements: str) -> None:
    """Change a database past muniprog."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one programme."""
    path = tmp_path / "programmes.db"
    with SqliteStorage(path) as storage:
        storage.save(plan())
    return path


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder of somebody's own, and the rights of that somebody: the administrator may write everywhere."""
    folder = Path(tempfile.mkdtemp())
    is_administrator = os.geteuid() == 0
    if is_administrator:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    yield folder
    if is_administrator:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_database_is_marked_as_muniprogs(path: Path) -> None:
    assert one(path, "PRAGMA application_id") == APPLICATION_ID
    assert one(path, "PRAGMA user_version") == VERSION
    assert one(path, "PRAGMA journal_mode") == "wal"


def test_a_column_keeps_only_values_of_its_type(path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        change(path, "UPDATE revisions SET number = 'seven'")


def test_an_sqlite_that_knows_no_strict_tables_is_not_asked_for_them() -> None:
    assert sum(statement.endswith("STRICT") for statement in migrations((3, 36, 0))[0]) == 0
    assert sum(statement.endswith("STRICT") for statement in migrations((3, 37, 0))[0]) == 2


def test_a_database_that_has_not_had_all_migrations_gets_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    change(path, f"PRAGMA application_id = {APPLICATION_ID}")
    with SqliteStorage(path) as storage:
        assert storage.list() == ()
    assert one(path, "PRAGMA user_version") == VERSION


def test_a_migration_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    change(path, f"PRAGMA application_id = {APPLICATION_ID}", "CREATE TABLE latest (other)")
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match="table latest already exists"):
        storage.list()
    assert one(path, "SELECT count(*) FROM sqlite_master") == 1
    assert one(path, "PRAGMA user_version") == 0


def test_a_database_that_somebody_else_is_just_making(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other, SqliteStorage(path, patience=IMPATIENT) as mine:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="is used by another program"):
            mine.save(plan())
        other.execute("COMMIT")
        mine.save(plan())


def test_an_empty_file_becomes_a_database_when_something_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with SqliteStorage(path) as storage:
        assert storage.list() == ()
        assert path.read_bytes() == b""
        storage.save(plan())
        assert len(storage.list()) == 1


def test_an_empty_database_becomes_ours_when_something_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    change(path, "PRAGMA user_version = 0", "CREATE TABLE t (a)", "DROP TABLE t")
    with SqliteStorage(path) as storage:
        assert storage.list() == ()
        assert one(path, "PRAGMA application_id") == 0
        storage.save(plan())
        assert len(storage.list()) == 1


def test_a_file_of_another_sort_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear planner, this is not a database.", encoding="utf-8")
    with SqliteStorage(path) as storage, pytest.raises(StorageError) as refused:
        storage.save(plan())
    assert str(refused.value) == f"“{path}” is not a SQLite database; it was left as it is."
    assert path.read_text(encoding="utf-8") == "Dear planner, this is not a database."


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    change(path, "CREATE TABLE bookmarks (title)")
    before = path.read_bytes()
    with SqliteStorage(path) as storage:
        for ask in (storage.list, lambda: storage.save(plan())):
            with pytest.raises(StorageError, match="is the database of another program; it was left as it is"):
                ask()
    assert path.read_bytes() == before


def test_the_database_of_a_newer_muniprog_is_left_as_it_is(path: Path) -> None:
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match="was written by a newer muniprog"):
        storage.save(plan("another"))
    assert one(path, "SELECT count(*) FROM latest") == 1


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with SqliteStorage(tmp_path) as storage, pytest.raises(StorageError, match="cannot be read. The system says: Is a"):
        storage.list()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with SqliteStorage(tmp_path / "no" / "x.db") as storage, pytest.raises(StorageError, match="cannot be opened: the"):
        storage.save(plan())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_says_so(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match=r"“.*” is damaged\. Take the latest copy"):
        storage.list()


def test_a_beginning_that_promises_more_than_there_is(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 200)
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match="is not a SQLite database"):
        storage.list()


def test_a_text_that_something_else_has_written_is_not_taken_for_a_programme(path: Path) -> None:
    for text in ("no programme", "[1]"):
        change(path, f"UPDATE revisions SET mapping = '{text}'")
        with SqliteStorage(path) as storage, pytest.raises(StorageError, match="not the text of a programme"):
            storage.load()


def test_any_other_failure_is_told_in_the_systems_words(path: Path) -> None:
    change(path, "DROP TABLE latest")
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match="The system says: no such table: latest"):
        storage.list()


def test_a_full_disk_leaves_all_as_it_was(path: Path) -> None:
    with SqliteStorage(path) as storage:
        stored = storage.load()
        connection = storage.database.write(lambda connection: connection)
        ((pages,),) = connection.execute("PRAGMA page_count")
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageError, match="because the disk is full. Make room and try again."):
            storage.save(plan(title="x" * 100_000), base=stored)
        with pytest.raises(StorageError, match="because the disk is full"), storage.together():
            storage.save(plan(title="x" * 100_000), base=stored)
        assert storage.load().revision == "1"
        assert storage.integrity() == ()


def test_a_database_that_is_never_free_is_given_up_on_and_nothing_is_half_written(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other, SqliteStorage(path, patience=IMPATIENT) as mine:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as refused:
            mine.save(plan("another"))
        assert str(refused.value) == (
            f"“{path}” is used by another program and was not free within 0.002 seconds; nothing was changed. "
            "Try again."
        )
        with pytest.raises(StorageError, match="Try again"), mine.together():
            raise AssertionError("the block does not begin")
        other.execute("ROLLBACK")
        mine.save(plan("another"))


def test_a_context_in_a_context_is_refused(path: Path) -> None:
    with SqliteStorage(path) as storage:
        with pytest.raises(StorageError, match="within a transaction"), storage.together(), storage.together():
            raise AssertionError("the inner block does not begin")
        assert len(storage.list()) == 1


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with SqliteStorage(link) as storage:
        storage.save(plan("another"))
    assert link.is_symlink()
    assert one(path, "SELECT count(*) FROM latest") == 2


def test_names_are_names_and_no_part_of_an_address(tmp_path: Path) -> None:
    path = tmp_path / "å 100% ?mode=memory&x#y.db"
    with SqliteStorage(path) as storage:
        storage.save(plan())
    assert path.is_file()


def test_another_working_folder_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with SqliteStorage(Path("x.db")) as storage:
        storage.save(plan())
        monkeypatch.chdir(tmp_path.parent)
        assert len(storage.list()) == 1


@pytest.mark.parametrize("identifier", ["'; DROP TABLE latest; --", '"', "%", "a\0b", "…"])
def test_an_identifier_never_becomes_a_command(path: Path, identifier: str) -> None:
    with SqliteStorage(path) as storage:
        stored = storage.save(plan(identifier))
        assert storage.load(identifier).source.mapping == plan(identifier)
        storage.delete(identifier, base=stored)
        assert [listed.identifier for listed in storage.list()] == ["plan"]


def test_half_a_character_is_refused_wherever_it_stands(path: Path) -> None:
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match="half a character"):
        storage.load("\ud800")


@pytest.mark.parametrize(("setting", "value"), [("trusted_schema", 0), ("foreign_keys", 1), ("cell_size_check", 1)])
def test_what_stands_in_a_database_is_not_trusted(path: Path, setting: str, value: int) -> None:
    with SqliteStorage(path) as storage:
        assert storage.database.read(lambda connection: connection.execute(f"PRAGMA {setting}").fetchone(), None) == (
            value,
        )


def test_a_file_that_may_only_be_read_is_read(ordinary_user: Path) -> None:
    path = ordinary_user / "x.db"
    with SqliteStorage(path) as storage:
        stored = storage.save(plan())
    path.chmod(0o400)
    ordinary_user.chmod(0o500)
    with SqliteStorage(path) as storage:
        assert storage.load().source.mapping == plan()
        assert len(storage.search("plan")) == 1
        assert storage.integrity() == ()
        with pytest.raises(StorageError) as refused:
            storage.save(plan(title="B"), base=stored)
    assert str(refused.value) == (
        f"“{path}” may be read but not written; nothing was changed. Save to another place, or have the rights to the "
        "file and its folder changed."
    )


def test_in_a_folder_that_may_only_be_read_no_database_is_made(ordinary_user: Path) -> None:
    ordinary_user.chmod(0o500)
    with SqliteStorage(ordinary_user / "x.db") as storage:
        assert storage.list() == ()
        with pytest.raises(StorageError, match="you have no right to it"):
            storage.save(plan())


def test_a_file_that_may_not_be_read(ordinary_user: Path) -> None:
    path = ordinary_user / "x.db"
    path.write_bytes(b"SQLite format 3\0")
    path.chmod(0)
    with SqliteStorage(path) as storage, pytest.raises(StorageError, match="The system says: Permission denied"):
        storage.list()


def test_what_waits_beside_the_database_is_not_passed_over(ordinary_user: Path) -> None:
    """A reader who may not finish another's change says so instead of showing what was there before it."""
    path, copy = ordinary_user / "x.db", ordinary_user / "copy"
    copy.mkdir()
    with SqliteStorage(path) as storage:
        storage.save(plan())
        for file in (path, Path(f"{path}-wal")):
            shutil.copy(file, copy / file.name)
    copy.chmod(0o500)
    with SqliteStorage(copy / "x.db") as storage, pytest.raises(StorageError, match="“.*copy/x.db” "):
        storage.list()
    copy.chmod(0o700)


def test_the_writer_asks_once_for_a_journal_and_never_again(path: Path) -> None:
    assert one(path, "PRAGMA journal_mode = DELETE") == "delete"
    with SqliteStorage(path) as storage:
        storage.save(plan("another"))
    assert one(path, "PRAGMA journal_mode") == "delete"


def test_a_file_system_that_refuses_a_write_ahead_log_is_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path, vfs="unix-dotfile") as storage:
        with pytest.warns(NetworkDriveWarning, match="let only one person write at a time") as warned:
            storage.save(plan())
        assert len(storage.list()) == 1
    assert one(path, "PRAGMA journal_mode") == "delete"
    (warning,) = warned
    assert isinstance(warning.message, NetworkDriveWarning)
    assert "endast en person" in warning.message.message.spoken("sv")


def test_a_network_drive_is_warned_of_and_gets_no_write_ahead_log(tmp_path: Path) -> None:
    path = Path(f"/{tmp_path}/x.db")  # two slashes at the beginning: a server's name comes next
    with SqliteStorage(path) as storage, pytest.warns(NetworkDriveWarning, match="is on a network drive"):
        storage.save(plan())
    assert one(tmp_path / "x.db", "PRAGMA journal_mode") == "delete"
    with SqliteStorage(path) as storage, pytest.warns(NetworkDriveWarning, match="or use PostgreSQL"):
        assert len(storage.list()) == 1
