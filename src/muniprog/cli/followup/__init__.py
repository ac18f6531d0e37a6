"""`muniprog followup`: a round of follow-up, from who is asked to what is frozen. One module for each command."""

from importlib import import_module

import click

from muniprog.cli.speech import SpokenGroup, words

COMMANDS = {
    "open": "muniprog.cli.followup.opening:open_",
    "forms": "muniprog.cli.followup.forms:forms",
    "collect": "muniprog.cli.followup.collect:collect",
    "status": "muniprog.cli.followup.status:status",
    "remind": "muniprog.cli.followup.remind:remind",
    "approve": "muniprog.cli.followup.approving:approve_",
    "send-back": "muniprog.cli.followup.approving:send_back_",
    "close": "muniprog.cli.followup.closing:close",
    "reopen": "muniprog.cli.followup.closing:reopen",
}
"""The commands in the order in which a round needs them, and where each is found."""


class Rounds(SpokenGroup):
    """The group of the commands of a round; each is loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which a round needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(
    cls=Rounds,
    short_help=words("Run a round of follow-up: ask the owners, collect their answers, close it."),
    help=words(
        "Run a round of follow-up of the programme at ADDRESS: ask the owners, collect their answers, close it.\n\n"
        "A round is named by its PERIOD, such as 2020. Every command is told the day; none looks at the clock."
    ),
)
def followup() -> None:
    """Run one of the commands."""
