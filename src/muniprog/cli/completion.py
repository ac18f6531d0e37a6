"""`muniprog completion`: the lines that teach a shell to complete muniprog's commands."""

import click
from click.shell_completion import get_completion_class

from muniprog.cli.speech import SpokenCommand, words

SHELLS = ("bash", "zsh", "fish")


@click.command(
    cls=SpokenCommand,
    help=words(
        "Print what makes a shell complete commands, options, programmes and reports.\n\n"
        'For bash: eval "$(muniprog completion bash)" in ~/.bashrc.'
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script."""
    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(ctx.find_root().command, {}, "muniprog", "_MUNIPROG_COMPLETE").source())
