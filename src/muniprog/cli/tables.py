"""`muniprog tables`: a programme as rows, for spreadsheets and data tools."""

from pathlib import Path

import click

from muniprog.cli.arguments import address_argument, content_language, language_option, output_option, write_out
from muniprog.cli.speech import SpokenCommand, option, words
from muniprog.tables import TABLES


@click.command(
    cls=SpokenCommand, help=words("Write one table of a programme as rows: themes, goals, actions, owners, indicators …")
)
@address_argument
@click.argument("table", type=click.Choice(list(TABLES)))
@output_option
@option("--to", type=click.Choice(["csv", "json"]), help=words("Type of the file, when its ending does not say it."))
@language_option
def tables(address: str, table: str, output: Path | None, to: str | None, language: str | None) -> None:
    """Write the rows."""
    from muniprog.table_files import rows_to_csv, rows_to_json
    from muniprog.tables import rows
    from muniprog.workspace import load

    programme = load(address)
    found = rows(programme, table, content_language(programme, language))
    as_json = to == "json" or (to is None and output is not None and output.suffix == ".json")
    write_out(rows_to_json(found) if as_json else rows_to_csv(found), output)
