import pytest

from muniprog.model import Overview
from muniprog.timeframe import Timeframe
from tests.builders import action, found_by, goal, items_found_by, programme, text, theme, when


@pytest.mark.parametrize(
    ("placement", "actions", "contrary"),
    [
        ("2020", ["2020", "2021"], False),
        ("2019", ["2019", "Kontinuerlig"], False),
        ("Kontinuerlig", ["2020", "Kontinuerlig"], False),
        ("Kontinuerlig", ["årligen"], False),
        ("Kontinuerlig", ["2019–2022"], False),
        ("Kontinuerlig", ["2021–"], False),
        ("2020", ["2019–2022"], False),
        ("2022", ["2021–"], False),
        ("2020", [], False),
        ("2020", [""], False),
        ("2020", ["TBD"], False),
        ("Kontinuerlig", ["2019", "2020"], True),
        ("Kontinuerlig", ["2020–2022"], True),
        ("2020", ["Kontinuerlig"], True),
        ("2019", ["2020", "2021"], True),
        ("2022", ["2020", "2021"], True),
        ("2020", ["2021–"], True),
    ],
)
def test_a_placement_fits_at_least_one_action(placement: str, actions: list[str], contrary: bool) -> None:
    below = [action(f"a{number}", words) for number, words in enumerate(actions)]
    plan = programme(theme("t", goal("g", *below, overview=Overview(timeframe=when(placement)))))
    assert bool(found_by("V101", plan)) is contrary


def test_a_placement_in_words_contradicts_nothing() -> None:
    placed = Overview(timeframe=Timeframe.of("När skolan är klar"))
    assert found_by("V101", programme(theme("t", goal("g", action("a", "2020"), overview=placed)))) == ()


def test_the_finding_names_what_the_actions_say() -> None:
    placed = Overview(timeframe=when("Kontinuerlig"))
    plan = programme(
        theme("t", goal("g", action("a", "2019"), action("b", "2020"), action("c", "2020"), overview=placed))
    )
    (finding,) = found_by("V101", plan)
    assert (
        str(finding.message)
        == "The overview page places “g” under “Kontinuerlig”, but its actions are for: 2019, 2020."
    )


def test_actions_take_their_time_from_the_goal() -> None:
    plan = programme(
        theme("t", goal("g", action("a"), timeframe=when("2021"), overview=Overview(timeframe=when("2020"))))
    )
    assert items_found_by("V101", plan) == ["g"]


def test_another_name_on_the_overview_page_is_told() -> None:
    def placed(title: str) -> Overview:
        return Overview(timeframe=when("2020"), title=text(title))

    plan = programme(
        theme(
            "t",
            goal("same", title="Rådgivning", overview=placed("RÅDGIVNING")),
            goal(
                "alias", title="Digivänner", aliases=(text("Digivänverksamhet"),), overview=placed("Digivänverksamhet")
            ),
            goal("other", title="Boende", overview=placed("Boenderådgivning")),
            goal("none", overview=Overview(timeframe=when("2020"))),
        )
    )
    assert items_found_by("V102", plan) == ["other"]


def test_a_name_is_compared_with_names_in_its_own_language() -> None:
    titles = {"sv": "Rådgivning", "fi": "Neuvonta"}
    same = Overview(timeframe=when("2020"), title=text({"sv": None, "fi": "Neuvonta"}))
    crossed = Overview(timeframe=when("2020"), title=text("Neuvonta"))
    plan = programme(
        theme("t", goal("same", title=titles, overview=same), goal("crossed", title=titles, overview=crossed))
    )
    assert items_found_by("V102", plan) == ["crossed"]


def test_a_goal_left_out_is_told_when_others_are_placed() -> None:
    assert found_by("V103", programme(theme("t", goal("a"), goal("b")))) == ()
    plan = programme(theme("t", goal("a", overview=Overview(timeframe=when("2020"))), goal("b")))
    assert items_found_by("V103", plan) == ["b"]
