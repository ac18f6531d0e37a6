import pytest

from muniprog.errors import SourceError
from muniprog.raw_text import RawText, raw_text


def refusal(content: str | bytes) -> list[str]:
    with pytest.raises(SourceError) as refused:
        raw_text(content, "programme.yaml")
    return [str(problem) for problem in refused.value.problems]


def test_lines_end_with_any_of_the_three_line_ends() -> None:
    raw = RawText("a\r\nb\rc\nd", "x")
    assert [str(raw.place(raw.text.index(sign))) for sign in "abcd"] == ["x:1:1", "x:2:1", "x:3:1", "x:4:1"]
    assert raw.line(0) == "a"


def test_columns_count_characters() -> None:
    raw = RawText("😀å: x", "x")
    assert raw.place(raw.text.index("x")).column == 5


def test_after_the_last_line_comes_the_end() -> None:
    raw = RawText("a\nb", "x")
    assert [raw.next_line(0), raw.next_line(2)] == [2, 3]


@pytest.mark.parametrize(("text", "line_end"), [("a\r\n", "\r\n"), ("a\n", "\n"), ("a", "\n")])
def test_the_line_end_is_the_one_that_the_text_uses(text: str, line_end: str) -> None:
    assert RawText(text, "x").line_end == line_end


@pytest.mark.parametrize("content", ["\ufeffid: a", b"\xef\xbb\xbfid: a"])
def test_a_byte_order_mark_is_remembered(content: str | bytes) -> None:
    raw = raw_text(content, "x")
    assert (raw.text, raw.marked) == ("id: a", True)


@pytest.mark.parametrize(
    "content", ["id: å".encode("utf-16"), "\ufeffid: å".encode("utf-16-be"), "id: å".encode("utf-16-le")]
)
def test_utf_16_is_named_with_its_mark_and_without(content: bytes) -> None:
    assert refusal(content) == ["programme.yaml:1:1: error F012: The file is saved as UTF-16. Save it as UTF-8."]


def test_each_byte_that_is_not_utf_8_is_named_with_what_it_may_be() -> None:
    problems = refusal(b"\xef\xbb\xbfa: \xe5\nb: \xf6\x81\n")
    assert problems[0] == (
        "programme.yaml:1:4: error F012: Byte 6 (0xE5) is not UTF-8; "
        "in the older encoding Windows-1252 it would be “å”. Save the file as UTF-8."
    )
    assert "2:4: error F012: Byte 11 (0xF6)" in problems[1]
    assert "2:5: error F012: Byte 12 (0x81)" in problems[2]


def test_of_very_many_bad_bytes_the_first_are_named() -> None:
    assert len(refusal(b"\xe5 " * 1000)) == 20


CONFLICT = """\
id: vasa
<<<<<<< HEAD
title: Boende
=======
title: Arbete
>>>>>>> branch
<<<<<<< HEAD
||||||| base
=======
>>>>>>> branch
"""


def test_each_merge_conflict_is_named_with_its_lines() -> None:
    first, second = refusal(CONFLICT)
    assert first.startswith("programme.yaml:2:1: error F010: An unresolved merge conflict stands on lines 2–6.")
    assert "lines 7–10" in second


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<<<<<<< HEAD\nid: a\n", [1]),
        ("id: a\n>>>>>>> branch\n", [2]),
        ("<<<<<<< HEAD\n<<<<<<< HEAD\r\n>>>>>>> x\r\n", [1, 2]),
    ],
)
def test_a_mark_left_over_alone_is_named_too(text: str, lines: list[int]) -> None:
    with pytest.raises(SourceError) as refused:
        raw_text(text, "x")
    assert [problem.place.line for problem in refused.value.problems if problem.place] == lines


@pytest.mark.parametrize("text", ["a\n=======\nb\n", "  <<<<<<< is how a conflict begins\n", "a <<<<<<< b >>>>>>>\n"])
def test_what_only_looks_like_a_mark_is_text(text: str) -> None:
    assert raw_text(text, "x").text == text
