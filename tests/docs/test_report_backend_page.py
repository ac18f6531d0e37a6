"""The report backend that the documentation writes keeps every promise, is found, and prints every report."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import muniprog
from muniprog.plugins import load_plugins

if TYPE_CHECKING:
    from tests.conftest import SitePackages

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-report-backend.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def install(site: "SitePackages") -> None:
    project = tomllib.loads(blocks("toml")[0])["project"]
    site.install(project["name"], project["entry-points"]["muniprog"], {"muniprog_wiki": blocks("python")[0]})


@pytest.mark.slow
def test_the_backend_of_the_page_keeps_every_promise(site: "SitePackages", tmp_path: Path) -> None:
    install(site)
    test = tmp_path / "test_wiki.py"
    test.write_text(blocks("python")[1], encoding="utf-8")
    options = ["-q", "-p", "no:cacheprovider", f"--rootdir={tmp_path}", "-c", os.devnull]
    path = os.pathsep.join([str(site.folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(test)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert "skipped" not in run.stdout
    passed = re.search(r"(\d+) passed", run.stdout)
    assert passed is not None
    assert int(passed[1]) > 100


def test_the_backend_of_the_page_is_found_and_prints_every_report(site: "SitePackages") -> None:
    install(site)
    wiki = load_plugins(entry_points=site.entry_points(), strict=True).backends.by_suffix(".wiki")
    for report in muniprog.load_plugins().reports:
        document = muniprog.report(report, muniprog.load("vasa_2019_2022_sample"), languages=("sv", "fi")).document
        page = wiki.render(document).decode()
        assert "{| class=" in page
        assert "Exempeldata" in page


def test_the_backend_of_the_page_is_about_as_long_as_it_says() -> None:
    lines = [line for line in blocks("python")[0].splitlines() if line.strip()]
    assert len(lines) < 70
