"""Drafts of e-mails: what they say, what cannot get into them, and that they are the same every time."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.mail import Attachment, Draft, draft_bytes, is_mail_address, one_line

FORM = Attachment(file="kultur.csv", media_type="text/csv", content="Läge;Anteckning\r\n".encode())
LETTER = Draft(
    subject="Påminnelse: uppföljning 2020",
    body="Hej!\n\nSista dag för svar: söndag 31 januari 2021.\n",
    language="sv",
    to="kultur@example.org",
    to_name="Kulturen, Åbo",
    attachments=(FORM,),
)


def read(draft: Draft) -> EmailMessage:
    return message_from_bytes(draft_bytes(draft), EmailMessage, policy=SMTP)


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_a_draft_opens_as_one_that_is_still_to_be_sent() -> None:
    letter = read(LETTER)
    assert letter["X-Unsent"] == "1"
    assert letter["Subject"] == LETTER.subject
    assert letter["Content-Language"] == "sv"
    assert [(each.addr_spec, each.display_name) for each in letter["To"].addresses] == [
        ("kultur@example.org", "Kulturen, Åbo")
    ]
    assert text_of(letter) == LETTER.body
    assert {"From", "Date", "Message-ID"}.isdisjoint(letter)


def test_files_go_with_it_as_they_are() -> None:
    (form,) = read(LETTER).iter_attachments()
    assert form.get_filename() == "kultur.csv"
    assert form.get_content_type() == "text/csv"
    assert form.get_payload(decode=True) == FORM.content


def test_without_receiver_and_files_it_is_a_plain_letter() -> None:
    letter = read(attrs.evolve(LETTER, to=None, attachments=(), sender="planering@example.org"))
    assert "To" not in letter
    assert not letter.is_multipart()
    assert letter["From"] == "planering@example.org"


def test_all_of_it_is_plain_ascii_with_short_lines() -> None:
    data = draft_bytes(attrs.evolve(LETTER, body="lång rad " * 100))
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_the_same_draft_gives_the_same_bytes_and_another_one_another_line_between_its_parts() -> None:
    assert draft_bytes(LETTER) == draft_bytes(LETTER)
    other = attrs.evolve(LETTER, body="Hej igen!")
    assert read(LETTER).get_boundary() != read(other).get_boundary()


def test_a_line_that_looks_like_the_one_between_parts_does_no_harm() -> None:
    body = f"--{read(LETTER).get_boundary()}--\nmera\n"
    assert text_of(read(attrs.evolve(LETTER, body=body))) == body


@pytest.mark.parametrize("planted", ["\r\nBcc: x@example.org", "\nBcc: x@example.org", "\u2028Bcc: x@example.org"])
def test_no_text_becomes_a_header(planted: str) -> None:
    hostile = attrs.evolve(
        LETTER,
        subject=f"Påminnelse{planted}",
        to_name=f"Kulturen{planted}",
        language=f"sv{planted}",
        attachments=(attrs.evolve(FORM, file=f"a.csv{planted}"),),
    )
    for header in ("Bcc", "bcc"):
        assert all(header not in part for part in read(hostile).walk())
    assert read(hostile)["To"].addresses[0].addr_spec == "kultur@example.org"


@pytest.mark.parametrize("address", ["a@example.org\r\nBcc: x@example.org", "a@example.org, b@example.org", "<a@b.fi>"])
def test_what_is_no_plain_address_is_no_receiver_and_no_sender(address: str) -> None:
    letter = read(attrs.evolve(LETTER, to=address, sender=address))
    assert {"To", "From", "Bcc"}.isdisjoint(letter)


@pytest.mark.parametrize(
    "address", ["kultur@example.org", "k.u+x@a-b.example.org", "o'neill@example.org", "_@example.org"]
)
def test_plain_addresses(address: str) -> None:
    assert is_mail_address(address)


@pytest.mark.parametrize(
    "address",
    ["", "kultur", "kultur@", "@example.org", "a b@example.org", "a@example", "å@example.org", "a@b.fi\n", "a..b@c.fi"],
)
def test_other_texts_are_none(address: str) -> None:
    assert not is_mail_address(address)


def test_an_address_has_an_end() -> None:
    assert is_mail_address(f"{'a' * 242}@example.org")
    assert not is_mail_address(f"{'a' * 243}@example.org")


def test_a_draft_shows_neither_receiver_nor_files() -> None:
    assert "kultur@" not in repr(LETTER)
    assert "Kulturen" not in repr(LETTER)


def test_one_line_is_one_line() -> None:
    assert one_line(" Påminnelse\r\n\tuppföljning\v2020 ") == "Påminnelse uppföljning 2020"


@given(st.text(), st.text(), st.text(max_size=40), st.binary(max_size=200))
def test_whatever_is_written_comes_out_as_one_letter(subject: str, body: str, name: str, content: bytes) -> None:
    draft = attrs.evolve(
        LETTER, subject=subject, body=body, to_name=name, attachments=(attrs.evolve(FORM, content=content),)
    )
    letter = read(draft)
    assert [part.get_content_type() for part in letter.walk()] == ["multipart/mixed", "text/plain", "text/csv"]
    assert [part.get_payload(decode=True) for part in letter.iter_attachments()] == [content]
    assert [each.addr_spec for each in letter["To"].addresses] == ["kultur@example.org"]
    assert set(letter) == {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type", "Content-Language"}
