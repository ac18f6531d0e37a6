"""The contract of a storage, run on the memory of one process."""

import pytest

from muniprog.storage.drivers import MemoryDriver
from muniprog.testing import StorageContract


class TestMemory(StorageContract):
    driver = MemoryDriver()
    other_processes = False

    @pytest.fixture
    def location(self, request: pytest.FixtureRequest) -> str:
        return f"memory:{request.node.name}"
