from tests.builders import action, found_by, goal, indicator, items_found_by, leads, owner, programme, step, theme, when


def test_a_goal_wants_an_action() -> None:
    plan = programme(theme("t", goal("g1"), goal("g2", action("a"))))
    assert items_found_by("C101", plan) == ["g1"]


def test_a_goal_wants_an_indicator_of_its_own_or_on_an_action() -> None:
    plan = programme(
        theme(
            "t",
            goal("g1", action("a1")),
            goal("g2", action("a2", indicators=(indicator("i2"),))),
            goal("g3", indicators=(indicator("i3"),)),
        )
    )
    assert items_found_by("C102", plan) == ["g1"]


def test_a_theme_wants_goals_actions_or_themes() -> None:
    plan = programme(theme("t1"), theme("t2", theme("t3", action("a"))), theme("t4", goal("g")))
    assert items_found_by("C103", plan) == ["t1"]


def test_an_action_wants_an_owner_of_its_own_or_from_above() -> None:
    plan = programme(
        theme("t1", goal("g1", action("a1"), action("a2", owners=("o",)))),
        theme("t2", goal("g2", action("a3")), owners=leads("o")),
        owners=(owner("o"),),
    )
    assert items_found_by("C104", plan) == ["a1"]


def test_an_action_wants_a_timeframe_of_its_own_or_from_above() -> None:
    plan = programme(
        theme("t", goal("g1", action("a1"), action("a2", "2020")), goal("g2", action("a3"), timeframe=when("2021")))
    )
    assert items_found_by("C105", plan) == ["a1"]


def test_everything_wants_a_title() -> None:
    plan = programme(
        theme("t", goal("g", action("a", steps=(step("  "), step("s"))), title={"sv": "", "fi": None})),
        title={},
        owners=(owner("o", {"sv": " "}), owner("p")),
    )
    assert [finding.path for finding in found_by("C106", plan)] == [
        ("title",),
        ("owners", 0, "name"),
        ("themes", 0, "goals", 0, "title"),
        ("themes", 0, "goals", 0, "actions", 0, "steps", 0, "title"),
    ]


def test_an_owner_is_used_by_items_and_by_other_owners() -> None:
    plan = programme(
        theme("t", goal("g", action("a", owners=("used", "gone")))),
        owners=(
            owner("used", parent="above", succeeded_by="next"),
            owner("above"),
            owner("next"),
            owner("forgotten"),
        ),
    )
    assert items_found_by("C107", plan) == ["forgotten"]


def test_indicators_want_a_headline_among_them() -> None:
    one = (indicator("i"),)
    assert len(found_by("C108", programme(programme_indicators=one))) == 1
    assert found_by("C108", programme(programme_indicators=one, headline=("i",))) == ()
    assert found_by("C108", programme()) == ()


def test_an_item_without_a_title_is_called_by_its_identifier() -> None:
    (finding,) = found_by("C101", programme(theme("t", goal("mal-1", title={}))))
    assert "“mal-1”" in str(finding)


def test_sentences_name_items_in_the_language_of_the_reader() -> None:
    plan = programme(theme("t", goal("g", title={"sv": "Boende", "fi": "Asuminen"})), languages=("sv", "fi"))
    (finding,) = found_by("C101", plan)
    assert "Asuminen" in finding.spoken("fi")
