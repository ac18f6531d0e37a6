"""`muniprog check`: everything that is wrong with a programme, and everything that deserves a second look."""

import sys

import click

from muniprog.cli.arguments import address_argument, speech_option
from muniprog.cli.speech import SpokenCommand, option, reader_language, words
from muniprog.source import Severity

FORMS = ("text", "json", "github", "gitlab", "sarif")
ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@click.command(
    cls=SpokenCommand,
    short_help=words("Find what is wrong and what deserves a second look."),
    help=words(
        "Find what is wrong with the programme at ADDRESS and what deserves a second look.\n\n"
        "Errors must be put right, warnings want your eye, notes are worth knowing. The exit code is 0 when there is "
        "nothing to say, 1 when there are findings, 2 when the command could not be run."
    ),
    examples=(
        (words("Look through a programme:"), "muniprog check ourtown"),
        (words("Let only errors stop an automatic run:"), "muniprog check ourtown --fail-on error"),
    ),
)
@address_argument
@option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help=words("How the findings are written: for people, for programs, or for the page of a code host."),
)
@option("--silenced", is_flag=True, help=words("Show also what the programme silences, each with its reason."))
@option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in ORDER]),
    default="warning",
    show_default=True,
    help=words("The least serious findings that make the exit code 1."),
)
@speech_option
def check(address: str, form: str, silenced: bool, fail_on: str, language: str | None) -> None:
    """Print the findings."""
    from muniprog.findings import findings_annotations, findings_json, findings_text
    from muniprog.inspecting import inspect

    inspected = inspect(address, silenced=silenced)
    speaks = language or reader_language(*inspected.languages)
    if form == "text":
        printed = findings_text(inspected.findings, speaks)
    elif form == "json":
        printed = findings_json(inspected.findings, speaks)
    else:
        printed = findings_annotations(inspected.findings, speaks, form)
    click.echo(printed, nl=False)
    serious = ORDER[: ORDER.index(Severity(fail_on)) + 1]
    if any(finding.severity in serious and finding.silenced is None for finding in inspected.findings):
        sys.exit(1)
