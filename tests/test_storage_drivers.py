from pathlib import Path

import pytest

from muniprog.errors import StorageError
from muniprog.storage.drivers import MemoryDriver, SqliteDriver, path_of
from muniprog.storage.sqlite.storage import SqliteStorage
from muniprog.workspace import plugins


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("sqlite:///relative.db", "relative.db"),
        ("sqlite:///folder/relative.db", "folder/relative.db"),
        ("sqlite:////srv/absolute.db", "/srv/absolute.db"),
        ("sqlite:///C:/plans/x.db", "C:/plans/x.db"),
        ("sqlite:///med mellanslag och å.db", "med mellanslag och å.db"),
    ],
)
def test_an_address_names_a_file(location: str, path: str) -> None:
    assert path_of(location) == Path(path)


@pytest.mark.parametrize(
    "location", ["sqlite:", "sqlite://", "sqlite:///", "sqlite:x.db", "sqlite://host/x.db", "sqlite:///:memory:"]
)
def test_an_address_that_names_no_file_is_refused_with_examples(location: str) -> None:
    with pytest.raises(StorageError) as refused:
        SqliteDriver().open(location)
    assert str(refused.value) == (
        f"“{location}” names no file. Write sqlite:///programmes.db, or sqlite:////srv/programmes.db from the root; "
        "memory: lasts only as long as the program runs."
    )


def test_no_file_has_a_zero_in_its_name() -> None:
    with pytest.raises(StorageError, match="names no file"):
        path_of("sqlite:///a\0b.db")


def test_opening_a_database_makes_no_file(tmp_path: Path) -> None:
    with SqliteDriver().open(f"sqlite:///{tmp_path}/x.db") as storage:
        assert isinstance(storage, SqliteStorage)
        assert storage.list() == ()
        assert storage.place == f"sqlite:///{tmp_path.as_posix()}/x.db"
    assert list(tmp_path.iterdir()) == []


def test_each_name_is_a_memory_of_its_own() -> None:
    driver = MemoryDriver()
    with driver.open("memory:") as storage:
        storage.save({"id": "plan"})
    with driver.open("memory:other") as storage:
        assert storage.list() == ()
    with driver.open("memory:") as storage:
        assert [listed.identifier for listed in storage.list()] == ["plan"]
    assert MemoryDriver().open("memory:").list() == ()


def test_both_are_built_in() -> None:
    storages = plugins().storages
    assert isinstance(storages.by_scheme("sqlite"), SqliteDriver)
    assert isinstance(storages.by_scheme("memory"), MemoryDriver)
