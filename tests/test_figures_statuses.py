"""Statuses as bars: every part is told by pattern and number, and a bar is a whole whatever it counts."""

import attrs
import pytest

from muniprog.document import Look, plain
from muniprog.figures import draw_statuses
from muniprog.figures.statuses import MOST_BARS
from muniprog.model import Programme, Status
from muniprog.progress import assess
from tests.builders import action, goal, programme, round_of, theme, update
from tests.drawn import shapes, tree, words

WIDE = 330.0


def followed(*statuses: Status | None, **more: object) -> Programme:
    actions = [action(f"a{number}", "2019") for number in range(len(statuses))]
    answers = [update(f"a{number}", status) for number, status in enumerate(statuses) if status is not None]
    whole = programme(theme("Boende", goal("g", *actions)), **more)
    return attrs.evolve(whole, follow_ups=(round_of("2020", *answers),))


def test_every_status_has_a_pattern_of_its_own() -> None:
    whole = followed(*Status, None)
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv")
    parts = [each for each in shapes(figure, "rect") if each.get("stroke")]
    assert len({each.get("fill") for each in parts[:7]}) == 7
    assert parts[:7] != parts[7:14]
    assert words(figure)[-7:] == [
        "inte påbörjad",
        "pågår",
        "klar",
        "kontinuerlig",
        "uppskjuten",
        "inställd",
        "inte rapporterat",
    ]


def test_the_parts_of_a_bar_are_as_large_as_their_counts() -> None:
    whole = followed(Status.DONE, Status.DONE, Status.DONE, None)
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv")
    done, rest = [float(each.get("width", "")) for each in shapes(figure, "rect") if each.get("stroke")][:2]
    assert (done, rest) == pytest.approx((WIDE * 3 / 4, WIDE / 4), abs=0.1)
    assert {"3", "1", "4 åtgärder"} <= set(words(figure))


def test_a_number_that_has_no_room_stands_in_the_rows_only() -> None:
    whole = followed(*[Status.DONE] * 60, None)
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv")
    assert "60" in words(figure)
    assert "1" not in words(figure)
    assert [[plain(each.content[0]) for each in row.cells] for row in figure.table.rows] == [
        ["Boende", "60", "1", "61"],
        ["Hela programmet", "60", "1", "61"],
    ]
    assert "Boende: 60 klar och 1 inte rapporterat." in figure.alternative


def test_what_has_no_actions_has_no_bar_and_says_so() -> None:
    whole = programme(theme("Boende", goal("g", action("a", "2019"))), theme("Tomt"))
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv")
    assert "Tomt: inga åtgärder." in figure.alternative
    assert "0 åtgärder" in words(figure)


def test_a_programme_s_own_words_are_used() -> None:
    whole = followed(Status.DONE, statuses={"done": {"sv": "i hamn"}})
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv")
    assert words(figure)[-1] == "i hamn"


def test_the_colours_are_the_municipality_s() -> None:
    look = Look(accent="#004d00", second="#4d004d")
    whole = followed(Status.DONE, Status.POSTPONED, Status.CANCELLED)
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv", look=look)
    assert "#004d00" in figure.svg
    assert "#4d004d" in figure.svg
    assert Look().accent not in figure.svg


def test_many_themes_have_several_pictures() -> None:
    whole = programme(*(theme(f"t{number}", action(f"a{number}", "2019")) for number in range(MOST_BARS)))
    figures = draw_statuses(assess(whole, as_of="2020-12-31"), language="sv")
    assert [len(figure.table.rows) for figure in figures] == [13, 12]
    assert [figure.anchor for figure in figures] == ["figure-statuses", "figure-statuses.2"]
    assert [plain(figure.caption)[-8:] for figure in figures] == ["(1 av 2)", "(2 av 2)"]


def test_a_theme_in_another_language_is_tagged() -> None:
    whole = programme(theme("t", action("a", "2019"), title={"sv": "Boende"}))
    (figure,) = draw_statuses(assess(whole, as_of="2020-12-31"), language="fi")
    assert {each.text: each.get("lang") for each in tree(figure).iter()}["Boende"] == "sv"
