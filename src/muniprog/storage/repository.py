"""What git knows of a folder. Only read: nothing here changes the repository, its index or the files beside it."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import attrs

from muniprog.errors import StorageError
from muniprog.messages import message

SETTINGS = (
    # A repository may come from anybody. Whatever its own configuration would have git run is switched off.
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.quotePath=false",
    "log.follow=false",
    "log.showSignature=false",
    "log.showRoot=true",
)
ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_ORDINARY_FILE = re.compile(r"100\d\d\d blob ([0-9a-f]+)\t(.*)", re.DOTALL)


@attrs.frozen(kw_only=True)
class Commit:
    """One commit.

    Attributes:
        name: Its full hash.
        when: When it was made, in UTC.
        by: Name of the author.
        note: The whole message.
    """

    name: str
    when: datetime
    by: str
    note: str


@attrs.frozen
class Repository:
    """A git repository, through the `git` that is installed.

    Attributes:
        root: Its top folder.
    """

    root: Path

    @classmethod
    def around(cls, path: Path) -> "Repository | None":
        """Return the repository that a path lies in; None where there is none, or no `git` on this machine."""
        whole = path.resolve()
        root = next((each for each in (whole, *whole.parents) if (each / ".git").exists()), None)
        return cls(root) if root is not None and _is_installed() else None

    def name_of(self, path: Path) -> str:
        """Return what git calls a file or folder: its path from the top, with slashes; `.` for the top itself."""
        return path.resolve().relative_to(self.root).as_posix()

    def commit(self, revision: str) -> str | None:
        """Return the full hash of the commit that a revision names, such as `HEAD~3`, a tag or a short hash."""
        if not revision.isprintable():
            return None
        # `^{commit}` at the end: what names a file, a range or anything else is no commit.
        found = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return found.decode().strip() if found else None

    def commits(self, tip: str, paths: Iterable[str], *, until: str | None = None) -> tuple[Commit, ...]:
        """Return the commits that changed one of the paths, the latest first.

        Args:
            tip: The commit to begin at.
            paths: Pathspecs; see `exactly` and `matching`.
            until: A commit that is left out, with all that came before it.
        """
        span = (tip,) if until is None else (tip, f"^{until}")
        form = "--format=%H%x1f%ct%x1f%an%x1f%B"
        said = self._run("log", "-z", "--date-order", "--encoding=UTF-8", form, *span, "--", *paths)
        return tuple(_commit(record) for record in _records(said))

    def removals(self, tip: str, path: str) -> frozenset[str]:
        """Return the commits that removed a file."""
        said = self._run("log", "-z", "--diff-filter=D", "--no-renames", "--format=%H", tip, "--", exactly(path))
        return frozenset(_records(said))

    def renames(self, tip: str, path: str) -> tuple[tuple[str, str], ...]:
        """Return the commits that gave a file its names, the latest first, each with the name before it."""
        shown = ("--follow", "--diff-filter=R", "--name-status", "--format=%x1e%H")
        said = self._run("log", "-z", *shown, tip, "--", exactly(path)).decode(errors="replace")
        # A commit, then what happened to the file, then both names; between them whatever this git puts there.
        found = (re.fullmatch(r"([0-9a-f]+)\0*\n?R\d+\0(.*?)\0.*", each, re.DOTALL) for each in said.split("\x1e"))
        return tuple((each[1], each[2]) for each in found if each)

    def removed_files(self, tip: str, matching_paths: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return the files that were removed, the latest first, each with the commit that removed it."""
        shown = ("--diff-filter=D", "--no-renames", "--name-only", "--format=%x1e%H")
        said = self._run("log", "-z", *shown, tip, "--", *matching_paths).decode(errors="replace")
        found: list[tuple[str, str]] = []
        for each in said.split("\x1e")[1:]:
            commit, *names = (part.strip("\n") for part in each.split("\0"))
            found += [(commit, name) for name in names if name]
        return tuple(found)

    def files(self, commit: str, folder: str) -> Mapping[str, str]:
        """Return the ordinary files below a folder in a commit, by their path from there, with what they hold.

        What they hold is named, not read; see `contents`.
        """
        below = () if folder == "." else (f"{folder}/",)
        said = self._run("--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, "--", *below)
        found = (_ORDINARY_FILE.fullmatch(record) for record in _records(said))
        return {each[2].removeprefix("".join(below)): each[1] for each in found if each}

    def contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """Yield what blobs hold, one after the other."""
        said = memoryview(self._run("cat-file", "--batch", typed="".join(f"{blob}\n" for blob in blobs).encode()))
        for _ in blobs:
            head = bytes(said[:200]).partition(b"\n")[0]
            size, start = int(head.rpartition(b" ")[2]), len(head) + 1
            yield bytes(said[start : start + size])
            said = said[start + size + 1 :]

    def _try(self, *arguments: str) -> bytes | None:
        """Return what git says, or None where it has nothing to say on what was asked."""
        try:
            return self._run(*arguments)
        except _SaidNo:
            return None

    def _run(self, *arguments: str, typed: bytes = b"") -> bytes:
        import subprocess  # which takes longer to import than a small command to run

        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(  # noqa: S603  no shell; what a person typed stands behind `--` or its like
                ["git", "-C", str(self.root), "--no-pager", *settings, *arguments],  # noqa: S607  the user's own git
                input=typed,
                capture_output=True,
                check=False,
                env={**kept, **ENVIRONMENT},
            )
        except OSError as error:
            raise self._refusal(error.strerror or str(error)) from error
        if done.returncode == 0:
            return done.stdout
        said = done.stderr.decode(errors="replace").strip()
        refusal = self._refusal(said)
        raise refusal if "fatal:" in said else _SaidNo(refusal.message)

    def _refusal(self, said: str) -> StorageError:
        if "dubious ownership" in said:
            return StorageError(
                message(
                    "git does not read “{folder}”, since it belongs to another user. If you trust whoever that is: "
                    "git config --global --add safe.directory {folder}",
                    folder=self.root.as_posix(),
                )
            )
        last = said.rpartition("\n")[2]
        return StorageError(message("git cannot read “{folder}”. It says: {cause}", folder=str(self.root), cause=last))


class _SaidNo(StorageError):
    """git has nothing to say on what was asked, and says so by its exit code alone."""


def exactly(path: str) -> str:
    """Return the pathspec of one path, whatever letters are in it."""
    return f":(top,literal){path}"


def matching(folder: str, pattern: str) -> str:
    """Return the pathspec of a pattern such as `*.yaml` in a folder, whatever letters are in the folder's name."""
    quoted = "" if folder == "." else re.sub(r"([*?\[\]\\])", r"\\\1", folder) + "/"
    return f":(top,glob){quoted}{pattern}"


def _is_installed() -> bool:
    return any((Path(folder) / name).is_file() for folder in os.get_exec_path() for name in ("git", "git.exe"))


def _records(said: bytes) -> list[str]:
    return [record for record in said.decode(errors="replace").split("\0") if record.strip()]


def _commit(record: str) -> Commit:
    name, when, by, note = record.split("\x1f", 3)
    return Commit(name=name.strip(), when=datetime.fromtimestamp(int(when), UTC), by=by, note=note.strip())
