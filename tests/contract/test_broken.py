"""The contracts catch storages and report backends that break a promise, each by the test that says so."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.contract import broken_backends, broken_storages

ROOT = Path(__file__).parents[2]
WITHOUT_A_PLACE = "test_a_fresh_place_is_empty"
WITHOUT_A_READER = "test_headings_and_lists_go_as_deep_as_they_like"


def complaints_about(module: Path, asked: Mapping[str, str], report: Path) -> dict[str, list[str]]:
    """Return what each of these tests of a module says, by the name of its class."""
    chosen = [f"{module}::{name}::{test}" for name, test in asked.items()]
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", f"--junitxml={report}"]
    command = [sys.executable, "-m", "pytest", *options, *chosen]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 1, run.stdout
    found: dict[str, list[str]] = {}
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        said = [str(each.text) for each in case if each.tag in {"failure", "error"}]
        found.setdefault(str(case.get("classname")).rpartition(".")[2], []).extend(said)
    return found


def named(broken: Mapping[type, str]) -> dict[str, str]:
    return {f"Test{kind.__name__}": test for kind, test in broken.items()}


@pytest.fixture(scope="module")
def about_storages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What the contract says of each broken storage."""
    asked = {**named(broken_storages.BROKEN), "TestWithoutAPlace": WITHOUT_A_PLACE}
    report = tmp_path_factory.mktemp("broken") / "report.xml"
    return complaints_about(Path(broken_storages.__file__), asked, report)


@pytest.fixture(scope="module")
def about_backends(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What the contract says of each broken report backend."""
    asked = {**named(broken_backends.BROKEN), "TestWithoutAReader": WITHOUT_A_READER}
    report = tmp_path_factory.mktemp("broken") / "report.xml"
    return complaints_about(Path(broken_backends.__file__), asked, report)


@pytest.mark.parametrize("storage", named(broken_storages.BROKEN))
def test_a_broken_storage_is_caught_and_told_what_is_promised(
    storage: str, about_storages: Mapping[str, list[str]]
) -> None:
    said = about_storages[storage]
    assert said
    assert all('"""' in each for each in said)  # the docstring of the test, which is the promise


@pytest.mark.parametrize("backend", named(broken_backends.BROKEN))
def test_a_broken_backend_is_caught_and_told_what_is_promised(
    backend: str, about_backends: Mapping[str, list[str]]
) -> None:
    said = about_backends[backend]
    assert said
    assert all('"""' in each for each in said)


def test_who_names_no_place_is_told_how(about_storages: Mapping[str, list[str]]) -> None:
    (said,) = about_storages["TestWithoutAPlace"]
    assert "Give the class a fixture `location` that returns the address of a fresh place." in said


def test_who_reads_no_file_is_told_how(about_backends: Mapping[str, list[str]]) -> None:
    (said,) = about_backends["TestWithoutAReader"]
    assert "Give the class a method `text_of` that returns what a reader reads in a file." in said
