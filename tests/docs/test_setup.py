"""README's two set-up commands: there are exactly two, and the gate runs the second."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def setup_commands() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```(?:sh|bash|shell)\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL)


def one_line(command: str) -> str:
    return " ".join(command.replace("\\\n", " ").split())


def test_readme_has_exactly_two_set_up_commands() -> None:
    assert len(setup_commands()) == 2


@pytest.mark.parametrize("command", setup_commands(), ids=["show", "test"])
def test_each_command_is_one_command_that_starts_from_nothing(command: str) -> None:
    words = one_line(command)
    assert words.count("\n") == 0
    assert ";" not in words
    assert words.startswith("python3 -m venv --without-pip .venv && python3 -m pip --python .venv install ")


def test_the_first_command_ends_with_vasas_programme() -> None:
    assert one_line(setup_commands()[0]).endswith("&& .venv/bin/muniprog report programme vasa_2019_2022")


def test_the_second_command_runs_the_whole_suite() -> None:
    assert one_line(setup_commands()[1]).endswith("&& .venv/bin/python -m pytest")


def test_the_gate_runs_the_second_command_word_for_word() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert one_line(setup_commands()[1]) in one_line(gate)
