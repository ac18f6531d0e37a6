"""`muniprog followup forms`: a form for each owner that is asked, and none that somebody has filled in is lost."""

from pathlib import Path

import pytest

from tests.command_line import muniprog, said, write

TOWN = """
muniprog: 1
id: stad
title: {sv: Stadens program, fi: Kaupungin ohjelma}
period: 2019–2022
languages: [sv, fi]
owners:
- {id: skolan, name: Skolan}
- {id: bibl, name: {sv: Biblioteket, fi: Kirjasto}, language: fi}
- {id: vila, name: Ingen uppgift}
themes:
- id: alla
  title: Alla
  actions:
  - {id: kurs, title: Kurser, timeframe: 2020, owners: [skolan]}
  - {id: buss, title: {sv: Bokbuss, fi: Kirjastoauto}, timeframe: 2020, owners: [bibl]}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = write(tmp_path / "stad", TOWN)
    said(muniprog("followup", "open", folder, "2020", "--on", "2020-12-01"))
    return folder


def forms(town: Path, *more: str, code: int = 0) -> str:
    return said(muniprog("followup", "forms", town, "2020", "-o", town.parent / "forms", *more), code)


def names(town: Path) -> list[str]:
    return sorted(path.name for path in (town.parent / "forms").iterdir())


def test_each_asked_owner_gets_a_form_in_its_language(town: Path) -> None:
    assert "2 forms are in" in forms(town)
    assert names(town) == ["2020-bibl.csv", "2020-skolan.csv"]
    text = (town.parent / "forms" / "2020-bibl.csv").read_text(encoding="utf-8-sig")
    assert "Kirjastoauto" in text
    assert "Kurser" not in text


def test_one_owner_can_be_picked_and_one_that_is_asked_nothing_gets_none(town: Path) -> None:
    assert "1 form is in" in forms(town, "--owner", "skolan")
    assert names(town) == ["2020-skolan.csv"]
    assert "Nobody is asked anything" in forms(town, "--owner", "vila")


def test_a_form_that_may_be_filled_in_is_left_alone(town: Path) -> None:
    forms(town)
    forms(town)  # the same forms again lose nothing
    filled = town.parent / "forms" / "2020-skolan.csv"
    filled.write_bytes(filled.read_bytes() + b"answered")
    assert "Somebody may have filled them in" in forms(town, code=2)
    assert filled.read_bytes().endswith(b"answered")
    forms(town, "--replace")
    assert not filled.read_bytes().endswith(b"answered")
