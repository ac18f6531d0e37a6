"""`muniprog schema`: the JSON Schema of the file format, for editors."""

from pathlib import Path

import click

from muniprog.cli.arguments import output_option
from muniprog.cli.output import write_out
from muniprog.cli.speech import SpokenCommand, argument, words

FILES = ("programme", "theme", "followup")


@click.command(
    cls=SpokenCommand,
    short_help=words("Help your editor to complete and check a file while you type."),
    help=words(
        "Write the JSON Schema of a kind of file, so that your editor completes and checks it while you type.\n\n"
        "Many editors find it by a line at the top of a file: `# yaml-language-server: $schema=programme.schema.json`."
    ),
    examples=((words("For programme.yaml:"), "muniprog schema programme -o programme.schema.json"),),
)
@argument("file", type=click.Choice(FILES), default="programme")
@output_option
def schema(file: str, output: Path | None) -> None:
    """Write the schema."""
    import json

    from muniprog.schema import json_schema

    write_out((json.dumps(json_schema(file), ensure_ascii=False, indent=2) + "\n").encode(), output)
