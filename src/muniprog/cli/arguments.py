"""The arguments and options that several commands have, with completion."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem
from click.types import StringParamType

from muniprog.cli.speech import Command, argument, option, reader_language, words
from muniprog.messages import LANGUAGES, Message, message

YAML_SUFFIXES = (".yaml", ".yml")
MAIN_FILE = "programme.yaml"


class Typed(StringParamType):
    """Words that somebody typed, read as UTF-8 also where the terminal's own encoding knows no å."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words."""
        return as_typed(str(value))


class Address(StringParamType):
    """The address of a programme; completes the names of installed programmes and paths."""

    name = "address"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the installed programmes that begin so, and let the shell add paths."""
        from muniprog.workspace import plugins

        # What is a file comes first: bash forgets everything that was offered before it.
        return [CompletionItem(incomplete, type="file"), *_items(plugins().programmes, incomplete)]


class Identifier(Typed):
    """The identifier of something in the programme whose address stands before it."""

    name = "identifier"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the identifiers that begin so; none where the programme cannot be loaded."""
        from muniprog.errors import MuniprogError
        from muniprog.workspace import load

        try:
            programme = load(ctx.params.get("address") or "")
        except MuniprogError:
            return []
        return [
            CompletionItem(entry.id, help=str(entry.title))
            for entry in programme.entries()
            if entry.id.startswith(incomplete)
        ]


class NameOf(StringParamType):
    """The name of a contribution of one kind, such as a report; completes the names that there are."""

    name = "name"

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin so."""
        from muniprog.workspace import plugins

        return list(_items(getattr(plugins(), self.kind), incomplete))


def languages_of(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """Return languages that are written with commas between them, `sv` or `sv,fi`, each once.

    Raises:
        BadParameter: There is none, or one is no code of a language.
    """
    import re

    from muniprog.language import LANGUAGE_TAG

    if value is None:
        return None
    found = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    for tag in found:
        if re.fullmatch(LANGUAGE_TAG, tag) is None:
            wrong = message("“{tag}” is not the code of a language, such as sv, fi or en.", tag=as_typed(tag))
            raise click.BadParameter(wrong.spoken(reader_language()), ctx, param)
    if not found:
        raise click.BadParameter(message("No language is named.").spoken(reader_language()), ctx, param)
    return found


def output_file(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Return the file to write. It may be there already, but never be a file in which a programme is kept.

    Raises:
        BadParameter: It cannot or may not be written.
    """
    sentence = next(_objections(value), None) if value is not None else None
    if sentence is not None:
        raise click.BadParameter(sentence.spoken(reader_language()), ctx, param)
    return value


def _objections(path: Path) -> Iterator[Message]:
    if path.is_dir():
        yield message("“{path}” is a folder.", path=shown(path))
    elif not path.parent.is_dir():
        yield message("There is no folder “{folder}”.", folder=shown(path.parent))
    elif path.is_file() and path.suffix in YAML_SUFFIXES and _keeps_a_programme(path.parent):
        yield message("“{path}” belongs to a programme that is kept here; choose another file.", path=shown(path))


def _keeps_a_programme(folder: Path) -> bool:
    """Return whether a folder is that of a programme, or of its themes or rounds."""
    return any((each / MAIN_FILE).is_file() for each in (folder, folder.parent))


def as_typed(text: str) -> str:
    """Return what was typed, also where Python did not know its letters and kept their bytes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def shown(path: Path) -> str:
    """Return a path as it was typed."""
    return as_typed(str(path))


def address_argument(function: Command) -> Command:
    """Give a command the argument ADDRESS."""
    return argument("address", type=Address(), metavar=words("ADDRESS"))(function)


def language_option(function: Command) -> Command:
    """Give a command the option for the language of the programme's texts."""
    return option(
        "-l",
        "--language",
        metavar=words("LANGUAGE"),
        help=words("Language of the texts, such as sv; the programme's first language when not given."),
    )(function)


def speech_option(function: Command) -> Command:
    """Give a command the option for the language of muniprog's own sentences."""
    return option(
        "-l",
        "--language",
        type=click.Choice(LANGUAGES),
        help=words("Language of the findings; yours, or else the programme's, when not given."),
    )(function)


def languages_option(function: Command) -> Command:
    """Give a command the option for one or more languages."""
    return option(
        "-l",
        "--language",
        "languages",
        callback=languages_of,
        metavar=words("LANGUAGE[,LANGUAGE]"),
        help=words("Language of the report; two with a comma between them are printed side by side."),
    )(function)


def output_option(function: Command) -> Command:
    """Give a command the option for the file that it writes."""
    return option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        callback=output_file,
        metavar=words("FILE"),
        help=words("File to write; its ending chooses the type. Printed in the terminal when not given."),
    )(function)


def _items(names: Iterable[str], incomplete: str) -> Iterator[CompletionItem]:
    return (CompletionItem(name) for name in names if name.startswith(incomplete))
