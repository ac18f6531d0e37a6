"""The JSON Schema: it takes what muniprog takes, refuses what muniprog refuses, and explains every key."""

import json
from pathlib import Path

import attrs
import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from muniprog.descriptions import descriptions_of, summary_of
from muniprog.model import Goal, Programme
from muniprog.schema import FILES, json_schema
from muniprog.source import Plain
from muniprog.testing import programme_mappings
from muniprog.yaml12 import read
from tests.mappings import Mapping, small, with_action, with_goal, with_indicator

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
VASA = Path(__file__).resolve().parents[1] / "examples/vasa_2019_2022/src/vasa_2019_2022/programme"


def refused(mapping: Mapping) -> bool:
    return not VALIDATOR.is_valid(mapping)


@pytest.mark.parametrize("file", FILES)
def test_schema_is_a_schema(file: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(file))
    assert json_schema(file) == json.loads(json.dumps(json_schema(file)))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(programme_mappings())
def test_schema_takes_every_programme(mapping: Mapping) -> None:
    VALIDATOR.validate(mapping)


def test_schema_takes_the_files_of_vasa() -> None:
    VALIDATOR.validate(read((VASA / "programme.yaml").read_bytes(), "programme.yaml").mapping)
    themes = jsonschema.Draft202012Validator(json_schema("theme"))
    for path in VASA.glob("themes/*.yaml"):
        themes.validate(read(path.read_bytes(), path.name).mapping)


def test_schema_takes_a_file_of_follow_up() -> None:
    text = "period: 2020\nupdates:\n- {item: kurser, status: done}\n"
    jsonschema.Draft202012Validator(json_schema("followup")).validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    "mapping",
    [
        with_goal(titel="x"),
        with_goal(title=12),
        with_action(visibility="secret"),
        with_action(id="A/B"),
        with_action(tags="abc"),
        with_indicator(measure="cuont"),
        with_indicator(targets=[{"by": 2020}]),
        small(muniprog=2),
        small(languages="sv"),
        small(title={"Swedish": "x"}),
        small(themes=["themes/boende.txt"]),
        small(calendar={"spring": ["mars", "maj"]}),
    ],
)
def test_schema_refuses_what_muniprog_refuses(mapping: Mapping) -> None:
    assert refused(mapping)


@pytest.mark.parametrize(
    "mapping",
    [
        with_action(description=None, owners=None, extensions={"climate": {"anything": [1]}}),
        with_indicator(measure="climate:index"),
        small(themes=["themes/boende.yaml"]),
        with_goal(overview={"timeframe": "Kontinuerlig", "title": "x"}, timeframe={"text": "x", "start": 2020}),
    ],
)
def test_schema_takes_short_and_long_forms(mapping: Mapping) -> None:
    assert not refused(mapping)


def _entries(schema: Plain) -> list[tuple[str, Plain]]:
    found: list[tuple[str, Plain]] = []
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict) and "id" in properties:
            found.extend(properties.items())
        for value in schema.values():
            found.extend(_entries(value))
    return found


def test_every_key_is_explained() -> None:
    unexplained = [
        key for key, schema in _entries(json_schema()) if not (isinstance(schema, dict) and "description" in schema)
    ]
    assert unexplained == []


def test_descriptions_come_from_the_class_and_its_bases() -> None:
    meanings = descriptions_of(Goal)
    assert meanings["title"] == "What it is called."
    assert meanings["owners"] == "Who answers for it."
    assert set(attrs.fields_dict(Programme)) - {"origin"} <= descriptions_of(Programme).keys()


def test_description_may_run_over_several_lines() -> None:
    class Described:
        """A class.

        Attributes:
            first: The first
                of two.

        Not an attribute: this.
        """

    assert descriptions_of(Described) == {"first": "The first of two."}
    assert descriptions_of(type("Bare", (), {})) == {}
    assert summary_of(Described) == "A class."
