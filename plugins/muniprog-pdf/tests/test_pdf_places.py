"""Addresses such as `programme.pdf#boende` lead to the right place, also those of before."""

from io import BytesIO

import attrs
import pikepdf
import pytest

import muniprog
import vasa_2019_2022
from muniprog import Column, Document, Figure, Heading, PageBreak, Paragraph, Row, Table, cell
from muniprog_pdf import Pdf

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
ROWS = Table("Rader", [Column("a")], [Row([cell("x", anchor="cell")])], anchor="table")
BLOCKS: list[muniprog.Block] = [
    Heading(1, "Först", anchor="heading"),
    PageBreak(),
    Paragraph("x"),
    ROWS,
    PageBreak(),
    Figure(SVG, "En bild", table=ROWS, caption="Bilden", told_at="table", anchor="figure"),
]


def places(document: Document) -> dict[str, tuple[int, float, float]]:
    """Return the page and the place on it, in points from the lower left corner, that each name leads to."""
    with pikepdf.open(BytesIO(Pdf().render(document))) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        found = pdf.Root.Names.Dests if "/Names" in pdf.Root else pikepdf.NameTree.new(pdf).obj
        named = {str(name): place.as_list() for name, place in pikepdf.NameTree(found).items()}
        assert all(place[1] == "/XYZ" for place in named.values())
        return {name: (pages[place[0].objgen], float(place[2]), float(place[3])) for name, place in named.items()}


def test_every_anchor_is_a_place_that_an_address_may_lead_to() -> None:
    found = places(Document("T", "sv", BLOCKS))
    assert {name: page for name, (page, _, _) in found.items()} == {"heading": 1, "table": 2, "cell": 2, "figure": 3}
    assert all(0 < left < 842 and 0 < bottom < 595 for _, left, bottom in found.values())
    assert found["cell"][2] < found["table"][2]


def test_a_former_anchor_leads_to_the_same_place() -> None:
    document = Document("T", "sv", BLOCKS, former=[("old-cell", "cell"), ("older", "cell"), ("old", "heading")])
    found = places(document)
    assert found["old-cell"] == found["older"] == found["cell"]
    assert found["old"] == found["heading"]


def test_where_there_is_no_anchor_there_is_no_place() -> None:
    assert places(Document("T", "sv", [Heading(1, "Först")])) == {}


@pytest.mark.parametrize("anchor", ["sign", "symbol", "a-1", "figure-goals.2", "1"])
def test_an_anchor_may_be_any_identifier(anchor: str) -> None:
    finnish = muniprog.InLanguage("fi", [Paragraph("Suomeksi"), ROWS])
    assert anchor in places(Document("T", "sv", [Heading(1, "Först", anchor=anchor), finnish]))


def test_a_goal_of_vasa_is_found_by_what_it_was_called() -> None:
    vasa = muniprog.load(vasa_2019_2022.FOLDER)
    theme = vasa.themes[0]
    renamed = attrs.evolve(theme.goals[0], former_ids=("what-it-was-called",))
    goals = (renamed, *theme.goals[1:])
    vasa = attrs.evolve(vasa, themes=(attrs.evolve(theme, goals=goals), *vasa.themes[1:]))
    found = places(muniprog.report("programme", vasa, languages="sv").document)
    assert found["what-it-was-called"] == found[renamed.id]
    assert len(found) > 80
