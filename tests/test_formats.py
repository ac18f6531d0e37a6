"""The data formats that need no plug-in: what is written is read again, and what is lost is said."""

import pytest
from hypothesis import HealthCheck, given, settings

from muniprog.conversion import structure
from muniprog.errors import FormatDirectionError, SourceError
from muniprog.formats.json import JsonFormat
from muniprog.formats.toml import TomlFormat
from muniprog.formats.yaml import YamlFormat
from muniprog.interfaces import Format
from muniprog.paths import value_at
from muniprog.source import Path, Plain
from muniprog.testing import programme_mappings
from tests.mappings import Mapping, small

FORMATS: list[Format] = [JsonFormat(), TomlFormat(), YamlFormat()]
LAW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
every = pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)


def without(value: Plain, losses: set[Path], path: Path = ()) -> Plain:
    """Return a value without what stands at some paths."""
    if isinstance(value, dict):
        return {key: without(inner, losses, (*path, key)) for key, inner in value.items() if (*path, key) not in losses}
    if isinstance(value, list):
        inside = [(inner, (*path, position)) for position, inner in enumerate(value)]
        return [without(inner, losses, below) for inner, below in inside if below not in losses]
    return value


@every
@LAW
@given(mapping=programme_mappings())
def test_what_is_written_is_read_again_but_for_what_is_said_to_be_lost(format_: Format, mapping: Mapping) -> None:
    written = format_.write(mapping)
    assert format_.read(written.data, "x").mapping == without(mapping, set(written.losses))
    assert all(value_at(path, mapping) is None for path in written.losses)
    assert format_.write(mapping) == written


@every
def test_every_problem_has_its_place(format_: Format) -> None:
    source = format_.read(format_.write(small(title=None, id=3, owners="x")).data, f"plan{format_.suffixes[0]}")
    with pytest.raises(SourceError) as refused:
        structure(source)
    assert all(problem.place is not None for problem in refused.value.problems)
    assert {problem.path for problem in refused.value.problems} > {("id",), ("owners",)}


@every
def test_a_format_says_what_it_is(format_: Format) -> None:
    assert format_.suffixes[0].startswith(".")
    assert format_.media_type.startswith("application/")
    assert format_.title.spoken("sv")


def test_only_toml_loses_anything() -> None:
    mapping = small(extensions={"climate": {"a": None, "b": [1, None], "c": {}}})
    assert [format_.write(mapping).losses for format_ in FORMATS if format_.name != "toml"] == [(), ()]
    assert ("extensions", "climate", "a") in TomlFormat().write(mapping).losses


def test_a_format_that_goes_one_way_says_so() -> None:
    class Mute(Format):
        name, suffixes, media_type = "mute", (".mute",), "text/plain"

    with pytest.raises(FormatDirectionError, match="“mute” can only be written, not read"):
        Mute().read(b"", "x")
    with pytest.raises(FormatDirectionError, match="“mute” can only be read, not written"):
        Mute().write({})
