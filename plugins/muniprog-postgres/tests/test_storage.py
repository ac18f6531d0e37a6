"""What a PostgreSQL storage does that the contract does not ask about."""

import os
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, date

import psycopg
import pytest

import muniprog
from muniprog.testing.storages.ground import assert_kept
from muniprog.testing.storages.samples import plan, retitled
from muniprog_postgres.location import Location
from muniprog_postgres.server import Server
from muniprog_postgres.testing import Cluster


def test_both_beginnings_of_an_address_are_answered(address: str) -> None:
    with muniprog.open_storage(address) as storage:
        storage.save(plan())
    with muniprog.open_storage(address.replace("postgresql:", "postgres:")) as storage:
        assert_kept(storage.load(), plan())


def test_schemas_of_one_database_know_nothing_of_each_other(cluster: Cluster, storage: muniprog.Storage) -> None:
    storage.save(plan())
    with muniprog.open_storage(cluster.address(options="schema=others")) as others:
        assert others.list() == ()


@pytest.mark.parametrize(("note", "by"), [("a\0b", ""), ("", "a\0b"), ("\ud83d", ""), ("", "\udc00")], ids=ascii)
def test_a_remark_that_cannot_be_kept_is_refused(storage: muniprog.Storage, note: str, by: str) -> None:
    with pytest.raises(muniprog.StorageError, match="neither the character U\\+0000 nor half a character"):
        storage.save(plan(), note=note, by=by)
    assert storage.list() == ()


def test_where_nothing_was_ever_saved_everything_is_a_sentence(storage: muniprog.Storage) -> None:
    assert isinstance(storage, muniprog.KeepsHistory)
    assert isinstance(storage, muniprog.Searches)
    assert isinstance(storage, muniprog.ChecksItself)
    asked = (
        storage.load,
        lambda: storage.load("plan"),
        lambda: storage.load("plan", revision="1"),
        lambda: storage.delete("plan", base=muniprog.Stored(muniprog.PlainSource(plan()), "1")),
        lambda: storage.history("plan"),
        lambda: storage.revision_on("plan", date(2020, 1, 1)),
    )
    for ask in asked:
        with pytest.raises(muniprog.StorageError, match="There is no programme"):
            ask()
    assert (storage.list(), storage.search("plan"), storage.integrity()) == ((), (), ())


def test_the_history_does_not_run_backwards_when_the_clock_does(
    storage: muniprog.Storage, sql: psycopg.Connection
) -> None:
    base = storage.save(plan())
    sql.execute("UPDATE revisions SET saved_at = '2099-05-10T21:30:00Z'")
    storage.save(retitled(plan(), "Ny"), base=base)
    assert isinstance(storage, muniprog.KeepsHistory)
    assert [revision.when.isoformat() for revision in storage.history("plan")] == ["2099-05-10T21:30:00+00:00"] * 2
    assert all(revision.when.tzinfo is UTC for revision in storage.history("plan"))


def test_the_revision_of_a_day_is_told_by_days_in_utc(storage: muniprog.Storage, sql: psycopg.Connection) -> None:
    base = storage.save(retitled(plan(), "Ny"), base=storage.save(plan()))
    storage.delete("plan", base=base)
    sql.execute("UPDATE revisions SET saved_at = '2020-03-28T23:59:59.999Z' WHERE number = 1")
    sql.execute("UPDATE revisions SET saved_at = '2020-03-29T00:00:00Z' WHERE number = 2")
    sql.execute("UPDATE revisions SET saved_at = '2020-03-30T12:00:00Z' WHERE number = 3")
    assert isinstance(storage, muniprog.KeepsHistory)
    on = storage.revision_on
    assert (on("plan", date(2020, 3, 28)), on("plan", date(2020, 3, 29))) == ("1", "2")
    for day in (date(2020, 3, 27), date(2020, 3, 30), date.max):
        with pytest.raises(muniprog.StorageError, match="was not kept here on"):
            on("plan", day)


def test_what_is_saved_together_is_there_together_or_not_at_all(address: str, storage: muniprog.Storage) -> None:
    assert isinstance(storage, muniprog.SavesTogether)
    with muniprog.open_storage(address) as others:
        with storage.together():
            storage.save(plan("a"))
            with pytest.raises(muniprog.ConflictError):
                storage.save(plan("a"))
            storage.save(plan("b"))
            assert [listed.identifier for listed in storage.list()] == ["a", "b"]
            assert others.list() == ()
        assert [listed.identifier for listed in others.list()] == ["a", "b"]
        with pytest.raises(KeyError), storage.together():
            storage.save(plan("c"))
            raise KeyError
        assert [listed.identifier for listed in others.list()] == ["a", "b"]


def test_a_connection_that_is_cut_while_saving_together_takes_all_of_it(
    storage: muniprog.Storage, sql: psycopg.Connection
) -> None:
    assert isinstance(storage, muniprog.SavesTogether)
    storage.save(plan())
    with pytest.raises(muniprog.StorageError, match="was cut in the midst of the work"), storage.together():
        storage.save(plan("a"))
        cut_all(sql)
        storage.save(plan("b"))
    with pytest.raises(muniprog.StorageError, match="was cut in the midst of the work"), storage.together():
        storage.save(plan("a"))
        cut_all(sql)
    assert [listed.identifier for listed in storage.list()] == ["plan"]


def test_threads_that_share_a_storage_wait_for_each_other(storage: muniprog.Storage) -> None:
    threads = [threading.Thread(target=storage.save, args=(plan(str(number)),)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(storage.list()) == 8


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("", ["10s", "1min", "1min", "muniprog"]),
        ("options=-c%20statement_timeout%3D5s&application_name=report", ["10s", "5s", "1min", "report"]),
    ],
)
def test_waiting_is_bounded_unless_the_address_says_otherwise(
    cluster: Cluster, schema: str, option: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGCONNECT_TIMEOUT", "5")
    location = Location.of(cluster.address(options=f"schema={schema}&{option}"))
    names = ["lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "application_name"]
    question = (
        "SELECT current_setting(name) FROM unnest(%s::text[]) WITH ORDINALITY AS asked (name, place) ORDER BY place"
    )
    with closing(Server(location)) as server:
        settings = server.run(lambda cursor: [value for (value,) in cursor.execute(question, (names,))])
    assert settings == expected


def cut_all(sql: psycopg.Connection) -> None:
    sql.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'muniprog'")


def test_psycopg_is_loaded_when_an_address_is_opened_and_not_before() -> None:
    program = """
import sys, muniprog
muniprog.load_plugins().storages.find("postgresql")
print("psycopg" in sys.modules)
muniprog.open_storage("postgresql://db/city")
print("psycopg" in sys.modules)
"""
    uncovered = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", env=uncovered, check=True
    )
    assert said.stdout.split() == ["False", "True"]
