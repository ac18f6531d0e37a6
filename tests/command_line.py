"""Calling `muniprog` in tests: in this process, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner, Result

from muniprog.cli import main

QUIET = {"LANGUAGE": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": None, "COLUMNS": "100"}
"""An environment that names no language."""


def muniprog(*arguments: str | Path, language: str = "", **environment: str | None) -> Result:
    """Run a command in this process, for a reader of `language`, or of none that is named."""
    asked: dict[str, str | None] = {"MUNIPROG_LANGUAGE": language or None}
    return CliRunner().invoke(main, [str(each) for each in arguments], env={**QUIET, **asked, **environment})


def said(result: Result, code: int = 0) -> str:
    """Return all that a command said, after looking at its exit code."""
    assert result.exit_code == code, (result.output, result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


def process(
    *arguments: str | Path, python: tuple[str, ...] = (), environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run a command as a process of its own."""
    return subprocess.run(
        [sys.executable, *python, "-m", "tests.command_line", *map(str, arguments)],
        env=environment_of(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def environment_of(environment: Mapping[str, str] | None = None, **more: str) -> dict[str, str]:
    """Return an environment that names no language, with what is said beside it."""
    environment = {**(environment or {}), **more}
    kept = {name: value for name, value in os.environ.items() if name not in QUIET and not name.startswith("MUNIPROG_")}
    path = os.pathsep.join(filter(None, (environment.get("PYTHONPATH"), str(Path(__file__).parents[1]))))
    return {**kept, **environment, "PYTHONPATH": path}


def write(folder: Path, text: str, name: str = "programme.yaml") -> Path:
    """Write a file of a programme; return the folder."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip("\n"), encoding="utf-8", newline="\n")
    return folder


if __name__ == "__main__":
    sys.argv[0] = "muniprog"
    main(prog_name="muniprog")
