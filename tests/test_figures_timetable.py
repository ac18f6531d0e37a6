"""The timetable as a picture: what is sure, open, continuous or late is seen without colours."""

from datetime import date

import attrs
import pytest

from muniprog.document import Look, plain
from muniprog.figures import draw_timetable
from muniprog.figures.bars import Kind, kind_of
from muniprog.figures.letters import width
from muniprog.language import date_text
from muniprog.model import Programme, Status, Visibility
from muniprog.progress import assess
from muniprog.timeframe import Timeframe
from tests.builders import action, dated, goal, programme, round_of, theme, update, when
from tests.drawn import points, shapes, tree, words

ACCENT, SECOND = Look().accent, Look().second
YEAR = 446 / 4  # how wide one of four years is
LEFT = 262.0


def plan(*times: str | Timeframe) -> Programme:
    actions = [action(f"a{number}", time) for number, time in enumerate(times)]
    return programme(theme("t", goal("g", *actions)))


def bar(time: str) -> list[tuple[float, float]]:
    """The corners of the bar of one action, left and right edge first."""
    (figure,) = draw_timetable(plan(time), language="sv")
    return points(shapes(figure, "polygon")[0])


def edges(time: str) -> tuple[float, float]:
    xs = [x for x, _ in bar(time)]
    return min(xs), max(xs)


def test_a_bar_goes_from_the_first_day_to_the_last_one() -> None:
    assert edges("2019") == pytest.approx((LEFT, LEFT + YEAR), abs=0.5)
    assert edges("2020–2021") == pytest.approx((LEFT + YEAR, LEFT + 3 * YEAR), abs=0.5)
    spring, autumn = edges("våren 2021"), edges("hösten 2021")
    assert LEFT + 2 * YEAR < spring[0] < spring[1] < autumn[0] < autumn[1] < LEFT + 3 * YEAR


def test_a_short_time_is_still_seen() -> None:
    left, right = edges("1.6.2020")
    assert right - left >= 4


@pytest.mark.parametrize(("time", "pointed"), [("från 2021", "right"), ("fram till 2021", "left"), ("2021", "")])
def test_an_open_end_has_a_point(time: str, pointed: str) -> None:
    corners = bar(time)
    left, right = edges(time)
    at = {side: sum(x == edge for x, _ in corners) for side, edge in (("left", left), ("right", right))}
    assert {side for side, count in at.items() if count == 1} == ({pointed} if pointed else set())


def test_what_lies_outside_the_picture_runs_out_of_it() -> None:
    assert len([x for x, _ in bar("1990–2021") if x == LEFT]) == 1


def test_every_kind_looks_different() -> None:
    times = ["2019", "cirka 2020", "Kontinuerlig", "årligen", "när lokalerna är klara"]
    whole = plan(*times[:4], Timeframe.of(times[4]))
    kinds = [kind_of(each.timeframe) for each in whole.actions]
    assert kinds == [Kind.DATED, Kind.TENTATIVE, Kind.CONTINUOUS, Kind.RECURRING, Kind.UNDATED]
    (figure,) = draw_timetable(whole, language="sv")
    fills = [each.get("fill") for each in shapes(figure, "polygon")][:3]
    assert fills == [ACCENT, "#ffffff", "url(#figure-timetable-t-sv-stripes)"]
    assert shapes(figure, "polygon", fill="#ffffff")[0].get("stroke-dasharray")
    assert len(shapes(figure, "circle")) == 4 + 3  # one a year, three in the key
    assert "när lokalerna är klara" in words(figure)


def test_each_sign_of_the_picture_is_explained_and_no_other() -> None:
    (figure,) = draw_timetable(plan("2019", "Kontinuerlig"), language="sv")
    assert words(figure)[-3:] == [
        "planerad till den här tiden",
        "pågår hela tiden",
        "pågår utanför bilden, eller saknar känd början eller slut",
    ]
    (figure,) = draw_timetable(plan("2019"), language="sv")
    assert words(figure)[-1] == "planerad till den här tiden"


def test_a_day_that_is_known_has_a_firm_end() -> None:
    (figure,) = draw_timetable(plan("1.8.2019–31.5.2021"), language="sv")
    assert len(shapes(figure, "line", stroke_width="3")) == 2 + 1
    assert words(figure)[-1] == "dagen är känd"
    (figure,) = draw_timetable(plan("augusti 2019 – maj 2021"), language="sv")
    assert shapes(figure, "line", stroke_width="3") == []


def test_the_time_stands_on_its_bar_or_beside_it_and_else_under_the_title() -> None:
    (figure,) = draw_timetable(plan("2019", "1.12.2022"), language="sv")
    assert {"2019", "1.12.2022"} <= set(words(figure))
    long = "Hösten 2020 – våren 2021, enligt det avtal som stadens olika sektorer har ingått om saken"
    whole = programme(theme("t", action("a", dated("2019-02-01", "2022-11-30", long))))
    (figure,) = draw_timetable(whole, language="sv")
    assert any(line.startswith("Hösten 2020") for line in words(figure))
    assert all(
        float(each.get("x", "")) < LEFT for each in tree(figure).iter() if (each.text or "").startswith("Hösten")
    )


def test_the_marked_day_has_a_line_and_its_date() -> None:
    (figure,) = draw_timetable(plan("2019"), language="sv", as_of=date(2020, 12, 31))
    (line, _in_the_key) = shapes(figure, "line", stroke_width="1.6")
    assert float(line.get("x1", "")) == pytest.approx(LEFT + 2 * YEAR, abs=0.5)
    assert words(figure).count("31.12.2020") == 2
    assert "En linje visar 31.12.2020." in figure.alternative


@pytest.mark.parametrize("day", [date(2019, 1, 5), date(2022, 12, 30)])
def test_the_date_stays_inside_the_picture(day: date) -> None:
    (figure,) = draw_timetable(plan("2019"), language="sv", as_of=day)
    dates = [each for each in tree(figure).iter() if each.text == date_text(day, "sv")]
    assert dates[0].get("text-anchor") == (None if day.year == 2019 else "end")


def test_a_day_outside_the_years_is_not_marked() -> None:
    (figure,) = draw_timetable(plan("2019"), language="sv", as_of=date(2030, 1, 1))
    assert shapes(figure, "line", stroke_width="1.6") == []
    assert "2030" not in figure.alternative


def followed() -> Programme:
    answers = [
        update("klar", Status.DONE),
        update("uppskjuten", Status.POSTPONED, planned_end="2022-06-30"),
    ]
    whole = programme(
        theme("t", goal("g", action("klar", "2019"), action("sen", "2019"), action("uppskjuten", "2020")))
    )
    return attrs.evolve(whole, follow_ups=(round_of("2020", *answers),))


def test_what_is_late_has_a_sign_and_words() -> None:
    whole = followed()
    (figure,) = draw_timetable(whole, language="sv", figures=assess(whole, as_of="2020-12-31"))
    assert {"klar", "inte rapporterat, försenad 366 dagar", "uppskjuten"} <= {
        " ".join(words(figure)[i : i + n]) for n in (1, 2) for i in range(len(words(figure)))
    }
    assert len(shapes(figure, "polygon", fill=SECOND)) == 1 + 1
    assert "Försenade: sen." in figure.alternative


def test_an_end_that_has_moved_is_marked() -> None:
    whole = followed()
    (figure,) = draw_timetable(whole, language="sv", figures=assess(whole, as_of="2020-12-31"))
    moved, _ = shapes(figure, "polygon", stroke=SECOND)
    xs = [x for x, _ in points(moved)]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(LEFT + 3.5 * YEAR, abs=1)


def test_nothing_is_late_is_said() -> None:
    whole = plan("2019–2022")
    (figure,) = draw_timetable(whole, language="en", figures=assess(whole, as_of="2020-12-31"))
    assert figure.alternative.endswith("Nothing is late.")


def test_the_rows_say_all_that_the_picture_shows() -> None:
    whole = followed()
    (figure,) = draw_timetable(whole, language="sv", figures=assess(whole, as_of="2020-12-31"))
    rows = [[" ".join(map(plain, each.content)) for each in row.cells] for row in figure.table.rows]
    assert [plain(column.title) for column in figure.table.columns] == [
        "Mål",
        "Åtgärd",
        "Tidtabell",
        "Läge",
        "Dagar försenad",
    ]
    assert rows == [
        ["g", "klar", "2019", "klar", ""],
        ["sen", "2019", "inte rapporterat", "366"],
        ["uppskjuten", "2020", "uppskjuten", ""],
    ]


def test_a_goal_without_actions_has_a_bar_of_its_own() -> None:
    whole = programme(theme("t", goal("mål", timeframe=when("2020")), action("fri", "2021")))
    (figure,) = draw_timetable(whole, language="sv", figures=assess(whole, as_of="2020-12-31"))
    rows = [[" ".join(map(plain, each.content)) for each in row.cells] for row in figure.table.rows]
    assert [row[:3] for row in rows] == [["mål", "", "2020"], ["", "fri", "2021"]]


def test_internal_actions_are_drawn_only_when_they_are_asked_for() -> None:
    whole = programme(theme("t", goal("g", action("hemlig", "2019", visibility=Visibility.INTERNAL))))
    (public,) = draw_timetable(whole, language="sv")
    (internal,) = draw_timetable(whole, language="sv", internal=True)
    assert "hemlig" not in public.svg + public.alternative
    assert "hemlig" in internal.svg


def test_a_large_theme_has_several_pictures_with_one_axis() -> None:
    figures = draw_timetable(plan(*["2019"] * 99, "2027"), language="sv")
    assert [plain(figure.caption) for figure in figures] == [f"Tidtabell: t ({number} av 3)" for number in (1, 2, 3)]
    assert len({figure.anchor for figure in figures}) == 3
    assert all("2027" in words(figure) for figure in figures)
    assert [len(figure.table.rows) for figure in figures] == [34, 34, 32]


def test_a_theme_without_anything_has_no_picture() -> None:
    assert draw_timetable(programme(theme("t")), language="sv") == ()


def test_of_many_years_every_second_or_third_is_named() -> None:
    (figure,) = draw_timetable(plan("2014–2032"), language="sv")
    assert [line for line in words(figure) if line.isdigit()] == [str(year) for year in range(2014, 2033, 2)]


def test_words_of_another_language_are_tagged() -> None:
    whole = programme(theme("t", goal("g", action("a", "Kontinuerlig", title={"sv": "Rådgivning", "fi": ""}))))
    (figure,) = draw_timetable(whole, language="fi")
    tagged = {each.text: each.get("lang") for each in tree(figure).iter() if each.get("lang")}
    assert tagged["Rådgivning"] == "sv"
    assert "jatkuva" in words(figure)
    assert "jatkuva" not in tagged


@pytest.mark.parametrize(("time", "circles"), [("4 gånger per år", 16), ("varje månad", 40), ("vartannat år", 2)])
def test_what_comes_back_has_as_many_signs_as_have_room(time: str, circles: int) -> None:
    (figure,) = draw_timetable(plan(time), language="sv")
    assert len(shapes(figure, "circle")) - 3 == circles


def test_words_stand_clear_of_the_sign_of_a_moved_end() -> None:
    whole = programme(theme("t", goal("g", action("a", "2020-Q1"))))
    whole = attrs.evolve(whole, follow_ups=(round_of("2020", update("a", planned_end="2020-09-30")),))
    (figure,) = draw_timetable(whole, language="sv", figures=assess(whole, as_of="2020-12-31"))
    time = next(each for each in tree(figure).iter() if each.text == "2020-Q1")
    moved = points(shapes(figure, "polygon", stroke=SECOND)[0])
    assert float(time.get("x", "")) - width("2020-Q1", 12) / 2 > max(x for x, _ in moved)
