"""The borders between the rooms, as far as import-linter does not hold them."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import muniprog

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "muniprog"
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MEMBERS = sorted(
    path.parent for pattern in ("plugins/*", "examples/*") for path in ROOT.glob(f"{pattern}/pyproject.toml")
)
HEAVY = ("attr", "babel", "cattrs", "click", "jinja2", "pendulum", "sqlite3", "tabulate", "yaml")
ABOVE_THE_INTERFACES = {
    "backends",
    "cli",
    "formats",
    "hookspecs",
    "plugins",
    "reports",
    "storage",
    "testing",
    "workspace",
}


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def pure_modules() -> list[Path]:
    return [
        path
        for path in modules(SOURCE)
        if path.relative_to(SOURCE).parts[0].removesuffix(".py") not in ABOVE_THE_INTERFACES
    ]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def top_level_imports(path: Path) -> Iterator[str]:
    """The packages that are imported as soon as the module is."""
    for node in parsed(path).body:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def names_of_muniprog(path: Path) -> Iterator[str]:
    """What a module takes from muniprog, as dotted names."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.partition(".")[0] == "muniprog")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "muniprog":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_importing_muniprog_loads_nothing_heavy() -> None:
    program = f"import sys, muniprog; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    uncovered = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True, env=uncovered
    )
    assert loaded.stdout.split() == []


@pytest.mark.parametrize("module", modules(SOURCE), ids=name)
def test_heavy_libraries_are_imported_where_they_are_used(module: Path) -> None:
    slow = {"babel", "jinja2", "pendulum", "sqlite3", "tabulate", "yaml"}
    assert slow.isdisjoint(top_level_imports(module))


@pytest.mark.parametrize("module", pure_modules(), ids=name)
def test_what_stands_at_the_interfaces_or_below_opens_and_prints_nothing(module: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called.isdisjoint({"open", "print", "input", "eval", "exec"})


@pytest.mark.parametrize("module", [module for member in MEMBERS for module in modules(member / "src")], ids=name)
def test_a_plug_in_uses_only_public_names(module: Path) -> None:
    public = {"muniprog", *(f"muniprog.{public}" for public in muniprog.__all__)}
    assert public.issuperset(names_of_muniprog(module))


@pytest.mark.parametrize("member", MEMBERS, ids=name)
def test_every_member_is_typed_covered_and_depends_on_muniprog(member: Path) -> None:
    project = tomllib.loads((member / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = [package.name for package in (member / "src").iterdir() if package.is_dir() and "." not in package.name]
    assert f"$MYPY_CONFIG_FILE_DIR/{name(member)}/src" in CONFIGURATION["tool"]["mypy"]["mypy_path"]
    assert set(packages) <= set(CONFIGURATION["tool"]["coverage"]["run"]["source_pkgs"])
    assert all((member / "src" / package / "py.typed").is_file() for package in packages)
    assert any(dependency.startswith("muniprog") for dependency in project["dependencies"])


def test_the_public_names_are_sorted_and_exist() -> None:
    assert list(muniprog.__all__) == sorted(muniprog.__all__)
    assert all(hasattr(muniprog, public) for public in muniprog.__all__)


def test_the_page_about_the_architecture_shows_the_floors_that_are_held() -> None:
    contract = next(each for each in CONFIGURATION["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    held = [set(floor.split(" | ")) for floor in contract["layers"]]
    page = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    shown = [set(re.findall(r"`(\w+)`", rooms)) for rooms in re.findall(r"^\| \d+ \| (.+?) \|", page, re.MULTILINE)]
    assert shown == held
