"""What another process does to a storage; here in this process, where it can be looked at."""

from pathlib import Path

import pytest

from muniprog.storage.drivers import SqliteDriver
from muniprog.testing.storages.processes import PROCESSES, save_without_end
from muniprog.testing.storages.samples import plan, retitled


def test_each_save_is_another_state_until_nobody_listens(tmp_path: Path) -> None:
    driver, location = SqliteDriver(), f"sqlite:///{tmp_path / 'programmes.db'}"
    with driver.open(location) as storage:
        storage.save(plan())
    receiver, sender = PROCESSES.Pipe(duplex=False)
    receiver.close()
    with pytest.raises(BrokenPipeError):
        save_without_end(driver, location, sender)
    sender.close()
    with driver.open(location) as storage:
        assert storage.load().source.mapping == retitled(plan(note="1"), "1")
