from array import array

import pytest

from muniprog.positions import Positions
from muniprog.source import Path, Plain

MAPPING: dict[str, Plain] = {"a": 1, "b": [2, {"c": 3}, []], "d": {}}
# a 1 b [ 2 { c 3 [ d {, each ten characters after the last
POSITIONS = Positions(MAPPING, array("I", range(0, 120, 10)))


@pytest.mark.parametrize(
    ("path", "start", "key_start"),
    [
        ((), 0, 0),
        (("a",), 20, 10),
        (("b",), 40, 30),
        (("b", 0), 50, 50),
        (("b", 1, "c"), 80, 70),
        (("b", 2), 90, 90),
        (("d",), 110, 100),
    ],
)
def test_starts_are_found_by_counting(path: Path, start: int, key_start: int) -> None:
    assert (POSITIONS.start(path), POSITIONS.key_start(path)) == (start, key_start)


@pytest.mark.parametrize("path", [("x",), ("b", 3), ("b", -1), ("a", 0), ("b", "c"), (0,)])
def test_a_path_that_leads_nowhere_has_no_start(path: Path) -> None:
    assert POSITIONS.start(path) is None
    assert POSITIONS.key_start(path) is None
