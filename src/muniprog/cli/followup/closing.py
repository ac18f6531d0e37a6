"""`muniprog followup close` and `reopen`: a round is frozen with a record of its day; it opens again with a reason."""

from datetime import date

import click

from muniprog.cli.arguments import Typed, address_argument
from muniprog.cli.followup.arguments import on_option, period_argument
from muniprog.cli.speech import SpokenCommand, option, reader_language, say, words
from muniprog.messages import message


@click.command(
    cls=SpokenCommand,
    short_help=words("Close a round: from then on it never changes."),
    help=words(
        "Close the round of follow-up for PERIOD, with the programme and the figures as they are on that day.\n\n"
        "A closed round never changes, and its report stays the same whatever happens to the programme later. What is "
        "still open in it is told: questions without an answer, answers that were sent back or are not approved. With "
        "--anyway it is closed all the same, and the record tells what was open."
    ),
    examples=(
        (words("Close the round of 2020:"), "muniprog followup close ourtown 2020 --on 2021-03-01"),
        (
            words("Although somebody has not answered:"),
            "muniprog followup close ourtown 2020 --on 2021-03-01 --anyway",
        ),
    ),
)
@address_argument
@period_argument
@on_option
@option("--anyway", is_flag=True, help=words("Close it although something in it is still open."))
def close(address: str, period: str, on: date, anyway: bool) -> None:
    """Close the round, and tell what was open in it."""
    from muniprog.followup.closing import close_round, open_questions
    from muniprog.followup.finding import find_round
    from muniprog.workspace import load, save

    programme = load(address)
    closed = close_round(programme, period, on=on, despite_unanswered=anyway)
    written = find_round(closed, period).period.raw
    save(closed, note=f"Close the round of follow-up {written}")
    for finding in open_questions(programme, period, on=on):
        click.echo(finding.spoken(reader_language()), err=True)
    say(message("The round {period} is closed as of {day}, and does not change any more.", period=written, day=on))


@click.command(
    cls=SpokenCommand,
    short_help=words("Open a closed round again, with a reason."),
    help=words(
        "Open the closed round of follow-up for PERIOD again.\n\n"
        "When, by whom and why stays written in the round, also when it is closed again. The record of the day on "
        "which it had been closed is taken away; the history of the storage keeps it."
    ),
    examples=(
        (
            words("A number was wrong:"),
            'muniprog followup reopen ourtown 2020 --on 2021-03-20 --by "head of planning" '
            '--reason "The number of participants was wrong."',
        ),
    ),
)
@address_argument
@period_argument
@on_option
@option("--by", type=Typed(), metavar=words("ROLE"), help=words("The role that opens it again."))
@option("--reason", type=Typed(), required=True, metavar=words("TEXT"), help=words("Why, in the first language."))
def reopen(address: str, period: str, on: date, by: str | None, reason: str) -> None:
    """Open the round again."""
    from muniprog.followup.closing import reopen_round
    from muniprog.followup.finding import find_round
    from muniprog.workspace import load, save

    programme = reopen_round(load(address), period, on=on, by=by, reason=reason)
    written = find_round(programme, period).period.raw
    save(programme, note=f"Open the round of follow-up {written} again")
    say(message("The round {period} is open again.", period=written))
