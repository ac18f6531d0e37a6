"""`muniprog followup collect`: a look first, then everything or nothing, and never anything twice."""

import csv
from pathlib import Path

import pytest

from muniprog import load
from tests.command_line import muniprog, said, write

TOWN = """
muniprog: 1
id: stad
title: Stadens program
period: 2019–2022
languages: [sv]
owners:
- {id: skolan, name: Skolan}
- {id: bibl, name: Biblioteket}
themes:
- id: alla
  title: Alla
  actions:
  - {id: kurs, title: Kurser, timeframe: 2020, owners: [skolan]}
  - {id: buss, title: Bokbuss, timeframe: 2020, owners: [bibl]}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = write(tmp_path / "stad", TOWN)
    said(muniprog("followup", "open", folder, "2020", "--on", "2020-12-01"))
    said(muniprog("followup", "forms", folder, "2020", "-o", tmp_path / "forms"))
    return folder


def answer(town: Path, owner: str, **answers: str) -> Path:
    """Type answers into the form of an owner."""
    path = town.parent / "forms" / f"2020-{owner}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    for line in lines[1:]:
        line[-1] = answers.get(line[1].strip("[]"), line[-1])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
    return path


def collect(town: Path, *more: str | Path, code: int = 0) -> str:
    files = sorted((town.parent / "forms").iterdir())
    return said(muniprog("followup", "collect", town, "2020", *files, "--on", "2021-01-25", *more), code)


def statuses(town: Path) -> dict[str, str]:
    (follow_up,) = load(town).follow_ups
    return {update.item: str(update.status) for update in follow_up.updates}


def test_a_dry_run_shows_what_changes_and_what_is_missing_and_writes_nothing(town: Path) -> None:
    answer(town, "skolan", status="klar", note="- språkkafé")
    told = collect(town)
    assert "What changes:" in told
    assert "kurs “Kurser”, Status: nothing → “done”" in told
    assert "buss “Bokbuss” is not answered" in told
    assert "2 changes can be taken: say --save." in told
    assert not statuses(town)


def test_what_is_saved_is_in_the_round_and_a_second_time_changes_nothing(town: Path) -> None:
    answer(town, "skolan", status="klar")
    assert "1 change taken and saved." in collect(town, "--save")
    assert statuses(town) == {"kurs": "done"}
    before = {path: path.read_bytes() for path in town.rglob("*.yaml")}
    assert "There is nothing new." in collect(town, "--save")
    assert {path: path.read_bytes() for path in town.rglob("*.yaml")} == before


def test_nothing_or_all_unless_a_part_is_wanted(town: Path) -> None:
    answer(town, "skolan", status="klar")
    answer(town, "bibl", status="nästan")
    told = collect(town, "--save", code=1)
    assert "“nästan” is none of the choices" in told
    assert "Nothing was taken" in told
    assert not statuses(town)
    rejected = town.parent / "rejected.csv"
    told = collect(town, "--save", "--partial", "--rejected", rejected, code=1)
    assert "1 change taken and saved." in told
    assert "1 answer that was not taken is in" in told
    assert statuses(town) == {"kurs": "done"}
    assert "nästan" in rejected.read_text(encoding="utf-8")


def test_a_file_that_is_no_form_holds_up_the_others(town: Path) -> None:
    answer(town, "skolan", status="klar")
    (town.parent / "forms" / "zz.csv").write_text("hej", encoding="utf-8")
    told = collect(town, "--save", code=1)
    assert "Q301" in told
    assert "Nothing was taken" in told
    assert not statuses(town)


def test_every_file_that_cannot_be_read_is_told_by_its_name_before_anything_is_taken(town: Path) -> None:
    answer(town, "skolan", status="klar")
    (town.parent / "forms" / "svar.docx").write_text("hej", encoding="utf-8")
    told = collect(town, town.parent / "nowhere.csv", "--save", code=1)
    assert "svar.docx: There is no file type called “.docx”" in told
    assert "nowhere.csv” cannot be read" in told
    assert not statuses(town)


def test_where_nothing_is_right_a_part_is_nothing(town: Path) -> None:
    answer(town, "skolan", status="nästan")
    assert "there is no new answer that is right" in collect(town, "--save", "--partial", code=1)
