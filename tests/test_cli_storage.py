"""`muniprog storage`: what a storage holds, its history, its search, and whether it is whole."""

from pathlib import Path

import pytest

from muniprog.messages import message
from muniprog.source import Finding, Severity
from muniprog.storage.memory import MemoryStorage
from muniprog.workspace import open_storage
from tests.command_line import muniprog, said
from tests.mappings import small
from tests.test_copying import keep


def test_list(tmp_path: Path) -> None:
    keep("memory:cli-list", small(id="a"), small(id="b", title="Annat\nprogram"))
    assert said(muniprog("storage", "list", "memory:cli-list")).splitlines() == [
        "Programme    Title           Revision",
        "-----------  --------------  ----------",
        "a            Exempelprogram  1",
        "b            Annat program   1",
    ]
    assert said(muniprog("storage", "list", tmp_path)).splitlines()[0].split() == ["Programme", "Title", "Revision"]


def test_history() -> None:
    keep("memory:cli-states", small(id="a"), small(id="a", note="Ny"), small(id="b"))
    lines = said(muniprog("storage", "history", "memory:cli-states#a")).splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["2", "1"]
    assert "say which one" in said(muniprog("storage", "history", "memory:cli-states"), 2)
    keep("memory:cli-one", small(id="a"))
    assert len(said(muniprog("storage", "history", "memory:cli-one")).splitlines()) == 3


def test_search() -> None:
    keep("memory:cli-search", small())
    found = said(muniprog("storage", "search", "memory:cli-search", "antal", "KURS")).splitlines()
    assert found[2].split(maxsplit=3) == ["exempel", "antal", "sv", "Antal kurser"]
    assert said(muniprog("storage", "search", "memory:cli-search", "nowhere"), 1) == "Nothing was found.\n"


def test_integrity(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(muniprog("storage", "integrity", "memory:cli-whole")) == "Everything in “memory:cli-whole” is whole.\n"
    damaged = Finding(code="D001", severity=Severity.ERROR, message=message("Row 7 is gone."))
    monkeypatch.setattr(MemoryStorage, "integrity", lambda storage: (damaged,))
    assert said(muniprog("storage", "integrity", "memory:cli-whole"), 1) == "error D001: Row 7 is gone.\n"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (("history",), "keeps no history"),
        (("integrity",), "cannot check itself"),
        (("search", "word"), "cannot be searched"),
    ],
)
def test_a_storage_that_cannot_do_it_is_named(asked: tuple[str, ...], answer: str, tmp_path: Path) -> None:
    command, *words = asked
    said_of_it = said(muniprog("storage", command, tmp_path, *words), 2)
    assert said_of_it == f"muniprog: The storage “files” {answer}.\n"


def test_delete_asks_and_wants_a_name() -> None:
    keep("memory:cli-delete", small(id="a"))
    assert "Say which programme: memory:cli-delete#…" in said(muniprog("storage", "delete", "memory:cli-delete"), 2)
    assert "Remove “a” from “memory:cli-delete#a”?" in said(muniprog("storage", "delete", "memory:cli-delete#a"), 1)
    with open_storage("memory:cli-delete") as storage:
        assert len(storage.list()) == 1
    assert said(muniprog("storage", "delete", "memory:cli-delete#a", "--yes")) == "“a” was removed.\n"
    with open_storage("memory:cli-delete") as storage:
        assert storage.list() == ()
