"""Where the result of a command goes: to a file, to another program, or to the terminal."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniprog.cli.speech import reader_language
from muniprog.errors import MuniprogError, UnknownNameError
from muniprog.messages import message

if TYPE_CHECKING:
    from muniprog.messages import Spoken
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


def print_table(
    headings: Iterable["Spoken"],
    rows: Iterable[Sequence[str]],
    numbers: int = 0,
    widths: Sequence[int | None] | None = None,
) -> None:
    """Print a table; whatever looks like a number stays as it is.

    Args:
        headings: What stands above the columns.
        rows: The cells, whose own line breaks become spaces.
        numbers: How many of the last columns hold numbers, which stand to the right.
        widths: How wide each column may become before its lines break; None for a column that may be of any width.
    """
    from tabulate import tabulate

    language = reader_language()
    titles = [heading.spoken(language) for heading in headings]
    shown = [[" ".join(cell.split()) for cell in row] for row in rows]
    sides = ["left"] * (len(titles) - numbers) + ["right"] * numbers
    table = tabulate(
        shown, titles, disable_numparse=True, colalign=sides if shown else None, maxcolwidths=widths if shown else None
    )
    click.echo(table)


def terminal_width() -> int:
    """Return how many columns there are to write in."""
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((WIDEST, 24)).columns, WIDEST))


def _as_text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise MuniprogError(message("This is no text for a terminal; name a file with -o.")) from None
