"""`muniprog` as the process that a shell starts: pipes, interrupts, completion."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.shell_completion import CompletionItem, ShellComplete

from muniprog.cli import main
from muniprog.cli.group import _prepare
from tests.command_line import environment_of, muniprog, process, said, write

if TYPE_CHECKING:
    from tests.conftest import SitePackages

COMMAND = [sys.executable, "-m", "tests.command_line"]
BASH = shutil.which("bash")


def completed(*words: str) -> list[str]:
    """What bash is offered when the last word is to be completed."""
    done = process(
        environment={
            "COMP_WORDS": " ".join(("muniprog", *words)),
            "COMP_CWORD": str(len(words)),
            "_MUNIPROG_COMPLETE": "bash_complete",
        }
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().splitlines()


def items(*words: str) -> list[CompletionItem]:
    """What any shell is offered, without starting a process."""
    shell = ShellComplete(main, {}, "muniprog", "_MUNIPROG_COMPLETE")
    return shell.get_completions(list(words[:-1]), words[-1])


def values(*words: str) -> list[str]:
    return [item.value for item in items(*words)]


def test_bash_completes_commands_programmes_and_identifiers() -> None:
    assert completed("sh") == ["plain,show"]
    assert completed("show", "va") == ["file,va", "plain,vasa_2019_2022", "plain,vasa_2019_2022_sample"]
    assert completed("show", "vasa_2019_2022", "boenderadgivning-") == [
        "plain,boenderadgivning-utveckling",
        "plain,boenderadgivning-inledning",
    ]


def test_every_kind_of_word_is_completed() -> None:
    assert [(item.value, item.type) for item in items("show", "va")] == [
        ("va", "file"),
        ("vasa_2019_2022", "plain"),
        ("vasa_2019_2022_sample", "plain"),
    ]
    assert values("ids", "re")[:2] == ["rename", "renumber"]
    assert values("report", "time") == ["timetable"]
    assert values("report", "programme", "vasa_2019_2022", "--to", "mark") == ["markdown"]
    assert values("export", "vasa_2019_2022", "--to", "js") == ["json"]
    assert values("tables", "vasa_2019_2022", "go") == ["goals"]
    assert values("schema", "th") == ["theme"]
    assert values("check", "vasa_2019_2022", "--fail-on", "e") == ["error"]
    assert values("completion", "z") == ["zsh"]
    assert "--language" in values("show", "vasa_2019_2022", "--l")
    assert [item.type for item in items("report", "programme", "x", "-o", "out")] == ["file"]


def test_an_identifier_is_offered_with_its_title() -> None:
    (offered,) = items("show", "vasa_2019_2022", "boendeservicen")
    assert (offered.value, offered.help) == ("boendeservicen", "Boendeservicen")


def test_where_there_is_no_programme_no_identifier_is_offered(tmp_path: Path) -> None:
    assert values("show", str(tmp_path), "a") == []
    assert values("show", str(write(tmp_path, "id: [\n")), "a") == []


@pytest.mark.skipif(BASH is None, reason="there is no bash here")
def test_the_script_for_bash_is_bash() -> None:
    script = said(muniprog("completion", "bash"))
    assert "_MUNIPROG_COMPLETE=bash_complete" in script
    subprocess.run([str(BASH), "-n"], input=script, encoding="utf-8", check=True)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_scripts_for_other_shells(shell: str) -> None:
    assert f"_MUNIPROG_COMPLETE={shell}_complete" in said(muniprog("completion", shell))


@pytest.mark.parametrize("arguments", [["show"], ["report", "programme"], ["export"]])
def test_a_reader_that_stops_reading_is_no_error(arguments: list[str]) -> None:
    """As in `muniprog show … | head -1`."""
    with subprocess.Popen(
        [*COMMAND, *arguments, "vasa_2019_2022"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment_of(),
        bufsize=0,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said_wrong = running.stderr.read()
    assert said_wrong == b""


WAITING = """
    import signal, sys
    import click, muniprog

    def wait():
        signal.signal(signal.SIGINT, signal.default_int_handler)
        print("ready", flush=True)
        sys.stdin.read()

    @muniprog.hookimpl
    def muniprog_register_commands(language):
        return [click.Command("wait", callback=wait)]
    """


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interrupt_is_one_word(site: "SitePackages") -> None:
    """As when somebody presses Ctrl-C while a command waits."""
    site.install("waiting", {"waiting": "plug_waiting"}, {"plug_waiting": WAITING})
    with subprocess.Popen(
        [*COMMAND, "wait"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment_of({"PYTHONPATH": str(site.folder), "MUNIPROG_LANGUAGE": "sv"}),
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert told.decode().strip() == "Avbrutet."


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").mkdir()
    for command in ("show", "check"):
        text = said(muniprog(command, tmp_path), 2)
        assert text.startswith("muniprog: ")
        assert str(tmp_path) in text


def test_a_file_that_is_not_utf8_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_bytes("title: Språk\n".encode("latin-1"))
    assert "F012" in said(muniprog("check", tmp_path), 1)
    assert "F012" in said(muniprog("show", tmp_path), 1)


def test_the_version_is_told() -> None:
    assert process("--version").stdout.startswith(b"muniprog ")


def test_a_stream_that_cannot_be_set_up_is_left_alone() -> None:
    _prepare(object())
