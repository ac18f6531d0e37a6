"""`muniprog followup open`: a round begins, and whoever answers for something is asked."""

from datetime import date

import click

from muniprog.cli.arguments import Typed, address_argument
from muniprog.cli.followup.arguments import day_of, on_option, period_argument
from muniprog.cli.speech import SpokenCommand, option, say, words
from muniprog.messages import message, plural_message


@click.command(
    name="open",
    cls=SpokenCommand,
    short_help=words("Open a round: who is asked for what, and until when."),
    help=words(
        "Open the round of follow-up for PERIOD.\n\n"
        "Whoever answers for something on that day is asked: about actions, goals without actions, and indicators "
        "that nothing computes. What was done or cancelled in an earlier round is not asked about again."
    ),
    examples=(
        (
            words("The round of 2020, answers wanted by 31 January:"),
            "muniprog followup open ourtown 2020 --on 2020-12-15 --deadline 2021-01-31",
        ),
        (
            words("With somebody who approves the answers:"),
            'muniprog followup open ourtown 2020 --on 2020-12-15 --approver "head of planning"',
        ),
    ),
)
@address_argument
@period_argument
@on_option
@option("--deadline", callback=day_of, metavar=words("DATE"), help=words("The day by which answers are wanted."))
@option(
    "--approver",
    type=Typed(),
    metavar=words("ROLE"),
    help=words("The role that approves the answers; they need no approval when not given."),
)
@option("--title", type=Typed(), metavar=words("TITLE"), help=words("What the round is called, in the first language."))
def open_(address: str, period: str, on: date, deadline: date | None, approver: str | None, title: str | None) -> None:
    """Open the round and tell who is asked."""
    from muniprog.followup.asking import who_is_asked
    from muniprog.followup.finding import find_round
    from muniprog.followup.opening import open_round
    from muniprog.workspace import load, save

    before = load(address)
    programme = open_round(before, period, opened_on=on, deadline=deadline, approver=approver, title=title)
    opened = find_round(programme, period)
    note = message("The round of follow-up {period} was opened.", period=opened.period.raw)
    save(programme, note=note.spoken(programme.record))
    items = {item for request in opened.asked for item in request.items}
    say(
        message(
            "The round {period} is open. Asked are {owners} about {items}. Next, write the forms: "
            "muniprog followup forms.",
            period=opened.period.raw,
            owners=plural_message("{count} owner", "{count} owners", len(opened.asked)),
            items=plural_message("{count} item", "{count} items", len(items)),
        )
    )
    for unasked in who_is_asked(before, opened.period, on).unasked:
        say(unasked)
