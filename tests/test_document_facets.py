"""Facets: by what readers find the entries of a document."""

import pytest

from muniprog.document import (
    Block,
    Column,
    Document,
    DocumentError,
    Facet,
    FacetKind,
    Heading,
    Row,
    Table,
    cell,
    facets_of,
    keys_by_kind,
    plain,
)

HOUSING = Facet(FacetKind.THEME, "housing", "Housing")
YEAR = Facet(FacetKind.YEAR, "2020", "2020", rank=2020)


def test_a_facet_has_words_and_a_kind_that_may_be_given_by_name() -> None:
    assert Facet("theme", "housing", "Housing") == HOUSING
    assert plain(HOUSING.label) == "Housing"


@pytest.mark.parametrize("key", ["", "a b", "å", "a\n", '"', "</script>"])
def test_a_key_can_stand_in_a_link_and_in_a_list_of_keys(key: str) -> None:
    with pytest.raises(DocumentError, match="cannot be the key of a facet"):
        Facet(FacetKind.OWNER, key, "Owner")
    with pytest.raises(DocumentError, match="cannot be the key of a facet"):
        Facet(FacetKind.OWNER, "owner", "Owner", former=["before", key])


def test_keys_come_by_kind_and_each_once() -> None:
    owners = (Facet(FacetKind.OWNER, "b", "B"), Facet(FacetKind.OWNER, "a", "A"))
    found = keys_by_kind([YEAR, *owners, HOUSING, *owners])
    assert list(found.items()) == [
        (FacetKind.THEME, ("housing",)),
        (FacetKind.OWNER, ("b", "a")),
        (FacetKind.YEAR, ("2020",)),
    ]


def test_rows_and_headings_carry_facets() -> None:
    table = Table("Goals", [Column("Goal")], [Row([cell("x")], facets=[HOUSING]), Row([cell("All")])])
    blocks: list[Block] = [Heading(1, "Indicator", facets=[YEAR]), table]
    assert [facet for block in Document("Programme", "en", blocks).walk() for facet in facets_of(block)] == [
        YEAR,
        HOUSING,
    ]
