"""Field cases about programmes that are kept in a database."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

import muniprog as mp
from muniprog.errors import ConflictError, StorageError
from muniprog.source import Plain
from muniprog.storage.sqlite.connecting import NetworkDriveWarning
from muniprog.storage.sqlite.failures import Patience
from muniprog.storage.sqlite.storage import SqliteStorage

PLAN: dict[str, Plain] = {
    "muniprog": 1,
    "id": "plan",
    "title": "Planen",
    "period": "2020–2022",
    "languages": ["sv"],
    "themes": [
        {
            "id": "t",
            "title": "Tema",
            "goals": [
                {
                    "id": "g",
                    "title": "Mål",
                    "actions": [
                        {"id": "ACT-1", "title": "Börja", "timeframe": "2020-05-10"},
                        {"id": "ACT-2", "title": "Fortsätta", "timeframe": "2020-03-29"},
                    ],
                }
            ],
        }
    ],
    "follow_ups": [{"period": 2020, "updates": [{"item": "ACT-1", "status": "not_started"}]}],
}


def test_s05_two_people_save_the_same_programme(tmp_path: Path) -> None:
    from muniprog.conversion import structure, unstructure
    from muniprog.source import PlainSource

    address = f"sqlite:///{tmp_path}/x.db"
    mp.save(structure(PlainSource(PLAN)), address)
    with mp.open_storage(address) as storage:
        first, second = storage.load(), storage.load()
        changed: dict[str, Plain] = {
            **PLAN,
            "follow_ups": [{"period": 2020, "updates": [{"item": "ACT-1", "status": "done"}]}],
        }
        storage.save(changed, base=first, by="den första")
        with pytest.raises(ConflictError) as conflict:
            storage.save({**PLAN, "title": "Den nya planen"}, base=second)
        assert str(conflict.value) == (
            "“plan” is no longer at revision 1 but at 2; nothing was written. It was saved by den första. "
            "Changed since then: the follow-up 2020. Load it again and make the change once more."
        )
    assert unstructure(mp.load(address)) == unstructure(structure(PlainSource(changed)))


STORE_FIFTY = """
import sys
from pathlib import Path
from muniprog.errors import ConflictError
from muniprog.storage.sqlite.storage import SqliteStorage

with SqliteStorage(Path(sys.argv[1])) as storage:
    for number in range(50):
        while True:
            base = storage.load()
            observations = [*base.source.mapping["observations"], [sys.argv[2], number]]
            try:
                storage.save({**base.source.mapping, "observations": observations}, base=base)
                break
            except ConflictError:
                continue
"""
READ_FOR_TWO_SECONDS = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN")
connection.execute("SELECT count(*) FROM revisions").fetchone()
print("reading", flush=True)
time.sleep(2)
"""


def start(program: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE, encoding="utf-8"
    )


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_s08_two_writers_and_a_reader_that_holds_on(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path) as storage:
        storage.save({"id": "plan", "observations": []})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(f"PRAGMA journal_mode = {journal}").fetchone() == (journal,)
    reader = start(READ_FOR_TWO_SECONDS, path)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "reading\n"
    writers = [start(STORE_FIFTY, path, name) for name in ("one", "two")]
    for process in (*writers, reader):
        process.communicate()
        assert process.returncode == 0
    with SqliteStorage(path) as storage:
        kept = storage.load().source.mapping["observations"]
        assert isinstance(kept, list)
        assert sorted(map(str, kept)) == sorted(str([name, number]) for name in ("one", "two") for number in range(50))
        assert len(storage.history("plan")) == 101


def test_s08_when_it_still_fails_it_is_one_sentence_and_nothing_is_half_written(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path, patience=Patience(milliseconds=1, attempts=2)) as storage:
        base = storage.save({"id": "plan"})
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(
                StorageError, match=r"^“.*” is used by another program .*; nothing was changed\. Try aga"
            ):
                storage.save({"id": "plan", "title": "B"}, base=base)
        assert storage.load().revision == "1"


def test_s09_a_drive_without_a_write_ahead_log_gets_none_and_one_warning(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path, vfs="unix-dotfile") as storage:
        with pytest.warns(NetworkDriveWarning) as warned:
            storage.save(PLAN)
        assert [str(warning.message).count("\n") for warning in warned] == [0]
        assert storage.load().source.mapping == PLAN
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_s09_a_path_of_a_server_is_warned_of_and_a_copy_elsewhere_is_possible(tmp_path: Path) -> None:
    with SqliteStorage(Path(f"/{tmp_path}/x.db")) as storage:
        with pytest.warns(NetworkDriveWarning, match="on a network drive"):
            stored = storage.save(PLAN)
        with SqliteStorage(tmp_path / "copy.db") as copy:
            copy.save(stored.source.mapping)
            assert copy.load().source.mapping == PLAN


def test_s09_a_setting_of_the_user_is_never_reset(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with SqliteStorage(path) as storage:
        base = storage.save(PLAN)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA journal_mode = DELETE")
    with SqliteStorage(path) as storage:
        storage.save({**PLAN, "title": "B"}, base=base)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_s12_nothing_and_empty_are_kept_apart(tmp_path: Path) -> None:
    mapping: dict[str, Plain] = {
        "id": "plan",
        "target": None,
        "actuals": {},
        "note": "",
        "values": {"2020": 1, "2022": 3},
        "holes": [1, None, 3],
        "kinds": [1, 1.0, True, "1"],
    }
    with SqliteStorage(tmp_path / "x.db") as storage:
        storage.save(mapping)
        kept = storage.load().source.mapping
    assert kept == mapping
    assert list(map(type, kept["kinds"])) == [int, float, bool, str]  # type: ignore[arg-type]


READ_DAYS = """
import sqlite3, sys
import muniprog as mp
programme = mp.load(sys.argv[1])
print(*(action.timeframe.start for action in programme.actions), programme.actions[0].timeframe.end)
path = sys.argv[1].removeprefix("sqlite:///")
print(*(day for (day,) in sqlite3.connect(path).execute("SELECT timeframe FROM actions")))
if len(sys.argv) > 2:
    mp.save(programme)
"""


def test_t05_a_day_is_the_same_day_everywhere(tmp_path: Path) -> None:
    from muniprog.conversion import structure
    from muniprog.source import PlainSource

    address = f"sqlite:///{tmp_path}/x.db"
    mp.save(structure(PlainSource(PLAN)), address)
    for zone, *again in (("Europe/Helsinki", "save"), ("America/New_York", "save"), ("UTC",), ("Pacific/Kiritimati",)):
        read = subprocess.run(
            [sys.executable, "-c", READ_DAYS, address, *again],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert read.stdout.split("\n")[:2] == ["2020-05-10 2020-03-29 2020-05-10", "2020-05-10 2020-03-29"]
    with mp.open_storage(address) as storage:
        assert isinstance(storage, SqliteStorage)
        moments = [revision.when for revision in storage.history("plan")]
    assert len(moments) == 3
    assert {moment.utcoffset() for moment in moments} == {timedelta(0)}
