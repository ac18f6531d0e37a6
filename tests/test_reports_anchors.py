"""An item that a report shows twice is anchored once."""

from muniprog.document import (
    Block,
    BulletList,
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
from muniprog.model import Programme
from muniprog.reports.anchors import former_anchors, settle_anchors
from tests.builders import goal, owner, programme, theme


def settled(*blocks: Block) -> list[Block]:
    document = Document("Programme", "en", settle_anchors(blocks))
    return list(document.walk())


def table(anchor: str) -> Table:
    return Table("Goals", [Column("Goal")], [Row([cell("Advice", anchor=anchor)])])


def test_the_first_place_keeps_the_anchor_and_the_others_link_to_it() -> None:
    first, second = settled(table("a1"), table("a1"))
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert first == table("a1")
    assert second.rows[0].cells[0].content == ((Span("Advice", link="#a1"),),)


def test_a_text_that_is_a_link_already_stays_one() -> None:
    again = Heading(1, Span("Advice", link="https://example.org"), anchor="a1")
    heading = settled(Heading(1, "Advice", anchor="a1"), again)[1]
    assert isinstance(heading, Heading)
    assert heading.content[0].link == "https://example.org"


def test_a_link_to_what_is_not_shown_becomes_text() -> None:
    words = (Span("see ", link=None), Span("here", link="#a1"), Span(" and ", link="#gone"))
    settled_words = (Span("see "), Span("here", link="#a1"), Span(" and "))
    blocks = settled(Heading(1, "Advice", anchor="a1"), Paragraph(words), Note(NoteKind.NOTE, words))
    assert blocks[1:] == [Paragraph(settled_words), Note(NoteKind.NOTE, settled_words)]


def test_anchors_are_settled_wherever_they_stand() -> None:
    figure = Figure("<svg/>", "A bar", table=table("a1"), caption="Figure", anchor="a2")
    item: list[Block] = [figure, PageBreak()]
    blocks = settled(BulletList([item]), InLanguage("fi", [figure]))
    figures = [block for block in blocks if isinstance(block, Figure)]
    assert figures[0] == figure
    assert (figures[1].anchor, figures[1].caption[0].link) == ("", "#a2")
    assert figures[1].table.rows[0].cells[0].content[0][0].link == "#a1"


# --- Former identifiers -------------------------------------------------------------------------------------


def renamed(*former: str) -> Programme:
    return programme(theme("t1", goal("g1", former_ids=former)), owners=(owner("o1", former_ids=("o0",)),))


def test_what_is_shown_is_also_found_by_its_former_identifiers() -> None:
    blocks = settle_anchors([Heading(1, "Advice", anchor="g1")])
    assert former_anchors(blocks, renamed("g0", "advice")) == (("g0", "g1"), ("advice", "g1"))
    assert former_anchors([Heading(1, "Advice", anchor="2.g1")], renamed("g0"), "2.") == (("2.g0", "2.g1"),)


def test_an_anchor_that_stands_for_something_else_today_is_no_former_one() -> None:
    blocks = [Heading(1, "Advice", anchor="g1"), Heading(1, "Contact", anchor="closing-contact")]
    assert former_anchors(blocks, renamed("closing-contact", "g0")) == (("g0", "g1"),)
