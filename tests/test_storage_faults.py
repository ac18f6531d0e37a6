"""A folder on a disk that fails: at every step of a save, in every way, the old or the new programme is there.

The programme has two themes and two rounds in files of their own. The save changes one theme, adds one, takes one
away, and changes a round and the main file: every sort of thing that happens in one go.
"""

import errno
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest

import muniprog as mp
from muniprog.conversion import unstructure
from muniprog.model import FollowUp, Theme
from muniprog.storage.atomic import finish

MAIN = """\
# Ett påhittat program
muniprog: 1
id: provet
title: Provet
period: 2020–2023
languages: [sv]
themes:
- themes/stannar.yaml
- themes/gar.yaml
"""
FILES = {
    "programme.yaml": MAIN,
    "themes/stannar.yaml": "id: stannar\ntitle: Stannar  # länge\n",
    "themes/gar.yaml": "id: gar\ntitle: Går\n",
    "followup/2020.yaml": "period: 2020\n",
    "followup/2021.yaml": "period: 2021\n",
}


def kept(folder: Path) -> Path:
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def changed(programme: mp.Programme) -> mp.Programme:
    stays, _ = programme.themes
    first, second = programme.follow_ups
    note = mp.Text.of("Ny", "sv")
    return attrs.evolve(
        programme,
        title=mp.Text.of("Nytt", "sv"),
        themes=(attrs.evolve(stays, description=note), Theme(id="kommer", title=note)),
        follow_ups=(first, attrs.evolve(second, title=note), FollowUp(period=mp.Period.parse(2022))),
    )


class Step:
    """Counts the steps of a save, and lets one of them go wrong."""

    def __init__(self, number: int, fault: Callable[[], None]) -> None:
        self.number, self.fault, self.taken = number, fault, 0
        self.trace: list[tuple[str, str]] = []

    def __call__(self, what: str, name: str = "") -> None:
        self.taken += 1
        self.trace.append((what, name))
        if self.taken == self.number:
            self.fault()


class SlowFile(io.FileIO):
    """A file that takes a few bytes at a time."""

    step: Step

    def write(self, content: Any, /) -> int:
        self.step("write", Path(str(self.name)).name)
        return super().write(bytes(content)[:40])


@contextmanager
def faulty(step: Step) -> Iterator[None]:
    """Let every call that changes the disk pass through `step` first."""
    patched = {name: getattr(os, name) for name in ("replace", "unlink", "fsync", "mkdir", "rmdir", "chmod")}
    plain_open = Path.open

    def through(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            where = arguments[-1] if name == "replace" else arguments[0]
            step(name, "" if isinstance(where, int) else Path(where).name)
            return patched[name](*arguments, **more)

        return call

    def opened(path: Path, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        if "x" not in mode:
            return plain_open(path, mode, *arguments, **more)
        step("create", path.name)
        file = SlowFile(str(path), mode.replace("b", ""))
        file.step = step
        return file

    try:
        for name in patched:
            setattr(os, name, through(name))
        Path.open = opened  # type: ignore[method-assign, assignment]
        yield
    finally:
        for name, call in patched.items():
            setattr(os, name, call)
        Path.open = plain_open  # type: ignore[method-assign]


def attempt(folder: Path, number: int, fault: Callable[[], None]) -> Step:
    """Load, change and save with a fault at one step."""
    step, error = attempt_and_catch(folder, number, fault)
    assert error is None
    return step


def attempt_and_catch(folder: Path, number: int, fault: Callable[[], None]) -> tuple[Step, mp.StorageError | None]:
    """Do the same and return the error that the save ended with, if it did."""
    programme = changed(mp.load(folder))
    step = Step(number, fault)
    try:
        with faulty(step):
            mp.save(programme)
    except mp.StorageError as error:
        return step, error
    return step, None


@pytest.fixture
def states(tmp_path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the programme says before and after the save."""
    folder = kept(tmp_path / "states")
    before = unstructure(mp.load(folder))
    mp.save(changed(mp.load(folder)))
    return before, unstructure(mp.load(folder))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_error_of_the_system_at_any_step_leaves_the_old_or_the_new_programme(
    tmp_path: Path, states: tuple[dict[str, Any], dict[str, Any]], code: int
) -> None:
    before, after = states

    def fault() -> None:
        raise OSError(code, os.strerror(code))

    number, outcomes = 0, {"old": 0, "new": 0}
    while True:
        number += 1
        folder = kept(tmp_path / f"{code}-{number}")
        step, error = attempt_and_catch(folder, number, fault)
        found = unstructure(mp.load(folder))
        if error is None:  # no such step, or one that a save can do without, such as syncing a folder
            assert found == after
            if step.taken < number:
                break
            continue
        assert os.strerror(code) in str(error)
        assert found in (before, after), f"step {number}"
        outcomes["old" if found == before else "new"] += 1
        if found == before:
            assert files(folder).keys() == FILES.keys()
    assert number > 40
    assert outcomes["old"] > outcomes["new"]


KILLED_AT_EVERY_STEP = """
import json, os, shutil, signal, sys
from pathlib import Path
from tests.test_storage_faults import attempt, kept
import muniprog as mp
from muniprog.conversion import unstructure

folder, number, found = Path(sys.argv[1]), 0, []
mp.load(kept(folder))  # so that each child has everything loaded
while True:
    number += 1
    shutil.rmtree(folder)
    kept(folder)
    child = os.fork()
    if not child:
        step = attempt(folder, number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        os._exit(0 if step.taken < number else 1)
    _, status = os.waitpid(child, 0)
    found.append(unstructure(mp.load(folder)))
    if os.WIFEXITED(status):
        break
    # What lies there now can be saved as if nothing had happened.
    programme = mp.load(folder)
    mp.save(programme)
print(json.dumps({"exit": os.WEXITSTATUS(status), "found": found}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="This system cannot fork.")
def test_kill_9_at_every_step_leaves_the_old_or_the_new_programme(
    tmp_path: Path, states: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    before, after = states
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT_EVERY_STEP, str(tmp_path / "killed")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    result = json.loads(done.stdout)
    assert result["exit"] == 0
    found = result["found"]
    assert len(found) > 40
    assert all(state in (before, after) for state in found)
    turn = found.index(after)
    assert all(state == before for state in found[:turn])
    assert all(state == after for state in found[turn:])


def test_power_loss_finds_contents_on_the_disk_before_their_names(tmp_path: Path) -> None:
    step = attempt(kept(tmp_path), 0, lambda: None)
    put = [(position, name) for position, (what, name) in enumerate(step.trace) if what == "replace"]
    journal, *targets = put
    assert journal[1] == ".programme.yaml.saving"
    assert targets[-1][1] == "programme.yaml"
    created = [position for position, (what, _) in enumerate(step.trace) if what == "create"]
    # Each new file is written through to the disk before anything gets its name …
    for position in created:
        following = [what for what, _ in step.trace[position + 1 :]]
        synced = following.index("fsync")
        assert set(following[:synced]) == {"write"}
        assert synced + position + 1 < journal[0]
    # … the names are written through, one after the other …
    for position, _ in put:
        assert step.trace[position + 1][0] == "fsync"
    # … and what goes, goes last, the journal after all else.
    gone = [(position, name) for position, (what, name) in enumerate(step.trace) if what == "unlink"]
    of_the_programme = [name for position, name in gone if position > targets[-1][0] and not name.endswith(".new")]
    assert of_the_programme == ["gar.yaml", ".programme.yaml.saving"]


def test_one_file_needs_no_journal(tmp_path: Path) -> None:
    programme = mp.load(kept(tmp_path))
    step = Step(0, lambda: None)
    with faulty(step):
        mp.save(attrs.evolve(programme, title=mp.Text.of("Nytt", "sv")))
    assert [name for what, name in step.trace if what == "replace"] == ["programme.yaml"]


# The journal.


def interrupted(folder: Path) -> Path:
    """A folder where a save was interrupted when all was noted down and nothing was in place."""
    kept(folder)

    def stop() -> None:
        raise KeyboardInterrupt

    target = folder / "themes" / "stannar.yaml"
    plan = {"put": {"themes/stannar.yaml": ".muniprog-0123456789abcdef.new"}, "gone": ["themes/gar.yaml"]}
    target.with_name(".muniprog-0123456789abcdef.new").write_text("id: stannar\ntitle: Ny\n", encoding="utf-8")
    (folder / ".programme.yaml.saving").write_text(json.dumps(plan), encoding="utf-8")
    (folder / "programme.yaml").write_text(MAIN.replace("- themes/gar.yaml\n", ""), encoding="utf-8")
    return folder


def test_whoever_loads_finishes_an_interrupted_save(tmp_path: Path) -> None:
    programme = mp.load(interrupted(tmp_path))
    assert [str(theme.title) for theme in programme.themes] == ["Ny"]
    assert files(tmp_path).keys() == FILES.keys() - {"themes/gar.yaml"}


def test_finishing_can_be_interrupted_and_begun_again(tmp_path: Path) -> None:
    journal = interrupted(tmp_path) / ".programme.yaml.saving"
    text = journal.read_bytes()
    finish(journal)
    journal.write_bytes(text)
    finish(journal)
    assert str(mp.load(tmp_path).themes[0].title) == "Ny"


def test_new_programme_whose_save_was_interrupted_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "ny"
    folder.mkdir()
    (folder / ".muniprog-0123456789abcdef.new").write_text(MAIN.partition("themes")[0], encoding="utf-8")
    (folder / ".programme.yaml.saving").write_text(
        json.dumps({"put": {"programme.yaml": ".muniprog-0123456789abcdef.new"}, "gone": []}), encoding="utf-8"
    )
    with pytest.raises(mp.ConflictError, match="already"):
        mp.save(attrs.evolve(mp.load(kept(tmp_path / "other")), origin=None), folder)
    assert str(mp.load(folder).title) == "Provet"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"put": {}}',
        '{"put": {"programme.yaml": "themes/stannar.yaml"}, "gone": []}',
        '{"put": {"programme.yaml": 3}, "gone": []}',
        '{"put": [], "gone": []}',
        '{"put": {}, "gone": ["../other/programme.yaml"]}',
        '{"put": {}, "gone": [1]}',
    ],
)
def test_what_only_looks_like_a_journal_does_nothing(tmp_path: Path, text: str) -> None:
    folder = kept(tmp_path / "plan")
    other = kept(tmp_path / "other")
    (folder / ".programme.yaml.saving").write_text(text, encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(mp.StorageError, match="should tell of an interrupted save, but does not"):
        mp.load(folder)
    assert files(tmp_path) == before
    assert mp.load(other).id == "provet"


def test_save_that_cannot_be_finished_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(mp.StorageError, match="was interrupted in .* cannot be finished. The system says: Read-only"):
        mp.load(tmp_path)


def test_what_is_deleted_is_finished_first(tmp_path: Path) -> None:
    folder = interrupted(tmp_path / "plan")
    with mp.open_storage(folder) as storage:
        stored = storage.load()
        shutil.copytree(folder, tmp_path / "again")
        storage.delete("provet", base=stored)
    assert not folder.exists() or not files(folder)
