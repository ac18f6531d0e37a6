"""What a Word file tells about itself: its title and its language, and nothing of who printed it, when and where."""

from io import BytesIO
from zipfile import ZipFile

import docx

from muniprog import Document, Paragraph, Span
from muniprog_docx import Docx
from muniprog_docx.packing import unpacked


def test_the_file_tells_its_title_and_language_and_nothing_else() -> None:
    written = Docx().render(Document([Span("Program\n"), Span("2019–2022")], "fi", []))
    properties = docx.Document(BytesIO(written)).core_properties
    assert (properties.title, properties.language) == ("Program 2019–2022", "fi-FI")
    assert properties.author == properties.last_modified_by == properties.keywords == properties.comments == ""
    assert properties.created is properties.modified is properties.last_printed is None
    assert [name for name in unpacked(written) if name.startswith("docProps/")] == ["docProps/core.xml"]


def test_a_title_longer_than_word_takes_is_cut_in_the_properties_only() -> None:
    file = docx.Document(BytesIO(Docx().render(Document("å" * 300, "no tag", []))))
    assert file.core_properties.title == "å" * 255
    assert file.core_properties.language == ""
    assert file.paragraphs[0].text == "å" * 300


def test_every_entry_of_the_file_has_the_same_moment_and_no_machine() -> None:
    with ZipFile(BytesIO(Docx().render(Document("T", "sv", [Paragraph("x")], notice="N")))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16)
    }
