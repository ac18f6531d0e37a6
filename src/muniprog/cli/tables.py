"""`muniprog tables`: a programme as rows, for spreadsheets and data tools."""

from pathlib import Path

import click

from muniprog.cli.arguments import address_argument, language_option, output_option
from muniprog.cli.output import content_language, need_ending, write_out
from muniprog.cli.speech import SpokenCommand, argument, option, words
from muniprog.errors import UnknownNameError
from muniprog.messages import message
from muniprog.tables import TABLES

TYPES = ("csv", "json")


@click.command(
    cls=SpokenCommand,
    short_help=words("Write one table of a programme as rows, for a spreadsheet."),
    help=words(
        "Write one table of the programme at ADDRESS as rows, for spreadsheets and data tools.\n\n"
        "TABLE is themes, goals, actions, owners, indicators, targets or observations. The first line of a CSV file "
        "names the columns; it opens in any spreadsheet program."
    ),
    examples=(
        (words("All actions, for a spreadsheet:"), "muniprog tables vasa_2019_2022 actions -o actions.csv"),
        (words("The indicators in Finnish, as JSON:"), "muniprog tables vasa_2019_2022 indicators -l fi --to json"),
    ),
)
@address_argument
@argument("table", type=click.Choice(list(TABLES)), metavar=words("TABLE"))
@output_option
@option("--to", type=click.Choice(TYPES), help=words("Type of the file, when its ending does not say it."))
@language_option
def tables(address: str, table: str, output: Path | None, to: str | None, language: str | None) -> None:
    """Write the rows."""
    from muniprog.table_files import rows_to_csv, rows_to_json
    from muniprog.tables import rows
    from muniprog.workspace import load

    need_ending(output, to)
    kind = to or (output.suffix.casefold().removeprefix(".") if output else "csv")
    if kind not in TYPES:
        raise UnknownNameError(message("file type"), f".{kind}", tuple(f".{known}" for known in TYPES))
    programme = load(address)
    found = rows(programme, table, content_language(programme, language))
    write_out(rows_to_json(found) if kind == "json" else rows_to_csv(found), output)
