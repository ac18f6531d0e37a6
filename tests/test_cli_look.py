"""The municipality's look on the command line."""

from pathlib import Path

import pytest

from tests.command_line import muniprog, said

SOUND = "muniprog: 1\nid: plan\ntitle: Plan\nperiod: 2020–2021\nlanguages: [sv]\n"
TWICE = SOUND + "owners: [{id: a, name: A}, {id: a, name: B}]\n"
NO_PERIOD = "muniprog: 1\nid: plan\nperiod: x\n"
OF_THE_FUTURE = "muniprog: 9\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "look.yaml").write_text('accent: "#7a0026"\nfooter: Torget 1\n', encoding="utf-8")
    (tmp_path / "programme.yaml").write_text(SOUND, encoding="utf-8")
    return tmp_path


def test_a_report_has_the_look_beside_the_programme(folder: Path) -> None:
    assert said(muniprog("report", "programme", folder)).endswith("\nTorget 1\n")


def test_another_look_may_be_named(folder: Path) -> None:
    other = folder / "other.yaml"
    other.write_text("footer: Stadshuset\n", encoding="utf-8")
    text = said(muniprog("report", "programme", folder, "--look", other))
    assert text.endswith("\nStadshuset\n")
    assert "Torget 1" not in text


def test_what_is_wrong_with_a_look_is_told_in_the_readers_language(folder: Path) -> None:
    (folder / "look.yaml").write_text("accent: red\nfont: 3\n", encoding="utf-8")
    told = said(muniprog("report", "programme", folder, "-o", folder / "plan.html", language="sv"), code=1)
    assert "2 problem i utseendefilen:" in told
    assert "look.yaml:1:9: fel F005: Väntade en färg som" in told
    assert not (folder / "plan.html").exists()


def test_a_look_that_is_not_there_is_told(folder: Path) -> None:
    assert "gone.yaml” cannot be read" in said(
        muniprog("report", "programme", folder, "--look", "gone.yaml", language="en"), code=2
    )


@pytest.mark.parametrize("programme", [SOUND, TWICE, NO_PERIOD, OF_THE_FUTURE])
def test_check_looks_at_the_look_as_well(folder: Path, programme: str) -> None:
    (folder / "programme.yaml").write_text(programme, encoding="utf-8")
    before = muniprog("check", folder, language="en").output
    (folder / "look.yaml").unlink()
    without = muniprog("check", folder, language="en").output
    (folder / "look.yaml").write_text("accent: red\n", encoding="utf-8")
    after = said(muniprog("check", folder, language="en"), code=1)
    assert "look.yaml" not in before
    assert without == before
    assert "look.yaml:1:9: error F005: Expected a colour" in after
