"""The form file that the documentation writes keeps every promise, is found, and carries a round."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from muniprog.followup.collecting import collect
from muniprog.plugins import load_plugins
from tests.asked import ON, asked, form

if TYPE_CHECKING:
    from tests.conftest import SitePackages

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-form-file.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def install(site: "SitePackages") -> None:
    project = tomllib.loads(blocks("toml")[0])["project"]
    site.install(project["name"], project["entry-points"]["muniprog"], {"muniprog_web_form": blocks("python")[0]})


@pytest.mark.slow
def test_the_form_file_of_the_page_keeps_every_promise(site: "SitePackages", tmp_path: Path) -> None:
    install(site)
    test = tmp_path / "test_web_form.py"
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


def test_the_form_file_of_the_page_is_found_and_carries_a_round(site: "SitePackages") -> None:
    install(site)
    web = load_plugins(entry_points=site.entry_points(), strict=True).form_files.find("web")
    plan = asked()
    sent = web.write(form(plan)).decode()
    answered = re.sub(r'("field": "status",.*?"answer": )""', r'\1"klar"', sent, count=1, flags=re.DOTALL)
    found = collect(plan, 2020, [web.read(answered.encode(), "svar.json")], on=ON)
    assert [(change.field, found.is_taken) for change in found.changes] == [("status", True)]
