import sys

import pytest
from hypothesis import given

from muniprog.errors import MuniprogError, SourceError, ValueProblem
from muniprog.source import Path, Plain
from muniprog.toml_text import read_toml, write_toml
from muniprog.yaml12.alignment import same
from tests.hand_written import mappings


def refusal(text: str) -> list[str]:
    with pytest.raises(SourceError) as refused:
        read_toml(text, "p.toml")
    return [str(problem) for problem in refused.value.problems]


def without_nothing(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: without_nothing(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_nothing(inner) for inner in value if inner is not None]
    return value


@given(mappings)
def test_whatever_is_written_is_read_back_but_for_what_is_empty(mapping: dict[str, Plain]) -> None:
    text, losses = write_toml(mapping)
    assert same(read_toml(text, "x").mapping, without_nothing(mapping))
    assert (losses == ()) == same(mapping, without_nothing(mapping))


def test_dates_and_times_become_text() -> None:
    text = "a = 2021-12-31\nb = 07:30:00\nc = [2021-12-31T07:30:00Z]\n"
    assert read_toml(text, "x").mapping == {"a": "2021-12-31", "b": "07:30:00", "c": ["2021-12-31T07:30:00+00:00"]}


TEXT = '''\
id = "vasa"  # as printed
note = """
id = "no key"
"""
"a.b".c = 1.10
[[themes]]
id = 'one'
[[themes.goals]]
year = 2019
[[themes.goals]]
year = 2020
tags = ["a"]
[[themes]]
[[themes.goals]]
year = 2021
'''


@pytest.mark.parametrize(
    ("path", "place", "key_place", "written"),
    [
        (("id",), "p.toml:1:6", "p.toml:1:1", '"vasa"'),
        (("a.b", "c"), "p.toml:5:11", "p.toml:5:1", "1.10"),
        (("themes", 0), "p.toml:6:1", "p.toml:6:3", None),
        (("themes", 0, "id"), "p.toml:7:6", "p.toml:7:1", "'one'"),
        (("themes", 0, "goals", 1, "year"), "p.toml:11:8", "p.toml:11:1", "2020"),
        (("themes", 0, "goals", 1, "tags"), "p.toml:12:8", "p.toml:12:1", None),
        (("themes", 1, "goals", 0, "year"), "p.toml:15:8", "p.toml:15:1", "2021"),
        (("themes", 0, "goals", 1, "tags", 0), "None", "None", None),
    ],
)
def test_what_has_a_line_knows_it(path: Path, place: str, key_place: str, written: str | None) -> None:
    source = read_toml(TEXT, "p.toml")
    assert (str(source.where(path)), str(source.where_key(path)), source.written(path)) == (place, key_place, written)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a = 1\nb = \n", "p.toml:2:5: error F001: This is not TOML: Invalid value."),
        ("a = [1,\n2", "p.toml:2:2: error F001: This is not TOML: Unclosed array."),
        ("a = inf\nb = [nan]\n", "p.toml:1:5: error F005: An infinite number or “not a number”"),
        ("[x]\n[x]\n", "p.toml:2:2: error F002: The key “x” stands twice, on line 1 and on line 2. Keep one of them."),
    ],
)
def test_broken_toml_is_explained(text: str, sentence: str) -> None:
    assert refusal(text)[0].startswith(sentence)


def test_all_duplicate_keys_are_named_with_both_lines_and_their_item() -> None:
    text = "[[a]]\nid = 'k'\nx = 1\nx = 2\n[[a]]\nb.c = 1\nb.c = 2\n"
    assert refusal(text) == [
        "p.toml:4:1: error F002: The key “x” stands twice, on line 3 and on line 4. Keep one of them. "
        "It belongs to “k”.",
        "p.toml:7:1: error F002: The key “c” stands twice, on line 6 and on line 7. Keep one of them.",
    ]


@pytest.mark.parametrize("value", [float("nan"), [float("inf")], "half \ud83d"])
def test_what_no_file_can_hold_is_refused(value: Plain) -> None:
    with pytest.raises(ValueProblem, match="cannot be saved"):
        write_toml({"a": value})


def test_without_its_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomli_w", None)
    with pytest.raises(MuniprogError, match=r'one more package is needed: pip install "muniprog\[toml\]"') as refused:
        write_toml({})
    assert refused.value.spoken("en").endswith('"muniprog[toml]"')
