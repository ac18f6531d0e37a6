"""One PostgreSQL server for all tests of a run, and a place of its own on it for each test that asks for one."""

from collections.abc import Callable, Iterator
from itertools import count

import psycopg
import pytest

import muniprog
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
def schema(cluster: Cluster) -> Iterator[str]:
    """The name of a schema that nobody else uses. It is gone afterwards: thousands of files take long to remove."""
    name = f"plans_{next(_NUMBERS)}"
    yield name
    with psycopg.connect(cluster.address(), autocommit=True, options="-c lock_timeout=10s") as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE".encode())


@pytest.fixture
def address(cluster: Cluster, schema: str) -> str:
    """The address of that schema, where nothing is yet."""
    return cluster.address(options=f"schema={schema}")


@pytest.fixture
def reopen(address: str) -> Callable[[], muniprog.Storage]:
    """What opens it again, as another client would."""
    return lambda: muniprog.open_storage(address)


@pytest.fixture
def storage(reopen: Callable[[], muniprog.Storage]) -> Iterator[muniprog.Storage]:
    """The open storage."""
    with reopen() as storage:
        yield storage


@pytest.fixture
def sql(cluster: Cluster, schema: str) -> Iterator[psycopg.Connection]:
    """A connection of the superuser that finds the tables of the schema, and commits at once."""
    options = f"-c search_path={schema} -c TimeZone=America/New_York"
    with psycopg.connect(cluster.address(), autocommit=True, options=options) as connection:
        yield connection
