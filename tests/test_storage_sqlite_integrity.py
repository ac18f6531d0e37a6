"""Damage that somebody or something has done to a database is found and told."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from muniprog.errors import StorageError
from muniprog.storage.sqlite.failures import Patience
from muniprog.storage.sqlite.rows import hash_of
from muniprog.storage.sqlite.storage import SqliteStorage

SQL_THAT_MUST_NOT_RUN = "CREATE VIEW programmes AS SELECT fts3_tokenizer('x') AS id"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.db"
    with SqliteStorage(path) as storage:
        first = storage.save({"id": "plan", "title": "A"})
        storage.save({"id": "plan", "title": "B"}, base=first)
        storage.delete("other", base=storage.save({"id": "other"}))
    return path


def damage(path: Path, *statements: str) -> list[str]:
    """Change a database past muniprog and return what is found in it then."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    with SqliteStorage(path) as storage:
        return [str(finding) for finding in storage.integrity()]


def test_a_whole_database(path: Path) -> None:
    assert damage(path) == []


def test_no_database(tmp_path: Path) -> None:
    with SqliteStorage(tmp_path / "x.db") as storage:
        assert storage.integrity() == ()


def test_a_changed_text(path: Path) -> None:
    assert damage(path, """UPDATE revisions SET mapping = '{"id":"plan"}' WHERE number = 1""") == [
        "other: error K103: Revision 1 of “other” is not as it was saved.",
        "plan: error K103: Revision 1 of “plan” is not as it was saved.",
    ]


@pytest.mark.parametrize("text", ['{"id":"another"}', "[]", "no JSON", "{}"])
def test_a_text_that_is_no_programme(path: Path, text: str) -> None:
    statement = f"UPDATE revisions SET mapping = '{text}', sha256 = '{hash_of(text)}' WHERE programme = 'other'"
    assert "other: error K104: Revision 1 of “other” is not a programme." in damage(path, statement)


def test_a_latest_state_that_is_not_the_last(path: Path) -> None:
    assert damage(path, "UPDATE latest SET number = 1") == [
        "plan: error K102: The latest state of “plan” is not the last one that was saved."
    ]


def test_a_latest_state_that_is_not_there(path: Path) -> None:
    assert damage(path, "DELETE FROM revisions WHERE programme = 'plan'") == [
        "plan: error K102: The latest state of “plan” is not the last one that was saved."
    ]


def test_views_of_somebody_else_are_told_and_not_run(path: Path) -> None:
    assert damage(path, "DROP VIEW programmes", SQL_THAT_MUST_NOT_RUN) == [
        "error K105: The views for SQL are not as muniprog made them."
    ]


def test_a_table_that_is_gone(path: Path) -> None:
    found = damage(path, "DROP VIEW kept_json", "DROP TABLE latest")
    assert found[0].startswith("error K101: “")
    assert found[0].endswith("cannot be used. The system says: no such table: latest.")


def test_a_damaged_file(path: Path) -> None:
    found = damage(
        path,
        "UPDATE revisions SET note = 'a note'",
        "CREATE INDEX by_note ON revisions (note)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(note)', '(saved_by)') WHERE name = 'by_note'",
    )
    assert found[0].startswith(
        "error K101: The file is damaged: row 1 missing from index by_note. Take the latest copy"
    )


def test_a_file_that_is_damaged_all_over(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with SqliteStorage(path) as storage:
        (finding,) = storage.integrity()
    assert str(finding) == (
        f"error K101: “{path}” is damaged. Take the latest copy that is whole, and keep this one for an expert."
    )


def test_what_only_cannot_be_looked_at_is_not_called_damaged(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with (
            SqliteStorage(path, patience=Patience(milliseconds=1, attempts=1)) as storage,
            pytest.raises(StorageError, match="is used by another program"),
        ):
            storage.integrity()
