"""What several test files share."""

import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from importlib.metadata import EntryPoint, distributions
from pathlib import Path
from textwrap import dedent

import pytest


class SitePackages:
    """A folder that packages with plug-ins are written into, as an installer would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def install(self, package: str, plugins: dict[str, str], code: dict[str, str], version: str = "1.0") -> None:
        """Install a package.

        Args:
            package: Name of the distribution.
            plugins: Name of each plug-in → what its entry point leads to.
            code: Name of each module → its source.
            version: Version of the distribution.
        """
        about = self.folder / f"{package.replace('-', '_')}-{version}.dist-info"
        about.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
        (about / "METADATA").write_text(metadata, encoding="utf-8")
        lines = ["[muniprog]", *(f"{name} = {value}" for name, value in plugins.items()), ""]
        (about / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
        for module, source in code.items():
            (self.folder / f"{module}.py").write_text(dedent(source), encoding="utf-8")
        invalidate_caches()

    def entry_points(self) -> list[EntryPoint]:
        """Return the entry points of all packages in the folder."""
        found = (distribution.entry_points for distribution in distributions(path=[str(self.folder)]))
        return [
            entry_point for entry_points in found for entry_point in entry_points if entry_point.group == "muniprog"
        ]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SitePackages]:
    """An empty folder for packages, on Python's path during one test."""
    packages = SitePackages(tmp_path / "site-packages")
    monkeypatch.syspath_prepend(packages.folder)
    before = set(sys.modules)
    yield packages
    for module in set(sys.modules) - before:
        if (packages.folder / f"{module}.py").exists():
            del sys.modules[module]
