"""What muniprog demands of every storage."""

import pytest

from muniprog.testing.storages import StorageContract
from muniprog_postgres import PostgresDriver
from muniprog_postgres.testing import Cluster, free_port


class TestPostgres(StorageContract):
    driver = PostgresDriver()

    @pytest.fixture
    def location(self, address: str) -> str:
        return address

    @pytest.fixture
    def wrong_locations(self, cluster: Cluster) -> list[str]:
        return [
            cluster.address("nowhere"),
            cluster.address(password="wrong"),
            cluster.address(port=free_port()),
            "postgresql://anna:pass/word@localhost/plans",
            "postgresql:plans",
        ]
