"""A programme as rows, and rows as files."""

import csv
import io
import json
from datetime import date

import pytest

from muniprog.conversion import structure
from muniprog.errors import UnknownNameError, ValueProblem
from muniprog.source import PlainSource
from muniprog.table_files import rows_to_csv, rows_to_json
from muniprog.table_rows import TableRow
from muniprog.tables import TABLES, rows
from tests.mappings import Mapping, small, with_action, with_goal, with_indicator


def table(name: str, mapping: Mapping | None = None, language: str | None = None) -> list[TableRow]:
    return rows(structure(PlainSource(mapping or small())), name, language)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_has_the_same_columns(name: str) -> None:
    mapping = with_indicator(observations=[{"period": 2020, "value": 3}, {"period": 2021, "missing": "suppressed"}])
    found = table(name, mapping)
    assert found
    assert len({tuple(row) for row in found}) == 1


def test_unknown_table_says_which_there_are() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “actions”"):
        table("action")


def test_unknown_language_says_which_there_are() -> None:
    with pytest.raises(UnknownNameError, match="no language called “svenska”. Known: sv, fi"):
        table("actions", None, "svenska")


def test_address_is_no_programme() -> None:
    with pytest.raises(ValueProblem, match="Expected a programme, found 'vasa'. Load it first"):
        rows("vasa", "actions")  # type: ignore[arg-type]


def test_texts_are_in_the_language_that_is_asked_for_or_in_the_one_there_is() -> None:
    (action,) = table("actions", with_action(title={"sv": "Kurser", "fi": "Kurssit"}), "fi")
    assert (action["title"], action["owners"]) == ("Kurssit", "Bildning")


def test_action_row_says_what_is_inherited_too() -> None:
    (action,) = table("actions", with_action(depends_on=["a", "b"], tags=["sdg:4"]))
    assert action == {
        "id": "kurser",
        "title": "Kurser",
        "theme": "boende",
        "goal": "radgivning",
        "action": None,
        "description": None,
        "tags": "sdg:4",
        "note": None,
        "timeframe": "2020",
        "start": date(2020, 1, 1),
        "end": date(2020, 12, 31),
        "continuous": False,
        "owner_ids": "bild",
        "owners": "Bildning",
        "depends_on": "a; b",
        "visibility": "public",
    }


def test_unknown_owner_keeps_its_identifier() -> None:
    (goal,) = table("goals", with_goal(owners=["okand"]))
    assert goal["owners"] == "okand"


def test_goal_row_has_its_place_on_the_overview() -> None:
    (goal,) = table("goals", with_goal(overview={"timeframe": "Kontinuerlig", "title": "Annat namn"}))
    assert (goal["overview"], goal["overview_title"]) == ("Kontinuerlig", "Annat namn")


def test_indicator_row_has_its_latest_target() -> None:
    (indicator,) = table("indicators", with_indicator(baseline=0.5, targets=[1, {"value": 2.5, "by": 2022}]))
    assert (indicator["baseline"], indicator["target"], indicator["target_by"]) == (0.5, 2.5, "2022")
    (bare,) = table("indicators", with_indicator(targets=[]))
    assert (bare["target"], bare["target_by"]) == (None, None)


def test_missing_value_is_not_zero() -> None:
    observations: Mapping = {
        "observations": [{"period": 2020, "value": 0}, {"period": 2021, "missing": "not_available"}]
    }
    found = table("observations", with_indicator(**observations))
    assert [(row["period"], row["value"], row["missing"]) for row in found] == [
        ("2020", 0, None),
        ("2021", None, "not_available"),
    ]


def test_milestone_and_words_stay_what_they_are() -> None:
    (milestone,) = table("targets", with_indicator(measure="milestone", targets=[True]))
    assert (milestone["value"], milestone["value_yes_no"], milestone["value_text"]) == (None, True, None)
    (words,) = table("targets", with_indicator(measure="text", targets=["klart"]))
    assert (words["value"], words["value_yes_no"], words["value_text"]) == (None, None, "klart")


def test_numbers_of_a_column_have_one_type_also_the_round_ones() -> None:
    (count,) = table("targets", with_indicator(targets=[12]))
    assert type(count["value"]) is float


ROWS: list[TableRow] = [
    {"text": "å; ”b”\nc", "number": -5, "yes": True, "day": date(2020, 2, 29), "nothing": None},
    {"text": "=1+1", "number": 0.5, "yes": False, "day": None, "nothing": None},
]


def test_csv_is_read_back() -> None:
    found = list(csv.DictReader(io.StringIO(rows_to_csv(ROWS).decode(), newline="")))
    assert found[0] == {"text": "å; ”b”\nc", "number": "-5", "yes": "true", "day": "2020-02-29", "nothing": ""}


def test_text_that_a_spreadsheet_would_run_is_guarded_and_numbers_are_not() -> None:
    found = list(csv.DictReader(io.StringIO(rows_to_csv(ROWS).decode(), newline="")))
    assert (found[1]["text"], found[0]["number"]) == ("'=1+1", "-5")


def test_table_without_rows_is_an_empty_file() -> None:
    assert rows_to_csv([]) == b""
    assert json.loads(rows_to_json([])) == []


def test_json_keeps_numbers_and_nothing() -> None:
    found = json.loads(rows_to_json(ROWS))
    assert found[0] == {"text": "å; ”b”\nc", "number": -5, "yes": True, "day": "2020-02-29", "nothing": None}
