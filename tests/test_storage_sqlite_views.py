"""What plain SQL sees of the programmes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniprog.conversion import structure, unstructure
from muniprog.source import Plain, PlainSource
from muniprog.storage.sqlite.storage import SqliteStorage
from muniprog.storage.sqlite.views import VIEWS
from muniprog.tables import rows
from muniprog.testing import programme_mappings
from muniprog.workspace import load

Ask = Callable[[str], list[dict[str, Any]]]

MAPPING: dict[str, Plain] = {
    "muniprog": 1,
    "id": "plan",
    "title": {"sv": "Planen", "fi": "Suunnitelma"},
    "period": "2020–2022",
    "languages": ["sv", "fi"],
    "municipality": {"name": {"sv": "Exempelby"}, "country": "FI", "code": "000"},
    "adopted": {"on": "2019-11-11"},
    "owners": [
        {"id": "skolan", "name": "Skolan", "kind": "unit", "contact": {"email": "someone@example.org"}},
        {"id": "biblioteket", "name": {"sv": "Biblioteket", "fi": "Kirjasto"}, "parent": "skolan"},
    ],
    "indicators": [{"id": "nojda", "title": "Nöjda", "measure": "share", "baseline": {"value": 0.5, "period": 2019}}],
    "themes": [
        {
            "id": "lara",
            "title": "Lära",
            "owners": ["skolan"],
            "goals": [
                {
                    "id": "kurser",
                    "title": {"sv": "", "fi": {"text": "Kurssit", "translates": "Kurser"}},
                    "timeframe": {"text": "när det passar", "start": "2020-10", "end": 2021},
                    "owners": [{"owner": "biblioteket", "role": "partner", "note": "på hösten"}],
                    "actions": [
                        {"id": "borja", "title": "Börja", "timeframe": 2020},
                        {"id": "fortsatta", "title": "Fortsätta", "owners": ["skolan"], "visibility": "internal"},
                    ],
                    "indicators": [
                        {
                            "id": "besok",
                            "title": "Besök",
                            "measure": "count",
                            "baseline": 10,
                            "targets": [20, {"value": 30.5, "by": 2022, "set_on": "2020-05-10", "reason": "fler"}],
                            "observations": [
                                {"period": 2020, "value": 12},
                                {"period": 2021, "missing": "suppressed", "reason": "för få"},
                            ],
                        }
                    ],
                }
            ],
            "themes": [
                {
                    "id": "inre",
                    "title": "Inre",
                    "actions": [{"id": "direkt", "title": "Direkt", "extensions": {"x": {"actions": [{"id": "no"}]}}}],
                    "extensions": {"x": {"themes": [{"id": "no"}]}, 'a"b': {"themes": [{"id": "no"}]}},
                }
            ],
        }
    ],
    "follow_ups": [
        {
            "period": 2021,
            "updates": [{"item": "borja", "status": "done", "note": "klart", "actual_end": "2021-03-29"}],
            "observations": [{"indicator": "nojda", "period": 2021, "value": True, "dimensions": {"sex": "f"}}],
        }
    ],
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask a database with two programmes by SQL, as Datasette would."""
    path = tmp_path_factory.mktemp("views") / "x.db"
    with SqliteStorage(path) as storage:
        storage.save({**MAPPING, "title": "Före"})
        storage.save(MAPPING, base=storage.load(), by="planeraren")
        storage.save(unstructure(load("vasa_2019_2022")))
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield lambda query: [dict(row) for row in connection.execute(query)]


def of_plan(ask: Ask, view: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in ask(f"SELECT {', '.join(columns)} FROM {view} WHERE programme = 'plan'")]


def test_programmes_as_they_are_now(ask: Ask) -> None:
    (row,) = ask("SELECT * FROM programmes WHERE id = 'plan'")
    assert row.pop("saved_at").endswith("Z")
    assert row == {
        "id": "plan",
        "revision": 2,
        "saved_by": "planeraren",
        "title": "Planen",
        "title_languages": '{"sv":"Planen","fi":"Suunnitelma"}',
        "summary": None,
        "summary_languages": None,
        "period": "2020–2022",
        "languages": '["sv","fi"]',
        "municipality": "Exempelby",
        "municipality_code": "000",
        "country": "FI",
        "adopted_on": "2019-11-11",
    }


def test_themes_at_any_depth_and_nothing_that_only_looks_like_one(ask: Ask) -> None:
    assert of_plan(ask, "themes", "position", "id", "title", "parent") == [
        (1, "lara", "Lära", None),
        (2, "inre", "Inre", "lara"),
    ]


def test_a_text_falls_back_to_a_language_that_has_it(ask: Ask) -> None:
    assert of_plan(ask, "goals", "theme", "id", "title", "title_languages") == [
        ("lara", "kurser", "Kurssit", '{"sv":"","fi":"Kurssit"}')
    ]


def test_a_timeframe_is_as_it_is_written(ask: Ask) -> None:
    columns = ("timeframe", "timeframe_start", "timeframe_end")
    assert of_plan(ask, "goals", *columns) == [("när det passar", "2020-10", 2021)]
    assert of_plan(ask, "actions", *columns)[1] == (2020, None, None)


def test_actions_of_goals_and_of_themes(ask: Ask) -> None:
    assert of_plan(ask, "actions", "position", "theme", "goal", "id", "visibility") == [
        (1, "inre", None, "direkt", "public"),
        (2, "lara", "kurser", "borja", "public"),
        (3, "lara", "kurser", "fortsatta", "internal"),
    ]


def test_owners_of_an_action_are_its_own_or_those_above_it(ask: Ask) -> None:
    assert of_plan(ask, "action_owners", "action", "owner", "role", "note", "inherited") == [
        ("direkt", "skolan", "lead", None, 1),
        ("borja", "biblioteket", "partner", "på hösten", 1),
        ("fortsatta", "skolan", "lead", None, 0),
    ]
    assert of_plan(ask, "goal_owners", "goal", "owner", "role", "inherited") == [
        ("kurser", "biblioteket", "partner", 0)
    ]


def test_owners_without_what_is_private(ask: Ask) -> None:
    assert of_plan(ask, "owners", "id", "name", "kind", "parent") == [
        ("skolan", "Skolan", "unit", None),
        ("biblioteket", "Biblioteket", None, "skolan"),
    ]
    assert "someone@example.org" not in str([ask(f"SELECT * FROM {view}") for view in VIEWS])


def test_indicators_wherever_they_stand(ask: Ask) -> None:
    assert of_plan(ask, "indicators", "item", "id", "measure", "baseline", "baseline_kind", "baseline_period") == [
        (None, "nojda", "share", 0.5, "real", 2019),
        ("kurser", "besok", "count", 10, "integer", None),
    ]


def test_targets_short_and_long(ask: Ask) -> None:
    assert of_plan(ask, "targets", "indicator", "position", "value", "value_kind", "due", "set_on", "reason") == [
        ("besok", 0, 20, "integer", None, None, None),
        ("besok", 1, 30.5, "real", 2022, "2020-05-10", "fler"),
    ]


def test_observations_of_indicators_and_of_rounds(ask: Ask) -> None:
    columns = ("indicator", "follow_up", "period", "value", "value_kind", "missing", "reason", "dimensions")
    assert of_plan(ask, "observations", *columns) == [
        ("besok", None, 2020, 12, "integer", None, None, None),
        ("besok", None, 2021, None, None, "suppressed", "för få", None),
        ("nojda", 2021, 2021, 1, "true", None, None, '{"sex":"f"}'),
    ]


def test_what_was_reported(ask: Ask) -> None:
    assert of_plan(ask, "updates", "follow_up", "item", "status", "note", "actual_end") == [
        (2021, "borja", "done", "klart", "2021-03-29")
    ]


@pytest.mark.parametrize("table", ["themes", "goals", "actions", "owners", "indicators", "targets", "observations"])
def test_the_example_has_the_same_rows_as_its_tables(ask: Ask, table: str) -> None:
    vasa = load("vasa_2019_2022")
    named = "indicator" if table in ("targets", "observations") else "id"
    found = [row[named] for row in ask(f"SELECT {named} FROM {table} WHERE programme = '{vasa.id}'")]
    assert found == [row[named] for row in rows(vasa, table)]


def test_the_example_has_the_same_owners_of_actions(ask: Ask) -> None:
    vasa = load("vasa_2019_2022")
    found = [(row["action"], row["owner"], row["role"]) for row in ask("SELECT * FROM action_owners")]
    assert [each for each in found if each[0] in {action.id for action in vasa.actions}] == [
        (action.id, named.owner, str(named.role))
        for action in vasa.actions
        for named in vasa.effective_owners(action.id)[0]
    ]


@settings(max_examples=25, deadline=None)
@given(mapping=programme_mappings())
def test_every_programme_has_the_rows_that_its_tables_have(
    mapping: dict[str, Plain], tmp_path_factory: pytest.TempPathFactory
) -> None:
    programme = structure(PlainSource(mapping))
    path = tmp_path_factory.mktemp("views") / "x.db"
    with SqliteStorage(path) as storage:
        storage.save(mapping)
        assert storage.integrity() == ()
    with closing(sqlite3.connect(path)) as connection:
        for table in ("themes", "goals", "actions", "owners", "indicators"):
            found = [identifier for (identifier,) in connection.execute(f"SELECT id FROM {table}")]
            assert sorted(found) == sorted(str(row["id"]) for row in rows(programme, table))


ODD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.sampled_from(["", "x", "sv", "a.b", 'q"q', "🏠"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(
                "themes goals actions indicators owners observations targets follow_ups updates title id text "
                'languages timeframe baseline value municipality a.b q"q'.split()
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(themes=ODD, more=ODD)
def test_what_is_not_a_programme_breaks_no_view(
    themes: Plain, more: Plain, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A storage keeps what it is given; a file that cannot be loaded as a programme may be saved on its way to one."""
    path: Path = tmp_path_factory.mktemp("odd") / "x.db"
    mapping: dict[str, Plain] = {**(more if isinstance(more, dict) else {}), "id": "p", "themes": [themes]}
    with SqliteStorage(path) as storage:
        storage.save(mapping)
        storage.search("x")
        assert storage.integrity() == ()
    with closing(sqlite3.connect(path)) as connection:
        for view in VIEWS:
            connection.execute(f"SELECT * FROM {view}").fetchall()
