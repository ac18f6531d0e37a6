"""Field cases about identifiers."""

from pathlib import Path

import pytest

from muniprog.conversion import structure
from muniprog.errors import SourceError, ValueProblem
from muniprog.folders import safe_path
from muniprog.identifiers import check_identifier
from muniprog.source import Plain, PlainSource


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_i26_an_empty_identifier_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match=r"The identifier is empty\.") as refused:
        check_identifier(text)
    assert refused.value.code == "F008"


@pytest.mark.parametrize(
    ("identifier", "code"),
    [({"id": ""}, "F008"), ({"id": "   "}, "F008"), ({"id": "\u00a0"}, "F008"), ({}, "F004"), ({"id": None}, "F005")],
)
def test_i26_the_title_of_the_item_helps_to_find_it(identifier: dict[str, Plain], code: str) -> None:
    action: dict[str, Plain] = {"title": {"sv": "Språkkafé"}, **identifier}
    programme: dict[str, Plain] = {
        "muniprog": 1,
        "id": "p",
        "title": "P",
        "period": "2019–2022",
        "languages": ["sv"],
        "themes": [{"id": "t", "title": "T", "actions": [action]}],
    }
    with pytest.raises(SourceError) as refused:
        structure(PlainSource(programme))
    (problem,) = refused.value.problems
    assert (problem.code, problem.item) == (code, "t")
    assert "“Språkkafé”" in str(problem)


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
