"""`muniprog plugins`: what is there, what each plug-in gives, and what does not work and why."""

import click

from muniprog.cli.speech import SpokenCommand, option, reader_language, spoken_warnings, words
from muniprog.messages import Spoken, message

KINDS: dict[str, Spoken] = {
    "storages": message("storages"),
    "formats": message("formats"),
    "reports": message("reports"),
    "backends": message("report backends"),
    "form_files": message("form files"),
    "checks": message("checks"),
    "programmes": message("programmes"),
    "commands": message("commands"),
}
STATES: dict[str, Spoken] = {
    "works": message("works"),
    "failed": message("does not work"),
    "off": message("switched off"),
}


@click.command(
    cls=SpokenCommand,
    short_help=words("List the plug-ins, what each gives, and what does not work."),
    help=words(
        "List muniprog's own parts and the plug-ins: what each of them gives, and what does not work and why.\n\n"
        "The exit code is 1 when a plug-in does not work."
    ),
)
@option("--checks", is_flag=True, help=words("List the checks by name too, not only how many there are."))
@click.pass_context
def plugins(ctx: click.Context, checks: bool) -> None:
    """Print the list."""
    from muniprog import workspace

    language = reader_language()
    with spoken_warnings(quiet=True):  # the list says the same
        found = workspace.plugins()
        rows = found.describe()
        contests = found.contests()
    for row in rows:
        where = f" ({row.distribution} {row.version})" if row.distribution else ""
        click.echo(f"{row.name}{where}: {STATES[row.state].spoken(language)}")
        for kind, names in row.gives.items():
            listed = str(len(names)) if kind == "checks" and not checks else ", ".join(names)
            click.echo(f"  {KINDS[kind].spoken(language)}: {listed}")
        for failure in row.failures:
            click.echo(f"  {failure.spoken(language)}")
        for notice in row.notices:
            click.echo(f"  {notice.spoken(language)}")
    for contest in contests:
        click.echo(contest.spoken(language))
    if any(row.failures for row in rows):
        ctx.exit(1)
