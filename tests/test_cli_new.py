"""`muniprog new` begins a programme that passes `check`, or a copy that is no longer the other municipality's."""

from pathlib import Path

import pytest

from muniprog.workspace import check, load
from tests.command_line import muniprog, said, write

PERIOD = ("--period", "2027–2030")


def test_an_empty_programme_passes_the_check(tmp_path: Path) -> None:
    folder = tmp_path / "staden"
    text = said(muniprog("new", folder, "--title", "Vår stad 2027–2030", *PERIOD, language="sv"))
    assert text == f"”Vår stad 2027–2030” finns i {folder}.\n"
    programme = load(folder)
    assert programme.id == "var-stad-2027-2030"
    assert programme.languages == ("sv",)
    assert check(programme) == ()
    assert said(muniprog("check", folder, language="sv")) == "Inget att anmärka.\n"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2027-2030", "2027–2030"),
        ("2027 — 2030", "2027–2030"),
        ("2027−2030", "2027–2030"),
        ("2027", "2027"),
        ("2027-2028", "2027–2028"),
    ],
)
def test_the_period_is_kept_as_it_is_printed(tmp_path: Path, typed: str, kept: str) -> None:
    said(muniprog("new", tmp_path / "p", "--title", "P", "--period", typed))
    assert load(tmp_path / "p").period.raw == kept


def test_the_titles_may_be_given_in_any_order_and_the_first_language_needs_no_name(tmp_path: Path) -> None:
    titles = ("--title", "fi=Kaupunkimme", "--title", "Vår stad = din stad")
    cities = ("--municipality", "Staden", "--municipality", "fi= Kaupunki")
    said(muniprog("new", tmp_path / "p", "-l", "sv,fi", *titles, *cities, *PERIOD, "--id", "vs"))
    programme = load(tmp_path / "p")
    assert programme.id == "vs"
    assert dict(programme.title.values) == {"sv": "Vår stad = din stad", "fi": "Kaupunkimme"}
    assert programme.municipality is not None
    assert dict(programme.municipality.name.values) == {"sv": "Staden", "fi": "Kaupunki"}
    assert check(programme) == ()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["--title", "A", "-l", "sv,fi"],
            "“A” is missing in: fi. Write one --title for each language, such as --title fi=…",
        ),
        (["--title", "A", "--title", "fi=B", "-l", "sv,fi", "--municipality", "C"], "such as --municipality fi=…"),
        (["--title", "A", "--title", "sv=B"], "“sv=B” is the second in “sv”."),
        (["--title", "de=A"], "“de=A” is in “de”, which is none of the programme's languages: sv."),
        (["--title", "sv="], "“sv=” has no words."),
        (["--title", "A", "--id", "a b"], "“a b” is not an identifier."),
        (["--title", "A", "--id", ""], "The identifier is empty."),
        (["--title", "A", "-l", "swedish"], "“swedish” is not the code of a language"),
    ],
    ids=range(8),
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    assert words in said(muniprog("new", tmp_path / "p", *arguments, *PERIOD), 2)
    assert list(tmp_path.iterdir()) == []


def test_a_period_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "“soon”" in said(muniprog("new", tmp_path / "p", "--title", "P", "--period", "soon"), 2)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", "mine\n", "notes.txt")
    assert "is not empty; nothing was written" in said(muniprog("new", folder, "--title", "P", *PERIOD), 2)
    assert "is a file, not a folder" in said(muniprog("new", folder / "notes.txt", "--title", "P", *PERIOD), 2)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    said(muniprog("new", tmp_path, "--title", "P", *PERIOD))
    assert load(tmp_path).id == "p"


def copy(folder: Path, *more: str, language: str = "en") -> str:
    named = ("--from", "vasa_2019_2022", "--title", "Exempelstads program", "--id", "exempelstad")
    return said(muniprog("new", folder, *named, "--period", "2027-2030", *more, language=language))


def test_a_copy_of_vasa_keeps_the_plan_and_says_what_was_left_out(tmp_path: Path) -> None:
    text = copy(tmp_path / "copied")
    copied, vasa = load(tmp_path / "copied"), load("vasa_2019_2022")
    assert [entry.id for entry in copied.entries()] == [entry.id for entry in vasa.entries()]
    assert [entry.title for entry in copied.entries()] == [entry.title for entry in vasa.entries()]
    assert (copied.municipality, copied.contact, copied.sections, copied.source) == (None, None, (), None)
    assert copied.period.raw == "2027–2030"
    assert text.splitlines()[1].startswith(
        "Left out, because it is the other programme's own: the municipality, the subtitle and the summary, "
    )
    assert text.splitlines()[2].startswith("Look through the owners, the years")
    for words in ("Hanna", "040 16", "Tabellen säger"):
        assert all(words not in file.read_text(encoding="utf-8") for file in (tmp_path / "copied").rglob("*.yaml"))


def test_a_copy_has_only_findings_that_say_what_to_go_through(tmp_path: Path) -> None:
    copy(tmp_path / "copied")
    codes = {finding.code for finding in check(load(tmp_path / "copied"))}
    vasas_own = {finding.code for finding in check(load("vasa_2019_2022"), silenced=True)}
    assert codes - vasas_own <= {"T101", "L101"}  # years outside the new period; the title in the other languages


def test_a_copy_of_a_file_is_one_file(tmp_path: Path) -> None:
    said(muniprog("export", "vasa_2019_2022", "-o", tmp_path / "vasa.json"))
    named = ("--from", tmp_path / "vasa.json", "--title", "Staden", "--municipality", "Staden")
    said(muniprog("new", tmp_path / "copied", *named, *PERIOD, "-l", "sv,fi,en"))
    assert [path.name for path in (tmp_path / "copied").iterdir()] == ["programme.yaml"]
    assert len(load(tmp_path / "copied").goals) == 27


def test_a_copy_keeps_its_languages(tmp_path: Path) -> None:
    named = ("--from", "vasa_2019_2022", "--title", "Kaupunki", "-l", "fi,sv")
    text = said(muniprog("new", tmp_path / "p", *named, *PERIOD), 2)
    assert text == "muniprog: A copy keeps the languages of the other programme: sv,fi,en.\n"


def test_a_copy_leaves_the_rounds_of_follow_up_behind(tmp_path: Path) -> None:
    other = tmp_path / "other"
    said(muniprog("new", other, "--title", "P", *PERIOD))
    write(other, "period: 2027\n", "followup/2027.yaml")
    text = said(muniprog("new", tmp_path / "copied", "--from", other, "--title", "Q", *PERIOD))
    assert "the rounds of follow-up" in text
    assert load(tmp_path / "copied").follow_ups == ()
    assert not (tmp_path / "copied" / "followup").exists()


def test_when_there_is_nothing_to_leave_out_nothing_is_said_about_it(tmp_path: Path) -> None:
    said(muniprog("new", tmp_path / "other", "--title", "P", *PERIOD))
    text = said(muniprog("new", tmp_path / "copied", "--from", tmp_path / "other", "--title", "Q", *PERIOD))
    assert "Left out" not in text
