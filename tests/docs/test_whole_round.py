"""The script of a whole round is run as a reader would run it; its page says what it prints."""

import csv
import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest
from openpyxl import load_workbook

import muniprog

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
BULLETS = "- två kvällar med barnpassning\n- => fortsätter på våren\n+ en broschyr"

pytestmark = pytest.mark.slow


@attrs.frozen
class Run:
    """The script as it has run: its folder and what it printed."""

    folder: Path
    printed: str

    def told(self, name: str) -> str:
        return (self.folder / f"{name}.txt").read_text(encoding="utf-8")

    def sheet(self, kind: str, owner: str, part: str = "Åtgärder") -> list[list[object]]:
        """Return what stands in a sheet of a form (kind `forms`) or of an answer (`answers`)."""
        workbook = load_workbook(self.folder / kind / f"2020-{owner}.xlsx")
        return [[cell.value for cell in row] for row in workbook[part].iter_rows()]

    def keys(self, kind: str, owner: str) -> list[object]:
        return [row[0] for row in self.sheet(kind, owner)[4:]]

    def figures(self) -> Mapping[tuple[str | None, str | None], object]:
        """Return the value of each answer about an indicator, by the indicator and the owner."""
        round_ = muniprog.find_round(muniprog.load(str(self.folder / "vasa")), "2020")
        return {(each.indicator, each.owner): each.value for each in round_.observations}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed, and the script is written in it.")
    folder = tmp_path_factory.mktemp("whole") / "round"
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    done = subprocess.run(
        [bash, str(HOW_TO / "vasa-round-2020.sh"), str(folder)],
        check=False,  # what it printed is told below
        env={**os.environ, "PATH": programs, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return Run(folder, done.stdout)


def test_rows_were_sorted(run: Run) -> None:
    sent = run.keys("forms", "integrationsservicen")
    assert len(sent) > 1
    assert run.keys("answers", "integrationsservicen") == sent[::-1]


def test_a_column_was_inserted(run: Run) -> None:
    assert run.sheet("answers", "vaasan-lyseon-lukio")[3][2] == "Eget"


def test_sheets_were_renamed(run: Run) -> None:
    workbook = load_workbook(run.folder / "answers" / "2020-forvaltningsservicen.xlsx")
    assert {"Åtgärder (svar)", "Mätare (svar)"} < set(workbook.sheetnames)


def test_a_row_was_deleted_and_is_told_as_not_answered(run: Run) -> None:
    sent, answered = (run.keys(kind, "invandrarradet") for kind in ("forms", "answers"))
    assert answered == sent[1:]
    for name in ("first", "second", "third"):
        assert re.search(rf"2020-invandrarradet\.xlsx: {sent[0]} .* its row was taken out\.", run.told(name))


def test_numbers_were_typed_as_text(run: Run) -> None:
    typed = [row[6] for row in run.sheet("answers", "personalservicen", "Mätare")[4:]]
    assert typed == ["12,5", "12", "12", "12", "12", "12"]


def test_bullets_were_typed_and_stand_in_the_round(run: Run) -> None:
    round_ = muniprog.find_round(muniprog.load(str(run.folder / "vasa")), "2020")
    owner = "utvecklingsgruppen-invandrarutbildning"
    notes = [each.note for each in round_.updates if each.owner == owner]
    notes += [each.note for each in round_.observations if each.owner == owner]
    assert [note and note["sv"] for note in notes] == [BULLETS] * 3


def test_an_older_form_is_told_and_read(run: Run) -> None:
    owner = "utvecklingsgruppen-erfarenhetssakkunniga"
    assert f"2020-{owner}.xlsx:1:1: note Q104" in run.told("second")
    assert run.figures()["erfarenhetssakkunniga-i-arbete", owner] == 12


def test_a_workbook_was_saved_by_libreoffice_where_there_is_one(run: Run) -> None:
    with ZipFile(run.folder / "answers" / "2020-welcome-office.xlsx") as workbook:
        by_libreoffice = b"LibreOffice" in workbook.read("docProps/app.xml")
    assert by_libreoffice == (shutil.which("soffice") is not None)
    assert by_libreoffice == ("welcome-office saves with LibreOffice." in run.printed)
    assert run.figures()["foretagsbesok", "welcome-office"] == 12


def test_a_table_was_filled_in(run: Run) -> None:
    with (run.folder / "answers" / "2020-pikipruukki.csv").open(encoding="utf-8-sig", newline="") as stream:
        answers = [line[-1] for line in csv.reader(stream, delimiter=";") if line[0].startswith("[anvisningar")]
    assert [answer for answer in answers if answer] == ["pågår", "Enligt planen.", "ja", "Enligt planen."]
    assert run.figures()["anvisningar-i-bruk", "pikipruukki"] is True


def test_two_answers_of_one_owner_contradict_each_other_and_both_cells_are_told(run: Run) -> None:
    (told,) = re.findall(r"^What contradicts:\n((?:  .*\n)+)", run.told("first"), re.MULTILINE)
    (contradiction,) = told.splitlines()
    assert contradiction.lstrip().startswith("utforda-halsogranskningar@2020 ")
    assert "“21” (answers/2020-mottagningsservicen (2).xlsx:Mätare!F5)" in contradiction
    assert "“12” (answers/2020-mottagningsservicen.xlsx:Mätare!F5)" in contradiction
    assert run.figures()["utforda-halsogranskningar", "mottagningsservicen"] == 21


def test_ten_owners_have_answered_in_ten_ways(run: Run) -> None:
    ways = dict(re.findall(r"^([a-z-]+) ((?:\w+ )*\w.*)\.$", run.printed.split("What changes:")[0], re.MULTILINE))
    assert len(ways) == len(set(ways.values())) == 10


def test_what_is_wrong_takes_nothing(run: Run) -> None:
    assert "answers/2020-personalservicen.xlsx:Mätare!G10: error Q202" in run.told("first")
    assert run.told("first").splitlines()[-1].startswith("Nothing was taken.")
    assert "Exit code 1." in run.printed.splitlines()
    opened = muniprog.find_round(muniprog.load(str(run.folder / "before")), "2020")
    assert not opened.updates
    assert not opened.observations


def test_collecting_again_changes_no_byte(run: Run) -> None:
    assert run.told("second").splitlines()[-1] == "118 changes taken and saved."
    assert run.told("third").splitlines()[-1] == "There is nothing new."
    assert "What changes:" not in run.told("third")
    # The script has compared the two with `diff -r` before the round was closed, and would have stopped.
    saved = muniprog.find_round(muniprog.load(str(run.folder / "saved")), "2020")
    closed = muniprog.find_round(muniprog.load(str(run.folder / "vasa")), "2020")
    assert (saved.updates, saved.observations) == (closed.updates, closed.observations)


def test_the_report_of_the_closed_round_has_its_figures(run: Run) -> None:
    html = (run.folder / "uppfoljning-2020.html").read_text(encoding="utf-8")
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    assert "Uppföljningens läge stängd 15.2.2021" in text
    assert re.search(r"pågår 33 77 % inte rapporterat 10 23 % Alla åtgärder 43 100 %", text)
    assert "2020: 12,5 %" in text
    assert "=> fortsätter på våren" in text
    assert "Exempeldata" in text


def test_the_example_itself_holds_nothing_invented(run: Run) -> None:
    example = muniprog.load("vasa_2019_2022")
    assert not example.follow_ups
    assert example.notice is None


def test_the_page_shows_what_is_printed(run: Run) -> None:
    page = (HOW_TO / "a-whole-round.md").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) if block[0] != "$"]
    there = run.printed + (run.folder / "vasa" / "followup" / "2020.yaml").read_text(encoding="utf-8")
    checker, flags = doctest.OutputChecker(), doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert len(blocks) == 4
    for block in blocks:
        assert checker.check_output(f"...\n{block}...\n", f"\n{there}\n", flags), block
