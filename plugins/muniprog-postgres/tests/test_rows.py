"""What BI tools see: the same tables and columns as in the SQLite storage, whatever a programme holds."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings

import muniprog
from muniprog.storage.sqlite.views import VIEWS
from muniprog.testing import programme_mappings
from muniprog_postgres.cells import day, kind, languages_of, measured, number, scalar, structured, words_in
from muniprog_postgres.rows import COLUMNS, rows_of
from muniprog_postgres.testing import Cluster
from muniprog_postgres.words import MOST, lexemes, question

PLAN: dict[str, muniprog.Plain] = {
    "id": "plan",
    "title": {"fi": "Ohjelma", "sv": "Program"},
    "languages": ["sv", "fi"],
    "period": 2019,
    "municipality": {"name": {"sv": "Vasa", "fi": "Vaasa"}, "country": "FI", "code": "905"},
    "adopted": {"on": "2018-12-17"},
    "owners": [{"id": "edu", "name": "Bildning", "valid_until": "2021-12-31"}, {"id": "soc", "name": "Social"}],
    "indicators": [{"id": "whole", "title": "Hela", "measure": "count"}],
    "themes": [
        {
            "id": "t",
            "title": "Tema",
            "owners": ["edu"],
            "themes": [{"id": "inner", "title": "Inre", "actions": [{"id": "deep", "title": "Djup"}]}],
            "goals": [
                {
                    "id": "g",
                    "title": "Mål",
                    "timeframe": {"text": "snart", "start": 2021, "end": "2021-05"},
                    "owners": [{"owner": "soc", "role": "partner", "note": "Ring"}],
                    "actions": [
                        {"id": "a", "title": "Åtgärd", "timeframe": 2019, "tags": ["x"], "depends_on": ["deep"]},
                        {"id": "b", "title": "Egen", "owners": ["edu", "soc"], "visibility": "internal"},
                    ],
                    "indicators": [
                        {
                            "id": "i",
                            "title": "Mätare",
                            "measure": "share",
                            "unit": {"sv": "%", "fi": "%"},
                            "baseline": {"value": 0.1, "period": 2018},
                            "targets": [5, {"value": True, "by": {"text": "2022"}, "set_on": "2019-01-01"}, "många"],
                            "observations": [
                                {"period": 2019, "value": 1.5, "numerator": 3, "denominator": 2},
                                {"period": "2020-Q1", "missing": "suppressed", "reason": {"fi": "Liian vähän"}},
                            ],
                        }
                    ],
                }
            ],
        }
    ],
    "follow_ups": [
        {
            "period": 2020,
            "observations": [{"indicator": "i", "period": 2020, "value": "bra", "dimensions": {"sex": "f"}}],
            "updates": [{"item": "a", "status": "done", "actual_end": "2020-05-10", "note": "Klart"}],
        }
    ],
}


@pytest.fixture
def tables(storage: muniprog.Storage, sql: psycopg.Connection) -> psycopg.Connection:
    storage.save(PLAN)
    return sql


QUESTIONS: dict[str, list[tuple[object, ...]]] = {
    "SELECT id, revision, title, title_languages, period, languages, municipality, adopted_on FROM programmes": [
        ("plan", 1, "Program", {"fi": "Ohjelma", "sv": "Program"}, "2019", ["sv", "fi"], "Vasa", date(2018, 12, 17))
    ],
    "SELECT id, valid_until FROM owners ORDER BY position": [("edu", date(2021, 12, 31)), ("soc", None)],
    "SELECT id, parent FROM themes ORDER BY position": [("t", None), ("inner", "t")],
    "SELECT theme, id, timeframe, timeframe_start, timeframe_end FROM goals": [("t", "g", "snart", "2021", "2021-05")],
    "SELECT theme, goal, id, timeframe, visibility, tags, depends_on FROM actions ORDER BY position": [
        ("t", "g", "a", "2019", "public", ["x"], ["deep"]),
        ("t", "g", "b", None, "internal", None, None),
        ("inner", None, "deep", None, "public", None, None),
    ],
    "SELECT goal, owner, role, note, inherited FROM goal_owners": [("g", "soc", "partner", "Ring", False)],
    "SELECT action, owner, role, inherited FROM action_owners ORDER BY action, owner": [
        ("a", "soc", "partner", True),
        ("b", "edu", "lead", False),
        ("b", "soc", "lead", False),
        ("deep", "edu", "lead", True),
    ],
    "SELECT item, id, unit, baseline, baseline_kind, baseline_period FROM indicators ORDER BY position": [
        (None, "whole", None, None, None, None),
        ("g", "i", "%", Decimal("0.1"), "real", "2018"),
    ],
    "SELECT position, value, value_text, value_kind, due, set_on FROM targets ORDER BY position": [
        (0, Decimal(5), None, "integer", None, None),
        (1, Decimal(1), None, "true", "2022", date(2019, 1, 1)),
        (2, None, "många", "text", None, None),
    ],
    "SELECT indicator, follow_up, period, value, value_text, missing, reason FROM observations ORDER BY position": [
        ("i", None, "2019", Decimal("1.5"), None, None, None),
        ("i", None, "2020-Q1", None, None, "suppressed", "Liian vähän"),
        ("i", "2020", "2020", None, "bra", None, None),
    ],
    "SELECT numerator, denominator, dimensions FROM observations ORDER BY position": [
        (Decimal(3), Decimal(2), None),
        (None, None, None),
        (None, None, {"sex": "f"}),
    ],
    "SELECT follow_up, item, status, actual_end, note FROM updates": [
        ("2020", "a", "done", date(2020, 5, 10), "Klart")
    ],
    "SELECT item, language, text FROM texts ORDER BY position LIMIT 2": [
        ("plan", "fi", "Ohjelma"),
        ("plan", "sv", "Program"),
    ],
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_programme_can_be_asked_about_with_sql(tables: psycopg.Connection, question: str) -> None:
    assert tables.execute(question.encode()).fetchall() == QUESTIONS[question]


@pytest.mark.parametrize("view", VIEWS)
def test_the_columns_are_those_of_sqlite(
    storage: muniprog.Storage, sql: psycopg.Connection, tmp_path: Path, view: str
) -> None:
    """A question that is asked of one of them can be asked of the other."""
    import sqlite3

    file = tmp_path / "programmes.db"
    storage.save(PLAN)
    with muniprog.open_storage(f"sqlite:///{file}") as other:
        other.save(PLAN)
    connection = sqlite3.connect(file)
    theirs = {column[0] for column in connection.execute(f"SELECT * FROM {view}").description}
    connection.close()
    ours = {column.name for column in sql.execute(f"SELECT * FROM {view}".encode()).description or ()}
    assert theirs <= ours


@pytest.fixture(scope="module")
def shared(cluster: Cluster) -> Iterator[muniprog.Storage]:
    with muniprog.open_storage(cluster.address(options="schema=shared_rows")) as storage:
        yield storage


@settings(max_examples=25)
@given(mapping=programme_mappings())
def test_every_programme_has_its_rows(shared: muniprog.Storage, mapping: dict[str, muniprog.Plain]) -> None:
    """Whatever a programme holds can stand in the tables, and they give back what was put in."""
    assert isinstance(shared, muniprog.ChecksItself)
    saved = shared.save(mapping)
    damaged = shared.integrity()
    shared.delete(str(mapping["id"]), base=saved)
    assert damaged == ()


STRANGE: list[muniprog.Plain] = [None, True, 1, 1.5, "x", "a\0b", [], {}, [None], ["x"], [{}], {"sv": 1}, {"text": []}]


@pytest.mark.parametrize("strange", STRANGE, ids=repr)
@pytest.mark.parametrize("table", [key for key in PLAN if key != "id"])
def test_what_is_no_programme_yet_has_as_many_cells_as_there_are_columns(table: str, strange: muniprog.Plain) -> None:
    rows = rows_of({**PLAN, table: strange})
    assert all(len(row) == len(COLUMNS[table]) for table, rows in rows.items() for row in rows)


@pytest.mark.parametrize("strange", STRANGE, ids=repr)
def test_an_item_of_strange_values_can_stand_in_the_tables(storage: muniprog.Storage, strange: muniprog.Plain) -> None:
    keys = "id title note owners timeframe tags baseline targets unit period value".split()
    item: dict[str, muniprog.Plain] = dict.fromkeys(keys, strange)
    goal: dict[str, muniprog.Plain] = {**item, "actions": [item], "indicators": [item]}
    follow_up: dict[str, muniprog.Plain] = {"observations": [item], "updates": [item]}
    mapping: dict[str, muniprog.Plain] = {
        "id": "plan",
        "owners": [item],
        "themes": [{**item, "goals": [goal]}],
        "follow_ups": [follow_up],
    }
    storage.save(mapping)
    assert isinstance(storage, muniprog.ChecksItself)
    assert storage.integrity() == ()


def test_the_character_nul_is_replaced_in_the_tables_alone(storage: muniprog.Storage, sql: psycopg.Connection) -> None:
    text = "a\0\0b\\\0c\\u0000"
    mapping: dict[str, muniprog.Plain] = {
        **PLAN,
        "title": text,
        "extensions": {"x\0": text},
        "themes": [{"id": "t", "title": {"sv": text}}],
    }
    assert storage.save(mapping).source.mapping == mapping
    assert storage.load().source.mapping == mapping
    shown = text.replace("\0", "\ufffd")
    assert sql.execute("SELECT title, title_languages FROM programmes").fetchall() == [(shown, {"sv": shown})]
    assert sql.execute("SELECT title, title_languages FROM themes").fetchall() == [(shown, {"sv": shown})]


def test_cells() -> None:
    values: list[muniprog.Plain] = ["a\0", 1, 1.5, True, False, None, [], {}]
    assert [scalar(value) for value in values] == ["a\ufffd", "1", "1.5", *[None] * 5]
    assert [number(value) for value in values] == [None, 1, 1.5, True, False, None, None, None]
    assert [kind(value) for value in values] == ["text", "integer", "real", "true", "false", None, None, None]
    assert [measured(value) for value in values[:5]] == [
        (None, "a\ufffd", "text"),
        (1, None, "integer"),
        (1.5, None, "real"),
        (1, None, "true"),
        (0, None, "false"),
    ]
    days: list[muniprog.Plain] = ["2020-05-10", "2020-02-30", "20200510", 2020]
    assert [day(value) for value in days] == [date(2020, 5, 10), None, None, None]
    assert structured({"a": "\0"}) == json.dumps({"a": "\ufffd"})
    assert structured("x") is None
    assert languages_of({"sv": "", "fi": None, "en": {"text": 1}}, "sv") == {}
    assert words_in({"fi": "Asuminen"}, "sv") == "Asuminen"
    assert words_in(None, "sv") is None


def test_words() -> None:
    assert lexemes("Å å a") == "'a' 'å'"
    assert lexemes("x" * 3000) == f"'{'x' * 500}'"
    assert lexemes(" ".join(f"{number:0100}" for number in range(MOST // 100 + 1))) is None
    assert question("-") is None


def test_texts_with_too_many_words_are_found_all_the_same(storage: muniprog.Storage, sql: psycopg.Connection) -> None:
    text = " ".join(f"{number:0100}" for number in range(MOST // 100 + 1)) + " slutet"
    storage.save({**PLAN, "summary": text})
    assert sql.execute("SELECT count(*) FROM texts WHERE words IS NULL").fetchall() == [(1,)]
    assert isinstance(storage, muniprog.Searches)
    assert [hit.item for hit in storage.search("slut")] == ["plan"]
    assert [hit.item for hit in storage.search("åtgärd")] == ["a"]
    assert storage.search(" ".join(["åtgärd"] * 60 + ["saknas"])) == ()
