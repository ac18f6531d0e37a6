"""Report backends that each break one promise, and the contract run on them. Not collected: see `test_broken.py`."""

import re
import time
from collections.abc import Callable
from itertools import count

import attrs

from muniprog.backends.html import HtmlBackend
from muniprog.document import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    InLanguage,
    Look,
    Note,
    NoteKind,
    PageBreak,
    Span,
    Table,
    as_prose,
)
from muniprog.testing import ReportBackendContract
from tests.contract.test_html import TestHtml as OfHtml


def everywhere(document: Document, change: Callable[[Block], Block]) -> Document:
    """Return a document with every block in it changed, the innermost first."""

    def changed(block: Block) -> Block:
        if isinstance(block, BulletList):
            block = attrs.evolve(block, items=[[changed(each) for each in item] for item in block.items])
        elif isinstance(block, InLanguage):
            block = attrs.evolve(block, blocks=[changed(each) for each in block.blocks])
        return change(block)

    return attrs.evolve(document, blocks=[changed(block) for block in document.blocks])


class ChangesBlocks(HtmlBackend):
    """Prints something else than it was given."""

    def render(self, document: Document) -> bytes:
        return super().render(everywhere(document, self.changed))

    def changed(self, block: Block) -> Block:
        return block


class ChangesFiles(HtmlBackend):
    """Does something to the page that was made."""

    def render(self, document: Document) -> bytes:
        return self.changed(super().render(document).decode()).encode()

    def changed(self, page: str) -> str:
        return page


class HasNoDot(HtmlBackend):
    suffixes = ("html", "htm")


class HasNoName(HtmlBackend):
    name = "Web page"


class LosesTheFacts(HtmlBackend):
    def render(self, document: Document) -> bytes:
        return super().render(attrs.evolve(document, metadata=()))


class ForgetsTheNotice(HtmlBackend):
    def render(self, document: Document) -> bytes:
        return super().render(attrs.evolve(document, notice=()))


class ForgetsTheFooter(HtmlBackend):
    def render(self, document: Document) -> bytes:
        return super().render(attrs.evolve(document, look=Look()))


class PrintsFromBehind(HtmlBackend):
    def render(self, document: Document) -> bytes:
        return super().render(attrs.evolve(document, blocks=tuple(reversed(document.blocks))))


class RefusesPageBreaks(ChangesBlocks):
    def changed(self, block: Block) -> Block:
        assert not isinstance(block, PageBreak), "There are no pages here."
        return block


class CutsLongTables(ChangesBlocks):
    def changed(self, block: Block) -> Block:
        return attrs.evolve(block, rows=block.rows[:256]) if isinstance(block, Table) else block


class LeavesOutEmptyTables(ChangesBlocks):
    def changed(self, block: Block) -> Block:
        return Note(NoteKind.NOTE, "") if isinstance(block, Table) and not block.rows else block


class SaysNothingOfPictures(ChangesBlocks):
    def changed(self, block: Block) -> Block:
        return attrs.evolve(block, alternative="") if isinstance(block, Figure) else block


class KnowsSixLevels(ChangesBlocks):
    def changed(self, block: Block) -> Block:
        return attrs.evolve(block, content="") if isinstance(block, Heading) and block.level > 6 else block


class KnowsThreeLanguages(ChangesBlocks):
    def render(self, document: Document) -> bytes:
        return {"sv": super().render, "fi": super().render, "en": super().render}[document.language](document)


class EscapesNothing(ChangesFiles):
    def changed(self, page: str) -> str:
        return page.replace("&lt;", "<").replace("&gt;", ">")


class EscapesTwice(ChangesFiles):
    def changed(self, page: str) -> str:
        return page.replace("&lt;", "&amp;lt;")


class LosesEmoji(ChangesFiles):
    def changed(self, page: str) -> str:
        return re.sub("[\U00010000-\U0010ffff]", "", page)


class ComposesLetters(ChangesFiles):
    def changed(self, page: str) -> str:
        return page.replace("a\u030a", "å")


class ReadsNumbers(ChangesFiles):
    def changed(self, page: str) -> str:
        return page.replace("1.10", "1.1")


class LinksWhatLooksLikeALink(ChangesFiles):
    def changed(self, page: str) -> str:
        return re.sub(r"(?i)(javascript:alert\(1\))", r'<a href="\1">\1</a>', page)


class TellsTheTime(ChangesFiles):
    def changed(self, page: str) -> str:
        return f"{page}<!-- {time.perf_counter_ns()} -->"


class Counts(ChangesFiles):
    numbers = count()

    def changed(self, page: str) -> str:
        return f"{page}<!-- {next(self.numbers)} -->"


class TellsTheZone(ChangesFiles):
    def changed(self, page: str) -> str:
        return f"{page}<!-- {time.strftime('%z')} -->"


class KeepsSets(ChangesFiles):
    def changed(self, page: str) -> str:
        return f"{page}<!-- {' '.join({f'word-{number}' for number in range(100)})} -->"


class WritesIntoTheDocument(HtmlBackend):
    def render(self, document: Document) -> bytes:
        object.__setattr__(document, "subtitle", as_prose(Span("printed")))
        return super().render(document)


BROKEN: dict[type[HtmlBackend], str] = {
    HasNoDot: "test_it_says_what_its_files_are",
    HasNoName: "test_it_says_what_it_is",
    LosesTheFacts: "test_every_word_of_a_document_is_read_in_order",
    ForgetsTheNotice: "test_a_notice_stands_on_every_page",
    ForgetsTheFooter: "test_the_footer_of_the_look_stands_on_every_page",
    PrintsFromBehind: "test_every_word_of_a_document_is_read_in_order",
    RefusesPageBreaks: "test_every_block_is_printed_alone",
    CutsLongTables: "test_a_long_table_is_printed_to_its_end",
    LeavesOutEmptyTables: "test_what_may_be_empty_is_printed",
    SaysNothingOfPictures: "test_every_block_is_printed_alone",
    KnowsSixLevels: "test_headings_and_lists_go_as_deep_as_they_like",
    KnowsThreeLanguages: "test_a_document_may_be_in_any_language[ar]",
    EscapesNothing: "test_no_text_changes_the_shape_of_a_file",
    EscapesTwice: "test_every_text_stays_text_by_itself[elements]",
    LosesEmoji: "test_every_text_stays_text_in_every_place[emoji]",
    ComposesLetters: "test_every_text_stays_text_in_every_place[combining letters]",
    ReadsNumbers: "test_every_text_stays_text_in_every_place[a version]",
    LinksWhatLooksLikeALink: "test_only_safe_links_are_links",
    TellsTheTime: "test_any_document_gives_the_same_bytes_again",
    Counts: "test_any_document_gives_the_same_bytes_again",
    TellsTheZone: "test_time_zone_and_locale_leave_no_trace",
    KeepsSets: "test_another_process_gives_the_same_bytes[1]",
    WritesIntoTheDocument: "test_printing_changes_nothing_in_the_document",
}
"""Each broken backend, and the test of the contract that must catch it; of many like it, the one that is about this."""


class Reads(ReportBackendContract):
    """Reads web pages as the test of the whole ones does, but forgives what a strict parser does not."""

    text_of = OfHtml.text_of
    links = OfHtml.links
    shape = OfHtml.shape


for _backend in BROKEN:
    _name = f"Test{_backend.__name__}"
    globals()[_name] = type(_name, (Reads,), {"backend": _backend(), "__module__": __name__})


class TestWithoutAReader(ReportBackendContract):
    backend = HtmlBackend()
