"""The command line speaks the language of whoever sits at the terminal, and leaves no trace of having done so."""

import gettext
import os
import warnings
from itertools import chain
from pathlib import Path

import click
import pytest

from muniprog.cli import main
from muniprog.cli.click_words import click_speaks
from muniprog.cli.group import COMMANDS, HEADINGS
from muniprog.cli.speech import SpokenCommand, SpokenGroup, option, reader_language, spoken_warnings, translated
from muniprog.errors import MuniprogWarning
from muniprog.messages import LANGUAGES
from muniprog.text import Text
from tests.command_line import muniprog, said

VARIABLES = ("MUNIPROG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for variable in (*VARIABLES, "LANGUAGE"):
        monkeypatch.delenv(variable, raising=False)
    return monkeypatch


def own_commands() -> list[tuple[str, ...]]:
    """Every command and subcommand of muniprog's own."""
    found: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        below = command.list_commands(click.Context(command)) if isinstance(command, click.Group) else []
        found.extend([(name,), *((name, inner) for inner in below)])
    return found


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ({}, "en"),
        ({"LANG": "sv_FI.UTF-8"}, "sv"),
        ({"LANG": "sv_FI.UTF-8", "LC_MESSAGES": "fi_FI"}, "fi"),
        ({"LC_MESSAGES": "fi_FI", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "MUNIPROG_LANGUAGE": "FI"}, "fi"),
        ({"LANG": "sv@euro"}, "sv"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "fi_FI"}, "fi"),
        ({"LANG": "svenska"}, "en"),
    ],
)
def test_the_first_variable_that_names_a_language_decides(
    environment: pytest.MonkeyPatch, named: dict[str, str], language: str
) -> None:
    for variable, value in named.items():
        environment.setenv(variable, value)
    assert reader_language() == language
    with click_speaks():
        usage = {"sv": "Användning:", "fi": "Käyttö:", "en": "Usage:"}
        assert gettext.gettext("Usage:") == usage[language]


def test_where_no_language_is_named_the_programmes_decides(environment: pytest.MonkeyPatch) -> None:
    assert reader_language("de", "fi") == "fi"
    environment.setenv("LANG", "sv_SE")
    assert reader_language("de", "fi") == "sv"


def test_nothing_to_say_is_nothing_in_every_language(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("LANG", "sv_SE")
    assert translated("") == ""  # gettext would return the head of its catalogue


@pytest.mark.parametrize("before", [None, "de"])
def test_gettext_is_as_it_was_when_a_command_has_run(environment: pytest.MonkeyPatch, before: str | None) -> None:
    if before is not None:
        environment.setenv("LANGUAGE", before)
    domain = gettext.textdomain()
    showwarning = warnings.showwarning
    assert said(muniprog("--version", language="sv", LANGUAGE=before)).startswith("muniprog ")
    assert gettext.textdomain() == domain
    assert os.environ.get("LANGUAGE") == before
    assert warnings.showwarning is showwarning
    assert gettext.gettext("Usage:") == "Usage:"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", own_commands(), ids=" ".join)
def test_every_help_is_wholly_in_the_readers_language(path: tuple[str, ...], language: str) -> None:
    text = said(muniprog(*path, "--help", language=language))
    marks = {
        "sv": ("Användning: muniprog", "\nVal:\n", "Visa den här hjälpen och sluta."),
        "fi": ("Käyttö: muniprog", "\nValitsimet:\n", "Näytä tämä ohje ja lopeta."),
        "en": ("Usage: muniprog", "\nOptions:\n", "Show this message and exit."),
    }
    for each, expected in marks.items():
        assert [mark in text for mark in expected] == [each == language] * 3
    if language != "en":
        english = {"the", "of", "and", "with", "which", "ADDRESS", "FILE", "[OPTIONS]", "[required]", "[default:"}
        prose = [line for line in text.splitlines() if not line.strip().startswith("muniprog")]
        assert english.isdisjoint(" ".join(prose).split())


@pytest.mark.parametrize(
    ("arguments", "sv", "fi", "en"),
    [
        (["shw"], "Menade du ”show”?", "Tarkoititko ”show”?", "Did you mean “show”?"),
        (["show"], "Fel: Det saknas 'ADRESS'.", "Virhe: Puuttuu 'OSOITE'.", "Error: Missing argument 'ADDRESS'."),
        (["show", "a", "b", "c"], "För mycket angavs: c", "Liikaa annettu: c", "Got unexpected extra argument (c)"),
        (["show", "--hepl"], "Menade du ", "Tarkoititko ", "Did you mean "),
        (["new", "x", "--period", "1"], "Det saknas '--title'", "Puuttuu '--title'", "Missing option '--title'"),
        (["schema", "x"], "”x” är inget av:", "”x” ei ole mikään näistä:", "'x' is not one of"),
        (["ids", "--silent"], "Det finns inget val ”--silent”.", "ei ole.", "No such option"),
        (["ids", "fil"], "Menade du ”fill”?", "Tarkoititko ”fill”?", "Did you mean “fill”?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_click_refuses_is_said_in_the_readers_language(arguments: list[str], sv: str, fi: str, en: str) -> None:
    for language, words, usage, hint in (
        ("sv", sv, "Användning:", "--help” ger hjälp."),
        ("fi", fi, "Käyttö:", "Ohjeen saat näin: muniprog"),
        ("en", en, "Usage:", "for help."),
    ):
        text = said(muniprog(*arguments, language=language), 2)
        assert words in text
        assert text.startswith(usage)
        assert hint in text


@pytest.mark.parametrize(
    ("arguments", "sv", "fi", "en"),
    [
        (["new", "x", "--title"], "”--title” behöver ett värde.", "tarvitsee arvon.", "requires an argument."),
        (["check", "x", "--silenced=1"], "har inget värde.", "ei ole arvoa.", "does not take a value."),
    ],
    ids=["no value", "a value"],
)
def test_an_option_without_its_value_is_refused_in_the_readers_language(
    arguments: list[str], sv: str, fi: str, en: str
) -> None:
    for language, words in (("sv", sv), ("fi", fi), ("en", en)):
        assert words in said(muniprog(*arguments, language=language), 2)


def test_muniprog_alone_shows_what_there_is() -> None:
    text = said(muniprog(), 2)
    headings = [line for line in text.splitlines() if line.endswith(":") and not line.startswith(" ")]
    own = [f"{heading}:" for heading in HEADINGS]
    assert [heading for heading in headings if heading != "From plug-ins:"] == ["Options:", *own, "Examples:"]
    assert sorted(chain.from_iterable(HEADINGS.values())) == sorted(COMMANDS)


def test_help_names_the_reports_and_file_types_that_there_are() -> None:
    text = said(muniprog("report", "--help"))
    assert "timetable The timetable: goals by year" in " ".join(text.split())
    assert "html      Web page (.html, .htm)" in text


def test_help_fits_an_ordinary_terminal() -> None:
    text = said(muniprog("--help", COLUMNS="80"))
    assert max(map(len, text.splitlines())) <= 80


def test_a_command_that_muniprog_does_not_know_may_come_from_a_plug_in(monkeypatch: pytest.MonkeyPatch) -> None:
    publish = click.Command("publish", callback=lambda: click.echo("published"), short_help="Put it on the web.")
    monkeypatch.setattr("muniprog.cli.group._added", lambda: {"publish": publish})
    assert said(muniprog("publish")) == "published\n"
    assert "From plug-ins:\n  publish  Put it on the web.\n" in said(muniprog("--help"))


def test_hidden_commands_are_not_listed_and_need_no_help_option() -> None:
    group = SpokenGroup("group", help="A group.")
    group.add_command(click.Command("secret", hidden=True))
    bare = SpokenCommand("bare", add_help_option=False)
    context = click.Context(group)
    assert "Commands" not in group.get_help(context)
    assert bare.get_help_option(context) is None
    assert group.resolve_command(click.Context(group, resilient_parsing=True), ["no"])[1] is None


def test_an_option_keeps_its_english_words() -> None:
    @click.command(cls=SpokenCommand)
    @option("--name", help="Show the version and exit.", metavar="NAME")
    def command(name: str) -> None: ...

    parameter = command.params[0]
    assert isinstance(parameter, click.Option)
    command.get_help(click.Context(command))
    assert (parameter.help, parameter.metavar) == ("Show the version and exit.", "NAME")


@pytest.mark.filterwarnings("always::muniprog.errors.MuniprogWarning")
def test_what_muniprog_or_a_plug_in_warns_of_is_a_sentence_for_the_reader(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("MUNIPROG_LANGUAGE", "fi")
    with spoken_warnings():
        warnings.warn(MuniprogWarning(Text.of({"en": "The font is missing.", "fi": "Kirjasin puuttuu."})), stacklevel=1)
    with spoken_warnings(quiet=True):
        warnings.warn(MuniprogWarning(Text.of({"en": "Nobody hears this."})), stacklevel=1)
    assert capsys.readouterr().err == "muniprog: Kirjasin puuttuu.\n"


def test_a_warning_says_itself_in_each_language() -> None:
    warning = MuniprogWarning(Text.of({"en": "The font is missing.", "fi": "Kirjasin puuttuu."}))
    assert (str(warning), warning.spoken("fi")) == ("The font is missing.", "Kirjasin puuttuu.")


def test_other_warnings_are_shown_as_python_shows_them() -> None:
    with pytest.warns(UserWarning, match="ordinary"), spoken_warnings():
        warnings.warn("ordinary", UserWarning, stacklevel=1)


def test_what_nobody_foresaw_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(address: str) -> None:
        raise ZeroDivisionError(address)

    monkeypatch.setattr("muniprog.workspace.load", fail)
    assert isinstance(muniprog("show", "x").exception, ZeroDivisionError)


def test_a_program_that_calls_the_command_line_gets_the_errors_themselves(tmp_path: Path) -> None:
    from muniprog.errors import StorageError

    with pytest.raises(StorageError):
        main(["show", str(tmp_path)], standalone_mode=False)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied", "secret.yaml"), "“secret.yaml” cannot be used. The system says: "),
        (OSError("no disk"), "The system says: no disk."),
    ],
)
def test_what_the_system_refuses_is_one_sentence(monkeypatch: pytest.MonkeyPatch, error: OSError, words: str) -> None:
    def fail(address: str) -> None:
        raise error

    monkeypatch.setattr("muniprog.workspace.load", fail)
    text = said(muniprog("show", "x"), 2)
    assert text.startswith("muniprog: ")
    assert words in text
