"""`report` and `tables` on figures: of a round, of an owner, of all programmes of a storage, of a day."""

import json
from pathlib import Path

import pytest

from muniprog.progress import FIGURE_TABLES
from muniprog.workspace import load_all, save
from tests.builders import action, goal, leads, owner, programme, theme
from tests.command_line import muniprog, said
from tests.reported import three_rounds


def two_programmes(folder: Path) -> str:
    """The address of a storage with two programmes that have an owner in common."""
    address = f"sqlite:///{folder / 'programmes.db'}"
    for name, others in (("forsta", ("skola",)), ("andra", ("skola", "park"))):
        plan = goal("g", action("a"), owners=leads(*others))
        owners = tuple(owner(each) for each in others)
        save(programme(theme("t", plan), id=name, title=f"Programmet {name}", owners=owners), address)
    return address


def three(folder: Path) -> Path:
    save(three_rounds(), folder / "plan")
    return folder / "plan"


@pytest.mark.parametrize("report", ["followup", "indicators", "owners", "evaluation"])
def test_reports_of_figures_are_printed_of_the_latest_round_or_the_one_that_is_named(
    tmp_path: Path, report: str
) -> None:
    plan = three(tmp_path)
    assert "15 January 2022" in said(muniprog("report", report, plan, "-l", "en"))
    assert "31 January 2021" in said(muniprog("report", report, plan, "-l", "en", "--period", "2020"))


def test_a_report_may_be_about_one_owner(tmp_path: Path) -> None:
    text = said(muniprog("report", "owners", three(tmp_path), "--owner", "Bildning", "-l", "sv"))
    assert "Bildning – Åtgärder" in text
    assert "Kultur – Åtgärder" not in text


def test_a_report_may_be_about_all_programmes_of_a_storage(tmp_path: Path) -> None:
    address = two_programmes(tmp_path)
    asked = ("report", "owners", address, "--all", "--as-of", "2020-12-31", "-l", "sv")
    both = said(muniprog(*asked, "--owner", "skola"))
    assert "Programmet andra" in both
    assert "Programmet forsta" in both
    only = said(muniprog(*asked, "--owner", "park"))
    assert "Programmet forsta" not in only


def test_all_programmes_of_a_storage_are_loaded_so_that_they_can_be_saved_again(tmp_path: Path) -> None:
    found = load_all(two_programmes(tmp_path))
    assert [each.id for each in found] == ["andra", "forsta"]
    assert save(found[0]) == found[0]


def test_a_report_that_is_about_one_programme_says_so(tmp_path: Path) -> None:
    text = said(muniprog("report", "programme", two_programmes(tmp_path), "--all"), code=2)
    assert "The report “programme” is about one programme at a time." in text


def test_a_storage_without_programmes_has_nothing_to_report_about(tmp_path: Path) -> None:
    with_none = two_programmes(tmp_path).replace("programmes.db", "other.db")
    text = said(muniprog("report", "owners", with_none, "--all", "--as-of", "2020-12-31"), code=2)
    assert "There is no programme to report about." in text


def test_where_there_is_no_round_the_day_is_asked_for() -> None:
    assert "--as-of" in said(muniprog("report", "owners", "vasa_2019_2022"), code=2)
    assert "muniprog followup open" in said(muniprog("report", "followup", "vasa_2019_2022"), code=2)


@pytest.mark.parametrize("table", FIGURE_TABLES)
def test_figures_are_written_as_rows_of_a_day(table: str) -> None:
    assert table in said(muniprog("tables", "--help"))
    written = said(muniprog("tables", "vasa_2019_2022", table, "--as-of", "2021-12-31", "--to", "json"))
    assert {row["as_of"] for row in json.loads(written)} == {"2021-12-31"}


def test_figures_need_a_day_and_what_is_written_has_none() -> None:
    assert "say which: `--as-of`" in said(muniprog("tables", "vasa_2019_2022", "progress"), code=2)
    wrong = muniprog("tables", "vasa_2019_2022", "actions", "--as-of", "2021-12-31")
    assert "leave out `--as-of`" in said(wrong, code=2)
