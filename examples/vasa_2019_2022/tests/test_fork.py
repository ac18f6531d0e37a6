"""The five steps of the README make another city's programme."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import muniprog

PACKAGE = Path(__file__).parents[1]
FORK = "exempelstad_2024_2027"
FORKED_HEADINGS = (
    "Exempelstads integrationsprogram 2024–2027",
    "Ett hem i Exempelstad",
    "Grunden för integration och att bli integrerad",
)
SHELL = shutil.which("sh")

pytestmark = pytest.mark.skipif(SHELL is None, reason="the steps are typed in a shell, and there is none here")


def commands() -> dict[str, str]:
    """Return the commands of the README, by the heading that they stand under."""
    readme = (PACKAGE / "README.md").read_text(encoding="utf-8")
    sections = re.findall(r"^##+ (.+?)$(.*?)(?=^##+ |\Z)", readme, re.MULTILINE | re.DOTALL)
    blocks = {heading: re.findall(r"^```sh\n(.*?)^```$", body, re.MULTILINE | re.DOTALL) for heading, body in sections}
    return {heading: "".join(found) for heading, found in blocks.items() if found}


def steps() -> list[str]:
    """Return the commands of the numbered steps."""
    return [typed for heading, typed in commands().items() if re.match(r"\d\.", heading)]


def type_in(folder: Path, lines: str) -> str:
    """Type lines in a shell that stands in a folder; return what was printed."""
    scripts = str(Path(sys.executable).parent)
    typed = subprocess.run(
        [SHELL or "sh", "-eu", "-c", lines],
        cwd=folder,
        env={**os.environ, "PATH": os.pathsep.join((scripts, os.environ.get("PATH", ""))), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert typed.returncode == 0, typed.stdout + typed.stderr
    return typed.stdout


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Type the steps in a folder that holds a copy of the example; return the fork and what was printed."""
    desk = tmp_path_factory.mktemp("desk")
    shutil.copytree(PACKAGE, desk / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info", ".*"))
    printed = type_in(desk, "\n".join(steps()))
    return desk / FORK, printed


def test_there_are_five_steps() -> None:
    assert len(steps()) == 5


def test_the_fork_is_the_other_citys_own_programme(forked: tuple[Path, str]) -> None:
    folder, _ = forked
    programme = muniprog.load(folder / "src" / FORK / "programme")
    assert programme.id == "exempelstad-2024-2027"
    assert programme.title["sv"] == "Exempelstads integrationsprogram 2024–2027"
    assert [theme.id for theme in programme.themes] == ["boende", "grunden"]
    assert {owner.id for owner in programme.owners} == {"bostadsradgivningen", "hyresgastforeningen", "kommunledningen"}
    assert programme.based_on is not None
    assert programme.based_on.programme == "vasa-2019-2022"


def test_the_fork_passes_the_check(forked: tuple[Path, str]) -> None:
    folder, _ = forked
    assert list(muniprog.check(muniprog.load(folder / "src" / FORK / "programme"))) == []


def test_the_fork_is_printed(forked: tuple[Path, str]) -> None:
    _, printed = forked
    headings = [line for line in printed.splitlines() if line in FORKED_HEADINGS]
    assert headings == list(FORKED_HEADINGS)


def test_nothing_of_vasa_is_left_in_the_fork(forked: tuple[Path, str]) -> None:
    """Except where the programme remembers what it was made from."""
    folder, _ = forked
    files = [file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    left = [
        f"{file.name}: {line.strip()}"
        for file in files
        for line in (file.name, *file.read_text(encoding="utf-8").splitlines())
        if re.search("vasa|vaasa", line, re.IGNORECASE)
    ]
    assert left == ["programme.yaml: programme: vasa-2019-2022"]


def test_the_other_commands_of_the_readme_work(tmp_path: Path) -> None:
    printed = type_in(tmp_path, commands()["Use it"] + commands()["Without a package"])
    assert "Vasa stads integrationsprogram 2019–2022" in printed
    assert list(muniprog.check(muniprog.load(tmp_path / "empty"))) == []
    assert len(muniprog.load(tmp_path / "copied").goals) == 27
