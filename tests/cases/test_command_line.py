"""Field cases that are met at the command line: identifiers in files, poor terminals and broken plug-ins."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from muniprog.workspace import load
from tests.command_line import environment_of, muniprog, process, said, write

if TYPE_CHECKING:
    from tests.conftest import SitePackages

HEAD = """\
# Programmet – med anmärkningar
muniprog: 1
id: p
title: "Programmet"   # citattecknen stannar
period: 2024–2027
languages: [sv]
"""


def two_files(folder: Path, first: str, second: str, more: str = "") -> Path:
    """A programme whose two themes have files of their own."""
    write(folder, f"{HEAD}{more}themes: [themes/a.yaml, themes/b.yaml]\n")
    write(folder, f"id: a\ntitle: A\nactions:\n{first}", "themes/a.yaml")
    write(folder, f"id: b\ntitle: B\nactions:\n{second}", "themes/b.yaml")
    return folder


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))}


def test_m10_the_same_new_number_on_two_branches(tmp_path: Path) -> None:
    folder = two_files(
        tmp_path,
        "- id: ACT-014 # ny\n  title: Språkkafé\n- {id: ACT-015, title: Följer, depends_on: [ACT-014]}\n",
        "- id:   ACT-014\n  title: Mentorprogram\n- {id: ACT-013, title: Också, depends_on: [ACT-014]}\n",
        "retired: [ACT-016]\n",
    )
    text = said(muniprog("show", folder, language="en"), 1)
    assert "F009" in text
    for words in ("Språkkafé", "Mentorprogram", "a.yaml:4", "b.yaml:4"):
        assert words in text

    before = files(folder)
    assert said(muniprog("ids", "renumber", folder, language="en")) == "“ACT-014” is now “ACT-017”.\n"
    after = files(folder)
    assert after["programme.yaml"] == before["programme.yaml"]
    assert after["a.yaml"] == before["a.yaml"]
    assert after["b.yaml"] == before["b.yaml"].replace("ACT-014", "ACT-017")
    assert load(folder)["ACT-017"].title["sv"] == "Mentorprogram"

    assert said(muniprog("ids", "renumber", folder, language="en")) == (
        "Every identifier is used once; nothing was changed.\n"
    )
    assert files(folder) == after


def test_m10_a_reference_that_may_mean_either_is_shown_with_its_place(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        f"{HEAD}"
        "silenced:\n- {check: C101, items: [A-1], reason: Så är det.}\n"
        "themes:\n"
        "- {id: a, title: A, actions: [{id: A-1, title: X}]}\n"
        "- {id: b, title: B, actions: [{id: A-1, title: Y}]}\n",
    )
    text = said(muniprog("ids", "renumber", folder, language="en"))
    assert "“A-1” is now “A-2”." in text
    assert f"Look at {folder / 'programme.yaml'}:8:" in text
    assert "it may mean either item." in text


def test_m11_a_draft_with_unknown_owners_is_shown(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        f"{HEAD}owners: [{{id: BILDN, name: Bildningen}}]\n"
        "themes: [{id: t, title: T, actions: [{id: a, title: A, owners: [BILD]}]}]\n",
    )
    assert "okänd ansvarsinstans: BILD" in said(muniprog("show", folder, "a"))
    assert "Menade du ”BILDN”?" in said(muniprog("check", folder), 1)


def test_m15_an_identifier_is_renamed_and_the_old_one_still_finds_it(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        f"{HEAD}headline: [IND-3]\n"
        "themes:\n- id: t\n  title: T\n"
        "  indicators:\n  - id: IND-3   # hålls\n    title: Sysselsatta\n    measure: count\n"
        "    observations: [{period: 2019, value: 4}]\n",
    )
    write(folder, "period: 2020\nobservations: [{indicator: IND-3, period: 2020, value: 5}]\n", "followup/2020.yaml")
    assert said(muniprog("ids", "rename", folder, "IND-3", "IND-SYS-01", language="sv")) == (
        "”IND-3” är nu ”IND-SYS-01”.\n"
    )
    written = files(folder)
    assert "headline: [IND-SYS-01]\n" in written["programme.yaml"]
    assert "  - id: IND-SYS-01   # hålls\n" in written["programme.yaml"]
    assert "former_ids: [IND-3]" in written["programme.yaml"]
    programme = load(folder)
    assert programme["IND-3"] is programme["IND-SYS-01"]
    assert len(programme.observations_of("IND-SYS-01")) == 2
    assert said(muniprog("show", folder, "ind-3")).startswith("Sysselsatta  [IND-SYS-01]")


def test_m15_what_nobody_has_seen_may_be_forgotten(tmp_path: Path) -> None:
    folder = write(tmp_path, f"{HEAD}themes:\n- {{id: t, title: T}}\n")
    said(muniprog("ids", "rename", folder, "t", "tema", "--forget"))
    assert files(folder)["programme.yaml"] == f"{HEAD}themes:\n- {{id: tema, title: T}}\n"
    assert "“nix”" in said(muniprog("ids", "rename", folder, "nix", "x", language="en"), 2)


def test_m22_only_identifiers_are_filled_in(tmp_path: Path) -> None:
    folder = two_files(
        tmp_path,
        "# före\n- title: Första   # kommentar\n  depends_on: [ACT-1]\n  extensions: {klimat: {co2: 3}}\n"
        "- title: 'Andra'\n  timeframe: 2024\n\n",
        "- {id: ACT-1, title: Finns}\n- id: ACT-8\n  title: Också\n"
        "- title: Tredje\n  budget: [{year: 2024, actual: 12.50}]\n",
        "retired: [ACT-9]\n",
    )
    before = files(folder)
    assert said(muniprog("ids", "fill", folder, language="en")) == (
        "  ACT-10\n  ACT-11\n  ACT-12\n3 identifiers filled in.\n"
    )
    after = files(folder)
    for name, text in after.items():
        added = [line for line in text.splitlines() if line.strip("- ") in ("id: ACT-10", "id: ACT-11", "id: ACT-12")]
        unfilled = text
        for line in added:
            unfilled = unfilled.replace(f"{line}\n  ", "- ", 1)
        assert unfilled == before[name]
    programme = load(folder)
    assert programme["ACT-10"].title["sv"] == "Första"
    assert programme["ACT-10"].extensions == {"klimat": {"co2": 3}}

    assert said(muniprog("ids", "fill", folder, language="en")) == "0 identifiers filled in.\n"
    assert files(folder) == after


POOR = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
STRICT = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning:muniprog")


def test_l06_files_are_utf8_whatever_the_locale_is(tmp_path: Path) -> None:
    title = "Språk – 5 € för alla"
    made = process("new", tmp_path / "p", "--title", title, "--period", "2024–2027", python=STRICT, environment=POOR)
    assert (made.returncode, made.stderr) == (0, b"")
    assert title in made.stdout.decode()
    text = (tmp_path / "p" / "programme.yaml").read_text(encoding="utf-8")
    assert f"title: {title}\nperiod: 2024–2027\n" in text
    for arguments in (("show",), ("check", "-l", "sv"), ("report", "programme")):
        name, *more = arguments
        done = process(name, *more, tmp_path / "p", python=STRICT, environment={**POOR, "MUNIPROG_LANGUAGE": "sv"})
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    assert title.encode() in process("show", tmp_path / "p", python=STRICT, environment=POOR).stdout
    assert title.encode() in process("report", "programme", tmp_path / "p", python=STRICT, environment=POOR).stdout


def test_l06_what_is_wrong_is_said_in_any_locale(tmp_path: Path) -> None:
    done = process("show", tmp_path / "åäö€", python=STRICT, environment={**POOR, "MUNIPROG_LANGUAGE": "fi"})
    assert done.returncode == 2
    assert "Kansiossa" in done.stderr.decode() or "ohjelma" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_l06_a_poor_terminal_gets_other_letters_but_no_error(tmp_path: Path) -> None:
    """Latin 1 has å, but neither a dash nor a euro."""
    pytest.importorskip("pty")
    script = (
        "import os, pty, sys\n"
        "sys.exit(os.waitstatus_to_exitcode(pty.spawn([sys.executable, '-m', 'tests.command_line', *sys.argv[1:]])))\n"
    )
    folder = write(tmp_path, f"{HEAD}themes: [{{id: t, title: å – €}}]\n")
    done = subprocess.run(
        [sys.executable, "-c", script, "show", str(folder)],
        env=environment_of({**POOR, "PYTHONIOENCODING": "latin-1", "MUNIPROG_LANGUAGE": "sv"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "å ? ?  [t]".encode("latin-1") in done.stdout


def install_one_good_and_two_broken(site: "SitePackages") -> dict[str, str]:
    good = """
        import click, muniprog

        @muniprog.hookimpl
        def muniprog_register_commands(language):
            return [click.Command("publish", callback=lambda: click.echo("published"), short_help="Publish it.")]
        """
    site.install("good", {"good": "plug_good"}, {"plug_good": good})
    site.install("raising", {"raising": "plug_raising"}, {"plug_raising": "raise ImportError('no libfoo')"}, "2.1")
    site.install("half-removed", {"removed": "plug_removed:plugin"}, {})
    return {"PYTHONPATH": str(site.folder)}


RAISING = "muniprog: Tillägget ”raising” (raising 2.1, plug_raising) fungerar inte."
REMOVED = "muniprog: Tillägget ”removed” (half-removed 1.0, plug_removed:plugin) fungerar inte."


def test_p01_everything_else_works_with_one_sentence_for_each_broken_plug_in(
    site: "SitePackages", tmp_path: Path
) -> None:
    environment = {**install_one_good_and_two_broken(site), "MUNIPROG_LANGUAGE": "sv"}
    folder = write(tmp_path / "p", HEAD)
    for arguments in (["--help"], ["check", str(folder)], ["publish"], ["export", str(folder), "--to", "json"]):
        done = process(*arguments, environment=environment)
        assert done.returncode == 0, done.stderr.decode()
        told = done.stderr.decode().splitlines()
        assert told == [] or [line.split(" fungerar inte.")[0] + " fungerar inte." for line in told] == [
            RAISING,
            REMOVED,
        ]
        assert "Warning" not in done.stderr.decode()
    assert "From plug-ins" not in process("--help", environment=environment).stdout.decode()
    assert "publish" in process("--help", environment=environment).stdout.decode()


def test_p01_plugins_lists_what_is_broken_once(site: "SitePackages") -> None:
    done = process("plugins", environment={**install_one_good_and_two_broken(site), "MUNIPROG_LANGUAGE": "en"})
    text = done.stdout.decode()
    assert done.returncode == 1
    assert done.stderr == b""
    assert "raising (raising 2.1): does not work\n  The plug-in “raising”" in text
    assert "removed (half-removed 1.0): does not work" in text
    assert "good (good 1.0): works\n  commands: publish\n" in text
    assert text.count("no libfoo") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["plugins"], ["check", "vasa_2019_2022"]])
def test_p01_strict_loading_is_fatal(site: "SitePackages", arguments: list[str]) -> None:
    environment = {**install_one_good_and_two_broken(site), "MUNIPROG_STRICT_PLUGINS": "1", "MUNIPROG_LANGUAGE": "sv"}
    done = process(*arguments, environment=environment)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(RAISING)
    assert b"Traceback" not in done.stderr
    assert process("--version", environment=environment).returncode == 0


def test_p01_a_broken_plug_in_does_not_disturb_completion(site: "SitePackages") -> None:
    environment = {**install_one_good_and_two_broken(site), "COMP_WORDS": "muniprog pu", "COMP_CWORD": "1"}
    switches: list[dict[str, str]] = [{}, {"MUNIPROG_STRICT_PLUGINS": "1"}]
    for more in switches:
        done = process(environment={**environment, "_MUNIPROG_COMPLETE": "bash_complete", **more})
        assert done.stderr == b""
        assert done.stdout == (b"" if more else b"plain,publish\n")


def test_m14_owner_whom_work_points_to_is_not_taken_out_and_nothing_is_written(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        f"{HEAD}owners:\n- {{id: bild, name: Bildning}}\n- {{id: soc, name: Social}}\n"
        "themes:\n- id: a\n  title: A\n  actions:\n  - {id: kurs, title: Kurs, owners: [bild]}\n",
    )
    before = files(folder)
    text = said(muniprog("ids", "retire", folder, "bild", language="sv"), 2)
    assert "”Bildning” (bild) tas inte bort" in text
    assert "”Kurs” (kurs)" in text
    assert files(folder) == before

    assert said(muniprog("ids", "retire", folder, "soc", language="sv")) == (
        "”soc” är borttaget och används aldrig på nytt.\n"
    )
    after = files(folder)["programme.yaml"]
    assert "Social" not in after
    assert "retired: [soc]" in after
    assert [owner.id for owner in load(folder).owners] == ["bild"]
