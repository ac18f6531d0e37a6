"""The page about SQLite databases and the databases say the same."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from muniprog.storage.sqlite import failures, integrity
from muniprog.storage.sqlite.schema import APPLICATION_ID
from muniprog.storage.sqlite.storage import SqliteStorage
from muniprog.storage.sqlite.views import VIEWS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "sqlite.md").read_text(encoding="utf-8")
SECTIONS = {
    section.split("`")[1]: re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    for section in re.split(r"^##+ ", PAGE, flags=re.MULTILINE)
    if section.startswith("`")
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "x.db"
    with SqliteStorage(path) as storage:
        storage.save({"id": "plan", "title": "Plan"})
        storage.search("plan")
    return path


def names(database: Path, kind: str) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))]


def test_every_table_and_view_is_described_with_every_column(database: Path) -> None:
    assert set(SECTIONS) == {*VIEWS, "revisions", "latest"}
    with closing(sqlite3.connect(database)) as connection:
        there = {
            name: [column for _, column, *_ in connection.execute(f"PRAGMA table_info({name})")] for name in SECTIONS
        }
    assert there == SECTIONS


def test_there_is_nothing_else(database: Path) -> None:
    tables = {name for name in names(database, "table") if not name.startswith("search")}
    assert tables == {"revisions", "latest"}
    assert {name for name in names(database, "view") if not name.endswith("_json")} == set(VIEWS)


def test_the_mark_and_the_patience() -> None:
    assert f"`PRAGMA application_id` is {APPLICATION_ID} " in PAGE
    patience = failures.Patience()
    assert f"waits for {patience.milliseconds // 1000} seconds and tries {patience.attempts} times" in PAGE


def test_every_code_of_damage() -> None:
    source = Path(integrity.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r'"(K\d{3})"', source)) == set(re.findall(r"`(K\d{3})`", PAGE))
