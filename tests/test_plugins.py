"""How plug-ins are found, chosen between and described."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog import hookspecs
from muniprog.conversion import structure
from muniprog.errors import MuniprogError, SourceError, UnknownNameError
from muniprog.interfaces import Format
from muniprog.model import Programme
from muniprog.plugins import (
    ContestedNameError,
    Offer,
    PluginError,
    PluginFailure,
    Plugins,
    Shelf,
    State,
    load_plugins,
    missing_extensions,
    read_options,
)
from muniprog.plugins.kinds import FORMATS
from muniprog.plugins.known import PACKAGES
from muniprog.source import Path, Place, Plain, PlainSource

if TYPE_CHECKING:
    from tests.conftest import SitePackages

HEAD = """
import muniprog, sys

class A(muniprog.Format):
    name, suffixes, media_type = "aaa", (".aaa",), "text/plain"
    title = muniprog.Text.of("A")

"""


def formats(returned: str, before: str = "") -> str:
    body = "".join(f"    {line}\n" for line in (*before.splitlines(), f"return {returned}"))
    return f"{HEAD}{before}\n@muniprog.hookimpl\ndef muniprog_register_formats():\n{body}"


def install(site: "SitePackages", code: str, name: str = "p", package: str = "pkg") -> None:
    site.install(package, {name: f"plug_{name}"}, {f"plug_{name}": code})


def quietly(
    entry_points: Sequence[EntryPoint],
    *,
    disabled: Sequence[str] = (),
    third_party: bool | None = None,
    strict: bool | None = None,
) -> Plugins:
    return load_plugins(
        entry_points=entry_points,
        disabled=disabled,
        third_party=third_party,
        strict=strict,
        on_failure=lambda failure: None,
    )


def only_failure(site: "SitePackages") -> PluginFailure:
    plugins = quietly(site.entry_points())
    plugins.describe()
    (failure,) = plugins.failures
    return failure


# What a plug-in may do wrong


@pytest.mark.parametrize(
    ("returned", "cause"),
    [
        ("None", "“muniprog_register_formats” should return a list, found NoneType."),
        ("A()", "“muniprog_register_formats” should return a list, found A."),
        ("[A]", "“muniprog_register_formats” returned the class A itself; return an instance: A()."),
        ("['aaa']", "“muniprog_register_formats” returned an object of the class str; expected a Format."),
        ("[A(), A()]", "It adds the format “aaa” twice."),
        ("[1 / 0]", "ZeroDivisionError: division by zero."),
        ("[sys.exit('bye')]", "SystemExit: bye."),
        ("[sys.exit(chr(27) + 'bye')]", "SystemExit: �bye."),
    ],
)
def test_what_a_hook_returns_is_looked_over(site: "SitePackages", returned: str, cause: str) -> None:
    install(site, formats(returned))
    assert str(only_failure(site).cause) == cause


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("name = 'AAA'", "A needs the attribute “name”: a name in lower case, such as latex."),
        ("name = None", "A needs the attribute “name”: a name in lower case, such as latex."),
        ("suffixes = '.aaa'", "A needs the attribute “suffixes”: a tuple of file endings in lower case"),
        ("suffixes = ()", "A needs the attribute “suffixes”: a tuple of file endings in lower case"),
        ("suffixes = ('aaa',)", "A needs the attribute “suffixes”: a tuple of file endings in lower case"),
        ("media_type = 'text'", "A needs the attribute “media_type”: a media type, such as text/plain."),
        ("title = 'A'", "A needs the attribute “title”: words, such as muniprog.Text.of"),
    ],
)
def test_a_format_has_all_that_a_format_needs(site: "SitePackages", attribute: str, expected: str) -> None:
    install(site, formats("[A()]", f"A.{attribute}"))
    assert expected in str(only_failure(site).cause)


def test_a_storage_has_schemes_and_a_check_has_a_code(site: "SitePackages") -> None:
    code = """
        import muniprog

        class Box(muniprog.StorageDriver):
            name, title, schemes = "box", muniprog.Text.of("Box"), "box"
            def open(self, location): ...

        class Rule(muniprog.Check):
            name, title, explanation, code = "rule", muniprog.Text.of("R"), muniprog.Text.of("R"), "R-1"
            def run(self, programme): ...

        @muniprog.hookimpl
        def muniprog_register_storages():
            return [Box()]

        @muniprog.hookimpl
        def muniprog_register_checks():
            return [Rule()]
        """
    install(site, code)
    plugins = quietly(site.entry_points())
    (_, row) = plugins.describe()
    assert row.state is State.FAILED
    assert [str(failure.cause) for failure in row.failures] == [
        'Box needs the attribute “schemes”: a tuple of the beginnings of addresses, such as ("sqlite",).',
        "Rule needs the attribute “code”: a code of letters and digits, such as C102.",
    ]


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("def broken(:", "SyntaxError: invalid syntax."),
        ("raise RuntimeError('first line' + chr(10) + 'second')", "RuntimeError: first line second."),
        ("raise SystemExit", "SystemExit."),
        ("muniprog_api = '1'", "“muniprog_api” should be a whole number such as 1, found 1."),
        ("import muniprog\nmuniprog_unheard_of = print", "There is no hook “muniprog_unheard_of”. Known: "),
        (
            "import muniprog\n@muniprog.hookimpl(wrapper=True)\ndef muniprog_register_checks():\n    return (yield)",
            "“muniprog_register_checks” is a hook wrapper; plug-ins cannot change what others add.",
        ),
    ],
)
def test_a_module_that_is_no_plug_in_says_why(site: "SitePackages", code: str, cause: str) -> None:
    install(site, code)
    assert cause in str(only_failure(site).cause)


def test_what_only_looks_like_a_hook_is_let_be(site: "SitePackages") -> None:
    code = """
        import muniprog

        muniprog_version = 3

        @muniprog.hookimpl(optionalhook=True)
        def muniprog_register_dreams():
            return []

        @muniprog.hookimpl
        def muniprog_register_commands(*rest, colour="red", **more):
            return []
        """
    install(site, code)
    assert [row.state for row in quietly(site.entry_points()).describe()] == [State.WORKS, State.WORKS]


def test_a_missing_dependency_is_told_from_a_missing_plug_in(site: "SitePackages") -> None:
    install(site, "import absent_library.deeply")
    assert str(only_failure(site).advice) == (
        "It needs the module “absent_library”: reinstall pkg with what it depends on."
    )


def test_a_module_missing_inside_the_plug_in_is_the_plug_ins_own(site: "SitePackages") -> None:
    site.install("pkg", {"p": "plug_gone.deeper:plugin"}, {})
    assert str(only_failure(site).advice) == "Its files are not there: reinstall pkg or uninstall it."


def test_the_name_of_muniprog_itself_is_taken(site: "SitePackages") -> None:
    site.install("pkg", {"muniprog": "plug_x"}, {"plug_x": ""})
    assert str(only_failure(site).cause) == "The name “muniprog” is taken by muniprog itself."


def test_two_plug_ins_of_one_name_are_both_refused_so_that_order_does_not_matter(site: "SitePackages") -> None:
    site.install("one", {"same": "plug_one"}, {"plug_one": formats("[A()]")})
    site.install("two", {"same": "plug_two"}, {"plug_two": formats("[A()]")})
    plugins = quietly(site.entry_points())
    assert "aaa" not in plugins.formats
    assert [(row.name, row.distribution, row.state) for row in plugins.describe()[1:]] == [
        ("same", "one", State.FAILED),
        ("same", "two", State.FAILED),
    ]
    assert str(plugins.failures[0].advice) == "Uninstall one of them."


def test_one_object_behind_two_entry_points_is_taken_once(site: "SitePackages") -> None:
    site.install("pkg", {"a": "plug_a", "b": "plug_a"}, {"plug_a": formats("[A()]")})
    plugins = quietly(site.entry_points())
    assert type(plugins.formats.find("aaa")).__name__ == "A"
    assert str(plugins.failures[0].cause) == "“plug_a” is registered twice, by two entry points."


def test_muniprogs_own_faults_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    from muniprog.formats import json

    monkeypatch.delattr(json, "JsonFormat")
    with pytest.raises(ImportError, match="JsonFormat"):
        quietly(()).formats.find("json")


def test_one_warning_for_a_plug_in_however_many_things_are_wrong(site: "SitePackages") -> None:
    install(site, formats("None") + "\n@muniprog.hookimpl\ndef muniprog_register_checks():\n    return None\n")
    said: list[PluginFailure] = []
    plugins = load_plugins(entry_points=site.entry_points(), on_failure=said.append)
    plugins.describe()
    assert (len(said), len(plugins.failures)) == (1, 2)


# Where a plug-in comes from


def test_a_plug_in_without_metadata_still_has_a_name(site: "SitePackages") -> None:
    bare = EntryPoint("bare", "plug_bare", "muniprog")
    plugins = quietly([bare])
    (_, row) = plugins.describe()
    assert (row.name, row.distribution, row.version, row.state) == ("bare", "", "", State.FAILED)
    assert str(row.failures[0]).startswith("The plug-in “bare” (plug_bare) does not work.")
    assert "reinstall bare" in str(row.failures[0])


def test_damaged_metadata_damage_nothing_else(site: "SitePackages") -> None:
    install(site, formats("[A()]"))
    entry_points = site.entry_points()
    for metadata in site.folder.glob("*.dist-info/METADATA"):
        metadata.unlink()
    row = quietly(entry_points).describe()[1]
    assert (row.distribution, row.state, row.gives) == ("", State.WORKS, {"formats": ("aaa",)})
    (site.folder / "pkg-1.0.dist-info" / "METADATA").write_bytes(b"Name: \xff")
    assert quietly(entry_points).describe()[1].distribution == ""


def test_installed_plug_ins_are_found_through_their_entry_points(site: "SitePackages") -> None:
    install(site, formats("[A()]"))
    assert load_plugins(third_party=True).formats.find("aaa").name == "aaa"


# Switching off


class Unread(list[EntryPoint]):
    """Entry points that nobody should look through."""

    def __iter__(self) -> Iterator[EntryPoint]:
        raise AssertionError("the installed packages were looked through")


def test_nothing_is_looked_for_while_muniprog_itself_has_the_answer() -> None:
    plugins = load_plugins(entry_points=Unread())
    assert plugins.formats.find("JSON").name == "json"
    assert plugins.backends.by_suffix(".HTML").name == "html"
    with pytest.raises(AssertionError, match="looked through"):
        plugins.formats.find("docx")


@pytest.mark.parametrize("value", ["1", "yes", "TRUE"])
def test_third_party_plug_ins_can_be_switched_off(
    site: "SitePackages", monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    install(site, formats("[A()]"))
    monkeypatch.setenv("MUNIPROG_NO_PLUGINS", value)
    plugins = quietly(site.entry_points())
    assert plugins.describe()[1].state is State.OFF
    with pytest.raises(UnknownNameError, match="switched off by MUNIPROG_NO_PLUGINS"):
        plugins.formats.find("aaa")
    assert quietly(site.entry_points(), third_party=True).formats.find("aaa").name == "aaa"


@pytest.mark.parametrize("value", ["", "0", "no", "false", "off"])
def test_saying_no_to_no_plug_ins_means_yes(site: "SitePackages", monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    install(site, formats("[A()]"))
    monkeypatch.setenv("MUNIPROG_NO_PLUGINS", value)
    assert "aaa" in quietly(site.entry_points()).formats
    assert "aaa" not in quietly(site.entry_points(), third_party=False).formats


@pytest.mark.parametrize("name", ["p", "pkg"])
def test_single_plug_ins_can_be_switched_off_by_their_own_or_their_packages_name(
    site: "SitePackages", monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    install(site, formats("[A()]"))
    install(site, "", name="other", package="another")
    monkeypatch.setenv("MUNIPROG_DISABLE_PLUGINS", f"nothing, {name}")
    states = {row.name: row.state for row in quietly(site.entry_points()).describe()}
    assert states == {"muniprog": State.WORKS, "p": State.OFF, "other": State.WORKS}
    monkeypatch.delenv("MUNIPROG_DISABLE_PLUGINS")
    assert quietly(site.entry_points(), disabled=[name]).state_of("p") is State.OFF


def test_a_preference_that_is_no_pair_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUNIPROG_PREFER_PLUGINS", "html")
    with pytest.raises(MuniprogError, match="holds “html”; write name=plug-in"):
        load_plugins()


def test_a_preferred_plug_in_that_is_not_there_is_told_of() -> None:
    said: list[PluginFailure] = []
    plugins = load_plugins(entry_points=(), prefer={"JSON": "gone"}, on_failure=said.append)
    assert type(plugins.formats.find("json")).__name__ == "JsonFormat"
    assert [str(failure) for failure in said] == [
        "The plug-in “gone” does not work. It is preferred for “json” but not installed. "
        "Install it, or take it out of MUNIPROG_PREFER_PLUGINS."
    ]


def test_a_preferred_plug_in_that_is_off_is_not_missed(site: "SitePackages") -> None:
    install(site, formats("[A()]"))
    plugins = load_plugins(
        entry_points=site.entry_points(), prefer={"json": "p", "yaml": "muniprog"}, disabled=["p"], strict=True
    )
    assert plugins.failures == ()


def test_a_preference_for_a_file_ending_decides_between_formats_of_different_names(site: "SitePackages") -> None:
    install(site, formats("[A()]", "A.suffixes = ('.json',)"))
    own = quietly(site.entry_points()).formats
    assert own.by_suffix(".json").name == "json"
    preferring = load_plugins(entry_points=site.entry_points(), prefer={".json": "p", "aaa": "p"}).formats
    assert (preferring.by_suffix(".json").name, preferring.find("json").name) == ("aaa", "json")


# Looking up


def test_unknown_names_say_what_is_known_and_what_to_install() -> None:
    shelf = load_plugins(entry_points=()).formats
    with pytest.raises(UnknownNameError, match="Did you mean “yaml”"):
        shelf.find("yamle")
    with pytest.raises(UnknownNameError, match='Install it with: pip install "muniprog-latex"'):
        shelf.find("latex")
    with pytest.raises(UnknownNameError, match=r'pip install "muniprog-postgres"'):
        load_plugins(entry_points=()).storages.by_scheme("postgresql")
    with pytest.raises(UnknownNameError, match=r'pip install "muniprog-xlsx"'):
        load_plugins(entry_points=()).form_files.by_suffix(".xlsx")
    with pytest.raises(UnknownNameError):
        shelf.find("json:gone")
    assert load_plugins(entry_points=()).storages.by_scheme("file").name == "files"


def test_what_is_installed_is_not_advised_for_what_it_cannot_do(site: "SitePackages") -> None:
    site.install("muniprog-xlsx", {"xlsx": "plug_xlsx"}, {"plug_xlsx": ""})
    with pytest.raises(UnknownNameError) as caught:
        load_plugins(entry_points=site.entry_points()).formats.find("xlsx")
    assert "pip install" not in str(caught.value)


def test_a_name_of_a_plug_in_that_is_off_or_broken_says_so(site: "SitePackages") -> None:
    site.install("muniprog-latex", {"word": "plug_latex"}, {"plug_latex": "raise OSError('no')"})
    with pytest.raises(UnknownNameError, match="a plug-in that does not work: The plug-in “word”.*OSError: no"):
        quietly(site.entry_points()).formats.find("latex")
    with pytest.raises(UnknownNameError, match="a plug-in that does not work"):
        quietly(site.entry_points()).formats.find("word")
    with pytest.raises(UnknownNameError, match="“word”, which is switched off"):
        quietly(site.entry_points(), disabled=["word"]).formats.find("latex")
    with pytest.raises(UnknownNameError, match="“word”, which is switched off"):
        quietly(site.entry_points(), disabled=["word"]).formats.find("word")
    with pytest.raises(UnknownNameError, match=r'pip install "muniprog-postgres"'):
        quietly(site.entry_points()).formats.find("postgres")
    with pytest.raises(UnknownNameError, match=r'pip install "muniprog-postgres"'):
        quietly(site.entry_points(), disabled=["word"]).formats.find("postgres")


@pytest.mark.parametrize("package", sorted(set(PACKAGES.values())))
def test_every_package_that_is_advised_is_one_of_ours(package: str) -> None:
    assert package.startswith("muniprog")


def test_a_shelf_reads_like_a_mapping() -> None:
    shelf = load_plugins(entry_points=()).formats
    assert shelf["json"] is shelf.find("JSON")
    assert len(shelf) == len(list(shelf))
    assert "docx" not in shelf
    assert repr(shelf).startswith("<formats: ")


def test_programmes_and_commands_are_found_too(site: "SitePackages") -> None:
    code = """
        import click, muniprog
        from pathlib import Path

        @muniprog.hookimpl
        def muniprog_register_programmes():
            return [muniprog.ProgrammePackage(name="small_town", folder=Path("here"))]

        @muniprog.hookimpl
        def muniprog_register_commands(language):
            return [click.Command("publish", help=language)]
        """
    install(site, code)
    plugins = quietly(site.entry_points(), strict=True)
    assert plugins.programmes["small_town"].folder.name == "here"
    assert plugins.commands("fi")["publish"].help == "fi"
    assert plugins.describe()[1].gives == {"programmes": ("small_town",), "commands": ("publish",)}
    assert "built_in=False" in repr(plugins.programmes.offers()[-1])


OFFERS = st.lists(
    st.builds(
        lambda name, plugin, priority, suffix: Offer(
            name=name, plugin=plugin, built_in=plugin == "muniprog", thing=a_format(name, priority, suffix)
        ),
        st.sampled_from(["docx", "html", "odt"]),
        st.sampled_from(["muniprog", "a", "b", "c"]),
        st.integers(0, 2),
        st.sampled_from([".docx", ".html"]),
    ),
    unique_by=lambda offer: (offer.name, offer.plugin),
)
PREFERENCES = st.dictionaries(st.sampled_from(["docx", "html", ".docx"]), st.sampled_from(["muniprog", "a", "b"]))


def a_format(name: str, priority: int, suffix: str) -> Format:
    made: Format = type("AFormat", (Format,), {"name": name, "priority": priority, "suffixes": (suffix,)})()
    return made


def shelf_of(offers: Sequence[Offer[Format]], prefer: dict[str, str]) -> Shelf[Format]:
    return Shelf(
        FORMATS,
        built_in=lambda: [offer for offer in offers if offer.built_in],
        added=lambda: [offer for offer in offers if not offer.built_in],
        prefer=prefer,
        advise=lambda name: None,
    )


def answer(shelf: Shelf[Format], name: str) -> Format | str:
    try:
        return shelf.by_suffix(name) if name.startswith(".") else shelf.find(name)
    except (ContestedNameError, UnknownNameError) as error:
        return str(error)


@given(OFFERS.flatmap(lambda offers: st.tuples(st.just(offers), st.permutations(offers))), PREFERENCES)
def test_the_order_of_installation_never_matters(
    orders: tuple[list[Offer[Format]], list[Offer[Format]]], prefer: dict[str, str]
) -> None:
    one, other = (shelf_of(offers, prefer) for offers in orders)
    assert list(one.items()) == list(other.items())
    assert one.contests() == other.contests()
    for name in ("docx", "html", "odt", ".docx", ".html"):
        assert answer(one, name) == answer(other, name)


@given(OFFERS, PREFERENCES)
def test_every_offer_can_be_had_by_its_address(offers: list[Offer[Format]], prefer: dict[str, str]) -> None:
    shelf = shelf_of(offers, prefer)
    assert len(shelf) == len(offers)
    assert all(shelf.find(offer.address) is offer.thing for offer in offers)
    assert all(shelf.find(name) is thing for name, thing in shelf.items())


# Data of plug-ins


class PlacedSource(PlainSource):
    def where_key(self, path: Path) -> Place | None:
        return Place("programme.yaml", 7, 3)


def programme_with(more: dict[str, Plain], source: type[PlainSource] = PlainSource) -> Programme:
    return structure(
        source({"muniprog": 1, "id": "plan", "title": "Plan", "period": 2021, "languages": ["en"], **more})
    )


def test_a_note_says_how_the_plug_in_is_missing(site: "SitePackages") -> None:
    install(site, "raise OSError", name="broken", package="one")
    install(site, "", name="off", package="two")
    install(site, "", name="here", package="three")
    programme = programme_with({"extensions": {"broken": 1, "off": 2, "here": 3, "absent": 4}})
    notes = missing_extensions(programme, quietly(site.entry_points(), disabled=["off"]))
    assert [(str(note.message), note.path) for note in notes] == [
        ("The plug-in “broken” does not work; its data are kept as they are.", ("extensions", "broken")),
        ("The plug-in “off” is switched off; its data are kept as they are.", ("extensions", "off")),
        ("The plug-in “absent” is not installed; its data are kept as they are.", ("extensions", "absent")),
    ]


def test_a_note_points_at_the_data_where_their_place_is_known() -> None:
    more: dict[str, Plain] = {"follow_ups": [{"period": 2021, "extensions": {"survey": 1}}]}
    programme = programme_with(more, PlacedSource)
    (note,) = missing_extensions(programme, load_plugins(entry_points=()))
    assert (str(note.place), note.path) == ("programme.yaml:7:3", ("follow_ups", 0, "extensions", "survey"))
    (note,) = missing_extensions(attrs.evolve(programme, origin=None), load_plugins(entry_points=()))
    assert note.place is None


# Options


@pytest.mark.parametrize(
    ("blocks", "path", "sentence"),
    [
        ("html", ("print",), "Expected a list, found the text “html”."),
        (["html"], ("print", 0), "Expected a mapping of keys and values, found the text “html”."),
        ([{}], ("print", 0, "type"), "The key “type” is missing here."),
        ([{"type": 3}], ("print", 0, "type"), "Expected text, found the number 3."),
    ],
)
def test_blocks_of_options_have_a_type(blocks: Plain, path: tuple[str | int, ...], sentence: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_options(load_plugins(entry_points=()).backends, PlainSource({"print": blocks}), ("print",))
    (problem,) = caught.value.problems
    assert problem.path == path
    assert str(problem.message).startswith(sentence)


# The hooks


def test_every_hook_says_what_it_is_for_with_an_example() -> None:
    hooks = [hook for name, hook in vars(hookspecs).items() if name.startswith("muniprog_")]
    assert len(hooks) == 8
    for hook in hooks:
        assert hook.__name__.startswith("muniprog_register_")
        assert hook.__name__ in (hookspecs.__doc__ or "")
        assert f"def {hook.__name__}(" in (hook.__doc__ or "")


def test_the_built_ins_come_through_the_hooks() -> None:
    row = load_plugins(third_party=False).describe()[0]
    assert (row.name, row.state, row.failures) == ("muniprog", State.WORKS, ())
    assert {"storages", "formats", "backends"} <= row.gives.keys()


def test_asking_for_one_kind_imports_no_other() -> None:
    program = (
        "import sys, muniprog; muniprog.load_plugins().formats.find('json');"
        "print(*(name for name in ('click', 'cattrs', 'jinja2', 'importlib.metadata', 'muniprog.backends')"
        " if name in sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert loaded.stdout.split() == []


def test_a_strict_failure_is_spoken_in_the_users_language(site: "SitePackages") -> None:
    install(site, "raise OSError('nej')")
    with pytest.raises(PluginError) as caught:
        quietly(site.entry_points(), strict=True)
    assert caught.value.failure.plugin == "p"
    assert "OSError: nej" in caught.value.spoken("sv")
