"""`muniprog followup collect`: reads the forms that have come back; a dry run unless it is told to save."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniprog.cli.arguments import address_argument, shown
from muniprog.cli.followup.arguments import on_option, period_argument
from muniprog.cli.speech import SpokenCommand, argument, option, reader_language, say, words
from muniprog.messages import Message, Spoken, message, plural_message

if TYPE_CHECKING:
    from muniprog.followup.collected import Collected
    from muniprog.forms import FilledForm


@click.command(
    cls=SpokenCommand,
    short_help=words("Read the forms that have come back, and show what they change."),
    help=words(
        "Read the forms that have come back for the round of PERIOD, and show what they change. Nothing is written "
        "before you say --save.\n\n"
        "Either all that stands in the forms is taken or nothing. With --partial what is right is taken, and what is "
        "not can be written to a file for those who answered. Collecting the same forms again changes nothing.\n\n"
        "The exit code is 1 when something is wrong: an answer that cannot be read, or two that contradict each other."
    ),
    examples=(
        (words("See what has come:"), "muniprog followup collect ourtown 2020 answers/* --on 2021-01-25"),
        (words("Take it:"), "muniprog followup collect ourtown 2020 answers/* --on 2021-01-25 --save"),
    ),
)
@address_argument
@period_argument
@argument(
    "files",
    type=click.Path(path_type=Path),
    nargs=-1,
    required=True,
    metavar=words("FILE…"),
)
@on_option
@option("--save", "saving", is_flag=True, help=words("Write the answers into the round."))
@option("--partial", is_flag=True, help=words("Take what is right although something else is wrong."))
@option(
    "--rejected",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=words("FILE"),
    help=words("Write the answers that are not taken to this CSV file, each with the reason."),
)
@click.pass_context
def collect(
    ctx: click.Context,
    address: str,
    period: str,
    files: tuple[Path, ...],
    on: date,
    rejected: Path | None,
    *,
    saving: bool,
    partial: bool,
) -> None:
    """Show what the forms change, and take it if that is wanted."""
    from muniprog.followup.collecting import collect as collect_forms
    from muniprog.workspace import load, save

    programme = load(address)
    filled, unread = _read(files)
    found = collect_forms(programme, period, filled, on=on, partial=partial)
    is_wrong = bool(unread) or found.has_problems
    is_taken = found.is_taken and (partial or not is_wrong)
    _tell(found, unread)
    if saving and is_taken:
        note = message("Answers of the round {period} were collected.", period=period)
        save(found.programme, note=note.spoken(programme.record))
    if rejected is not None:
        _write_rejected(rejected, found)
    say(_outcome(found, is_wrong=is_wrong, is_taken=is_taken, saving=saving, partial=partial))
    ctx.exit(1 if is_wrong else 0)


def _read(files: tuple[Path, ...]) -> "tuple[list[FilledForm], list[Spoken]]":
    """Return the forms, and what is wrong with the files that are none."""
    from muniprog.errors import SourceError, StorageError, UnknownNameError
    from muniprog.storage.folder import bytes_of
    from muniprog.workspace import plugins

    forms: list[FilledForm] = []
    unread: list[Spoken] = []
    for path in files:
        try:
            forms.append(plugins().form_files.by_suffix(path.suffix).read(bytes_of(path), str(path)))
        except SourceError as error:
            unread.extend(error.problems)
        except StorageError as error:
            unread.append(error)
        except UnknownNameError as error:
            unread.append(message("{file}: {reason}", file=str(path), reason=error))
    return forms, unread


def _tell(found: "Collected", unread: Iterable[Spoken]) -> None:
    parts: tuple[tuple[Message, Sequence[Spoken]], ...] = (
        (message("What changes:"), found.changes),
        (message("What is wrong or odd:"), [*unread, *found.findings]),
        (message("What contradicts:"), found.conflicts),
        (message("What is not answered:"), found.unanswered),
    )
    language = reader_language()
    for heading, lines in parts:
        if lines:
            say(heading)
            for line in lines:
                click.echo(f"  {' '.join(line.spoken(language).split())}")  # an answer may have several lines


def _outcome(found: "Collected", *, is_wrong: bool, is_taken: bool, saving: bool, partial: bool) -> Spoken:
    changes = plural_message("{count} change", "{count} changes", len(found.changes))
    if not is_taken:
        if not is_wrong:
            return message("There is nothing new.")
        if partial:
            return message("Nothing was taken: there is no new answer that is right. Have what is wrong mended.")
        return message(
            "Nothing was taken. Have what is wrong mended and collect again, or take what is right with --partial."
        )
    if not saving:
        return message("{changes} can be taken: say --save.", changes=changes)
    return message("{changes} taken and saved.", changes=changes)


def _write_rejected(path: Path, found: "Collected") -> None:
    from muniprog.followup.collected import rejected_rows
    from muniprog.table_files import rows_to_csv
    from muniprog.workspace import write_file

    rows = rejected_rows(found.rejected, reader_language())
    write_file(path, rows_to_csv([dict(row) for row in rows]))
    say(
        plural_message(
            "{count} answer that was not taken is in “{file}”.",
            "{count} answers that were not taken are in “{file}”.",
            len(rows),
            file=shown(path),
        )
    )
