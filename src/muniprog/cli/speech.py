"""The language of the command line: help and messages in the language of whoever sits at the terminal.

Nothing here is translated before it is shown, and the catalogues are opened only then.
"""

import os
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from muniprog.messages import Spoken

VARIABLES = ("MUNIPROG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""The environment variables that name the reader's language, the most particular first."""

Command = TypeVar("Command", bound=Callable[..., Any] | click.Command)

_CODE = re.compile("([A-Za-z]{2,3})(?![A-Za-z])")

Example = tuple[str, str]
"""What an example shows, and the command."""


def words(english: str) -> str:
    """Mark a text of the help for translation; it is translated when it is shown."""
    return english


def plural_words(singular: str, plural: str) -> tuple[str, str]:
    """Mark a text that follows a number for translation."""
    return singular, plural


def named_languages() -> tuple[str, ...]:
    """Return the languages that the environment names, such as `("fi", "sv")`, whether muniprog speaks them or not."""
    found = (_CODE.match(os.environ.get(variable, "")) for variable in VARIABLES)
    return tuple(code[1].lower() for code in found if code)


def reader_language(*instead: str) -> str:
    """Return the language to speak: the first that the environment names, else the first of `instead`, else English."""
    from muniprog.messages import LANGUAGES

    return next((language for language in (*named_languages(), *instead) if language in LANGUAGES), "en")


def translated(english: str) -> str:
    """Return a marked text in the reader's language."""
    if not english or not named_languages():
        return english
    from muniprog.messages import catalogue

    return catalogue(reader_language()).gettext(english)


def say(spoken: "Spoken", *instead: str, err: bool = False) -> None:
    """Print a sentence in the reader's language."""
    click.echo(spoken.spoken(reader_language(*instead)), err=err)


def say_error(error: "Spoken") -> None:
    """Print what went wrong to the error stream."""
    click.echo(f"muniprog: {error.spoken(reader_language())}", err=True)


@contextmanager
def spoken_warnings(*, quiet: bool = False) -> Iterator[None]:
    """Say what muniprog and its plug-ins warn of as sentences, or not at all, for as long as the block runs."""
    with warnings.catch_warnings():
        ordinary = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            from muniprog.errors import MuniprogWarning

            if not isinstance(message, MuniprogWarning):
                ordinary(message, category, filename, lineno, file, line)
            elif not quiet:
                say_error(message)

        warnings.showwarning = show
        yield


class SpokenArgument(click.Argument):
    """An argument whose name is shown in the reader's language."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the argument as the line of usage shows it."""
        with _in_readers_language(self, "metavar"):
            return super().make_metavar(ctx)


class SpokenOption(click.Option):
    """An option whose help is shown in the reader's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option as written and its meaning."""
        with _in_readers_language(self, "help", "metavar"):
            return super().get_help_record(ctx)


class SpokenCommand(click.Command):
    """A command whose help is shown in the reader's language.

    Args:
        settings: As for any command of click.
        examples: What the command is used for, shown at the end of its help.
    """

    def __init__(self, *args: Any, examples: Sequence[Example] = (), **settings: Any) -> None:
        settings.setdefault("options_metavar", words("[OPTIONS]"))
        super().__init__(*args, **settings)
        self.examples = tuple(examples)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`; click keeps one for all languages."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = translated(words("Show this message and exit."))
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands after the command in the line of usage."""
        with _in_readers_language(self, "options_metavar"):
            return super().collect_usage_pieces(ctx)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        with _in_readers_language(self, "help"):
            super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        if not self.examples:
            return
        with formatter.section(translated(words("Examples"))):
            for shows, typed in self.examples:
                formatter.write_text(translated(shows))
                with formatter.indentation():
                    formatter.write(f"{'':>{formatter.current_indent}}{typed}\n")

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return one sentence on what the command does; it is not cut, as it may take several lines."""
        return translated(self.short_help or self.help or "")


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands whose help is shown in the reader's language."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("subcommand_metavar", words("COMMAND [ARGUMENTS]..."))
        super().__init__(*args, **settings)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands after the command in the line of usage."""
        with _in_readers_language(self, "subcommand_metavar"):
            return super().collect_usage_pieces(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called, or refuse with the one that was probably meant."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            from muniprog.errors import UnknownNameError
            from muniprog.messages import message

            unknown = UnknownNameError(message("command"), args[0], self.list_commands(ctx))
            ctx.fail(unknown.spoken(reader_language()))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, under their headings."""
        for heading, names in self.headings(ctx):
            found = ((name, self.get_command(ctx, name)) for name in names)
            rows = [(name, command.get_short_help_str()) for name, command in found if command and not command.hidden]
            if rows:
                with formatter.section(translated(heading)):
                    formatter.write_dl(rows)

    def headings(self, ctx: click.Context) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield headings and the commands that stand under them."""
        yield words("Commands"), self.list_commands(ctx)


def option(*names: str, help: str, **settings: Any) -> Callable[[Command], Command]:  # noqa: A002  click's own word
    """Return a decorator that gives a command an option with translated help."""
    return click.option(*names, cls=SpokenOption, help=help, **settings)


def argument(name: str, *, metavar: str | None = None, **settings: Any) -> Callable[[Command], Command]:
    """Return a decorator that gives a command an argument with a translated name."""
    return click.argument(name, cls=SpokenArgument, metavar=metavar, **settings)


@contextmanager
def _in_readers_language(shown: object, *attributes: str) -> Iterator[None]:
    """Give what click is about to show its translated texts; what is kept stays English."""
    english = {name: getattr(shown, name) for name in attributes}
    for name, text in english.items():
        setattr(shown, name, translated(text) if text else text)
    try:
        yield
    finally:
        for name, text in english.items():
            setattr(shown, name, text)
