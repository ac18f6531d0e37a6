"""The page about forms names every code that collecting can tell."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_reference_lists_every_code_of_forms_and_no_other() -> None:
    folders = (ROOT / "src/muniprog/followup", ROOT / "src/muniprog/form_files")
    said = {
        code
        for folder in folders
        for file in folder.rglob("*.py")
        for code in re.findall(r'"(Q[0-9]{3})"', file.read_text(encoding="utf-8"))
    }
    page = (ROOT / "docs/reference/forms.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(Q[0-9]{3})`", page, flags=re.MULTILINE)) == said
