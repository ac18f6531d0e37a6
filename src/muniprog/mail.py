"""The draft of an e-mail, as a file that mail programs open; nothing is ever sent from here.

A draft has no date and no identifier, since it has not been sent, and its parts are divided by a line that is made
out of what is in it: the same draft gives the same bytes.
"""

import re
from typing import TYPE_CHECKING

import attrs

from muniprog.document import clean

if TYPE_CHECKING:
    from email.message import EmailMessage

# What mail programs everywhere take: the letters of RFC 5322 without quotes and comments, at a name with a dot.
_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAIL_ADDRESS = re.compile(rf"{_WORD}(?:\.{_WORD})*@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]+")
_LONGEST_ADDRESS = 254


def is_mail_address(text: str) -> bool:
    """Return whether a text is one plain e-mail address, and nothing else.

    >>> is_mail_address("registry@example.org"), is_mail_address("Registry <registry@example.org>")
    (True, False)
    """
    return len(text) <= _LONGEST_ADDRESS and _MAIL_ADDRESS.fullmatch(text) is not None


@attrs.frozen(kw_only=True)
class Attachment:
    """A file that goes with a letter.

    Attributes:
        file: Its name.
        media_type: Its media type, such as `text/csv`.
        content: Its bytes.
    """

    file: str
    media_type: str
    content: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Draft:
    """A letter that somebody may look at, change and send.

    Attributes:
        subject: What it is about, on one line.
        body: What it says, as plain text.
        language: The language that it is written in.
        to: The e-mail address that it goes to, where there is one.
        to_name: Whom it is addressed to, where that is known.
        sender: The e-mail address that it comes from; the mail program fills in its own where it is left out.
        attachments: The files that go with it.
    """

    subject: str
    body: str
    language: str
    to: str | None = attrs.field(default=None, repr=False)
    to_name: str | None = attrs.field(default=None, repr=False)
    sender: str | None = None
    attachments: tuple[Attachment, ...] = ()


def draft_bytes(draft: Draft) -> bytes:
    """Return a draft as the bytes of an `.eml` file; it opens as one that is still to be sent.

    No text can become a header of its own: what is no plain address is no receiver, and what stands on a line is
    kept on one line.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = one_line(draft.subject)
    if draft.sender is not None and is_mail_address(draft.sender):
        letter["From"] = draft.sender
    if draft.to is not None and is_mail_address(draft.to):
        _address(letter, draft.to, draft.to_name or "")
    letter["X-Unsent"] = "1"
    letter.set_content(clean(draft.body), cte="quoted-printable")
    for attachment in draft.attachments:
        main, _, sub = attachment.media_type.partition("/")
        letter.add_attachment(attachment.content, maintype=main, subtype=sub, filename=one_line(attachment.file))
    if draft.attachments:
        _divide(letter, draft)
    letter["Content-Language"] = one_line(draft.language)
    return letter.as_bytes()


def one_line(text: str) -> str:
    """Return a text on one line, without signs that nobody can see."""
    return " ".join(clean(text).split())


def _address(letter: "EmailMessage", address: str, name: str) -> None:
    from email.headerregistry import Address

    user, _, domain = address.partition("@")
    letter["To"] = Address(display_name=one_line(name), username=user, domain=domain)


def _divide(letter: "EmailMessage", draft: Draft) -> None:
    """Set the line between the parts: no two letters share it, and no part can hold it, since `=_` is in none of them.

    The text is quoted-printable, where `=` is followed by digits, and the files are base64, which has no `_`.
    """
    from hashlib import sha256

    digest = sha256(draft.body.encode())
    for attachment in draft.attachments:
        digest.update(attachment.content)
    letter.set_boundary(f"=_{digest.hexdigest()[:32]}")
