"""No text loses its end to a comment that nobody meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.errors import SourceError
from muniprog.yaml12 import read, write


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: Skola #1 byggs\n", "x.yaml:1:14"),
        ("title: Skola\t#1 byggs\n", "x.yaml:1:14"),
        ("a: 1\ntitle: #1 byggs\n", "x.yaml:2:8"),
        ("colours:\n- #fff\n", "x.yaml:2:3"),
        ("tags: [a, #b\n  c]\n", "x.yaml:1:11"),
        ("a: 'x #1' #2\n", "x.yaml:1:11"),
        ("a: b #c", "x.yaml:1:6"),
        ("å: 😀 #1\r\n", "x.yaml:1:6"),
    ],
)
def test_what_a_comment_cuts_off_is_told(text: str, place: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(text, "x.yaml")
    (problem,) = refused.value.problems
    assert (problem.code, str(problem.place)) == ("F015", place)


def test_the_sentence_says_both_ways_out() -> None:
    with pytest.raises(SourceError, match="a comment and no text: “#1 byggs”") as refused:
        read("title: Skola #1 byggs\n", "x.yaml")
    assert "put the whole text in quotes; if it is a comment, write “# 1 byggs”." in str(refused.value)


def test_all_are_told_at_once() -> None:
    with pytest.raises(SourceError) as refused:
        read("a: b #c\nd:\n- e #f\n", "x.yaml")
    assert [str(problem.place) for problem in refused.value.problems] == ["x.yaml:1:6", "x.yaml:3:5"]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # en kommentar\n",
        "a: b #\n",
        "a: b ## så också\n",
        "a: b #! och så\n",
        "#utkommenterat: 1\na: b\n",
        "a: b\n  #indraget\n",
        "# x #y\na: b\n",
        "a: 'Skola #1'\n",
        'a: "Skola #1"\n',
        "a: |\n  Skola #1\n  #2\n",
        "'a #b': c\n",
        "a: C#\nb: x#y\n",
        "a: b #",
    ],
)
def test_comments_and_texts_that_are_whole_stay_what_they_are(text: str) -> None:
    read(text, "x.yaml")


@given(st.text(alphabet=" \t\n#ab1'\"å", max_size=20))
def test_whatever_is_written_by_muniprog_is_read(text: str) -> None:
    assert read(write({"title": text, "list": [text]}), "x.yaml").mapping == {"title": text, "list": [text]}
