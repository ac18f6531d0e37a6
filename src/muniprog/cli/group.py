"""`muniprog` itself: finds the command that is called, and turns errors into sentences and exit codes."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from muniprog import __version__
from muniprog.cli.speech import SpokenGroup, reader_language, say_error, words

COMMANDS = {
    "show": "muniprog.cli.show:show",
    "check": "muniprog.cli.check:check",
    "report": "muniprog.cli.report:report",
    "export": "muniprog.cli.export:export",
    "tables": "muniprog.cli.tables:tables",
    "schema": "muniprog.cli.schema:schema",
    "new": "muniprog.cli.new:new",
    "ids": "muniprog.cli.ids:ids",
    "plugins": "muniprog.cli.plugins:plugins",
    "completion": "muniprog.cli.completion:completion",
}
"""The commands in the order in which help lists them, and where each is found."""


class Muniprog(SpokenGroup):
    """The group of all commands: muniprog's own and those that plug-ins add."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, muniprog's own first."""
        from muniprog.workspace import plugins

        return [*COMMANDS, *plugins().commands(reader_language())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; plug-ins are asked only for what muniprog itself does not have."""
        if cmd_name in COMMANDS:
            module, _, attribute = COMMANDS[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), attribute)
            return command
        from muniprog.workspace import plugins

        return plugins().commands(reader_language()).get(cmd_name)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line. No output ever fails for want of a letter in the terminal's encoding."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what muniprog refuses becomes a sentence in the reader's language and an exit code."""
        from muniprog.errors import MuniprogError, SourceError

        try:
            return super().invoke(ctx)
        except MuniprogError as error:
            say_error(error)
            ctx.exit(1 if isinstance(error, SourceError) else 2)


@click.group(
    cls=Muniprog,
    help=words(
        "Keep a municipality's programme as data: look at it, check it, and print it.\n\n"
        "ADDRESS is the name of an installed programme (vasa_2019_2022), the folder of a programme, or a file."
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="muniprog", message="%(prog)s %(version)s", help=words("Show the version."))
def muniprog() -> None:
    """Run one of the commands."""
    os.environ.setdefault("COLUMNS", "100")
