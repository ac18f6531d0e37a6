"""The years and quarters of a programme's own calendar."""

import pytest

from muniprog.conversion import structure
from muniprog.model import Per
from muniprog.progress.periods import Almanac
from muniprog.source import PlainSource
from muniprog.timeframe import Period

PROGRAMME = structure(
    PlainSource({"muniprog": 1, "id": "p", "title": "P", "period": "2019–2022", "languages": ["sv"], "themes": []})
)


@pytest.mark.parametrize(
    ("period", "per", "within"),
    [
        ("2019-01–2020-12", Per.YEAR, ["2019", "2020"]),
        ("2020", Per.YEAR, ["2020"]),
        ("2019-07–2020-12", Per.YEAR, ["2020"]),
        ("2019-07–2020-06", Per.YEAR, ["2019-07–2020-06"]),
        ("2020", Per.ROUND, ["2020"]),
        ("2020", None, ["2020"]),
    ],
)
def test_what_lies_wholly_within_a_period(period: str, per: Per | None, within: list[str]) -> None:
    found = Almanac(PROGRAMME).within(Period.parse(period, language="sv"), per)
    assert [each.raw for each in found] == within
