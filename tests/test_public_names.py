"""The public names: one sorted list, each loaded when it is first used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import muniprog


@pytest.mark.parametrize("name", muniprog.__all__)
def test_each_public_name_is_there(name: str) -> None:
    assert getattr(muniprog, name) is not None


def test_the_names_that_type_checkers_see_are_the_names_that_there_are() -> None:
    tree = ast.parse(Path(str(muniprog.__file__)).read_text(encoding="utf-8"))
    (for_type_checkers,) = (node for node in tree.body if isinstance(node, ast.If))
    imported = {
        alias.name: node.module
        for node in for_type_checkers.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert sorted(imported) == sorted(muniprog.__all__)
    assert imported == muniprog._HOME_OF


def test_the_list_fits_a_screen() -> None:
    text = Path(str(muniprog.__file__)).read_text(encoding="utf-8")
    start = text.index("__all__ = [")
    assert text[start : text.index("]", start)].count("\n") < 40


def test_dir_shows_the_public_names_before_they_are_loaded() -> None:
    program = "import muniprog; print(set(muniprog.__all__) - set(dir(muniprog)), 'Document' in vars(muniprog))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert said.stdout.split() == ["set()", "False"]


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'muniprog' has no attribute 'Document_'"):
        muniprog.Document_  # type: ignore[attr-defined]  # noqa: B018
