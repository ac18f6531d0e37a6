"""The schema on the server: made once, brought up to date by its owner, and with no more rights than needed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest

import muniprog
from muniprog.testing.storages.ground import assert_kept
from muniprog.testing.storages.samples import plan, retitled
from muniprog_postgres import states
from muniprog_postgres.location import Location
from muniprog_postgres.rows import COLUMNS
from muniprog_postgres.schema import MIGRATIONS, VERSION, migrate, roles
from muniprog_postgres.server import Server
from muniprog_postgres.testing import Cluster

WHO = ("owner", "writer", "reader")


@pytest.fixture
def server(address: str) -> Iterator[Server]:
    server = Server(Location.of(address))
    yield server
    server.close()


@pytest.fixture
def people(cluster: Cluster, schema: str) -> Callable[[str], str]:
    """The addresses of people who have one of the roles each, made as the how-to says."""
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute(roles(schema).encode())
        for kind in WHO:
            connection.execute(
                f"CREATE ROLE {schema}_{kind}_person LOGIN PASSWORD 'x' IN ROLE {schema}_{kind}".encode()
            )
    return lambda kind: cluster.address(user=f"{schema}_{kind}_person", password="x", options=f"schema={schema}")


def test_the_migrations_are_numbered_without_a_gap() -> None:
    assert [int(script.name[:3]) for script in MIGRATIONS] == list(range(1, VERSION + 1))


def test_every_table_that_rows_are_made_for_is_there(storage: muniprog.Storage, sql: psycopg.Connection) -> None:
    storage.save(plan())
    for table, columns in COLUMNS.items():
        there = [column.name for column in sql.execute(f"SELECT * FROM {table}".encode()).description or ()]
        assert set(columns) <= set(there)


def test_an_older_schema_is_refused_until_its_owner_brings_it_up_to_date(
    server: Server, storage: muniprog.Storage, address: str
) -> None:
    """Nothing that was kept in it is lost, and the tables that are new are filled."""
    kept = muniprog.kept_text(plan())
    change = states.Change(programme="plan", text=kept, save_id=uuid4())

    def older(cursor: psycopg.Cursor) -> None:
        assert migrate(cursor, server.location, MIGRATIONS[:1]) == 0
        states.lock(cursor, "plan")
        states.add(cursor, change, 1)

    server.run(older)
    for ask in (storage.list, storage.load, lambda: storage.save(plan("new"))):
        with pytest.raises(muniprog.StorageError, match=f"has version 1.*needs {VERSION}.*migrate") as refused:
            ask()
        assert "muniprog postgresql migrate" in refused.value.spoken("fi")
    assert server.run(lambda cursor: migrate(cursor, server.location)) == 1
    assert_kept(storage.load(), plan())
    assert [listed.identifier for listed in storage.list()] == ["plan"]
    assert isinstance(storage, muniprog.ChecksItself)
    assert storage.integrity() == ()


def test_a_newer_schema_is_refused(server: Server, storage: muniprog.Storage, sql: psycopg.Connection) -> None:
    storage.save(plan())
    sql.execute("INSERT INTO schema_version (version, script) VALUES (%s, 'later.sql')", (VERSION + 1,))
    for ask in (storage.list, storage.load, lambda: storage.save(plan("new"))):
        with pytest.raises(muniprog.StorageError, match="Upgrade muniprog-postgres"):
            ask()
    with pytest.raises(muniprog.StorageError, match="Upgrade muniprog-postgres"):
        server.run(lambda cursor: migrate(cursor, server.location))


def test_a_migration_that_fails_leaves_nothing_behind(
    server: Server, storage: muniprog.Storage, sql: psycopg.Connection, tmp_path: Path
) -> None:
    storage.save(plan())
    broken = tmp_path / "009_broken.sql"
    broken.write_text("CREATE TABLE half (id integer); SELECT nothing FROM nowhere", encoding="utf-8")
    with pytest.raises(muniprog.StorageError, match="refused; nothing was changed"):
        server.run(lambda cursor: migrate(cursor, server.location, (*MIGRATIONS, broken)))
    assert sql.execute("SELECT to_regclass('half')").fetchall() == [(None,)]
    assert_kept(storage.load(), plan())


def test_clients_that_migrate_at_once_do_it_once(address: str, sql: psycopg.Connection) -> None:
    start, before = Barrier(4), list[int]()

    def run() -> None:
        server = Server(Location.of(address))
        start.wait()
        before.append(server.run(lambda cursor: migrate(cursor, server.location)))
        server.close()

    threads = [Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(before) == [0, VERSION, VERSION, VERSION]
    assert sql.execute("SELECT version FROM schema_version ORDER BY version").fetchall() == [
        (version,) for version in range(1, VERSION + 1)
    ]


def test_a_database_that_cannot_hold_every_letter_is_refused(cluster: Cluster) -> None:
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE narrow ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with muniprog.open_storage(cluster.address("narrow")) as storage:
        assert storage.list() == ()
        with pytest.raises(muniprog.StorageError, match="has the encoding LATIN1"):
            storage.save(plan())


def test_the_name_of_a_schema_is_only_a_name(cluster: Cluster) -> None:
    name = 'x"; DROP SCHEMA public; --å'
    with muniprog.open_storage(cluster.address(options=f"schema={quote(name)}")) as storage:
        storage.save(plan())
        assert_kept(storage.load(), plan())
    with psycopg.connect(cluster.address()) as connection:
        there = {found for (found,) in connection.execute("SELECT nspname FROM pg_namespace")}
    assert {name, "public"} <= there


class TestRoles:
    def test_the_owner_makes_the_tables_and_they_are_the_role_s(
        self, people: Callable[[str], str], sql: psycopg.Connection, schema: str
    ) -> None:
        with muniprog.open_storage(people("owner")) as storage:
            storage.save(plan())
        owners = sql.execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = %s", (schema,)).fetchall()
        assert owners == [(f"{schema}_owner",)]

    @pytest.mark.parametrize("who", ["writer", "reader"])
    def test_others_make_no_tables(self, people: Callable[[str], str], who: str) -> None:
        with muniprog.open_storage(people(who)) as storage:
            assert storage.list() == ()
            with pytest.raises(muniprog.StorageError, match="You do not have the right"):
                storage.save(plan())
            assert storage.list() == ()

    def test_a_writer_does_everything_with_programmes(self, people: Callable[[str], str]) -> None:
        with muniprog.open_storage(people("owner")) as owner, muniprog.open_storage(people("writer")) as writer:
            base = owner.save(plan())
            base = writer.save(retitled(plan(), "Ny"), base=base)
            writer.delete("plan", base=base)
            writer.save(plan("another"))
            assert isinstance(writer, muniprog.KeepsHistory)
            assert isinstance(writer, muniprog.ChecksItself)
            assert len(writer.history("plan")) == 2
            assert writer.integrity() == ()

    @pytest.mark.parametrize(
        "statement",
        [
            "ALTER TABLE actions ADD COLUMN x text",
            "DROP TABLE revisions",
            "TRUNCATE actions",
            "CREATE TABLE x (y text)",
            "UPDATE revisions SET note = 'x'",
            "DELETE FROM revisions",
            "DELETE FROM latest",
            "UPDATE schema_version SET version = 0",
        ],
    )
    def test_a_writer_alters_nothing_and_changes_no_history(
        self, people: Callable[[str], str], schema: str, statement: str
    ) -> None:
        with muniprog.open_storage(people("owner")) as owner:
            owner.save(plan())
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            run_as(people("writer"), schema, statement)

    def test_a_reader_reads_everything_and_writes_nothing(self, people: Callable[[str], str], schema: str) -> None:
        with muniprog.open_storage(people("owner")) as owner, muniprog.open_storage(people("reader")) as reader:
            base = owner.save(plan())
            assert_kept(reader.load(), plan())
            assert isinstance(reader, muniprog.KeepsHistory)
            assert isinstance(reader, muniprog.ChecksItself)
            assert isinstance(reader, muniprog.Searches)
            assert len(reader.history("plan")) == 1
            assert reader.search("kurser")
            assert reader.integrity() == ()
            for change in (
                lambda: reader.save(plan("new")),
                lambda: reader.save(retitled(plan(), "Ny"), base=base),
                lambda: reader.delete("plan", base=base),
            ):
                with pytest.raises(muniprog.StorageError, match="You may not do this.*permission denied"):
                    change()
            assert_kept(owner.load(), plan())
        assert run_as(people("reader"), schema, "SELECT id FROM actions") == [("kurser",)]

    def test_a_stranger_is_told_and_does_not_see_an_empty_place(
        self, people: Callable[[str], str], cluster: Cluster, schema: str, sql: psycopg.Connection
    ) -> None:
        with muniprog.open_storage(people("owner")) as owner:
            owner.save(plan())
        sql.execute(f"CREATE ROLE {schema}_stranger LOGIN PASSWORD 'x'".encode())
        stranger = cluster.address(user=f"{schema}_stranger", password="x", options=f"schema={schema}")
        with muniprog.open_storage(stranger) as storage:
            for ask in (storage.list, storage.load, lambda: storage.save(plan("new"))):
                with pytest.raises(muniprog.StorageError, match="You do not have the right to the schema"):
                    ask()


def run_as(address: str, schema: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(address.partition("?")[0], options=f"-c search_path={schema}") as connection:
        return list(connection.execute(statement.encode()).fetchall())
