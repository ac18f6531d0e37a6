import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.source import Plain
from muniprog.yaml12.alignment import NEW, aligned, same
from muniprog.yaml12.intention import intended
from tests.hand_written import mappings, values


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, True), (1, 1.0), (0.0, -0.0), ("1", 1), (None, False), ([1], [1, 2]), ({"a": 1}, {"b": 1}), ({}, [])],
)
def test_values_of_different_kinds_are_not_the_same(one: Plain, other: Plain) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    ("old", "new", "origins"),
    [
        ([1, 2, 3], [1, 2, 3], [0, 1, 2]),
        ([1, 2, 3], [3, 1], [2, 0]),
        ([1, 2, 3], [1, 9, 3], [0, 1, 2]),
        ([1, 3], [1, 2, 3], [0, NEW, 1]),
        ([{"id": "a", "t": 1}, {"id": "b"}], [{"id": "b"}, {"id": "a", "t": 2}], [1, 0]),
        ([{"id": "a", "t": 1, "n": 2}], [{"id": "b", "t": 1, "n": 2}], [0]),
        ([{"id": "a", "t": 1}], [{"id": "b", "t": 2}], [NEW]),
        ([{"y": 1, "v": 1}, {"y": 2, "v": 1}], [{"y": 1, "v": 5}, {"y": 2, "v": 6}], [0, 1]),
        ([{"a": 1}], ["x"], [NEW]),
        ([{"a": 1}, "x"], ["y", "z"], [1, NEW]),
        (["x", "y"], [], []),
    ],
)
def test_items_continue_those_with_their_identifier_or_their_content(
    old: list[Plain], new: list[Plain], origins: list[int]
) -> None:
    assert aligned(old, new) == origins


@given(st.lists(values, max_size=6), st.lists(values, max_size=6))
def test_no_old_item_is_continued_twice(old: list[Plain], new: list[Plain]) -> None:
    origins = aligned(old, new)
    continued = [origin for origin in origins if origin != NEW]
    assert len(origins) == len(new)
    assert len(set(continued)) == len(continued)


@given(mappings, mappings)
def test_what_is_intended_of_the_canonical_form_is_the_new_value(old: dict[str, Plain], new: dict[str, Plain]) -> None:
    assert same(intended(old, old, new), new)


@given(mappings, values)
def test_without_a_difference_the_written_form_is_kept(old: dict[str, Plain], written: Plain) -> None:
    assert same(intended(written, old, old), written)


def test_only_the_path_that_differs_takes_the_new_form() -> None:
    written: Plain = {"items": [{"title": {"sv": "A"}}, {"title": {"sv": "B"}}], "unknown": 1}
    old: Plain = {"items": [{"title": "A"}, {"title": "B"}], "note": None}
    new: Plain = {"items": [{"title": "A"}, {"title": "C"}], "note": None}
    assert intended(written, old, new) == {"items": [{"title": {"sv": "A"}}, {"title": "C"}], "unknown": 1}
