"""`muniprog followup status`: who has answered what, and who has not."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from muniprog.cli.arguments import address_argument
from muniprog.cli.followup.arguments import day_of, period_argument
from muniprog.cli.output import print_table
from muniprog.cli.speech import SpokenCommand, option, reader_language, say, words
from muniprog.messages import Spoken, message, plural_message

if TYPE_CHECKING:
    from muniprog.followup.answering import Answers, OwnerAnswers, RoundStatus
    from muniprog.model import Programme
    from muniprog.source import Plain

OWNER_WIDTH, TITLE_WIDTH = 30, 40
"""How wide the words of a table may become, in letters, so that it fits into most terminals."""


@click.command(
    cls=SpokenCommand,
    short_help=words("Tell who has answered what, and who has not."),
    help=words(
        "Tell who has answered what in the round for PERIOD, and who has not, as things are on a day.\n\n"
        "What waits for approval is among what is answered."
    ),
    examples=(
        (words("Who has not answered yet:"), "muniprog followup status ourtown 2020 --as-of 2021-01-15"),
        (
            words("Every question with what has become of it:"),
            "muniprog followup status ourtown 2020 --as-of 2021-01-15 --items",
        ),
    ),
)
@address_argument
@period_argument
@option(
    "--as-of",
    required=True,
    callback=day_of,
    metavar=words("DATE"),
    help=words("The day on which things stand, such as 2021-12-31."),
)
@option("--items", is_flag=True, help=words("List every item with what has become of it."))
@option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=words("How it is written: for people or for programs."),
)
def status(address: str, period: str, as_of: date, items: bool, form: str) -> None:
    """Print the status of the round."""
    from muniprog.followup.answering import round_status
    from muniprog.workspace import load

    programme = load(address)
    found = round_status(programme, period, as_of=as_of)
    if form == "json":
        click.echo(json.dumps(_plain(programme, found), ensure_ascii=False, indent=2))
        return
    for sentence in _sentences(found):
        say(sentence)
    if found.owners:
        click.echo()
        _print_items(programme, found) if items else _print_owners(programme, found)
    for unasked in found.unasked:
        say(unasked)


def _sentences(found: "RoundStatus") -> Iterator[Spoken]:
    yield plural_message(
        "The round {period} on {day}: {answered} of {count} item answered.",
        "The round {period} on {day}: {answered} of {count} items answered.",
        len(found.asked),
        period=found.round.period.raw,
        day=found.as_of,
        answered=len(found.answered),
    )
    if found.round.closed_on is not None:
        yield message("It was closed on {day}.", day=found.round.closed_on)
    elif found.is_overdue:
        yield message("The deadline was {day}.", day=found.round.deadline)
    elif found.round.deadline is not None:
        yield message("The deadline is {day}.", day=found.round.deadline)


def _print_owners(programme: "Programme", found: "RoundStatus") -> None:
    rows = [(_named(programme, owner), *_numbers(owner)) for owner in found.owners]
    total = message("All, each item once").spoken(reader_language())
    headings = (
        message("Owner"),
        message("Asked"),
        message("Answered"),
        message("Missing"),
        message("Sent back"),
        message("Not approved"),
    )
    print_table(
        headings,
        [*rows, (total, *_numbers(found))],
        numbers=len(headings) - 1,
        widths=[OWNER_WIDTH] + [None] * (len(headings) - 1),
    )


def _print_items(programme: "Programme", found: "RoundStatus") -> None:
    from muniprog.followup.answering import STATE_WORDS

    language = reader_language()
    for position, owner in enumerate(found.owners):
        if position:
            click.echo()
        click.echo(_named(programme, owner))
        rows = [
            (STATE_WORDS[state].spoken(language), item, _title(programme, item)) for item, state in owner.states.items()
        ]
        print_table((message("Answer"), message("Identifier"), message("Item")), rows, widths=[None, None, TITLE_WIDTH])


def _numbers(answers: "Answers") -> Sequence[str]:
    parts = (answers.asked, answers.answered, answers.missing, answers.sent_back, answers.waiting)
    return [str(len(part)) for part in parts]


def _named(programme: "Programme", owner: "OwnerAnswers") -> str:
    name = _title(programme, owner.owner)
    former = tuple(_title(programme, each) for each in owner.asked_at_first)
    if not former:
        return name
    return message("{owner} (was asked: {former})", owner=name, former=former).spoken(reader_language())


def _title(programme: "Programme", identifier: str) -> str:
    """Return what an item is called; an owner that is not in the programme any more by its identifier."""
    title = programme[identifier].title if identifier in programme else None
    return title[reader_language()] if title else identifier


def _plain(programme: "Programme", found: "RoundStatus") -> "dict[str, Plain]":
    """Return the status as it is written for programs; what is not known is null."""
    deadline, closed = found.round.deadline, found.round.closed_on
    owners: list[Plain] = [
        {
            "owner": owner.owner,
            "name": _title(programme, owner.owner),
            "asked_at_first": list(owner.asked_at_first),
            "items": {item: str(state) for item, state in owner.states.items()},
        }
        for owner in found.owners
    ]
    return {
        "round": found.round.period.raw,
        "as_of": found.as_of.isoformat(),
        "deadline": deadline.isoformat() if deadline is not None else None,
        "closed_on": closed.isoformat() if closed is not None else None,
        "overdue": found.is_overdue,
        "complete": found.is_complete,
        "items": {item: str(state) for item, state in found.states.items()},
        "owners": owners,
        "unasked": [each.item for each in found.unasked],
    }
