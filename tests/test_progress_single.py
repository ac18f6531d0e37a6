"""One figure by its name: in the words of every report, and refused where there is no such figure."""

import pytest

import muniprog
from muniprog.model import Programme
from muniprog.progress import Figures, one_figure
from muniprog.progress.single import OF_ACTIONS, OF_GROUPS, OF_INDICATORS


@pytest.fixture(scope="module")
def figures() -> Figures:
    return muniprog.assess(muniprog.load("vasa_2019_2022_sample"), as_of="2020-12-31")


@pytest.mark.parametrize(
    ("item", "name", "said"),
    [
        ("anstallda-kartlaggning", "status", "pågår"),
        ("anstallda-kartlaggning", "late_by", "0"),
        ("anstallda-kartlaggning", "planned_end", "31.12.2021"),
        ("anstallda-kartlaggning", "actual_end", "–"),
        ("boenderadgivning-utveckling", "slip", "−46"),
        ("boenderadgivning-utveckling", "time_passed", "100\u00a0%"),
        ("andel-anstallda-med-invandrarbakgrund", "value", "4,6\u00a0%"),
        ("andel-anstallda-med-invandrarbakgrund", "period", "2020"),
        ("andel-anstallda-med-invandrarbakgrund", "target", "6,0\u00a0%"),
        ("andel-anstallda-med-invandrarbakgrund", "target_due", "31.12.2022"),
        ("boenderadgivning", "completion", "2 av 3 (67\u00a0%)"),
        ("boenderadgivning", "status", "klar"),
        ("boende", "done", "3"),
        ("vasa-2019-2022-sample", "actions", "45"),
    ],
)
def test_a_figure_is_said_in_the_readers_language(figures: Figures, item: str, name: str, said: str) -> None:
    assert one_figure(figures, item, name).spoken("sv") == said


def test_every_figure_of_every_item_can_be_said(figures: Figures) -> None:
    names = {muniprog.ActionFigures: OF_ACTIONS, muniprog.IndicatorFigures: OF_INDICATORS}
    for identifier, found in figures.items():
        for name in names.get(type(found), OF_GROUPS):
            assert one_figure(figures, identifier, name).spoken("fi")


def test_where_there_is_nothing_a_dash_stands() -> None:
    bare: Programme = muniprog.load("vasa_2019_2022")
    figures = muniprog.assess(bare, as_of="2020-12-31")
    indicator = bare.indicators[0].id
    names = ("value", "period", "target", "target_due", "total", "attainment")
    assert {one_figure(figures, indicator, name).spoken("en") for name in names} == {"–"}
    assert one_figure(figures, "boende", "attainment").spoken("en") == "–"


def test_a_figure_that_there_is_not_is_refused_with_those_that_there_are(figures: Figures) -> None:
    with pytest.raises(muniprog.UnknownNameError) as refused:
        one_figure(figures, "boende", "verdict")
    assert "There is no figure called “verdict”." in str(refused.value)
    assert "completion" in str(refused.value)
    with pytest.raises(muniprog.UnknownNameError, match="item"):
        one_figure(figures, "borta", "status")
