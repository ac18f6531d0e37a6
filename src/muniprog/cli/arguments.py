"""The arguments and options that several commands have, with completion."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from muniprog.cli.speech import Languages, option, words

if TYPE_CHECKING:
    from muniprog.model import Programme


class Address(click.ParamType):
    """The address of a programme; completes the names of installed programmes and paths."""

    name = "address"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the installed programmes that begin so, and let the shell add paths."""
        from muniprog.workspace import plugins

        names = [name for name in plugins().programmes if name.startswith(incomplete)]
        return [*(CompletionItem(name) for name in names), CompletionItem(incomplete, type="file")]


class NameOf(click.ParamType):
    """The name of a contribution of one kind, such as a report; completes the names that there are."""

    name = "name"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin so."""
        from muniprog.workspace import plugins

        return [CompletionItem(name) for name in getattr(plugins(), self.kind) if name.startswith(incomplete)]


def address_argument(function: Any) -> Any:
    """Give a command the argument ADDRESS."""
    return click.argument("address", type=Address())(function)


def language_option(function: Any) -> Any:
    """Give a command the option for the language of what it prints."""
    return option(
        "-l",
        "--language",
        metavar="LANGUAGE",
        help=words("Language of the texts; the programme's first language when not given."),
    )(function)


def languages_option(function: Any) -> Any:
    """Give a command the option for one or more languages."""
    return option(
        "-l",
        "--language",
        "languages",
        type=Languages(),
        metavar="LANGUAGE[,LANGUAGE]",
        help=words("Language of the report; two with a comma between them are printed side by side."),
    )(function)


def output_option(function: Any) -> Any:
    """Give a command the option for the file that it writes."""
    return option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=words("File to write; its ending chooses the type. Printed in the terminal when not given."),
    )(function)


def content_language(programme: "Programme", asked: str | None) -> str:
    """Return the language to show a programme in.

    Raises:
        UnknownNameError: The programme does not have the language that was asked for.
    """
    from muniprog.errors import UnknownNameError
    from muniprog.messages import message

    if asked is None:
        return programme.record
    if asked not in programme.languages:
        raise UnknownNameError(message("language"), asked, programme.languages)
    return asked


def write_out(data: bytes, output: Path | None) -> None:
    """Write bytes to a file, or to the terminal."""
    if output is None:
        click.get_binary_stream("stdout").write(data)
        return
    from muniprog.workspace import write_file

    write_file(output, data)
