"""The server that tests run against."""

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from threading import Event
from typing import ClassVar

import psycopg
import pytest

from muniprog_postgres.testing import Cluster, NotInstalledError, find_programs, ordinary_user


@pytest.fixture
def debian(tmp_path: Path) -> Path:
    for version in ("9.6", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch(mode=0o755)
    return tmp_path


def test_the_programs_on_the_path_come_first(debian: Path) -> None:
    on_path = debian / "15" / "bin"
    assert find_programs(str(on_path), debian) == on_path


def test_else_the_newest_that_debian_has(debian: Path) -> None:
    assert find_programs("", debian) == debian / "17" / "bin"


def test_a_machine_without_postgresql_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotInstalledError, match="neither on the PATH nor in"):
        find_programs("", tmp_path)


def test_root_becomes_somebody_else() -> None:
    assert (ordinary_user(0), ordinary_user(1000)) == ("postgres", None)


class WatchedCluster(Cluster):
    closed: ClassVar[list[Path]] = []

    def close(self) -> None:
        super().close()
        self.closed.append(self.folder)


def test_a_server_that_does_not_start_says_why_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muniprog_postgres.testing.SETTINGS", {"max_connections": "many"})
    with pytest.raises(RuntimeError, match='(?s)pg_ctl ended with 1.*invalid value for parameter "max_connections"'):
        WatchedCluster.start()
    (folder,) = WatchedCluster.closed
    assert not folder.exists()


def test_a_server_of_one_s_own_is_gone_afterwards() -> None:
    with Cluster.start() as cluster:
        with psycopg.connect(cluster.address()) as connection:
            assert connection.execute("SELECT 1").fetchall() == [(1,)]
        address, folder = cluster.address(), cluster.folder
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError, match="Connection refused"):
        psycopg.connect(address)


def test_a_process_that_is_killed_leaves_no_server_behind() -> None:
    program = (
        "from muniprog_postgres.testing import Cluster; cluster = Cluster.start();"
        "print(cluster.folder, cluster.address(), flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        folder, address = process.stdout.readline().split()
        process.kill()
    for _ in range(100):
        if not Path(folder).exists():
            break
        Event().wait(0.1)
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError, match="Connection refused"):
        psycopg.connect(address)
