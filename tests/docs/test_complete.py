"""Nothing that a user, a plug-in author or a file may contain is missing from the built documentation."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import muniprog
from muniprog import hookspecs
from muniprog.testing import StorageContract
from muniprog.workspace import plugins
from muniprog_docs.command_line import contexts
from muniprog_docs.contracts import promises
from muniprog_docs.file_format import key_of, kinds, written

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built with warnings as errors, as files that a program can read."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-b", "xml", "-W", "--keep-going", "-n", "-q", "docs", str(folder)]
    build = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert build.returncode == 0, build.stderr
    return folder


def sections(page: Path) -> dict[str, str]:
    """The text of each section of a page, by its heading; a section holds those below it."""
    found = {}
    for section in ElementTree.parse(page).getroot().iter("section"):
        title = section.find("title")
        assert title is not None
        found["".join(title.itertext()).replace("’", "'")] = " ".join(section.itertext())
    return found


def text_of(page: Path) -> str:
    return " ".join(ElementTree.parse(page).getroot().itertext())


def test_every_key_of_every_mapping_of_the_file_format(built: Path) -> None:
    said = sections(built / "reference" / "file-format.xml")
    missing = [
        f"{kind.__name__}.{key_of(name)}"
        for kind in kinds()
        for name in written(kind)
        if not re.search(rf"\b{key_of(name)}\b", said[kind.__name__])
    ]
    assert missing == []


def test_every_check(built: Path) -> None:
    said = sections(built / "reference" / "checks.xml")
    for check in plugins().checks.values():
        section = said[f"{check.code}: {check.title.spoken('en')}"]
        assert all(word in section for word in re.findall(r"\w+", check.explanation.spoken("en")))


def test_every_finding_from_reading(built: Path) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r'"(F0\d\d)"', source))
    assert used == set(re.findall(r"F0\d\d", text_of(built / "reference" / "checks.xml")))


def test_every_hook(built: Path) -> None:
    said = text_of(built / "reference" / "hooks.xml")
    hooks = [name for name in vars(hookspecs) if name.startswith("muniprog_")]
    assert [name for name in hooks if f"{name}" not in said] == []


def test_every_command_and_option(built: Path) -> None:
    said = sections(built / "reference" / "command-line.xml")
    for context in contexts():
        section = said[context.command_path]
        for parameter in context.command.get_params(context):
            assert all(option in section for option in parameter.opts if option.startswith("-")), context.command_path


def test_everything_that_muniprog_brings(built: Path) -> None:
    said = text_of(built / "reference" / "plug-ins.xml").split()
    found = plugins()
    names = {*found.storages, *found.formats, *found.backends, *found.reports}
    assert sorted(names.difference(said)) == []


def test_every_public_name(built: Path) -> None:
    said = text_of(built / "reference" / "api.xml") + text_of(built / "reference" / "hooks.xml")
    assert [name for name in muniprog.__all__ if not re.search(rf"\b{name}\b", said)] == []


def test_every_promise_of_a_storage(built: Path) -> None:
    said = text_of(built / "reference" / "testing.xml")
    assert all(any(promises(part)) for part in StorageContract.__bases__)
    for promise in (promise for part in StorageContract.__bases__ for promise in promises(part)):
        assert all(word in said for word in re.findall(r"\w+", promise)), promise
