"""The language of the command line: help and messages in the language of whoever sits at the terminal."""

import os
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import click

from muniprog.messages import LANGUAGES, Spoken, catalogue

VARIABLES = ("MUNIPROG_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def words(english: str) -> str:
    """Mark a text of the help for translation; it is translated when it is shown."""
    return english


def reader_language(*instead: str) -> str:
    """Return the language to speak: the first that the environment names, else the first of `instead`, else English."""
    named = (os.environ.get(variable, "").partition("_")[0].partition("-")[0].partition(".")[0] for variable in VARIABLES)
    return next((language for language in (*named, *instead) if language.lower() in LANGUAGES), "en").lower()


def translated(english: str) -> str:
    """Return a marked text in the reader's language."""
    return catalogue(reader_language()).gettext(english) if english else ""


def say(spoken: Spoken, *instead: str, err: bool = False) -> None:
    """Print a sentence in the reader's language."""
    click.echo(spoken.spoken(reader_language(*instead)), err=err)


def say_error(error: Spoken) -> None:
    """Print what went wrong to the error stream."""
    click.echo(f"muniprog: {error.spoken(reader_language())}", err=True)


class SpokenOption(click.Option):
    """An option whose help is shown in the reader's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option as written and its meaning."""
        english, self.help = self.help, translated(self.help or "")
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = english


class SpokenCommand(click.Command):
    """A command whose help is shown in the reader's language."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        english, self.help = self.help, translated(self.help or "")
        try:
            super().format_help_text(ctx, formatter)
        finally:
            self.help = english

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the first sentence of what the command does."""
        return translated(self.help or "").partition("\n\n")[0]


class SpokenGroup(click.Group, SpokenCommand):
    """A group of commands whose help is shown in the reader's language."""

    command_class = SpokenCommand

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the commands are for."""
        SpokenCommand.format_help_text(self, ctx, formatter)


def option(*names: str, help: str, **settings: Any) -> Any:  # noqa: A002  click's own word
    """Return a decorator that gives a command an option with translated help."""
    return click.option(*names, cls=SpokenOption, help=help, **settings)


class Languages(click.ParamType):
    """One or more languages, separated by commas: `sv` or `sv,fi`."""

    name = "languages"

    def convert(
        self, value: str | Sequence[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the languages in the order in which they are given."""
        parts = value.split(",") if isinstance(value, str) else value
        return tuple(part.strip() for part in parts if part.strip())
