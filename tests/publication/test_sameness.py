"""The same programme gives the same files: in every time zone, every locale and every process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PRINT_EVERYTHING = """\
import json
from hashlib import sha256

import muniprog
from tests.publication.planted import planted

plugins = muniprog.load_plugins()
found = {}
for report in plugins.reports:
    printed = muniprog.report(report, planted(), languages=("fi", "sv"), period="2020")
    for backend in plugins.backends.values():
        found[f"{report} as {backend.name}"] = sha256(backend.render(printed.document)).hexdigest()
print(json.dumps(found))
"""

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "sv_SE.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"}


def printing(around: dict[str, str]) -> subprocess.Popen[str]:
    """Begin to print every report with every backend in a process of its own."""
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-c", PRINT_EVERYTHING]
    return subprocess.Popen(
        command, env=os.environ | {"PYTHONPATH": path} | around, stdout=subprocess.PIPE, encoding="utf-8"
    )


@pytest.mark.slow
def test_every_report_is_the_same_file_in_other_time_zones_locales_and_processes() -> None:
    first, second = (json.loads(process.communicate()[0]) for process in [printing(HERE), printing(THERE)])
    assert first.keys() == second.keys()
    assert [what for what in first if first[what] != second[what]] == []
