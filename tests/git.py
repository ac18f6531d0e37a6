"""Small git repositories for tests."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """Run git in a folder and return what it says; nothing of this machine's settings takes part."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "commit.gpgSign=false", *arguments],
        env={**kept, **alone, **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    """Make an empty repository and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit_all(folder: Path, note: str, *, by: str = "Planerare", on: str = "") -> str:
    """Commit everything in a repository and return the full hash.

    Args:
        folder: The repository.
        note: The message.
        by: Name of the author.
        on: Day and time in ISO form; now if not said.
    """
    who = {"NAME": by, "EMAIL": "someone@example.org", **({"DATE": on} if on else {})}
    environment = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--allow-empty-message", "--message", note, **environment)
    return git(folder, "rev-parse", "HEAD")
