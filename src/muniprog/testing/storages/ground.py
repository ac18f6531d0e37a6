"""What the tests of the contract stand on: where the storage under test is, and how it is opened."""

from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest

from muniprog.interfaces import Storage, StorageDriver, Stored
from muniprog.testing.storages.samples import Mapping, differences


class Ground:
    """What the author of a storage says about it, and the fixtures that come of that."""

    driver: ClassVar[StorageDriver]
    """The driver under test."""

    other_processes: ClassVar[bool] = True
    """Whether another process sees what is kept; only what lives in one process's memory may say no."""

    @pytest.fixture
    def location(self) -> str:
        """Return the address of a place where nothing is kept yet, another one for each test."""
        pytest.fail("Give the class a fixture `location` that returns the address of a fresh place.")

    @pytest.fixture
    def wrong_locations(self) -> list[str]:
        """Return addresses where nothing can be kept, if there are such: below a file, on a host that is none."""
        return []

    def record(self, location: str, *, note: str, by: str) -> None:
        """Be told of each save whose history will be asked for.

        Only a storage whose history somebody else writes has something to do here, such as a commit.
        """

    @pytest.fixture
    def reopen(self, location: str) -> Callable[[], Storage]:
        """Return what opens the place again, as another programme would."""
        return lambda: self.driver.open(location)

    @pytest.fixture
    def storage(self, reopen: Callable[[], Storage]) -> Iterator[Storage]:
        """Return the open place."""
        with reopen() as storage:
            yield storage


def assert_kept(stored: Stored, mapping: Mapping, *, in_order: bool = True) -> None:
    """Say what differs between what was given and what is kept; not the order of keys unless it matters."""
    different = list(differences(mapping, stored.source.mapping, in_order=in_order))
    assert not different, "It is not kept as it was given: " + "; ".join(different)
