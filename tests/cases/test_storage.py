"""Field cases about keeping a programme in files."""

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import attrs
import pytest

import muniprog as mp
from muniprog.conversion import unstructure
from muniprog.errors import ConflictError, SourceError, StorageError
from muniprog.inspecting import inspect
from muniprog.model import Action, Goal
from muniprog.source import Finding, Plain
from muniprog.workspace import export, load, save
from muniprog.yaml12 import write
from tests.mappings import Mapping, small, with_action, with_goal, with_indicator


def kept(folder: Path, mapping: Mapping) -> Path:
    path = folder / "programme.yaml"
    path.write_text(write(mapping), encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def problems(address: Path) -> tuple[Finding, ...]:
    with pytest.raises(SourceError) as refused:
        load(address)
    return refused.value.problems


def with_title(programme: mp.Programme, title: str) -> mp.Programme:
    return attrs.evolve(programme, title=mp.Text.of(title, "sv"))


# S04


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full after 100 bytes."""
    room = 100

    class Full(io.FileIO):
        def write(self, content: object) -> int:
            nonlocal room
            if room == 0:
                raise OSError(28, "No space left on device")
            taken = super().write(bytes(content)[:room])  # type: ignore[call-overload]
            room -= taken
            return taken

    plain = Path.open

    def opened(path: Path, mode: str = "r", **options: object) -> object:
        return Full(str(path), "xb") if mode == "xb" else plain(path, mode, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.usefixtures("full_disk")
def test_s04_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = kept(tmp_path, small())
    before = path.read_bytes()
    with pytest.raises(StorageError, match=r"“programme\.yaml” was not saved; the earlier content is untouched"):
        save(with_title(load(tmp_path), "Nytt"))
    assert path.read_bytes() == before
    assert names(tmp_path) == ["programme.yaml"]


KILLED = """
import os, sys
from pathlib import Path
import attrs
import muniprog as mp

Path.replace = lambda *_: os._exit(9)
programme = mp.load(sys.argv[1])
mp.save(attrs.evolve(programme, title=mp.Text.of("Nytt", "sv")))
"""


def test_s04_a_machine_that_stops_before_the_last_step_leaves_the_old_file(tmp_path: Path) -> None:
    path = kept(tmp_path, small())
    before = path.read_bytes()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], capture_output=True, check=False)
    assert killed.returncode == 9, killed.stderr
    assert path.read_bytes() == before
    # What it had written so far lies there under a name that no programme uses, and the next save is not disturbed.
    save(with_title(load(tmp_path), "Nytt"))
    assert load(tmp_path).title["sv"] == "Nytt"


def test_s04_link_and_mode_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "plan").mkdir()
    real = kept(tmp_path / "real", small())
    real.chmod(0o644)
    link = tmp_path / "plan" / "programme.yaml"
    link.symlink_to(real)
    save(with_title(load(tmp_path / "plan"), "Nytt"))
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o644
    assert "Nytt" in real.read_text(encoding="utf-8")


# S05


def test_s05_the_second_writer_is_told_what_the_first_has_changed(tmp_path: Path) -> None:
    kept(tmp_path, small())
    first, second = load(tmp_path), load(tmp_path)
    goal = first["radgivning"]
    assert isinstance(goal, Goal)
    save(_replacing(first, attrs.evolve(goal, title=mp.Text.of("Råd", "sv"))))
    after = (tmp_path / "programme.yaml").read_bytes()
    with pytest.raises(ConflictError) as refused:
        save(with_title(second, "Nytt"))
    assert str(refused.value) == (
        "Somebody else has changed programme.yaml since it was loaded; nothing was written. "
        "Load it again and make the change once more. Changed there: “Råd” (radgivning)."
    )
    assert (tmp_path / "programme.yaml").read_bytes() == after


def _replacing(programme: mp.Programme, goal: Goal) -> mp.Programme:
    theme = programme.themes[0]
    goals = tuple(goal if each.id == goal.id else each for each in theme.goals)
    return attrs.evolve(programme, themes=(attrs.evolve(theme, goals=goals), *programme.themes[1:]))


WRITER = """
import sys
import attrs
import muniprog as mp
from muniprog.errors import ConflictError

done = 0
while done < 15:
    programme = mp.load(sys.argv[1])
    try:
        mp.save(attrs.evolve(programme, retired=(*programme.retired, f"{sys.argv[2]}-{done}")))
    except ConflictError:
        continue
    done += 1
"""


def test_s05_of_two_that_write_all_the_time_neither_loses_anything(tmp_path: Path) -> None:
    kept(tmp_path, small())
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name]) for name in ("a", "b")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    assert sorted(load(tmp_path).retired) == sorted(f"{name}-{number}" for name in "ab" for number in range(15))


# S06


def test_s06_misspelt_keys_are_all_found_in_one_run_with_what_was_meant(tmp_path: Path) -> None:
    mapping = with_indicator(baselin=12)
    action = mapping["themes"][0]["goals"][0]["actions"][0]  # type: ignore[index, call-overload]
    action.update({"ownres": ["bild"], "extensions": {"climate": {"co2": 3, "baselin": 1}}})  # type: ignore[union-attr]
    path = kept(tmp_path, mapping)
    lines = path.read_text(encoding="utf-8").splitlines()
    found = {finding.message.spoken("en"): finding.place for finding in inspect(tmp_path).findings}
    told = {said: (place.file, place.line) for said, place in found.items() if place is not None}
    assert told == {
        f"There is no key “{key}” here. Did you mean “{meant}”?": (str(path), line)
        for key, meant in (("ownres", "owners"), ("baselin", "baseline"))
        for line, text in enumerate(lines, start=1)
        if text.startswith(f"      {key}:")
    }
    assert "sub-exception" not in str(found)


def test_s06_the_area_of_plugins_passes_untouched(tmp_path: Path) -> None:
    path = kept(tmp_path, with_action(extensions={"climate": {"co2": 3}}))
    before = path.read_bytes()
    save(load(tmp_path))
    assert path.read_bytes() == before


# S07


@pytest.mark.parametrize(
    ("mapping", "path", "value"),
    [
        (small(id=None), "id", "nothing"),
        (with_goal(id=None), "themes.0.goals.0.id", "nothing"),
        (small(title=None), "title", "nothing"),
        (with_indicator(measure="milestone", targets=["nej"]), "themes.0.goals.0.indicators.0.targets.0", "nej"),
        (with_indicator(measure="milestone", targets=["false"]), "themes.0.goals.0.indicators.0.targets.0", "false"),
        (with_action(budget=[{"year": 2020.9}]), "themes.0.goals.0.actions.0.budget.0.year", "2020.9"),
        (with_indicator(targets=[True]), "themes.0.goals.0.indicators.0.targets.0", "True"),
        (with_action(tags="abc"), "themes.0.goals.0.actions.0.tags", "abc"),
        (with_indicator(targets=["nan"]), "themes.0.goals.0.indicators.0.targets.0", "nan"),
    ],
)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_s07_nothing_is_cast(mapping: Mapping, path: str, value: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"plan{suffix}"
    file.write_bytes(mp.load_plugins(entry_points=()).formats.by_suffix(suffix).write(mapping).data)
    (problem,) = problems(file)
    assert ".".join(map(str, problem.path)) == path
    assert value in problem.message.spoken("en")
    assert problem.place is not None


# S10

LAID_OUT = """\
muniprog: 1
id: plan
title: Plan
period: 2019–2022
languages: [sv]
themes:
- id: boende
  title: Boende
  actions:
  # the first one
  - id: ACT-1
    title: Ett

  # Talk to the schools
  # before the autumn.
  - id: ACT-2
    title: Två
    description: |
      Ett stycke med ett blanksteg sist.\x20

      Och ett till.
    visibility: public   # as of May

  # third
  - id: ACT-3
    title:   'Tre'
follow_ups:
- period: 2020
  updates:
  - {item: ACT-1, status: done}
  # asked twice
  - item: ACT-2
    status: not_started   # by phone
"""


@pytest.fixture
def laid_out(tmp_path: Path) -> Path:
    (tmp_path / "programme.yaml").write_text(LAID_OUT, encoding="utf-8", newline="")
    return tmp_path


def text_of(folder: Path) -> str:
    return (folder / "programme.yaml").read_bytes().decode()


def test_s10_a_status_that_is_set_changes_one_line(laid_out: Path) -> None:
    programme = load(laid_out)
    (round_,) = programme.follow_ups
    update = attrs.evolve(round_.updates[1], status=mp.Status.IN_PROGRESS)
    changed = attrs.evolve(round_, updates=(round_.updates[0], update))
    saved = save(attrs.evolve(programme, follow_ups=(changed,)))
    assert text_of(laid_out) == LAID_OUT.replace("not_started   #", "in_progress   #")
    save(saved)
    assert text_of(laid_out) == LAID_OUT.replace("not_started   #", "in_progress   #")


def test_s10_a_deleted_action_takes_its_own_comment_along_and_no_other(laid_out: Path) -> None:
    programme = load(laid_out)
    (theme,) = programme.themes
    first, _, third = theme.actions
    save(attrs.evolve(programme, themes=(attrs.evolve(theme, actions=(first, third)),)))
    begin, end = LAID_OUT.index("  # Talk"), LAID_OUT.index("  # third")
    assert text_of(laid_out) == LAID_OUT[:begin] + LAID_OUT[end:]


def test_s10_saving_without_a_change_changes_nothing(laid_out: Path) -> None:
    save(save(load(laid_out)))
    assert text_of(laid_out) == LAID_OUT


# S12

HOLED = with_indicator(
    targets=[{"value": 5, "by": 2022}, 7],
    unit="",
    note={"sv": "", "fi": "x"},
    observations=[{"period": 2019, "value": 1}, {"period": 2020, "missing": "not_available"}],
    extensions={"climate": {"actuals": {}, "note": "", "values": {"2019": 1, "2021": 3}}},
)


def test_s12_the_same_programme_after_every_data_format(tmp_path: Path) -> None:
    kept(tmp_path, HOLED)
    first = load(tmp_path)
    assert first.indicators[0].description is None
    programme = first
    for name in ("plan.json", "plan.toml", "plan.yaml"):
        written = export(programme, tmp_path / name)
        assert written.losses == ()
        programme = load(tmp_path / name)
        assert programme == first
        assert unstructure(programme) == HOLED


def test_s12_what_a_format_cannot_hold_is_said(tmp_path: Path) -> None:
    data: Plain = {"climate": {"values": {"2019": 1, "2020": None}}}
    kept(tmp_path, small(extensions=data))
    assert export(load(tmp_path), to="toml").losses == (("extensions", "climate", "values", "2020"),)
    assert export(load(tmp_path), to="json").losses == ()


# P05

ABSENT = (
    LAID_OUT
    + """\
extensions:
  climate: {co2: 3,   "until": ~}   # kept by the plug-in
"""
).replace(
    "  actions:\n",
    "  indicators:\n  - id: co2   # in tonnes\n    title: Index\n    measure: climate:index\n"
    "    targets: [ 1.50 ]\n  actions:\n",
)


def test_p05_data_of_an_absent_plugin_survive_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(ABSENT, encoding="utf-8", newline="")
    programme = load(tmp_path)
    (theme,) = programme.themes
    first, *others = theme.actions
    changed = attrs.evolve(first, title=mp.Text.of("Ett igen", "sv"))
    save(attrs.evolve(programme, themes=(attrs.evolve(theme, actions=(changed, *others)),)))
    assert text_of(tmp_path) == ABSENT.replace("title: Ett\n", "title: Ett igen\n")


def test_p05_they_go_along_into_every_data_format(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(ABSENT, encoding="utf-8", newline="")
    programme = load(tmp_path)
    export(programme, tmp_path / "plan.json")
    assert load(tmp_path / "plan.json") == programme


def test_p05_a_format_that_is_not_there_fails_by_name(tmp_path: Path) -> None:
    kept(tmp_path, small())
    with pytest.raises(mp.MuniprogError, match=r"There is no file type called “\.climate”"):
        export(load(tmp_path), tmp_path / "plan.climate")
    assert not (tmp_path / "plan.climate").exists()


# M10


def test_m10_the_same_identifier_in_two_files_is_told_with_both_titles_files_and_lines(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    for name, title in (("a", "Språkkafé"), ("b", "Mentorprogram")):
        actions = f"# {name}\nid: {name}\ntitle: Tema\nactions:\n- id: ACT-014\n  title: {title}\n"
        (tmp_path / "themes" / f"{name}.yaml").write_text(actions, encoding="utf-8")
    kept(tmp_path, small(themes=["themes/a.yaml", "themes/b.yaml"]))
    (problem,) = problems(tmp_path)
    first, second = (tmp_path / "themes" / f"{name}.yaml" for name in "ab")
    assert str(problem) == (
        f"{second}:5:7: error F009: The identifier “ACT-014” of “Mentorprogram” is already used by “Språkkafé” "
        f"({first}:5:7); each identifier stands for one thing."
    )


# T04 and T05


@pytest.mark.parametrize("timeframe", [2019, "2019–2021", {"text": "snart", "start": 2019, "end": "2021-05"}])
def test_t04_a_save_adds_no_days(timeframe: Plain, tmp_path: Path) -> None:
    path = kept(tmp_path, with_action(timeframe=timeframe))
    before = path.read_text(encoding="utf-8")
    save(with_title(load(tmp_path), "Nytt"))
    after = path.read_text(encoding="utf-8")
    assert before.split("themes:")[1] == after.split("themes:")[1]
    action = load(tmp_path)["kurser"]
    assert isinstance(action, Action)
    assert str(action.timeframe.end) in {"2019-12-31", "2021-12-31", "2021-05-31"}


ELSEWHERE = """
import sys, time
from datetime import date
import attrs
import muniprog as mp

time.tzset()
programme = mp.load(sys.argv[1])
assert programme.follow_ups[0].deadline == date(2020, 5, 10), programme.follow_ups[0].deadline
round_ = attrs.evolve(programme.follow_ups[0], opened_on=date(2020, 3, 29))
mp.save(attrs.evolve(programme, follow_ups=(round_,)))
"""


def test_t05_a_day_is_the_same_day_everywhere(tmp_path: Path) -> None:
    path = kept(tmp_path, small(follow_ups=[{"period": 2020, "deadline": "2020-05-10"}]))
    texts = []
    for zone in ("Europe/Helsinki", "America/New_York", "UTC", "Pacific/Kiritimati"):
        environment = {**os.environ, "TZ": zone}
        subprocess.run([sys.executable, "-c", ELSEWHERE, str(tmp_path)], env=environment, check=True)
        texts.append(path.read_text(encoding="utf-8"))
    assert set(texts) == {texts[0]}
    assert "deadline: 2020-05-10" in texts[0]
    assert "opened_on: 2020-03-29" in texts[0]


# I26


@pytest.mark.parametrize("identifier", ['""', '"   "', '"\u00a0"', "~", None])
def test_i26_an_empty_identifier_is_refused_with_the_title_of_its_item(identifier: str | None, tmp_path: Path) -> None:
    path = kept(tmp_path, small())
    line = "" if identifier is None else f"id: {identifier}\n      "
    text = path.read_text(encoding="utf-8").replace("id: kurser\n      ", line)
    path.write_text(text, encoding="utf-8")
    (problem,) = problems(tmp_path)
    assert "Kurser" in problem.message.spoken("en")
    assert problem.place is not None
    assert text.splitlines()[problem.place.line - 1].lstrip(" -").startswith(("id:", "title: Kurser"))


# L02


def test_l02_a_name_is_found_whether_its_letters_are_composed_or_not(tmp_path: Path) -> None:
    composed, decomposed = (unicodedata.normalize(form, "Språk") for form in ("NFC", "NFD"))
    folder = tmp_path / decomposed
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / f"{decomposed}.yaml").write_text("id: sprak\ntitle: Språk\n", encoding="utf-8")
    kept(folder, small(themes=[f"themes/{composed}.yaml"]))
    programme = load(tmp_path / composed)
    assert programme.themes[0].id == "sprak"
    theme = attrs.evolve(programme.themes[0], note=mp.Text.of("Ny", "sv"))
    save(attrs.evolve(programme, themes=(theme,)))
    assert names(tmp_path) == [decomposed]
    assert names(folder / "themes") == [f"{decomposed}.yaml"]


def test_l02_a_data_file_is_found_too(tmp_path: Path) -> None:
    kept(tmp_path, small())
    export(load(tmp_path), tmp_path / unicodedata.normalize("NFD", "Språk.json"))
    assert load(tmp_path / unicodedata.normalize("NFC", "Språk.json")).id == "exempel"
