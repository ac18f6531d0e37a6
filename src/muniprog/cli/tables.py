"""`muniprog tables`: a programme as rows, for spreadsheets and data tools."""

from pathlib import Path

import click

from muniprog.cli.arguments import address_argument, language_option, output_option
from muniprog.cli.output import content_language, need_ending, write_out
from muniprog.cli.speech import SpokenCommand, argument, option, words
from muniprog.errors import UnknownNameError, ValueProblem
from muniprog.messages import message
from muniprog.model import Programme
from muniprog.progress import FIGURE_TABLES
from muniprog.table_rows import TableRows
from muniprog.tables import TABLES

TYPES = ("csv", "json")


@click.command(
    cls=SpokenCommand,
    short_help=words("Write one table of a programme as rows, for a spreadsheet."),
    help=words(
        "Write one table of the programme at ADDRESS as rows, for spreadsheets and data tools.\n\n"
        "TABLE is themes, goals, actions, owners, indicators, targets or observations; or with `--as-of` progress, "
        "attainment or counts, the figures of that day. The first line of a CSV file names the columns; it opens in "
        "any spreadsheet program."
    ),
    examples=(
        (words("All actions, for a spreadsheet:"), "muniprog tables vasa_2019_2022 actions -o actions.csv"),
        (words("The indicators in Finnish, as JSON:"), "muniprog tables vasa_2019_2022 indicators -l fi --to json"),
        (words("How far the actions have come:"), "muniprog tables vasa_2019_2022 progress --as-of 2021-12-31"),
    ),
)
@address_argument
@argument("table", type=click.Choice([*TABLES, *FIGURE_TABLES]), metavar=words("TABLE"))
@output_option
@option("--to", type=click.Choice(TYPES), help=words("Type of the file, when its ending does not say it."))
@option("--as-of", metavar=words("DATE"), help=words("The day of the figures, such as 2021-12-31."))
@language_option
def tables(
    address: str, table: str, output: Path | None, to: str | None, as_of: str | None, language: str | None
) -> None:
    """Write the rows."""
    from muniprog.table_files import rows_to_csv, rows_to_json
    from muniprog.workspace import load

    need_ending(output, to)
    kind = to or (output.suffix.casefold().removeprefix(".") if output else "csv")
    if kind not in TYPES:
        raise UnknownNameError(message("file type"), f".{kind}", tuple(f".{known}" for known in TYPES))
    programme = load(address)
    found = _rows(programme, table, as_of, content_language(programme, language))
    write_out(rows_to_json(found) if kind == "json" else rows_to_csv(found), output)


def _rows(programme: Programme, table: str, as_of: str | None, language: str) -> TableRows:
    """Return the rows of a table; figures need a day, and what is written in the programme has none.

    Raises:
        ValueProblem: There is no day for figures, or one for what does not depend on it.
    """
    from muniprog.progress import assess, figure_rows
    from muniprog.tables import rows

    if table not in FIGURE_TABLES:
        if as_of is not None:
            raise ValueProblem(message("The table {table} is the same on every day; leave out `--as-of`.", table=table))
        return rows(programme, table, language)
    if as_of is None:
        raise ValueProblem(message("The figures of {table} are those of a day; say which: `--as-of`.", table=table))
    return figure_rows(assess(programme, as_of=as_of), table, language)
