"""`muniprog export`: a programme as a data file."""

from pathlib import Path

import click

from muniprog.cli.arguments import NameOf, address_argument, output_option, write_out
from muniprog.cli.speech import SpokenCommand, option, say, words
from muniprog.messages import message


@click.command(cls=SpokenCommand, help=words("Write a programme as a data file, such as JSON; see also `tables` for rows."))
@address_argument
@output_option
@option("--to", type=NameOf("formats"), metavar="FORMAT", help=words("Format, when the file's ending does not say it."))
def export(address: str, output: Path | None, to: str | None) -> None:
    """Write the file, and say what it could not carry."""
    from muniprog import workspace

    written = workspace.export(workspace.load(address), output, to=to or (None if output else "yaml"))
    if output is None:
        write_out(written.data, None)
    for path in written.losses:
        say(message("Left out, since the format cannot carry it: {path}.", path=".".join(map(str, path))), err=True)
