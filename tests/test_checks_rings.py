import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.checks import run_checks
from muniprog.checks.rings import rings
from muniprog.model import Formula, Programme, Rule
from tests.builders import action, goal, indicator, owner, programme, theme

WEBS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4).map(tuple), max_size=6
)


def test_a_chain_is_no_ring() -> None:
    assert rings({"a": ("b",), "b": ("c",)}) == []


def test_two_ways_to_the_same_end_are_no_ring() -> None:
    assert rings({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ("e",), "e": ()}) == []


def test_two_rings_through_one_member_are_both_found() -> None:
    assert rings({"a": ("b", "c"), "b": ("a",), "c": ("a",)}) == [("a", "b"), ("a", "c")]


def test_a_ring_is_found_also_when_the_search_begins_outside_of_it() -> None:
    assert rings({"a": ("b",), "b": ("c",), "c": ("b",)}) == [("b", "c")]


def test_a_long_chain_needs_no_stack() -> None:
    chain = {str(number): (str(number + 1), "0") for number in range(20_000)}
    assert len(rings(chain)[0]) == 20_000


@given(WEBS)
def test_each_ring_is_a_way_around(web: dict[str, tuple[str, ...]]) -> None:
    for ring in rings(web):
        assert all(after in web[before] for before, after in zip(ring, (*ring[1:], ring[0]), strict=True))


@given(WEBS)
def test_a_web_without_found_rings_can_be_put_in_order(web: dict[str, tuple[str, ...]]) -> None:
    if not rings(web):
        left = {name: {target for target in targets if target in web} for name, targets in web.items()}
        while free := [name for name, targets in left.items() if not targets & left.keys()]:
            for name in free:
                del left[name]
        assert not left


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("R131", programme(theme("t", goal("g", action("a", depends_on=("b",)), action("b", depends_on=("A",)))))),
        ("R132", programme(theme("t", goal("g", action("a", supersedes=("b",)), action("b", supersedes=("a",)))))),
        (
            "R133",
            programme(
                programme_indicators=(
                    indicator("a", formula=Formula(rule=Rule.SUM, of=("b",))),
                    indicator("b", formula=Formula(rule=Rule.SUM, of=("a", "c"))),
                    indicator("c"),
                )
            ),
        ),
        ("R134", programme(owners=(owner("a", parent="b"), owner("b", parent="a"), owner("c")))),
        ("R135", programme(owners=(owner("a", succeeded_by="b"), owner("b", succeeded_by="a"), owner("c")))),
    ],
)
def test_each_kind_of_ring_has_one_finding_with_the_way_around(code: str, plan: Programme) -> None:
    (finding,) = run_checks(plan, only={code})
    assert "a → b → a" in str(finding)
    assert finding.item == "a"


def test_a_dangling_dependency_is_no_part_of_a_ring() -> None:
    plan = programme(theme("t", goal("g", action("a", depends_on=("gone",)))))
    assert run_checks(plan, only={"R131"}) == ()


def test_a_ring_that_goes_through_a_former_identifier_is_a_ring() -> None:
    plan = programme(
        theme("t", goal("g", action("a", depends_on=("old",)), action("b", depends_on=("a",), former_ids=("old",))))
    )
    (finding,) = run_checks(plan, only={"R131"})
    assert "a → b → a" in str(finding)
    assert finding.path == ("themes", 0, "goals", 0, "actions", 0, "depends_on")
