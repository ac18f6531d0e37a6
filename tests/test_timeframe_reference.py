"""The reference of notations is true: each notation in its tables has the meaning that stands beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from muniprog.errors import ValueProblem
from muniprog.timeframe import Timeframe

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "reference" / "timeframes.md").read_text(encoding="utf-8")
NOTATIONS, REFUSED = PAGE.split("\n## Notations")[1].split("\n## Telling")[0].split("\n## What is refused")


def rows() -> Iterator[tuple[str, str]]:
    """Return each notation of the tables with the meaning in the right column."""
    for written, means in re.findall(r"^\| (`.*) \| (.*) \|$", NOTATIONS, re.MULTILINE):
        for notation in re.findall("`(.+?)`", written):
            yield notation, means


def meaning(text: str) -> str:
    """Return the meaning in the page's own words."""
    read = Timeframe.parse(text)
    if read.start or read.end:
        return f"`{read.start or ''}…{read.end or ''}`"
    if read.remark:
        return f"remark `{read.remark}`"
    return "continuous" if read.continuous else "recurring"


@pytest.mark.parametrize(("notation", "means"), list(rows()))
def test_a_notation_means_what_the_reference_says(notation: str, means: str) -> None:
    assert meaning(notation) == means


@pytest.mark.parametrize("notation", re.findall("`(.+?)`", REFUSED))
def test_what_the_reference_calls_refused_is_refused(notation: str) -> None:
    with pytest.raises(ValueProblem) as refused:
        Timeframe.parse(notation)
    assert refused.value.code == "F007"
