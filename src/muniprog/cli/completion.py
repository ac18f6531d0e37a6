"""`muniprog completion`: the lines that teach a shell to complete muniprog's commands."""

import click
from click.shell_completion import get_completion_class

from muniprog.cli.speech import SpokenCommand, argument, words

SHELLS = ("bash", "zsh", "fish")


@click.command(
    cls=SpokenCommand,
    short_help=words("Teach your shell to complete commands, programmes and names."),
    help=words(
        "Print what makes a shell complete commands, options, programmes, reports and identifiers at the key Tab.\n\n"
        "Put the line for your shell into its start-up file, and open a new terminal."
    ),
    examples=(
        (words("For bash, in ~/.bashrc:"), 'eval "$(muniprog completion bash)"'),
        (words("For zsh, in ~/.zshrc:"), 'eval "$(muniprog completion zsh)"'),
        (words("For fish, in ~/.config/fish/config.fish:"), "muniprog completion fish | source"),
    ),
)
@argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script."""
    script = get_completion_class(shell)
    assert script is not None  # noqa: S101  click knows all three
    click.echo(script(ctx.find_root().command, {}, "muniprog", "_MUNIPROG_COMPLETE").source())
