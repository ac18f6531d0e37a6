"""Names that others chose stay inside the folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniprog.errors import ValueProblem
from muniprog.folders import safe_path


def refusal(folder: Path, name: str) -> str:
    with pytest.raises(ValueProblem) as refused:
        safe_path(folder, name)
    assert refused.value.code == "F013"
    return str(refused.value)


@pytest.mark.parametrize("name", ["programme.yaml", "themes/boende.yaml", "Språk å.xlsx", "./a.yaml", "a..b"])
def test_a_name_inside_is_joined(tmp_path: Path, name: str) -> None:
    assert safe_path(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize("name", ["../ut", "themes/../../ut", "themes/../programme.yaml", "/etc/passwd", ".."])
def test_a_way_out_is_refused(tmp_path: Path, name: str) -> None:
    assert "outside the folder" in refusal(tmp_path, name)


@pytest.mark.parametrize("name", ["", ".", "C:\\x", "a\0b", "con", "themes/NUL.yaml", "a.", "a /b", "å" * 128, "a\nb"])
def test_a_name_that_some_system_cannot_have_is_refused(tmp_path: Path, name: str) -> None:
    assert "name of a file" in refusal(tmp_path, name)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (inside / "link").symlink_to(outside)
    (inside / "near").symlink_to(inside)
    assert "outside" in refusal(inside, "link/secret.yaml")
    assert safe_path(inside, "near/a.yaml") == inside / "near/a.yaml"


@given(st.text(max_size=20))
def test_whatever_the_name_the_path_is_inside_or_refused(name: str) -> None:
    folder = Path("folder")
    try:
        path = safe_path(folder, name)
    except ValueProblem:
        return
    assert path.resolve().is_relative_to(folder.resolve())
