"""Files are replaced as a whole or not at all, and what goes wrong is said."""

import errno
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from muniprog.errors import StorageError
from muniprog.storage.atomic import remove_file, write_files

OLD, NEW = b"old\n", b"new" * 200


class Disk(io.FileIO):
    """A file on a disk that takes `room` bytes, and `most` at a time."""

    room, most = 10**9, 10**9
    lies = False

    def write(self, content: "bytes | memoryview") -> int:  # type: ignore[override]
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = super().write(bytes(content[: min(self.room, self.most)]))
        type(self).room -= taken
        return len(content) if self.lies else taken


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> type[Disk]:
    """The disk that new files are written to."""

    class Own(Disk):
        pass

    plain = Path.open

    def opened(path: Path, mode: str = "r", **options: object) -> object:
        return Own(str(path), "xb") if mode == "xb" else plain(path, mode, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)
    return Own


def refusal(contents: dict[Path, bytes]) -> str:
    with pytest.raises(StorageError) as refused:
        write_files(contents)
    return str(refused.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_what_it_should_and_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_files({tmp_path / "below" / "deep" / "a": NEW})
    made = tmp_path / "below" / "deep" / "a"
    assert made.read_bytes() == NEW
    assert made.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert names(made.parent) == ["a"]


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664])
def test_the_mode_of_a_file_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_files({path: NEW})
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "a", tmp_path / "link"
    target.write_bytes(OLD)
    link.symlink_to(target)
    write_files({link: NEW})
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names(tmp_path / "elsewhere") == ["a"]


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_them_all(tmp_path: Path, disk: type[Disk]) -> None:
    disk.most = 7
    write_files({tmp_path / "a": NEW})
    assert (tmp_path / "a").read_bytes() == NEW


@pytest.mark.parametrize("room", [0, 100])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, disk: type[Disk], room: int) -> None:
    disk.room = room
    (tmp_path / "a").write_bytes(OLD)
    assert refusal({tmp_path / "a": NEW}) == (
        "“a” was not saved; the earlier content is untouched. The system says: No space left on device."
    )
    assert (tmp_path / "a").read_bytes() == OLD
    assert names(tmp_path) == ["a"]


def test_a_disk_that_takes_less_than_it_says_is_found_out(tmp_path: Path, disk: type[Disk]) -> None:
    disk.most, disk.lies = 100, True
    (tmp_path / "a").write_bytes(OLD)
    assert "the file is shorter than what was written" in refusal({tmp_path / "a": NEW})
    assert (tmp_path / "a").read_bytes() == OLD
    assert names(tmp_path) == ["a"]


def test_no_file_of_several_is_changed_when_one_cannot_be_written(tmp_path: Path, disk: type[Disk]) -> None:
    disk.room = len(NEW) + 100
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(OLD)
    assert "“a, b, c” was not saved" in refusal({tmp_path / name: NEW for name in ("a", "b", "c")})
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {"a": OLD, "b": OLD}


def test_files_are_put_back_when_a_later_one_cannot_be_put_in_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(OLD)
    (tmp_path / "c").mkdir()
    said = refusal({tmp_path / name: NEW for name in ("a", "b", "c")})
    assert "directory" in said.casefold()
    assert names(tmp_path) == ["a", "c"]
    assert (tmp_path / "a").read_bytes() == OLD


def test_a_file_that_cannot_be_put_back_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(OLD)
    replace, times = Path.replace, iter([True, False, False])

    def replaced(path: Path, target: Path) -> Path:
        if not next(times):
            raise OSError(errno.EIO, "Input/output error")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replaced)
    said = refusal({tmp_path / "a": NEW, tmp_path / "b": NEW})
    assert said.startswith("Not all files could be saved, and “")
    assert said.endswith("a” could not be put back as it was. The system says: Input/output error.")


def test_new_folders_do_not_outlive_a_save_that_failed(tmp_path: Path, disk: type[Disk]) -> None:
    disk.room = 0
    refusal({tmp_path / "new" / "deep" / "a": NEW})
    assert names(tmp_path) == []


def test_a_folder_that_somebody_else_uses_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        (tmp_path / "new" / "other").touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    refusal({tmp_path / "new" / "a": NEW})
    assert names(tmp_path / "new") == ["other"]


@pytest.mark.parametrize(
    "spoil", [lambda path: path.mkdir(), lambda path: path.parent.joinpath("below").touch()], ids=["target", "parent"]
)
def test_a_folder_in_place_of_the_file_or_a_file_in_place_of_the_folder(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(tmp_path / "a")
    path = tmp_path / "below" / "a" if (tmp_path / "below").exists() else tmp_path / "a"
    assert "was not saved" in refusal({path: NEW})
    assert len(names(tmp_path)) == 1


def test_a_system_that_opens_no_folders_saves_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refused)
    write_files({tmp_path / "a": NEW})
    assert (tmp_path / "a").read_bytes() == NEW


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(OLD)

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "a": NEW})
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == OLD


def test_a_file_is_removed_and_that_it_is_gone_is_fine(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    remove_file(tmp_path / "a")
    remove_file(tmp_path / "a")
    (tmp_path / "b").mkdir()
    with pytest.raises(StorageError, match=r"b” could not be removed\. The system says:"):
        remove_file(tmp_path / "b")
