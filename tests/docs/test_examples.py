"""What the documents and docstrings show is run, in order, one test for each file."""

import doctest
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT = Path(__file__).parents[2]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if not page.relative_to(ROOT).parts[1].startswith("_")),
    *sorted(ROOT.glob("examples/*/README.md")),
    *sorted(ROOT.glob("plugins/*/README.md")),
]
MODULES = [*sorted(ROOT.glob("src/**/*.py")), *sorted(ROOT.glob("plugins/*/src/**/*.py"))]


def run_console(example: Example) -> str | None:
    """Run the `$ muniprog …` lines of a console block; what stands below a command is what it prints."""
    command, expected = "", ""
    for line in [*str(example.parsed).splitlines(), "$ "]:
        if line.startswith("$ "):
            if difference := run_command(command, expected):
                return difference
            command, expected = line[2:], ""
        else:
            expected += f"{line}\n"
    return None


def run_command(command: str, expected: str) -> str | None:
    from muniprog.cli import main

    words = shlex.split(command, comments=True)
    if not words or words[0] != "muniprog":
        return None
    result = CliRunner().invoke(main, words[1:])
    if result.exit_code not in {0, 1}:
        return f"{command}\nexit code {result.exit_code}: {result.output}"
    if expected and not doctest.OutputChecker().check_output(expected, result.output, FLAGS):
        return f"{command}\nshould print:\n{expected}\nprinted:\n{result.output}"
    return None


def write_file(example: Example) -> None:
    """Write a block that begins with the name of a file in a folder to that file."""
    if path := named_file(example):
        path.write_text(str(example.parsed), encoding="utf-8")


def change_file(example: Example) -> None:
    """Change the lines of a file as a block of differences says; each old line must be there, once.

    What is added takes the place of the old line above it.
    """
    path = named_file(example)
    assert path is not None
    text = path.read_text(encoding="utf-8")
    changes: dict[str, str] = {}
    old = ""
    for line in str(example.parsed).splitlines()[1:]:
        words = f"{line[1:]}\n"
        if line.startswith("-"):
            old = words
            changes[old] = ""
        else:
            changes[old] += words
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def named_file(example: Example) -> Path | None:
    found = re.match(r"# ([\w-]+(?:/[\w-]+)+\.yaml)\n", str(example.parsed))
    return Path(found[1]) if found else None


MARKDOWN = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS),
        CodeBlockParser("console", run_console),
        CodeBlockParser("yaml", write_file),
        CodeBlockParser("diff", change_file),
        SkipParser(),
    ],
    patterns=["*.md"],
    path=str(ROOT),
)
DOCSTRINGS = Sybil(
    parsers=[DocTestParser(FLAGS)],
    patterns=["*.py"],
    path=str(ROOT),
    document_types={".py": PythonDocStringDocument},
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def evaluate(sybil: Sybil, path: Path) -> int:
    examples = list(sybil.parse(path).examples())
    for example in examples:
        example.evaluate()
    return len(examples)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MUNIPROG_LANGUAGE", "en")
    evaluate(MARKDOWN, page)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_docstrings(module: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    evaluate(DOCSTRINGS, module)
