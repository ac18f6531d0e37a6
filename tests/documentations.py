"""Building small documentations with Sphinx in tests: in this process, or as a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import attrs
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace

SAMPLE = {
    "extensions": ["myst_parser", "muniprog_sphinx"],
    "language": "sv",
    "muniprog_as_of": "2020-12-31",
    "muniprog_programmes": {"sample": "vasa_2019_2022_sample"},
    "nitpicky": True,
    "project": "Test",
}
"""The settings of a documentation of the sample of Vasa."""


_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@attrs.frozen
class Documentation:
    """A documentation that was built.

    Attributes:
        folder: Where its sources are, with what was built below them.
        builder: The builder.
        warnings: What Sphinx warned of.
        read: The pages that were read.
    """

    folder: Path
    builder: str
    warnings: str
    read: tuple[str, ...]

    def page(self, name: str = "index.html") -> str:
        """Return a file of what was built."""
        return (self.folder / "_build" / self.builder / name).read_text(encoding="utf-8")


def documentation(
    folder: Path,
    pages: Mapping[str, str],
    more: Mapping[str, object] | None = None,
    *,
    builder: str = "html",
    **settings: object,
) -> Documentation:
    """Build a documentation of the sample, whose pages are files and what stands in them."""
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    warnings, read = StringIO(), list[str]()
    build = folder / "_build"
    translators.clear()  # Sphinx would use the words of the language that it has built in before
    with docutils_namespace():
        app = Sphinx(
            folder,
            None,
            build / builder,
            build / "doctrees",
            builder,
            {**SAMPLE, "exclude_patterns": ["_build"], **(more or {}), **settings},
            status=None,
            warning=warnings,
        )
        app.connect("source-read", lambda _app, name, _source: read.append(name))
        app.build()
    return Documentation(folder, builder, _COLOURS.sub("", warnings.getvalue()), tuple(read))


def sphinx_build(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Build a documentation that has a `conf.py` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", *options, str(folder), str(folder / "_build" / "html")],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": ""},
    )
