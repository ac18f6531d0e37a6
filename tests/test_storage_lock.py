"""One writer at a time in a folder."""

import fcntl
import sys
from pathlib import Path

import pytest

from muniprog.storage.lock import locked


def test_a_folder_that_is_not_there_is_made_and_taken_away_again_when_nothing_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "plans" / "vasa"
    with locked(folder):
        assert folder.is_dir()
    assert not (tmp_path / "plans").exists()


def test_a_folder_with_something_in_it_stays(tmp_path: Path) -> None:
    folder = tmp_path / "plans" / "vasa"
    with locked(folder):
        (folder / "programme.yaml").touch()
    assert (folder / "programme.yaml").exists()


def test_a_folder_that_was_removed_while_somebody_waited_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vasa"
    waited: list[int] = []

    def flock(handle: int, operation: int) -> None:
        if not waited:
            folder.rmdir()
        waited.append(handle)

    monkeypatch.setattr(fcntl, "flock", flock)
    with locked(folder):
        assert folder.is_dir()
    assert len(waited) == 2


def test_where_the_drive_knows_no_locks_the_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flock(handle: int, operation: int) -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(fcntl, "flock", flock)
    with locked(tmp_path):
        pass


def test_where_the_system_knows_no_locks_the_block_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with locked(tmp_path / "vasa"):
        assert not (tmp_path / "vasa").exists()


def test_what_cannot_be_made_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with locked(tmp_path / "file" / "vasa"):
        pass
    assert (tmp_path / "file").is_file()
