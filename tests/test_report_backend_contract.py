"""What the contract of report backends looks with: what a document says, made-up documents, other surroundings."""

import os
import time

import pytest
from hypothesis import Phase, find, given, settings

from muniprog.document import (
    Block,
    Column,
    Document,
    Figure,
    Heading,
    InLanguage,
    Note,
    NoteKind,
    PageBreak,
    Paragraph,
    Row,
    Span,
    Table,
    cell,
)
from muniprog.testing import documents
from muniprog.testing.report_backends.said import AnyOrder, InOrder, pieces, said_by, unsaid
from muniprog.testing.report_backends.samples import item, long_document, whole_document
from muniprog.testing.report_backends.surroundings import elsewhere


def said(*blocks: Block) -> list[str]:
    return [piece for piece in pieces(said_by(Document("T", "sv", blocks))) if piece]


def test_a_document_says_its_words_in_reading_order() -> None:
    words = said(
        Heading(1, "H"),
        Paragraph([Span("one\ntwo"), Span("three")]),
        PageBreak(),
        Table("Caption", [Column("first"), Column("second")], [Row([cell("a"), cell("b", "c")])]),
        InLanguage("fi", [Note(NoteKind.NOTE, "note")]),
    )
    assert words == ["T", "H", "one", "two", "three", "Caption", "first", "second", "a", "b", "c", "note"]


def test_a_caption_that_repeats_the_heading_is_said_once() -> None:
    table = Table("Goals", [Column("a")], [])
    assert said(Heading(1, "Goals"), table) == ["T", "Goals", "a"]
    figure = Figure("<svg/>", "picture", table=table, caption="Goals")
    assert said(Heading(1, "Goals"), figure) == ["T", "Goals", "picture", "Goals", "Goals", "a"]


def test_rows_that_spanning_cells_join_may_be_read_by_row_or_by_column() -> None:
    joined = Table(
        "C",
        [Column("x"), Column("y")],
        [Row([cell("wide", rows=2), cell("up")]), Row([cell("down")]), Row([cell("l"), cell("r")])],
    )
    document = said_by(Document("T", "sv", [joined]))
    assert list(unsaid(document, "T C x y wide up down l r", str.strip)) == []
    assert list(unsaid(document, "T C x y up down wide l r", str.strip)) == []
    assert list(unsaid(document, "T C x y wide up down r l", str.strip)) != []


def test_what_is_said_too_seldom_or_too_early_is_told() -> None:
    words = InOrder(["one", "", AnyOrder(["two", "two"])])
    assert list(unsaid(words, "one two two", str.strip)) == []
    assert list(unsaid(words, "one two", str.strip)) == ["“two” stands there 1 times, not 2."]
    assert list(unsaid(words, "two two one", str.strip)) == ["“two” stands before “one”, which it should follow."]
    assert list(unsaid(AnyOrder([]), "", str.strip)) == []


def test_the_whole_document_has_every_kind_of_block() -> None:
    kinds = {type(block) for block in whole_document().walk()}
    assert kinds == set(Block.__args__)


def test_the_long_document_has_a_word_for_each_page() -> None:
    assert long_document().notice
    assert item(Paragraph("a")) == (Paragraph("a"),)


@pytest.mark.parametrize("kind", Block.__args__)
def test_every_kind_of_block_is_made_up(kind: type) -> None:
    search = settings(max_examples=5000, phases=[Phase.generate], database=None)
    assert kind in map(type, find(documents(), lambda made: kind in map(type, made.walk()), settings=search).walk())


@given(documents())
@settings(max_examples=30)
def test_made_up_documents_have_places_to_link_to(document: Document) -> None:
    assert all(block.anchor for block in document.headings())


@pytest.mark.parametrize("before", [None, "Europe/Helsinki"])
def test_elsewhere_is_only_for_a_while(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    if before is not None:
        monkeypatch.setenv("TZ", before)
    with elsewhere("Pacific/Kiritimati", "no_SUCH.locale"):
        assert time.strftime("%z") == "+1400"
    assert os.environ.get("TZ") == before
