"""Several processes at once, and one that is killed: nothing is lost, nothing is half there."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from muniprog.storage.sqlite.storage import SqliteStorage

WRITER = """
import random, sys
from pathlib import Path
from muniprog.errors import ConflictError, StorageError
from muniprog.storage.sqlite.storage import SqliteStorage

path, name, operations = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
choose, saved, conflicts = random.Random(name), 0, 0
with SqliteStorage(path) as storage:
    for number in range(operations):
        identifier = choose.choice([name, "shared"])
        try:
            base = storage.load(identifier)
        except StorageError:
            base = None
        match choose.randrange(6):
            case 0:
                storage.list()
            case 1:
                storage.search("plan")
            case _:
                try:
                    storage.save({"id": identifier, "title": "Plan", "note": [name, number]}, base=base, by=name)
                    saved += 1
                except ConflictError:
                    conflicts += 1
print(saved, conflicts)
"""
READER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
before = connection.execute("SELECT count(*) FROM revisions").fetchone()
print("reading", flush=True)
sys.stdin.readline()
assert connection.execute("SELECT count(*) FROM revisions").fetchone() == before
"""
ENDLESS = """
import sys
from pathlib import Path
from muniprog.storage.sqlite.storage import SqliteStorage

with SqliteStorage(Path(sys.argv[1])) as storage:
    stored = storage.load()
    print("ready", flush=True)
    while True:
        mapping = {**stored.source.mapping, "number": int(stored.revision) + 1}
        with storage.together():
            stored = storage.save(mapping, base=stored)
        print(stored.revision, flush=True)
"""


def run(program: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")


def test_two_writers_and_a_long_reader_lose_none_of_a_thousand_operations(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path) as storage:
        storage.save({"id": "shared", "title": "Plan"})
    reader = run(READER, path)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "reading\n"
    writers = [run(WRITER, path, name, 500) for name in ("one", "two")]
    results = [writer.communicate()[0].split() for writer in writers]
    reader.communicate("enough\n")
    assert [process.returncode for process in (*writers, reader)] == [0, 0, 0]
    with SqliteStorage(path) as storage:
        kept = [revision for listed in storage.list() for revision in storage.history(listed.identifier)]
        assert len(kept) == 1 + sum(int(saved) for saved, _ in results)
        for name, (saved, _) in zip(("one", "two"), results, strict=True):
            assert sum(revision.by == name for revision in kept) == int(saved)
        for listed in storage.list():
            numbers = [int(revision.revision) for revision in storage.history(listed.identifier)]
            assert numbers == list(range(len(numbers), 0, -1))
        assert storage.integrity() == ()


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_process_that_is_killed_leaves_the_last_state_that_it_saved_or_the_one_it_was_saving(
    tmp_path: Path, journal: str
) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path) as storage:
        storage.save({"id": "plan", "title": "Plan", "number": 1, "text": "å" * 50_000})
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    choose = random.Random(7)
    for _ in range(8):
        process = run(ENDLESS, path)
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(choose.randrange(1, 6))]
        process.kill()
        told += process.stdout.read().splitlines()  # communicate() may pass over what readline has
        process.communicate()
        with SqliteStorage(path) as storage:
            latest = int(storage.load().revision)
            last_told = [int(line) for line in told if line.strip().isdecimal()][-1:]
            assert not last_told or latest in (last_told[0], last_told[0] + 1)
            assert [int(revision.revision) for revision in storage.history("plan")] == list(range(latest, 0, -1))
            assert storage.load().source.mapping["number"] == latest
            assert storage.integrity() == ()


def test_several_processes_make_the_database_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    writers = [run(WRITER, path, name, 3) for name in ("one", "two", "three")]
    saved = [int(writer.communicate()[0].split()[0]) for writer in writers]
    with SqliteStorage(path) as storage:
        assert sum(len(storage.history(listed.identifier)) for listed in storage.list()) == sum(saved)
        assert storage.integrity() == ()
