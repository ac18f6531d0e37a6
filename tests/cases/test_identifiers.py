"""Field cases about identifiers."""

from pathlib import Path

import pytest

from muniprog.errors import ValueProblem
from muniprog.folders import safe_path
from muniprog.identifiers import check_identifier


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_i26_an_empty_identifier_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match=r"The identifier is empty\.") as refused:
        check_identifier(text)
    assert refused.value.code == "F008"


@pytest.mark.parametrize("text", ["../../ut", "A/B", "C:\\x", "con", "a\0b", "x" * 300])
def test_x03_an_identifier_is_never_a_path(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueProblem) as refused:
        check_identifier(text)
    assert refused.value.code == "F008"


@pytest.mark.parametrize("text", ["../../ut", "/ut", "C:\\x", "con.html", "a\0b", "x" * 300])
def test_x03_a_second_guard_keeps_files_inside_the_folder(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueProblem) as refused:
        safe_path(tmp_path, text)
    assert refused.value.code == "F013"
