import sys

import pytest

from muniprog import yaml12
from muniprog.errors import SourceError
from muniprog.source import Path, Plain
from muniprog.yaml12 import read, write


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML with its C extension, and without."""
    if request.param == "Python":
        monkeypatch.setitem(sys.modules, "yaml.cyaml", None)


def refusal(text: str) -> list[str]:
    with pytest.raises(SourceError) as refused:
        read(text, "p.yaml")
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("+4", 4),
        ("0", 0),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        ("1.0e3", 1000.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_few_plain_scalars_mean_something(written: str, value: Plain) -> None:
    found = read(f"a: {written}\nb: [{written or '~'}]\n", "x").mapping
    assert repr(found) == repr({"a": value, "b": [value]})


@pytest.mark.parametrize(
    "written",
    [
        *"010 007 1_000 12:30 no yes on Off 2019-01-01 0x1F 0o7 .nan .inf = 1e5 .5 1. 1.0e999 True NULL".split(),
        *"-0x1 00.5 2019–2022 1.1.2 <<x R&D Hej! -5m a:b http://x.fi".split(),
        "9" * 1001,
    ],
)
def test_everything_else_is_text(written: str) -> None:
    assert read(f"a: {written}", "x").mapping == {"a": written}


@pytest.mark.parametrize("written", ['"12"', "'12'", "|-\n 12", ">-\n 12"])
def test_what_is_quoted_or_a_block_is_text(written: str) -> None:
    assert read(f"a: {written}", "x").mapping == {"a": "12"}


def test_keys_are_the_text_that_is_written() -> None:
    assert read("2019: a\n1.10: b\nno: c\n'x': d\n", "x").mapping == {"2019": "a", "1.10": "b", "no": "c", "x": "d"}


TEXT = """\
# Vasa
id:   "1.10"  # as printed
title: {sv: 'Boende', fi: Asuminen, en: }
themes:
- id: 007
  note: |+  # kept
    # no comment
    two

  goals: [a, {b: c}, [d: e]]
-
  - x
  - y z
    w
last: >-
  folded

"""


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("path", "place", "key_place", "written"),
    [
        ((), "p.yaml:2:1", "p.yaml:2:1", None),
        (("id",), "p.yaml:2:7", "p.yaml:2:1", '"1.10"'),
        (("title",), "p.yaml:3:8", "p.yaml:3:1", None),
        (("title", "sv"), "p.yaml:3:13", "p.yaml:3:9", "'Boende'"),
        (("themes", 0, "id"), "p.yaml:5:7", "p.yaml:5:3", "007"),
        (("themes", 0, "note"), "p.yaml:6:9", "p.yaml:6:3", "|+  # kept\n    # no comment\n    two\n\n"),
        (("themes", 0, "goals", 1, "b"), "p.yaml:10:18", "p.yaml:10:15", "c"),
        (("themes", 0, "goals", 2, 0, "d"), "p.yaml:10:26", "p.yaml:10:23", "e"),
        (("themes", 1, 1), "p.yaml:13:5", "p.yaml:13:5", "y z\n    w"),
        (("last",), "p.yaml:15:7", "p.yaml:15:1", ">-\n  folded"),
    ],
)
def test_every_value_knows_where_it_stands_and_how_it_is_written(
    path: Path, place: str, key_place: str, written: str | None
) -> None:
    source = read(TEXT, "p.yaml")
    assert (str(source.where(path)), str(source.where_key(path)), source.written(path)) == (place, key_place, written)


def test_what_is_not_there_stands_nowhere() -> None:
    source = read(TEXT, "p.yaml")
    assert (source.where(("x",)), source.where_key(("x",)), source.written(("x",))) == (None, None, None)


def test_a_root_in_braces_knows_its_places_too() -> None:
    source = read(" {id: a, x: [1.10]}", "p.yaml")
    assert (str(source.where(("x", 0))), source.written(("x", 0))) == ("p.yaml:1:14", "1.10")


def test_a_key_after_a_question_mark_is_read() -> None:
    assert read("? id\n: a\n", "p.yaml").mapping == {"id": "a"}


def test_a_byte_order_mark_moves_no_place() -> None:
    assert str(read(b"\xef\xbb\xbfid: a", "p.yaml").where(("id",))) == "p.yaml:1:5"


@pytest.mark.usefixtures("parser")
def test_only_line_ends_end_lines() -> None:
    text = 'a\u2028: x\u2028y\x85z # \u2029\nb: ["\\u2028", 1, {c: }]\n'
    source = read(text, "p.yaml")
    assert source.mapping == {"a\u2028": "x\u2028y\x85z", "b": ["\u2028", 1, {"c": None}]}
    assert str(source.where(("b",))) == "p.yaml:2:4"
    assert source.written(("a\u2028",)) == "x\u2028y\x85z"


def test_all_duplicate_keys_are_named_with_both_lines_and_their_item() -> None:
    text = "a: 1\nid: vasa\nx:\n- {id: k, c: 1, c: 2}\n- c: 1\n  c: [3]\n  c: 4\na: 2\n"
    assert refusal(text) == [
        "p.yaml:4:17: error F002: The key “c” stands twice, on line 4 and on line 4. Keep one of them. "
        "It belongs to “k”.",
        "p.yaml:6:3: error F002: The key “c” stands twice, on line 5 and on line 6. Keep one of them. "
        "It belongs to “vasa”.",
        "p.yaml:7:3: error F002: The key “c” stands twice, on line 5 and on line 7. Keep one of them. "
        "It belongs to “vasa”.",
        "p.yaml:8:1: error F002: The key “a” stands twice, on line 1 and on line 8. Keep one of them. "
        "It belongs to “vasa”.",
    ]


def test_a_duplicate_key_has_a_path() -> None:
    with pytest.raises(SourceError) as refused:
        read("x:\n- a\n- c: 1\n  c: 2\n", "p.yaml")
    (problem,) = refused.value.problems
    assert (problem.path, problem.item) == (("x", 1, "c"), "")


@pytest.mark.usefixtures("parser")
def test_all_features_that_are_not_used_are_named() -> None:
    text = "a: !!str 1\nb: &x [1]\nc: *x\n*x : 2\n<<: {d: 1}\ne: ! 2\nf: !x\n---\n[]\n"
    codes_and_places = [problem.split(":", 3) for problem in refusal(text)]
    assert [(line, column) for _, line, column, _ in codes_and_places] == [
        ("1", "4"),
        ("2", "4"),
        ("3", "4"),
        ("4", "1"),
        ("5", "1"),
        ("6", "4"),
        ("7", "4"),
        ("8", "1"),
    ]
    assert all("error F014: " in problem for problem in refusal(text))


@pytest.mark.parametrize("text", ["a: &x 1", "a: !x 1", "a: [!!int 1]", "<<: {a: 1}", "a: 1\n---\nb: 1", "a: *x"])
def test_each_of_them_alone_is_refused(text: str) -> None:
    assert "error F014: " in refusal(text)[0]


@pytest.mark.parametrize("text", ["a: '<<'\nb: <<", "a: '<<: x'", "'<<': 1"])
def test_only_a_plain_merge_key_is_one(text: str) -> None:
    assert read(text, "x").mapping


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "p.yaml:1:1: error F001: The file is empty. Keys such as “id:” and “title:” were expected."),
        ("# nothing\n", "p.yaml:1:1: error F001: The file is empty."),
        ("- a\n", "p.yaml:1:1: error F005: The file must consist of keys with values"),
        ("text\n", "p.yaml:1:1: error F005: The file must consist of keys with values"),
        ("*x", "p.yaml:1:1: error F014: YAML aliases (“*x”) are not used here."),
        ("a: {{x}}\n", "p.yaml:1:5: error F001: A key must be one word or text, not a list or values."),
        ("a: 1\n? [b]\n: c\n", "p.yaml:2:3: error F001: A key must be one word or text"),
        ("a: b: c", "p.yaml:1:5: error F001: A colon with a space after it is not expected here."),
        ("a: 1\nb\nc: 2", "p.yaml:2:1: error F001: A key and a colon were expected here, as in “title: …”."),
        ("a: 1\nb:2\nc: 3", "p.yaml:2:1: error F001: A space is missing after “b:”."),
        ("a:\n- b:2\n  c: 3", "p.yaml:2:3: error F001: A space is missing after “b:”."),
        ("a:\n\tb: 1", "p.yaml:2:1: error F001: This line is indented with a tab. Use spaces."),
        ("a: x\n\ty", "p.yaml:2:1: error F001: This line is indented with a tab. Use spaces."),
        ("a: 'x\nb: 1\n", "p.yaml:1:4: error F001: The text that begins here with a quote is never closed."),
        ("a: 'x\n---\n'", "p.yaml:1:4: error F001: The text that begins here with a quote is not closed before"),
        ("a: [1\nb: 1\n", "p.yaml:1:4: error F001: The list that begins here with “[” is not closed with “]”"),
        ("a: {x: 1\nb: 1\n", "p.yaml:1:4: error F001: The values that begin here with “{” are not closed with “}”"),
        ("a: @x", "p.yaml:1:4: error F001: A text that begins with “@” must stand in quotes."),
        ("a: *", "p.yaml:1:4: error F001: A text that begins with “*” must stand in quotes."),
        ("a:\n  b: 1\n c: 2", "p.yaml:3:2: error F001: This line is indented neither as the lines above it"),
        ("a: 'it's'", "p.yaml:1:8: error F001: After “a: 'it'” nothing more was expected on this line."),
        ('a: "\\q"', "error F001: After a backslash in double quotes only certain letters may follow."),
        ('a: "\\xZZ"', "error F001: After “\\x”, “\\u” and “\\U” in double quotes 2, 4 and 8"),
        ("a: ? b", "p.yaml:1:4: error F001: This is not YAML: mapping keys are not allowed"),
        ("a: ]", "p.yaml:1:4: error F001: A value was expected here."),
        ("a: - b", "p.yaml:1:4: error F001: A list cannot begin on the line of its key."),
        ("a: |x\n  y", "p.yaml:1:5: error F001: After “|” or “>” only a line break is expected"),
        ("a: 1\n...\nb: 1", "p.yaml:3:1: error F001: After the line of three dots nothing more is expected"),
        ("a: !e!f x", "p.yaml:1:4: error F014: YAML tags (“!…”) are not used here."),
        ("%YAML 2.0\n---\na: 1", "error F014: The line with “%” is not used here; delete it."),
        ("? - ? : x\n  -- : - ,\n{a\n", "error F001: "),
        ("a: " + "[" * 200, "error F001: More than 100 lists and keys stand inside one another here."),
    ],
)
def test_broken_yaml_is_explained_in_plain_words(text: str, sentence: str) -> None:
    assert any(sentence in problem for problem in refusal(text)), refusal(text)


def test_deep_nesting_stops_the_reading() -> None:
    deep: Plain = 1
    for _ in range(99):
        deep = [deep]
    text = "a: " + "[" * 99 + "1" + "]" * 99
    assert read(text, "x").mapping == {"a": deep}
    assert "error F001: More than 100" in refusal("a: " + "[" * 100 + "]" * 100)[0]


@pytest.mark.usefixtures("parser")
def test_characters_that_cannot_stand_in_a_file_are_all_named() -> None:
    first, second, third = refusal("a: x\x07\nb: \ud800\nb: 1\n")
    assert first.startswith("p.yaml:1:5: error F012: The invisible character U+0007 cannot stand in the file.")
    assert second.startswith("p.yaml:2:4: error F012: The invisible character U+D800")
    assert third.startswith("p.yaml:3:1: error F002: The key “b” stands twice")


def test_a_duplicate_before_the_broken_place_is_named_too() -> None:
    assert [problem.split()[2] for problem in refusal("a: 1\na: 2\nb: ]\n")] == ["F002:", "F001:"]


def test_the_package_has_no_other_names() -> None:
    assert not hasattr(yaml12, "load")


def test_what_was_read_can_be_written() -> None:
    assert read(write(read(TEXT, "x").mapping), "x").mapping == read(TEXT, "x").mapping
