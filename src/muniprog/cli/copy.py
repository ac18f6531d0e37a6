"""`muniprog copy`: one programme, or all that a storage holds, to another place."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from muniprog.cli.arguments import Address, Typed
from muniprog.cli.speech import SpokenCommand, argument, option, reader_language, say, translated, words
from muniprog.messages import message


@click.command(
    cls=SpokenCommand,
    short_help=words("Copy one programme, or all of a storage, to another place."),
    help=words(
        "Copy the programme at SOURCE, or all programmes of the storage there, to the storage at DESTINATION.\n\n"
        "Each programme is checked first and copied whole or not at all. What is there already and is the same is left "
        "alone, so that a copy that was interrupted goes on where it stopped.\n\n"
        "The exit code is 0 when everything is there, 1 when something was left out, 2 when the command could not be "
        "run."
    ),
    examples=(
        (words("Vasa's programme into a database:"), "muniprog copy vasa_2019_2022 sqlite:///programmes.db"),
        (words("Everything in it into folders:"), "muniprog copy sqlite:///programmes.db programmes/"),
    ),
)
@argument("source", type=Address(), metavar=words("SOURCE"))
@argument("destination", type=Address(), metavar=words("DESTINATION"))
@option("--update", is_flag=True, help=words("Replace a programme that is there already and differs."))
@option("--unchecked", is_flag=True, help=words("Copy also programmes in which the checks find errors."))
@option(
    "--note", type=Typed(), default="", metavar=words("TEXT"), help=words("What the history shall say of the copy.")
)
@option("--by", type=Typed(), default="", metavar=words("NAME"), help=words("Who copies, for the history."))
@click.pass_context
def copy(ctx: click.Context, source: str, destination: str, update: bool, unchecked: bool, note: str, by: str) -> None:
    """Copy, and say what became of the programmes."""
    from muniprog.copying import Outcome
    from muniprog.copying import copy as copy_programmes

    with _bar() as progress:
        copied = copy_programmes(
            source, destination, update=update, unchecked=unchecked, note=note, by=by, progress=progress
        )
    for programme in copied.left_out:
        say(message("“{id}” was left out. {reason}", id=programme.identifier, reason=programme.reason), err=True)
        for finding in programme.findings:
            click.echo(f"  {finding.spoken(reader_language())}", err=True)
    if copied.count(Outcome.DIFFERS) and not update:
        say(message("With --update, what differs is replaced."), err=True)
    say(
        message(
            "Copied: {copied}. Updated: {updated}. The same already: {same}. Left out: {left}.",
            copied=copied.count(Outcome.COPIED),
            updated=copied.count(Outcome.UPDATED),
            same=copied.count(Outcome.SAME),
            left=len(copied.left_out),
        )
    )
    if copied.left_out:
        ctx.exit(1)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """Show how far the copying has come, where somebody sits at a terminal."""
    from click.termui import progressbar

    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with progressbar(length=0, label=translated(words("Copying")), file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show
