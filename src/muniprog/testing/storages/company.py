"""Several at once, and one that is ended in the middle."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.synchronize import Barrier
from threading import Barrier as ThreadBarrier

import pytest

from muniprog.errors import ConflictError
from muniprog.interfaces import Storage, StorageDriver
from muniprog.source import Plain
from muniprog.testing.storages.ground import Ground, assert_kept
from muniprog.testing.storages.processes import PROCESSES, add_actions, save_new, save_without_end
from muniprog.testing.storages.samples import actions, as_mapping, plan, retitled

THREADS = 6
PATIENCE = 120
"""Seconds after which another process is taken to be stuck."""

Work = Callable[[StorageDriver, str, str, int, Barrier], None]


class Company(Ground):
    """A storage keeps its promises when several use it, and when one of them is ended without warning."""

    def test_threads_that_save_programmes_of_their_own(self, reopen: Callable[[], Storage]) -> None:
        """Each thread opens the place for itself; what all of them save is there."""
        start = ThreadBarrier(THREADS)

        def save(thread: int) -> None:
            with reopen() as storage:
                start.wait()
                for number in range(5):
                    storage.save(plan(f"{thread}-{number}"))

        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(save, range(THREADS)))
        with reopen() as storage:
            assert len(storage.list()) == THREADS * 5

    def test_threads_that_change_one_programme(self, reopen: Callable[[], Storage]) -> None:
        """Of those who save from one and the same state exactly one succeeds; the others get a `ConflictError`."""
        with reopen() as storage:
            base = storage.save(plan())
        start = ThreadBarrier(THREADS)

        def save(thread: int) -> int | None:
            with reopen() as storage:
                start.wait()
                try:
                    storage.save(retitled(plan(), f"Från {thread}"), base=base)
                except ConflictError:
                    return None
                return thread

        with ThreadPoolExecutor(THREADS) as pool:
            won = [thread for thread in pool.map(save, range(THREADS)) if thread is not None]
        assert len(won) == 1, f"{len(won)} of {THREADS} think that they have saved"
        with reopen() as storage:
            assert_kept(storage.load(), retitled(plan(), f"Från {won[0]}"))

    def test_threads_that_make_one_programme(self, reopen: Callable[[], Storage]) -> None:
        """Of those who save a new programme under one identifier exactly one succeeds."""
        start = ThreadBarrier(THREADS)

        def save(thread: int) -> int | None:
            with reopen() as storage:
                start.wait()
                try:
                    storage.save(retitled(plan(), f"Från {thread}"))
                except ConflictError:
                    return None
                return thread

        with ThreadPoolExecutor(THREADS) as pool:
            won = [thread for thread in pool.map(save, range(THREADS)) if thread is not None]
        assert len(won) == 1, f"{len(won)} of {THREADS} think that they have saved"
        with reopen() as storage:
            assert_kept(storage.load(), retitled(plan(), f"Från {won[0]}"))

    def test_processes_that_change_one_programme(self, reopen: Callable[[], Storage], location: str) -> None:
        """Two processes change one programme many times; no change of either is lost."""
        self._needs_other_processes()
        with reopen() as storage:
            storage.save(plan())
        self._two_processes(add_actions, location, 15)
        with reopen() as storage:
            there = [as_mapping(action)["id"] for action in actions(storage.load().source.mapping)]
        assert sorted(map(str, there)) == sorted(f"{name}-{number}" for name in ("a", "b") for number in range(15))

    def test_processes_that_save_programmes_of_their_own(self, reopen: Callable[[], Storage], location: str) -> None:
        """Two processes save new programmes at the same time; all of them are there."""
        self._needs_other_processes()
        self._two_processes(save_new, location, 15)
        with reopen() as storage:
            assert len(storage.list()) == 30

    @pytest.mark.parametrize("saves", [1, 2, 5, 20])
    def test_a_process_that_is_ended_while_it_saves(
        self, reopen: Callable[[], Storage], location: str, saves: int
    ) -> None:
        """After `kill -9` the last or the next state is there, whole, and the next one can save at once."""
        self._needs_other_processes()
        with reopen() as storage:
            storage.save(plan(note="0"))
        receiver, sender = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=save_without_end, args=(self.driver, location, sender), daemon=True)
        process.start()
        sender.close()
        told = [receiver.recv() for _ in range(saves)]
        process.kill()
        process.join(PATIENCE)
        with suppress(EOFError):  # what it had said before it was ended
            while True:
                told.append(receiver.recv())
        with reopen() as storage:
            there = storage.load()
            note = there.source.mapping["note"]
            assert_kept(there, retitled(plan(note=note), str(note)))
            assert int(str(note)) in {told[-1], told[-1] + 1}
            saved: Plain = "after"
            assert_kept(storage.save(plan(note=saved), base=there), plan(note=saved))

    def _needs_other_processes(self) -> None:
        if not self.other_processes:
            pytest.skip("The class says that other processes do not see what is kept.")

    def _two_processes(self, work: Work, location: str, count: int) -> None:
        start = PROCESSES.Barrier(2)
        processes = [
            PROCESSES.Process(target=work, args=(self.driver, location, name, count, start), daemon=True)
            for name in ("a", "b")
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join(PATIENCE)
        assert [process.exitcode for process in processes] == [0, 0], "A process failed; its error stands above."
