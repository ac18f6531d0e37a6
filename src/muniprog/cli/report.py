"""`muniprog report`: a programme as a document."""

from pathlib import Path

import click

from muniprog.cli.arguments import NameOf, address_argument, languages_option, output_option, write_out
from muniprog.cli.speech import SpokenCommand, option, words


@click.command(
    cls=SpokenCommand,
    help=words(
        "Print a report of a programme, such as `programme` (the whole, theme by theme) or `timetable`.\n\n"
        "`muniprog plugins` lists the reports and the file types that are there."
    ),
)
@click.argument("name", type=NameOf("reports"))
@address_argument
@output_option
@option("--to", type=NameOf("backends"), metavar="TYPE", help=words("Type of the file, when its ending does not say it."))
@languages_option
@option("--period", metavar="PERIOD", help=words("The period that the report is about, such as 2021."))
@option("--as-of", metavar="DATE", help=words("The day on which things stand, such as 2021-12-31."))
@option("--internal", is_flag=True, help=words("Print also what is marked internal."))
@option("--notes", is_flag=True, help=words("Print also the notes of those who keep the programme."))
def report(
    name: str,
    address: str,
    output: Path | None,
    to: str | None,
    languages: tuple[str, ...] | None,
    period: str | None,
    as_of: str | None,
    internal: bool,
    notes: bool,
) -> None:
    """Print the report."""
    from muniprog import workspace

    printed = workspace.report(
        name,
        workspace.load(address),
        languages=languages,
        period=period,
        as_of=as_of,
        internal=internal,
        notes=notes,
    )
    if output is None:
        write_out(printed.render(to or "text"), None)
    else:
        printed.save(output, to=to)
