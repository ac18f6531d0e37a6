"""Every command and option of the command line, from the commands themselves."""

import inspect
from collections.abc import Iterator

import click

from muniprog.cli import main
from muniprog_docs.markdown import code, table


def commands() -> str:
    """Return a section for each command: what it does, how it is called, its options."""
    return "\n".join(_section(context) for context in contexts())


def contexts() -> Iterator[click.Context]:
    """Yield a context for `muniprog` itself and then for each command and subcommand, in alphabetical order."""
    yield from _below(_context(main, "muniprog", None))


def _below(context: click.Context) -> Iterator[click.Context]:
    yield context
    command = context.command
    if isinstance(command, click.Group):
        for name in sorted(command.list_commands(context)):
            found = command.get_command(context, name)
            if found is not None:
                yield from _below(_context(found, name, context))


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(command, parent=parent, info_name=name, **command.context_settings)


def _section(context: click.Context) -> str:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    said = [record for parameter in command.get_params(context) if (record := parameter.get_help_record(context))]
    options = table(["Option", "Meaning"], [[code(written), meaning] for written, meaning in said if meaning])
    help_text = inspect.cleandoc(command.help or "").replace("\b\n", "")
    return f"## {context.command_path}\n\n```text\n{usage}\n```\n\n{help_text}\n\n{options if said else ''}"
