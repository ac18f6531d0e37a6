"""Field cases about languages."""

import json
import os
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import attrs
import pytest

from muniprog.backends.html import HtmlBackend
from muniprog.backends.text import TextBackend
from muniprog.document import Document, Heading, Paragraph
from muniprog.identifiers import is_identifier, slug
from muniprog.language import canonical, date_text, range_text, sort_key
from muniprog.reports.voice import Voice
from muniprog.text import Text
from tests.builders import found_by, goal, programme, theme


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_l01_å_ä_ö_come_after_z(language: str) -> None:
    in_order = ["Aalto", "Andersson", "Marks", "Myers", "Mårtensson", "Mäenpää", "Zetterberg", "Åbo", "Ängby", "Östra"]
    names = ["Östra", "Ängby", "Åbo", "Zetterberg", "Andersson", "Myers", "Mäenpää", "Marks", "Aalto", "Mårtensson"]
    assert sorted(names, key=sort_key(language)) == in_order


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_l01_lower_case_and_decomposed_letters_stand_in_the_same_place(language: str) -> None:
    decomposed = unicodedata.normalize("NFD", "Åbo")
    names = ["öl", "ängby", "ål", decomposed, "zon", "Östra"]
    assert sorted(names, key=sort_key(language)) == ["zon", decomposed, "ål", "ängby", "öl", "Östra"]


def test_l01_english_and_german_readers_find_å_under_a() -> None:
    for language in ("en", "de"):
        assert sorted(["Zetterberg", "Åbo", "Andersson"], key=sort_key(language)) == ["Åbo", "Andersson", "Zetterberg"]


@pytest.mark.parametrize("word", ["Språk.xlsx", "Bäckström"])
def test_l02_composed_and_decomposed_letters_are_the_same_word(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    assert decomposed != word
    assert canonical(decomposed) == word
    assert slug(decomposed) == slug(word)
    assert sort_key("sv")(decomposed) == sort_key("sv")(word)


TITLE = Text.of({"sv": "Mål 1", "fi": "", "en": None})
HELP = Text.of({"sv": "Så här"})


def test_l03_a_missing_or_empty_translation_falls_back_and_shows_it() -> None:
    for text, words in ((TITLE, "Mål 1"), (HELP, "Så här")):
        wording = text["fi"]
        assert (wording, wording.language, wording.is_fallback) == (words, "sv", True)
    assert TITLE.missing(("sv", "fi", "en")) == ("fi", "en")


def test_l03_reports_mark_the_language_that_they_fell_back_on() -> None:
    voice = Voice(("fi",), record="sv")
    document = Document("Ohjelma", "fi", [Heading(1, voice.text(TITLE)), Paragraph(voice.text(HELP))])
    page = HtmlBackend().render(document).decode()
    assert 'lang="sv" dir="ltr">Mål 1</span>' in page
    assert 'lang="sv" dir="ltr">Så här</span>' in page
    assert "[sv] Mål 1" in TextBackend().render(document).decode()


def test_l03_the_check_lists_what_is_not_translated() -> None:
    plan = programme(theme("t", attrs.evolve(goal("g"), title=TITLE, description=HELP)), languages=("sv", "fi"))
    (finding,) = [finding for finding in found_by("L101", plan) if finding.item == "g"]
    assert "“Mål 1” is not translated" in str(finding)
    assert str(finding).count("fi") == 2


def test_l04_two_titles_never_share_a_slug() -> None:
    titles = ["Språk", "Sprak", "Team A", "Team (A)", "Team A 1", "!!!", "目标"]
    slugs: list[str] = []
    for title in titles:
        slugs.append(slug(title, slugs))
    assert slugs == ["sprak", "sprak-2", "team-a", "team-a-2", "team-a-1", "item-1", "item-2"]
    assert all(map(is_identifier, slugs))
    assert slug("språk!", slugs) == "sprak-3"


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("fi", "1.6.2020", "kesäkuu 2020"),
        ("sv-FI", "1.6.2020", "juni 2020"),
        ("sv-SE", "2020-06-01", "juni 2020"),
        ("en", "1 June 2020", "June 2020"),
    ],
)
def test_l05_each_language_has_its_own_form_of_date(language: str, day: str, month: str) -> None:
    assert date_text(date(2020, 6, 1), language) == day
    assert date_text(date(2020, 6, 1), language, "month") == month


@pytest.mark.parametrize(
    ("language", "days", "months"),
    [
        ("fi", "1.10.2020–31.3.2021", "lokakuu 2020 – maaliskuu 2021"),
        ("sv-FI", "1.10.2020–31.3.2021", "oktober 2020 – mars 2021"),
        ("en", "1 October 2020 – 31 March 2021", "October 2020 – March 2021"),
    ],
)
def test_l05_a_range_over_new_year_says_both_years(language: str, days: str, months: str) -> None:
    start, end = date(2020, 10, 1), date(2021, 3, 31)
    assert range_text(start, end, language) == days
    assert range_text(start, end, language, "month", "month") == months


PROGRAMME = """\
muniprog: 1
id: program
title: Främjande – för 5 €
period: 2019–2022
languages: [sv]
themes:
- id: språk
  title: Språk – ä €
"""


def run_with_poor_encoding(encoding: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as on a machine whose locale knows nothing of Unicode; an unnamed encoding is an error."""
    start = "from muniprog.cli import main; main(prog_name='muniprog')"
    poor = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "-c", start, *arguments],
        env={**os.environ, **poor, "MUNIPROG_LANGUAGE": "sv"},
        cwd=folder,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["", "ascii", "cp1252"])
def test_l06_files_are_utf_8_and_a_poor_terminal_stops_nothing(encoding: str, tmp_path: Path) -> None:
    programme_file = tmp_path / "programme.yaml"
    programme_file.write_text(PROGRAMME.replace("id: språk", "id: sprak"), encoding="utf-8")
    for arguments in (("show", "."), ("report", "programme", ".", "-o", "ut.md"), ("export", ".", "-o", "ut.json")):
        done = run_with_poor_encoding(encoding, tmp_path, *arguments)
        assert (done.returncode, done.stderr) == (0, b"")
    assert "Språk – ä €" in (tmp_path / "ut.md").read_text(encoding="utf-8")
    written = json.loads((tmp_path / "ut.json").read_text(encoding="utf-8"))
    assert written["title"] == "Främjande – för 5 €"


@pytest.mark.parametrize("encoding", ["", "ascii", "cp1252"])
def test_l06_a_poor_terminal_is_told_what_is_wrong_all_the_same(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
    done = run_with_poor_encoding(encoding, tmp_path, "check", ".")
    assert done.returncode == 1
    assert b"F008" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr
