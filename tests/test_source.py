"""Places: where something stands in a file."""

import pytest

from muniprog.source import Place


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_a_place_in_a_workbook_is_said_as_the_workbook_says_it(column: int, letters: str) -> None:
    assert str(Place("blankett.xlsx", 7, column, "Åtgärder")) == f"blankett.xlsx:Åtgärder!{letters}7"


def test_a_place_in_a_text_has_line_and_column() -> None:
    assert str(Place("programme.yaml", 7, 3)) == "programme.yaml:7:3"
