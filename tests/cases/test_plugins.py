"""Field cases P01–P06: plug-ins as they are met where software has many authors."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from muniprog.conversion import structure, unstructure
from muniprog.errors import SourceError, UnknownNameError
from muniprog.interfaces import Check
from muniprog.model import Status
from muniprog.plugins import (
    ContestedNameError,
    Former,
    FormerHook,
    FormerReturn,
    PluginError,
    Plugins,
    PluginWarning,
    State,
    load_plugins,
    missing_extensions,
    read_options,
)
from muniprog.source import Plain, PlainSource, Severity
from muniprog.workspace import load, save

if TYPE_CHECKING:
    from tests.conftest import SitePackages

FORMAT = """
    import muniprog

    class {name}(muniprog.Format):
        name, suffixes, media_type = "{format}", (".{format}",), "application/octet-stream"
        title = muniprog.Text.of("A format")

    @muniprog.hookimpl
    def muniprog_register_formats():
        return [{name}()]
    """

CHECK = """
    import muniprog

    class Rule(muniprog.Check):
        name, code, severity, priority = "{name}", "{code}", muniprog.Severity.NOTE, {priority}
        title = explanation = muniprog.Text.of("A rule")

        def run(self, programme):
            return []

    @muniprog.hookimpl({marks})
    def muniprog_register_checks():
        return [Rule()]
    """


def install_one_good_and_two_broken(site: "SitePackages") -> None:
    site.install("good", {"good": "plug_good"}, {"plug_good": FORMAT.format(name="Good", format="good")})
    site.install("raising", {"raising": "plug_raising"}, {"plug_raising": "raise ImportError('no libfoo')"}, "2.1")
    site.install("half-removed", {"removed": "plug_removed:plugin"}, {})


def test_p01_broken_plugins_break_only_themselves(site: "SitePackages") -> None:
    install_one_good_and_two_broken(site)
    with pytest.warns(PluginWarning) as warned:
        plugins = load_plugins(entry_points=site.entry_points())
        assert plugins.formats.find("good").name == "good"
        assert plugins.formats.find("json").name == "json"
        assert plugins.describe() == plugins.describe()
    assert [str(each.message) for each in warned] == [
        "The plug-in “raising” (raising 2.1, plug_raising) does not work. ImportError: no libfoo. "
        "Update raising or uninstall it; MUNIPROG_DISABLE_PLUGINS=raising leaves it out.",
        "The plug-in “removed” (half-removed 1.0, plug_removed:plugin) does not work. "
        "ModuleNotFoundError: No module named 'plug_removed'. "
        "Its files are not there: reinstall half-removed or uninstall it.",
    ]
    states = {row.name: row.state for row in plugins.describe()}
    assert states == {"muniprog": State.WORKS, "good": State.WORKS, "raising": State.FAILED, "removed": State.FAILED}


def test_p01_strict_loading_makes_it_fatal(site: "SitePackages", monkeypatch: pytest.MonkeyPatch) -> None:
    install_one_good_and_two_broken(site)
    with pytest.raises(PluginError, match="“raising” .raising 2.1") as caught:
        load_plugins(entry_points=site.entry_points(), strict=True)
    assert isinstance(caught.value.__cause__, ImportError)
    monkeypatch.setenv("MUNIPROG_STRICT_PLUGINS", "1")
    with pytest.raises(PluginError):
        load_plugins(entry_points=site.entry_points())


def both_export_docx(site: "SitePackages") -> list[Plugins]:
    site.install("muniprog-a", {"a": "plug_a"}, {"plug_a": FORMAT.format(name="A", format="docx")})
    site.install("muniprog-b", {"b": "plug_b"}, {"plug_b": FORMAT.format(name="B", format="docx")})
    return [load_plugins(entry_points=order) for order in permutations(site.entry_points())]


def test_p02_a_name_claimed_twice_is_refused_with_the_choices_in_either_order(site: "SitePackages") -> None:
    for plugins in both_export_docx(site):
        with pytest.raises(ContestedNameError, match="Say which one: docx:a, docx:b"):
            plugins.formats.find("docx")
        with pytest.raises(ContestedNameError, match="Say which one: docx:a, docx:b"):
            plugins.formats.by_suffix(".docx")
        assert [contest.spoken("en") for contest in plugins.contests()] == [
            "The format “docx” is claimed by docx:a, docx:b: say which one.",
            "The format “.docx” is claimed by docx:a, docx:b: say which one.",
        ]


def test_p02_an_explicit_choice_works(site: "SitePackages") -> None:
    for plugins in both_export_docx(site):
        assert type(plugins.formats.find("docx:b")).__name__ == "B"
        assert type(plugins.formats.find("docx:A")).__name__ == "A"
        assert [name for name in plugins.formats if name.startswith("docx")] == ["docx:a", "docx:b"]


def test_p02_a_built_in_is_overridden_only_by_configuration(
    site: "SitePackages", monkeypatch: pytest.MonkeyPatch
) -> None:
    site.install("muniprog-b", {"b": "plug_b"}, {"plug_b": FORMAT.format(name="B", format="json")})
    as_installed = load_plugins(entry_points=site.entry_points())
    assert type(as_installed.formats.find("json")).__name__ == "JsonFormat"
    assert type(as_installed.formats.find("json:b")).__name__ == "B"
    assert as_installed.contests()[0].spoken("en") == (
        "The format “json” is claimed by json:b, json:muniprog; json:muniprog answers."
    )
    preferring = load_plugins(entry_points=site.entry_points(), prefer={"json": "b"})
    monkeypatch.setenv("MUNIPROG_PREFER_PLUGINS", "json=b")
    for plugins in (preferring, load_plugins(entry_points=site.entry_points())):
        assert type(plugins.formats.find("json")).__name__ == "B"
        assert type(plugins.formats.by_suffix(".json")).__name__ == "B"
        assert type(plugins.formats.find("json:muniprog")).__name__ == "JsonFormat"


@pytest.mark.parametrize("marks", ["", "tryfirst=True", "trylast=True"])
def test_p03_checks_stand_by_priority_and_name_whatever_the_order_of_loading(site: "SitePackages", marks: str) -> None:
    first, second, third = (
        CHECK.format(name=name, code=code, priority=priority, marks=marks if name == "zz-b" else "")
        for name, code, priority in (("zz-a", "Z1", 0), ("zz-b", "Z2", 0), ("zz-c", "Z3", 5))
    )
    site.install("v1", {"v1": "plug_v1"}, {"plug_v1": first})
    site.install("v2", {"v2": "plug_v2"}, {"plug_v2": second})
    site.install("v3", {"v3": "plug_v3"}, {"plug_v3": third})
    for order in permutations(site.entry_points()):
        added: list[Check] = [c for c in load_plugins(entry_points=order).checks.values() if c.name.startswith("zz")]
        assert [check.name for check in added] == ["zz-c", "zz-a", "zz-b"]


def failures(site: "SitePackages", code: str, former: Former | None = None) -> list[str]:
    site.install("pkg", {"p": "plug_p"}, {"plug_p": code})
    said: list[str] = []
    plugins = load_plugins(
        entry_points=site.entry_points(),
        former=former or Former(),
        on_failure=lambda failure: said.append(str(failure)),
    )
    plugins.describe()
    return said


def test_p04_a_misspelt_hook_is_found_with_a_suggestion(site: "SitePackages") -> None:
    (said,) = failures(
        site,
        """
        import muniprog

        @muniprog.hookimpl
        def reportr():
            return []

        @muniprog.hookimpl
        def muniprog_registr_formats():
            return []

        def muniprog_register_checks():
            return []
        """,
    )
    assert "There is no hook “reportr”. Did you mean “muniprog_register_reports”?" in said
    assert "There is no hook “muniprog_registr_formats”. Did you mean “muniprog_register_formats”?" in said
    assert "The function “muniprog_register_checks” lacks the marker @muniprog.hookimpl." in said


def test_p04_an_unknown_argument_is_named(site: "SitePackages") -> None:
    (said,) = failures(
        site,
        """
        import muniprog

        @muniprog.hookimpl
        def muniprog_register_commands(language, colour):
            return []

        @muniprog.hookimpl
        def muniprog_register_formats(programme):
            return []
        """,
    )
    assert "“muniprog_register_commands” asks for the argument “colour”; it can have: language." in said
    assert "“muniprog_register_formats” asks for the argument “programme”; it can have: no arguments." in said


def test_p04_fewer_arguments_are_fine(site: "SitePackages") -> None:
    code = """
        import click, muniprog

        @muniprog.hookimpl
        def muniprog_register_commands():
            return [click.Command("publish")]
        """
    assert failures(site, code) == []
    assert list(load_plugins(entry_points=site.entry_points()).commands("sv")) == ["publish"]


def test_p04_a_former_hook_works_with_a_dated_notice(site: "SitePackages") -> None:
    former = Former(
        hooks={"muniprog_register_exporters": FormerHook(hook="muniprog_register_formats", until=date(2028, 1, 1))}
    )
    code = FORMAT.format(name="A", format="aaa").replace("muniprog_register_formats", "muniprog_register_exporters")
    with pytest.warns(
        DeprecationWarning, match="“muniprog_register_exporters” is now called .* works until 2028-01-01"
    ):
        assert failures(site, code, former) == []
    with pytest.warns(DeprecationWarning):
        plugins = load_plugins(entry_points=site.entry_points(), former=former)
        assert plugins.formats.find("aaa").name == "aaa"
    assert "2028-01-01" in str(plugins.describe()[1].notices[0])


def test_p04_a_plugin_for_old_and_new_versions_is_asked_once_and_told_nothing(site: "SitePackages") -> None:
    former = Former(
        hooks={"muniprog_register_exporters": FormerHook(hook="muniprog_register_formats", until=date(2028, 1, 1))}
    )
    both = (
        FORMAT.format(name="A", format="aaa")
        + """
    @muniprog.hookimpl
    def muniprog_register_exporters():
        return [A()]
    """
    )
    assert failures(site, both, former) == []


def test_p04_a_former_form_of_return_works_with_a_dated_notice(site: "SitePackages") -> None:
    former = Former(
        returns={
            "muniprog_register_formats": FormerReturn(
                recognise=lambda returned: isinstance(returned, dict),
                adapt=lambda returned: list(returned.values()) if isinstance(returned, dict) else returned,
                until=date(2028, 1, 1),
            )
        }
    )
    code = FORMAT.format(name="A", format="aaa").replace("[A()]", "{'aaa': A()}")
    with pytest.warns(DeprecationWarning, match="now returns a list; the former form works until 2028-01-01"):
        assert failures(site, code, former) == []


def test_p04_the_version_of_the_interfaces_is_checked(site: "SitePackages") -> None:
    (said,) = failures(site, "muniprog_api = 99")
    assert "It was written for version 99 of the plug-in interfaces; this muniprog has version 1." in said
    assert "Install a newer muniprog, or an older version of the plug-in." in said


CLIMATE: dict[str, Plain] = {
    "muniprog": 1,
    "id": "plan",
    "title": "Plan",
    "period": 2021,
    "languages": ["en"],
    "themes": [
        {
            "id": "air",
            "title": "Air",
            "indicators": [{"id": "co2-index", "title": "Index", "measure": "climate:index"}],
            "extensions": {"climate": {"sector": "1.A"}},
        }
    ],
    "extensions": {"climate": {"co2": 3, "keep": [1.10, None, {"é": "ü"}]}},
}


def test_p05_data_of_an_absent_plugin_survive_with_one_notice() -> None:
    programme = structure(PlainSource(CLIMATE))
    (note,) = missing_extensions(programme, load_plugins(entry_points=()))
    assert note.severity is Severity.NOTE
    assert str(note.message) == "The plug-in “climate” is not installed; its data are kept as they are."
    assert unstructure(programme) == CLIMATE
    assert not programme.indicators[0].is_numeric


FILE = """\
muniprog: 1
id: plan
title: Plan
period: 2021
languages: [en]
themes:
- id: air
  title: Air
  indicators:
  - {id: co2-index, title: Index, measure: climate:index}
follow_ups:
- period: 2021
  updates:
  - item: air   # the theme itself
    status: in_progress
extensions:
  climate:   {co2:   3, "keep":  [1.10,  'x' ] }   # theirs
"""


def test_p05_data_of_an_absent_plugin_survive_an_edit_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(FILE, encoding="utf-8")
    loaded = load(tmp_path)
    (round_,) = loaded.follow_ups
    update = attrs.evolve(round_.updates[0], status=Status.DONE)
    changed = attrs.evolve(loaded, follow_ups=(attrs.evolve(round_, updates=(update,)),))
    save(changed)
    assert (tmp_path / "programme.yaml").read_text(encoding="utf-8") == FILE.replace("in_progress", "done")


def test_p05_a_format_that_needs_an_absent_plugin_fails_by_name() -> None:
    plugins = load_plugins(entry_points=())
    with pytest.raises(UnknownNameError, match=r'no format called “latex”.*pip install "muniprog-latex"'):
        plugins.formats.find("latex")
    with pytest.raises(UnknownNameError, match=r"Known: .*\.json"):
        plugins.formats.by_suffix(".climate")


POSTER = """
    import attrs, muniprog

    @attrs.frozen
    class Poster(muniprog.ReportBackend):
        name, suffixes, media_type = "poster", (".poster",), "image/poster"
        title = muniprog.Text.of("Poster")
        colour: str = "black"
        framed: bool = False
        margin: float = 1.5

        def render(self, document):
            return self.colour.encode()

    @muniprog.hookimpl
    def muniprog_register_report_backends():
        return [Poster()]
    """


def test_p06_blocks_of_options_are_read_strictly_each_by_its_own_type(site: "SitePackages") -> None:
    site.install("poster", {"poster": "plug_poster"}, {"plug_poster": POSTER})
    backends = load_plugins(entry_points=site.entry_points()).backends
    good = PlainSource({"print": [{"type": "html"}, {"type": "poster", "colour": "red"}]})
    html, poster = read_options(backends, good, ("print",))
    assert (html.name, poster.name) == ("html", "poster")
    assert repr(poster) == "Poster(colour='red', framed=False, margin=1.5)"


def test_p06_a_typo_is_found_in_its_own_block_and_an_unknown_type_lists_the_known(site: "SitePackages") -> None:
    site.install("poster", {"poster": "plug_poster"}, {"plug_poster": POSTER})
    backends = load_plugins(entry_points=site.entry_points()).backends
    bad = PlainSource(
        {"print": [{"type": "html", "colour": "red"}, {"type": "poster", "color": "red"}, {"type": "postr"}]}
    )
    with pytest.raises(SourceError) as caught:
        read_options(backends, bad, ("print",))
    said = {problem.path: (problem.code, str(problem.message)) for problem in caught.value.problems}
    assert said == {
        ("print", 0, "colour"): ("F003", "There is no key “colour” here. Possible: type."),
        ("print", 1, "color"): ("F003", "There is no key “color” here. Did you mean “colour”?"),
        ("print", 2, "type"): (
            "F006",
            "There is no report backend called “postr”. Did you mean “poster”? Known: html, markdown, poster, text.",
        ),
    }


def test_p06_options_are_not_cast(site: "SitePackages") -> None:
    site.install("poster", {"poster": "plug_poster"}, {"plug_poster": POSTER})
    backends = load_plugins(entry_points=site.entry_points()).backends
    (poster,) = read_options(
        backends, PlainSource({"print": [{"type": "poster", "framed": True, "margin": 2}]}), ("print",)
    )
    assert repr(poster) == "Poster(colour='black', framed=True, margin=2.0)"
    bad = PlainSource({"print": [{"type": "poster", "colour": 7, "framed": "no", "margin": "wide"}]})
    with pytest.raises(SourceError) as caught:
        read_options(backends, bad, ("print",))
    assert [(problem.path[-1], problem.code) for problem in caught.value.problems] == [
        ("colour", "F005"),
        ("framed", "F005"),
        ("margin", "F005"),
    ]
