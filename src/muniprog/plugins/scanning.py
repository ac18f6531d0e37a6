"""Finding the entry points of installed plug-ins without importing `importlib.metadata` for it.

That module takes as long to import as everything else that a small command needs, since it is ready to parse
whole e-mail-like headers. Which plug-ins there are stands in one short file of each installed package. Where
packages may be found in another way than in folders on Python's path, `importlib.metadata` is asked after all.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Protocol

import attrs

SUFFIXES = (".dist-info", ".egg-info")
FILE = "entry_points.txt"


class Distribution(Protocol):
    """The package that an entry point was installed with."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def version(self) -> str:
        """Its version."""
        ...


class EntryPoint(Protocol):
    """An entry point, as `importlib.metadata` has them too."""

    @property
    def name(self) -> str:
        """Name of the plug-in."""
        ...

    @property
    def value(self) -> str:
        """What it leads to, such as `muniprog_latex:plugin`."""
        ...

    @property
    def dist(self) -> Distribution | None:
        """The package that it was installed with."""
        ...

    def load(self) -> object:
        """Return what it leads to."""
        ...


@attrs.frozen
class ScannedEntryPoint:
    """An entry point that was found in a folder on Python's path.

    Attributes:
        name: Name of the plug-in.
        value: What it leads to.
        about: The folder that tells about the package.
    """

    name: str
    value: str
    about: str

    @property
    def dist(self) -> Distribution:
        """The package that it was installed with; only now its metadata are read."""
        from importlib.metadata import PathDistribution
        from pathlib import Path

        return PathDistribution(Path(self.about))

    def load(self) -> object:
        """Return the module or object that it leads to."""
        from importlib import import_module

        module, _, attributes = self.value.partition("[")[0].partition(":")
        found: object = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def scan(group: str) -> Iterable[EntryPoint]:
    """Return the entry points of a group, each package once, as `importlib.metadata.entry_points` would."""
    if _is_ordinary():
        return list(_scanned(group))
    from importlib.metadata import entry_points

    return entry_points(group=group)


def _is_ordinary() -> bool:
    """Return whether packages lie in folders: no archives on the path, and nobody else who knows of packages."""
    finders = [finder for finder in sys.meta_path if hasattr(finder, "find_distributions")]
    archives = [entry for entry in sys.path if os.path.isfile(entry)]  # noqa: PTH113  pathlib costs what is saved here
    return len(finders) == 1 and not archives


def _scanned(group: str) -> Iterator[ScannedEntryPoint]:
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        for about in _packages_in(folder or "."):
            name = os.path.basename(about).partition("-")[0].lower().replace("_", "-").replace(".", "-")  # noqa: PTH119
            if name not in seen:
                seen.add(name)
                yield from _entries(about, group)


def _packages_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.path for entry in entries if entry.name.endswith(SUFFIXES))
    except OSError:  # a folder on the path need not exist
        return []


def _entries(about: str, group: str) -> Iterator[ScannedEntryPoint]:
    try:
        with open(os.path.join(about, FILE), encoding="utf-8") as stream:  # noqa: PTH118, PTH123
            text = stream.read()
    except OSError:  # most packages have none
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip()
        elif section == group and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield ScannedEntryPoint(name.strip(), value.strip(), about)
