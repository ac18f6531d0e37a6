"""The page about PostgreSQL servers, held to what there is."""

import re
from pathlib import Path

import psycopg

import muniprog
from muniprog.storage.sqlite.views import VIEWS
from muniprog.testing.storages.samples import plan

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "postgresql.md").read_text(encoding="utf-8")
SOURCES = sorted((ROOT / "plugins" / "muniprog-postgres" / "src").rglob("*.py"))


def test_every_table_is_described_and_every_column_that_sqlite_has_not(
    storage: muniprog.Storage, sql: psycopg.Connection, schema: str
) -> None:
    storage.save(plan())
    query = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = %s"
    columns = sql.execute(query, (schema,)).fetchall()
    assert {table for table, _ in columns if f"`{table}`" not in PAGE} == set()
    described = (ROOT / "docs" / "reference" / "sqlite.md").read_text(encoding="utf-8")
    pages = {table: described + PAGE if table in VIEWS else PAGE for table, _ in columns}
    assert {(table, column) for table, column in columns if f"`{column}`" not in pages[table]} == set()


def test_every_finding_is_described() -> None:
    used = {code for path in SOURCES for code in re.findall(r'"(K\d\d\d)"', path.read_text(encoding="utf-8"))}
    assert used == set(re.findall(r"K\d\d\d", PAGE))
