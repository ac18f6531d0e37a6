"""What other processes do to a storage while the contract watches."""

from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from muniprog.errors import ConflictError
from muniprog.interfaces import StorageDriver
from muniprog.source import Plain
from muniprog.testing.storages.samples import plan, retitled, with_actions

PROCESSES = get_context("spawn")
"""Fresh processes that share nothing, on every system alike."""


def add_actions(driver: StorageDriver, location: str, name: str, count: int, start: Barrier) -> None:
    """Add actions one by one to the only programme there; after a conflict, load it and try again."""
    with driver.open(location) as storage:
        start.wait()
        for number in range(count):
            added: Plain = {"id": f"{name}-{number}", "title": f"{name} {number}"}
            saved = False
            while not saved:
                base = storage.load()
                try:
                    storage.save(with_actions(base.source.mapping, added), base=base)
                except ConflictError:
                    continue
                saved = True


def save_new(driver: StorageDriver, location: str, name: str, count: int, start: Barrier) -> None:
    """Save programmes of its own."""
    with driver.open(location) as storage:
        start.wait()
        for number in range(count):
            storage.save(plan(f"{name}-{number}"))


def save_without_end(driver: StorageDriver, location: str, told: Connection) -> None:
    """Save a programme again and again, in a state that can be told from every other, until the process is ended."""
    number = 0
    with driver.open(location) as storage:
        saved = storage.load()
        while True:
            number += 1
            saved = storage.save(retitled(plan(note=str(number)), str(number)), base=saved)
            told.send(number)
