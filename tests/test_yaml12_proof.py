import pytest

from muniprog.source import Plain
from muniprog.yaml12.layout import UnusualLayout
from muniprog.yaml12.proof import prove


@pytest.mark.parametrize(("lines", "value"), [("  a: 1\n  b: x\n", {"b": "x", "a": 1}), ("  - a\n  - b\n", ["a", "b"])])
def test_lines_that_say_what_they_should_pass(lines: str, value: Plain) -> None:
    prove(lines, value)


@pytest.mark.parametrize(("lines", "value"), [("a: 1\n", {"a": True}), ("- a\n", ["a", "b"]), ("a: ]\n", {"a": "]"})])
def test_lines_that_say_something_else_do_not(lines: str, value: Plain) -> None:
    with pytest.raises(UnusualLayout):
        prove(lines, value)
