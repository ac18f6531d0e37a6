"""Field cases about what a file says, and what of it an edit leaves alone."""

from copy import deepcopy
from textwrap import dedent

import pytest

from muniprog.errors import SourceError
from muniprog.json_text import read_json, write_json
from muniprog.source import Plain
from muniprog.toml_text import read_toml, write_toml
from muniprog.yaml12 import edit, read, write


def test_s01_a_duplicate_key_in_yaml_is_refused_with_both_lines_and_the_item() -> None:
    text = "id: p\nactions:\n" + "- id: ACT-1\n  title: A\n" * 2 + "\n\n- id: ACT-2\n  responsible: EDU\n" + "\n\n\n"
    text += "  responsible: SOC\n"
    with pytest.raises(SourceError) as refused:
        read(text, "programme.yaml")
    (problem,) = refused.value.problems
    assert problem.item == "ACT-2"
    assert str(problem) == (
        "programme.yaml:14:3: error F002: The key “responsible” stands twice, on line 10 and on line 14. "
        "Keep one of them. It belongs to “ACT-2”."
    )


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (read_json, '{"id": "ACT-2",\n"responsible": "EDU",\n"responsible": "SOC"}'),
        (read_toml, 'id = "ACT-2"\nresponsible = "EDU"\nresponsible = "SOC"\n'),
    ],
)
def test_s01_the_same_holds_for_json_and_toml(reading: type, text: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(text, "programme")
    (problem,) = refused.value.problems
    assert str(problem).endswith(
        ":3:1: error F002: The key “responsible” stands twice, on line 2 and on line 3. "
        "Keep one of them. It belongs to “ACT-2”."
    )


GUESSED = """\
meeting: 12:30
languages: [sv, fi, no]
answer: no
postal: 010
count_text: 1_000
mark: "="
plain_mark: =
"""


def test_s02_no_type_is_guessed() -> None:
    assert read(GUESSED, "x").mapping == {
        "meeting": "12:30",
        "languages": ["sv", "fi", "no"],
        "answer": "no",
        "postal": "010",
        "count_text": "1_000",
        "mark": "=",
        "plain_mark": "=",
    }


def test_s02_what_others_would_guess_at_is_quoted_when_it_is_written() -> None:
    assert write(read(GUESSED, "x").mapping) == dedent("""\
        meeting: "12:30"
        languages: [sv, fi, "no"]
        answer: "no"
        postal: "010"
        count_text: "1_000"
        mark: "="
        plain_mark: "="
        """)


def test_s02_reading_and_writing_again_changes_nothing() -> None:
    once = write(read(GUESSED, "x").mapping)
    assert write(read(once, "x").mapping) == once
    source = read(GUESSED, "x")
    assert edit(source, source.mapping, deepcopy(source.mapping)) == GUESSED


def test_s03_an_unquoted_number_is_known_as_it_was_typed() -> None:
    source = read("actions:\n- id: 1.1\n- id: 1.10\n- id: 007\n", "programme.yaml")
    written = [source.written(("actions", position, "id")) for position in range(3)]
    assert written == ["1.1", "1.10", "007"]
    assert source.mapping["actions"] == [{"id": 1.1}, {"id": 1.1}, {"id": "007"}]


LAID_OUT = """\
# The programme of the city

actions:
# first
- id: ACT-1
  status: done

# Talk to the schools
# before the autumn.
- id: ACT-2
  description: |
    One paragraph with a trailing space.\x20

    And a second one.
  status: not_started   # as of May

# third
- id: ACT-3
  status:   'done'
"""


def test_s10_a_change_of_one_value_changes_one_line() -> None:
    source = read(LAID_OUT, "programme.yaml")
    new = deepcopy(source.mapping)
    new["actions"][1]["status"] = "in_progress"  # type: ignore[index, call-overload]
    edited = edit(source, source.mapping, new)
    assert edited == LAID_OUT.replace("status: not_started   #", "status: in_progress   #")
    again = read(edited, "programme.yaml")
    assert edit(again, again.mapping, deepcopy(again.mapping)) == edited


def test_s10_a_deleted_item_takes_its_own_comment_along_and_no_other() -> None:
    source = read(LAID_OUT, "programme.yaml")
    new = deepcopy(source.mapping)
    del new["actions"][1]  # type: ignore[union-attr, arg-type]
    edited = edit(source, source.mapping, new)
    begin, end = LAID_OUT.index("# Talk"), LAID_OUT.index("# third")
    assert edited == LAID_OUT[:begin] + LAID_OUT[end:]


CONFLICT = """\
id: p
actions:
<<<<<<< HEAD
- id: a
  title: One
=======
- id: a
  title: Two
>>>>>>> branch
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [(CONFLICT, "3–9"), (f"id: p\nsummary: |\n  text\n{CONFLICT[15:]}  more\n", "4–10")],
    ids=["between items", "in a block of text"],
)
def test_s11_an_unresolved_merge_is_named_with_its_lines(text: str, lines: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(text, "programme.yaml")
    (problem,) = refused.value.problems
    assert problem.code == "F010"
    assert f"An unresolved merge conflict stands on lines {lines}." in str(problem)
    assert str(problem).startswith("programme.yaml:")


@pytest.mark.parametrize("indentation", ["", "  "])
def test_s11_a_row_of_equals_signs_is_text(indentation: str) -> None:
    assert read(f'a: |\n  Head\n  =======\nb: "x\n{indentation}=======\n  y"\n', "x").mapping == {
        "a": "Head\n=======\n",
        "b": "x ======= y",
    }


HOLED: dict[str, Plain] = {
    "indicators": [
        {"id": "i", "target": None, "actuals": {}, "note": "", "values": {"2019": 1, "2020": None, "2021": 3}}
    ]
}


def test_s12_yaml_and_json_keep_what_is_empty() -> None:
    assert read(write(HOLED), "x").mapping == HOLED
    assert read_json(write_json(HOLED), "x").mapping == HOLED


def test_s12_toml_leaves_nothing_out_and_says_so() -> None:
    text, losses = write_toml(HOLED)
    assert read_toml(text, "x").mapping == {
        "indicators": [{"id": "i", "actuals": {}, "note": "", "values": {"2019": 1, "2021": 3}}]
    }
    assert losses == (("indicators", 0, "target"), ("indicators", 0, "values", "2020"))
