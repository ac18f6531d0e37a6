"""`muniprog followup approve` and `send-back`: answers are approved, or go back with a reason."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from muniprog.cli.arguments import Identifier, Typed, address_argument
from muniprog.cli.followup.arguments import on_option, period_argument
from muniprog.cli.speech import Command, SpokenCommand, argument, option, say, words
from muniprog.messages import message, plural_message

if TYPE_CHECKING:
    from muniprog.model import FollowUp


def _by_option(function: Command) -> Command:
    return option(
        "--by",
        type=Typed(),
        metavar=words("ROLE"),
        help=words("The role that does it; the approver that the round names when not given."),
    )(function)


@click.command(
    name="approve",
    cls=SpokenCommand,
    short_help=words("Approve answers: all of them, some items, or those of one owner."),
    help=words(
        "Approve answers of the round for PERIOD: those on each ITEM, or all that are there.\n\n"
        "Only answers of a round that names an approver need it. They count in figures before, and are marked there."
    ),
    examples=(
        (words("Everything that is answered:"), "muniprog followup approve ourtown 2020 --on 2021-02-01"),
        (
            words("Only what one owner is asked about:"),
            "muniprog followup approve ourtown 2020 --owner schools --on 2021-02-01",
        ),
    ),
)
@address_argument
@period_argument
@argument("items", type=Identifier(), nargs=-1, metavar=words("[ITEM]..."))
@on_option
@_by_option
@option(
    "--owner", type=Identifier(), metavar=words("OWNER"), help=words("Approve only what this owner is asked about.")
)
def approve_(address: str, period: str, items: Sequence[str], on: date, by: str | None, owner: str | None) -> None:
    """Approve the answers."""
    from muniprog.followup.approving import approve
    from muniprog.followup.finding import find_round
    from muniprog.workspace import load, save

    before = load(address)
    programme = approve(before, period, on=on, by=by, items=items or None, owner=owner)
    follow_up = find_round(programme, period)
    count = _changed(find_round(before, period), follow_up)
    if not count:
        say(message("Nothing in the round {period} was waiting for approval.", period=follow_up.period.raw))
        return
    note = message("Answers of the round {period} were approved.", period=follow_up.period.raw)
    save(programme, note=note.spoken(programme.record), by=by or follow_up.approver or "")
    say(
        plural_message(
            "{count} answer in the round {period} was approved.",
            "{count} answers in the round {period} were approved.",
            count,
            period=follow_up.period.raw,
        )
    )


@click.command(
    name="send-back",
    cls=SpokenCommand,
    short_help=words("Send an answer back to its owner, with the reason."),
    help=words(
        "Send the answer on ITEM in the round for PERIOD back to its owner.\n\n"
        "It stays written, but counts in no figure until there is a new answer."
    ),
    examples=(
        (
            words("A number without its unit:"),
            'muniprog followup send-back ourtown 2020 jobs --on 2021-02-01 --reason "Persons or per cent?"',
        ),
    ),
)
@address_argument
@period_argument
@argument("item", type=Identifier(), metavar=words("ITEM"))
@on_option
@option(
    "--reason",
    type=Typed(),
    required=True,
    metavar=words("TEXT"),
    help=words("Why, and what is wanted instead; in the first language of the programme."),
)
@_by_option
def send_back_(address: str, period: str, item: str, on: date, reason: str, by: str | None) -> None:
    """Send the answer back."""
    from muniprog.followup.approving import send_back
    from muniprog.followup.finding import find_round
    from muniprog.workspace import load, save

    programme = send_back(load(address), period, item, on=on, reason=reason, by=by)
    follow_up, title = find_round(programme, period), programme[item].title or item
    note = message("The answer on “{title}” was sent back.", title=title)
    save(programme, note=note.spoken(programme.record), by=by or follow_up.approver or "")
    say(
        message(
            "The answer on “{title}” was sent back. It counts in no figure until there is a new one; the next form "
            "asks again.",
            title=title,
        )
    )


def _changed(before: "FollowUp", after: "FollowUp") -> int:
    """Return how many answers are not what they were."""
    return sum(
        one != other
        for one, other in (
            *zip(before.updates, after.updates, strict=True),
            *zip(before.observations, after.observations, strict=True),
        )
    )
