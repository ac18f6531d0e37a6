"""What is printed is what may be: no file holds what is internal, private, suppressed, or said in confidence."""

import zipfile
import zlib
from base64 import b64encode
from datetime import date
from functools import cache
from io import BytesIO

import pytest

import muniprog
from muniprog.calendar_file import calendar_bytes
from muniprog.document import Column, Document, Figure, Row, Table, cell
from muniprog.interfaces import Report, ReportOptions
from muniprog.model import Programme
from muniprog.text import Text
from tests.publication.planted import INTERNAL, NOTES, NUMBERS, PRIVATE, SUPPRESSED_SHARE, WORDS, planted
from tests.publication.searching import found_in

PLUGINS = muniprog.load_plugins()
REPORTS = sorted(PLUGINS.reports)
BACKENDS = sorted(PLUGINS.backends)
OCCASIONS = {"closed": (("sv",), "2019"), "open": (("fi", "sv", "en"), "2020")}
"""A round that is closed, and so speaks out of its record, in one language; an open one in all of them."""

EVERY_NUMBER: dict[str, int | str] = {**NUMBERS, "suppressed share": SUPPRESSED_SHARE}


@cache
def document(report: str, languages: tuple[str, ...], period: str, *, asked: bool = False) -> Document:
    """The document of a report, as anybody gets it, or with all that can be asked for."""
    printed = muniprog.report(report, planted(), languages=languages, period=period, internal=asked, notes=asked)
    return printed.document


def leaks(file: bytes) -> list[str]:
    return found_in(file, WORDS, EVERY_NUMBER)


def told(file: bytes) -> set[str]:
    """What is told, without where."""
    return {leak.rpartition(" (")[0] for leak in leaks(file)}


@pytest.mark.parametrize("occasion", OCCASIONS)
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("report", REPORTS)
def test_no_report_tells_a_secret_in_any_file(report: str, backend: str, occasion: str) -> None:
    assert leaks(PLUGINS.backends.find(backend).render(document(report, *OCCASIONS[occasion]))) == []


FOR_GOOD = {what for what in PRIVATE if "sent back" not in what and "suppressed" not in what} | {
    what for what in EVERY_NUMBER if "suppressed" in what
}
"""What nobody can ask for. What was sent back, and remarks beside numbers, go with what is internal."""

ASKED = {
    "evaluation": {"why an internal action goes on"},
    "followup": {"what was answered about an internal action", "answer that was sent back"},
    "indicators": {"title of an indicator of an internal action"},
    "owners": {"name of an owner of internal actions alone"},
    "programme": {"note of an action", "description of an internal action", "title of a step of an internal action"},
}
"""What each report tells where it is asked for by name."""


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("report", ASKED)
def test_what_is_asked_for_by_name_is_told_in_every_file(report: str, backend: str) -> None:
    file = PLUGINS.backends.find(backend).render(document(report, *OCCASIONS["closed"], asked=True))
    assert ASKED[report] <= told(file)
    assert not told(file) & FOR_GOOD


# --- What is published as data -----------------------------------------------------------------------

TABLES = ("themes", "goals", "actions", "owners", "indicators", "targets", "observations")


@pytest.mark.parametrize("name", sorted(PLUGINS.formats))
def test_a_copy_for_everybody_tells_no_secret_in_any_format(name: str) -> None:
    assert leaks(muniprog.export(muniprog.public_copy(planted()), to=name).data) == []


@pytest.mark.parametrize("table", TABLES)
def test_rows_of_a_copy_for_everybody_tell_no_secret(table: str) -> None:
    rows = muniprog.rows(muniprog.public_copy(planted()), table)
    assert leaks(muniprog.rows_to_csv(rows)) == []


@pytest.mark.parametrize("table", TABLES)
def test_rows_tell_how_nobody_is_reached(table: str) -> None:
    contact = {what: word for what, word in PRIVATE.items() if "contact" in what or "plug-in" in what}
    assert found_in(muniprog.rows_to_csv(muniprog.rows(planted(), table)), contact, {}) == []


# --- What is sent to one owner ------------------------------------------------------------------------

OF_OTHERS = {what: word for what, word in INTERNAL.items() if "in no goal" not in what}
"""What is internal and no business of the owner that gets a form: another one answers for it."""


@pytest.mark.parametrize("name", sorted(PLUGINS.form_files))
def test_a_form_tells_its_owner_nothing_of_others_and_nothing_private(name: str) -> None:
    (form,) = [each for each in muniprog.make_forms(planted(), 2020) if each.address.owner == "kultur"]
    private = {what: word for what, word in PRIVATE.items() if what in FOR_GOOD}
    assert found_in(PLUGINS.form_files.find(name).write(form), OF_OTHERS | NOTES | private, {}) == []


def test_a_date_in_a_calendar_tells_nothing_private() -> None:
    pytest.importorskip("icalendar")
    (letter,) = [each for each in muniprog.make_reminders(planted(), 2020, on="2020-12-15") if each.owner == "kultur"]
    assert letter.entry is not None
    private = {what: word for what, word in PRIVATE.items() if what in FOR_GOOD}
    assert found_in(calendar_bytes([letter.entry], on=date(2020, 12, 15)), OF_OTHERS | NOTES | private, {}) == []


# --- That it would be seen ----------------------------------------------------------------------------


class Careless(Report):
    """Tells how somebody is reached, in a cell, and in what a picture says for those who do not see it."""

    name = "careless"
    title = Text.of("Careless")

    def build(self, programme: Programme, options: ReportOptions) -> Document:
        contact = programme.owners[0].contact
        assert contact is not None
        rows = Table("Rows", [Column("What")], [Row([cell(str(contact.email))])])
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>{contact.phone}</desc></svg>'
        return Document("Title", "en", [Figure(svg, f"Ask {contact.name}", table=rows, caption="Caption")])


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_report_that_tells_a_secret_is_seen_in_every_file(backend: str) -> None:
    careless = Careless().build(planted(), ReportOptions(languages=("en",)))
    assert {"name of a contact", "e-mail of a contact"} <= told(PLUGINS.backends.find(backend).render(careless))


def zipped(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return stream.getvalue()


def pdf_with_properties(word: str) -> bytes:
    pikepdf = pytest.importorskip("pikepdf")
    stream = BytesIO()
    with pikepdf.new() as made:
        made.docinfo["/Subject"] = word
        made.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


WORD = PRIVATE["name of a contact"]
HIDDEN_IN = {
    "a comment": f"<!-- {WORD} -->".encode(),
    "a word in two elements": f"<b>{WORD[:3]}</b>{WORD[3:]}".encode(),
    "capital letters": WORD.upper().encode(),
    "entities": "".join(f"&#{ord(letter)};" for letter in WORD).encode(),
    "an address": f"https://example.org/?q=%{ord(WORD[0]):02x}{WORD[1:]}".encode(),
    "a picture in a page": b'<img src="data:image/svg+xml;base64,' + b64encode(f"<svg>{WORD}</svg>".encode()) + b'">',
    "letters of two bytes": WORD.encode("utf-16"),
    "a word that may be parted": f"{WORD[:3]}\u00ad{WORD[3:]}".encode(),
    "a hidden sheet": zipped("xl/worksheets/sheet9.xml", f"<c><is><t>{WORD}</t></is></c>".encode()),
    "the properties of a document": zipped("docProps/core.xml", f"<dc:subject>{WORD}</dc:subject>".encode()),
    "the name of a file": zipped(f"{WORD}.png", b""),
    "a workbook in a document": zipped("word/embeddings/a.xlsx", zipped("xl/comments1.xml", WORD.encode())),
    "a stream of a PDF": b"%PDF-1.7\nstream\n" + zlib.compress(WORD.encode()) + b"\nendstream",
}


@pytest.mark.parametrize("place", HIDDEN_IN)
def test_a_word_is_found_wherever_it_is_hidden(place: str) -> None:
    assert "name of a contact" in told(HIDDEN_IN[place])


def test_a_word_is_found_in_the_properties_of_a_pdf() -> None:
    assert "name of a contact" in told(pdf_with_properties(WORD))


@pytest.mark.parametrize("number", ["48271", "48 271", "48\u00a0271", "48.271", "48,271", "v=48271;"])
def test_a_number_is_found_however_it_is_written(number: str) -> None:
    assert told(number.encode()) == {"suppressed value"}


@pytest.mark.parametrize("number", ["148271", "482710", "0.48271", "48-271"])
def test_a_part_of_another_number_is_no_secret(number: str) -> None:
    assert told(number.encode()) == set()
