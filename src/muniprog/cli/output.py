"""Where the result of a command goes: to a file, to another program, or to the terminal."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniprog.errors import MuniprogError, UnknownNameError
from muniprog.messages import message

if TYPE_CHECKING:
    from muniprog.model import Programme

WIDEST = 100
"""Longer lines are hard to read, however wide the terminal is."""


def content_language(programme: "Programme", asked: str | None) -> str:
    """Return the language to show a programme in.

    Raises:
        UnknownNameError: The programme does not have the language that was asked for.
    """
    if asked is None:
        return programme.record
    if asked not in programme.languages:
        raise UnknownNameError(message("language"), asked, programme.languages)
    return asked


def need_ending(output: Path | None, to: str | None) -> None:
    """Do nothing if the type of a file can be told.

    Raises:
        MuniprogError: Neither a type nor an ending is there.
    """
    if output is not None and to is None and not output.suffix:
        raise MuniprogError(
            message("“{file}” has no ending that says what type of file it is; add one, or use --to.", file=output.name)
        )


def write_out(data: bytes, output: Path | None) -> None:
    """Write bytes to a file, to another program as they are, or to the terminal as it can show them.

    Raises:
        StorageError: The file cannot be written.
        MuniprogError: They are no text, and there is only a terminal to write them to.
    """
    if output is not None:
        from muniprog.workspace import write_file

        write_file(output, data)
    elif sys.stdout.isatty():
        click.echo(_as_text(data), nl=False)
    else:
        click.echo(data, nl=False)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    click.echo("\n".join(lines))


def terminal_width() -> int:
    """Return how many columns there are to write in."""
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((WIDEST, 24)).columns, WIDEST))


def _as_text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise MuniprogError(message("This is no text for a terminal; name a file with -o.")) from None
