"""`muniprog check` tells everything in one go, in the language and form wanted, with the right exit code."""

import json
from pathlib import Path

import pytest

from tests.command_line import muniprog, said, write

SOUND = """\
muniprog: 1
id: p
title: Programmet
period: 2024–2027
languages: [sv]
"""
OPEN = f"{SOUND}themes: [{{id: t, title: Tema, goals: [{{id: g, title: Mål}}]}}]\n"
BROKEN = f"{SOUND}themes: [{{id: t, title: Tema, goals: [{{id: g, titel: Mål, owners: [x]}}]}}]\n"


def test_a_sound_programme_has_no_findings(tmp_path: Path) -> None:
    folder = write(tmp_path, SOUND)
    assert said(muniprog("check", folder, language="en")) == "No findings.\n"
    assert said(muniprog("check", folder, language="fi")) == "Ei löydöksiä.\n"


def test_where_the_reader_names_no_language_the_programmes_is_spoken(tmp_path: Path) -> None:
    assert said(muniprog("check", write(tmp_path, SOUND))) == "Inget att anmärka.\n"
    assert said(muniprog("check", tmp_path, "--language", "fi", language="en")) == "Ei löydöksiä.\n"


def test_warnings_make_the_code_1_and_all_is_told(tmp_path: Path) -> None:
    text = said(muniprog("check", write(tmp_path, OPEN), language="en"), 1)
    assert "warning" in text
    assert text.splitlines()[-1].endswith("warnings.") or "warning." in text
    assert said(muniprog("check", tmp_path, "--fail-on", "error"))


def test_errors_of_reading_and_of_checks_come_together(tmp_path: Path) -> None:
    text = said(muniprog("check", write(tmp_path, BROKEN), "--fail-on", "error", language="en"), 1)
    assert "F003" in text
    assert "R101" in text


def test_a_file_that_is_no_yaml_is_a_finding(tmp_path: Path) -> None:
    assert "F001" in said(muniprog("check", write(tmp_path, "id: [a\n")), 1)


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif"])
def test_machines_get_their_forms(tmp_path: Path, form: str) -> None:
    printed = said(muniprog("check", write(tmp_path, OPEN), "--format", form, language="en"), 1)
    if form == "github":
        assert printed.startswith("::warning ")
    else:
        assert json.loads(printed)


def test_what_is_silenced_is_shown_on_demand(tmp_path: Path) -> None:
    silenced = f"{OPEN}silenced: [{{check: C102, reason: Så är det.}}, {{check: C101, reason: Så är det.}}]\n"
    text = said(muniprog("check", write(tmp_path, silenced), "--silenced", "--fail-on", "error", language="en"))
    assert "(Silenced: Så är det.)" in text


def test_what_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    assert said(muniprog("check", tmp_path), 2).startswith("muniprog: There is no programme in")
    assert "Known: vasa_2019_2022" in said(muniprog("check", "vas"), 2)
