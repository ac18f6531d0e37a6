"""One PostgreSQL server for all tests of a run, and a fresh database for each test that asks for one."""

from collections.abc import Iterator
from itertools import count

import psycopg
import pytest

from muniprog_postgres.testing import Cluster, NotInstalledError

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server of our own; tests are skipped where PostgreSQL is not installed."""
    try:
        cluster = Cluster.start()
    except NotInstalledError as error:
        pytest.skip(f"{error}. Install PostgreSQL (Debian's package `postgresql`).")
    with cluster:
        yield cluster


@pytest.fixture
def database(cluster: Cluster) -> str:
    """The name of an empty database."""
    name = f"plans_{next(_NUMBERS)}"
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return name


@pytest.fixture
def address(cluster: Cluster, database: str) -> str:
    """The address of an empty database."""
    return cluster.address(database)
