"""The goal map: which goals belong to which theme, and who answers for each."""

from muniprog.document import plain
from muniprog.figures import draw_goal_map
from muniprog.figures.goal_map import MOST_HEIGHT
from muniprog.model import Visibility
from tests.builders import action, goal, indicator, leads, owner, programme, theme
from tests.drawn import shapes, tree, words


def test_themes_goals_and_owners_stand_beside_each_other() -> None:
    whole = programme(
        theme("Boende", goal("Rådgivning", action("a", "2019"), indicators=(indicator("i"),), owners=leads("hus"))),
        owners=(owner("hus", "Hussektorn"),),
    )
    (figure,) = draw_goal_map(whole, language="sv")
    assert words(figure) == [
        "Tema",
        "Mål",
        "Ansvarsinstans",
        "Boende",
        "Rådgivning",
        "1 åtgärd, 1 mätare",
        "Hussektorn",
    ]
    assert figure.alternative.endswith("Boende: Rådgivning.")
    assert [[plain(line) for each in row.cells for line in each.content] for row in figure.table.rows] == [
        ["Boende", "Rådgivning", "Hussektorn"]
    ]


def test_every_goal_hangs_on_its_theme_and_its_owners() -> None:
    whole = programme(theme("Boende", goal("a"), goal("b"), goal("c")))
    (figure,) = draw_goal_map(whole, language="sv")
    assert len(shapes(figure, "line", stroke_dasharray="3 2")) == 3
    assert len(shapes(figure, "line")) == 3 + 3 + 2  # to the owners, to the goals, root and trunk


def test_owners_of_actions_count_once_and_unknown_ones_are_named() -> None:
    actions = (action("a", owners=("hus", "okänd")), action("b", owners=("hus",)))
    whole = programme(theme("Boende", goal("g", *actions)), owners=(owner("hus", "Hussektorn"),))
    (figure,) = draw_goal_map(whole, language="sv")
    assert words(figure)[-2:] == ["Hussektorn", "okänd"]


def test_of_many_owners_the_first_ones_are_named_and_the_table_has_all() -> None:
    names = [f"enhet{number}" for number in range(9)]
    whole = programme(theme("Boende", goal("g", owners=leads(*names))))
    (figure,) = draw_goal_map(whole, language="sv")
    assert words(figure)[-2:] == ["enhet5", "och 3 till"]
    assert [plain(line) for line in figure.table.rows[0].cells[2].content] == names


def test_internal_actions_are_not_counted_unless_asked_for() -> None:
    secret = action("a", owners=("hemlig",), visibility=Visibility.INTERNAL)
    whole = programme(theme("Boende", goal("g", secret)))
    (public,) = draw_goal_map(whole, language="sv")
    (internal,) = draw_goal_map(whole, language="sv", internal=True)
    assert "0 åtgärder, 0 mätare" in words(public)
    assert "hemlig" not in public.svg
    assert words(internal)[-2:] == ["1 åtgärd, 0 mätare", "hemlig"]


def test_a_theme_below_another_one_is_called_after_it() -> None:
    whole = programme(theme("Arbete", theme("Språk", goal("g"))))
    (figure,) = draw_goal_map(whole, language="sv")
    assert "Arbete – Språk" in words(figure)


def test_what_has_no_room_stands_on_the_next_picture_and_themes_stay_whole() -> None:
    whole = programme(*(theme(f"t{number}", *(goal(f"g{number}{each}") for each in "abcdef")) for number in range(5)))
    figures = draw_goal_map(whole, language="sv")
    assert [len(figure.table.rows) for figure in figures] == [18, 12]
    assert all(float(tree(figure).get("height", "")) <= MOST_HEIGHT for figure in figures)
    assert plain(figures[1].caption) == "Målkarta: Program (2 av 2)"
    assert figures[1].anchor == "figure-goals.2"


def test_no_theme_is_left_over_for_a_picture_of_its_own_where_they_can_be_even() -> None:
    whole = programme(*(theme(f"t{number}", *(goal(f"g{number}{each}") for each in "abc")) for number in range(8)))
    assert [len(figure.table.rows) for figure in draw_goal_map(whole, language="sv")] == [12, 12]


def test_a_theme_that_is_too_large_for_a_picture_is_parted() -> None:
    whole = programme(theme("t", *(goal(f"g{number}") for number in range(40))))
    figures = draw_goal_map(whole, language="sv")
    assert sum(len(figure.table.rows) for figure in figures) == 40
    assert all(float(tree(figure).get("height", "")) <= MOST_HEIGHT for figure in figures)


def test_without_goals_there_is_no_map() -> None:
    assert draw_goal_map(programme(theme("t", action("a", "2019"))), language="sv") == ()
