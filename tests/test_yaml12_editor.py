from copy import deepcopy
from enum import StrEnum
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from muniprog.errors import SourceError, ValueProblem
from muniprog.source import Path, Plain
from muniprog.yaml12 import YamlSource, edit, read
from muniprog.yaml12.alignment import same
from tests.hand_written import Hand, at, changed, mappings, values

chances = st.integers(0, 2**32).map(Random)


def source_by_hand(mapping: dict[str, Plain], chance: Random) -> YamlSource:
    """Return `mapping` as somebody may have written it by hand."""
    try:
        return read(Hand(chance).text(mapping), "x")
    except SourceError:  # a comment stood where YAML takes none
        assume(False)
        raise


@given(mappings, chances)
def test_an_edit_without_a_change_is_byte_identical(mapping: dict[str, Plain], chance: Random) -> None:
    source = source_by_hand(mapping, chance)
    assert edit(source, deepcopy(source.mapping), deepcopy(source.mapping)) == source.raw.text


@given(mappings, chances, st.lists(values, min_size=1, max_size=3))
def test_whatever_is_edited_says_what_it_should(
    mapping: dict[str, Plain], chance: Random, new_values: list[Plain]
) -> None:
    source = source_by_hand(mapping, chance)
    new = deepcopy(source.mapping)
    changed(new, chance, new_values)
    edited = read(edit(source, source.mapping, new), "x")
    assert same(edited.mapping, new)
    assert edit(edited, new, new) == edited.raw.text


@given(mappings, chances, values)
def test_every_line_outside_the_edited_key_stays(mapping: dict[str, Plain], chance: Random, value: Plain) -> None:
    source = source_by_hand(mapping, chance)
    assume(source.mapping and source.raw.text.endswith("\n"))
    key = chance.choice(list(source.mapping))
    text = source.raw.text
    edited = edit(source, source.mapping, {**source.mapping, key: value})
    node = source.layout.children(source.layout.root())[list(source.mapping).index(key)]
    entry = source.layout.entry(source.layout.root(), node)
    assert edited.startswith(text[: entry.begin])
    following = source.layout.stop(node)
    assert edited.endswith(text[following:])


@given(mappings, chances)
def test_the_canonical_form_may_use_other_words(mapping: dict[str, Plain], chance: Random) -> None:
    source = source_by_hand({**mapping, "title": {"sv": "X"}, "order": 1}, chance)
    old: dict[str, Plain] = {**source.mapping, "title": "X", "more": []}
    edited = read(edit(source, old, {**old, "order": 2}), "x")
    assert same(edited.mapping, {**source.mapping, "order": 2})


def edited(text: str, new: dict[Path, Plain] | None = None, *, without: Path | None = None) -> str:
    """Return `text` after the values at some paths were set, or the entry at one was taken out."""
    source = read(text, "x")
    mapping = deepcopy(source.mapping)
    for path, value in (new or {}).items():
        around = at(mapping, path[:-1])
        if isinstance(around, list) and path[-1] == len(around):
            around.append(value)
        else:
            around[path[-1]] = value  # type: ignore[index]
    if without is not None:
        del at(mapping, without[:-1])[without[-1]]  # type: ignore[union-attr, arg-type]
    result = edit(source, source.mapping, mapping)
    assert same(read(result, "x").mapping, mapping)
    return result


@pytest.mark.parametrize(
    ("text", "value", "result"),
    [
        ("a: x  # why\n", "y", "a: y  # why\n"),
        ("a: 'x'\n", "y's", "a: 'y''s'\n"),
        ("a: 'x'\n", "y\x07", 'a: "y\\a"\n'.replace("\\a", "\\x07")),
        ('a: "x"\n', "y", 'a: "y"\n'),
        ("a: x\n", "no", 'a: "no"\n'),
        ("a: 'x'\n", 3, "a: 3\n"),
        ("a:\n", "x", "a: x\n"),
        ("a:  # why\n", "x", "a: x  # why\n"),
        ("a:  # why\n", {"b": "c\nd"}, "a:  # why\n  b: |-\n    c\n    d\n"),
        ("a: ~\n", "x", "a: x\n"),
        ("a: x", "y", "a: y"),
        ("a: |  # why\n    x\n    y\n", "z\nw\n", "a: |  # why\n    z\n    w\n"),
        ("a: |\n x\n y\n", "z\nw", "a: |-\n z\n w\n"),
        ("a: |\n x\n y\n", "z", "a: z\n"),
        ("a: |\n\nb: 1\n", "z\nw\n", "a: |\n  z\n  w\n\nb: 1\n"),
        ("a: >-\n  x\n  y\n", "z", "a: >-\n  z\n"),
        ("a: >\n  x\n  y\n", "z\nw\n", "a: |\n  z\n  w\n"),
        ("a: >\n  x\n  y\n", 3, "a: 3\n"),
        ("a: x  # why\n", "y\nz\n", "a: |  # why\n  y\n  z\n"),
        ("a: x\n", "lång " * 20 + "x", "a: >-\n  " + ("lång " * 17).strip() + "\n  lång lång lång x\n"),
        ("a: 'x'\n", "lång " * 20 + "x", "a: '" + "lång " * 20 + "x'\n"),
        ("a: x  # why\n", ["b", {"id": "c"}], "a:  # why\n- b\n- id: c\n"),
        ("a:  # why\n- b\n", "x", "a: x  # why\n"),
        ("a:  # why\n  b: 1\n", [], "a: []  # why\n"),
        ("a: []  # why\n", ["x"], "a: [x]  # why\n"),
        ("a:\n  x\n", "y", "a:\n  y\n"),
        ("a: x\n    # below\n", "y\nz\n", 'a: "y\\nz\\n"\n    # below\n'),
        ("a: x\r\nb: y\r\n", "z\nw\n", "a: |\r\n  z\r\n  w\r\nb: y\r\n"),
        ("\ufeffa: x\n", "y", "\ufeffa: y\n"),
        ("? a\n: x\n", "y", "a: y\n"),
        ("{a: x, b: 'y' }\n", "z", "{a: z, b: 'y' }\n"),
        ("{a: x,\n b: y}\n", "z\nw", '{a: "z\\nw",\n b: y}\n'),
    ],
)
def test_a_value_changes_where_it_stands(text: str, value: Plain, result: str) -> None:
    assert edited(text, {("a",): value}) == result


@pytest.mark.parametrize(
    ("flow", "value", "result"),
    [
        ("[a, 'b',  c]", ["a", "b", "x", "c"], "[a, 'b', x,  c]".replace(",  c", ", c")),
        ("[ a, 'b',  c ]", ["a", "b", "c", "d e"], "[ a, 'b',  c, d e ]"),
        ("[a, 'b',  c]", ["c", "a", "b"], "[c, a, 'b']"),
        ("[a, 'b']", ["b"], "['b']"),
        ("[a, b]", [], "[]"),
        ("[a, b]", {"a": "b"}, "{a: b}"),
        ("{sv: 'X', fi: Y}", {"sv": "X", "en": "W", "fi": "Z"}, "{sv: 'X', en: W, fi: Z}"),
        ("{sv: X, fi: }", {"sv": "X", "fi": "Y"}, "{sv: X, fi: Y}"),
        ("{sv: {text: 'X', of: y}}", {"sv": {"text": "Z", "of": "y"}}, "{sv: {text: 'Z', of: y}}"),
        ("{sv: {text: 'X'}}", {"sv": "Z"}, "{sv: Z}"),
        ("{sv: X}", {"sv": ["Z"]}, "{sv: [Z]}"),
        ("[x: 1, y]", [{"x": 2}, "y"], "[{x: 2}, y]"),
        ("[a,  # one\n    b]", ["a", "c"], "[a,  # one\n    c]"),
        ("[a]", ["a", "b" * 90], "\n- a\n- " + "b" * 90),
    ],
)
def test_what_stays_in_braces_and_brackets_keeps_its_manner(flow: str, value: Plain, result: str) -> None:
    expected = f"a:{result}" if result.startswith("\n") else f"a: {result}"
    assert edited(f"a: {flow}  # why\nb: 1\n", {("a",): value}) in (
        f"{expected}  # why\nb: 1\n",
        expected.replace("a:\n", "a:  # why\n") + "\nb: 1\n",
    )


LIST = """\
# Vasa
id: vasa  # as always
items:

# about one
- id: one
  title: One
    # still about one

# nobody's

# about two
# and more about two
-   title: Two
    id: two

# about three
- id: three
  tags: [a]
last: 1
"""


def test_a_new_key_comes_after_its_neighbour() -> None:
    source = read(LIST, "x")
    new: dict[str, Plain] = {"id": "vasa", "title": "Vasa", **source.mapping}
    assert edit(source, source.mapping, new) == LIST.replace("always\n", "always\ntitle: Vasa\n")


def test_a_new_first_key_comes_below_the_head_of_the_file() -> None:
    source = read(LIST, "x")
    assert edit(source, source.mapping, {"a": 1, **source.mapping}) == LIST.replace("id: vasa", "a: 1\nid: vasa")


def test_a_new_key_in_an_item_stands_in_the_column_of_the_others() -> None:
    assert edited(LIST, {("items", 1, "note"): "x"}) == LIST.replace("    id: two\n", "    id: two\n    note: x\n")


def test_a_new_first_key_of_an_item_takes_the_line_of_its_dash() -> None:
    source = read("- x\n".replace("- x", "a:\n- b: 1 # why\n  c: 2"), "x")
    edited_text = edit(source, source.mapping, {"a": [{"new": 0, "b": 1, "c": 2}]})
    assert edited_text == "a:\n- new: 0\n  b: 1 # why\n  c: 2\n"


def test_the_first_key_of_an_item_goes_and_the_next_takes_its_place() -> None:
    assert edited("a:\n- b: 1 # why\n  # of c\n  c: 2\n", without=("a", 0, "b")) == "a:\n- # of c\n  c: 2\n"


def test_an_item_goes_with_its_own_comments_only() -> None:
    without_two = LIST.replace("# about two\n# and more about two\n-   title: Two\n    id: two\n\n", "")
    assert edited(LIST, without=("items", 1)) == without_two


def test_the_first_item_goes_and_what_belongs_to_nobody_stays() -> None:
    gone = "# about one\n- id: one\n  title: One\n    # still about one\n"
    assert edited(LIST, without=("items", 0)) == LIST.replace(gone, "")


def test_the_last_item_goes_with_the_empty_line_above() -> None:
    gone = "\n# about three\n- id: three\n  tags: [a]\n"
    assert edited(LIST, without=("items", 2)) == LIST.replace(gone, "")


def test_a_new_item_gets_the_empty_lines_of_the_others() -> None:
    text = "a:\n- id: one\n\n- id: two\nb: 1\n"
    assert edited(text, {("a", 2): {"id": "three"}}) == text.replace("two\n", "two\n\n- id: three\n")


def test_an_item_moves_with_its_lines() -> None:
    source = read(LIST, "x")
    one, two, three = (at(source.mapping, ("items", position)) for position in range(3))
    moved = edit(source, source.mapping, {**source.mapping, "items": [two, one, three]})
    assert read(moved, "x").mapping["items"] == [two, one, three]
    block = "# about two\n# and more about two\n-   title: Two\n    id: two\n"
    assert block in moved
    assert moved.index(block) < moved.index("# about one\n- id: one\n  title: One\n    # still about one\n")
    assert "# nobody's" in moved


def test_an_item_that_moves_may_change_too() -> None:
    source = read("a:\n- id: x\n  t: 1 # one\n- id: y\n", "x")
    new: dict[str, Plain] = {"a": [{"id": "y"}, {"id": "x", "t": 2}]}
    assert edit(source, source.mapping, new) == "a:\n- id: y\n- id: x\n  t: 2 # one\n"


def test_an_item_on_the_line_of_another_dash_may_move() -> None:
    source = read("a:\n- - x\n  - 'y'\n", "x")
    assert edit(source, source.mapping, {"a": [["y", "x"]]}) == "a:\n- - 'y'\n  - x\n"


def test_a_comment_that_stands_alone_outlives_its_neighbours() -> None:
    text = "a:\n- x\n\n# alone\n\n- y\n"
    assert "# alone\n" in edited(text, without=("a", 1))
    assert "# alone\n" in edited(text, without=("a", 0))


def test_the_empty_lines_at_the_end_of_a_kept_block_are_not_added_to() -> None:
    text = "a:\n- |+\n  x\n\nb: 1\n"
    assert edited(text, {("a", 1): "y"}).endswith("b: 1\n")


def test_a_last_line_without_an_end_stays_so_unless_it_would_say_something_else() -> None:
    assert edited("a: 1\nb: x", {("b",): "y"}) == "a: 1\nb: y"
    assert edited("a: 1\nb: x", {("b",): "y\nz\n"}) == "a: 1\nb: |\n  y\n  z\n"
    assert edited("a: 1\nb: |\n  x", {("a",): 2}) == "a: 2\nb: |\n  x"


def test_when_nothing_is_left_the_file_says_so() -> None:
    source = read("a: 1 # x\r\n", "x")
    assert edit(source, source.mapping, {}) == "{}\r\n"


def test_braces_that_say_something_else_are_never_used() -> None:
    assert edited("{a: |, b: 1}\n".replace("|", "'x'"), {("a",): {"c": ["d" * 100]}}) == (
        "{a: {c: [" + "d" * 100 + "]}, b: 1}\n"
    )


class Status(StrEnum):
    DONE = "done"


def test_a_value_that_is_not_plain_is_written_as_what_it_is_read_back_as() -> None:
    source = read("# Vasa\na: {b: 1}\nc: 2\n", "x")
    assert edit(source, source.mapping, {"a": {"b": Status.DONE}, "c": 2}) == "a: {b: done}\nc: 2\n"


def test_an_entry_with_a_question_mark_is_written_anew_with_what_is_around_it() -> None:
    text = "a:\n  ? b\n  : 1\n  c: 'x'\nd: 'y'\n"
    assert edited(text, {("a", "b"): 2}) == "a: {b: 2, c: x}\nd: 'y'\n"


def test_what_cannot_be_saved_changes_nothing() -> None:
    source = read("a: 1\n", "x")
    with pytest.raises(ValueProblem):
        edit(source, source.mapping, {"a": float("nan")})


def test_only_the_lines_of_a_single_value_change_in_a_large_text() -> None:
    text = "items:\n" + "".join(f"# about {n}\n- id: i{n}\n  value: {n}\n\n" for n in range(500))
    assert edited(text, {("items", 250, "value"): "new"}) == text.replace("value: 250", "value: new")
