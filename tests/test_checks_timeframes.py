from muniprog.model import Overview
from muniprog.timeframe import Timeframe
from tests.builders import action, dated, found_by, goal, indicator, items_found_by, programme, step, theme, when


def test_what_is_planned_is_inside_the_programme() -> None:
    plan = programme(
        theme(
            "t",
            goal("g", action("before", "2018–2020"), action("inside", "2019–2022"), action("after", "2022–2024")),
            goal("placed", overview=Overview(timeframe=when("2023"))),
            action("open", dated(None, "2020-12-31")),
            action("always", "Kontinuerlig"),
            action("stepped", "2020", steps=(step("s", "2024"), step("undated"))),
            timeframe=when("2017"),
        ),
        programme_indicators=(indicator("i"),),
    )
    assert [(finding.item, finding.path[-1]) for finding in found_by("T101", plan)] == [
        ("t", "timeframe"),
        ("before", "timeframe"),
        ("after", "timeframe"),
        ("placed", "timeframe"),
        ("stepped", "timeframe"),
    ]


def test_a_step_is_inside_its_action() -> None:
    plan = programme(
        theme(
            "t",
            goal(
                "g",
                action("own", "2020", steps=(step("a", "2020"), step("b", "2021"), step("c"))),
                action("inherits", steps=(step("d", "2022"),)),
                timeframe=when("2019–2021"),
            ),
        )
    )
    assert [(finding.item, finding.path[-2]) for finding in found_by("T102", plan)] == [("own", 1), ("inherits", 0)]


def test_a_rough_time_is_told_with_the_days_that_are_taken() -> None:
    plan = programme(
        theme(
            "t",
            action("part", "i slutet av år 2022"),
            action("season", "hösten 2020"),
            action("exact", "2020"),
            action("words", Timeframe.of("När skolan är klar", tentative=True)),
            action("aim", Timeframe.of("ungefär 2020", end=2020, tentative=True)),
        )
    )
    found = found_by("T103", plan)
    assert [finding.item for finding in found] == ["part", "season", "aim"]
    assert found[1].spoken("fi").endswith("1.9.2020 – 30.11.2020.")
    assert str(found[2]).endswith("in the timetable it is … – 31 December 2020.")


def test_an_action_is_inside_its_goal() -> None:
    plan = programme(
        theme("t", goal("g", action("a", "2019"), action("b", "2021"), action("c"), timeframe=when("2019–2020")))
    )
    assert items_found_by("T104", plan) == ["b"]


def test_words_that_name_no_time_are_told() -> None:
    plan = programme(
        theme(
            "t",
            action("a", "TBD"),
            action("b", Timeframe.of("När skolan är klar")),
            action("c", "Kontinuerlig"),
            action("d", "årligen"),
            action("e", "2020"),
            action("f"),
        )
    )
    assert items_found_by("T105", plan) == ["a", "b"]
    assert items_found_by("C105", plan) == ["f"]


def test_what_must_come_first_ends_first() -> None:
    plan = programme(
        theme(
            "t",
            goal(
                "g",
                action("first", "2021"),
                action("early", "2020", depends_on=("first", "gone", "always")),
                action("same", "2021", depends_on=("first",)),
                action("always", "Kontinuerlig", depends_on=("first",)),
            ),
        )
    )
    (finding,) = found_by("T106", plan)
    assert str(finding.message) == "“early” (2020) depends on “first”, which ends later (2021)."
    assert finding.path[-2:] == ("depends_on", 0)
