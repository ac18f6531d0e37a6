"""By what readers find the entries of each report."""

import attrs
import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.backends.html import HtmlBackend
from muniprog.backends.markdown import MarkdownBackend
from muniprog.backends.text import TextBackend
from muniprog.document import Document, Facet, FacetKind, Figure, Heading, Row, Table, keys_by_kind, plain
from muniprog.interfaces import Report
from muniprog.model import Programme, Theme, Verdict
from muniprog.reports.evaluation import EvaluationReport
from muniprog.reports.facets import ItemFacets
from muniprog.reports.followup import FollowUpReport
from muniprog.reports.indicators import IndicatorsReport
from muniprog.reports.owners import OwnersReport
from muniprog.reports.programme import ProgrammeReport
from muniprog.reports.timetable import TimetableReport
from muniprog.reports.voice import Voice
from muniprog.testing.strategies import programmes
from tests.builders import action, decided, goal, owner, programme, round_of, theme
from tests.reported import built, tables, three_rounds, without_facets

REPORTS: list[Report] = [
    ProgrammeReport(),
    TimetableReport(),
    FollowUpReport(),
    IndicatorsReport(),
    OwnersReport(),
    EvaluationReport(),
]


def entries(document: Document) -> list[tuple[str, dict[FacetKind, tuple[str, ...]]]]:
    """What each entry begins with, and the keys by which it is found."""
    rows = [row for table in tables(document) for row in table.rows if row.facets]
    headings = [block for block in document.walk() if isinstance(block, Heading) and block.facets]
    return [
        *((_first(row), keys_by_kind(row.facets)) for row in rows),
        *((plain(heading.content), keys_by_kind(heading.facets)) for heading in headings),
    ]


def _first(row: Row) -> str:
    return plain(row.cells[0].content[0]) if row.cells[0].content else ""


def entry(document: Document, title: str) -> dict[FacetKind, tuple[str, ...]]:
    """By what the first entry with this title is found."""
    return next(keys for first, keys in entries(document) if first == title)


def test_an_action_of_the_programme_is_found_by_its_theme_owners_and_years() -> None:
    document = built(ProgrammeReport(), three_rounds(), "sv")
    assert entry(document, "Trygga hem") == {
        FacetKind.THEME: ("t-hem",),
        FacetKind.OWNER: ("kult",),
        FacetKind.YEAR: ("2020",),
    }
    assert entry(document, "Rådgivning")[FacetKind.YEAR] == ("2019", "2020", "2021", "2022", "continuous")
    assert entry(document, "Ett mål utan åtgärder") == {FacetKind.THEME: ("t-hem",), FacetKind.OWNER: ("bild",)}


def test_a_goal_in_the_timetable_is_found_by_all_that_its_actions_are_found_by() -> None:
    keys = entry(built(TimetableReport(), three_rounds(), "sv"), "Fler i arbete")
    assert keys[FacetKind.OWNER] == ("utb", "kult")
    assert keys[FacetKind.YEAR] == ("2019", "2020")


def test_the_charts_of_the_timetable_show_the_goals_of_their_theme() -> None:
    document = built(TimetableReport(), three_rounds(), "sv", "fi")
    shown = [block.shows for block in document.walk() if isinstance(block, Figure)]
    assert set(shown) == {("arbete",), ("hem", "tom")}


def test_figures_are_found_by_how_things_stand_and_by_the_owners_of_the_day() -> None:
    document = built(EvaluationReport(), three_rounds(), "sv", period="2020")
    assert entry(document, "Kurs")[FacetKind.STATUS] == ("done",)
    assert entry(document, "Nätverk")[FacetKind.STATUS] == ("not_reported",)
    assert entry(document, "I arbete")[FacetKind.VERDICT] == ("met",)
    now = built(EvaluationReport(), three_rounds(), "sv", period="2021")
    assert entry(now, "Kurs")[FacetKind.OWNER] == ("bild",)


def test_all_that_stands_under_the_heading_of_an_indicator_is_one_entry() -> None:
    document = built(IndicatorsReport(), three_rounds(), "sv")
    assert [title for title, _ in entries(document)] == ["I arbete", "Besök", "Små grupper", "Planen är antagen"]


def test_sums_are_no_entries() -> None:
    document = built(FollowUpReport(), three_rounds(), "sv", period="2020")
    (money,) = [table for table in tables(document) if plain(table.caption) == "Planerat och använt"]
    assert [bool(row.facets) for row in money.rows] == [True, False]


def test_an_action_that_is_gone_is_found_by_what_it_was_last_found_by() -> None:
    whole = three_rounds()
    without = attrs.evolve(whole, themes=tuple(attrs.evolve(each, goals=()) for each in whole.themes), headline=())
    document = built(EvaluationReport(), without, "sv", period="2021")
    assert entry(document, "Kurs")[FacetKind.STATUS] == ("done",)


def test_a_decision_is_found_by_what_it_is_about_even_where_that_is_neither_a_goal_nor_an_action() -> None:
    about = [decided(item, Verdict.CONTINUE, on="2020-11-02") for item in ("t1", "o1", "gone")]
    whole = programme(
        theme("t1", goal("g1", action("a1")), title="Hem"),
        owners=(owner("o1", name="Bildning"),),
        follow_ups=(round_of("2020", *about),),
    )
    found = dict(entries(built(FollowUpReport(), whole, "sv", period="2020")))
    assert (found["Hem"], found["Bildning"]) == ({FacetKind.THEME: ("t1",)}, {FacetKind.OWNER: ("o1",)})
    assert "gone" not in found


def test_a_theme_below_a_theme_is_found_by_both() -> None:
    below = theme("t2", goal("g1", action("a1")))
    whole = programme(theme("t1", below), owners=(owner("o1"),))
    found = ItemFacets.as_planned(whole, Voice(("sv",), "sv"))
    assert keys_by_kind(found.of(whole.actions[0])) == {FacetKind.THEME: ("t2", "t1")}
    assert keys_by_kind(found.of(whole.themes[0])) == {FacetKind.THEME: ("t1",)}


def test_former_identifiers_of_themes_and_owners_still_find_what_is_theirs() -> None:
    whole = programme(
        theme("t1", action("a1", "", ("o1",)), former_ids=("t0",)), owners=(owner("o1", former_ids=("o0", "o00")),)
    )
    facets = ItemFacets.as_planned(whole, Voice(("sv",), "sv")).of(whole.actions[0])
    assert [facet.former for facet in facets] == [("t0",), ("o0", "o00")]
    prefixed = attrs.evolve(ItemFacets.as_planned(whole, Voice(("sv",), "sv")), prefix="p.")
    assert prefixed.of(whole.themes[0])[0].former == ("p.t0",)


def test_an_owner_that_is_not_in_the_programme_has_no_former_identifiers() -> None:
    assert ItemFacets.as_planned(programme(), Voice(("sv",), "sv")).owner("o1").former == ()


def test_a_theme_without_a_title_is_called_what_its_identifier_says() -> None:
    whole = programme(theme("t1", title={}))
    assert isinstance(whole.themes[0], Theme)
    (facet,) = ItemFacets.as_planned(whole, Voice(("sv",), "sv")).of(whole.themes[0])
    assert facet == Facet(FacetKind.THEME, "t1", "t1")


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report.name))
@pytest.mark.parametrize("languages", [("sv",), ("sv", "fi", "en")], ids="-".join)
def test_facets_change_nothing_that_is_printed(report: Report, languages: tuple[str, ...]) -> None:
    document = built(report, three_rounds(), *languages)
    bare = without_facets(document)
    assert any(isinstance(block, Table) for block in bare.walk())
    for backend in (TextBackend(), MarkdownBackend()):
        assert backend.render(document) == backend.render(bare)


@settings(max_examples=25)
@given(programmes(), st.sampled_from(REPORTS))
def test_what_can_be_chosen_is_found_and_what_is_found_can_be_chosen(whole: Programme, report: Report) -> None:
    if not whole.follow_ups and isinstance(report, (FollowUpReport, EvaluationReport)):
        return
    as_of = None if whole.follow_ups else "2020-12-31"
    document = built(report, whole, *whole.languages, as_of=as_of)
    tree = html5lib.parse(HtmlBackend().render(document).decode(), namespaceHTMLElements=False)
    found = {token for each in tree.iter() for token in each.get("data-facets", "").split()}
    for select in tree.iter("select"):
        kind = select.get("name")
        if kind == "language":
            continue
        values = [option.get("value") for option in select.iter("option")][1:]
        assert len(values) == len(set(values)) > 1
        assert {f"{kind}:{value}" for value in values} == {token for token in found if token.startswith(f"{kind}:")}
