"""Figures as plain rows."""

from datetime import date

import pytest

from muniprog.errors import UnknownNameError
from muniprog.model import Measure, Programme, Status
from muniprog.progress import FIGURE_TABLES, assess, figure_rows
from tests.builders import action, goal, indicator, measured, owner, programme, round_of, theme, update, value
from tests.reported import three_rounds


def plan() -> Programme:
    k = indicator("k", baseline=0, targets=[12])
    share = indicator("s", Measure.SHARE, unit="%")
    answers = (
        update("a", Status.DONE, actual_end="2020-07-01", reported_on="2020-12-01"),
        measured("k", "2020", 4),
        measured("s", "2020", numerator=value(1), denominator=value(3)),
    )
    whole = goal("g", action("a", "2020-06"), action("b", "2019"), indicators=(k, share))
    return programme(theme("t", whole), owners=(owner("o"),), follow_ups=(round_of("2020", *answers),))


def test_progress_has_a_row_for_each_action() -> None:
    done, open_still = figure_rows(assess(plan(), as_of="2020-12-31"), "progress")
    assert done == {
        "id": "a",
        "title": "a",
        "as_of": date(2020, 12, 31),
        "status": "done",
        "reported_on": date(2020, 12, 1),
        "round": "2020",
        "late_by": 0,
        "first_planned_end": date(2020, 6, 30),
        "planned_end": date(2020, 6, 30),
        "actual_end": date(2020, 7, 1),
        "slip": 1,
        "time_passed_percent": 100,
        "reservations": 0,
    }
    assert (open_still["status"], open_still["late_by"], open_still["round"]) == (None, 366, None)


def test_attainment_has_a_row_for_each_indicator() -> None:
    count, share = figure_rows(assess(plan(), as_of="2020-12-31"), "attainment")
    assert (count["value"], count["target"], count["attainment_percent"], count["verdict"]) == (4, 12, 33, "behind")
    assert (count["period"], count["target_due"], count["target_changed"]) == ("2020", date(2022, 12, 31), False)
    assert share["value"] == 100 / 3
    assert (share["target"], share["attainment_percent"], share["why"]) == (None, None, "Det finns inget målvärde.")
    empty = figure_rows(assess(plan(), as_of="2019-12-31"), "attainment", "sv")[0]
    assert (empty["period"], empty["value"], empty["total"]) == (None, None, None)


def test_counts_have_a_row_for_the_programme_each_theme_goal_and_owner() -> None:
    found = figure_rows(assess(plan(), as_of="2020-12-31"), "counts")
    assert [(row["kind"], row["id"]) for row in found] == [
        ("programme", "program"),
        ("theme", "t"),
        ("goal", "g"),
        ("owner", "o"),
    ]
    assert {key: found[0][key] for key in ("actions", "done", "not_reported", "completed", "to_complete", "late")} == {
        "actions": 2,
        "done": 1,
        "not_reported": 1,
        "completed": 1,
        "to_complete": 2,
        "late": 1,
    }
    assert (found[0]["completion_percent"], found[3]["completion_percent"]) == (50, None)


@pytest.mark.parametrize("table", FIGURE_TABLES)
def test_all_rows_of_a_table_have_the_same_columns(table: str) -> None:
    rows = figure_rows(assess(three_rounds(), as_of="2021-12-31"), table, "fi")
    assert len({tuple(row) for row in rows}) == 1


def test_what_there_is_not_is_refused() -> None:
    figures = assess(plan(), as_of="2020-12-31")
    with pytest.raises(UnknownNameError, match="Did you mean “progress”"):
        figure_rows(figures, "progres")
    with pytest.raises(UnknownNameError, match="language"):
        figure_rows(figures, "progress", "en")
