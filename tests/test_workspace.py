"""The shell: it finds what an address means, and refuses what would be kept as something else than it says."""

from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import attrs
import pytest

from muniprog import workspace
from muniprog.errors import SourceError, StorageError, UnknownNameError, ValueProblem
from muniprog.inspecting import inspect
from muniprog.model import Programme
from muniprog.plugins import load_plugins
from muniprog.source import Severity
from muniprog.text import Text
from muniprog.timeframe import Period
from muniprog.workspace import check, export, load, open_storage, report, rewrite, save, write_file
from muniprog.yaml12 import write
from tests.mappings import small, with_goal, with_indicator


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the small programme."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "programme.yaml").write_text(write(small()), encoding="utf-8")
    return tmp_path / "plan"


def with_note(programme: Programme) -> Programme:
    return attrs.evolve(programme, note=Text.of("Ny", "sv"))


# Loading.


@pytest.mark.parametrize("address", ["vasa_2019_2022", "vasa-2019-2022"])
def test_the_name_of_a_package_is_an_address(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if address != "vasa_2019_2022":
        with pytest.raises(UnknownNameError):
            load(address)
    else:
        assert load(address).id == "vasa-2019-2022"


def test_a_folder_with_the_name_of_a_package_comes_first(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.rename(tmp_path / "vasa_2019_2022")
    monkeypatch.chdir(tmp_path)
    assert load("vasa_2019_2022").id == "exempel"


def test_a_word_that_is_neither_path_nor_package_says_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownNameError, match=r"There is no programme called “vasa_2019_2023”.*“vasa_2019_2022”"):
        load("vasa_2019_2023")


@pytest.mark.parametrize("address", ["plan", "plan/", "plan/programme.yaml", "plan#exempel", "file:plan"])
def test_a_path_is_an_address(address: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert load(address).id == "exempel"


def test_a_scheme_that_nothing_answers_to_is_named() -> None:
    with pytest.raises(UnknownNameError, match="oracle"):
        load("oracle://plans")
    with pytest.raises(UnknownNameError):
        open_storage("oracle://plans")


@pytest.mark.parametrize("suffix", [".json", ".toml", ".yaml", ".yml", ".JSON", ".YAML"])
def test_a_data_file_is_an_address(suffix: str, folder: Path) -> None:
    programme = load(folder)
    path = folder.parent / f"copy{suffix}"
    export(programme, path)
    assert load(path) == programme
    assert load(f"file:{path}") == programme


def test_a_file_of_no_known_format_says_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "plan.xyz").touch()
    with pytest.raises(UnknownNameError, match=r"“\.xyz”.*Known: .*\.json"):
        load(tmp_path / "plan.xyz")


# Saving.


def test_what_was_saved_is_saved_again(folder: Path) -> None:
    first = save(with_note(load(folder)))
    second = save(attrs.evolve(first, note=None))
    assert second == load(folder)
    assert second.origin is not None
    assert second.origin.revision == load(folder).origin.revision  # type: ignore[union-attr]


def test_a_copy_elsewhere_is_a_new_programme(folder: Path, tmp_path: Path) -> None:
    copy = save(load(folder), tmp_path / "copy")
    assert save(with_note(copy)) == load(tmp_path / "copy")
    assert load(folder).note is None


def test_without_an_address_it_must_have_been_loaded_from_one() -> None:
    with pytest.raises(StorageError, match="say where to save it"):
        save(Programme(id="p", title=Text.of("P"), period=Period.parse("2019"), languages=("en",)))


def test_an_earlier_state_is_not_a_place_to_save(folder: Path) -> None:
    with pytest.raises(StorageError, match=r"“.*@HEAD” names the state HEAD; what is saved is always the newest state"):
        save(load(folder), f"{folder.parent}/copy@HEAD")


def test_the_address_of_another_programme_is_refused(folder: Path) -> None:
    programme = load(folder)
    with pytest.raises(StorageError, match=r"“.*#vasa” names another programme than “exempel”"):
        save(programme, f"{folder.parent}/new#vasa")
    assert save(programme, f"{folder.parent}/new#exempel") == programme
    new = attrs.evolve(programme, origin=None)
    with pytest.raises(StorageError, match="names another programme"):
        save(new, f"{folder.parent}/newer#vasa")


def test_a_programme_with_a_new_identifier_goes_where_it_came_from(folder: Path) -> None:
    programme = load(f"{folder}#exempel")
    saved = save(attrs.evolve(programme, id="prov"))
    assert load(folder) == saved


@pytest.mark.parametrize("name", ["plan.json", "plan.toml", "plan.JSON"])
def test_a_copy_for_programs_is_not_a_place_to_keep_a_programme(name: str, folder: Path) -> None:
    with pytest.raises(StorageError, match="is a copy, not a place where a programme is kept; export it instead"):
        save(load(folder), folder / name)


def test_a_programme_from_a_data_file_is_saved_in_a_folder(folder: Path, tmp_path: Path) -> None:
    export(load(folder), tmp_path / "plan.json")
    programme = load(tmp_path / "plan.json")
    with pytest.raises(StorageError, match="export it instead"):
        save(programme)
    assert save(programme, tmp_path / "new") == programme


# Rewriting.


def test_a_mapping_is_rewritten_where_it_is_kept(folder: Path) -> None:
    before, after = rewrite(folder, lambda mapping: {**mapping, "note": "Ny"})
    assert before == small()
    assert after == small(note="Ny")
    assert load(folder).note == Text.of("Ny", "sv")


def test_a_mapping_that_stays_the_same_is_not_written(folder: Path) -> None:
    (folder / "programme.yaml").chmod(0o444)
    written = (folder / "programme.yaml").stat().st_mtime_ns
    rewrite(folder, dict)
    assert (folder / "programme.yaml").stat().st_mtime_ns == written


# Checking.


def test_what_loads_is_checked(folder: Path) -> None:
    programme = load(folder)
    inspected = inspect(folder)
    assert inspected.languages == ("sv", "fi")
    assert inspected.findings == check(programme)
    assert {finding.severity for finding in inspected.findings} > {Severity.WARNING}


def test_what_cannot_be_parsed_has_its_problems(folder: Path) -> None:
    (folder / "programme.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    inspected = inspect(folder)
    assert [finding.code for finding in inspected.findings] == ["F002"]
    assert inspected.languages == ()


def test_what_is_no_programme_at_all_has_its_problem(folder: Path) -> None:
    (folder / "programme.yaml").write_text("a: 1\n", encoding="utf-8")
    assert [finding.code for finding in inspect(folder).findings] == ["F011"]


def test_what_does_not_load_has_its_problems_and_the_errors_of_the_rest(folder: Path) -> None:
    mapping = with_goal(title=1, owners=["bildning"])
    (folder / "programme.yaml").write_text(write(mapping), encoding="utf-8")
    inspected = inspect(folder)
    assert [finding.code for finding in inspected.findings] == ["F005", "R101"]
    assert inspected.languages == ("sv", "fi")


def test_where_nothing_is_there_is_nothing_to_inspect(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        inspect(tmp_path)


# Reports and data files.


def test_a_report_knows_its_languages_and_period(folder: Path) -> None:
    programme = load(folder)
    assert "Exempelprogram" in str(report("programme", programme))
    assert "Esimerkkiohjelma" in str(report("programme", programme, languages="fi"))
    for period in ("2020", 2020, Period.parse("2020")):
        assert str(report("timetable", programme, languages=("sv", "fi"), period=period))
    with pytest.raises(UnknownNameError, match="There is no language called “de”"):
        report("programme", programme, languages=["sv", "de"])
    with pytest.raises(UnknownNameError, match="There is no report called “timetabel”. Did you mean “timetable”"):
        report("timetabel", programme)


def test_a_data_file_is_named_by_its_ending_or_its_format(folder: Path, tmp_path: Path) -> None:
    programme = load(folder)
    written = export(programme, tmp_path / "x.txt", to="json")
    assert (tmp_path / "x.txt").read_bytes() == written.data == export(programme, to="json").data
    with pytest.raises(UnknownNameError, match="Known: .*json"):
        export(programme)
    with pytest.raises(UnknownNameError, match=r"“\.xyz”"):
        export(programme, tmp_path / "x.xyz")
    assert not (tmp_path / "x.xyz").exists()


def test_a_file_is_written_as_a_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b.txt", b"x")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"x"


def test_plugins_are_looked_up_once() -> None:
    assert workspace.plugins() is workspace.plugins()


def test_a_file_that_is_broken_names_itself(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("{", encoding="utf-8")
    with pytest.raises(SourceError, match=r"plan\.json:1:"):
        load(tmp_path / "plan.json")


def test_the_checks_of_plugins_are_run_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "strict.py").write_text(
        "import muniprog\n"
        "from muniprog.source import Finding, Severity\n"
        "class Strict(muniprog.Check):\n"
        "    name, code, severity = 'strict', 'X1', Severity.ERROR\n"
        "    title = explanation = muniprog.Text.of('Strict')\n"
        "    def run(self, programme):\n"
        "        yield Finding(code='X1', severity=Severity.ERROR, message=self.title)\n"
        "@muniprog.hookimpl\n"
        "def muniprog_register_checks():\n"
        "    return [Strict()]\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(folder.parent)
    plugins = load_plugins(entry_points=[EntryPoint("strict", "strict", "muniprog")])
    monkeypatch.setattr(workspace, "plugins", lambda: plugins)
    (folder / "programme.yaml").write_text(write(with_indicator(measure="cuont")), encoding="utf-8")
    assert {finding.code for finding in inspect(folder).findings} == {"F006", "X1"}


def test_day_of_a_report_is_a_day() -> None:
    with pytest.raises(ValueProblem, match="“garbage” is not a day"):
        report("programme", load("vasa_2019_2022"), as_of="garbage")
    assert report("programme", load("vasa_2019_2022"), as_of="31.12.2021").document.language == "sv"


@pytest.mark.parametrize("use", [check, export, save, lambda programme: report("timetable", programme)])
def test_address_where_a_programme_is_wanted_is_refused(use: Callable[[Programme], object]) -> None:
    with pytest.raises(ValueProblem, match="Expected a programme, found 'vasa_2019_2022'. Load it first"):
        use("vasa_2019_2022")  # type: ignore[arg-type]


def test_check_tells_of_a_plug_in_that_is_missing(folder: Path) -> None:
    programme = attrs.evolve(load(folder), extensions={"climate": {"co2": 3}})
    (note,) = [finding for finding in check(programme) if finding.code == "P001"]
    assert note.severity is Severity.NOTE
    assert "“climate” is not installed" in str(note)
