"""`muniprog schema`: the JSON Schema of the file format, for editors."""

from pathlib import Path

import click

from muniprog.cli.arguments import output_option, write_out
from muniprog.cli.speech import SpokenCommand, words

FILES = ("programme", "theme", "followup")


@click.command(
    cls=SpokenCommand,
    help=words("Write the JSON Schema of a file, so that an editor completes and checks it while you type."),
)
@click.argument("file", type=click.Choice(FILES), default="programme")
@output_option
def schema(file: str, output: Path | None) -> None:
    """Write the schema."""
    import json

    from muniprog.schema import json_schema

    write_out((json.dumps(json_schema(file), ensure_ascii=False, indent=2) + "\n").encode(), output)
