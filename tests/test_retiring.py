"""Items that are taken out for good."""

import pytest

from muniprog.errors import UnknownNameError
from muniprog.paths import paths_of
from muniprog.renaming import StillUsedError, retire_identifier
from muniprog.source import Plain
from tests.mappings import small, with_action, with_goal


def test_what_is_taken_out_is_remembered_with_its_former_names() -> None:
    after = retire_identifier(with_action(former_ids=["ACT-7"]) | {"retired": ["old"]}, "KURSER")
    assert "kurser" not in paths_of(after)
    assert after["retired"] == ["old", "kurser", "ACT-7"]


def test_what_stands_in_it_goes_too_and_a_list_that_becomes_empty() -> None:
    after = retire_identifier(small(), "radgivning")
    assert after["retired"] == ["radgivning", "kurser", "antal"]
    assert "goals" not in after["themes"][0]  # type: ignore[operator, index]
    assert after["owners"] is not None


def test_what_names_itself_does_not_hold_itself_back() -> None:
    actions: list[Plain] = [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "depends_on": ["a"]}]
    assert retire_identifier(with_goal(actions=actions), "radgivning")["retired"] == ["radgivning", "a", "b", "antal"]


def test_what_others_name_stays_and_they_are_listed() -> None:
    actions: list[Plain] = [{"id": "a", "title": {"sv": "", "fi": "A"}}, {"id": "b", "title": "B", "depends_on": ["A"]}]
    with pytest.raises(StillUsedError) as refused:
        retire_identifier(with_goal(actions=actions), "a")
    assert "“A” (a) is not taken out, since it is still named by “B” (b)" in str(refused.value)
    assert refused.value.users == ("b",)
    assert "report it as cancelled" in str(refused.value)


def test_lists_of_the_programme_and_closed_rounds_hold_back_too() -> None:
    follow_up: Plain = {"period": 2020, "closed_on": "2021-02-01", "updates": [{"item": "kultur"}]}
    silence: Plain = {"check": "C101", "items": ["kultur"], "reason": "x"}
    with pytest.raises(StillUsedError, match="still named by `follow_ups`, `silenced`"):
        retire_identifier(small(follow_ups=[follow_up], silenced=[silence]) | {"themes": small()["themes"]}, "kultur")


def test_item_without_a_title_is_still_named() -> None:
    mapping = small(owners=[{"id": "bild"}, {"id": "soc", "name": 3}], headline=["soc"])
    with pytest.raises(StillUsedError):
        retire_identifier(mapping, "bild")


def test_item_that_is_not_there_has_its_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean “kurser”"):
        retire_identifier(small(), "kurserr")
