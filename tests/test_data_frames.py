"""Rows go into pandas and polars as they are."""

import math
from collections.abc import Iterator
from datetime import date

import pandas
import polars
import pytest
from hypothesis import given, settings

import muniprog
from muniprog.conversion import structure
from muniprog.progress import FIGURE_TABLES, assess, figure_rows
from muniprog.source import Plain, PlainSource
from muniprog.table_rows import TableRow, TableRows
from muniprog.tables import TABLES, rows
from muniprog.testing import programme_mappings

TYPES: dict[type, polars.DataType | type[polars.DataType]] = {
    str: polars.String,
    bool: polars.Boolean,
    int: polars.Int64,
    float: polars.Float64,
    date: polars.Date,
}
DAY = "2021-12-31"


def tables_of(programme: muniprog.Programme, day: str = DAY) -> Iterator[TableRows]:
    yield from (rows(programme, name) for name in TABLES)
    figures = assess(programme, as_of=day)
    yield from (figure_rows(figures, name) for name in FIGURE_TABLES)


def types_in(table: TableRows, column: str) -> set[type]:
    return {type(row[column]) for row in table if row[column] is not None}


@pytest.fixture(scope="module", params=["vasa_2019_2022", "vasa_2019_2022_sample"])
def programme(request: pytest.FixtureRequest) -> muniprog.Programme:
    return muniprog.load(request.param)


def test_polars_takes_rows_as_they_are_and_gives_them_back(programme: muniprog.Programme) -> None:
    for table in tables_of(programme):
        frame = polars.DataFrame(table)
        assert frame.to_dicts() == table
        for column in frame.columns:
            wanted = {TYPES[kind] for kind in types_in(table, column)} or {polars.Null}
            assert {frame.schema[column]} == wanted, (table.name, column)


def test_pandas_takes_rows_as_they_are_and_gives_them_back(programme: muniprog.Programme) -> None:
    for table in tables_of(programme):
        frame = pandas.DataFrame(table)
        assert len(frame) == len(table)
        given_back = frame.to_dict("records")
        for row, back in zip(table, given_back, strict=True):
            assert list(row) == list(back)
            assert all(_same(row[name], back[name]) for name in row), (table.name, row, back)


def _same(value: object, back: object) -> bool:
    """Whether pandas kept a value; nothing becomes its NaN where the column holds numbers or text."""
    if value is None:
        return back is None or (isinstance(back, float) and math.isnan(back))
    return value == back


def test_pandas_reckons_with_numbers(programme: muniprog.Programme) -> None:
    frame = pandas.DataFrame(rows(programme, "targets"))
    assert frame["value"].dtype == "float64"


def test_a_value_that_comes_late_is_kept_when_polars_looks_at_all_rows() -> None:
    many: list[TableRow] = [{"id": str(n), "target": None, "by": None} for n in range(200)]
    table = TableRows([*many, {"id": "x", "target": 1.5, "by": "2022"}], name="t", language="en")
    assert polars.DataFrame(table, infer_schema_length=None).to_dicts() == table


@given(programme_mappings())
@settings(max_examples=20)
def test_a_column_of_any_programme_has_one_type(mapping: dict[str, Plain]) -> None:
    for table in tables_of(structure(PlainSource(mapping))):
        for column in table[0] if table else ():
            found = types_in(table, column)
            assert len(found) <= 1
            assert found <= TYPES.keys()
