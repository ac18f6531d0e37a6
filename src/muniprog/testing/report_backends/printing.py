"""What a backend says about itself, and that it prints whatever a document may be."""

import re

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from muniprog.document import Block, Document, InLanguage, Look, Paragraph, Prose, Span, plain
from muniprog.interfaces import ReportBackend
from muniprog.testing.report_backends.ground import Ground
from muniprog.testing.report_backends.samples import (
    block_alone,
    deep_document,
    empty_documents,
    long_document,
    whole_document,
)
from muniprog.testing.report_backends.strategies import TAGS, documents

quietly = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    # Not `explain`: it prints a document a hundred times more to say what hardly helps.
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink],
    suppress_health_check=[
        HealthCheck.differing_executors,  # a contract is made to be inherited
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)

ALONE = block_alone()
EMPTY = empty_documents()


class Printing(Ground):
    """A backend prints every document, and nothing of it is lost."""

    def test_it_says_what_it_is(self) -> None:
        """Users name it in lower case, find it by the ending of a file, and read what it is in their language."""
        assert isinstance(self.backend, ReportBackend)
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", self.backend.name)
        assert all(self.backend.title.spoken(language).strip() for language in ("sv", "fi", "en"))

    def test_it_says_what_its_files_are(self) -> None:
        """There is at least one ending, each with its dot and in lower case, and a media type."""
        assert isinstance(self.backend.suffixes, tuple)
        assert self.backend.suffixes
        assert [each for each in self.backend.suffixes if not re.fullmatch(r"\.[a-z0-9][a-z0-9._-]*", each)] == []
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+(; ?[\w-]+=[\w.-]+)*", self.backend.media_type)

    @pytest.mark.parametrize("name", ALONE)
    def test_every_block_is_printed_alone(self, name: str) -> None:
        """Each kind of block is printed where nothing stands around it."""
        self.assert_reads(Document("Titel", "sv", [ALONE[name]]))

    def test_every_word_of_a_document_is_read_in_order(self) -> None:
        """Title, facts, headings, notes, captions, titles of columns, cells, alternatives: all, in reading order.

        Blocks stand in lists, in lists in lists, in other languages, and those in lists again.
        """
        self.assert_reads(whole_document())

    @quietly
    @given(document=documents())
    def test_any_document_is_read_in_order(self, document: Document) -> None:
        """Whatever a document holds can be read in its file."""
        self.assert_reads(document)

    @pytest.mark.parametrize("name", EMPTY)
    def test_what_may_be_empty_is_printed(self, name: str) -> None:
        """A table without rows still has its titles; a document without blocks still has its own."""
        self.assert_reads(EMPTY[name])

    def test_headings_and_lists_go_as_deep_as_they_like(self) -> None:
        """A file type that knows six levels prints the seventh all the same."""
        self.assert_reads(deep_document())

    def test_a_long_table_is_printed_to_its_end(self) -> None:
        """Hundreds of rows are all there, on however many pages."""
        self.assert_reads(long_document())

    def test_a_notice_stands_on_every_page(self) -> None:
        """Who sees one page only sees the notice too: that these are sample data, or no decision yet."""
        document = long_document()
        self._assert_on_every_page(document, document.notice)

    def test_the_footer_of_the_look_stands_on_every_page(self) -> None:
        """The municipality's own line is at the foot of each page, and is text as everything else."""
        document = attrs.evolve(long_document(), look=Look(footer="Staden | <b>Gatan</b> {{ 1 }} & #2"))
        self._assert_on_every_page(document, document.look.footer)

    @pytest.mark.parametrize("language", TAGS)
    def test_a_document_may_be_in_any_language(self, language: str) -> None:
        """Also in a language that nobody has words for: what the document says is said."""
        self.assert_reads(whole_document(language=language))

    def test_two_languages_stand_side_by_side(self) -> None:
        """What is in another language than the document is read at its place, in a line and as blocks of its own."""
        both = [Span("Främja boende", language="sv"), Span(" / "), Span("Edistä asumista", language="fi")]
        blocks: list[Block] = [
            Paragraph(both),
            InLanguage("fi", [Paragraph(both), InLanguage("sv", [Paragraph("Slut")])]),
        ]
        self.assert_reads(Document(both, "sv", blocks, subtitle=both, metadata=[(both, both)], notice=both))

    def _assert_on_every_page(self, document: Document, line: Prose) -> None:
        wanted = self.fold(plain(line))
        read = self.pages(self.backend.render(document))
        assert read
        assert [number for number, page in enumerate(read, start=1) if wanted not in self.fold(page)] == []
