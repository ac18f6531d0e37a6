from textwrap import dedent

import pytest
from hypothesis import given

from muniprog.errors import ValueProblem
from muniprog.source import Plain
from muniprog.yaml12 import read, write
from muniprog.yaml12.alignment import same
from tests.hand_written import mappings


@given(mappings)
def test_whatever_is_written_is_read_back_as_the_same(mapping: dict[str, Plain]) -> None:
    assert same(read(write(mapping), "x").mapping, mapping)


def test_a_new_file_has_the_form_of_the_documentation() -> None:
    mapping: dict[str, Plain] = {
        "muniprog": 1,
        "title": {"sv": "Vasa stads integrationsprogram 2019–2022", "fi": "Vaasan kotouttamisohjelma"},
        "languages": ["sv", "fi", "no"],
        "municipality": {"name": {"sv": "Vasa", "fi": "Vaasa"}, "country": "FI", "code": "905"},
        "owners": [{"id": "welcome-office", "name": "Welcome Office", "aliases": ["Welcome office"]}],
        "themes": [
            {
                "id": "boende",
                "description": "En text som är för lång för en enda rad viks vid ett mellanslag, så att den ryms ändå.",
                "note": "Två\nrader\n",
                "goals": [],
                "steps": [{"title": "a", "timeframe": "2019"}, {"title": "b", "owners": [{"owner": "c"}]}],
                "ranges": [[1, 2], [["a"]]],
                "values": {},
                "deep": {"a": {"b": {"c": None}}},
            }
        ],
    }
    assert write(mapping) == dedent("""\
        muniprog: 1
        title: {sv: Vasa stads integrationsprogram 2019–2022, fi: Vaasan kotouttamisohjelma}
        languages: [sv, fi, "no"]
        municipality: {name: {sv: Vasa, fi: Vaasa}, country: FI, code: "905"}
        owners:
        - id: welcome-office
          name: Welcome Office
          aliases: [Welcome office]
        themes:
        - id: boende
          description: >-
            En text som är för lång för en enda rad viks vid ett mellanslag, så att den ryms
            ändå.
          note: |
            Två
            rader
          goals: []
          steps:
          - {title: a, timeframe: "2019"}
          - title: b
            owners:
            - {owner: c}
          ranges:
          - [1, 2]
          - - [a]
          values: {}
          deep:
            a: {b: {c: null}}
        """)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Boende", "Boende"),
        ("-5 grader", "-5 grader"),
        ("2019-02-01", "2019-02-01"),
        ("2019–2022", "2019–2022"),
        ("a:b", "a:b"),
        ("1.10", '"1.10"'),
        ("010", '"010"'),
        ("1_000", '"1_000"'),
        ("12:30", '"12:30"'),
        ("0x1F", '"0x1F"'),
        ("no", '"no"'),
        ("Null", '"Null"'),
        ("=", '"="'),
        ("", '""'),
        (" x", '" x"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('say "no"', 'say "no"'),
        ('"no"', "'\"no\"'"),
        ("[a\\b]'s", "'[a\\b]''s'"),
        ("tab\t\x00\x85\u2028\ufeff", '"tab\\t\\0\\x85\\u2028\\uFEFF"'),
        ("ends\n\n", '"ends\\n\\n"'),
        ("\nbegins", '"\\nbegins"'),
        ("a\n\tb", '"a\\n\\tb"'),
        ("a" * 90, "a" * 90),
        (" " + "a " * 50 + "a", '" ' + "a " * 50 + 'a"'),
        ("a\n b", "|-\n  a\n   b"),
        (1e22, "1.0e+22"),
        (1e-7, "1.0e-07"),
        (1.5e-7, "1.5e-07"),
        (2.0, "2.0"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value: Plain, written: str) -> None:
    assert write({"a": value}) == f"a: {written}\n"
    assert same(read(write({"a": [[value]]}), "x").mapping, {"a": [[value]]})


def test_years_are_keys_without_quotes_and_words_with_a_meaning_have_them() -> None:
    assert write({"2019": 1, "no": 2, "": 3}) == '2019: 1\n"no": 2\n"": 3\n'


def test_a_very_long_key_gets_a_question_mark() -> None:
    key = "k" * 1001
    assert write({key: [1]}) == f"? {key}\n: [1]\n"
    assert read(write({"a": {key: {key: 1}}}), "x").mapping == {"a": {key: {key: 1}}}


def test_nothing_is_an_empty_mapping() -> None:
    assert write({}) == "{}\n"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "half \ud83d"])
def test_what_no_file_can_hold_is_refused(value: Plain) -> None:
    with pytest.raises(ValueProblem, match="saved"):
        write({"a": value})


@pytest.mark.parametrize("is_list", [True, False])
def test_nothing_is_written_that_is_too_deep_to_be_read(is_list: bool) -> None:
    deep: Plain = [["a\nb"]]
    for _ in range(95):
        deep = [deep] if is_list else {"a": deep}
    assert read(write({"a": deep}), "x").mapping == {"a": deep}
    with pytest.raises(ValueProblem, match="More than 98 lists and keys"):
        write({"a": [deep] if is_list else {"a": deep}})
