"""The plug-in that the documentation writes is found, asked and used as the page says."""

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from muniprog import Document, Heading
from muniprog.plugins import State, load_plugins

if TYPE_CHECKING:
    from tests.conftest import SitePackages

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-plug-in.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def test_the_plug_in_of_the_page_works_when_it_is_installed_as_the_page_says(site: "SitePackages") -> None:
    project = tomllib.loads(blocks("toml")[0])["project"]
    module = re.search(r"`(\w+)\.py`", PAGE.read_text(encoding="utf-8"))
    assert module is not None
    site.install(project["name"], project["entry-points"]["muniprog"], {module[1]: blocks("python")[0]})
    plugins = load_plugins(entry_points=site.entry_points(), strict=True)
    document = Document("Programme", "en", [Heading(1, "Housing")])
    assert plugins.backends.by_suffix(".outline").render(document) == b"Programme\n  Housing\n"
    assert [(row.name, row.state) for row in plugins.describe()] == [
        ("muniprog", State.WORKS),
        (*project["entry-points"]["muniprog"], State.WORKS),
    ]
