"""The arguments and options that the commands of a round have in common, with completion."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from muniprog.cli.arguments import Typed, as_typed
from muniprog.cli.speech import Command, argument, option, reader_language, words
from muniprog.errors import MuniprogError


class RoundPeriod(Typed):
    """The period of a round; completes those of the programme whose address stands before it."""

    name = "period"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the periods that begin so; none where the programme cannot be loaded."""
        from muniprog.workspace import load

        try:
            programme = load(ctx.params.get("address") or "")
        except MuniprogError:
            return []
        rounds = (each.period.raw for each in programme.follow_ups)
        return [CompletionItem(period) for period in rounds if period.startswith(incomplete)]


def day_of(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return the day that was typed, such as 2020-12-31 or 31.12.2020.

    Raises:
        BadParameter: It is none.
    """
    from muniprog.errors import ValueProblem
    from muniprog.timeframe import parse_day

    if value is None:
        return None
    try:
        return parse_day(as_typed(value))
    except ValueProblem as error:
        raise click.BadParameter(error.spoken(reader_language()), ctx, param) from None


def period_argument(function: Command) -> Command:
    """Give a command the argument PERIOD."""
    return argument("period", type=RoundPeriod(), metavar=words("PERIOD"))(function)


def on_option(function: Command) -> Command:
    """Give a command the option for the day on which it is done."""
    return option(
        "--on",
        required=True,
        callback=day_of,
        metavar=words("DATE"),
        help=words("The day on which this is done, such as 2020-12-31."),
    )(function)


def folder_option(english: str) -> Callable[[Command], Command]:
    """Return what gives a command the option for the folder that it writes into; `english` is its help."""
    return option(
        "-o",
        "--output",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        required=True,
        metavar=words("FOLDER"),
        help=english,
    )
