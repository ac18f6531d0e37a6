"""`muniprog copy`: what it says, and with which exit code."""

import os
import pty
import sys
from pathlib import Path
from subprocess import run

import pytest

from tests.command_line import environment_of, muniprog, said
from tests.mappings import small
from tests.test_copying import keep, kept


def test_a_package_into_a_database_and_on_into_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    copied = "Copied: 1. Updated: 0. The same already: 0. Left out: 0.\n"
    assert said(muniprog("copy", "vasa_2019_2022", "sqlite:///x.db")) == copied
    assert said(muniprog("copy", "sqlite:///x.db", "plans/")) == copied
    assert said(muniprog("copy", "sqlite:///x.db", "plans")) == (
        "Copied: 0. Updated: 0. The same already: 1. Left out: 0.\n"
    )
    assert (tmp_path / "plans" / "vasa-2019-2022" / "programme.yaml").is_file()


def test_what_was_left_out_is_said_with_its_errors(tmp_path: Path) -> None:
    keep("memory:cli-wrong", small(id="a"), small(id="b", period="när det går"), small(id="c"))
    keep("memory:cli-to", small(id="c", note="Deras"))
    result = muniprog("copy", "memory:cli-wrong", "memory:cli-to")
    lines = said(result, 1).splitlines()
    assert lines[0] == "“b” was left out. It has 1 error."
    assert "error F007" in lines[1]
    assert lines[-3:] == [
        "“c” was left out. It is there already and differs.",
        "With --update, what differs is replaced.",
        "Copied: 1. Updated: 0. The same already: 0. Left out: 2.",
    ]
    assert result.stdout == f"{lines[-1]}\n"
    unchecked = said(muniprog("copy", "memory:cli-wrong", "memory:cli-to", "--unchecked", "--update"))
    assert unchecked == "Copied: 1. Updated: 1. The same already: 1. Left out: 0.\n"
    assert kept("memory:cli-to") == kept("memory:cli-wrong")


def test_in_the_readers_language() -> None:
    keep("memory:cli-spoken", small())
    assert said(muniprog("copy", "memory:cli-spoken", "memory:cli-sv", language="sv")) == (
        "Kopierade: 1. Uppdaterade: 0. Redan likadana: 0. Utelämnade: 0.\n"
    )
    assert said(muniprog("copy", "memory:cli-spoken", "memory:cli-fi", language="fi")) == (
        "Kopioitu: 1. Päivitetty: 0. Jo samanlaisia: 0. Jätetty pois: 0.\n"
    )


def test_what_cannot_be_copied_at_all() -> None:
    keep("memory:cli-itself", small())
    assert "cannot be copied to itself" in said(muniprog("copy", "memory:cli-itself", "memory:cli-itself"), 2)
    assert "There is no programme" in said(muniprog("copy", "memory:cli-nothing", "memory:cli-to"), 2)


def test_note_and_name_go_into_the_history() -> None:
    keep("memory:cli-noted", small())
    said(muniprog("copy", "memory:cli-noted", "memory:cli-history", "--note", "Första kopian", "--by", "Planerare"))
    told = said(muniprog("storage", "history", "memory:cli-history"))
    assert "Första kopian" in told
    assert "Planerare" in told


def test_a_bar_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "tests.command_line", "copy", "vasa_2019_2022", "sqlite:///x.db"]
    done = run(command, cwd=tmp_path, env=environment_of(TERM="xterm"), stdout=-1, stderr=follower, check=True)
    os.close(follower)
    drawn = os.read(leader, 10_000).decode()
    os.close(leader)
    assert "Copying" in drawn
    assert "100%" in drawn
    assert done.stdout.decode() == "Copied: 1. Updated: 0. The same already: 0. Left out: 0.\n"
