"""`muniprog followup remind`: drafts of letters to those who have not answered. Nothing is sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniprog.cli.arguments import NameOf, address_argument, as_typed, shown
from muniprog.cli.followup.arguments import folder_option, on_option, period_argument
from muniprog.cli.speech import SpokenCommand, option, reader_language, say, words
from muniprog.errors import MuniprogError
from muniprog.messages import message, plural_message

if TYPE_CHECKING:
    from muniprog.followup.reminding import Reminder
    from muniprog.interfaces import FormFile
    from muniprog.mail import Attachment
    from muniprog.model import Programme
    from muniprog.text import Text

DRAFT = ".eml"
DEADLINES = "deadlines.ics"


def mail_address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return an e-mail address as it was typed.

    Raises:
        BadParameter: It is none.
    """
    from muniprog.mail import is_mail_address

    if value is not None and not is_mail_address(value):
        wrong = message("“{text}” is not an e-mail address, such as registry@example.org.", text=as_typed(value))
        raise click.BadParameter(wrong.spoken(reader_language()), ctx, param)
    return value


@click.command(
    cls=SpokenCommand,
    short_help=words("Write drafts of letters to those who have not answered."),
    help=words(
        "Write the draft of a letter to each owner that has something unanswered in the round for PERIOD, in the "
        "owner's language and with its form attached, and a calendar file with the deadlines.\n\n"
        "Nothing is sent. The drafts are .eml files: open them in your mail program, look at them, and send them from "
        "there. They are the only files that muniprog puts the private contact data of owners into."
    ),
    examples=(
        (
            words("To everybody who has not answered by 11 January:"),
            "muniprog followup remind ourtown 2020 -o reminders --on 2021-01-11",
        ),
        (
            words("With the address that the answers shall go to, and forms as Excel workbooks:"),
            "muniprog followup remind ourtown 2020 -o reminders --on 2021-01-11 --from registry@example.org --to xlsx",
        ),
    ),
)
@address_argument
@period_argument
@folder_option(words("Folder for the drafts; it is made where it is not there."))
@on_option
@option(
    "--to",
    type=NameOf("form_files"),
    default="csv",
    metavar=words("TYPE"),
    help=words("Type of the attached forms; csv when not given."),
)
@option(
    "--from",
    "sender",
    callback=mail_address,
    metavar=words("E-MAIL"),
    help=words("The e-mail address that the letters come from."),
)
def remind(address: str, period: str, folder: Path, on: date, to: str, sender: str | None) -> None:
    """Write the drafts, and tell whom they have no address of."""
    from muniprog.calendar_file import can_be_written
    from muniprog.followup.reminding import make_reminders
    from muniprog.workspace import load, plugins

    programme = load(address)
    reminders = make_reminders(programme, period, on=on)
    if not reminders:
        say(message("Nobody has anything left to answer in the round {period}.", period=period))
        return
    with_calendar = can_be_written()
    files = _drafts(
        programme, period, reminders, plugins().form_files.find(to), on, sender, with_calendar=with_calendar
    )
    _write(folder, files)
    say(
        plural_message(
            "{count} draft is in “{folder}”. Open it in your mail program, look at it, and send it from there.",
            "{count} drafts are in “{folder}”. Open them in your mail program, look at them, and send them from there.",
            len(reminders),
            folder=shown(folder),
        )
    )
    for reminder in reminders:
        _tell_missing_address(programme[reminder.owner].title, reminder.address)
    if not with_calendar:
        command = 'pip install "muniprog[calendar]"'
        say(message("To write a calendar file, one more package is needed: {command}", command=command), err=True)


def _drafts(
    programme: "Programme",
    period: str,
    reminders: "Sequence[Reminder]",
    form_file: "FormFile",
    on: date,
    sender: str | None,
    *,
    with_calendar: bool,
) -> dict[str, bytes]:
    """Return the name and the bytes of each file."""
    from muniprog.calendar_file import calendar_bytes
    from muniprog.followup.form_making import make_form
    from muniprog.mail import Attachment, Draft, draft_bytes

    entries = {each.owner: each.entry for each in reminders if with_calendar and each.entry}
    files = {}
    for reminder in reminders:
        form = make_form(programme, period, reminder.owner, on=on)
        attachments = [_attached(form.address.file_stem, form_file, form_file.write(form))]
        if entry := entries.get(reminder.owner):
            calendar = calendar_bytes([entry], on=on)
            attachments.append(Attachment(file=DEADLINES, media_type="text/calendar", content=calendar))
        files[f"{reminder.owner}{DRAFT}"] = draft_bytes(
            Draft(
                subject=reminder.subject,
                body=reminder.body,
                language=reminder.language,
                to=reminder.address,
                to_name=reminder.addressee,
                sender=sender,
                attachments=tuple(attachments),
            )
        )
    if entries:
        files[DEADLINES] = calendar_bytes(entries.values(), on=on)
    return files


def _attached(stem: str, form_file: "FormFile", content: bytes) -> "Attachment":
    from muniprog.mail import Attachment

    return Attachment(file=f"{stem}{form_file.suffixes[0]}", media_type=form_file.media_type, content=content)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, or none.

    Raises:
        MuniprogError: The folder holds other drafts; somebody may have worked on them, or send them by mistake.
        StorageError: A file cannot be written.
    """
    from muniprog.folders import safe_path
    from muniprog.storage.atomic import write_files

    others = [
        file.name
        for file in sorted(folder.glob(f"*{DRAFT}"))
        if file.name not in files or file.read_bytes() != files[file.name]
    ]
    if others:
        raise MuniprogError(
            message(
                "“{folder}” holds other drafts: {files}. Choose another folder, or take them away.",
                folder=shown(folder),
                files=others,
            )
        )
    write_files({safe_path(folder, name): content for name, content in files.items()})


def _tell_missing_address(owner: "Text", address: str | None) -> None:
    from muniprog.mail import is_mail_address

    if not address:
        say(message("{owner} has no e-mail address; write it into the draft.", owner=owner))
    elif not is_mail_address(address):
        say(
            message(
                "What {owner} has for an e-mail address is none that mail programs take; write it into the draft.",
                owner=owner,
            )
        )
