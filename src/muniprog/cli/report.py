"""`muniprog report`: a programme as a document."""

from pathlib import Path

import click

from muniprog.cli.arguments import NameOf, Typed, address_argument, languages_option, output_option
from muniprog.cli.output import need_ending, write_out
from muniprog.cli.speech import SpokenCommand, argument, option, reader_language, translated, words


class ReportCommand(SpokenCommand):
    """The command `report`; its help names the reports and the file types that there are."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write which reports and file types there are, and then the examples."""
        from muniprog.workspace import plugins

        language = reader_language()
        reports = [(name, report.title.spoken(language)) for name, report in plugins().reports.items()]
        types = [
            (name, f"{backend.title.spoken(language)} ({', '.join(backend.suffixes)})")
            for name, backend in plugins().backends.items()
        ]
        for heading, rows in ((words("Reports"), reports), (words("File types"), types)):
            with formatter.section(translated(heading)):
                formatter.write_dl(rows)
        super().format_epilog(ctx, formatter)


@click.command(
    cls=ReportCommand,
    short_help=words("Print a programme as a document: a web page, text …"),
    help=words(
        "Print the report NAME of the programme at ADDRESS, in the terminal or as a file.\n\n"
        "The ending of the file's name chooses its type: `-o vasa.html` makes a web page."
    ),
    examples=(
        (words("The whole programme as a web page:"), "muniprog report programme vasa_2019_2022 -o vasa.html"),
        (words("The timetable in Swedish and Finnish:"), "muniprog report timetable vasa_2019_2022 -l sv,fi"),
        (
            words("How it stood in the round of a year:"),
            "muniprog report followup ourtown --period 2021 -o 2021.html",
        ),
        (
            words("What an owner answers for in all programmes:"),
            "muniprog report owners sqlite:///programmes.db --all --owner welcome-office",
        ),
    ),
)
@argument("name", type=NameOf("reports"), metavar=words("NAME"))
@address_argument
@output_option
@option(
    "--to",
    type=NameOf("backends"),
    metavar=words("TYPE"),
    help=words("Type of the file, when its ending does not say it."),
)
@languages_option
@option(
    "--period",
    type=Typed(),
    metavar=words("PERIOD"),
    help=words("The period that the report is about, such as 2021; the latest round when not given."),
)
@option("--as-of", metavar=words("DATE"), help=words("The day on which things stand, such as 2021-12-31."))
@option(
    "--owner",
    "owners",
    type=Typed(),
    multiple=True,
    metavar=words("OWNER"),
    help=words("An owner that the report is about, by identifier or name; give it again for another one."),
)
@option("--all", "everything", is_flag=True, help=words("One report of all programmes of the storage at ADDRESS."))
@option(
    "--look",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=words("FILE"),
    help=words("The file that says how the document looks; look.yaml beside the programme when not given."),
)
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
    owners: tuple[str, ...],
    everything: bool,
    look: Path | None,
    internal: bool,
    notes: bool,
) -> None:
    """Print the report."""
    from muniprog import workspace

    need_ending(output, to)
    printed = workspace.report(
        name,
        workspace.load_all(address) if everything else workspace.load(address),
        languages=languages,
        period=period,
        as_of=as_of,
        owners=owners,
        internal=internal,
        notes=notes,
        look=look,
    )
    if output is None:
        write_out(printed.render(to or "text"), None)
    else:
        printed.save(output, to=to)
