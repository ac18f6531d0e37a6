"""The blocks of a document as nodes; headings become sections, so that pages, contents and search know them."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
from docutils import nodes

import muniprog
from muniprog_sphinx.printing.nodes import Disclosure, Picture
from muniprog_sphinx.printing.prose import Wording, spoken_in
from muniprog_sphinx.printing.surroundings import Surroundings
from muniprog_sphinx.printing.tables import print_table

_NOTE_WORDS = {
    muniprog.NoteKind.NOTE: muniprog.message("Note"),
    muniprog.NoteKind.WARNING: muniprog.message("Warning"),
    muniprog.NoteKind.SOURCE: muniprog.message("Source"),
}
_ROWS_OF_FIGURE = muniprog.message("The figures behind the picture")

Piece = (
    muniprog.Heading
    | muniprog.Paragraph
    | muniprog.BulletList
    | muniprog.Table
    | muniprog.Figure
    | muniprog.Note
    | muniprog.PageBreak
)
"""A block that is no switch to another language."""


@attrs.frozen
class Printer:
    """Makes nodes of blocks.

    Attributes:
        surroundings: What knows where links lead.
        language: The language of the blocks.
        page_language: The language of the page that they stand on.
        may_have_sections: Whether headings may begin sections here; elsewhere they are lines that stand out.
    """

    surroundings: Surroundings
    language: str
    page_language: str
    may_have_sections: bool = True

    @property
    def wording(self) -> Wording:
        """How lines of text in the language of the blocks become nodes."""
        return Wording(self.surroundings, self.language)

    def print(self, blocks: Iterable[muniprog.Block]) -> list[nodes.Node]:
        """Return blocks: what stands before the first heading, and then a section for each heading of that level."""
        found: list[nodes.Node] = []
        sections: list[nodes.section] = []
        above: Piece | None = None
        for block, printer in self._each_in_its_language(blocks):
            if isinstance(block, muniprog.Heading) and self.may_have_sections:
                section = printer.section(block)
                del sections[block.level - 1 :]
                (sections[-1] if sections else found).append(section)
                sections.append(section)
            else:
                (sections[-1] if sections else found).extend(printer.tagged(printer.block(block, above)))
            above = block
        return found

    def section(self, heading: muniprog.Heading) -> nodes.section:
        """Return the section that a heading begins."""
        section = nodes.section()
        if heading.anchor:
            self.surroundings.settle(section, heading.anchor)
        else:
            self.surroundings.number(section, muniprog.plain(heading.content))
        words = self.surroundings.name(heading.anchor, self.wording.on_one_line(heading.content))
        if self.language != self.page_language:  # the contents of the page show the title without the section
            words = [nodes.inline("", "", *words, classes=spoken_in(self.language))]
        section += nodes.title("", "", *words, support_smartquotes=False)
        self.tagged([section])
        return section

    def tagged(self, printed: Sequence[nodes.Element]) -> Sequence[nodes.Element]:
        """Return nodes that say in which language they are, and that their quotes are to be left alone."""
        for node in printed:
            node["support_smartquotes"] = False
            if self.language != self.page_language:
                node["classes"] += spoken_in(self.language)
        return printed

    def block(self, block: Piece, above: Piece | None) -> list[nodes.Element]:
        """Return one block that is no section."""
        match block:
            case muniprog.Table():
                return [print_table(block, self.wording, repeats=muniprog.caption_repeats(block, above))]
            case muniprog.BulletList():
                return self._list(block)
            case muniprog.Figure():
                return self._figure(block)
            case muniprog.Note():
                return [self.note(block.kind, block.content)]
            case muniprog.PageBreak():
                return [nodes.raw("", r"\clearpage{}", format="latex")]
            case muniprog.Heading():
                return [self._rubric(block)]
            case _:
                return [nodes.paragraph("", "", *self.wording.nodes_of(block.content))]

    def note(self, kind: muniprog.NoteKind, line: muniprog.Prose) -> nodes.Element:
        """Return a remark that stands out."""
        title = nodes.title("", _NOTE_WORDS[kind].spoken(self.language))
        words = nodes.paragraph("", "", *self.wording.nodes_of(line))
        look = "warning" if kind is muniprog.NoteKind.WARNING else "note"
        return nodes.admonition("", title, words, classes=[look, f"muniprog-{kind}"], support_smartquotes=False)

    def _each_in_its_language(self, blocks: Iterable[muniprog.Block]) -> "Iterator[tuple[Piece, Printer]]":
        for block in blocks:
            if isinstance(block, muniprog.InLanguage):
                within = attrs.evolve(self, language=block.language)
                yield from within._each_in_its_language(block.blocks)  # noqa: SLF001  it is one of us
            else:
                yield block, self

    def _list(self, block: muniprog.BulletList) -> list[nodes.Element]:
        if not block.items:
            return []
        within = attrs.evolve(self, may_have_sections=False, page_language=self.language)
        items = [nodes.list_item("", *within.print(item)) for item in block.items]
        if block.numbered:
            return [nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")]
        return [nodes.bullet_list("", *items, bullet="-")]

    def _figure(self, figure: muniprog.Figure) -> list[nodes.Element]:
        label = muniprog.plain(figure.caption) or figure.alternative
        instead = nodes.paragraph("", figure.alternative)
        picture = Picture(
            "", instead, svg=figure.svg, alternative=figure.alternative, label=label, classes=["muniprog-picture"]
        )
        caption = nodes.caption("", "", *self.wording.on_one_line(figure.caption))
        printed = nodes.figure("", picture, caption, classes=["muniprog-figure"])
        self.surroundings.settle(printed, figure.anchor)
        rows = print_table(figure.table, self.wording)
        return [printed, Disclosure("", rows, summary=_ROWS_OF_FIGURE.spoken(self.language))]

    def _rubric(self, heading: muniprog.Heading) -> nodes.Element:
        printed = nodes.rubric("", "", *self.wording.on_one_line(heading.content))
        self.surroundings.settle(printed, heading.anchor)
        return printed
