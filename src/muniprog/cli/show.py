"""`muniprog show`: a programme, or one thing in it, in the terminal."""

import click

from muniprog.cli.arguments import Identifier, address_argument, language_option
from muniprog.cli.output import content_language, print_lines, terminal_width
from muniprog.cli.speech import SpokenCommand, argument, words


@click.command(
    cls=SpokenCommand,
    short_help=words("Show a programme, or one thing in it, in the terminal."),
    help=words(
        "Show the programme at ADDRESS: its themes and goals, each with its identifier.\n\n"
        "With an identifier as ITEM, show that theme, goal, action, indicator or owner: who answers for it, when, "
        "and what belongs to it."
    ),
    examples=(
        (words("The whole programme:"), "muniprog show vasa_2019_2022"),
        (words("One goal, in Finnish:"), "muniprog show vasa_2019_2022 boenderadgivning -l fi"),
    ),
)
@address_argument
@argument("item", type=Identifier(), required=False, metavar=words("[ITEM]"))
@language_option
def show(address: str, item: str | None, language: str | None) -> None:
    """Print the programme or the item."""
    from muniprog.cli.showing import Showing
    from muniprog.workspace import load

    programme = load(address)
    showing = Showing(programme, content_language(programme, language), terminal_width())
    print_lines(showing.whole() if item is None else showing.item(programme[item]))
