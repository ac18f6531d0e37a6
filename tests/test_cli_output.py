"""`report`, `export`, `tables` and `schema`: the file's ending chooses, and nobody's work is written over."""

import csv
import io
import json
from pathlib import Path
from typing import NoReturn

import click
import pytest

from muniprog.cli.output import terminal_width, write_out
from muniprog.errors import MuniprogError
from muniprog.plugins.known import PACKAGES
from muniprog.tables import TABLES
from muniprog.workspace import load
from tests.command_line import muniprog, said, write

VASA = "vasa_2019_2022"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("p.html", b"<!doctype html>"),
        ("p.md", b"# Vasa stads"),
        ("p.txt", b"Vasa stads"),
        ("P.HTML", b"<!doctype html>"),
    ],
)
def test_the_ending_chooses_the_type_of_a_report(tmp_path: Path, name: str, begins: bytes) -> None:
    assert said(muniprog("report", "programme", VASA, "-o", tmp_path / name)) == ""
    assert (tmp_path / name).read_bytes().lower().startswith(begins.lower())


def test_to_overrides_the_ending(tmp_path: Path) -> None:
    said(muniprog("report", "timetable", VASA, "-o", tmp_path / "t.txt", "--to", "html"))
    said(muniprog("export", VASA, "-o", tmp_path / "vasa.data", "--to", "json"))
    said(muniprog("tables", VASA, "goals", "-o", tmp_path / "goals", "--to", "json"))
    assert b"<html" in (tmp_path / "t.txt").read_bytes()
    assert json.loads((tmp_path / "vasa.data").read_bytes())["id"] == "vasa-2019-2022"
    assert len(json.loads((tmp_path / "goals").read_bytes())) == 27


def test_a_report_in_the_terminal_is_text() -> None:
    assert said(muniprog("report", "timetable", VASA, "-l", "fi")).startswith("Tavoitteiden aikataulu\n")
    assert said(muniprog("report", "timetable", VASA, "--to", "markdown")).startswith("# ")


def test_two_languages_stand_side_by_side(tmp_path: Path) -> None:
    said(muniprog("report", "programme", VASA, "-l", "sv, fi,sv", "-o", tmp_path / "p.md"))
    text = (tmp_path / "p.md").read_text(encoding="utf-8")
    assert "Boenderådgivning" in text
    assert "Asumisneuvonta" in text


def test_the_period_and_the_day_of_a_report_are_handed_over() -> None:
    assert said(muniprog("report", "timetable", VASA, "--period", "2020", "--as-of", "2020-12-31"))
    assert "nonsense" in said(muniprog("report", "timetable", VASA, "--period", "nonsense"), 2)


def test_export_writes_the_whole_programme(tmp_path: Path) -> None:
    said(muniprog("export", VASA, "-o", tmp_path / "vasa.json"))
    said(muniprog("export", VASA, "-o", tmp_path / "vasa.yaml"))
    assert load(tmp_path / "vasa.json") == load(tmp_path / "vasa.yaml") == load(VASA)
    assert said(muniprog("export", VASA)).encode() == (tmp_path / "vasa.yaml").read_bytes()


def test_what_a_format_cannot_carry_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from muniprog.interfaces import Written

    monkeypatch.setattr(
        "muniprog.workspace.export", lambda *_, **__: Written(data=b"x", losses=(("themes", 0, "note"),))
    )
    assert said(muniprog("export", VASA)) == "xLeft out, since the format cannot carry it: themes.0.note.\n"


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_named_in_the_help_and_written(table: str, tmp_path: Path) -> None:
    assert table in said(muniprog("tables", "--help"))
    said(muniprog("tables", VASA, table, "-o", tmp_path / "t.csv"))
    written = list(csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8"), newline="")))
    assert len(written) == len(json.loads(said(muniprog("tables", VASA, table, "--to", "json"))))


def test_tables_are_in_the_language_that_is_asked_for() -> None:
    assert "Asumisneuvonta" in said(muniprog("tables", VASA, "goals", "-l", "fi"))
    assert "Boenderådgivning" in said(muniprog("tables", VASA, "goals"))


@pytest.mark.parametrize("command", [("report", "programme", VASA), ("export", VASA), ("tables", VASA, "goals")])
def test_an_ending_that_nothing_is_for_says_what_there_is(command: tuple[str, ...], tmp_path: Path) -> None:
    text = said(muniprog(*command, "-o", tmp_path / "x.xyz"), 2)
    assert "“.xyz”" in text
    assert {"report": ".html", "export": ".json", "tables": ".csv"}[command[0]] in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("report", "programme", VASA), ("export", VASA), ("tables", VASA, "goals")])
def test_a_name_without_an_ending_is_not_guessed_at(command: tuple[str, ...], tmp_path: Path) -> None:
    text = said(muniprog(*command, "-o", tmp_path / "x"), 2)
    assert text == "muniprog: “x” has no ending that says what type of file it is; add one, or use --to.\n"


def test_a_known_ending_that_is_not_installed_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PACKAGES, "sheet", "muniprog-sheet")
    assert 'pip install "muniprog-sheet"' in said(muniprog("report", "programme", VASA, "-o", tmp_path / "x.sheet"), 2)


def test_an_output_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text("old", encoding="utf-8")
    said(muniprog("report", "programme", VASA, "-o", tmp_path / "p.html"))
    assert (tmp_path / "p.html").stat().st_size > 1000


@pytest.mark.parametrize("name", ["programme.yaml", "themes/boende.yaml", "notes.yml"])
def test_a_file_in_which_a_programme_is_kept_is_never_written_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, "muniprog: 1\n")
    file = write(tmp_path, "id: boende\n", name) / name
    before = file.read_bytes()
    text = said(muniprog("export", VASA, "-o", file, language="sv"), 2)
    assert "hör till ett program som finns här" in text
    assert file.read_bytes() == before


def test_a_new_yaml_file_beside_a_programme_may_be_written(tmp_path: Path) -> None:
    said(muniprog("export", VASA, "-o", write(tmp_path, "muniprog: 1\n") / "vasa.yaml"))
    assert load(tmp_path / "vasa.yaml").id == "vasa-2019-2022"


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    assert "There is no folder “" in said(muniprog("schema", "-o", tmp_path / "no" / "x.json"), 2)
    assert not (tmp_path / "no").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder." in said(muniprog("schema", "-o", tmp_path), 2)


@pytest.mark.parametrize("kind", ["programme", "theme", "followup"])
def test_the_schema_of_each_kind_of_file(kind: str, tmp_path: Path) -> None:
    said(muniprog("schema", kind, "-o", tmp_path / "s.json"))
    assert json.loads((tmp_path / "s.json").read_bytes()) == json.loads(said(muniprog("schema", kind)))


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        ("", "No language is named."),
        (" , ", "No language is named."),
        ("svenska1", "“svenska1” is not the code"),
        ("sv,de", "“de”"),
    ],
)
def test_languages_that_are_none_are_refused(languages: str, words: str) -> None:
    assert words in said(muniprog("report", "programme", VASA, "-l", languages), 2)


class Terminal(io.StringIO):
    """What a terminal is to Python."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_text_and_never_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setattr(click, "echo", lambda text, nl: terminal.write(text))
    write_out("å – €\n".encode(), None)
    assert terminal.getvalue() == "å – €\n"
    with pytest.raises(MuniprogError, match="name a file with -o"):
        write_out(b"\xff\xd8", None)


def test_without_a_terminal_lines_are_as_wide_as_is_good_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_terminal(*_: object) -> NoReturn:
        raise OSError

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr("os.get_terminal_size", no_terminal)
    assert terminal_width() == 100
