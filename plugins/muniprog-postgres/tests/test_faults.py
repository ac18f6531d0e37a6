"""What goes wrong on a server that many write to: each save is kept whole or not at all, and says which."""

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Barrier, Event, Thread

import psycopg
import pytest

import muniprog
from muniprog.testing.storages.ground import assert_kept
from muniprog.testing.storages.samples import plan, retitled
from muniprog_postgres.schema import VERSION
from muniprog_postgres.testing import Cluster

Reopen = Callable[[], muniprog.Storage]

SAVES = 200

PATIENCE = 60
"""Seconds after which something is taken to be stuck."""

WAITING = """
    SELECT pid FROM pg_stat_activity
    WHERE application_name = 'muniprog' AND wait_event_type = 'Lock' AND pid <> ALL (%s)
"""


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def one_that_waits(connection: psycopg.Connection, *others: int) -> int:
    """Return the process of a client that waits for a lock, as soon as there is one."""
    with psycopg.connect(connection.info.dsn, password=Cluster.password, autocommit=True) as watcher:
        for _ in range(PATIENCE * 100):
            for (pid,) in watcher.execute(WAITING, ([*others],)).fetchall():
                return int(pid)
            watcher.execute("SELECT pg_sleep(0.01)")
    raise AssertionError("Nobody waits for a lock.")


@contextmanager
def in_mid_save(sql: psycopg.Connection) -> Iterator[None]:
    """Keep every save from ending: it has added its revision then, and waits for a table."""
    with sql.transaction():
        sql.execute("LOCK TABLE goals IN ACCESS EXCLUSIVE MODE")
        yield


class Forwarder:
    """Stands between a client and the server, and can cut the connection before the client hears the answer."""

    def __init__(self, cluster: Cluster) -> None:
        self.has_cut = False
        self._cluster = cluster
        self._word: bytes | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        Thread(target=self._listen, daemon=True).start()

    def address(self, options: str) -> str:
        return self._cluster.address(options=options, port=self._listener.getsockname()[1])

    def cut_after(self, word: str) -> None:
        """Cut the connection when the server answers to what holds this word."""
        self._word = word.encode()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._cluster.port))
                answering = Event()
                Thread(target=self._ask, args=(client, server, answering), daemon=True).start()
                Thread(target=self._answer, args=(client, server, answering), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket, answering: Event) -> None:
        with suppress(OSError):
            while asked := client.recv(65536):
                if self._word is not None and self._word in asked:
                    self._word = None
                    answering.set()
                server.sendall(asked)
        self._end(client, server)

    def _answer(self, client: socket.socket, server: socket.socket, answering: Event) -> None:
        with suppress(OSError):
            while answered := server.recv(65536):
                if answering.is_set():
                    self.has_cut = True
                    break
                client.sendall(answered)
        self._end(client, server)

    def _end(self, *ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@pytest.fixture
def forwarder(cluster: Cluster) -> Iterator[Forwarder]:
    forwarder = Forwarder(cluster)
    yield forwarder
    forwarder.close()


def save_of(reopen: Reopen, title: str) -> Callable[[], muniprog.Stored]:
    def save() -> muniprog.Stored:
        with reopen() as storage:
            return storage.save(retitled(plan(), title), base=storage.load())

    return save


def test_a_connection_that_is_cut_in_mid_save_is_made_anew_and_the_change_is_saved_once(
    storage: muniprog.Storage, reopen: Reopen, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    storage.save(plan())
    with in_mid_save(sql):
        saving = pool.submit(save_of(reopen, "Ny"))
        sql.execute("SELECT pg_terminate_backend(%s)", (one_that_waits(sql),))
    assert saving.result(PATIENCE).revision == "2"
    assert_kept(storage.load(), retitled(plan(), "Ny"))
    assert [revision.revision for revision in history(storage)] == ["2", "1"]


def test_a_connection_that_is_cut_again_is_told_and_nothing_is_half_saved(
    storage: muniprog.Storage, reopen: Reopen, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    storage.save(plan())
    with in_mid_save(sql):
        saving = pool.submit(save_of(reopen, "Ny"))
        first = one_that_waits(sql)
        sql.execute("SELECT pg_terminate_backend(%s)", (first,))
        sql.execute("SELECT pg_terminate_backend(%s)", (one_that_waits(sql, first),))
    sentence = refusal_of(saving)
    assert "was cut in the midst of the work" in sentence
    assert "whole or not at all" in sentence
    assert_kept(storage.load(), plan())
    assert [revision.revision for revision in history(storage)] == ["1"]
    assert checked(storage) == ()


def test_a_server_that_is_restarted_in_mid_save_keeps_the_save_or_nothing_of_it(
    cluster: Cluster, storage: muniprog.Storage, reopen: Reopen, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    storage.save(plan())
    with pytest.raises(psycopg.OperationalError), in_mid_save(sql):
        saving = pool.submit(save_of(reopen, "Ny"))
        one_that_waits(sql)
        cluster.restart()
        saving.exception(PATIENCE)
        sql.execute("SELECT 1")
    with reopen() as again:
        if saving.exception() is None:
            assert_kept(again.load(), retitled(plan(), "Ny"))
        else:
            assert "was cut in the midst of the work" in refusal_of(saving)
            assert_kept(again.load(), plan())
        assert checked(again) == ()
        again.save(retitled(plan(), "Efter"), base=again.load())


def test_a_server_that_is_gone_in_mid_save_is_told(
    cluster: Cluster, storage: muniprog.Storage, reopen: Reopen, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    storage.save(plan())
    with pytest.raises(psycopg.OperationalError), in_mid_save(sql):
        saving = pool.submit(save_of(reopen, "Ny"))
        one_that_waits(sql)
        cluster.stop()
        saving.exception(PATIENCE)
        sql.execute("SELECT 1")
    cluster.begin()
    assert "was cut in the midst of the work" in refusal_of(saving)
    assert_kept(storage.load(), plan())


def test_a_server_that_was_restarted_between_two_saves_is_not_noticed(
    cluster: Cluster, storage: muniprog.Storage
) -> None:
    saved = storage.save(plan())
    cluster.restart()
    storage.save(retitled(plan(), "Ny"), base=saved)
    cluster.restart()
    assert_kept(storage.load(), retitled(plan(), "Ny"))


def test_a_save_whose_confirmation_was_lost_is_known_again(
    storage: muniprog.Storage, sql: psycopg.Connection, forwarder: Forwarder, schema: str
) -> None:
    """The server commits, and the connection is cut before the client hears of it: the save is there once."""
    base = storage.save(plan())
    with muniprog.open_storage(forwarder.address(f"schema={schema}")) as far:
        forwarder.cut_after("COMMIT")
        saved = far.save(retitled(plan(), "Ny"), base=base)
    assert forwarder.has_cut
    assert saved.revision == "2"
    assert_kept(storage.load(), retitled(plan(), "Ny"))
    assert [revision.revision for revision in history(storage)] == ["2", "1"]


def test_a_deletion_whose_confirmation_was_lost_is_known_again(
    storage: muniprog.Storage, forwarder: Forwarder, schema: str
) -> None:
    base = storage.save(plan())
    with muniprog.open_storage(forwarder.address(f"schema={schema}")) as far:
        forwarder.cut_after("COMMIT")
        far.delete("plan", base=base)
    assert forwarder.has_cut
    assert storage.list() == ()


def test_a_serialization_failure_is_retried_and_then_a_conflict_like_any_other(
    storage: muniprog.Storage, cluster: Cluster, schema: str, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    """Two real transactions: the second cannot be serialized, is tried once more and then sees what the first did."""
    base = storage.save(plan())
    options = f"schema={schema}&options=-c%20default_transaction_isolation%3Drepeatable%5C%20read"
    theirs = psycopg.connect(cluster.address(), options=f"-c search_path={schema}")
    with theirs, muniprog.open_storage(cluster.address(options=options)) as mine:
        theirs.execute("UPDATE latest SET number = number")
        saving = pool.submit(mine.save, retitled(plan(), "Ny"), base=base)
        one_that_waits(sql)
        theirs.commit()
        assert saving.result(PATIENCE).revision == "2"
    theirs.close()
    assert_kept(storage.load(), retitled(plan(), "Ny"))


@pytest.mark.parametrize("code", ["serialization_failure", "deadlock_detected"])
def test_what_fails_because_of_others_is_tried_twice_and_then_told(
    storage: muniprog.Storage, sql: psycopg.Connection, code: str
) -> None:
    base = storage.save(plan())
    sql.execute("CREATE SEQUENCE tried")
    sql.execute(f"""
        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM nextval('tried'); RAISE EXCEPTION USING ERRCODE = '{code}'; END $$;
        CREATE TRIGGER fail BEFORE INSERT ON goals EXECUTE FUNCTION fail()
    """)
    with pytest.raises(muniprog.StorageError, match="kept busy by others; nothing was changed"):
        storage.save(retitled(plan(), "Ny"), base=base)
    assert sql.execute("SELECT last_value FROM tried").fetchall() == [(2,)]
    assert_kept(storage.load(), plan())


def test_a_deadlock_is_retried(
    storage: muniprog.Storage, reopen: Reopen, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    """Whichever of the two the server gives up, the save is done in the end."""
    storage.save(plan())
    sql.execute("SET deadlock_timeout = '2s'")  # so that it is the save that notices, unless the machine is slow
    with suppress(psycopg.errors.DeadlockDetected), in_mid_save(sql):
        saving = pool.submit(save_of(reopen, "Ny"))
        one_that_waits(sql)
        sql.execute("SELECT FROM latest FOR UPDATE")
    assert saving.result(PATIENCE).revision == "2"
    assert_kept(storage.load(), retitled(plan(), "Ny"))


def test_who_writes_past_the_lock_is_noticed(
    storage: muniprog.Storage, sql: psycopg.Connection, pool: ThreadPoolExecutor
) -> None:
    """Where somebody adds a revision without waiting for their turn, no other revision gets the same number."""
    base = storage.save(plan())
    with sql.transaction():
        sql.execute("""
            INSERT INTO revisions (programme, number, saved_at, saved_by, note, mapping, sha256, save_id)
            SELECT programme, 2, saved_at, 'en annan', note, mapping, sha256, gen_random_uuid() FROM revisions
        """)
        saving = pool.submit(storage.save, retitled(plan(), "Ny"), base=base)
        one_that_waits(sql)
    with pytest.raises(muniprog.StorageError, match="refused; nothing was changed"):
        saving.result(PATIENCE)
    assert [revision.by for revision in history(storage)] == ["en annan", ""]


def test_two_hundred_saves_at_once_each_succeed_or_tell_of_a_conflict(reopen: Reopen) -> None:
    """Nobody's change is lost: as many revisions as saves that succeeded, and each started from the one before it."""
    programmes = ("a", "b", "c", "d")
    with reopen() as storage:
        base = {name: storage.save(plan(name)) for name in programmes}
    start, conflicts = Barrier(SAVES // 5), list[str]()

    def save(number: int) -> bool:
        name = programmes[number % len(programmes)]
        with reopen() as storage:
            first = base[name] if number % 2 else storage.load(name)
            if number < SAVES // 5:
                start.wait(PATIENCE)
            try:
                storage.save(retitled(plan(name), f"{number}"), base=first, by=f"{number}")
            except muniprog.ConflictError as error:
                conflicts.append(str(error))
                return False
            return True

    with ThreadPoolExecutor(SAVES // 5) as pool:
        saved = list(pool.map(save, range(SAVES)))
    with reopen() as storage:
        told = [revision for name in programmes for revision in history(storage, name)]
        numbers = {name: [revision.revision for revision in history(storage, name)] for name in programmes}
        assert checked(storage) == ()
    assert len(told) == sum(saved) + len(programmes)
    assert {revision.by for revision in told} == {"", *(str(number) for number, done in enumerate(saved) if done)}
    assert all(list(map(int, own)) == list(range(len(own), 0, -1)) for own in numbers.values())
    assert any(saved)
    assert len(conflicts) == SAVES - sum(saved) > 0
    assert all("Changed since then: “" in conflict for conflict in conflicts)


def test_two_clients_that_save_first_make_the_schema_once(reopen: Reopen, sql: psycopg.Connection) -> None:
    start = Barrier(8)

    def save(number: int) -> None:
        with reopen() as storage:
            start.wait(PATIENCE)
            storage.save(plan(str(number)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(8)))
    assert sql.execute("SELECT count(*) FROM programmes").fetchall() == [(8,)]
    assert sql.execute("SELECT count(*), max(version) FROM schema_version").fetchall() == [(VERSION, VERSION)]


def test_nobody_waits_for_ever(
    storage: muniprog.Storage, cluster: Cluster, schema: str, sql: psycopg.Connection
) -> None:
    """Who asks for a shorter time in the address is told sooner; nothing has changed then."""
    base = storage.save(plan())
    quick = cluster.address(options=f"schema={schema}&options=-c%20lock_timeout%3D50ms")
    told = pytest.raises(muniprog.StorageError, match="kept busy by others; nothing was changed")
    with in_mid_save(sql), muniprog.open_storage(quick) as hurried, told:
        hurried.save(retitled(plan(), "Ny"), base=base)
    assert_kept(storage.load(), plan())


def history(storage: muniprog.Storage, identifier: str = "plan") -> tuple[muniprog.Revision, ...]:
    assert isinstance(storage, muniprog.KeepsHistory)
    return storage.history(identifier)


def checked(storage: muniprog.Storage) -> tuple[muniprog.Finding, ...]:
    assert isinstance(storage, muniprog.ChecksItself)
    return storage.integrity()


def refusal_of(saving: "Future[muniprog.Stored]") -> str:
    error = saving.exception(PATIENCE)
    assert isinstance(error, muniprog.StorageError)
    return str(error)
