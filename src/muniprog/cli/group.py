"""`muniprog` itself: finds the command that is called, and turns errors into sentences and exit codes."""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from muniprog import __version__
from muniprog.cli.click_words import click_speaks
from muniprog.cli.speech import SpokenGroup, SpokenOption, reader_language, say_error, spoken_warnings, words
from muniprog.collector import seldom, without_last_look

if TYPE_CHECKING:
    from muniprog.messages import Spoken

COMMANDS = {
    "show": "muniprog.cli.show:show",
    "check": "muniprog.cli.check:check",
    "report": "muniprog.cli.report:report",
    "export": "muniprog.cli.export:export",
    "tables": "muniprog.cli.tables:tables",
    "followup": "muniprog.cli.followup:followup",
    "new": "muniprog.cli.new:new",
    "ids": "muniprog.cli.ids:ids",
    "schema": "muniprog.cli.schema:schema",
    "copy": "muniprog.cli.copy:copy",
    "storage": "muniprog.cli.storage:storage",
    "plugins": "muniprog.cli.plugins:plugins",
    "completion": "muniprog.cli.completion:completion",
}
"""The commands in the order in which help lists them, and where each is found."""

HEADINGS: dict[str, tuple[str, ...]] = {
    words("Look at a programme"): ("show", "check"),
    words("Make documents and files"): ("report", "export", "tables"),
    words("Follow up"): ("followup",),
    words("Write a programme"): ("new", "ids", "schema"),
    words("Keep programmes"): ("copy", "storage"),
    words("Set muniprog up"): ("plugins", "completion"),
}

FINDINGS, USAGE = 1, 2
"""The exit codes: something was found that should be looked at; the command could not be run."""

COMPLETION = "_MUNIPROG_COMPLETE"
"""The environment variable by which a shell asks for completion."""


class Muniprog(SpokenGroup):
    """The group of all commands: muniprog's own and those that plug-ins add."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, muniprog's own first."""
        return [*COMMANDS, *_added()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; plug-ins are asked only for what muniprog itself does not have."""
        if cmd_name in COMMANDS:
            module, _, attribute = COMMANDS[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), attribute)
            return command
        return _added().get(cmd_name)

    def headings(self, ctx: click.Context) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield headings and the commands that stand under them."""
        yield from HEADINGS.items()
        yield words("From plug-ins"), tuple(_added())

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run the command line; what muniprog refuses becomes a sentence in the reader's language and an exit code."""
        _prepare(sys.stdout)
        _prepare(sys.stderr)
        without_last_look()
        completing = COMPLETION in os.environ  # then nothing but completions belongs into the terminal
        with seldom(), click_speaks(), spoken_warnings(quiet=completing):
            try:
                return super().main(*args, **settings)
            except Exception as error:
                refusal = _refusal(error)
                if refusal is None or not settings.get("standalone_mode", True):
                    raise
                if not completing:
                    say_error(refusal)
                sys.exit(_code(refusal))


def _added() -> "dict[str, click.Command]":
    from muniprog.workspace import plugins

    return dict(plugins().commands(reader_language()))


def _prepare(stream: Any) -> None:
    """See to it that no output fails for want of a letter. What goes to a file or another program is UTF-8."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _code(refusal: "Spoken") -> int:
    from muniprog.errors import SourceError

    return FINDINGS if isinstance(refusal, SourceError) else USAGE


def _refusal(error: Exception) -> "Spoken | None":
    """Return what was refused, in words; None for what nobody foresaw."""
    from muniprog.errors import MuniprogError
    from muniprog.messages import message

    if isinstance(error, MuniprogError):
        return error
    if isinstance(error, OSError):
        cause = error.strerror or str(error)
        file = error.filename if isinstance(error.filename, str) else ""
        return message("“{file}” cannot be used. The system says: {cause}.", file=file, cause=cause)
    return None


@click.group(
    cls=Muniprog,
    help=words(
        "Keep a municipality's programme as data: look at it, check it, and print it.\n\n"
        "A programme is named by its ADDRESS: the folder that it is kept in, a file, or the name of an installed "
        "programme such as vasa_2019_2022. `muniprog COMMAND --help` tells more about a command."
    ),
    examples=(
        (words("See what is in a programme:"), "muniprog show vasa_2019_2022"),
        (words("Print it as a web page:"), "muniprog report programme vasa_2019_2022 -o vasa.html"),
        (words("Begin one of your own:"), 'muniprog new ourtown --title "Our town 2027–2030" --period 2027–2030 -l en'),
    ),
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
@click.version_option(
    __version__,
    cls=SpokenOption,
    prog_name="muniprog",
    message="%(prog)s %(version)s",
    help=words("Show the version and exit."),
)
def muniprog() -> None:
    """Run one of the commands."""
