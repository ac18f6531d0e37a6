"""The contract catches storages that break a promise, each by the test that says so."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.contract.broken_storages import BROKEN

ROOT = Path(__file__).parents[2]
MODULE = Path(__file__).with_name("broken_storages.py")
WITHOUT_A_PLACE = "test_a_fresh_place_is_empty"


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """What the contract says of each broken storage."""
    report = tmp_path_factory.mktemp("broken") / "report.xml"
    asked = [f"{MODULE}::Test{storage.__name__}::{test}" for storage, test in BROKEN.items()]
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", f"--junitxml={report}"]
    command = [sys.executable, "-m", "pytest", *options, *asked, f"{MODULE}::TestWithoutAPlace::{WITHOUT_A_PLACE}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 1, run.stdout
    found: dict[str, list[str]] = {}
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        said = [str(each.text) for each in case if each.tag in {"failure", "error"}]
        found.setdefault(str(case.get("classname")).rpartition(".")[2], []).extend(said)
    return found


@pytest.mark.parametrize("storage", [storage.__name__ for storage in BROKEN])
def test_a_broken_storage_is_caught_and_told_what_is_promised(
    storage: str, complaints: Mapping[str, list[str]]
) -> None:
    said = complaints[f"Test{storage}"]
    assert said
    assert all('"""' in each for each in said)  # the docstring of the test, which is the promise


def test_who_names_no_place_is_told_how(complaints: Mapping[str, list[str]]) -> None:
    (said,) = complaints["TestWithoutAPlace"]
    assert "Give the class a fixture `location` that returns the address of a fresh place." in said
