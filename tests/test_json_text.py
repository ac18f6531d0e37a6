import json

import pytest
from hypothesis import given

from muniprog.errors import SourceError, ValueProblem
from muniprog.json_text import read_json, write_json
from muniprog.source import Path, Plain
from muniprog.yaml12.alignment import same
from tests.hand_written import at, mappings, paths


def refusal(text: str | bytes) -> list[str]:
    with pytest.raises(SourceError) as refused:
        read_json(text, "p.json")
    return [str(problem) for problem in refused.value.problems]


@given(mappings)
def test_whatever_is_written_is_read_back_as_the_same(mapping: dict[str, Plain]) -> None:
    source = read_json(write_json(mapping), "x")
    assert same(source.mapping, mapping)
    for path in paths(mapping):
        value = at(mapping, path)
        written = source.written(path)
        assert written is None if isinstance(value, (dict, list)) else same(json.loads(str(written)), value)


def test_a_file_is_pleasant_to_read() -> None:
    assert write_json({"title": "Främjande", "a": [1]}) == '{\n  "title": "Främjande",\n  "a": [\n    1\n  ]\n}\n'


TEXT = '{"id": "a \\" [", "x": [1.10,\n {"b": null}]}'


@pytest.mark.parametrize(
    ("path", "place", "key_place", "written"),
    [
        ((), "p.json:1:1", "p.json:1:1", None),
        (("id",), "p.json:1:8", "p.json:1:2", '"a \\" ["'),
        (("x", 0), "p.json:1:24", "p.json:1:24", "1.10"),
        (("x", 1, "b"), "p.json:2:8", "p.json:2:3", "null"),
    ],
)
def test_places_are_found_when_somebody_asks(path: Path, place: str, key_place: str, written: str | None) -> None:
    source = read_json(TEXT, "p.json")
    assert (str(source.where(path)), str(source.where_key(path)), source.written(path)) == (place, key_place, written)


def test_what_is_not_there_stands_nowhere() -> None:
    source = read_json(TEXT, "p.json")
    assert (source.where(("y",)), source.where_key(("y",)), source.written(("y",))) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": 1,}', "p.json:1:9: error F001: A key in double quotes was expected here"),
        ('{"a" 1}', "p.json:1:6: error F001: A colon was expected here"),
        ('{"a": [1 2]}', "p.json:1:10: error F001: A comma or the closing bracket was expected here."),
        ('{"a": "x', "p.json:1:7: error F001: The text that begins here is never closed"),
        ('{"a": 1} 2', "p.json:1:10: error F001: Nothing more was expected"),
        ('{"a": "\n"}', "p.json:1:8: error F001: A line break or another invisible character"),
        ('{"a": "\\q"}', "error F001: After a backslash only certain letters may follow."),
        ('{"a": tru}', "p.json:1:7: error F001: A value was expected here"),
        ("", "p.json:1:1: error F001: A value was expected here"),
        ("[1]", "p.json:1:1: error F005: The file must be one JSON object: { … }."),
        ("[" * 100_000, "p.json:1:1: error F001: The values stand too deep inside one another."),
    ],
)
def test_broken_json_is_explained_in_plain_words(text: str, sentence: str) -> None:
    assert sentence in refusal(text)[0]


def test_all_numbers_that_are_none_are_named() -> None:
    assert refusal('{"a": NaN, "b": [-Infinity, 1e999], "c": "NaN"}') == [
        "p.json:1:7: error F005: “NaN” is not a number that a programme can hold. Leave the key out.",
        "p.json:1:18: error F005: “-Infinity” is not a number that a programme can hold. Leave the key out.",
        "p.json:1:29: error F005: “1e999” is not a number that a programme can hold. Leave the key out.",
    ]


def test_a_number_that_is_too_large_is_named() -> None:
    assert "“-1e999” is not a number" in refusal('{"a": [1.5, -1e999]}')[0]


def test_all_duplicate_keys_are_named_with_both_lines_and_their_item() -> None:
    text = '{"x": [1, {"b": 1,\n"b": [], "c": {"d": 1, "d": 2}, "id": "k"}],\n"x": 2, "\\u0078": 3}'
    with pytest.raises(SourceError) as refused:
        read_json(text, "p.json")
    assert [(problem.path, problem.item) for problem in refused.value.problems] == [
        (("x", 1, "b"), "k"),
        (("x", 1, "c", "d"), "k"),
        (("x",), ""),
        (("x",), ""),
    ]
    assert str(refused.value.problems[0]) == (
        "p.json:2:1: error F002: The key “b” stands twice, on line 1 and on line 2. Keep one of them. "
        "It belongs to “k”."
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "half \ud83d"])
def test_what_no_file_can_hold_is_refused(value: Plain) -> None:
    with pytest.raises(ValueProblem, match="cannot be saved"):
        write_json({"a": value})
