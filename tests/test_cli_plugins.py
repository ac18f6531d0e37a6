"""`muniprog plugins` lists what is there, and any command says once what is broken."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from muniprog.plugins import Former, FormerHook, Plugins, load_plugins
from tests.command_line import muniprog, said

if TYPE_CHECKING:
    from tests.conftest import SitePackages

Load = Callable[..., Plugins]

FORMAT = """
    import muniprog

    class Odd(muniprog.Format):
        name, suffixes, media_type = "{name}", (".odd",), "application/octet-stream"
        title = muniprog.Text.of("An odd format")

    @muniprog.hookimpl
    def {hook}():
        return [Odd()]
    """

pytestmark = [
    pytest.mark.filterwarnings("always::muniprog.plugins.PluginWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture
def installed(site: "SitePackages", monkeypatch: pytest.MonkeyPatch) -> Load:
    """Puts the packages of `site` in the place of those that are installed."""

    def load(**settings: object) -> Plugins:
        plugins = load_plugins(entry_points=site.entry_points(), **settings)  # type: ignore[arg-type]
        monkeypatch.setattr("muniprog.workspace.plugins", lambda: plugins)
        return plugins

    return load


def test_muniprogs_own_parts_are_listed_first(installed: Load) -> None:
    installed()
    text = said(muniprog("plugins", language="en"))
    assert text.startswith("muniprog (muniprog ")
    assert "  formats: json, toml, yaml\n" in text
    assert "C101" not in text
    assert "  kontroller: " in said(muniprog("plugins", language="sv"))


def test_checks_are_counted_or_named(installed: Load) -> None:
    count = str(len(installed().checks))
    assert f"  checks: {count}\n" in said(muniprog("plugins"))
    assert f"  checks: {next(iter(installed().checks))}, " in said(muniprog("plugins", "--checks"))


def test_what_is_switched_off_broken_or_claimed_twice_is_told(site: "SitePackages", installed: Load) -> None:
    good = FORMAT.format(name="odd", hook="muniprog_register_formats")
    site.install("one", {"one": "plug_one"}, {"plug_one": good})
    site.install("two", {"two": "plug_two"}, {"plug_two": good})
    site.install("off", {"off": "plug_off"}, {"plug_off": good})
    site.install("broken", {"broken": "plug_broken"}, {"plug_broken": "raise ImportError('no libfoo')"}, "2.1")
    installed(disabled=["off"])
    text = said(muniprog("plugins"), 1)
    assert "off (off 1.0): switched off\n" in text
    assert "one (one 1.0): works\n  formats: odd:one\n" in text
    assert "The format “odd” is claimed by odd:one, odd:two: say which one.\n" in text
    assert text.count("no libfoo") == 1


def test_a_notice_for_the_author_of_a_plug_in_is_shown(site: "SitePackages", installed: Load) -> None:
    code = FORMAT.format(name="odd", hook="muniprog_register_exporters")
    site.install("old", {"old": "plug_old"}, {"plug_old": code})
    former = FormerHook(hook="muniprog_register_formats", until=date(2028, 1, 1))
    installed(former=Former(hooks={"muniprog_register_exporters": former}))
    assert "“muniprog_register_exporters” is now called" in said(muniprog("plugins"))


def test_a_command_says_in_the_readers_language_which_plug_in_is_broken(site: "SitePackages", installed: Load) -> None:
    site.install("broken", {"broken": "plug_broken"}, {"plug_broken": "raise ImportError('no libfoo')"}, "2.1")
    installed()
    text = said(muniprog("show", "nowhere", language="sv"), 2)
    assert text.startswith(
        "muniprog: Tillägget ”broken” (broken 2.1, plug_broken) fungerar inte. ImportError: no libfoo."
    )
    assert "PluginWarning" not in text


def test_completion_is_silent_about_what_is_broken(site: "SitePackages", installed: Load) -> None:
    site.install("broken", {"broken": "plug_broken"}, {"plug_broken": "raise ImportError('no libfoo')"}, "2.1")
    installed()
    asked = {"_MUNIPROG_COMPLETE": "bash_complete", "COMP_WORDS": "muniprog sh", "COMP_CWORD": "1"}
    assert said(muniprog(**asked)) == "plain,show\n"


def test_completion_is_silent_about_what_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Plugins:
        return load_plugins(strict=True, prefer={"html": "nobody"}, entry_points=())

    monkeypatch.setattr("muniprog.workspace.plugins", refuse)
    asked = {"_MUNIPROG_COMPLETE": "bash_complete", "COMP_WORDS": "muniprog sh", "COMP_CWORD": "1"}
    assert said(muniprog(**asked), 2) == ""
    assert "“nobody”" in said(muniprog("--help"), 2)
