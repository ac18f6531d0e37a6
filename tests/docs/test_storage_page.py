"""The storage that the documentation writes keeps every promise, is found, and is used as the page says."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from muniprog.interfaces import Searches
from muniprog.plugins import load_plugins
from tests.mappings import small

if TYPE_CHECKING:
    from tests.conftest import SitePackages

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-storage.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def install(site: "SitePackages") -> None:
    project = tomllib.loads(blocks("toml")[0])["project"]
    site.install(project["name"], project["entry-points"]["muniprog"], {"muniprog_shelf": blocks("python")[0]})


@pytest.mark.slow
def test_the_storage_of_the_page_keeps_every_promise(site: "SitePackages", tmp_path: Path) -> None:
    install(site)
    test = tmp_path / "test_shelf.py"
    test.write_text(blocks("python")[1], encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        f"--rootdir={tmp_path}",
        "-c",
        os.devnull,
    ]
    path = os.pathsep.join([str(site.folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.run(
        [*command, str(test)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout
    passed = re.search(r"(\d+) passed", run.stdout)
    assert passed is not None
    assert int(passed[1]) > 110


def test_the_storage_of_the_page_is_found_and_opened(site: "SitePackages", tmp_path: Path) -> None:
    install(site)
    plugins = load_plugins(entry_points=site.entry_points(), strict=True)
    with plugins.storages.by_scheme("shelf").open(f"shelf:{tmp_path / 'shelf'}") as storage:
        storage.save(small())
        assert isinstance(storage, Searches)
        assert [hit.item for hit in storage.search("kurser")] == ["kurser", "antal"]
