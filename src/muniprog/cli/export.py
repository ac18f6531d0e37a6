"""`muniprog export`: a programme as a data file."""

from pathlib import Path

import click

from muniprog.cli.arguments import NameOf, address_argument, output_option
from muniprog.cli.output import need_ending, write_out
from muniprog.cli.speech import SpokenCommand, option, say, words
from muniprog.messages import message


@click.command(
    cls=SpokenCommand,
    short_help=words("Write a whole programme as a data file, such as JSON."),
    help=words(
        "Write the programme at ADDRESS as a data file that other programs read, such as JSON.\n\n"
        "For single tables, such as all actions, use `muniprog tables`; for documents, `muniprog report`."
    ),
    examples=(
        (words("As JSON:"), "muniprog export vasa_2019_2022 -o vasa.json"),
        (words("In one YAML file:"), "muniprog export vasa_2019_2022 -o vasa.yaml"),
    ),
)
@address_argument
@output_option
@option(
    "--to",
    type=NameOf("formats"),
    metavar=words("FORMAT"),
    help=words("Format, when the file's ending does not say it."),
)
def export(address: str, output: Path | None, to: str | None) -> None:
    """Write the file, and say what it could not carry."""
    from muniprog import workspace

    need_ending(output, to)
    written = workspace.export(workspace.load(address), output, to=to or (None if output else "yaml"))
    if output is None:
        write_out(written.data, None)
    for path in written.losses:
        say(message("Left out, since the format cannot carry it: {path}.", path=".".join(map(str, path))), err=True)
