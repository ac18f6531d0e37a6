"""Where items stand in a plain mapping, also in one that is not a programme."""

from muniprog.paths import items_in, paths_of, value_at
from tests.mappings import small, with_goal


def test_items_come_in_the_order_of_the_file_with_their_paths() -> None:
    assert [(item.kind, item.id) for item in items_in(small())] == [
        ("owner", "bild"),
        ("owner", "soc"),
        ("theme", "boende"),
        ("goal", "radgivning"),
        ("action", "kurser"),
        ("indicator", "antal"),
        ("theme", "kultur"),
    ]


def test_owners_of_an_item_are_references() -> None:
    mapping = with_goal(owners=[{"owner": "bild", "id": "no-item"}])
    assert "no-item" not in paths_of(mapping)


def test_what_is_no_item_is_passed_over() -> None:
    mapping = small(themes=["themes/boende.yaml", {"id": 3, "goals": "x", "actions": [None]}])
    assert [(item.kind, item.id, item.path) for item in items_in(mapping)][2:] == [("theme", "", ("themes", 1))]


def test_first_of_two_with_one_identifier_has_the_path() -> None:
    mapping = small(themes=[{"id": "a"}, {"id": "a"}])
    assert paths_of(mapping)["a"] == ("themes", 0)


def test_path_that_leads_nowhere_has_no_value() -> None:
    assert value_at(("themes", 1, "id"), small()) == "kultur"
    assert value_at(("themes", 9, "id"), small()) is None
    assert value_at(("themes", "id"), small()) is None
