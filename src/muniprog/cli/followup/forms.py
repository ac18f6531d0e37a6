"""`muniprog followup forms`: a form for each owner that is asked, in its language."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from muniprog.cli.arguments import NameOf, Typed, address_argument, shown
from muniprog.cli.followup.arguments import day_of, folder_option, period_argument
from muniprog.cli.speech import SpokenCommand, option, say, words
from muniprog.errors import MuniprogError
from muniprog.messages import message, plural_message


@click.command(
    cls=SpokenCommand,
    short_help=words("Write a form for each owner that is asked."),
    help=words(
        "Write a form for each owner that is asked in the round for PERIOD, in the owner's language and with only "
        "what that owner answers for.\n\n"
        "Last year's answers stand beside the cells to be filled in. Forms that are in the folder already are "
        "left alone where they differ: somebody may have filled them in."
    ),
    examples=(
        (
            words("As Excel workbooks, where muniprog-xlsx is installed:"),
            "muniprog followup forms ourtown 2020 -o forms --to xlsx",
        ),
        (words("As CSV, for one owner:"), "muniprog followup forms ourtown 2020 -o forms --to csv --owner bildning"),
    ),
)
@address_argument
@period_argument
@folder_option(words("Folder for the forms; it is made where it is not there."))
@option(
    "--to",
    type=NameOf("form_files"),
    default="csv",
    metavar=words("TYPE"),
    help=words("Type of file; csv when not given."),
)
@option(
    "--owner",
    "owners",
    type=Typed(),
    multiple=True,
    metavar=words("OWNER"),
    help=words("Only this owner; may be given several times."),
)
@option(
    "--on",
    callback=day_of,
    metavar=words("DATE"),
    help=words("The day on which things stand; the day of opening when not given."),
)
@option("--replace", is_flag=True, help=words("Write over forms that are in the folder already."))
def forms(
    address: str, period: str, folder: Path, to: str, owners: tuple[str, ...], on: date | None, *, replace: bool
) -> None:
    """Write the forms and tell how many there are."""
    from muniprog.followup.form_making import make_form, make_forms
    from muniprog.workspace import load, plugins

    programme = load(address)
    form_file = plugins().form_files.find(to)
    made = [make_form(programme, period, owner, on=on) for owner in owners] or make_forms(programme, period, on=on)
    files = {f"{form.address.file_stem}{form_file.suffixes[0]}": form_file.write(form) for form in made if form.parts}
    if not files:
        say(message("Nobody is asked anything in the round {period}.", period=period))
        return
    _write(folder, files, replace=replace)
    say(
        plural_message(
            "{count} form is in “{folder}”. Send it out; what comes back is read by muniprog followup collect.",
            "{count} forms are in “{folder}”. Send them out; what comes back is read by muniprog followup collect.",
            len(files),
            folder=shown(folder),
        )
    )


def _write(folder: Path, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Write all files, or none.

    Raises:
        MuniprogError: The folder holds another form of the same name, which somebody may have filled in.
        StorageError: A file cannot be written.
    """
    from muniprog.folders import safe_path
    from muniprog.storage.atomic import write_files

    paths = {name: safe_path(folder, name) for name in files}
    others = [name for name, path in paths.items() if path.exists() and path.read_bytes() != files[name]]
    if others and not replace:
        raise MuniprogError(
            message(
                "“{folder}” holds other forms of the same name: {files}. Somebody may have filled them in. Choose "
                "another folder, or write over them with --replace.",
                folder=shown(folder),
                files=others,
            )
        )
    write_files({paths[name]: content for name, content in files.items()})
